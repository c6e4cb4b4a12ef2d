"""Excerpts and re-posts of the site's pages: the dialogue, with some of the frame or none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tui.model import Meeting, Turn
from tui.reading.archive_frame import without_archive_frame
from tui.reading.broken_labels import mended, offices_above
from tui.reading.dates import date_at
from tui.reading.dialogue_text import find_dialogue
from tui.reading.evidence import Evidence
from tui.reading.flow import ends_open
from tui.reading.forum_post import posted
from tui.reading.header_fields import is_headline
from tui.reading.labels import is_place
from tui.reading.names import squeeze
from tui.reading.page import BOX_TITLES, SEPARATOR, Page, date_and_place
from tui.reading.paragraph_starts import is_wrapped
from tui.reading.pop_ups import without_pop_up_lines, without_pop_ups
from tui.reading.reader import Document
from tui.reading.text_header import SAINTS, is_place_line
from tui.reading.web_page import find_footer, read_footer
from tui.reading.web_text import assemble_page

_HEADER = 12
_SAMPLE = 30_000
_IN_BRACKETS = re.compile(r"\((?:[^()]{0,30}\s)?[–—-]\s+([^()]{6,40}?)\s*[–—-]?\)?\Z")
"""``(Kremlin.ru – December 26, 2013)``, as digests head what they take over."""
_POSTED_ON = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, "
    r"(?:[A-Z][a-z]+ \d{1,2}|\d{1,2} [A-Z][a-z]+),? \d{4}\Z"
)
"""The day a blog posted the text, above its title."""
_PLACE_FIRST = re.compile(r"([A-Z][^\d:.!?]{2,60}?),\s*([A-Z][a-z]+ \d{1,2}, \d{4})\Z")
_DAY = re.compile(r"[A-Z][a-z]{2,8} \d{1,2},")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NEAR = 200
"""Lines below a header in which its place may be named again."""
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d\Z")
_LABEL = 300
"""Characters of a line within which a label stands, and perhaps a box in it."""
_TAIL = 2_000
_FOOTER_SIGN = re.compile(r"^\s*Published\s+in\s+sections?:", re.MULTILINE)
_SOURCE = re.compile(
    r"(?:(?:The )?[Ss]ource(?: of information)?\s*[:–—-]\s*)?(?P<address>https?://\S+)\Z"
)


class ExcerptReader:
    """Reads text whose speakers are labelled as the site labels them."""

    name = "excerpt"

    def confidence(self, document: Document) -> float:
        """Look for an office and a name before a colon, and the speech behind it."""
        around = (document.text[:_SAMPLE], document.text[-_TAIL:])
        lines = [line for line in posted(_stripped(around[0]))[0] if line]
        if not lines:
            return 0.0
        if _FOOTER_SIGN.search(around[1]):
            return 0.85
        if any(_is_header(line) for line in lines[:_HEADER]):
            return 0.85
        evidence = Evidence([*lines, *(above := offices_above(lines))], (), "")
        if above:
            lines = mended(lines, evidence)[0]
        labels = [found[0] for line in lines if (found := evidence.label(line))]
        # The site prints the office before the name; "Name, Office:" and "Name (Party):" are
        # many publishers' way, and so are parties and states in brackets among capitals.
        offices = sum(
            label.role is not None
            and " " in label.role
            and label.text.startswith(label.role.partition(",")[0])
            and not (label.text.isupper() and "(" in label.role)
            for label in labels
        )
        if not offices:
            return 0.0
        if _has_copied_header(lines[:_HEADER]):
            return 0.85
        if any(line in BOX_TITLES or SEPARATOR.match(line) for line in lines):
            return 0.75
        if offices * 8 < len(labels):
            return 0.0
        # Without a mark of the site's, a text whose labels it would not print is another's.
        plain = find_dialogue(document.text[:_SAMPLE].split("\n"))
        turns = sum(isinstance(part, Turn) for part in plain.parts)
        return 0.75 if turns <= len(labels) else 0.3

    def read(self, document: Document) -> tuple[Meeting, ...]:
        """Read the text."""
        page = take_apart(_stripped(document.text))
        return (assemble_page(document, self.name, page),)


def _stripped(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n")]


def _is_header(line: str) -> bool:
    """Say whether a line is the site's header on one line: day, time and perhaps the place."""
    if line.count(" - ") not in (1, 2):
        return False
    found = date_and_place(line)
    return found is not None and found[1] is not None


def _has_copied_header(lines: list[str]) -> bool:
    """Say whether the site's header of three lines, the day above the time, was copied."""
    return any(
        _CLOCK.match(below) and date_and_place(above) is not None
        for above, below in pairwise(lines)
    )


def take_apart(lines: list[str]) -> Page:
    """Find title, date and place among the first lines; the rest is the body.

    Args:
        lines: All lines, stripped; empty ones kept.
    """
    page = Page()
    lines, frame = without_archive_frame(lines)
    lines, around = posted(lines)
    page.furniture = [*frame, *around]
    footer = find_footer(lines)
    read_footer(page, [line for line in lines[footer:] if line])
    lines = without_pop_up_lines(_whole_days(list(_own_lines(page, lines[:footer]))))
    filled_lines = [line for line in lines if line]
    evidence = Evidence([*filled_lines, *offices_above(filled_lines)], (), "")
    lines, broken = mended(lines, evidence)
    if broken:
        page.repairs.append(f"Joined {broken} labels broken over lines.")
        evidence = Evidence([line for line in lines if line], (), "")
    filled = [index for index, line in enumerate(lines) if line]
    labelled = [i for i in filled if evidence.label(lines[i])]
    if _has_headline(lines, filled, labelled, evidence):
        labelled = labelled[1:]
    speech = next(iter(labelled), len(lines))
    head = [index for index in filled if index < speech][:_HEADER]
    body = _read_header(page, lines, head)
    if not page.title:
        title = next((i for i in head if i >= body), None)
        if title is not None and _is_title(lines, title, speech):
            page.title = squeeze(lines[title])
            page.lines.extend(line for line in lines[body:title] if line)
            body = title + 1
    page.lines.extend(lines[body:])
    return page


def _has_headline(
    lines: list[str], filled: list[int], labelled: list[int], evidence: Evidence
) -> bool:
    """Say whether the first line is a headline, ``Example: We will build bridges``."""
    if len(labelled) < 2 or len(filled) < 2 or labelled[0] != filled[0] or is_wrapped(lines):
        return False
    found = evidence.label(lines[filled[0]])
    rest = lines[filled[0]][found[1] :] if found else ""
    return filled[1] not in labelled and is_headline(rest, lines[filled[1]])


def _read_header(page: Page, lines: list[str], head: list[int]) -> int:
    """Read title, day and place from the lines before the speech.

    Args:
        page: Receives them, and lines that stand among them and are others.
        lines: All lines.
        head: Where filled lines stand before the first label.

    Returns:
        Where the body begins.
    """
    for position, index in enumerate(head):
        found = date_and_place(lines[index]) or _place_and_date(lines[index])
        if found is None:
            continue
        page.date, page.time, page.place = found
        after = head[position + 1 :]
        body = index + 1
        # The site's own header, copied: the day, the time and the place, a line each.
        timed = page.time is None and bool(after) and _CLOCK.match(lines[after[0]])
        if timed:
            page.time = lines[after[0]].zfill(5)
            body = after.pop(0) + 1
        below = after[0] if after else None
        # "July 7, 2009," and the place on the next line.
        if (
            not page.place
            and below is not None
            and "://" not in lines[below]
            and (
                lines[index].endswith(",")
                or is_place_line(lines[below], loose=bool(timed))
                or _is_town_of(lines, below)
            )
        ):
            body = below + 1
            page.place = squeeze(lines[below])
        before = [squeeze(lines[i]) for i in head[:position] if not _POSTED_ON.match(lines[i])]
        if told := _wrapped_prose(lines[head[0] : index]):
            page.lines.append(told)
        elif before:
            page.title = before[0]
            page.lines.extend(before[1:])
        return body
    dates = (date_at(d[1]) for i in head if (d := _IN_BRACKETS.match(lines[i])))
    page.date = next((date[0] for date in dates if date), None)
    return 0


def _wrapped_prose(lines: list[str]) -> str:
    """Return the lines above a day as one paragraph if a margin broke its sentences, or ""."""
    broken = any(ends_open(a) and b[:1].islower() for a, b in pairwise(lines))
    if not broken or not all(lines) or not (lines[1][:1].islower() or " " not in lines[0]):
        return ""
    told = squeeze(" ".join(lines))
    return told if told.endswith((".", "!", "?")) else ""


def _whole_days(lines: list[str]) -> list[str]:
    """Join a day that a margin broke before its year: ``July 16,`` and ``2018``."""
    kept: list[str] = []
    for line in lines:
        if kept and _YEAR.fullmatch(line) and _DAY.fullmatch(kept[-1]):
            kept[-1] = f"{kept[-1]} {line}"
        else:
            kept.append(line)
    return kept


def _is_town_of(lines: list[str], index: int) -> bool:
    """Say whether the text elsewhere places something in what a line names."""
    line = lines[index]
    if not is_place_line(line, loose=True):
        return False
    if line.split()[0] in SAINTS or all(map(is_place, line.replace(",", " ").split())):
        return True
    below = "\n".join(lines[index + 1 : index + _NEAR])
    return any(f" {word} {line}" in below for word in ("in", "to", "from"))


def _place_and_date(line: str) -> tuple[str, None, str] | None:
    """Read a re-post's ``Sochi, September 28, 2020``."""
    found = _PLACE_FIRST.match(line)
    date = date_at(found[2]) if found else None
    if found is None or date is None or not is_place_line(found[1], loose=True):
        return None
    return date[0], None, squeeze(found[1])


def _own_lines(page: Page, lines: list[str]) -> Iterator[str]:
    """Yield the lines that are of the page, without what a re-post or a program added."""
    above = ""
    for line in lines:
        source = _SOURCE.match(line) if "http" in line else None
        if source and (not line.startswith("http") or "kremlin.ru/" in line):
            page.url = page.url or source["address"]
            page.furniture.append(line)
        else:
            if ":" in line[:_LABEL] or " ," in line or "  " in line:
                # The name may have begun on the line above.
                begun = " ".join(above.split()[-2:])
                whole = without_pop_ups(squeeze(f"{begun} {line}"))
                line = whole[len(begun) :].lstrip() if whole.startswith(begun) else line
            above = line
            yield line


def _is_title(lines: list[str], index: int, speech: int) -> bool:
    """Say whether the first line of an excerpt is its title."""
    line = lines[index]
    below = lines[index + 1] if index + 1 < len(lines) else ""
    if ends_open(line) and below[:1].islower():
        return False  # the rest of it stands below
    return (
        index < speech and len(line) < 200 and not SEPARATOR.match(line) and line not in BOX_TITLES
    )


READER = ExcerptReader()
