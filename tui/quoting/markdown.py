"""Text as Markdown that shows it unchanged."""

from __future__ import annotations

import re

_INLINE = re.compile(r"([\\`*_<]|&(?=#?\w+;)|\](?=[(\[:])|~(?=~))")
_AT_START = re.compile(r"^(\s*)([#>+=|-]|\d+(?=[.)]))")


def escape(text: str) -> str:
    """Escape what CommonMark would take for markup; brackets of omissions stay readable."""
    escaped = _INLINE.sub(r"\\\1", text)
    found = _AT_START.match(escaped)
    if found is None:
        return escaped
    if found[2].isdecimal():
        # “1. May” would become a list: the sign after the number is escaped.
        end = found.end()
        return f"{escaped[:end]}\\{escaped[end:]}"
    return f"{found[1]}\\{escaped[found.start(2) :]}"
