"""Names that Markdown sets in bold without a colon: alone on a line, or as a chat's nicks."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from tui.reading.printed_label import Shape, shape

_ALONE = re.compile(r"\s*(?:\*\*|__)(?P<label>[^*_\n]{1,80}?):?(?:\*\*|__):?\s*")
_ITEM = re.compile(r"\s{0,3}[-*+]\s+(?=\S)")
_NICK = re.compile(
    r"(?P<quoted> {0,3}> +)?[ \t]*(?:\*\*|__)(?P<nick>[A-Za-z_][\w.|-]{0,30}?)"
    r"(?P<colon>:?)(?:\*\*|__)\s+(?P<rest>\S.*)"
)


class BoldNames:
    """What a text's bold type says of its speakers, weighed over the whole text."""

    def __init__(self, text: str) -> None:
        """Weigh the text.

        Args:
            text: Markdown, without its front matter.
        """
        lines = [line for line in text.split("\n") if line.strip()]
        alone = [
            (found["label"].strip(), _ITEM.match(after) is not None)
            for line, after in pairwise(lines)
            if line.lstrip()[:1] in "*_" and (found := _ALONE.fullmatch(line))
        ]
        named = [(label, item) for label, item in alone if shape(label) is not Shape.NONE]
        seen = Counter(label for label, _ in named)
        again = [item for label, item in named if seen[label] > 1]
        self._listed = sum(again) * 2 > len(again)
        # What follows a name that comes once is as what follows those that come again.
        self._alone = {
            label
            for label, item in named
            if again and item == self._listed and (item or shape(label) is Shape.STRONG)
        }
        nicks = [found for line in lines if (found := _NICK.fullmatch(line))]
        small = Counter(n["nick"] for n in nicks if n["colon"] and n["nick"].islower())
        quoted = sum(n["quoted"] is not None and not n["colon"] for n in nicks)
        self._nicks = {nick for nick, times in small.items() if times > 1 or quoted > 1}
        self._quoted = quoted > 1

    @property
    def names(self) -> list[str]:
        """The names that stand on bold lines of their own."""
        return sorted(self._alone)

    def stands_alone(self, label: str) -> bool:
        """Whether a bold line of its own is the name of whoever speaks below it."""
        return label in self._alone

    def item(self, line: str) -> str | None:
        """Return a list's item without its mark, where speech is printed as a list."""
        found = _ITEM.match(line) if self._alone and self._listed else None
        return line[found.end() :] if found else None

    def nick(self, line: str) -> tuple[str, str] | None:
        """Return the nick and the words of a line of a chat's minutes; None if it is none."""
        found = _NICK.fullmatch(line) if self._quoted or self._nicks else None
        if found is None:
            return None
        chat = self._quoted and found["quoted"] is not None and not found["colon"]
        return (found["nick"], found["rest"]) if chat or found["nick"] in self._nicks else None
