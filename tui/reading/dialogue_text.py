"""From lines of text to turns, wherever labels are printed at the beginning of lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tui.model import Attribution, Block, BlockKind, Turn
from tui.reading.blocks import is_aside, is_elision, paragraph, unspoken
from tui.reading.dashed_questions import with_dashed_questions
from tui.reading.header_fields import announced_first, fields_above, without_lists
from tui.reading.label_evidence import Evidence
from tui.reading.label_lines import Candidate, Form, candidate, seconds_of
from tui.reading.paragraph_starts import (
    EXAMINATION,
    is_wrapped,
    seated,
    split_inside,
    starts,
)
from tui.reading.print_styles import with_colons
from tui.reading.printed_label import Label, Shape, shape
from tui.reading.run_in import without_run_ins

_SPEECH_IN_BRACKETS = re.compile(r"inaudible|indiscernible|unintelligible", re.IGNORECASE)
_NARRATOR = re.compile(
    r"END\b.{0,40}|The (?:meeting|sitting|session|committee|house|council|hearing|proceedings?|"
    r"conference) (?:rose|was (?:called to order|adjourned|suspended|resumed|closed)|adjourned|"
    r"resumed|recessed|met|concluded) (?:at|until|from)\b.{0,120}|Whereupon\b.{0,300}|"
    r"(?:Main )?[Qq]uestion (?:again )?(?:put|proposed)\b[^?!]{0,120}|"
    r"NOTE: The [^?!]{0,900}|"
    r"Adjourned (?:accordingly )?(?:at|till|until)\b.{0,120}|"
    r"The (?:\w+ ){0,3}clerk (?:read|called|proceeded|will call)\b.{0,120}"
)
_SEPARATOR = re.compile(r"[*_=#~-](?:\s*[*_=#~-]){2,80}")
_CLOSING_TIME = re.compile(r"\d{1,2}[:.]\d{2}\s*[AaPp]\.?[Mm]\.?(?: [A-Z]{2,4})?")
_ADDRESSED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Justice|Judge|Senator|Professor|Minister)\.?[ \xa0]([A-Z][\w'’-]+)"
)
_CLOCK_BEFORE = re.compile(r"[\[(]((?:\d{1,3}:)?\d{1,2}:\d{2})[\])]\s+(?=\S)")
"""The time of a turn whose label stands on the line above."""
_DIVIDED = re.compile(r"[^\W\d_]-$")
_RISES = re.compile(r"(?:§\s*)?[^!?]{3,80}\b(?:rose|interjecting|having interjected)\s?[—–-]+")
_HEADING = re.compile(r"#{1,6}\s+(?P<text>\S.*)")


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
    lines = [piece for line in seated(lines) for piece in split_inside(line)]
    lines = with_colons(without_run_ins(lines))
    if wrapped is None:
        wrapped = is_wrapped(lines)
    openings = without_lists(lines, [candidate(line) for line in lines])
    openings = with_dashed_questions(lines, openings)
    begun = list(starts(lines, openings, wrapped))
    evidence = Evidence(
        [c for c, begins in zip(openings, begun, strict=True) if c is not None and begins],
        sum(begun),
        frozenset(name.casefold() for line in lines for name in _ADDRESSED.findall(line)),
        names,
        whole=True,
    )
    announced = announced_first(lines, openings)
    turns = [
        opening
        if begins and opening and (number in announced or evidence.accepts(opening))
        else None
        for number, (opening, begins) in enumerate(zip(openings, begun, strict=True))
    ]
    fields = fields_above(lines, turns, wrapped)
    paragraphs: list[_Paragraph] = []
    for number, (line, begins) in enumerate(zip(lines, begun, strict=True)):
        if not line.strip():
            continue
        accepted = turns[number] if number not in fields else None
        if accepted is not None and not _names_its_holder(accepted, lines[number + 1 :][:1]):
            paragraphs.append(_Paragraph([accepted.rest] if accepted.rest else [], accepted))
        elif begins or not paragraphs:
            paragraphs.append(_Paragraph([line]))
        else:
            paragraphs[-1].lines.append(line)
    return _walk(paragraphs, evidence)


_FUNCTION_WORDS = """
host hosts guest guests moderator moderators speaker speakers presenter interviewer interviewee
chair chairman panelist panelists panellist
"""
_FUNCTIONS = frozenset(_FUNCTION_WORDS.split())


def _names_its_holder(opening: Candidate, following: Sequence[str]) -> bool:
    """Whether the line is of a header's list, such as ``Host: Alice Example``.

    Args:
        opening: The line.
        following: The line after it, which may hold the name.
    """
    if opening.form is not Form.COLON or opening.shape is not Shape.STRONG:
        return False
    rest = (opening.rest or "".join(following)).strip().rstrip(".")
    return (
        opening.label.printed.casefold() in _FUNCTIONS
        and len(rest) < 60
        and " " in rest
        and shape(rest) is Shape.STRONG
    )


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
            clock = _CLOCK_BEFORE.match(text) if silent and turn.start is None else None
            if clock:
                turn.start = seconds_of(clock[1])
                text = text[clock.end() :]
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
    if len(text) < 60 and EXAMINATION.fullmatch(text):
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
