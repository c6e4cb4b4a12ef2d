"""Drafts in Markdown: code, addresses, HTML and footnotes are no prose."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tui.quoting.drafts.prose import Draft, Prose, ProseWriter

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FOOTNOTE = re.compile(r"^ {0,3}(?=\[\^[^\]\s]+\]:)", re.MULTILINE)
_REFERENCE = re.compile(r"\[\^[^\]\s]+\]")
_LINK_END = re.compile(
    r"""\](?: \( \s* (?:<[^<>\n]*>|(?:[^()\s\\]|\\.|\([^()\s]*\))*)
            (?: \s+ (?:"[^"]*"|'[^']*'|\([^()]*\)) )? \s* \)
          | \[[^\]]*\] )?""",
    re.VERBOSE,
)


def read_markdown(text: str) -> Draft:
    """Read a text in Markdown (CommonMark, tables, footnotes, front matter)."""
    shown = _FRONT_MATTER.sub(lambda found: "\n" * found[0].count("\n"), text, count=1)
    # A footnote's definition would be read as that of a link, and eat what follows it.
    lines = shown.split("\n")
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    found: list[Prose] = []
    quotes = depth = 0
    for token in _parser().parse("\n".join(lines)):
        if token.type == "blockquote_open":
            quotes += depth == 0
            depth += 1
        elif token.type == "blockquote_close":
            depth -= 1
        elif token.type == "inline" and token.map is not None and token.children:
            if _FOOTNOTE.match(token.content):
                continue
            start, end = starts[token.map[0]], starts[token.map[1]]
            found.append(_prose(text, start, end, token.children, quotes if depth else 0))
    return Draft(text, tuple(found))


@cache
def _parser() -> MarkdownIt:
    # Unjoined, an escaped character still says how it is written in the source.
    return MarkdownIt("commonmark").enable("table").disable("text_join")


def _prose(source: str, start: int, end: int, children: list[Token], quoted: int) -> Prose:
    """Find the characters of a paragraph in the source again, in order."""
    writer = ProseWriter()
    position = start
    address = 0
    for token in children:
        if token.type == "link_open":
            address += token.info == "auto"
        elif token.type == "link_close":
            if token.info == "auto":
                address -= 1
            elif ending := _LINK_END.search(source, position, end):
                position = ending.end()
        elif token.type in ("softbreak", "hardbreak"):
            place = source.find("\n", position, end)
            if place >= 0:
                writer.add(" ", place)
                position = place + 1
        elif token.type in ("text", "text_special", "code_inline", "html_inline", "image"):
            written = token.markup if token.type == "text_special" else token.content
            if token.type == "image":
                if ending := _LINK_END.search(source, position, end):
                    position = ending.end()
                writer.add(" ", position)
                continue
            place = source.find(written, position, end)
            if place < 0:
                continue
            position = place + len(written)
            if token.type == "text" and not address:
                _add_text(writer, written, place)
            elif token.type == "text_special":
                writer.add(token.content, place, step=False)
            elif token.type != "html_inline":
                writer.add(" " * len(written), place)
    return writer.prose(quoted)


def _add_text(writer: ProseWriter, text: str, offset: int) -> None:
    """Add text, marks of footnotes as blanks."""
    writer.add(_REFERENCE.sub(lambda found: " " * len(found[0]), text), offset)
