"""What a decision of each kind must say, asked of those that come from another library.

A decision is replayed over every meeting that it concerns, so one that says too little, or a date
that is none, would cost more than itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tui.library.deciding import checked
from tui.library.decisions import ABOUT_TURNS, FIELD, NAMINGS, Decision
from tui.library.errors import UndecidableError
from tui.library.replaying import FIELDS

_MARK: Mapping[str, type | tuple[type, ...]] = {
    "turn": int,
    "capture": str,
    "label": (str, type(None)),
    "opening": list,
    "words": str,
    "before": str,
    "after": str,
}


def is_sound(decision: Decision) -> bool:
    """Whether a decision says all that its kind needs.

    One of a kind that this release does not know is sound: it is kept and has no effect.
    """
    value = decision.value
    if decision.kind in NAMINGS:
        return decision.meeting is None and _is_naming(value)
    if decision.kind == FIELD:
        return isinstance(decision.meeting, str) and _is_correction(value)
    if decision.kind in ABOUT_TURNS:
        return isinstance(decision.meeting, str) and _is_about_turn(value)
    return decision.meeting is None or isinstance(decision.meeting, str)


def _is_naming(value: Mapping[str, Any]) -> bool:
    people = value.get("people")
    return (
        _is_words(value.get("to"))
        and isinstance(people, list)
        and len(people) > 0
        and all(isinstance(one, dict) and _is_person(one) for one in people)
    )


def _is_person(person: Mapping[str, Any]) -> bool:
    meetings = person.get("meetings", "")
    return _is_words(person.get("name")) and (
        meetings is None
        or (isinstance(meetings, list) and all(isinstance(key, str) for key in meetings))
    )


def _is_correction(value: Mapping[str, Any]) -> bool:
    field, to = value.get("field"), value.get("to")
    if not (isinstance(field, str) and _says(value)):
        return False
    if field not in FIELDS:
        return True
    try:
        return checked(field, to or "") == to
    except UndecidableError:
        return False


def _is_about_turn(value: Mapping[str, Any]) -> bool:
    mark = value.get("mark")
    return (
        _says(value)
        and isinstance(mark, dict)
        and all(isinstance(mark.get(name, ...), kind) for name, kind in _MARK.items())
    )


def _says(value: Mapping[str, Any]) -> bool:
    """Whether it is said what holds now and what held before."""
    return all(isinstance(value.get(name, ...), str | None) for name in ("to", "was"))


def _is_words(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
