"""What a matcher can ask beyond the meetings themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from tui.search import query as q
from tui.search.names import Spellings
from tui.search.parser import parse

_DEEPEST = 8


def _no_spellings(name: str) -> tuple[str, ...]:
    return ()


def _no_query(name: str) -> None:
    return None


def _not_noted(meeting: str, anchor: str) -> bool:
    return False


def _not_revised(meeting: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of meetings that the meetings do not tell.

    Attributes:
        spellings: Every spelling of a person, by one of them.
        saved: The text of a saved search; None where there is none of that name.
        noted: Whether a reader has marked a passage, by meeting id and anchor.
        revised: Whether a meeting, by its id, has captures whose words differ.
    """

    spellings: Spellings = _no_spellings
    saved: Callable[[str], str | None] = _no_query
    noted: Callable[[str, str], bool] = _not_noted
    revised: Callable[[str], bool] = _not_revised


def unfold(query: q.Query, saved: Callable[[str], str | None]) -> q.Query:
    """Put the queries that ``saved:`` names in its place.

    A name that nobody saved and one that leads back to itself stay as they are, and match
    nothing.
    """
    if query.root is None:
        return query
    if isinstance(query.root, q.Saved):
        # Alone, a saved search brings its scope along.
        text = saved(query.root.name)
        if text is not None:
            inner = parse(text).query
            root = None if inner.root is None else _unfold(inner.root, saved, (query.root.name,))
            if root is not None:
                root = replace(root, start=query.root.start, end=query.root.end)
            return replace(query, root=root, scope=inner.scope)
    return replace(query, root=_unfold(query.root, saved, ()))


def unknown(query: q.Query) -> tuple[q.Saved, ...]:
    """Return the clauses of an unfolded query that name no search, or one that asks itself.

    Of a query as parsed, all that name a search.
    """
    nodes = () if query.root is None else q.walk(query.root)
    return tuple(node for node in nodes if isinstance(node, q.Saved))


def _unfold(node: q.Node, saved: Callable[[str], str | None], inside: tuple[str, ...]) -> q.Node:
    match node:
        case q.Saved():
            if node.name in inside or len(inside) >= _DEEPEST:
                return node
            text = saved(node.name)
            if text is None:
                return node
            root = parse(text).query.root
            if root is None:
                return q.And((), start=node.start, end=node.end)
            # It stands where it is named.
            unfolded = _unfold(root, saved, (*inside, node.name))
            return replace(unfolded, start=node.start, end=node.end)
        case q.Not():
            return replace(node, child=_unfold(node.child, saved, inside))
        case q.And() | q.Or():
            children = tuple(_unfold(child, saved, inside) for child in node.children)
            return replace(node, children=children)
        case q.Exchange():
            left, right = _unfold(node.left, saved, inside), _unfold(node.right, saved, inside)
            return replace(node, left=left, right=right)
        case _:
            return node
