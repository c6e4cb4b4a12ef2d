"""Subtitle cues, as WebVTT and SRT print them, and the speakers named in their text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tui.reading.cue_names import with_names_in_line
from tui.reading.label_evidence import Evidence
from tui.reading.label_lines import Candidate, Form, candidate, seconds_of
from tui.reading.printed_label import Label, Shape, shape, take_apart
from tui.reading.timed import Piece

_CLOCK = r"(?:\d{1,4}:)?\d{1,2}:\d{2}[.,]\d{1,9}|\d{1,4}:\d{2}:\d{2}|\d{1,6}[.,]\d{1,9}"
_TIMING = re.compile(rf"\s*(?P<start>{_CLOCK})\s*--+>\s*(?P<end>{_CLOCK})(?P<rest>.*)")
_OPEN = re.compile(rf"\s*(?P<start>{_CLOCK})\s*--+>?\s*")
"""The time of a cue whose end a program left out."""
_SETTING = re.compile(r"\s*(?:(?:align|line|position|size|vertical|region|X1|X2|Y1|Y2):\S+)")
_IDENTIFIER = re.compile(r"\d{1,7}|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}(?:[/-]\S*)?|[\w.-]{1,60}")
_COMMENT = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)*(?:[ \t]+(?P<name>[^<>]*))?>|</v\s*>")
_TAG = re.compile(
    r"</?(?:[cibu]|lang|ruby|rt|font|em|strong|span)(?:[.\s][^<>]{0,200})?>|<(?:\d+:)?\d+:\d+[.,]\d+>"
    r"|\{\\[^{}]{0,40}\}",
    re.IGNORECASE,
)
_DASH = re.compile(r"[-–—]\s*(?=[^\W_])")
_LONE_DASH = re.compile(r"[-–] ?[A-ZÀ-ÞА-Я¿¡]")
_NAMED = re.compile(r"(?!>>)(?P<label>[^\s:][^:]{0,80}):(?=\s|$)")
_TELEPHONE = re.compile(r"\+?\d[\d ().*-]{6,20}")
_SENTENCE_END = re.compile(r"[.!?…\])]\W*$")


@dataclass(slots=True)
class Cue:
    """One cue.

    Attributes:
        start: Seconds from the beginning of the recording.
        end: Likewise; None where the file gives none.
        lines: Its text as it stands in the file.
    """

    start: float
    end: float | None
    lines: list[str] = field(default_factory=list)


def is_timing(line: str) -> bool:
    """Whether the line gives the times of a cue."""
    if "--" not in line[:80]:
        return False
    return _TIMING.match(line[:400]) is not None or _OPEN.fullmatch(line[:400]) is not None


def read_cues(lines: Sequence[str]) -> tuple[list[Cue], list[str]]:
    """Read cues; blank lines inside a cue's text do not end it.

    Args:
        lines: The file's lines, without its signature.

    Returns:
        The cues in their order, and the lines that are of no cue, verbatim.
    """
    cues: list[Cue] = []
    others: list[str] = []
    comment = False
    blank = True
    for number, line in enumerate(lines):
        found = _TIMING.match(line) if "-->" in line[:80] else None
        begun = _OPEN.fullmatch(line) if found is None and "--" in line[:80] else None
        if begun:
            cues.append(Cue(seconds_of(begun["start"]), None))
            comment = False
        elif found:
            cue = Cue(seconds_of(found["start"]), seconds_of(found["end"]))
            rest = found["rest"]
            while setting := _SETTING.match(rest):
                rest = rest[setting.end() :]
            if rest.strip():
                cue.lines.append(rest.strip())
            cues.append(cue)
            comment = False
        elif not line.strip():
            comment = False
        elif blank and _COMMENT.match(line):
            comment = True
            others.append(line)
        elif (
            number + 1 < len(lines)
            and is_timing(lines[number + 1])
            and (blank or line.strip().isdigit())
            and _IDENTIFIER.fullmatch(line.strip())
        ):
            pass  # the cue's identifier says nothing of the meeting
        elif comment or not cues:
            others.append(line)
        else:
            cues[-1].lines.append(line)
        blank = not line.strip()
    return cues, others


def unrolled(cues: Sequence[Cue]) -> int:
    """Take out lines that a cue repeats from the one before, and return how many.

    Live captions roll: each cue shows the last line again above the new one.

    Args:
        cues: Changed in place; meant for files whose words carry times of their own.
    """
    taken = 0
    before = ""
    for cue in cues:
        shown = [line for line in map(plain, cue.lines) if line]
        if shown and before and shown[0] == before:
            cue.lines = cue.lines[1:]
            taken += 1
        before = shown[-1] if shown else before
    return taken


def plain(text: str) -> str:
    """Return cue text without its markup, entities resolved."""
    return " ".join(html.unescape(_TAG.sub("", text)).replace("\u200b", "").split())


def untimed(lines: Sequence[str]) -> list[str]:
    """Return a warning if lines of no cue look like times that could not be read."""
    odd = [line for line in lines if "-->" in line[:80]]
    if not odd:
        return []
    return [
        f"{len(odd)} lines look like times and could not be read (“{odd[0][:40].strip()}”); the "
        "words below them were left out of the speech."
    ]


def voiced(cues: Sequence[Cue]) -> list[Piece] | None:
    """Return the pieces of cues that mark voices (``<v Name>``), None if none does.

    One cue may hold several voices; words outside any voice have no speaker, unless the
    file names a voice only where it changes.
    """
    pieces: list[Piece] = []
    named = False
    going_on = _voices_where_they_change(cues)
    spoke: Label | None = None
    for cue in cues:
        text = "\n".join(cue.lines)
        position, label = 0, None
        if going_on and "<v" not in text:
            label = spoke
        if "<v" not in text and _changes(cue):
            pieces.extend(
                Piece(None, _DASH.sub("", plain(line), count=1), cue.start, cue.end, True)
                for line in cue.lines
            )
            continue
        for found in _VOICE.finditer(text):
            pieces.append(Piece(label, plain(text[position : found.start()]), cue.start, cue.end))
            name = plain(found["name"] or "")
            label = take_apart(name) if name else None
            named = named or label is not None
            spoke = label or spoke
            position = found.end()
        pieces.append(Piece(label, plain(text[position:]), cue.start, cue.end))
    return [piece for piece in pieces if piece.text] if named else None


def _voices_where_they_change(cues: Sequence[Cue]) -> bool:
    """Whether a voice is marked once for all the cues it speaks, as podcasts are told to.

    A file that marks the same voice twice running marks every cue, and a cue without a voice
    is then of nobody known.
    """
    names = [
        found["name"].strip()
        for cue in cues
        for found in _VOICE.finditer("\n".join(cue.lines))
        if found["name"]
    ]
    return len(names) > 1 and all(a != b for a, b in pairwise(names))


def labelled(cues: Sequence[Cue]) -> list[Piece]:
    """Return the pieces of cues that name a speaker in their text, ``Name: words``.

    A cue without label goes on with the speaker before it.
    """
    cues = with_names_in_line(cues)
    dashed = any(map(_changes, cues))
    lines = [(cue, _as_change(cue, plain(line), dashed)) for cue in cues for line in cue.lines]
    openings = [_opening(line) for _, line in lines]
    evidence = Evidence([c for c in openings if c is not None], len(cues), frozenset())
    accepted = list(_accepted(openings, evidence))
    if _all_named(cues, accepted):
        accepted = [
            accept or (_named(line) if line == plain(cue.lines[0]) else None)
            for (cue, line), accept in zip(lines, accepted, strict=True)
        ]
    weak = any(c.shape is Shape.WEAK for c in accepted if c is not None)
    programmed = _mostly_named(cues, accepted)
    pieces: list[Piece] = []
    label = None
    before = "."
    for (cue, line), opening, accept in zip(lines, openings, accepted, strict=True):
        begins_cue = line == _as_change(cue, plain(cue.lines[0]), dashed)
        sparse = opening is not None and opening.shape is Shape.WEAK and weak and begins_cue
        if accept is None and sparse and _SENTENCE_END.search(before):
            accept = opening
        change = False
        if accept is None and programmed and begins_cue:
            accept = _on_screen(line)
        if accept is not None:
            label = accept.label if accept.label.printed else None
            change = label is None
            line = accept.rest
        if line:
            pieces.append(Piece(label, line, cue.start, cue.end, change))
            before = line
    return pieces


def _as_change(cue: Cue, line: str, dashed: bool) -> str:
    """Return a line of a cue in which two people speak, as captioners mark the change.

    ``- Yes.`` above ``- No.`` says that the speaker changes, and not who speaks. Where the
    file prints it so (``dashed``), a cue that opens with a lone dash says the same.
    """
    lone = dashed and _LONE_DASH.match(line) and line == plain(cue.lines[0])
    return _DASH.sub(">> ", line, count=1) if lone or _changes(cue) else line


def _changes(cue: Cue) -> bool:
    """Whether two lines of the cue or more open with a dash."""
    return sum(_DASH.match(line) is not None for line in map(plain, cue.lines)) > 1


def _opening(line: str) -> Candidate | None:
    found = candidate(line)
    if found is None or found.form not in (Form.COLON, Form.CHEVRON):
        return None
    return found


def _accepted(
    openings: Sequence[Candidate | None], evidence: Evidence
) -> Iterator[Candidate | None]:
    for opening in openings:
        yield opening if opening is not None and evidence.accepts(opening) else None


def _all_named(cues: Sequence[Cue], accepted: Sequence[Candidate | None]) -> bool:
    """Whether a program named the speaker in every cue, so that any name is one: ``iPhone``."""
    filled = [cue for cue in cues if cue.lines]
    named = sum(_NAMED.match(plain(cue.lines[0])) is not None for cue in filled)
    return len(filled) > 1 and named == len(filled) and 2 * sum(map(bool, accepted)) > len(filled)


def _mostly_named(cues: Sequence[Cue], accepted: Sequence[Candidate | None]) -> bool:
    """Whether a program named the speaker in nearly every cue, not only where one changes."""
    filled = sum(bool(cue.lines) for cue in cues)
    named = sum(c is not None and bool(c.label.printed) for c in accepted)
    return named > 1 and 2 * named >= filled


def _on_screen(line: str) -> Candidate | None:
    """Return the label a meeting shows for who has no plain name: a telephone, ``Ann | Sales``."""
    found = _NAMED.match(line)
    if found is None:
        return None
    shown = found["label"]
    name, bar, rest = (piece.strip() for piece in shown.partition("|"))
    if bar and shape(name) is Shape.STRONG:
        label = Label(shown, name, rest or None)
    elif _TELEPHONE.fullmatch(shown):
        label = Label(shown, shown)
    else:
        return None
    return Candidate(Form.COLON, label, Shape.STRONG, line[found.end() :].strip())


def _named(line: str) -> Candidate | None:
    found = _NAMED.match(line)
    if found is None:
        return None
    label = take_apart(found["label"])
    return Candidate(Form.COLON, label, Shape.STRONG, line[found.end() :].strip())
