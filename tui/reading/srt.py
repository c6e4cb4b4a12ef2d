"""Reads SubRip subtitles, whose speakers stand in the text: ``Name: words``."""

from __future__ import annotations

import re

from tui.model import Meeting
from tui.reading.assembly import Findings
from tui.reading.cue_labels import labelled
from tui.reading.cue_voices import voiced
from tui.reading.cues import is_timing, read_cues, untimed
from tui.reading.errors import ReadingError
from tui.reading.filename_title import assemble_titled
from tui.reading.reader import Document
from tui.reading.timed import parts_of

_FIRST = re.compile(r"\s*\d+\s*\n\s*\d{1,4}:\d{2}:\d{2}(?P<mark>[.,]?)\d{0,3}\s*--+>")
_LOOK = 4000


class SubRip:
    """Numbered cues with a comma in their times."""

    name = "srt"

    def confidence(self, document: Document) -> float:
        """Return 0.98 for a number, then a line of times with commas."""
        head = document.text[:_LOOK]
        found = _FIRST.match(head)
        if found:
            return 0.98 if found["mark"] == "," else 0.92
        timings = [line for line in head.split("\n", 8)[:8] if is_timing(line)]
        return 0.85 if timings and "," in timings[0].split("-->")[0] else 0.0

    def read(self, document: Document) -> tuple[Meeting, ...]:
        """Read the cues.

        Raises:
            ReadingError: There is no cue.
        """
        cues, others = read_cues(document.text.split("\n"))
        if not cues:
            raise ReadingError(
                document.name,
                f"{document.name} holds no cue: a line such as 00:00:01,000 --> 00:00:04,000 is "
                "missing. Export the subtitles again.",
            )
        pieces = voiced(cues)
        findings = Findings(furniture=others, warnings=untimed(others))
        findings.body.extend(parts_of(labelled(cues) if pieces is None else pieces))
        return (assemble_titled(document, self.name, findings),)


READER = SubRip()
