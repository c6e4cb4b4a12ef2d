"""Reads our own meeting objects, as JSON or JSON Lines, exactly as they were written."""

from __future__ import annotations

from collections.abc import Mapping

from tui.model import Meeting
from tui.reading import schema
from tui.reading.decoding import decode
from tui.reading.errors import ReadingError
from tui.reading.json_text import load, looks_like_json
from tui.reading.reader import Document

_LOOK = 4000


class StenogramJson:
    """What ``show --json`` and ``parse --json`` print."""

    name = "stenogram"

    def confidence(self, document: Document) -> float:
        """Return 1 where the schema's name stands near the beginning."""
        head = document.text[:_LOOK]
        return 1.0 if '"stenogram/meeting@' in head and looks_like_json(document) else 0.0

    def read(self, document: Document) -> tuple[Meeting, ...]:
        """Read one meeting object, a list of them, or one a line.

        Raises:
            ReadingError: The text is damaged, or is of another version of the schema.
        """
        # What looks like encoding damage in our own words is what the source had: kept.
        whole = decode(document.data, document.name, mending=False)
        value = load(whole)
        values = value if isinstance(value, list) else [value]
        meetings = []
        for number, item in enumerate(values, start=1):
            if not isinstance(item, Mapping):
                raise ReadingError(
                    document.name, f"{document.name} is damaged: entry {number} is no meeting."
                )
            try:
                meetings.append(schema.decode(item))
            except ReadingError as error:
                raise ReadingError(
                    document.name, f"{document.name}, meeting {number}: {error}"
                ) from error
        if not meetings:
            raise ReadingError(document.name, f"{document.name} holds no meeting.")
        return tuple(meetings)


READER = StenogramJson()
