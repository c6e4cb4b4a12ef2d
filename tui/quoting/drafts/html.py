"""Drafts in HTML.

Read with the standard library's parser rather than lxml, which keeps lines but no columns.
"""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser

from tui.quoting.drafts.prose import Draft, Prose, ProseWriter

_SKIPPED = frozenset(
    {"script", "style", "code", "pre", "kbd", "samp", "textarea", "template", "title", "svg"}
)
_INLINE = """
a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q s small span
strike strong sub sup time tt u var wbr
"""
"""Elements that do not end a paragraph."""


def read_html(text: str) -> Draft:
    """Read a page: its text, ``q`` in quotation marks, ``blockquote`` as block quotes."""
    parser = _Parser(text)
    parser.feed(text)
    parser.close()
    parser.end_paragraph()
    return Draft(text, tuple(parser.found))


class _Parser(HTMLParser):
    """Collects paragraphs with their places."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[Prose] = []
        self._starts = [0]
        for line in text.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._writer = ProseWriter()
        self._skipped = 0
        self._quotes = 0
        self._depth = 0

    def end_paragraph(self) -> None:
        """Begin a new paragraph."""
        prose = self._writer.prose(self._quotes if self._depth else 0)
        if prose.text.strip():
            self.found.append(prose)
        self._writer = ProseWriter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """See `HTMLParser`."""
        if tag not in _INLINE.split():
            self.end_paragraph()
        if tag in _SKIPPED:
            self._skipped += 1
        elif tag == "blockquote":
            self._quotes += self._depth == 0
            self._depth += 1
        elif tag == "q":
            self._add("“", step=False)

    def handle_endtag(self, tag: str) -> None:
        """See `HTMLParser`."""
        if tag == "q":
            self._add("”", step=False)
        if tag not in _INLINE.split():
            self.end_paragraph()
        if tag in _SKIPPED:
            self._skipped = max(0, self._skipped - 1)
        elif tag == "blockquote":
            self._depth = max(0, self._depth - 1)

    def handle_data(self, data: str) -> None:
        """See `HTMLParser`."""
        self._add(data)

    def handle_entityref(self, name: str) -> None:
        """See `HTMLParser`."""
        self._add(unescape(f"&{name};"), step=False)

    def handle_charref(self, name: str) -> None:
        """See `HTMLParser`."""
        self._add(unescape(f"&#{name};"), step=False)

    def _add(self, text: str, *, step: bool = True) -> None:
        if not self._skipped:
            line, column = self.getpos()
            self._writer.add(text, self._starts[line - 1] + column, step=step)
