"""Names under which a meeting and its passages are found again."""

from __future__ import annotations

import hashlib
import unicodedata

from slugify import slugify

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32 in lower case: no letter that reads as a digit."""

_SLUG_LENGTH = 40


def fold_title(title: str) -> str:
    """Return a title as it counts for identity: letters and digits, without case or accents."""
    decomposed = unicodedata.normalize("NFKD", title).casefold()
    kept = (c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


def meeting_id(
    date: str | None,
    time: str | None,
    place: str,
    title: str,
    *,
    length: int = 4,
    content: str = "",
) -> str:
    """Return a meeting's id, such as ``2013-05-29/astana-k3f9``.

    Args:
        date: ISO date, or None.
        time: ``HH:MM``, or None.
        place: As printed; names the id where there is one, else the title does.
        title: As printed.
        length: Characters of the hash; more on a collision. The shorter is a beginning of
            the longer. At most 50.
        content: What tells documents apart that have neither title nor date: the hash of
            the file. Ignored otherwise, so that a changed text keeps its id.
    """
    key = [date or "", time or "", fold_title(title)]
    if not date and not key[2]:
        key.append(content)
    number = int.from_bytes(hashlib.sha256("\n".join(key).encode("utf-8", "replace")).digest())
    digits = []
    for _ in range(length):
        number, digit = divmod(number, 32)
        digits.append(_ALPHABET[digit])
    named = _slug(place) or _slug(title) or "untitled"
    return f"{date or 'undated'}/{named}-{''.join(digits)}"


def _slug(text: str) -> str:
    return slugify(text, max_length=_SLUG_LENGTH, word_boundary=True)


def address(meeting: str, anchor: str) -> str:
    """Return the address of a passage, such as ``2013-05-29/astana-k3f9#t3``.

    Args:
        meeting: The meeting's id.
        anchor: ``t3``, ``t3.2``, ``b2``; "" for the meeting itself.
    """
    return f"{meeting}#{anchor}" if anchor else meeting
