"""Footnotes with citations, written into a draft in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable

_REFERENCE = re.compile(r"[.,;:!?)*_]*\[\^[^\]\s]+\]")
_LABEL = re.compile(r"\[\^([^\]\s]+)\]")


def add_footnotes(source: str, notes: Iterable[tuple[int, str]]) -> str:
    """Return a draft with footnotes; one that has a footnote at a place keeps it.

    Args:
        source: The draft.
        notes: Where a quotation ends, as an offset into the draft, and its citation, as
            one line of Markdown.

    Returns:
        The draft with the marks in their places and the notes at its end; the draft itself
        where every place has a mark already.
    """
    wanted = [(end, note) for end, note in sorted(notes) if not _REFERENCE.match(source, end)]
    if not wanted:
        return source
    taken = {int(label) for label in _LABEL.findall(source) if label.isdecimal()}
    number = max(taken, default=0)
    pieces: list[str] = []
    definitions: list[str] = []
    position = 0
    for end, note in wanted:
        number += 1
        pieces += [source[position:end], f"[^{number}]"]
        definitions.append(f"[^{number}]: {note}")
        position = end
    newline = "\r\n" if "\r\n" in source else "\n"
    text = "".join((*pieces, source[position:])).rstrip("\r\n")
    last = text.rpartition("\n")[2]
    # Notes follow notes; between them and the text stands an empty line.
    parted = newline if _LABEL.match(last) else newline * 2
    return f"{text}{parted}{newline.join(definitions)}{newline}"
