"""Walking along a query's text, and noting what cannot be understood."""

from __future__ import annotations

import re
from dataclasses import dataclass

QUOTES = {'"': '"', "“": '”"“', "”": '”"', "„": '“”"', "«": "»", "»": "»«"}
"""From an opening quotation mark to those that may close it."""
WORD = re.compile(r"(?:(?!>>|<<)[^\s\"“”„«»()|])+")
"""What stands together without quotation marks."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a query that could not be understood, or is not finished.

    Attributes:
        message: What is wrong, for the user.
        position: The character of the query at which it is.
        left_out: Whether the query is poorer for it; False where what stands there was
            read all the same, in the way the message says.
    """

    message: str
    position: int
    left_out: bool = True


class Scanner:
    """A place in a query's text.

    Attributes:
        text: The whole query.
        position: The next character to be read.
        problems: What was noted so far.
        typing: Whether what stands at the text's end may still be growing.
    """

    def __init__(self, text: str, *, typing: bool) -> None:
        """Stand at the beginning of a text."""
        self.text = text
        self.typing = typing
        self.position = 0
        self.problems: list[Problem] = []

    def peek(self) -> str:
        """Return the next character; "" at the end."""
        return self.text[self.position : self.position + 1]

    def at_end(self) -> bool:
        """Say whether everything is read."""
        return self.position == len(self.text)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Step over what a pattern matches here."""
        found = pattern.match(self.text, self.position)
        if found is not None:
            self.position = found.end()
        return found

    def quoted(self) -> tuple[str, bool]:
        """Step over a quotation; return what is inside and whether it is closed."""
        opened = self.position
        closers = QUOTES[self.peek()]
        start = end = opened + 1
        while end < len(self.text) and self.text[end] not in closers:
            end += 1
        closed = end < len(self.text)
        self.position = end + 1 if closed else end
        if not closed:
            self.problem("this quotation mark is not closed", opened)
        return self.text[start:end], closed

    def value(self) -> tuple[str, bool]:
        """Step over a field's value; return it and whether quotation marks close it."""
        if self.peek() in QUOTES:
            return self.quoted()
        word = self.take(WORD)
        return (word[0] if word else ""), False

    def problem(self, message: str, position: int | None = None, *, left_out: bool = True) -> None:
        """Note a problem, here unless it lies elsewhere."""
        at = self.position if position is None else position
        self.problems.append(Problem(message, at, left_out))
