"""From lines of text to turns, wherever labels are printed at the beginning of lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from tui.model import Attribution, Block, BlockKind, Turn
from tui.reading.blocks import is_aside, is_elision, paragraph, unspoken
from tui.reading.label_evidence import Evidence
from tui.reading.label_lines import Candidate, Form, candidate
from tui.reading.printed_label import Label, Shape, shape

_SPEECH_IN_BRACKETS = re.compile(r"inaudible|indiscernible|unintelligible", re.IGNORECASE)
_NARRATOR = re.compile(
    r"END\b.{0,40}|The (?:meeting|sitting|session|committee|house|council|hearing|proceedings?|"
    r"conference) (?:rose|was (?:called to order|adjourned|suspended|resumed|closed)|adjourned|"
    r"resumed|recessed|met|concluded) (?:at|until|from)\b.{0,120}|Whereupon\b.{0,300}"
)
_SEPARATOR = re.compile(r"[*_=#~-](?:\s*[*_=#~-]){2,80}")
_CLOSING_TIME = re.compile(r"\d{1,2}[:.]\d{2}\s*[AaPp]\.?[Mm]\.?(?: [A-Z]{2,4})?")
_ADDRESSED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Justice|Judge|Senator|Professor|Minister)\.?[ \xa0]([A-Z][\w'’-]+)"
)
_DIVIDED = re.compile(r"[^\W\d_]-$")
_RISES = re.compile(r"(?:§\s*)?[^!?]{3,80}\brose\s?[—–-]+")
_EXAMINATION = re.compile(r"(?:BY|By) (?:M[RSrs]{1,2}|D[Rr])\. [^:]{1,40}:?")
_HEADING = re.compile(r"#{1,6}\s+(?P<text>\S.*)")
_ENDS_SENTENCE = re.compile(r"[.!?…:—–-][\"”’')\]]*\s*$")
_INSIDE = re.compile(
    r"(?<=[.!?:”\"’)\]])\s+(?=(?:The (?:Acting |Temporary )?(?:President|Chairman|Chair|"
    r"Secretary-General|Chairperson)(?: \([^()]{1,60}\))?:\s"
    r"|(?:Mr|Mrs|Ms|Miss|Sir|Dame|Dr|Lord|Baroness|Prince|King|Archbishop|Sheikh|President)\.?"
    r"(?: [\w'’.-]+){1,5} \([A-Z][^()]{2,70}\)(?: \(spoke in [A-Z]\w+\))?:\s))"
)
_INSIDE_LOOK = 2_000_000


@dataclass(frozen=True, slots=True)
class Dialogue:
    """What segmentation found.

    Attributes:
        before: The paragraphs that stand before the first turn.
        parts: Turns, numbered 0, and blocks outside turns, in order, from the first turn on.
        joined: How many soft line breaks were joined.
        labelled: The share of paragraphs that open with an accepted label.
        distinct: How many different speakers there are.
    """

    before: tuple[str, ...]
    parts: tuple[Turn | Block, ...]
    joined: int
    labelled: float
    distinct: int


@dataclass(slots=True)
class _Paragraph:
    lines: list[str]
    opening: Candidate | None = None


@dataclass(slots=True)
class _Open:
    """The turn that is being read."""

    label: Label
    attribution: Attribution
    start: float | None
    blocks: list[Block] = field(default_factory=list)


def find_dialogue(
    lines: Sequence[str], *, wrapped: bool | None = None, names: Sequence[str] = ()
) -> Dialogue:
    """Find the turns in a text.

    Args:
        lines: The text's lines, without their ends.
        wrapped: Whether lines that follow each other without a blank one are one paragraph;
            None to judge by their lengths.
        names: Full names of people the document lists as its speakers.
    """
    lines = [piece for line in lines for piece in _split_inside(line)]
    if wrapped is None:
        wrapped = _is_wrapped(lines)
    openings = [candidate(line) for line in lines]
    starts = list(_starts(lines, openings, wrapped))
    evidence = Evidence(
        [c for c, begins in zip(openings, starts, strict=True) if c is not None and begins],
        sum(starts),
        frozenset(name.casefold() for line in lines for name in _ADDRESSED.findall(line)),
        names,
    )
    paragraphs: list[_Paragraph] = []
    for line, opening, begins in zip(lines, openings, starts, strict=True):
        if not line.strip():
            continue
        accepted = opening if begins and opening and evidence.accepts(opening) else None
        if accepted is not None and not _names_its_holder(accepted, evidence):
            paragraphs.append(_Paragraph([accepted.rest] if accepted.rest else [], accepted))
        elif begins or not paragraphs:
            paragraphs.append(_Paragraph([line]))
        elif paragraphs[-1].lines or not (last := paragraphs[-1].opening) or last.rest:
            paragraphs[-1].lines.append(line)
        else:
            paragraphs[-1].lines.append(line)
    return _walk(paragraphs, evidence)


def _names_its_holder(opening: Candidate, evidence: Evidence) -> bool:
    """Whether the line is of a header's list, such as ``Host: Alice Example``."""
    if opening.form is not Form.COLON or opening.shape is not Shape.STRONG:
        return False
    rest = opening.rest.rstrip(" .")
    return (
        opening.label.printed.casefold()
        in {
            "host",
            "guest",
            "moderator",
            "speaker",
            "presenter",
            "interviewer",
            "interviewee",
            "hosts",
            "guests",
            "speakers",
            "chair",
            "chairman",
        }
        and bool(rest)
        and len(rest) < 60
        and " " in rest
        and shape(rest) is Shape.STRONG
    )


def _split_inside(line: str) -> Iterator[str]:
    """Cut a paragraph where a record without line breaks changes speakers."""
    if len(line) > _INSIDE_LOOK or not (")" in line or "The " in line):
        yield line
        return
    begin = 0
    for found in _INSIDE.finditer(line):
        yield line[begin : found.start()]
        begin = found.end()
    yield line[begin:]


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether paragraphs are broken over lines of about one length, as captions are too."""
    if sum(line.startswith(">>") for line in lines) > 1:
        return True
    broken = [
        len(line.rstrip())
        for line, after in pairwise(lines)
        if line.strip() and after.strip() and _indent(after) <= _indent(line)
    ]
    if len(broken) < 4:
        return False
    longest = max(broken)
    near = sum(length > 0.75 * longest for length in broken)
    return longest <= 140 and median(broken) >= 45 and near > 0.55 * len(broken)


def _is_ours(line: str) -> bool:
    """Whether a line stands by itself however lines are broken: a remark, a heading."""
    stripped = line.strip()
    return is_aside(stripped) or (len(line) < 80 and _EXAMINATION.fullmatch(stripped) is not None)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _starts(
    lines: Sequence[str], openings: Sequence[Candidate | None], wrapped: bool
) -> Iterator[bool]:
    """Say of each line whether a paragraph can begin there."""
    margins = Counter(_indent(line) for line in lines if line.strip())
    margin = margins.most_common(1)[0][0] if margins else 0
    previous = ""
    for line, opening in zip(lines, openings, strict=True):
        if not line.strip():
            yield False
        elif not wrapped or not previous.strip():
            yield True
        elif opening is not None and opening.shape is not Shape.NONE:
            yield bool(_ENDS_SENTENCE.search(previous.rstrip()[-8:])) or len(previous) < 40
        else:
            apart = _indent(line) >= margin + 2 or line.lstrip()[0] in "([" or _is_ours(line)
            yield _is_ours(previous) or (
                apart and bool(_ENDS_SENTENCE.search(previous.rstrip()[-8:]) or _is_ours(line))
            )
        previous = line


def _joined(lines: Sequence[str]) -> str:
    pieces: list[str] = []
    for line in lines:
        stripped = line.strip()
        if not stripped:
            continue
        # A word divided at the margin keeps its hyphen: nobody knows whether it has one.
        divided = pieces and _DIVIDED.search(pieces[-1][-4:]) and stripped[0].islower()
        pieces.append(stripped if divided or not pieces else f" {stripped}")
    return "".join(pieces)


def _walk(paragraphs: Sequence[_Paragraph], evidence: Evidence) -> Dialogue:
    before: list[str] = []
    parts: list[Turn | Block] = []
    turn: _Open | None = None
    offices: dict[str, Label] = {}
    opened = joined = 0
    speakers: set[str] = set()
    for number, item in enumerate(paragraphs, start=1):
        joined += max(0, len(item.lines) - 1)
        text = _joined(item.lines)
        if item.opening is not None:
            opened += 1
            if turn is not None:
                parts.extend(_close(turn))
            turn = _open(item.opening, evidence, offices)
            speakers.add(turn.label.key)
            if text:
                turn.blocks.append(paragraph(text, turn.start))
        elif turn is None:
            before.append(text)
        elif _NARRATOR.fullmatch(text) or (
            number == len(paragraphs) and _CLOSING_TIME.fullmatch(text)
        ):
            parts.extend(_close(turn))
            turn = (
                None
                if not parts
                else _interrupted(turn, parts, unspoken(BlockKind.NARRATIVE, text))
            )
        else:
            silent = not any(block.kind is BlockKind.PARAGRAPH for block in turn.blocks)
            turn.blocks.append(_inside(text, turn.start if silent else None))
    if turn is not None:
        parts.extend(_close(turn))
    return Dialogue(
        tuple(before), tuple(parts), joined, opened / max(1, len(paragraphs)), len(speakers)
    )


def _interrupted(turn: _Open, parts: list[Turn | Block], block: Block) -> _Open:
    parts.append(block)
    return _Open(turn.label, Attribution.PROPAGATED, None)


def _open(opening: Candidate, evidence: Evidence, offices: dict[str, Label]) -> _Open:
    label = opening.label
    attribution = Attribution.PRINTED
    if not label.printed:
        return _Open(Label("", None), Attribution.INFERRED, opening.seconds)
    holder = offices.get(label.key)
    full = evidence.full_name(label.speaker) if label.speaker else None
    if holder is not None and label.role is None:
        label = Label(label.printed, holder.speaker, holder.role, label.note)
        attribution = Attribution.PROPAGATED
    elif full is not None:
        label = Label(label.printed, full, label.role, label.note)
    elif label.role and label.printed.startswith(label.role):
        offices[label.role.casefold()] = label
    return _Open(label, attribution, opening.seconds)


def _inside(text: str, start: float | None) -> Block:
    """Return the block that a paragraph without a label is, inside a turn."""
    heading = _HEADING.fullmatch(text)
    if heading:
        return Block(BlockKind.HEADING, heading["text"])
    if is_elision(text):
        return Block(BlockKind.ELISION, text)
    if len(text) < 200 and _SEPARATOR.fullmatch(text):
        return Block(BlockKind.HEADING, text)
    if len(text) < 100 and _RISES.fullmatch(text):
        return Block(BlockKind.ASIDE, text)
    if len(text) < 60 and _EXAMINATION.fullmatch(text):
        return Block(BlockKind.HEADING, text)
    if is_aside(text) and not _SPEECH_IN_BRACKETS.search(text):
        return Block(BlockKind.ASIDE, text)
    if len(text) <= 80 and text.isupper() and len(text.split()) > 1 and text[-1] not in ".!?,;:—-":
        return Block(BlockKind.HEADING, text)
    return paragraph(text, start)


def _close(turn: _Open) -> Iterator[Turn | Block]:
    """Yield the turn, then what stands after its last words: headings are nobody's."""
    blocks = list(turn.blocks)
    after: list[Block] = []
    while blocks and blocks[-1].kind is BlockKind.HEADING:
        after.insert(0, blocks.pop())
    label = turn.label
    # What a narrator's line cut off is no turn if nobody spoke after it.
    if blocks or turn.attribution is not Attribution.PROPAGATED:
        if any(block.kind is BlockKind.PARAGRAPH for block in blocks) or label.printed:
            yield Turn(
                0,
                label.speaker,
                label.role,
                label.printed,
                label.note,
                turn.attribution,
                tuple(blocks),
                turn.start,
            )
        else:
            yield from blocks
    yield from after
