"""What a site that takes over a text prints below it: its source, its counters, its buttons."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SOURCE = (
    r"[(\[]?(?:Sources?|Original(?: source| text)?|Originally (?:published|posted)|First published|"
    r"Via|Quelle|Fuente|Fonte|Bron|Источник)(?: (?:at|on|by|from|in))?\s*[:–—-]?\s*"
    r"(?:https?://\S+|(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,10}(?:/\S*)?)\s*[)\]]?\.?"
)
_COUNTER = (
    r"(?:\d+ )?(?:Comments?|Комментарии|Kommentare|Commentaires|Comentarios|Reacties)"
    r"(?:\s*\(\d*\))?:?|No comments(?: yet)?[.:]?|"
    r"(?:\d[\d,.]* )?(?:views|shares|likes|Просмотров)(?:\s*:?\s*\d[\d,.]*)?"
)
_BUTTON = (
    r"(?:Share|Tweet|Pin|Print|E-?mail|Facebook|Twitter|Telegram|WhatsApp|Reddit|LinkedIn)"
    r"(?: (?:this|on \w+|page|article|post|to \w+)){0,2}[:.]?|"
    r"(?:Back to (?:the )?(?:top|list|news)|Previous (?:post|article|story)|Next (?:post|article|"
    r"story)|Print version|Version for print|Read (?:more|also|next)|Related (?:posts|articles|"
    r"news|stories)|Subscribe(?: (?:now|here|to .{1,40}))?|Recommended for you)[:.]?"
)
_FILED = (
    r"(?:Tags?|Tagged(?: with)?|Filed under|Labels|Categor(?:y|ies)|Posted (?:by|in))\s*:\s.{1,150}"
)
_ATTACHED = r"List of participants|(?:•\s*)?(?:PDF|DOCX?|XLSX?)|[\d.,]+\s?[KM]b"
_MARK = re.compile(rf"(?:{_SOURCE}|{_COUNTER}|{_BUTTON}|{_FILED}|{_ATTACHED})\s*\Z", re.IGNORECASE)
_SIGNED = re.compile(r"(?:[@#][\w.]{3,30}|(?=\w*[\d_]|\w{12})[a-z]\w{5,30})\Z")
"""A channel's name; one word in small letters that is no longer than others may be said."""
_LAST = 12
"""Filled lines at the end among which the marks begin."""
_LENGTH = 200
_LABELLED = re.compile(r"\s*[^\W\d_][^:]{1,60}:\s+\S")


def end_of_text(lines: Sequence[str]) -> int:
    """Return how many of the lines are of the text, and not of the site below it.

    Nothing is cut off where somebody seems to speak after a mark.

    Args:
        lines: All lines of a document.
    """
    filled = [index for index, line in enumerate(lines) if line.strip()]
    tail = filled[-_LAST:]
    ended = len(filled) > 1 and lines[filled[-2]].rstrip().endswith((".", "!", "?"))
    if ended and _SIGNED.match(lines[filled[-1]].strip()):
        return filled[-1]  # a channel's name below a whole sentence, and nobody's word
    for position, index in enumerate(tail):
        line = lines[index].strip()
        if index == filled[0] or len(line) > _LENGTH or not _MARK.match(line):
            continue
        below = (lines[i] for i in tail[position:])
        if all(len(line) <= _LENGTH and _is_of_the_site(line) for line in below):
            return index
    return len(lines)


def _is_of_the_site(line: str) -> bool:
    """Say whether a line can stand below a mark: another, or one without a label."""
    return _MARK.match(line.strip()) is not None or _LABELLED.match(line) is None
