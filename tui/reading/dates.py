"""Dates and times as sites print them; nothing is guessed where the day is not stated."""

from __future__ import annotations

import re
from datetime import date as Date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan", "января", "январь"),
            ("february", "feb", "февраля", "февраль"),
            ("march", "mar", "марта", "март"),
            ("april", "apr", "апреля", "апрель"),
            ("may", "мая", "май"),
            ("june", "jun", "июня", "июнь"),
            ("july", "jul", "июля", "июль"),
            ("august", "aug", "августа", "август"),
            ("september", "sept", "sep", "сентября", "сентябрь"),
            ("october", "oct", "октября", "октябрь"),
            ("november", "nov", "ноября", "ноябрь"),
            ("december", "dec", "декабря", "декабрь"),
        ),
        1,
    )
    for name in names
}
_WORD = r"[^\W\d_]{3,9}"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_MONTH_FIRST = re.compile(rf"({_WORD})\.?[ \xa0]({_DAY}),?[ \xa0](\d{{4}})(?!\d)")
_DAY_FIRST = re.compile(rf"({_DAY})[ \xa0]({_WORD})\.?,?(?:[ \xa0]/)?[ \xa0](\d{{4}})(?!\d)")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?!\d)")
_RANGE = re.compile(
    rf"{_WORD}[ \xa0]\d{{1,2}}[ \xa0]*[−–—-][ \xa0]*(?:{_WORD}[ \xa0])?\d{{1,2}},[ \xa0]\d{{4}}\Z"
)


def _iso(year: str, month: int, day: str) -> str | None:
    try:
        return Date(int(year), month, int(day.rstrip("stndrh"))).isoformat()
    except ValueError:
        return None


def date_at(text: str, position: int = 0) -> tuple[str, int] | None:
    """Read the date that stands at a position.

    Args:
        text: A line.
        position: Where the date must begin.

    Returns:
        The ISO date and the end of what was read, or None: ``May 29, 2013``,
        ``29 May 2013``, ``July 7th, 2009``, ``07 июня / 2018``, ``2013-05-29``.
    """
    found = _MONTH_FIRST.match(text, position)
    if found and (month := _MONTHS.get(found[1].casefold())):
        iso = _iso(found[3], month, found[2])
        return (iso, found.end()) if iso else None
    found = _DAY_FIRST.match(text, position)
    if found and (month := _MONTHS.get(found[2].casefold())):
        iso = _iso(found[3], month, found[1])
        return (iso, found.end()) if iso else None
    found = _ISO.match(text, position)
    if found:
        iso = _iso(found[1], int(found[2]), found[3])
        return (iso, found.end()) if iso else None
    return None


def whole_date(line: str) -> str | None:
    """Return the ISO date when the line is a date and nothing more."""
    if len(line) > 40:
        return None
    line = line.strip()
    found = date_at(line)
    return found[0] if found and not line[found[1] :].strip(" ,.") else None


def is_date_range(line: str) -> bool:
    """Say whether the line is a range of days: ``March 29 − 30, 2017``."""
    return len(line) <= 50 and _RANGE.match(line.strip()) is not None


def whole_time(line: str) -> str | None:
    """Return ``HH:MM`` when the line is a time of day and nothing more."""
    found = _TIME.fullmatch(line.strip()) if len(line) < 12 else None
    return f"{int(found[1]):02}:{found[2]}" if found else None


def date_and_time(line: str) -> str | None:
    """Return ``YYYY-MM-DDTHH:MM``, or the date alone, of ``May 29, 2013, 12:45``."""
    line = line.strip()
    found = date_at(line)
    if found is None:
        return None
    time = _TIME.search(line, found[1])
    return f"{found[0]}T{int(time[1]):02}:{time[2]}" if time else found[0]
