"""What stands above a dialogue in plain text: title, date, time, place, address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.reading.blocks import is_aside
from tui.reading.labels import is_office_word
from tui.reading.printed_label import Shape, shape
from tui.reading.prose_dates import Found, find_date, find_time

_FIELD = re.compile(r"(?P<key>[A-Za-z][A-Za-z /_-]{1,24}?)\s*[:：]\s+(?P<value>\S.*)")
_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
_PLACE_WORD = re.compile(
    r"\b(?:rooms?|halls?|cent(?:er|re)|chambers?|house|palace|building|street|university|college|"
    r"school|hotel|theat(?:er|re)|library|ballroom|auditorium|office|garden|lawn|studio|headquarters|"
    r"church|kremlin|capitol|airport|base|museum|stadium|arena|club|institute|terrace|aboard|"
    r"en route)\b",
    re.IGNORECASE,
)
_NOON = re.compile(r"[ap]\.?\s?m\.?", re.IGNORECASE)
_VERB = re.compile(r"\b(?:is|are|was|were|will|has|have|met|meets|sat|took|began|resumed)\b")
_POSTED = re.compile(
    r"(?:Posted|Submitted|Published|Updated|Uploaded|Last (?:updated|modified)|Added|Created)\b"
)
_STAMP = re.compile(r"\d{1,2}:\d{2},?\s+\d{1,2}[./]\d{1,2}[./]\d{4}\b\W*\Z")
_STAMP_LENGTH = 100
_TOLD = re.compile(
    r"(?:\S+ ){2,}(?:is|are|was|were|will|has|have|had|met|held|took|gave|made|spoke|visited)\b"
    r"(?: \S+){4,}"
)
"""A sentence that tells of the meeting."""
_NAVIGATION = re.compile(
    r"[^|]{1,40}(?:\s\|\s+[^|]{1,40}){2,}|·\s+\w+(?:\s+·\s+\w+)+|"
    r"[\w /]{1,20}(?: - [\w /]{1,20}){2,} - \w{1,12}"
)
_ABOVE_PAGE = re.compile(r"Skip to (?:main )?(?:content|navigation)|Home\s*[»›>/].*", re.IGNORECASE)
_HOST = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+\Z")
_FILLER = re.compile(r"^[\s,;.|()\[\]–—-]+|[\s,;|()\[\]–—-]+$")
_KEYS = {
    "title": "title", "subject": "title", "meeting": "title", "event": "title", "topic": "title",
    "date": "date", "recorded": "date", "recorded on": "date", "meeting date": "date",
    "time": "time", "start time": "time", "meeting time": "time",
    "place": "place", "location": "place", "venue": "place", "where": "place",
    "source": "url", "url": "url", "link": "url", "transcript from": "url", "permalink": "url",
    "summary": "summary", "description": "summary", "abstract": "summary",
}  # fmt: skip
_MENU_LINES = """
events|working day|news|transcripts|transcript|speeches|interviews|interview|press releases|blog
articles|home|latest news|press centre|press center|visits within russia|visits abroad|statements
speeches and transcripts|media|documents|press service
"""
_MENU = frozenset(_MENU_LINES.strip().replace("\n", "|").split("|"))
_SECTION_WORDS = 3
SAINTS = frozenset(("St", "Saint", "San", "Santa"))
"""Words with which the names of towns begin, and people's hardly."""
_HEADER_LENGTH = 300
"""A longer paragraph is prose, not a header line."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a source says about the meeting as a whole, as in `tui.model.Meeting`."""

    title: str = ""
    summary: str = ""
    date: str | None = None
    time: str | None = None
    place: str = ""
    url: str | None = None
    topics: tuple[str, ...] = ()


def read_header(
    paragraphs: Sequence[str], known: Header | None = None
) -> tuple[Header, list[str], list[str]]:
    """Read the paragraphs before the first turn.

    Args:
        paragraphs: In order, soft breaks joined.
        known: What is known already, and is not looked for.

    Returns:
        What they say of the meeting; those that are prose; and, verbatim, those that hold
        nothing beyond what the header now says.
    """
    header = known or Header()
    prose: list[str] = []
    furniture: list[str] = []
    dated = False
    posted: Found | None = None
    for index, text in enumerate(paragraphs):
        bare = text.strip().lstrip("#").strip().strip("*_").strip()
        told = is_aside(bare) and any(c.isalpha() for c in _NOON.sub("", bare))
        if not bare or len(bare) > _HEADER_LENGTH or (told and find_date(bare) is None):
            prose.append(text)
            continue
        if _NAVIGATION.fullmatch(bare) or _ABOVE_PAGE.fullmatch(bare):
            furniture.append(text)
            continue
        if _is_stamp(bare):
            posted = posted or find_date(bare)
            furniture.append(text)
            continue
        named = _FIELD.fullmatch(bare)
        if named and (key := _KEYS.get(" ".join(named["key"].casefold().split()))):
            taken = _take(header, key, named["value"].strip())
            if taken is not None:
                header = taken
                furniture.append(text)
                continue
        after_date = dated
        dated = False
        date = find_date(bare) if header.date is None else None
        time = find_time(bare) if header.time is None else None
        if date is None and time is None:
            place = is_place_line(bare) and not header.place
            near = after_date or _dates_next(paragraphs, index)
            if not header.title and not (place and index and near):
                if _is_section(bare, paragraphs[index + 1 :]):
                    furniture.append(text)
                elif len(bare) <= 200 and index < 4 and _may_be_title(bare):
                    header = replace(header, title=bare)
                else:
                    prose.append(text)
            elif near and not header.place and is_place_line(bare, loose=after_date):
                header = replace(header, place=bare)
                furniture.append(text)
            else:
                prose.append(text)
            continue
        rest = bare
        for found in sorted((f for f in (date, time) if f), key=lambda f: f.start, reverse=True):
            rest = rest[: found.start] + " " + rest[found.end :]
        rest = _FILLER.sub("", re.sub(r"\b(?:E[SD]T|GMT|UTC|local time|[CMP][SD]T)\b", "", rest))
        rest = re.sub(r"\s+[.,;](?=\s|$)", "", " ".join(rest.split()))
        header = replace(
            header,
            date=header.date or (date.value if date else None),
            time=header.time or (time.value if time else None),
        )
        dated = True
        tail = bare[max(found.end for found in (date, time) if found) :].strip(" ,.-–—|")
        if not rest:
            furniture.append(text)
        elif not header.place and _is_place(rest):
            header = replace(header, place=rest)
            furniture.append(text)
        elif not header.place and _is_town(tail):
            header = replace(header, place=tail)
            prose.append(text)
        elif not header.title and len(rest) > 8:
            header = replace(header, title=bare)
        else:
            prose.append(text)
    if posted and header.date is None:
        header = replace(header, date=posted.value)
    return header, prose, furniture


def _is_stamp(text: str) -> bool:
    """Say whether a line tells when a site posted the text.

    Its hour says nothing of the meeting, and its day little.
    """
    if _STAMP.match(text):
        return True
    told = _POSTED.match(text) and len(text) < _STAMP_LENGTH
    return bool(told) and (find_date(text) or find_time(text)) is not None


def _may_be_title(text: str) -> bool:
    """Say whether a line can be a title: none ends open, or is somebody's words."""
    if text[-1] in ":,;" or (text[-1] == "." and _TOLD.search(text)):
        return False
    return text[-1] not in ".!" or _FIELD.fullmatch(text) is None


def _is_section(text: str, below: Sequence[str]) -> bool:
    """Say whether a line names the part of a site that a page is in, its title below it.

    A menu's word says so by itself, any other short line where the day stands between.
    """
    words = len(text.split())
    if words > _SECTION_WORDS or not below:
        return False
    days = [line for line in below[:2] if len(line) < 60 and find_date(line)]
    title = next((line for line in below[:3] if line not in days), "").strip()
    fits = words < len(title.split()) and len(title) <= 200 and title[-1] not in ":,;.!?"
    return fits and (text.casefold() in _MENU or bool(below[0] in days and not title.istitle()))


def _take(header: Header, key: str, value: str) -> Header | None:
    if key == "date":
        date, time = find_date(value), find_time(value)
        if date is None:
            return None
        return replace(header, date=date.value, time=time.value if time else header.time)
    if key == "time":
        time = find_time(value)
        return replace(header, time=time.value) if time else None
    if key == "url":
        address = _ADDRESS.search(value)
        return replace(header, url=address.group()) if address else None
    if key == "title":
        return replace(header, title=value) if not header.title else None
    if key == "place":
        return replace(header, place=value)
    return replace(header, summary=value)


def _dates_next(paragraphs: Sequence[str], index: int) -> bool:
    after = paragraphs[index + 1] if index + 1 < len(paragraphs) else ""
    return len(after) < 100 and (find_date(after) or find_time(after)) is not None


def is_place_line(text: str, *, loose: bool = False) -> bool:
    """Say whether a line names a place and nothing more.

    Args:
        text: The line.
        loose: It stands where a place is expected: any town will do.
    """
    if len(text) > 120 or text[-1:] in "?!:;" or _HOST.match(text):
        return False
    if _PLACE_WORD.search(text) and not _VERB.search(text):
        return True
    return loose and _is_town(text)


def _is_town(text: str) -> bool:
    words = text.replace(",", " ").split()
    return (
        2 < len(text) <= 40
        and all(word.replace("-", "").isalpha() for word in words)
        and text.istitle()
        and any(len(word) > 2 for word in words)
        and (words[0] in SAINTS or shape(words[0]) is not Shape.NONE)
        and not is_office_word(words[-1])
    )


def _is_place(text: str) -> bool:
    if len(text) > 160 or " v. " in text:
        return False
    return bool(_PLACE_WORD.search(text)) or (
        "," in text
        and text[0].isupper()
        and not any(c.isdigit() for c in text)
        and all(w[0].isupper() for w in text.split(", ") if w)
    )
