"""What transcripts in JSON call their fields, and the ways in which they print a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from tui.reading.timed import seconds

_STARTS = (
    "start", "startTime", "start_time", "startOffset", "start_offset", "ts", "begin", "from",
    "timestamp", "offset", "start_timestamp", "start_ts", "startTs", "start_s", "time",
)  # fmt: skip
_ENDS = (
    "end", "endTime", "end_time", "endOffset", "end_offset", "end_ts", "endTs", "stop", "to",
    "end_timestamp", "end_s",
)  # fmt: skip
_START_THOUSANDTHS = (
    "start_ms", "start_time_ms", "tStartMs", "begin_ms", "offsetMilliseconds", "beginOffsetMillis",
    "startMillis",
)  # fmt: skip
_END_THOUSANDTHS = ("end_ms", "end_time_ms", "endOffsetMillis", "endMillis")
_LENGTHS = ("duration", "dur", "duration_ms", "dDurationMs", "durationMilliseconds")

Object = Mapping[str, object]
"""A JSON object."""


def objects(value: object) -> list[Object]:
    """Return the objects of a JSON list; none of anything else."""
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


@lru_cache(maxsize=4096)
def plain_key(key: str) -> str:
    """Return a field's name as all sources would write it: ``Start_Time`` is ``starttime``."""
    return "".join(filter(str.isalnum, key)).casefold()


def first_of(item: Object, keys: Iterable[str]) -> object:
    """Return the first of the fields that holds anything, however its name is written."""
    plain: dict[str, object] = {}
    for key, value in item.items():
        if value is not None:
            plain.setdefault(plain_key(key), value)
    for key in keys:
        if item.get(key) is not None:
            return item[key]
        if (name := plain_key(key)) in plain:
            return plain[name]
    return None


def _clock(value: object) -> float | None:
    """Return seconds of a number, of ``12.5s``, and of ``00:01:02,500``."""
    if isinstance(value, str):
        text = value.strip().removesuffix("s").replace(",", ".")
        if re.fullmatch(r"(?:\d{1,4}:){1,2}\d{1,2}(?:\.\d+)?", text):
            total = 0.0
            for part in text.split(":"):
                total = total * 60 + float(part)
            return total
        return seconds(text)
    return seconds(value)


def start_of(item: Object) -> float | None:
    """Return when a piece of speech begins, in seconds."""
    return _time(item, _STARTS, _START_THOUSANDTHS, "from")


def end_of(item: Object) -> float | None:
    """Return when a piece of speech ends, in seconds; also where only its length is given."""
    end = _time(item, _ENDS, _END_THOUSANDTHS, "to")
    if end is not None:
        return end
    start = start_of(item)
    key = next((key for key in _LENGTHS if item.get(key) is not None), None)
    length = _clock(item[key]) if key is not None else None
    if start is None or key is None or length is None:
        return None
    return round(start + (length / 1000 if "m" in key.casefold() else length), 3)


def _time(
    item: Object, keys: Iterable[str], thousandths: Iterable[str], bound: str
) -> float | None:
    spans = item.get("timestamps")
    if isinstance(spans, Mapping):
        return _clock(spans.get(bound))
    offsets = item.get("offsets")
    if isinstance(offsets, Mapping):
        return _milliseconds(offsets.get(bound))
    value = first_of(item, thousandths)
    if value is not None:
        return _milliseconds(value)
    value = first_of(item, keys)
    if isinstance(value, Mapping):
        if "relative" in value:
            return _clock(value["relative"])
        whole, parts = _clock(value.get("seconds") or 0), _clock(value.get("nanos") or 0)
        return None if whole is None or parts is None else whole + parts / 1e9
    return _clock(value)


def _milliseconds(value: object) -> float | None:
    thousandths = _clock(value)
    return None if thousandths is None else thousandths / 1000
