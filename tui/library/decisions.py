"""What people corrected: never derived, replayed over every reading.

``decisions.json`` holds one document a decision: what it is about, what kind it is, and what
it says. A kind that this release does not know is kept and left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tui.library.layout import Layout
from tui.library.sealed import read_tables
from tui.model import Meeting

_TABLE = "decisions"

Replay = Callable[[Meeting, Mapping[str, Any]], Meeting]

KINDS: dict[str, Replay] = {}
"""How each kind of decision changes a meeting; a release that adds a kind adds it here."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One correction.

    Attributes:
        meeting: Id of the meeting it is about.
        kind: A key of ``KINDS``.
        value: What was decided, in the kind's own terms.
    """

    meeting: str
    kind: str
    value: Mapping[str, Any]


class Decisions:
    """Every correction of a library, in the order in which they were made."""

    def __init__(self, decisions: tuple[Decision, ...] = ()) -> None:
        """Take the decisions."""
        self._by_meeting: dict[str, list[Decision]] = defaultdict(list)
        for decision in decisions:
            self._by_meeting[decision.meeting].append(decision)

    @classmethod
    def read(cls, layout: Layout) -> Decisions:
        """Read ``decisions.json``; an absent one decides nothing.

        Raises:
            Damaged: It cannot be trusted.
        """
        rows: dict[str, dict[str, Any]] = dict(read_tables(layout.decisions).get(_TABLE, {}))
        return cls(
            tuple(
                Decision(row["meeting"], row["kind"], row["value"])
                for _, row in sorted(rows.items())
            )
        )

    def replay(self, meeting: Meeting) -> Meeting:
        """Lay what was decided over what was read."""
        for decision in self._by_meeting.get(meeting.id, ()):
            change = KINDS.get(decision.kind)
            if change is not None:
                meeting = change(meeting, decision.value)
        return meeting
