"""A query's tree with a clause changed or left out."""

from __future__ import annotations

from dataclasses import replace

from tui.search import query as q


def without(query: q.Query, *clauses: q.Node) -> q.Query:
    """Return a query without some of its clauses, told apart by identity.

    Args:
        query: What was asked.
        clauses: Nodes of its tree.
    """
    root = query.root
    for clause in clauses:
        root = None if root is None else replaced(root, clause, None)
    return replace(query, text="", root=root)


def replaced(node: q.Node, old: q.Node, new: q.Node | None) -> q.Node | None:
    """Return a tree with one clause replaced.

    Args:
        node: The tree.
        old: The clause, told from others that are equal to it by identity.
        new: What stands in its place; None to leave it out.

    Returns:
        The tree, whose other clauses are the same nodes as before; None where nothing is left.
    """
    if node is old:
        return new
    match node:
        case q.And() | q.Or():
            parts = (replaced(child, old, new) for child in node.children)
            kept = tuple(part for part in parts if part is not None)
            if len(kept) < 2:
                return kept[0] if kept else None
            # What is not changed stays the same node, by which it may be looked for again.
            return node if kept == node.children else replace(node, children=kept)
        case q.Exchange():
            left, right = replaced(node.left, old, new), replaced(node.right, old, new)
            if left is None or right is None:
                return left or right
            return replace(node, left=left, right=right)
        case _:
            return node
