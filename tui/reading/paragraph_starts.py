"""Where paragraphs begin, in text whose lines a page, a window or a person has broken."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from tui.reading.blocks import is_aside
from tui.reading.label_lines import Candidate, Form
from tui.reading.printed_label import Shape

_SEAT = re.compile(r"\s*(?:\([A-Z][^()]{1,60}\)\s*){1,3}")
_RULE = re.compile(r"[_=-](?:\s?[_=-]){6,}\s*[)xX/]?")
_ENDS_SENTENCE = re.compile(r"[.!?…:—–-][\"”’')\]]*\s*$")
_INSIDE = re.compile(
    r"(?<=[.!?:”\"’)\]])\s+(?=(?:The (?:Acting |Temporary )?(?:President|Chairman|Chair|"
    r"Secretary-General|Chairperson)(?: \([^()]{1,60}\))?:\s"
    r"|(?:Mr|Mrs|Ms|Miss|Sir|Dame|Dr|Lord|Baroness|Prince|King|Archbishop|Sheikh|President)\.?"
    r"(?: [\w'’.-]+){1,5} \([A-Z][^()]{2,70}\)(?: \(spoke in [A-Z]\w+\))?:\s))"
)
_INSIDE_LOOK = 2_000_000
EXAMINATION = re.compile(
    r"(?:BY|By) (?:M[RSrs]{1,2}|D[Rr])\. [^:]{1,40}:?|[A-Z -]{0,40}\b(?:CROSS-)?EXAMINATION"
)
"""What a record prints above an examination: ``BY MR. EXAMPLE:``, ``CROSS-EXAMINATION``."""


def seated(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines, a seat that stands on its own line put behind its holder's name."""
    name = ""
    for line in lines:
        if name:
            if len(line) < 130 and _SEAT.fullmatch(line):
                yield f"{name.rstrip()} {line.strip()}"
                name = ""
                continue
            yield name
        name = line if 0 < len(line) < 60 and line[:1].isupper() and line[-1:].isalpha() else ""
        if not name:
            yield line
    if name:
        yield name


def split_inside(line: str) -> Iterator[str]:
    """Cut a paragraph where a record without line breaks changes speakers."""
    if len(line) > _INSIDE_LOOK or not (")" in line or "The " in line):
        yield line
        return
    begin = 0
    for found in _INSIDE.finditer(line):
        yield line[begin : found.start()]
        begin = found.end()
    yield line[begin:]


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether paragraphs are broken over lines of about one length, as captions are too."""
    if sum(line.startswith(">>") for line in lines) > 1:
        return True
    following = [(line, after) for line, after in pairwise(lines) if line.strip() and after.strip()]
    indents = Counter(_indent(after) for _, after in following)
    # Lines that stand in begin paragraphs, however short the ones before them are.
    margin = min((i for i, n in indents.items() if n * 10 >= len(following)), default=0)
    broken = [
        len(line.rstrip())
        for line, after in following
        if _indent(after) <= min(_indent(line), margin)
    ]
    if len(broken) < 4:
        return False
    longest = max(broken)
    near = sum(length > 0.75 * longest for length in broken)
    return longest <= 140 and median(broken) >= 45 and near > 0.55 * len(broken)


def starts(
    lines: Sequence[str], openings: Sequence[Candidate | None], wrapped: bool
) -> Iterator[bool]:
    """Say of each line whether a paragraph can begin there."""
    margins = Counter(
        _indent(line)
        for line, opening in zip(lines, openings, strict=True)
        if line.strip() and (opening is None or opening.shape is not Shape.STRONG)
    )
    margin = margins.most_common(1)[0][0] if margins else 0
    opened = Counter(
        _indent(line)
        for line, opening in zip(lines, openings, strict=True)
        if opening is not None
        and opening.form in (Form.COLON, Form.LETTER)
        and opening.shape is Shape.STRONG
    )
    # Where labels stand in, they need no full stop before them; titles stand in too, and
    # further than labels where capitals tell nothing.
    tab = opened.most_common(1)[0][0] if opened else 0
    capitals = sum(line.isupper() for line in lines) * 2 > sum(margins.values())
    centre = max(tab + 1, margin + 4) if capitals else margin + 4
    previous = ""
    for line, opening in zip(lines, openings, strict=True):
        if not line.strip():
            yield False
        elif not wrapped or not previous.strip():
            yield True
        elif opening is not None and opening.shape is not Shape.NONE:
            stands_in = tab >= margin + 2 and _indent(line) == tab
            yield (
                bool(_ENDS_SENTENCE.search(previous.rstrip()[-8:]))
                or len(previous.strip()) < 40
                or (stands_in and opening.shape is Shape.STRONG)
            )
        elif _is_centred(line, centre) or _is_centred(previous, centre):
            yield not (_is_centred(line, centre) and _is_centred(previous, centre))
        else:
            apart = _indent(line) >= margin + 2 or line.lstrip()[0] in "([" or _is_ours(line)
            yield _is_ours(previous) or (
                apart and bool(_ENDS_SENTENCE.search(previous.rstrip()[-8:]) or _is_ours(line))
            )
        previous = line


def _is_ours(line: str) -> bool:
    """Whether a line stands by itself however lines are broken: a remark, a heading."""
    stripped = line.strip()
    return is_aside(stripped) or (
        len(line) < 80
        and (EXAMINATION.fullmatch(stripped) or _RULE.fullmatch(stripped)) is not None
    )


def _is_centred(line: str, centre: int) -> bool:
    """Whether a line is of a title set in capitals in the middle of a page."""
    return _indent(line) >= centre and line.isupper() and not _ENDS_SENTENCE.search(line[-8:])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
