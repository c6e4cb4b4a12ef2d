"""How a line of a cue names who speaks it: ``Name: words``, ``>> Name: words``."""

from __future__ import annotations

import re

from tui.reading.label_lines import Candidate, Form, candidate
from tui.reading.printed_label import Label, Shape, shape, take_apart

_NAMED = re.compile(r"(?!>>)(?P<label>[^\s:][^:]{0,80}):(?=\s|$)")
_FIELD = re.compile(
    r"(?:meeting|call|webinar|session|episode|recording) (?:title|topic|date|time|duration|host|"
    r"location|agenda|attendees|participants)|"
    r"(?:hosted|recorded|transcribed|captioned|presented) by",
    re.IGNORECASE,
)
"""What a program tells about the recording in a cue of its own."""
_HASTY = re.compile(
    r"(?:(?:vice|deputy) )?(?:mayor|council ?(?:member|man|woman)|councill?or|commissioner|"
    r"alder(?:man|woman|person)|supervisor|trustee|chair(?:man|woman|person)?|president|director|"
    r"mr\.?|mrs\.?|ms\.?|dr\.?)(?: [a-z][a-z'’.-]*){0,3}"
)
"""Who sits on a council, as live captioners write it in haste."""
_TELEPHONE = re.compile(r"\+?\d[\d ().*-]{6,20}")


def opening(line: str) -> Candidate | None:
    """Return the turn that a line of a cue could begin, or None."""
    found = candidate(line)
    if found is None or found.form not in (Form.COLON, Form.CHEVRON):
        return None
    if found.form is Form.CHEVRON and not found.label.printed:
        return _in_small_letters(found) or found
    return None if _is_field(found.label.printed) else found


def is_named(line: str) -> bool:
    """Whether anything at all stands before a colon."""
    return _NAMED.match(line) is not None


def is_field(line: str) -> bool:
    """Whether a line tells about the recording: ``Meeting title: …``."""
    found = _NAMED.match(line)
    return found is not None and _is_field(found["label"])


def _is_field(printed: str) -> bool:
    return _FIELD.fullmatch(printed) is not None


def _in_small_letters(change: Candidate) -> Candidate | None:
    """Return the speaker behind a mark of change whose office and name have no capitals.

    Live captioners write ``>> councilmember berg: present.`` in haste.
    """
    found = _NAMED.match(change.rest)
    if found is None or not _HASTY.fullmatch(found["label"].strip()):
        return None
    label = take_apart(found["label"])
    return Candidate(Form.CHEVRON, label, Shape.STRONG, change.rest[found.end() :].strip())


def on_screen(line: str) -> Candidate | None:
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


def named(line: str) -> Candidate | None:
    """Return the speaker of a line in a file whose every cue names one, whatever it looks like."""
    found = _NAMED.match(line)
    if found is None or _is_field(found["label"]):
        return None
    label = take_apart(found["label"])
    return Candidate(Form.COLON, label, Shape.STRONG, line[found.end() :].strip())
