"""Names under which a meeting and its passages are found again."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from slugify import slugify

from tui.model import Meeting

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32 in lower case: no letter that reads as a digit."""

_NO_LETTERS = {code: " " for code in range(128) if not chr(code).isalnum()}
_LENGTH = 4
_SLUG_LENGTH = 40
_SHAPE = re.compile(
    rf"(?:\d{{4}}-\d\d-\d\d|undated)/[a-z0-9-]{{1,60}}-[{_ALPHABET}]{{{_LENGTH},50}}"
)


def fold_title(title: str) -> str:
    """Return a title as it counts for identity: letters and digits, without case or accents."""
    if title.isascii():
        return " ".join(title.lower().translate(_NO_LETTERS).split())
    decomposed = unicodedata.normalize("NFKD", title).casefold()
    kept = (c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


def meeting_id(
    date: str | None,
    time: str | None,
    place: str,
    title: str,
    *,
    length: int = _LENGTH,
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
        content: What tells documents apart that have no title: the hash of the file.
            Ignored otherwise, so that a changed text keeps its id.
    """
    key = [date or "", time or "", fold_title(title)]
    if not key[2]:
        key.append(content)
    number = int.from_bytes(hashlib.sha256("\n".join(key).encode("utf-8", "replace")).digest())
    digits = []
    for _ in range(length):
        number, digit = divmod(number, 32)
        digits.append(_ALPHABET[digit])
    named = _slug(place) or _slug(title) or "untitled"
    return f"{date or 'undated'}/{named}-{''.join(digits)}"


def is_meeting_id(text: str) -> bool:
    """Whether a text has the shape of the ids that are given here."""
    return _SHAPE.fullmatch(text) is not None


def longer_id(meeting: Meeting, length: int) -> str:
    """Return the id of a meeting with another length of its hash.

    Args:
        meeting: As it was read; one whose title is only its file's name is known by its id.
        length: Characters of the hash.
    """

    def of(title: str, length: int) -> str:
        return meeting_id(
            meeting.date,
            meeting.time,
            meeting.place or meeting.title,
            title,
            length=length,
            content=meeting.source.sha256,
        )

    stands_in = meeting.id.startswith(of("", _LENGTH))
    return of("" if stands_in else meeting.title, length)


def _slug(text: str) -> str:
    return slugify(text, max_length=_SLUG_LENGTH, word_boundary=True)


def address(meeting: str, anchor: str) -> str:
    """Return the address of a passage, such as ``2013-05-29/astana-k3f9#t3``.

    Args:
        meeting: The meeting's id.
        anchor: ``t3``, ``t3.2``, ``b2``; "" for the meeting itself.
    """
    return f"{meeting}#{anchor}" if anchor else meeting
