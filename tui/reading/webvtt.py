"""Reads WebVTT: ``<v Name>`` voices, Zoom's ``Name: words``, Teams' cues."""

from __future__ import annotations

import re

from tui.model import Meeting
from tui.reading.assembly import Findings
from tui.reading.cue_labels import labelled
from tui.reading.cue_voices import voiced
from tui.reading.cues import is_timing, read_cues, unrolled, untimed
from tui.reading.errors import ReadingError
from tui.reading.filename_title import assemble_titled
from tui.reading.reader import Document
from tui.reading.timed import parts_of

_LOOK = 4000
_ROLLING = re.compile(r"<\d{2}:\d{2}:\d{2}\.\d{3}><c")
_ROLLING_LOOK = 20_000


class WebVtt:
    """The subtitle format of the web and of meeting programs."""

    name = "webvtt"

    def confidence(self, document: Document) -> float:
        """Return 1 for the signature; voices and WebVTT's times also tell."""
        head = document.text[:_LOOK].lstrip()
        if head.startswith("WEBVTT"):
            return 1.0
        lines = head.split("\n", 12)[:12]
        timings = [line for line in lines if is_timing(line)]
        if not timings:
            return 0.0
        if any("<v" in line for line in lines):
            return 0.97
        return 0.9 if "." in timings[0].split("-->")[0] else 0.5

    def read(self, document: Document) -> tuple[Meeting, ...]:
        """Read the cues.

        Raises:
            ReadingError: There is no cue.
        """
        lines = document.text.strip("\ufeff").split("\n")
        title = ""
        if lines and lines[0].lstrip().startswith("WEBVTT"):
            title = lines.pop(0).strip()[len("WEBVTT") :].strip(" -\t:")
        cues, others = read_cues(lines)
        if not cues:
            raise ReadingError(
                document.name,
                f"{document.name} holds no cue: a line such as 00:00:01.000 --> 00:00:04.000 is "
                "missing. Export the captions again.",
            )
        findings = Findings(title=title, furniture=others, warnings=untimed(others))
        if _ROLLING.search(document.text[:_ROLLING_LOOK]) and (taken := unrolled(cues)):
            findings.repairs.append(f"{taken} lines that rolling captions repeat were taken out.")
        pieces = voiced(cues)
        findings.body.extend(parts_of(labelled(cues) if pieces is None else pieces))
        return (assemble_titled(document, self.name, findings),)


READER = WebVtt()
