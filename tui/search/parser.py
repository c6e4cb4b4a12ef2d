"""From a query's text to its tree.

The grammar, loosest first::

    query     = exchange
    exchange  = either [ ( ">>" | "<<" ) [digits] exchange ]
    either    = all { "|" all }
    all       = { ["-"] clause }
    clause    = "(" exchange ")" | field ":" value | phrase [ "~" digits ] | "/" regex "/"
              | "~" word | word [ "~" [digits] ]

Written by hand as recursive descent, for the sake of half-typed input: every state of a
filter bar is a beginning of a query, and a generated LALR parser (lark) refused 40 % of
the beginnings of documented queries, each of which needs a repair; it also takes 130 ms
to load where one key press may take 33.

Nothing here raises. What cannot be understood becomes a `Problem` and is left out, so
that the tree is always the most sensible reading of what stands there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from tui.search import query as q
from tui.search.fields import FIELDS, read_field
from tui.search.folding import fold_text
from tui.search.regex import RegexError, compile_regex
from tui.search.scanner import QUOTES, WORD, Problem, Scanner
from tui.search.tokens import tokens

_SPACE = re.compile(r"\s+")
_ARROW = re.compile(r"(>>|<<)(\d*)")
_TILDE = re.compile(r"~(\d*)")
_FIELD = re.compile(r"([^\W\d_]+):(?!//)")
_FUZZY = re.compile(r"(.+?)~(\d?)")
_MOST_EDITS = 2
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Parsed:
    """What became of a query's text.

    Attributes:
        query: Its most sensible reading.
        problems: What that reading leaves out, in the order of the text.
    """

    query: q.Query
    problems: tuple[Problem, ...] = ()


@lru_cache(maxsize=256)
def parse(text: str, *, typing: bool = False) -> Parsed:
    """Read a query; never raises.

    Args:
        text: As typed, finished or not. Empty text asks for everything.
        typing: Whether it is still being typed: then a name at its end that no
            quotation mark closes, and the last word of a phrase that is not closed,
            may be only a beginning.
    """
    parser = _Parser(text, typing=typing)
    root = parser.query()
    problems = tuple(sorted(parser.problems, key=lambda problem: problem.position))
    return Parsed(q.Query(text, root, parser.scope), problems)


class _Parser(Scanner):
    """Reads one query from left to right."""

    def __init__(self, text: str, *, typing: bool) -> None:
        super().__init__(text, typing=typing)
        self.depth = 0
        self.links = 0
        self.scope = q.Scope.TURN

    def query(self) -> q.Node | None:
        return self.exchange()

    def exchange(self) -> q.Node | None:
        """Read turns that answer each other.

        ``a >> b >> c`` is ``a >> (b >> c)``: an exchange on the right of an arrow stands for
        the turn it begins with.
        """
        left = self.either()
        arrow_at = self.position
        arrow = self.take(_ARROW)
        if arrow is None:
            return left
        if self._is_too_deep():
            self.problem("too many turns in one exchange", arrow_at)
            self.position = len(self.text)
            return left
        self.links += 1
        right = self.exchange()
        self.links -= 1
        if left is None or right is None:
            side = "before" if left is None else "after"
            self.problem(f"{arrow[1]} wants something {side} it", arrow_at)
            return left or right
        return q.Exchange(
            left,
            right,
            max(1, int(arrow[2][:4] or "1")),
            arrow[1] == ">>",
            start=left.start,
            end=right.end,
        )

    def _is_too_deep(self) -> bool:
        """Say whether another level would make the tree too deep to be walked."""
        return self.depth + self.links >= _DEEPEST

    def either(self) -> q.Node | None:
        start = self.position
        branches: list[q.Node] = []
        bars = 0
        while True:
            bar_at = self.position
            branch = self.all()
            if branch is not None:
                branches.append(branch)
            elif bars or self.peek() == "|":
                self.problem("| wants something on both sides", bar_at)
            if self.peek() != "|":
                break
            bars += 1
            self.position += 1
        if len(branches) < 2:
            return branches[0] if branches else None
        return q.Or(tuple(branches), start=start, end=self.position)

    def all(self) -> q.Node | None:
        children: list[q.Node] = []
        while True:
            self.take(_SPACE)
            character = self.peek()
            if character == ")" and not self.depth:
                self.problem("this ) closes nothing")
                self.position += 1
                continue
            if character in ("", "|", ")") or _ARROW.match(self.text, self.position):
                break
            clause = self.clause()
            if clause is not None:
                children.append(clause)
        if len(children) < 2:
            return children[0] if children else None
        return q.And(tuple(children), start=children[0].start, end=children[-1].end)

    def clause(self) -> q.Node | None:
        start = self.position
        denied = False
        while self.peek() in ("-", "−"):
            denied = not denied
            self.position += 1
        if self.position > start and self.peek() in ("", " ", "|", ")"):
            self.problem("- wants something to leave out after it", start)
            return None
        child = self.group() if self.peek() == "(" else self.term()
        if child is None or not denied:
            return child
        return q.Not(child, start=start, end=child.end)

    def group(self) -> q.Node | None:
        opened = self.position
        self.position += 1
        if self._is_too_deep():
            self.problem("too many brackets inside each other", opened)
            self.position = len(self.text)
            return None
        self.depth += 1
        inside = self.exchange()
        self.depth -= 1
        if self.peek() == ")":
            self.position += 1
        else:
            self.problem("this ( is not closed", opened)
        return inside and replace(inside, start=opened, end=self.position)

    def term(self) -> q.Node | None:
        character = self.peek()
        if character in QUOTES:
            return self.phrase()
        if character == "/" and self.text[self.position + 1 : self.position + 2].strip():
            return self.regex()
        if character == "~" and self.text[self.position + 1 : self.position + 2].isalnum():
            return self.stem()
        field = _FIELD.match(self.text, self.position)
        if field is not None:
            name = fold_text(field[1])
            if name in FIELDS:
                self.position = field.end()
                return self.field(name, field.start())
            if self.text[field.end() : field.end() + 1].strip():
                self.problem(f"there is no field “{field[1]}:”; read as words", left_out=False)
        return self.word()

    def field(self, name: str, start: int) -> q.Node | None:
        clause = read_field(self, name, start)
        if isinstance(clause, q.Scope):
            self.scope = clause
            return None
        return clause

    def phrase(self) -> q.Node | None:
        start = self.position
        inside, closed = self.quoted()
        parts = _parts(inside, growing=self.typing and not closed)
        near = _TILDE.match(self.text, self.position) if closed else None
        if near is not None:
            self.position = near.end()
        words = tuple(part for part in parts if isinstance(part, q.Literal))
        if not words:
            if closed:
                self.problem("there is no word between these quotation marks", start)
            return None
        if near is not None and near[1] and len(words) > 1:
            distance = int(near[1][:6])
            return q.Near(inside, words, distance, start=start, end=self.position)
        return q.Phrase(inside, parts, start=start, end=self.position)

    def regex(self) -> q.Node | None:
        start = self.position
        end = start + 1
        while end < len(self.text) and self.text[end] != "/":
            end += 2 if self.text[end] == "\\" else 1
        closed = end < len(self.text)
        end = min(end, len(self.text))
        pattern = self.text[start + 1 : end].replace("\\/", "/")
        self.position = end + 1 if closed else end
        if not closed:
            self.problem("this / is not closed", start)
        try:
            compile_regex(pattern)
        except RegexError as error:
            self.problem(str(error), start)
            return None
        return q.Regex(pattern, start=start, end=self.position)

    def stem(self) -> q.Node | None:
        start = self.position
        self.position += 1
        word = self.take(WORD)
        found = tokens(fold_text(word[0])) if word else ()
        if len(found) != 1:
            self.problem("~ wants one word after it", start)
            return None
        return q.Stem(found[0], start=start, end=self.position)

    def word(self) -> q.Node | None:
        start = self.position
        typed = self.take(WORD)
        if typed is None:
            # A closing quotation mark that opens nothing, or half an arrow.
            self.position += 1
            return None
        text = typed[0]
        fuzzy = _FUZZY.fullmatch(text)
        if fuzzy and len(found := tokens(fold_text(fuzzy[1]))) == 1:
            edits = int(fuzzy[2] or "1")
            if edits > _MOST_EDITS:
                self.problem(f"at most {_MOST_EDITS} letters may differ", start)
            if edits:
                return q.Fuzzy(found[0], min(edits, _MOST_EDITS), start=start, end=self.position)
            return q.Phrase(fuzzy[1], (q.Literal(found[0]),), start=start, end=self.position)
        found = tokens(fold_text(text))
        if not found:
            self.problem(f"there is no word in “{text}”", start)
            return None
        return q.Word(text.rstrip("*"), found, start=start, end=self.position)


def _parts(inside: str, *, growing: bool) -> tuple[q.PhrasePart, ...]:
    parts: list[q.PhrasePart] = []
    for piece in inside.split():
        if piece == "*":
            parts.append(q.AnyWord())
            continue
        found = tokens(fold_text(piece))
        parts.extend(map(q.Literal, found))
        if found and piece.endswith("*"):
            parts[-1] = q.Literal(found[-1], prefix=True)
    last = parts[-1] if parts else None
    if growing and isinstance(last, q.Literal) and inside[-1:].strip():
        parts[-1] = q.Literal(last.text, prefix=True)
    return tuple(parts)
