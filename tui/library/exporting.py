"""A library as lines of JSON: what another program, or another library, can take in.

One meeting object a line (schema ``stenogram/meeting@1``), oldest first, as the sources have
them; then one line with what people decided (:data:`DECISIONS`). Importing the lines into an
empty library makes the same meetings under the same ids, corrected alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from tui.library.decisions import Decision, Decisions
from tui.library.stored import StoredArchive
from tui.reading.schema import encode

DECISIONS = "stenogram/decisions@1"
"""The schema of the line that holds the decisions."""


_LOOK = 60


class NotDecisions(ValueError):
    """A line of decisions is damaged, or of a later schema; the text says why and what to do."""


def meeting_object(
    archive: StoredArchive, meeting: str, *, corrected: bool = False
) -> Mapping[str, Any]:
    """Return a meeting as an object.

    Args:
        archive: Where it is.
        meeting: Its id.
        corrected: Whether to lay what people decided over it.

    Raises:
        LibraryError: It cannot be read.
    """
    return encode(archive.meeting(meeting) if corrected else archive.as_read(meeting))


def decisions_object(
    decisions: Decisions, meetings: frozenset[str] | None = None
) -> Mapping[str, Any] | None:
    """Return what people decided as one object; None where that is nothing.

    Args:
        decisions: All of them.
        meetings: Ids of those that are exported; decisions about others are left out. None
            for every meeting.
    """
    chosen = [
        {"made": one.made, "kind": one.kind, "meeting": one.meeting, "value": one.value}
        for one in decisions.all
        if meetings is None or one.meeting is None or one.meeting in meetings
    ]
    return {"schema": DECISIONS, "decisions": chosen} if chosen else None


def is_decisions(line: bytes) -> bool:
    """Whether a line of an export holds decisions rather than a meeting."""
    return line[:_LOOK].replace(b" ", b"").startswith(b'{"schema":"stenogram/decisions@')


def read_decisions(line: bytes) -> tuple[Decision, ...]:
    """Read what :func:`decisions_object` made; numbers are given anew when they are taken in.

    Raises:
        NotDecisions: It is damaged, or of a later schema.
    """
    try:
        value = orjson.loads(line)
        if value["schema"] != DECISIONS:
            raise NotDecisions(
                f"they are written as “{value['schema']}”, and this release reads “{DECISIONS}”; "
                "install a newer Stenogram"
            )
        found = tuple(
            Decision(0, str(one["made"]), str(one["kind"]), one["meeting"], dict(one["value"]))
            for one in value["decisions"]
        )
    except NotDecisions:
        raise
    except (KeyError, TypeError, ValueError) as error:
        raise NotDecisions(f"they cannot be read ({error}); export them again") from error
    from tui.library.decision_shapes import is_sound  # for an import of decisions alone

    for number, decision in enumerate(found, 1):
        if not is_sound(decision):
            raise NotDecisions(
                f"number {number} does not say all that a decision of the kind "
                f"“{decision.kind}” says; none was taken in, export them again"
            )
    return found


def adding(known: Decisions, others: Iterable[Decision]) -> Decisions:
    """Return the decisions with those of others that are not among them."""
    there = {(one.kind, one.meeting, repr(one.value)) for one in known.all}
    generation, added = known.generation, []
    for one in others:
        if (one.kind, one.meeting, repr(one.value)) not in there:
            generation += 1
            added.append(Decision(generation, one.made, one.kind, one.meeting, one.value))
    return Decisions((*known.all, *added), generation=generation) if added else known
