"""Whom a speaker's name means: a person, who is not everybody of that name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a name means.

    Attributes:
        id: The person's id.
        name: The person's usual name.
        meetings: Ids of the meetings in which the name means this person, where it says who it
            is in no others, as a first name or a label; none where it says so by itself.
    """

    id: str
    name: str
    meetings: tuple[str, ...] = ()


Who: TypeAlias = Callable[[str, str], Speaker]
"""From the id of a meeting and a name that speaks in it to the person."""


def by_name(_meeting: str, name: str) -> Speaker:
    """Take equal names for one person, where nobody knows better."""
    return Speaker(name, name)


def apart(name: str, meetings: Sequence[str], ids: Mapping[str, str]) -> str:
    """Return a name, with the meetings in which it says who it is.

    Args:
        name: A person's.
        meetings: Their ids; none for a name that says so by itself.
        ids: How ids are written; those that are not in it are written in full.
    """
    where = places(meetings, ids)
    return f"{name} · {where}" if where else name


def places(meetings: Sequence[str], ids: Mapping[str, str]) -> str:
    """Return what `apart` puts behind a name; "" for one that says by itself who it is."""
    if not meetings:
        return ""
    more = f" and {len(meetings) - 1} more" if len(meetings) > 1 else ""
    return ids.get(meetings[0], meetings[0]) + more
