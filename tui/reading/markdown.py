"""Reads Markdown transcripts: bold speakers, front matter, headings, times."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from markdown_it import MarkdownIt

from tui.model import Meeting, Turn
from tui.reading import excerpt
from tui.reading.bold_names import BoldNames
from tui.reading.dialogue_text import find_dialogue
from tui.reading.errors import ReadingError
from tui.reading.front_matter import split_front_matter
from tui.reading.meeting_apps import joined
from tui.reading.plain_text import meeting_of
from tui.reading.pop_ups import without_icons, without_pop_ups
from tui.reading.printed_label import Shape, shape
from tui.reading.prose_dates import find_date, find_time
from tui.reading.reader import Document
from tui.reading.text_header import Header
from tui.reading.web_text import assemble_page

_LOOK = 40_000
_LABEL_LENGTH = 200
_SURE = 0.7
"""How sure the site's reader must be to be asked."""
_SEPARATOR = re.compile(r"\s*(?:\*\s*){3,9}")
_BOLD_LABEL = re.compile(
    r"^[ \t]*(?:[-*+][ \t]+)?(?:\*\*|__)(?P<label>[^*_\n]{1,80}?)(?P<in>:?)(?:\*\*|__)(?P<out>:?)",
    re.MULTILINE,
)
_QUOTED = re.compile(r"^ {0,3}> (?=\S)")
"""What marks a quotation; two signs without a space mark a change of speaker instead."""
_HEADING = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)
_HEADING_LINE = re.compile(r"^#{1,6}[ \t]+\S[^\n]{0,80}$", re.MULTILINE)
_MARKED = re.compile(r"[*_`\[\]\\<&!]")
_PAGE_OF_THE_SITE = ("Publication status", "Published in section")
_BEHIND_TIME = re.compile(r"\s*(?P<time>[\[(](?:\d{1,3}:)?\d{1,2}:\d{2}[\])])\s*:\s*(?=\S)")
_BEHIND_REMARK = re.compile(r"[\s*_]*(?:(?P<remark>\([*_]*[^()]{1,60}\))[\s*_]*)?:[*_]*\s*")
"""The colon of a bold label outside the bold type, perhaps behind a remark in brackets."""
_REMARK_ITALICS = re.compile(r"(?<!\w)[*_](\()|(\)\.?)[*_](?!\w)")
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,120})\]\([^()\s]{1,300}\)")
_BETWEEN_BOLD = re.compile(r"(?<=\w)\*{4}(?=\w)")
_TIMED_HEADING = re.compile(r"#{2,6}\s+(?P<text>[^#].*?[\[(]?(?:\d{1,2}:)?\d{1,2}:\d{2}[\])]?)\s*")


class Markdown:
    """Text with Markdown's marks."""

    name = "markdown"

    def confidence(self, document: Document) -> float:
        """Return 0.85 for bold labels or front matter, less for headings alone."""
        text = document.text[:_LOOK]
        if any(sign in document.text for sign in _PAGE_OF_THE_SITE):
            return 0.1
        labels = Counter(
            found["label"]
            for found in _BOLD_LABEL.finditer(text)
            if shape(found["label"].strip()) is not Shape.NONE
        )
        if split_front_matter(text)[0] or sum(labels.values()) > 2:
            return 0.85
        if sum(labels.values()) == 2:
            return 0.65
        return 0.62 if _HEADING.search(text) and document.name.endswith((".md", ".markdown")) else 0

    def read(self, document: Document) -> tuple[Meeting, ...]:
        """Read the text.

        Raises:
            ReadingError: The file is not text.
        """
        if not document.text:
            raise ReadingError(document.name, f"{document.name} is not text.")
        values, text = split_front_matter(document.text)
        header, furniture, names = _header(values)
        lines = list(plain_lines(text))
        names.extend(BoldNames(text).names)
        dialogue = joined(find_dialogue(lines, wrapped=True, names=names))
        turns = sum(isinstance(part, Turn) for part in dialogue.parts)
        of_site = not values or "kremlin.ru/" in (header.url or "")
        page = self._of_the_site(document, lines, header) if of_site else None
        # The site's reader knows offices better, and single names not at all.
        if page is not None and len(page.turns) >= turns:
            return (page,)
        meeting = meeting_of(document, self.name, dialogue, (), header, furniture)
        return (meeting,)

    def _of_the_site(self, document: Document, lines: list[str], header: Header) -> Meeting | None:
        """Return what the site's own reader makes of a page that an extractor saved."""
        plain = [without_pop_ups(without_icons(line.lstrip("#").strip())) for line in lines]
        if excerpt.READER.confidence(replace(document, text="\n".join(plain))) < _SURE:
            return None
        page = excerpt.take_apart(plain)
        page.title = header.title or page.title
        page.summary = header.summary or page.summary
        page.date = header.date or page.date
        page.url = header.url or page.url
        return assemble_page(document, self.name, page)


def _header(values: dict[str, list[str]]) -> tuple[Header, list[str], list[str]]:
    """Return what the front matter says, the keys that say nothing here, and the speakers."""
    left = dict(values)

    def take(*keys: str) -> list[str]:
        return next((left.pop(key) for key in keys if left.get(key)), [])

    dated = " ".join(take("date", "recorded", "published_time", "published"))
    date, time = find_date(dated), find_time(dated)
    header = Header(
        title=" ".join(" ".join(take("title", "subject")).split()),
        summary=" ".join(take("summary", "description", "excerpt")),
        date=date.value if date else None,
        time=time.value if time and date and time.start >= date.end else None,
        place=" ".join(take("place", "location", "venue")),
        url=next(iter(take("source_url", "url", "source", "link", "media", "video")), None),
        topics=tuple(take("tags", "topics", "categories", "keywords")),
    )
    names = take("speakers", "speaker", "participants", "people", "guests", "hosts")
    furniture = [f"{key}: {', '.join(entries)}" for key, entries in left.items() if entries]
    if names:
        furniture.append(f"speakers: {', '.join(names)}")
    return header, furniture, [name for name in names if " " in name]


def plain_lines(text: str) -> Iterator[str]:
    """Yield the lines with labels as plain text prints them, and without inline marks."""
    labels = Counter(found["label"].strip() for found in _BOLD_LABEL.finditer(text))
    heads = _speakers_in_headings(text)
    bold = BoldNames(text)
    for line in _closed(text.split("\n")):
        if line.startswith("#") and (name := line.strip("# \t*_:")) in heads:
            yield f"{name}:"
            continue
        if _SEPARATOR.fullmatch(line):
            yield "* * *"
            continue
        nick = bold.nick(line)
        if nick:
            yield f"<{nick[0]}> {_plain(nick[1]).strip()}"
            continue
        item = bold.item(line)
        if item is not None:
            yield from ("", _plain(item))
            continue
        if "](" in line:
            line = _LINK.sub(r"\1", line)
        line = _QUOTED.sub("", _unbroken(line))
        found = _BOLD_LABEL.match(line)
        if found:
            label = found["label"].strip()
            rest = line[found.end() :]
            named = shape(label) is not Shape.NONE and not rest.lstrip().startswith((",", "."))
            colon = found["in"] or found["out"]
            remark = None if colon else _BEHIND_REMARK.match(rest)
            if named and remark:
                printed = f"{label} {(remark['remark'] or '').replace('*', '')}".rstrip()
                yield f"{printed}: {_plain(rest[remark.end() :]).strip()}"
                continue
            timed = _BEHIND_TIME.match(rest) if named and not colon else None
            if timed:
                yield f"{label} {timed['time']}: {_plain(rest[timed.end() :]).strip()}"
                continue
            known = labels[label] > 1 or (not rest.strip() and bold.stands_alone(label))
            if colon or (named and known and not _has_time(rest)):
                yield f"{label}: {_plain(rest).strip()}"
                continue
            if named and _has_time(rest):
                yield f"{label} {_plain(rest).strip()}"
                continue
        timed = _TIMED_HEADING.fullmatch(line) if line.startswith("##") else None
        yield _plain(timed["text"] if timed else line)


def _speakers_in_headings(text: str) -> set[str]:
    """Return the names that stand in headings again and again, as some podcasts print them."""
    names = Counter(found[0].strip("# \t*_:\n") for found in _HEADING_LINE.finditer(text))
    again = {name for name, times in names.items() if times > 1 and shape(name) is Shape.STRONG}
    return again if len(again) > 1 else set()


def _closed(lines: list[str]) -> Iterator[str]:
    """Yield the lines, those joined between which bold type stays open."""
    held = ""
    for line in lines:
        whole = f"{held} {line.strip()}" if held and line.strip() else line
        if held and not line.strip():
            yield held
        held = ""
        if whole.count("**") % 2 and len(whole) < _LABEL_LENGTH and not _SEPARATOR.fullmatch(line):
            held = whole
        else:
            yield whole
    if held:
        yield held


def _unbroken(line: str) -> str:
    """Mend a bold label that extractors left in pieces: ``A**lice: **Yes``, ``**Bob** (x):``."""
    if "**" not in line[:_LABEL_LENGTH]:
        return line
    head, colon, rest = line.partition(":")
    if not colon or len(head) > _LABEL_LENGTH or "**" not in head:
        return line
    if head.count("**") == 2 and head.rstrip().endswith("**"):
        return line
    label = " ".join(_BETWEEN_BOLD.sub(" ", head).replace("**", "").split())
    if shape(label) is not Shape.STRONG:
        return line
    # The colon may stand inside the bold type, with or without a space behind it.
    rest = re.sub(r"^\s*\*\*", " ", rest, count=1) if head.count("**") % 2 else rest
    return f"{label}: {rest.strip()}"


def _has_time(rest: str) -> bool:
    return re.match(r"\s*[\[(]?(?:\d{1,3}:)?\d{1,2}:\d{2}[\])]?\s*$", rest) is not None


@cache
def _inline() -> MarkdownIt:
    return MarkdownIt("commonmark")


def _plain(line: str) -> str:
    """Return a line without its inline marks; brackets that are no link stay."""
    if len(line) > 100_000 or not _MARKED.search(line):
        return line
    indent = line[: len(line) - len(line.lstrip())]
    parts = [
        token.content if token.type in ("text", "code_inline", "image") else " "
        for block in _inline().parseInline(line.strip())
        for token in block.children or []
        if token.type in ("text", "code_inline", "image", "softbreak", "hardbreak")
    ]
    # Bold marks beside a space are none in Markdown, but extractors write them so.
    whole = indent + "".join(parts).replace("**", "")
    return _REMARK_ITALICS.sub(lambda found: found[1] or found[2], whole)


READER = Markdown()
