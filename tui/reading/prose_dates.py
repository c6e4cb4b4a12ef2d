"""Dates and times of day in the header lines of transcripts, read without guessing.

A year alone, a counter such as "2 of 4", or a date in figures whose day and month could
change places is no date here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier januar enero января gennaio januari",
            "february feb février februar febrero февраля febbraio februari",
            "march mar mars märz marzo марта maart",
            "april apr avril abril апреля aprile",
            "may mai mayo мая maggio mei",
            "june jun juin juni junio июня giugno",
            "july jul juillet juli julio июля luglio",
            "august aug août agosto августа augustus",
            "september sept sep septembre septiembre сентября settembre",
            "october oct octobre oktober octubre октября ottobre",
            "november nov novembre noviembre ноября",
            "december dec décembre dezember diciembre декабря dicembre",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Sat(?:ur)?|Sun)(?:day)?\b[.,]?\s+(?:the\s+)?)?"
_DATE = re.compile(
    rf"\b{_WEEKDAY}(?:(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})(?!\d)"
    rf"|(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*,\s*|\s+)(?P<year>\d{{4}})\b"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th|\.)?\s+(?:of\s+|de\s+)?(?P<month2>{_MONTH})(?:,|\s+de)?\s+"
    rf"(?P<year2>\d{{4}})\b|(?P<figures>\d{{1,2}}/\d{{1,2}}/\d{{4}})(?!\d))",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>[ap])\.?\s?m\b\.?"
    r"|(?<![\d:+-])(?P<hour2>[01]?\d|2[0-3]):(?P<minute2>[0-5]\d)(?::[0-5]\d)?(?![:\d])"
    r"(?![\s-]?(?:long|hours?|hrs?|minutes?|mins?)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A date or time of day in a text.

    Attributes:
        value: ``YYYY-MM-DD`` or ``HH:MM``.
        start: Where it begins in the text.
        end: One past its last character.
    """

    value: str
    start: int
    end: int


def find_date(text: str) -> Found | None:
    """Return the first whole date of a text, the name of the weekday included."""
    for found in _DATE.finditer(text):
        value = _iso(found)
        if value is not None:
            return Found(value, found.start(), found.end())
    return None


def _iso(found: re.Match[str]) -> str | None:
    if found["iso"]:
        year, month, day = (int(part) for part in found["iso"].split("-"))
    elif found["figures"]:
        first, second, year = (int(part) for part in found["figures"].split("/"))
        if first <= 12 and second <= 12 and first != second:
            return None
        month, day = (first, second) if first <= 12 else (second, first)
    else:
        name = (found["month"] or found["month2"]).rstrip(".").casefold()
        month = _MONTHS[name]
        day = int(found["day"] or found["day2"])
        year = int(found["year"] or found["year2"])
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def find_time(text: str) -> Found | None:
    """Return the first time of day of a text; ``3 p.m.`` counts, a bare ``3`` does not."""
    for found in _TIME.finditer(text):
        if found["hour2"] is not None:
            hour, minute = int(found["hour2"]), int(found["minute2"])
        else:
            hour, minute = int(found["hour"]), int(found["minute"] or 0)
            if not 1 <= hour <= 12 or minute > 59:
                continue
            hour = hour % 12 + (12 if found["half"] in "pP" else 0)
        return Found(f"{hour:02d}:{minute:02d}", found.start(), found.end())
    return None
