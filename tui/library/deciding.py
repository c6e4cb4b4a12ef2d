"""What people may decide: each function takes decisions and returns those that hold after it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from tui.library.decisions import FIELD, MERGE, NAME, ROLE, SPEAKER, Decision, Decisions
from tui.library.errors import NotFound, UndecidableError
from tui.library.people import Person, fold_name, is_full
from tui.library.people_meant import find_people, find_person
from tui.library.replaying import FIELDS
from tui.library.turn_marks import mark
from tui.model import Meeting

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def merge(
    decisions: Decisions, people: Iterable[Person], names: Sequence[str], to: str | None = None
) -> Decisions:
    """Decide that several people are one human.

    Args:
        decisions: Those that hold.
        people: Everybody who speaks.
        names: Names or ids; the first gives the name that is kept.
        to: The name to keep instead.

    Raises:
        UndecidableError: They are one person already, or fewer than two.
        NotFound: Nobody goes by one of the names; likewise AmbiguousPersonError.
    """
    people = tuple(people)
    found = list({one.id: one for one in (find_person(people, name) for name in names)}.values())
    if len(found) < 2:
        raise UndecidableError(
            f"{' and '.join(f'“{name}”' for name in names)}: this is one person already. "
            "Nothing was changed. Name two people or more."
        )
    value = {"people": [_described(one) for one in found], "to": _name(to or found[0].name)}
    return decisions.adding(MERGE, None, value)


def name(
    decisions: Decisions,
    people: Iterable[Person],
    old: str,
    new: str,
    *,
    meetings: Sequence[str] = (),
    everywhere: bool = False,
    kind: str = NAME,
) -> Decisions:
    """Decide that a name is another: a person's, or who stands behind a label.

    Args:
        decisions: Those that hold.
        people: Everybody who speaks.
        old: A person's name or id, or a label such as ``SPEAKER_00``.
        new: The name from now on.
        meetings: Ids of the meetings in which it holds; none for all of that person's.
        everywhere: Whether a label that fits people of several meetings means all of them.
        kind: ``NAME``; ``SPLIT`` for taking somebody apart.

    Raises:
        NotFound: Nobody goes by the name there; likewise AmbiguousPersonError.
        UndecidableError: The new name is empty, or changes nothing.
    """
    found = find_people(people, old)
    if meetings:
        found = tuple(one for one in found if set(meetings) & set(one.meetings))
        if not found:
            raise NotFound(f"Nobody goes by “{old}” in {', '.join(meetings)}. Nothing was changed.")
    if everywhere or (meetings and len({fold_name(one.name) for one in found}) == 1):
        if not found:
            raise NotFound(f"Nobody goes by “{old}”. `stenogram people` lists everyone.")
        whose = {"name": found[0].name, "meetings": list(meetings) or None}
    else:
        whose = _described(find_person(found, old))
    if meetings:
        whose["meetings"] = list(meetings)
    to = _name(new)
    if to == whose["name"] and (is_full(to) or not (everywhere or meetings)):
        raise UndecidableError(
            f"“{to}” is what they are called already. Nothing was changed. Two people of one full "
            "name need something that tells them apart, such as a place in brackets."
        )
    return decisions.adding(kind, None, {"people": [whose], "to": to})


def split(decisions: Decisions, people: Iterable[Person], name: str) -> Decisions:
    """Take back every merge that made a person.

    Raises:
        NotFound: Nobody goes by the name; likewise AmbiguousPersonError.
        UndecidableError: Nobody ever merged them.
    """
    person = find_person(people, name)
    merges = {
        decision.number
        for decision in decisions.all
        if decision.kind == MERGE and _makes(decisions, decision, person)
    }
    if not merges:
        raise UndecidableError(
            f"{person.name} was not merged by hand, so there is nothing to split. Nothing was "
            "changed. Where one name is two people's, say which meetings are the other's: "
            f"`stenogram people split {person.id} --in ID --as NAME`."
        )
    return decisions.without(merges)


def correct(
    decisions: Decisions, meeting: Meeting, field: str, to: str | None
) -> tuple[Decisions, bool]:
    """Correct a meeting's date, time, title or place.

    Args:
        decisions: Those that hold.
        meeting: The meeting with them.
        field: One of ``FIELDS``.
        to: The right value, as printed where it is printed; "" for unknown.

    Returns:
        The decisions, and whether there is anything new in them.

    Raises:
        UndecidableError: The value cannot be one of this field.
    """
    assert field in FIELDS
    value = checked(field, (to or "").strip())
    was = getattr(meeting, field)
    if was == value:
        return decisions, False
    return decisions.adding(FIELD, meeting.id, {"field": field, "to": value, "was": was}), True


def checked(field: str, value: str) -> str | None:
    """Return a value as a meeting's field holds it; None for unknown.

    Args:
        field: One of ``FIELDS``.
        value: The value without white space around it; "" for unknown.

    Raises:
        UndecidableError: The value cannot be one of this field.
    """
    if field == "date" and value:
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            raise UndecidableError(
                f"“{value}” is no date. Nothing was changed. Write it as 2013-05-29."
            ) from None
    if field == "time" and value and not _TIME.fullmatch(value):
        raise UndecidableError(f"“{value}” is no time. Nothing was changed. Write it as 12:45.")
    if field == "title" and not value:
        raise UndecidableError("A title cannot be empty. Nothing was changed.")
    return value if value or field == "place" else None


def correct_speaker(
    decisions: Decisions, meeting: Meeting, number: int, to: str | None
) -> tuple[Decisions, bool]:
    """Correct who speaks in a turn.

    Args:
        decisions: Those that hold.
        meeting: The meeting with them.
        number: The turn's number.
        to: The speaker's name without the office; "" for unknown.

    Returns:
        The decisions, and whether there is anything new in them.
    """
    return _correct_turn(decisions, SPEAKER, meeting, number, to)


def correct_role(
    decisions: Decisions, meeting: Meeting, number: int, to: str | None
) -> tuple[Decisions, bool]:
    """Correct in which office somebody speaks in a turn; see `correct_speaker`.

    Args:
        decisions: Those that hold.
        meeting: The meeting with them.
        number: The turn's number.
        to: The office as it should have been printed; "" for none.
    """
    return _correct_turn(decisions, ROLE, meeting, number, to)


def _correct_turn(
    decisions: Decisions, kind: str, meeting: Meeting, number: int, to: str | None
) -> tuple[Decisions, bool]:
    turn = meeting.turns[number - 1]
    was = turn.speaker if kind == SPEAKER else turn.role
    value = " ".join((to or "").split()) or None
    if value == was:
        return decisions, False
    about = {"mark": mark(meeting, turn), "to": value, "was": was}
    return decisions.adding(kind, meeting.id, about), True


def undo(decisions: Decisions, number: int) -> Decisions:
    """Take a decision back.

    Raises:
        NotFound: There is none of this number.
    """
    if all(decision.number != number for decision in decisions.all):
        raise NotFound(
            f"There is no decision {number}. `stenogram edit --list` shows those that hold."
        )
    return decisions.without({number})


def _described(person: Person) -> dict[str, Any]:
    # Whoever bears the name later may be somebody else, where it is not a full one.
    return {"name": person.name, "meetings": None if is_full(person.name) else [*person.meetings]}


def _name(text: str) -> str:
    cleaned = " ".join(text.split())
    if not cleaned:
        raise UndecidableError("A name cannot be empty. Nothing was changed.")
    return cleaned


def _makes(decisions: Decisions, merging: Decision, person: Person) -> bool:
    """Whether the person a merge made goes by this one's name after all later decisions."""
    to = merging.value["to"]
    for decision in decisions.all:
        if decision.number > merging.number and decision.kind in (MERGE, NAME):
            names = {
                fold_name(each["name"])
                for each in decision.value["people"]
                if each["meetings"] is None
            }
            if fold_name(to) in names:
                to = decision.value["to"]
    return fold_name(to) == fold_name(person.name) and (
        is_full(to) or _shares_a_meeting(merging, person)
    )


def _shares_a_meeting(merging: Decision, person: Person) -> bool:
    """Whether a merge is about meetings of this person: others may bear the same first name."""
    own = set(person.meetings)
    return any(
        each["meetings"] is None or own & set(each["meetings"]) for each in merging.value["people"]
    )
