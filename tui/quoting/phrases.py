"""Pieces that citations are put together from."""

from __future__ import annotations

import calendar
from collections.abc import Iterable

from tui.quoting.quote import Quote, SeamKind
from tui.times import clock

NO_URL = "source URL not recorded"
PARTIAL = "published text is partial"
BRACKETS = "words in square brackets are the source's editor's"
_MLA_SHORTENED = {1: "Jan.", 2: "Feb.", 3: "Mar.", 4: "Apr.", 8: "Aug.", 9: "Sept."}
_MLA_SHORTENED |= {10: "Oct.", 11: "Nov.", 12: "Dec."}

_NESTED = str.maketrans({"“": "‘", "”": "’", "„": "‘", "«": "‘", "»": "’"})


def day_first(date: str | None) -> str:
    """Write an ISO date as “29 May 2013”; "" where there is none."""
    year, month, day = date_parts(date)
    return " ".join(part for part in (day and str(day), month and _month(month), year) if part)


def month_first(date: str | None) -> str:
    """Write an ISO date as “May 29, 2013”; "" where there is none."""
    year, month, day = date_parts(date)
    if not month:
        return year
    return f"{_month(month)} {day}, {year}" if day else f"{_month(month)} {year}"


def year_first(date: str | None) -> str:
    """Write an ISO date as APA does, “2013, May 29”; “n.d.” where there is none."""
    year, month, day = date_parts(date)
    if not year:
        return "n.d."
    if not month:
        return year
    return f"{year}, {_month(month)} {day}" if day else f"{year}, {_month(month)}"


def short_month(date: str | None) -> str:
    """Write an ISO date as MLA does, “29 May 2013”, long months shortened."""
    year, month, day = date_parts(date)
    name = _MLA_SHORTENED.get(month, _month(month)) if month else ""
    return " ".join(part for part in (day and str(day), name, year) if part)


def date_parts(date: str | None) -> tuple[str, int, int]:
    """Take an ISO date apart; what is missing is "" or 0."""
    year, month, day = [*(date or "").split("-"), "", "", ""][:3]
    return year, int(month or 0), int(day or 0)


def _month(number: int) -> str:
    return calendar.month_name[number]


def speaker_and_role(quote: Quote) -> str:
    """Name the speaker, with the office of that day after a comma."""
    return ", ".join(part for part in (speaker(quote), quote.role) if part)


def speaker(quote: Quote) -> str:
    """Name who speaks; words that nobody speaks are called what they are."""
    if quote.speaker:
        return quote.speaker
    if quote.kind == "turn":
        return "Unnamed speaker"
    return {"editor": "Editor's note", "see_also": "Box"}.get(
        quote.kind, quote.kind.replace("_", " ").capitalize()
    )


def given_name(quote: Quote) -> str | None:
    """Return what of the speaker's name is not the family's; None where that is unknown."""
    if not quote.speaker or not quote.family:
        return None
    if quote.speaker.startswith(quote.family):
        return quote.speaker[len(quote.family) :].strip()
    return quote.speaker.removesuffix(quote.family).strip()


def inverted(quote: Quote) -> str | None:
    """Write the speaker's name family first; whole where the family name is unknown."""
    given = given_name(quote)
    return f"{quote.family}, {given}" if given else quote.speaker


def initials(quote: Quote) -> str | None:
    """Write the speaker's name as APA does: “Nazarbayev, N.”."""
    given = given_name(quote)
    if not given:
        return quote.speaker
    letters = " ".join("-".join(f"{p[0]}." for p in n.split("-") if p) for n in given.split())
    return f"{quote.family}, {letters}"


def locator(quote: Quote) -> str:
    """Say where in the meeting the words stand: “turn 3, para. 2”; "" for the whole meeting."""
    name, _, paragraph = quote.anchor.partition(".")
    if not name:
        return ""
    if not name[1:].isdecimal():
        return name
    place = f"turn {name[1:]}" if name.startswith("t") else f"block {name[1:]}"
    return f"{place}, para. {paragraph}" if paragraph else place


def remarks(quote: Quote) -> tuple[str, ...]:
    """Return what a reader of the citation must be told besides."""
    said: list[str] = []
    if quote.start is not None:
        said.append(f"spoken {clock(quote.start)} into the recording")
    if quote.source_url is None:
        said.append(NO_URL)
    if quote.partial:
        said.append(PARTIAL)
    if any(seam.kind is SeamKind.EDITOR for seam in quote.seams):
        said.append(BRACKETS)
    return tuple(said)


def remark_sentences(quote: Quote) -> str:
    """Write the remarks as sentences."""
    return " ".join(f"{remark[0].upper()}{remark[1:]}." for remark in remarks(quote))


def particulars(quote: Quote) -> str:
    """Write what reference managers have no field for: office, place in the text, remarks."""
    sentences = (quote.role, locator(quote).capitalize())
    said = [f"{sentence}." for sentence in sentences if sentence]
    return " ".join((*said, remark_sentences(quote))).strip()


def nested(title: str) -> str:
    """Write a title as it stands inside quotation marks: its own become single ones."""
    return title.translate(_NESTED)


def told_apart(names: Iterable[str]) -> list[str]:
    """Give each further use of a name a number: ``t3``, ``t3-2``, ``t3-3``."""
    taken: set[str] = set()
    apart: list[str] = []
    for name in names:
        number, free = 1, name
        while free in taken:
            number += 1
            free = f"{name}-{number}"
        taken.add(free)
        apart.append(free)
    return apart


def stopped(text: str) -> str:
    """End a text with a full stop unless it ends a sentence already."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."
