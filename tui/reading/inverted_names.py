"""Names as lists print them, the surname first: ``BERG, Anna, MP``."""

from __future__ import annotations

import re

from tui.reading.names import usual_print

_AFTER_NAME = re.compile(r"[A-Z]{2,4}|[Tt]he Hon\.?|Hon\.?|Sen(?:ator)?")
"""What stands beside a name and is none: letters after it, a form of address."""


def given_first(printed: str) -> str:
    """Return a name with the surname last and not in capitals; any other name as it is.

    Args:
        printed: ``BERG, Anna MP`` or ``Berg, Anna, the Hon.``; an office has no comma.
    """
    surname, *others = [part.strip() for part in printed.split(",")]
    given = next((name for part in others if (name := _without_letters(part))), "")
    if not given:
        return surname
    if surname.isupper():
        surname = usual_print(surname) if len(surname) > 3 else surname.capitalize()
    return f"{given} {surname}"


def _without_letters(part: str) -> str:
    words = part.split()
    while words and _AFTER_NAME.fullmatch(words[-1]):
        words.pop()
    return "" if _AFTER_NAME.fullmatch(part) else " ".join(words)
