"""Changing a query's text without changing what the rest of it means."""

from __future__ import annotations

from tui.search.parser import parse
from tui.search.query import And, Date, Exchange, Or


def within_dates(text: str, first: str, last: str) -> str:
    """Confine a query to a stretch of days, in place of those it named.

    Args:
        text: The query as typed.
        first: ISO date.
        last: ISO date, included.

    Returns:
        The text of the new query. Alternatives are put in brackets, so that the days hold
        for each of them; in an exchange they hold for the side on the left, which both
        sides share a meeting with.
    """
    clause = f"date:{first}..{last}"
    root = parse(text).query.root
    if root is None or isinstance(root, Date):
        return clause
    if isinstance(root, Or):
        return f"({text.strip()}) {clause}"
    if isinstance(root, Exchange):
        return f"{clause} {text.strip()}"
    if isinstance(root, And):
        # From the end, so that the positions of those before stay true.
        for date in reversed([child for child in root.children if isinstance(child, Date)]):
            text = f"{text[: date.start].rstrip()} {text[date.end :].lstrip()}"
    return f"{text.strip()} {clause}"
