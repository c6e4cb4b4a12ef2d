"""The body of a page as pieces: paragraphs with soft breaks joined, and what is no paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from tui.model import Attribution
from tui.reading.blocks import is_elision
from tui.reading.captions import SPOKEN, TELLING
from tui.reading.flow import continues, ends_open, join
from tui.reading.labels import Label, is_anonymous, is_name_word, is_office, is_office_word
from tui.reading.page import BOX_TITLES, COUNTER, SEPARATOR, Box, box_at

_LABEL_LENGTH = 200
_LABEL_LINE = re.compile(
    r"(?P<name>[^\s:()]+(?: [^\s:()]+){0,7})\s*(?:\([^()]{1,60}\)\s*)?:(?:\s|\Z)"
)
_COLON = re.compile(r"(?:\([^()]{1,60}\)?\s*)?:")
"""What follows a label that was a link: its colon, perhaps behind a remark in brackets."""
_PARAGRAPH_LENGTH = 10_000
"""Beyond this no soft break is believed: nobody talks like that, and joining stays linear."""
_TITLE_LENGTH = 140
_MARK_LENGTH = 40
"""No counter and no mark of omission is as long."""
_NAME_WORDS = 4
_BOX_LINES = 12
_BOX_LINE = 200


class Kind(Enum):
    """What a piece is before anybody knows who speaks."""

    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    BOX = "box"
    ELISION = "elision"
    SEPARATOR = "separator"
    FURNITURE = "furniture"


@dataclass(slots=True)
class Piece:
    """A piece of the body.

    Attributes:
        kind: What it is.
        text: Its text; "" for a box.
        box: The box, where it is one.
        number: Position among the paragraphs; -1 for what is none.
        label: The speaker's label it begins with, once known.
        words_at: Where the words after the label begin.
        attribution: How sure the label is.
    """

    kind: Kind
    text: str = ""
    box: Box | None = None
    number: int = -1
    label: Label | None = None
    words_at: int = 0
    attribution: Attribution = Attribution.PRINTED


def pieces_of(lines: list[str]) -> tuple[list[Piece], int]:
    """Take the lines of a body apart.

    Args:
        lines: Stripped lines, "" for an empty one.

    Returns:
        The pieces in order, and how many soft breaks were joined.
    """
    pieces: list[Piece] = []
    joined = 0
    boxes = [i for i, line in enumerate(lines) if line in BOX_TITLES]
    last_box = boxes[-1] if boxes else -1
    fresh = True
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line:
            at += 1
            fresh = True
            continue
        if line in BOX_TITLES and at + 1 < len(lines):
            closing = at == last_box and _closes(lines, at)
            box, at = box_at(lines, at, closing=closing)
            pieces.append(Piece(Kind.BOX, box=box))
            fresh = True
            continue
        at += 1
        kind = _kind(line)
        if kind is not Kind.PARAGRAPH:
            pieces.append(Piece(kind, line))
            fresh = fresh or kind is not Kind.FURNITURE
            if COUNTER.match(line) and at < len(lines) and _kind(lines[at]) is Kind.PARAGRAPH:
                if lines[at] and lines[at] not in BOX_TITLES:
                    pieces.append(Piece(Kind.CAPTION, lines[at]))
                    at += 1
                fresh = True
        elif not fresh and pieces[-1].kind is Kind.PARAGRAPH and _goes_on(lines, at, pieces):
            pieces[-1].text = join(pieces[-1].text, line)
            joined += 1
        else:
            pieces.append(Piece(Kind.PARAGRAPH, line))
            fresh = False
    number = 0
    for piece in pieces:
        if piece.kind is Kind.PARAGRAPH:
            piece.number = number
            number += 1
    return pieces, joined


def _kind(line: str) -> Kind:
    if len(line) >= _MARK_LENGTH and line[0] != "*":
        return Kind.PARAGRAPH
    if SEPARATOR.match(line):
        return Kind.SEPARATOR
    if line == "None" or COUNTER.match(line):
        return Kind.FURNITURE
    return Kind.ELISION if is_elision(line) else Kind.PARAGRAPH


def _closes(lines: list[str], at: int) -> bool:
    """Say whether nothing but entries follows a box's title."""
    rest = [line for line in lines[at + 1 :] if line]
    return len(rest) <= _BOX_LINES and all(
        len(line) < _BOX_LINE and not line.endswith((".", ">")) for line in rest
    )


def _tells_nothing(previous: str) -> bool:
    """Say whether what stands before is a title or a caption: short, and no verb in it."""
    return (
        len(previous) < _TITLE_LENGTH
        and TELLING.search(previous) is None
        and SPOKEN.search(previous) is None
    )


def _is_label_line(line: str) -> bool:
    """Say whether a line begins with a name and a colon: the rest of a label, perhaps."""
    found = _LABEL_LINE.match(line)
    if found is None:
        return False
    words = found["name"].split()
    name = words[-2:] if len(words) > _NAME_WORDS else words
    return all(is_name_word(word) and not is_office_word(word) for word in name)


def are_halves(previous: str, line: str) -> bool:
    """Say whether two lines are a given name and a surname."""
    surname = line.partition(":")[0].partition("(")[0].strip()
    return all(
        " " not in word and is_name_word(word) and not is_office_word(word) and len(word) > 1
        for word in (previous, surname)
    ) and not is_anonymous(surname)


def _goes_on(lines: list[str], next_index: int, pieces: list[Piece]) -> bool:
    """Say whether the line before ``next_index`` continues the last paragraph."""
    line = lines[next_index - 1]
    previous = pieces[-1].text
    if len(previous) > _PARAGRAPH_LENGTH or not continues(previous, line):
        return False
    if line[0].isalnum():
        # A label that begins here, its colon here or on the next line, is a new paragraph.
        if line[0].isupper() and (": " in line[:_LABEL_LENGTH] or _tells_nothing(previous)):
            following = "".join(lines[next_index : next_index + 1])
            if _COLON.match(following) or _is_label_line(line):
                return is_office(previous) or are_halves(previous, line)
            return False
        ahead = [bool(_COLON.match(following)) for following in lines[next_index : next_index + 2]]
        if True in ahead:
            if line[0].islower():
                return ends_open(previous)
            # A name on its own line under its office: "President of China⏎Xi Jinping⏎: …".
            return ahead[0] and is_office(previous)
    return True
