"""Dates as queries write them: imprecise, and with imprecise ends.

An imprecise date stands for all its days; a range runs from the first day of its left
end to the last of its right end, as in notmuch.
"""

from __future__ import annotations

import calendar
import re
from datetime import date

from tui.search.folding import fold_text

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan январь января янв",
            "february feb февраль февраля фев",
            "march mar март марта мар",
            "april apr апрель апреля апр",
            "may май мая",
            "june jun июнь июня июн",
            "july jul июль июля июл",
            "august aug август августа авг",
            "september sept sep сентябрь сентября сен",
            "october oct октябрь октября окт",
            "november nov ноябрь ноября ноя",
            "december dec декабрь декабря дек",
        ),
        start=1,
    )
    for name in names.split()
}
_POINT = r"(?:\d{1,2}\s+)?[^\W\d_]+\.?\s+\d{4}|[^\W\d_]+\s+\d{1,2},?\s+\d{4}|[\w-]+"
DATE_TEXT = re.compile(rf"(?:(?:{_POINT})(?:\.\.+(?:{_POINT})?)?|\.\.+(?:{_POINT})?)(?![^\s()|])")
"""The longest stretch of a query that may be one date or range; spaces only beside a month."""
_NUMERIC = re.compile(r"(\d{1,4})(?:-(\d{0,2})(?:-(\d{0,2}))?)?")
_NAMED = re.compile(r"(?:(\d{1,2})\s+)?([^\W\d_]+)\.?(?:\s+(\d{1,2}),?)?\s+(\d{4})")


class DateError(ValueError):
    """A text is no date; the message says why."""


def parse_range(text: str) -> tuple[str | None, str | None]:
    """Return the first and last day that a date or range stands for.

    Args:
        text: Such as ``2012``, ``2012-05``, ``may 2012``, ``2012..2013-06``, ``..2015``.

    Returns:
        ISO dates; None for an open end.

    Raises:
        DateError: It is none.
    """
    left, dots, right = text.strip().partition("..")
    right = right.lstrip(".").strip()
    left = left.strip()
    if not dots:
        return _days(left)
    if not left and not right:
        raise DateError("a range wants a date before or after the two dots")
    return (_days(left)[0] if left else None, _days(right)[1] if right else None)


def _days(text: str) -> tuple[str, str]:
    numeric = _NUMERIC.fullmatch(text)
    if numeric:
        year, month, day = numeric.groups()
        # A year, month or day of which only the first digits stand there is still being
        # typed and stands for all that begin so.
        if len(year) < 4:
            if month is not None:
                raise DateError(f"“{text}” is no date: a year has four digits")
            return f"{year:0<4}-01-01", f"{year:9<4}-12-31"
        return _span(int(year), _number(month), _number(day), text)
    named = _NAMED.fullmatch(text)
    if named and (month_number := _MONTHS.get(fold_text(named[2]))) is not None:
        if named[1] and named[3]:
            raise DateError(f"“{text}” is no date")
        return _span(int(named[4]), month_number, _number(named[1] or named[3]), text)
    if fold_text(text).rstrip(".") in _MONTHS:
        raise DateError(f"which year? Write “{text} 2012”")
    raise DateError(f"“{text}” is no date; write 2012, 2012-05, 2012-05-29, may 2012 or 2012..2013")


def _number(digits: str | None) -> int | None:
    """Read a month or day; None where it is absent or only its zero is typed."""
    return int(digits) or None if digits else None


def _span(year: int, month: int | None, day: int | None, text: str) -> tuple[str, str]:
    if month is not None and not 1 <= month <= 12:
        raise DateError(f"“{text}” is no date: there is no month {month}")
    if month is None:
        if day is not None:
            raise DateError(f"“{text}” is no date: the month is missing")
        return f"{year:04}-01-01", f"{year:04}-12-31"
    try:
        last = day or calendar.monthrange(year, month)[1]
        return date(year, month, day or 1).isoformat(), date(year, month, last).isoformat()
    except ValueError as error:
        raise DateError(f"“{text}” is no date: there is no such day") from error


def in_words(first: str | None, last: str | None) -> str:
    """Say a stretch of days in plain words, as short as it is exact.

    Args:
        first: ISO date, None for no beginning.
        last: ISO date, None for no end.
    """
    if first is None and last is None:
        return "on any day"
    if first is None:
        return f"until {_end(last or '', last=True)}"
    if last is None:
        return f"from {_end(first, last=False)} on"
    if first == last:
        return f"on {_day(first)}"
    if first.endswith("-01-01") and last == f"{first[:4]}-12-31":
        return f"in {first[:4]}"
    if first.endswith("-01") and first[:7] == last[:7] and _is_month_end(last):
        return f"in {_month(first)}"
    return f"from {_end(first, last=False)} to {_end(last, last=True)}"


def _end(day: str, *, last: bool) -> str:
    if day.endswith("-12-31" if last else "-01-01"):
        return f"the end of {day[:4]}" if last else day[:4]
    if last and _is_month_end(day):
        return f"the end of {_month(day)}"
    return _month(day) if not last and day.endswith("-01") else _day(day)


def _is_month_end(day: str) -> bool:
    year, month, number = map(int, day.split("-"))
    return number == calendar.monthrange(year, month)[1]


def _month(day: str) -> str:
    return f"{calendar.month_name[int(day[5:7])]} {day[:4]}"


def _day(day: str) -> str:
    return f"{int(day[8:])} {_month(day)}"
