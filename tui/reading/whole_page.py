"""A page of the site saved as text from top to bottom: its article, without the frame.

Programs that turn HTML into text (inscriptis, html2text, BeautifulSoup) keep the menus above
the article and the buttons below it, and each breaks lines in its own way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.reading.body import are_halves
from tui.reading.page import SEPARATOR
from tui.reading.pop_ups import without_icons, without_pop_up_lines, without_pop_ups

_LICENCE = "All content on this site is licensed under"
"""Stands between the menus and the article of every page."""
_MENU = 20_000
"""Characters within which the menus end."""
_BELOW_MENU = re.compile(
    r"(?:Creative Commons\b.*|International|"
    r"(?:Presidential)?\s*(?:Executive Office)?\s*(?:\d{4})?)\Z"
)
_REMARK = re.compile(r"\([^()]{1,60}\)\Z")
_MARKDOWN = ("\n## ", "\n# ")
_BOLD = re.compile(r"^\*\*\w", re.MULTILINE)
_BULLET = re.compile(r"[*•]\s+")
_HARD_BREAK = "  "
_SEPARATOR = re.compile(r"[\s\\]*(?:\*[\s\\]*){3,9}\Z")
_FIELDS = ("Published in section", "Publication date:", "Direct link:", "Text version")
_AFTER_FOOTER = re.compile(r"(?:Text version|Share|Last updated at\b.*)\Z")
_ADDRESS = re.compile(r"https?://\S+\Z")


def is_whole_page(text: str) -> bool:
    """Say whether a text is a page of the site with all that stands around its article."""
    if text.find(_LICENCE, 0, _MENU) >= 0:
        return "<body" not in text[:_MENU].casefold()
    # An article alone, in Markdown: no other reader knows both its marks and its footer.
    return "Publication status" in text and _BOLD.search(text) is not None


def article_lines(text: str) -> tuple[list[str], str | None, int]:
    """Return the lines of the article and its footer.

    Args:
        text: The text of a whole page.

    Returns:
        The lines as a browser shows them, empty ones left out; the page's address, where
        the frame holds it; and how many lines were left out with the frame.
    """
    lines = [line for line in _lines(text) if line]
    begin = _begin(lines)
    end = _end(lines, begin)
    address = next((line for line in lines[end:] if _ADDRESS.match(line)), None)
    article = list(_fields_joined(lines[begin:end]))
    left_out = len(lines) - len(article)
    article = list(_labels_joined(without_pop_up_lines(article)))
    return [without_pop_ups(line) for line in article], address, left_out


def _lines(text: str) -> Iterator[str]:
    if not any(sign in text for sign in _MARKDOWN):
        for line in text.split("\n"):
            yield _without_bullet(line.strip())
        return
    # Imported here: only pages in Markdown need its parser.
    from tui.reading.markdown import plain_lines

    for line in plain_lines("\n".join(_unwrapped(text))):
        if _SEPARATOR.match(line):
            yield "* * *"
        else:
            yield _without_bullet(without_icons(line).strip()).lstrip("# ")


def _without_bullet(line: str) -> str:
    return line if SEPARATOR.match(line) else _BULLET.sub("", line, count=1)


def _unwrapped(text: str) -> Iterator[str]:
    """Yield Markdown's paragraphs, each on one line; hard breaks and list items end one."""
    held = ""
    for line in text.split("\n"):
        bare = without_icons(line.strip())
        if held and (not bare or _BULLET.match(bare)):
            yield held
            held = ""
        held = f"{held} {bare}" if held else bare
        if line.endswith(_HARD_BREAK):
            yield held
            held = ""
    if held:
        yield held


def _begin(lines: list[str]) -> int:
    """Return where the article begins: below the licence and the name of the section."""
    at = next((i for i, line in enumerate(lines) if line.startswith(_LICENCE)), -1) + 1
    while at < len(lines) and _BELOW_MENU.match(lines[at]):
        at += 1
    return at


def _end(lines: list[str], begin: int) -> int:
    """Return where the buttons below the article begin."""
    last = next(
        (i for i in range(len(lines) - 1, begin, -1) if lines[i].startswith("Publication date:")),
        None,
    )
    if last is None:
        return next(
            (i for i in range(begin, len(lines)) if _AFTER_FOOTER.match(lines[i])), len(lines)
        )
    return next((i for i in range(last, len(lines)) if lines[i] == "Text version"), last + 2)


def _labels_joined(lines: list[str]) -> Iterator[str]:
    """Yield the lines, a label's name and its remark in brackets, broken at marks, as one."""
    at = 0
    while at < len(lines):
        line = lines[at]
        after = lines[at + 1 : at + 3]
        if line == "(" and len(after) == 2 and after[1].startswith(")"):
            line = f"({after[0]}{after[1]}"
            at += 2
        if len(after) == 2 and after[1][:1] == ":" and are_halves(line, after[0]):
            line = f"{line} {after[0]}"
            at += 1
        if _REMARK.match(line) and lines[at + 1 : at + 2] and lines[at + 1].startswith(":"):
            at += 1
            line += lines[at]
        yield line
        at += 1


def _fields_joined(lines: list[str]) -> Iterator[str]:
    """Yield the lines, a field of the footer and its value, broken at links, as one."""
    held = ""
    status = len(lines) - 1
    while status > 0 and lines[status] != "Publication status":
        status -= 1
    for index, line in enumerate(lines):
        if status and index > status:
            if line.startswith(_FIELDS):
                if held:
                    yield held
                held = line
            else:
                held = f"{held} {line}" if line != "," else f"{held},"
            continue
        yield line
    if held:
        yield held
