"""Regular expressions that cannot hang: RE2 runs in time linear in the text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol, cast

_MEMORY = 8 << 20
_LONGEST = 1000


class RegexError(ValueError):
    """A pattern is not one; the message says why."""


class _Found(Protocol):
    def span(self) -> tuple[int, int]: ...


class Pattern(Protocol):
    """What is used of a compiled pattern."""

    def finditer(self, text: str) -> Iterator[_Found]:
        """Yield the matches in order, not overlapping."""


@lru_cache(maxsize=64)
def compile_regex(pattern: str) -> Pattern:
    """Compile a pattern in RE2's syntax.

    Raises:
        RegexError: It is not well formed, too large, or uses what RE2 leaves out
            (look-around, back-references).
    """
    if len(pattern) > _LONGEST:
        raise RegexError(f"a pattern may be at most {_LONGEST} characters long")
    # Loaded here because few queries hold one.
    import re2

    options = re2.Options()
    options.log_errors = False
    options.max_mem = _MEMORY
    try:
        return cast(Pattern, re2.compile(pattern, options))
    except re2.error as error:
        reason = error.args[0] if error.args else b"not a pattern"
        text = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
        raise RegexError(f"not a regular expression: {text}") from error
    except UnicodeEncodeError as error:
        raise RegexError("not a regular expression: half a character") from error
