"""A syntax tree as the text of a query: what `parse` reads, written again."""

from __future__ import annotations

import re

from tui.search import query as q
from tui.search.parser import parse

_PLAIN = re.compile(r"[\w./'’-]+")
_SAFE_DATE = re.compile(r"(?:\d{4}(?:-\d+)*)?(?:\.\.(?:\d{4}(?:-\d+)*)?)?")
"""Dates that no word behind them can be read as a part of."""


def text_of(query: q.Query) -> str:
    """Return a text that reads as this query.

    The shape is always the same, whichever way the query was typed: single spaces,
    brackets only where they are needed, straight quotation marks.

    Args:
        query: A query as `parse` gives it, or put together from parts of such queries.
    """
    scope = "" if query.scope is q.Scope.TURN else f"same:{query.scope}"
    root = "" if query.root is None else clause_text(query.root)
    return " ".join(filter(None, (scope, root)))


def clause_text(node: q.Node) -> str:
    """Return a text that reads as this clause."""
    match node:
        case q.And():
            return " ".join(_inside(child, q.And, q.Or, q.Exchange) for child in node.children)
        case q.Or():
            return " | ".join(_inside(child, q.Or, q.Exchange) for child in node.children)
        case q.Not():
            return "-" + _inside(node.child, q.And, q.Or, q.Exchange, q.Not)
        case q.Exchange():
            arrow = ">>" if node.forward else "<<"
            within = "" if node.within == 1 else str(node.within)
            return f"{_inside(node.left, q.Exchange)} {arrow}{within} {clause_text(node.right)}"
        case q.Field():
            return f"{node.name}:{_value(node.value + ('*' if node.prefix else ''))}"
        case q.Mentions():
            grows = isinstance(node.parts[-1], q.Literal) and node.parts[-1].prefix
            return f"mentions:{_value(node.value + ('*' if grows else ''))}"
        case q.Date():
            safe = _SAFE_DATE.fullmatch(node.text) is not None
            return f"date:{node.text if safe else _quoted(node.text)}"
        case q.Is():
            return f"is:{node.state}"
        case q.In():
            # What stands behind # is left out in reading, and keeps a blank before it.
            plain = _PLAIN.fullmatch(node.id) is not None
            return f"in:{node.id if plain else _quoted(node.id + '#')}"
        case q.Saved():
            return f"saved:{_value(node.name)}"
        case _:
            return _words(node)


def _inside(node: q.Node, *looser: type[q.Node]) -> str:
    """Return a part of a clause, in brackets where it would not stay together."""
    text = clause_text(node)
    return f"({text})" if isinstance(node, looser) else text


def _words(node: q.Word | q.Phrase | q.Near | q.Stem | q.Fuzzy | q.Regex) -> str:
    match node:
        case q.Word():
            # A star at its end changes no word, and keeps “a~1*” from being read as an edit.
            return node.text if _reads_as(node.text, node) else f"{node.text}*"
        case q.Phrase():
            written = (_quoted(node.text), f"{node.text}~0", _quoted(_joined(node.parts)))
            return next((text for text in written if _means(text, node)), written[-1])
        case q.Near():
            quoted = f"{_quoted(node.text)}~{node.distance}"
            by_words = f"{_quoted(_joined(node.words))}~{node.distance}"
            return quoted if _reads_as(quoted, node) else by_words
        case q.Stem():
            return f"~{node.text}"
        case q.Fuzzy():
            return f"{node.text}~{node.edits}"
        case q.Regex():
            return "/" + node.pattern.replace("/", "\\/") + "/"


def _joined(parts: tuple[q.PhrasePart, ...]) -> str:
    return " ".join(
        "*" if isinstance(part, q.AnyWord) else part.text + "*" * part.prefix for part in parts
    )


def _reads_as(text: str, node: q.Node) -> bool:
    return parse(text).query.root == node


def _means(text: str, phrase: q.Phrase) -> bool:
    root = parse(text).query.root
    return isinstance(root, q.Phrase) and root.parts == phrase.parts


def _value(text: str) -> str:
    return text if _PLAIN.fullmatch(text.removesuffix("*")) else _quoted(text)


def _quoted(text: str) -> str:
    # What was read from between marks of one kind never holds those that close it.
    return f'"{text}"' if '"' not in text else f"«{text}»"
