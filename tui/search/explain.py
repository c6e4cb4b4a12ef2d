"""A query in plain words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tui.search import query as q
from tui.search.dates import in_words
from tui.search.folding import fold_text

Names = Callable[[str], Sequence[str]]
"""From what ``by:`` was given to the full names of those it means; empty where unknown."""

_STATES = {
    q.State.PARTIAL: "of which only parts were published",
    q.State.REVISED: "whose published words have changed",
    q.State.NOTED: "marked in the notebook",
    q.State.QUESTION: "asking a question",
    q.State.SPEECH: "in speech",
    q.State.NARRATIVE: "outside speech",
}
_SCOPES = {
    q.Scope.TURN: "",
    q.Scope.PARAGRAPH: ", all in one paragraph",
    q.Scope.MEETING: ", anywhere in one meeting",
}
_MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class Chip:
    """One clause of a query as the filter bar shows it.

    Attributes:
        text: As typed.
        meaning: In plain words.
        start: First character in the query's text.
        end: One past the last.
    """

    text: str
    meaning: str
    start: int
    end: int


def explain(query: q.Query, names: Names | None = None) -> str:
    """Say what a query asks, in plain words.

    Args:
        query: What is asked.
        names: Who is meant by a name, so that ``by:`` can say it in full.
    """
    if query.root is None:
        return "everything"
    return _say(query.root, names or _unknown) + _SCOPES[query.scope]


def clauses(query: q.Query, names: Names | None = None) -> tuple[Chip, ...]:
    """Return the outermost clauses of a query, in the order of its text."""
    if query.root is None:
        return ()
    root = query.root
    parts = root.children if isinstance(root, q.And) else (root,)
    return tuple(
        Chip(query.text[part.start : part.end], _say(part, names or _unknown), part.start, part.end)
        for part in parts
    )


def _unknown(name: str) -> tuple[str, ...]:
    return ()


def _say(node: q.Node, names: Names) -> str:
    match node:
        case q.And():
            return ", ".join(_inside(child, names) for child in node.children) or "everything"
        case q.Or():
            return " or ".join(_inside(child, names) for child in node.children)
        case q.Not():
            return _deny(node.child, names)
        case q.Exchange():
            return _say_exchange(node, names)
        case q.Field():
            return _say_field(node, names)
        case q.Date():
            return in_words(node.first, node.last)
        case q.Is():
            return _STATES[node.state]
        case q.In():
            return f"in the meeting “{node.id}”"
        case q.Saved():
            return f"as the saved search “{node.name}” asks"
        case _:
            return _say_words(node)


def _inside(node: q.Node, names: Names) -> str:
    said = _say(node, names)
    several = isinstance(node, q.And | q.Or) and len(node.children) > 1
    return f"({said})" if several or isinstance(node, q.Exchange) else said


def _deny(node: q.Node, names: Names) -> str:
    said = _say(node, names)
    if isinstance(node, q.TEXT_CLAUSES):
        return f"without {said}"
    if isinstance(node, q.And | q.Or | q.Exchange):
        return f"not ({said})"
    return f"not {said}"


def _say_exchange(node: q.Exchange, names: Names) -> str:
    # A chain reads on by itself; what is in brackets on the left would not.
    nested = isinstance(node.left, q.Exchange)
    left = _inside(node.left, names) if nested else _say(node.left, names)
    near = "in the next turn" if node.within == 1 else f"within {node.within} turns"
    if node.forward:
        return f"{left}; answered {near}: {_say(node.right, names)}"
    before = "the turn before" if node.within == 1 else f"one of the {node.within} turns before"
    return f"{left}; in answer to {before}: {_say(node.right, names)}"


def _say_field(node: q.Field, names: Names) -> str:
    value = node.value + ("…" if node.prefix else "")
    match node.name:
        case q.Name.BY | q.Name.WITH:
            full = names(node.value)
            if full:
                more = f" or {len(full) - _MOST_NAMES} more" if len(full) > _MOST_NAMES else ""
                value = " or ".join(full[:_MOST_NAMES]) + more
            else:
                value = f"“{value}”"
            return f"said by {value}" if node.name is q.Name.BY else f"with {value} present"
        case q.Name.AS:
            return f"said as “{value}”"
        case q.Name.AT:
            return f"held at “{value}”"
        case q.Name.TITLE:
            return f"“{value}” in the title"
        case q.Name.TOPIC:
            return f"on the topic “{value}”"
        case q.Name.COUNTRY:
            return f"concerning “{value}”"


def _say_words(node: q.TextClause) -> str:
    match node:
        case q.Word():
            if len(node.tokens) > 1:
                return f"the words “{' '.join(node.tokens)}…” in a row"
            # Signs around a word are not looked for: show what is.
            plain = fold_text(node.text) == node.tokens[0]
            return f"a word beginning “{node.text if plain else node.tokens[0]}”"
        case q.Phrase():
            return _say_phrase(node)
        case q.Near():
            words = [f"“{word.text}{'…' if word.prefix else ''}”" for word in node.words]
            together = ", ".join(words[:-1]) + f" and {words[-1]}"
            count = "1 word" if node.distance == 1 else f"{node.distance} words"
            return f"{together} within {count} of each other"
        case q.Stem():
            return f"any form of “{node.text}”"
        case q.Fuzzy():
            letters = "one letter" if node.edits == 1 else f"{node.edits} letters"
            return f"“{node.text}” give or take {letters}"
        case q.Regex():
            return f"the pattern /{node.pattern}/"
        case q.Mentions():
            return f"“{node.value}” named by someone else"


def _say_phrase(node: q.Phrase) -> str:
    gaps = sum(isinstance(part, q.AnyWord) for part in node.parts)
    shown = " ".join(
        "…" if isinstance(part, q.AnyWord) else f"{part.text}{'…' if part.prefix else ''}"
        for part in node.parts
    )
    if len(node.parts) == 1:
        part = node.parts[0]
        grows = isinstance(part, q.Literal) and part.prefix
        return f"a word beginning “{shown.rstrip('…')}”" if grows else f"the word “{shown}”"
    if not gaps and "…" not in shown:
        # Nothing was understood otherwise than typed: say it as typed.
        shown = node.text.strip()
    missing = "" if not gaps else (", … for one word" if gaps == 1 else ", each … for one word")
    return f"the words “{shown}” in a row{missing}"
