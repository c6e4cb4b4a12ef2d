"""The part of a library that a query looks for its words in."""

from __future__ import annotations

from dataclasses import replace

from tui.search import query as q


def searched_part(query: q.Query) -> q.Query:
    """Return a query without the words that it looks for.

    What is left says where they are looked for: ``by:putin date:2012 union -trade`` leaves
    ``by:putin date:2012``. Of an exchange it is where its left side is looked for. Of
    alternatives and denials only those stay that ask for no words at all.

    Args:
        query: What is asked, saved searches unfolded; one that is not counts as words.

    Returns:
        The rest as a query, whose root is None where everything is searched.
    """
    root = query.root
    if isinstance(root, q.Exchange):
        root = root.left
    children = root.children if isinstance(root, q.And) else (root,)
    kept = tuple(child for child in children if child is not None and not _asks_for_words(child))
    if len(kept) > 1:
        return replace(query, root=q.And(kept), scope=q.Scope.TURN)
    return replace(query, root=kept[0] if kept else None, scope=q.Scope.TURN)


def _asks_for_words(node: q.Node) -> bool:
    return any(isinstance(each, (*q.TEXT_CLAUSES, q.Saved, q.Exchange)) for each in q.walk(node))


def is_told_by_entries(query: q.Query) -> bool:
    """Whether the catalogue alone tells which meetings a query leaves, all their turns with them.

    So it is where the query asks for nothing but days, meetings, titles, places and whether
    a text is partial.
    """
    return query.root is None or all(map(_is_of_entries, q.walk(query.root)))


def _is_of_entries(node: q.Node) -> bool:
    match node:
        case q.Date() | q.In() | q.And() | q.Or() | q.Not():
            return True
        case q.Field():
            return node.name in (q.Name.TITLE, q.Name.AT)
        case q.Is():
            return node.state is q.State.PARTIAL
        case _:
            return False
