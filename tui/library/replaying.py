"""How decisions change what was read: a meeting, and its row in the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tui.library.decisions import ABOUT_TURNS, FIELD, NAMINGS, ROLE, SPEAKER, Decision, Decisions
from tui.library.errors import LibraryError
from tui.library.people import fold_name, full_name, is_anonymous
from tui.library.rows import Row, decode_row, describe
from tui.library.turn_marks import find
from tui.model import Entry, Meeting, Turn
from tui.reading.assembly import people_of

FIELDS = ("date", "time", "title", "place")
"""What of a meeting can be corrected by hand."""


def replay(decisions: Decisions, meeting: Meeting) -> Meeting:
    """Lay decisions over a meeting, in the order in which they were made.

    Labels, attribution and words stay as printed. A turn whose speaker was corrected has no
    office, unless it is corrected too: the one printed stands in the label, and was the
    other person's.
    """
    for decision in decisions.all:
        if decision.kind in NAMINGS:
            cast = tuple(dict.fromkeys(turn.speaker for turn in meeting.turns if turn.speaker))
            meeting = _renamed(meeting, renaming(decision, cast, meeting.id))
        elif decision.meeting == meeting.id and decision.kind == FIELD:
            meeting = replace(meeting, **_field(decision))
        elif decision.meeting == meeting.id and decision.kind == SPEAKER:
            meeting = _respoken(meeting, decision.value)
        elif decision.meeting == meeting.id and decision.kind == ROLE:
            meeting = _reappointed(meeting, decision.value)
    return meeting


@dataclass(frozen=True, slots=True)
class Correction:
    """A decision as one meeting shows it.

    Attributes:
        decision: What was decided.
        holds: False where the turn it is about is not certain any more: another reading
            brought other words, and the correction waits rather than guess.
    """

    decision: Decision
    holds: bool


def corrections(decisions: Decisions, meeting: Meeting) -> tuple[Correction, ...]:
    """Return the decisions that change a meeting, or would if its turn were found.

    Args:
        decisions: Those that hold.
        meeting: The meeting as it was read.
    """
    found = []
    for decision in decisions.all:
        if decision.meeting == meeting.id:
            lost = decision.kind in ABOUT_TURNS and find(meeting, decision.value["mark"]) is None
            found.append(Correction(decision, not lost))
        changed = replay(Decisions([decision]), meeting)
        if decision.kind in NAMINGS and changed is not meeting:
            found.append(Correction(decision, True))
        meeting = changed
    return tuple(found)


def corrected_entry(decisions: Decisions, entry: Entry, meeting: Callable[[str], Meeting]) -> Entry:
    """Lay decisions over what a list shows; see :meth:`Decisions.entry`."""
    own = decisions.about(entry.id)
    read = _spoken_otherwise(decisions, entry.id, meeting)
    if read is not None:
        entry = replace(entry, speakers=tuple(person.name for person in read.people))
    else:
        names = chained(decisions, entry.speakers, entry.id)
        if names:
            speakers = dict.fromkeys(names.get(name, name) for name in entry.speakers)
            entry = replace(entry, speakers=tuple(speakers))
    for decision in own:
        if decision.kind == FIELD:
            entry = replace(entry, **_field(decision))
    return entry


def corrected_row(decisions: Decisions, row: Row, meeting: Callable[[str], Meeting]) -> Row:
    """Lay decisions over all that the catalogue knows of a meeting."""
    key = row.entry.id
    read = _spoken_otherwise(decisions, key, meeting)
    if read is not None:
        return decode_row(key, describe(read, row.captures, row.current, row.shard))
    names = chained(decisions, [appearance.name for appearance in row.people], key)
    people = tuple(replace(each, name=names.get(each.name, each.name)) for each in row.people)
    return replace(row, entry=corrected_entry(decisions, row.entry, meeting), people=people)


def _spoken_otherwise(
    decisions: Decisions, key: str, meeting: Callable[[str], Meeting]
) -> Meeting | None:
    """The meeting, where who speaks in it must be counted anew and its words can be read."""
    if all(decision.kind not in ABOUT_TURNS for decision in decisions.about(key)):
        return None
    try:
        return meeting(key)
    except LibraryError:
        return None


def chained(decisions: Decisions, cast: Sequence[str], meeting: str) -> dict[str, str]:
    """Return what the speakers of a meeting are called after all decisions about people."""
    names = {name: name for name in cast}
    for decision in decisions.all:
        if decision.kind in NAMINGS:
            again = renaming(decision, tuple(dict.fromkeys(names.values())), meeting)
            names = {name: again.get(now, now) for name, now in names.items()}
    return {name: now for name, now in names.items() if name != now}


def renaming(decision: Decision, cast: Sequence[str], meeting: str) -> dict[str, str]:
    """Return the new names that one decision about people gives to a meeting's speakers."""
    to = decision.value["to"]
    return {name: to for name in _meant(decision, cast, meeting) if name != to}


def _meant(decision: Decision, cast: Sequence[str], meeting: str) -> tuple[str, ...]:
    """The speakers of a meeting whom a decision about people means.

    A surname that stands for a full name of the same meeting goes with it.
    """
    everywhere, here = set(), set()
    for person in decision.value["people"]:
        if person["meetings"] is None:
            everywhere.add(fold_name(person["name"]))
        elif meeting in person["meetings"]:
            here.add(fold_name(person["name"]))
    if not (everywhere or here):
        return ()
    return tuple(
        name
        for name in cast
        if fold_name(name) in here or fold_name(full_name(name, cast)) in everywhere | here
    )


def unions(decisions: Decisions, cast: Sequence[str], meeting: str) -> dict[str, int]:
    """Return which decision made the speakers of a meeting one person with those of others.

    Args:
        decisions: Those that hold.
        cast: The meeting's speakers as they were read.
        meeting: Its id.

    Returns:
        Numbers of decisions, by the folded name that holds after all of them. It matters for
        names that say nothing beyond their meeting, such as Anna.
    """
    names = list(cast)
    found: dict[str, int] = {}
    for decision in decisions.all:
        if decision.kind == SPEAKER and decision.meeting == meeting:
            names += [decision.value["to"]] if decision.value["to"] else []
        if decision.kind not in NAMINGS:
            continue
        meant = _meant(decision, tuple(dict.fromkeys(names)), meeting)
        if not meant:
            continue
        to = decision.value["to"]
        for name in meant:
            found.pop(fold_name(name), None)
        names = [to if name in meant else name for name in names]
        if _joins(decision):
            found[fold_name(to)] = decision.number
    return found


def _joins(decision: Decision) -> bool:
    """Whether a decision about people is about more than one meeting."""
    meetings = [person["meetings"] for person in decision.value["people"]]
    return None in meetings or len({each for some in meetings for each in some}) > 1


def aliases(decisions: Decisions) -> dict[str, tuple[str, ...]]:
    """Return the names that people decided to be another, by that one, folded.

    Anonymous labels are left out: they name somebody else in other meetings.
    """
    known: dict[str, tuple[str, ...]] = {}
    for decision in decisions.all:
        if decision.kind in NAMINGS:
            to = fold_name(decision.value["to"])
            for person in decision.value["people"]:
                name = person["name"]
                if fold_name(name) != to and not is_anonymous(name):
                    before = known.get(fold_name(name), ())
                    known[to] = tuple(dict.fromkeys((*known.get(to, ()), name, *before)))
    return known


def _field(decision: Decision) -> dict[str, Any]:
    field = decision.value["field"]
    return {field: decision.value["to"]} if field in FIELDS else {}


def _renamed(meeting: Meeting, names: Mapping[str, str]) -> Meeting:
    if not names:
        return meeting
    return _recast(
        meeting,
        (
            replace(part, speaker=names[part.speaker])
            if isinstance(part, Turn) and part.speaker is not None and part.speaker in names
            else part
            for part in meeting.body
        ),
    )


def _respoken(meeting: Meeting, value: Mapping[str, Any]) -> Meeting:
    turn = find(meeting, value["mark"])
    if turn is None or turn.speaker == value["to"]:
        return meeting
    corrected = replace(turn, speaker=value["to"], role=None)
    return _recast(meeting, (corrected if part is turn else part for part in meeting.body))


def _reappointed(meeting: Meeting, value: Mapping[str, Any]) -> Meeting:
    turn = find(meeting, value["mark"])
    if turn is None or turn.role == value["to"]:
        return meeting
    corrected = replace(turn, role=value["to"])
    return _recast(meeting, (corrected if part is turn else part for part in meeting.body))


def _recast(meeting: Meeting, body: Iterable[Any]) -> Meeting:
    changed = replace(meeting, body=tuple(body))
    return replace(changed, people=people_of(changed.turns))
