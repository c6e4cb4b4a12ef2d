"""The formats the registry knows, and the module that reads each.

A module named here is imported when a document is first read, never earlier, and holds
one reader under the name ``READER``. Where several readers are equally sure of a
document, the one further up reads it.
"""

from __future__ import annotations

MODULES: dict[str, str] = {
    "web-text": "tui.reading.web_text",
    "print-text": "tui.reading.print_text",
    "excerpt": "tui.reading.excerpt",
    "stenogram": "tui.reading.stenogram_json",
    "html": "tui.reading.html",
    "webvtt": "tui.reading.webvtt",
    "srt": "tui.reading.srt",
    "podcast-json": "tui.reading.podcast_json",
    "speech-json": "tui.reading.speech_json",
    "oyez-json": "tui.reading.oyez_json",
    "otter": "tui.reading.otter",
    "google-meet": "tui.reading.google_meet",
    "teams": "tui.reading.teams",
    "tei": "tui.reading.tei",
    "akoma-ntoso": "tui.reading.akoma_ntoso",
    "hansard": "tui.reading.hansard",
    "markdown": "tui.reading.markdown",
    "plain-text": "tui.reading.plain_text",
    "prose": "tui.reading.prose",
}
"""Format name to module, in order of preference. A module that is absent is skipped."""
