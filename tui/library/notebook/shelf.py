"""Notes in their order, changed by steps that can be taken back.

A step replaces, adds and removes notes and says where each then stands. Applying one gives its
inverse, so that undoing and redoing are steps like any other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done to the notebook.

    Attributes:
        what: For the reader, as a noun: “mark of t3”, “remark”.
        notes: By id, what the note is to be and its place in the order from 0; no note removes
            it, no place puts it at the end.
    """

    what: str
    notes: Mapping[str, tuple[Row | None, int | None]]

    def to_row(self) -> Row:
        """Return the step as a JSON object."""
        return {
            "what": self.what,
            "notes": {name: {"note": note, "at": at} for name, (note, at) in self.notes.items()},
        }

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Step:
        """Read a step from a JSON object."""
        notes = {name: (one["note"], one["at"]) for name, one in row["notes"].items()}
        return cls(str(row["what"]), notes)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Notes, as the notebook stores them, and their order.

    Attributes:
        rows: The notes by id.
        order: The ids of all of them.
    """

    rows: Mapping[str, Row]
    order: tuple[str, ...]

    @classmethod
    def of(cls, rows: Mapping[str, Row], order: list[str]) -> Shelf:
        """Put notes into an order; one that it does not name comes last, in order of making."""
        named = [name for name in dict.fromkeys(order) if name in rows]
        others = sorted(set(rows) - set(named), key=lambda name: (rows[name].get("made", ""), name))
        return cls(rows, (*named, *others))

    def applied(self, step: Step) -> tuple[Shelf, Step]:
        """Return the shelf after a step, and the step that takes it back."""
        places = {name: at for at, name in enumerate(self.order)}
        back = Step(
            step.what, {name: (self.rows.get(name), places.get(name)) for name in step.notes}
        )
        rows = {name: row for name, row in self.rows.items() if name not in step.notes}
        order = [name for name in self.order if name not in step.notes]
        end = len(self.order) + len(step.notes)
        placed = sorted(
            ((end if at is None else at, number, name, note))
            for number, (name, (note, at)) in enumerate(step.notes.items())
            if note is not None
        )
        for at, _, name, note in placed:
            rows[name] = note
            order.insert(at, name)
        return Shelf(rows, tuple(order)), back
