"""Subtitle cues, as WebVTT and SRT print them."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tui.reading.label_lines import seconds_of

_CLOCK = r"(?:\d{1,4}:)?\d{1,2}:\d{2}[.,]\d{1,9}|\d{1,4}:\d{2}:\d{2}|\d{1,6}[.,]\d{1,9}"
_TIMING = re.compile(rf"\s*(?P<start>{_CLOCK})\s*--+>\s*(?P<end>{_CLOCK})(?P<rest>.*)")
_OPEN = re.compile(rf"\s*(?P<start>{_CLOCK})\s*--+>?\s*")
"""The time of a cue whose end a program left out."""
_SETTING = re.compile(r"\s*(?:(?:align|line|position|size|vertical|region|X1|X2|Y1|Y2):\S+)")
_IDENTIFIER = re.compile(r"\d{1,7}|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}(?:[/-]\S*)?|[\w.-]{1,60}")
_COMMENT = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
_TAG = re.compile(
    r"</?(?:[cibu]|lang|ruby|rt|font|em|strong|span)(?:[.\s][^<>]{0,200})?>|<(?:\d+:)?\d+:\d+[.,]\d+>"
    r"|\{\\[^{}]{0,40}\}",
    re.IGNORECASE,
)
_DASH = re.compile(r"[-–—]\s*(?=[^\W_])")


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


def changes(cue: Cue) -> bool:
    """Whether two lines of the cue or more open with a dash."""
    return sum(_DASH.match(line) is not None for line in map(plain, cue.lines)) > 1


def undashed(line: str) -> str:
    """Return a line without the dash that marks a change of speaker."""
    return _DASH.sub("", line, count=1)
