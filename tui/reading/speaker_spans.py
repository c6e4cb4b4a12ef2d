"""Who speaks when, where a source keeps that beside its words and not with them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from tui.reading.json_fields import Object, end_of, first_of, start_of

SPEAKERS = (
    "speaker", "speakerTag", "speakerLabel", "speaker_tag", "speaker_label", "speaker_id",
)  # fmt: skip
"""What services call the field that says who speaks a word or a stretch of time."""
_ROUNDING = 0.02
"""Seconds by which the times of a word and of its speaker may differ."""


class SpeakerSpans:
    """Stretches of time, each with whoever speaks in it."""

    def __init__(self, entries: Iterable[Object]) -> None:
        """Keep the stretches that have a beginning and a speaker.

        Args:
            entries: Objects with times and a speaker, in any order.
        """
        spans = []
        for entry in entries:
            start, speaker = start_of(entry), first_of(entry, SPEAKERS)
            if start is not None and speaker not in (None, ""):
                spans.append((start, end_of(entry), speaker))
        self._spans = sorted(spans, key=lambda span: span[0])
        self._starts = [start for start, _, _ in self._spans]

    def at(self, moment: float | None) -> object:
        """Return who speaks at a moment; None where no stretch holds it.

        Args:
            moment: Seconds from the beginning of the recording.
        """
        if moment is None:
            return None
        place = bisect_right(self._starts, moment + _ROUNDING) - 1
        if place < 0:
            return None
        _, end, speaker = self._spans[place]
        return speaker if end is None or moment < end + _ROUNDING else None
