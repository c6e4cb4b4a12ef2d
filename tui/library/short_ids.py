"""Ids as short as they may be typed, as git abbreviates a commit's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def short_ids(ids: Iterable[str]) -> Mapping[str, str]:
    """Return the shortest beginning of each id that belongs to it alone.

    An id is cut only where one of its parts ends: behind the date, or behind the name and
    before the hash (``2013-05-29``, ``2013-05-29/astana``), so that it can still be read.

    Args:
        ids: All there are.
    """
    ordered = sorted(ids)
    shared = [
        _common(one, other) for one, other in zip(["", *ordered], [*ordered, ""], strict=True)
    ]
    return {
        each: next(
            part for part in _beginnings(each) if len(part) > max(before, after) or part == each
        )
        for each, before, after in zip(ordered, shared, shared[1:], strict=False)
    }


def _beginnings(key: str) -> tuple[str, ...]:
    date, slash, name = key.partition("/")
    return date, f"{date}{slash}{name.rpartition('-')[0]}" if "-" in name else key, key


def _common(one: str, other: str) -> int:
    """Return how many characters two ids begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))
