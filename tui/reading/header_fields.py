"""Lines above a dialogue that look like its turns: titles with a colon, fields, lists of names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice, pairwise, takewhile

from tui.reading.label_lines import Candidate, Form
from tui.reading.names import has_courtesy
from tui.reading.printed_label import Shape, is_anonymous

_SAID = re.compile(r"(?:[.!?…,;:—–-]|\.{3})[\"”’)\]*]*\s*$")
"""How a line of speech ends; a title and the value of a field do not."""
_FIELD = re.compile(r"\s*[A-Z][\w /-]{1,30}:(?:\s|$)")
_ITEM = re.compile(r"\s*(?:[-*•–]|\d{1,2}[.)])\s+\S")
_QUOTATION = re.compile(r"[“\"«„‘][^“”\"«»]+[”\"»“’]")
"""What a page quotes somebody with, under a name each; nobody's turn is set so."""
_OF = r"(?: of [\w\s,’'-]{3,70})?"
_ANNOUNCES = re.compile(
    rf"\W*(?:(?:Excerpts? from (?:the )?|Full |Verbatim |Complete )?[Tt]ranscript{_OF}|"
    rf"(?:Read (?:a|the) )?(?:full )?transcript (?:is )?below|"
    rf"(?:Verbatim|Stenographic) (?:report|record){_OF}|Beginning{_OF})\s*:?\W*"
)
"""A heading below which a transcript begins: ``Transcript of the beginning of the meeting:``."""
_SHORT = 120
_HEADLINE_WORDS = 4
_ABOVE = 5
"""Lines among which prose begins below a headline."""


def without_lists(
    lines: Sequence[str], openings: Sequence[Candidate | None]
) -> list[Candidate | None]:
    """Return the openings without those that introduce no words but a list, or stand in one.

    A bare name above another bare name is one of a list. A label that comes once, alone on
    its line above the items of one, is its heading; in an item it is the item's catchword.
    Names that come once each, before whole quotations, are those of a list of quotations.

    Args:
        lines: The document's lines.
        openings: What each could begin.
    """
    kept = list(openings)
    seen = Counter(opening.label.key for opening in openings if opening is not None)
    colons = [opening for opening in openings if opening and opening.form is Form.COLON]
    quoted = sum(bool(_QUOTATION.fullmatch(opening.rest)) for opening in colons)
    if quoted > 2 and quoted * 3 > len(colons) * 2 and max(seen.values()) == 1:
        kept = [o if o is None or not _QUOTATION.fullmatch(o.rest) else None for o in kept]
    following: Candidate | None = None
    words = item = False
    for index in range(len(lines) - 1, -1, -1):
        if not lines[index].strip():
            continue
        opening = openings[index]
        if _is_bare(opening) and (not words or _is_bare(following)):
            kept[index] = None
        listed = bool(_ITEM.match(lines[index]))
        if opening is not None and opening.form is Form.COLON and seen[opening.label.key] == 1:
            above = item and not opening.rest
            if above or (listed and not _is_somebody(opening)):
                kept[index] = None
        following, words, item = opening, True, listed
    return kept


def _is_somebody(opening: Candidate) -> bool:
    """Whether the label tells by itself that it is a speaker's, not a catchword."""
    speaker = opening.label.speaker
    return is_anonymous(speaker) or has_courtesy(speaker or "")


def _is_bare(opening: Candidate | None) -> bool:
    return opening is not None and opening.form is Form.OWN_LINE and opening.shape is Shape.WEAK


def announced_first(lines: Sequence[str], openings: Sequence[Candidate | None]) -> set[int]:
    """Return the lines directly below a transcript's heading that a name and words stand on.

    They begin a turn though nothing else in the document bears the name out.

    Args:
        lines: The document's lines.
        openings: What each could begin.
    """
    filled = [i for i, line in enumerate(lines) if line.strip()]
    return {
        below
        for above, below in pairwise(filled)
        if (opening := openings[below]) is not None
        and opening.form is Form.COLON
        and opening.shape is Shape.STRONG
        and opening.rest
        and len(lines[above]) < _SHORT
        and _ANNOUNCES.fullmatch(lines[above])
    }


def is_headline(rest: str, following: str) -> bool:
    """Say whether the words after a document's first colon make a headline of its line.

    ``Anna Example: We will build bridges`` has no full stop, and prose begins below it.

    Args:
        rest: What follows the colon.
        following: The next line that is not empty, which no label begins.
    """
    return (
        len(rest.split()) >= _HEADLINE_WORDS
        and len(rest) < _SHORT
        and not _SAID.search(rest)
        and not following.lstrip()[:1].islower()
        and _SAID.search(following) is not None
    )


def fields_above(
    lines: Sequence[str], accepted: Sequence[Candidate | None], wrapped: bool = False
) -> set[int]:
    """Return the accepted lines that are a title or a field above the first real turn.

    A label that comes once, before any that comes again, and whose line does not end as
    speech does, belongs to the header: ``Place: Example Hall``, ``Noise: An Interview``.
    So does a headline on the first line, though who is quoted in it speaks below.

    Args:
        lines: The document's lines.
        accepted: The turns they begin, as far as the evidence goes.
        wrapped: Whether lines that follow each other are one paragraph.
    """
    headline = set() if wrapped else _headline(lines, accepted)
    if headline:
        accepted = [None if i in headline else opening for i, opening in enumerate(accepted)]
        return headline | fields_above(lines, accepted, wrapped=True)
    seen = Counter(opening.label.key for opening in accepted if opening is not None)
    again = [i for i, opening in enumerate(accepted) if opening and seen[opening.label.key] > 1]
    if not again:
        return set()
    found: set[int] = set()
    for index in range(again[0]):
        opening = accepted[index]
        if opening is None or opening.form is not Form.COLON:
            continue
        if not opening.rest:
            below = next((i for i in range(index + 1, len(lines)) if lines[i].strip()), index)
            # Two labels and no words between: the first is a heading, "Transcript:".
            if below > index and accepted[below] is not None:
                found.add(index)
            continue
        after = lines[index + 1] if index + 1 < len(lines) else ""
        ends = not after.strip() or accepted[index + 1] is not None or _FIELD.match(after)
        if (
            ends
            and len(opening.rest) < _SHORT
            and not _SAID.search(opening.rest)
            and not is_anonymous(opening.label.speaker)
        ):
            found.add(index)
    return found


def _headline(lines: Sequence[str], accepted: Sequence[Candidate | None]) -> set[int]:
    """Return the first filled line if it is a headline above somebody's turns, else nothing."""
    filled = list(islice((i for i, line in enumerate(lines) if line.strip()), _ABOVE))
    if not filled:
        return set()
    first = filled[0]
    opening = accepted[first]
    if opening is None or opening.form is not Form.COLON or not any(accepted[first + 1 :]):
        return set()
    # A day, a credit may stand between the headline and the prose.
    below = takewhile(lambda i: accepted[i] is None, filled[1:])
    return {first} if any(is_headline(opening.rest, lines[i]) for i in below) else set()
