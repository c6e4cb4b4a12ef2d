"""What transcripts in JSON call their fields, and the ways in which they print a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from tui.reading.timed import seconds

_STARTS = (
    "start", "startTime", "start_time", "startOffset", "start_offset", "ts", "begin", "from",
    "timestamp", "offset", "start_timestamp",
)  # fmt: skip
_ENDS = (
    "end", "endTime", "end_time", "endOffset", "end_offset", "end_ts", "stop", "to",
    "end_timestamp",
)  # fmt: skip


Object = Mapping[str, object]
"""A JSON object."""


def objects(value: object) -> list[Object]:
    """Return the objects of a JSON list; none of anything else."""
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def first_of(item: Object, keys: Iterable[str]) -> object:
    """Return the first of the fields that holds anything."""
    return next((item[key] for key in keys if item.get(key) is not None), None)


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
    return _time(item, _STARTS, "from")


def end_of(item: Object) -> float | None:
    """Return when a piece of speech ends, in seconds."""
    return _time(item, _ENDS, "to")


def _time(item: Object, keys: Iterable[str], bound: str) -> float | None:
    spans = item.get("timestamps")
    if isinstance(spans, Mapping):
        return _clock(spans.get(bound))
    offsets = item.get("offsets")
    if isinstance(offsets, Mapping):
        milliseconds = _clock(offsets.get(bound))
        return None if milliseconds is None else milliseconds / 1000
    value = first_of(item, keys)
    return _clock(value.get("relative") if isinstance(value, Mapping) else value)
