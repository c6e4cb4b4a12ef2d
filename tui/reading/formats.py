"""The formats the registry knows, and the module that reads each.

A module named here is imported when a document is first read, never earlier, and holds
one reader under the name ``READER``. Where several readers are equally sure of a
document, the one further up reads it.
"""

from __future__ import annotations

MODULES: dict[str, str] = {
    # Told by a few words at little cost: asked before those that weigh evidence.
    "stenogram": "tui.reading.schema_json",
    "site-html": "tui.reading.site_html",
    "web-text": "tui.reading.web_text",
    "print-text": "tui.reading.print_text",
    "excerpt": "tui.reading.excerpt",
    "html": "tui.reading.web_dialogue",
    "webvtt": "tui.reading.webvtt",
    "srt": "tui.reading.srt",
    "transcript-json": "tui.reading.transcript_json",
    "tei": "tui.reading.tei",
    "akoma-ntoso": "tui.reading.akoma_ntoso",
    "hansard-xml": "tui.reading.hansard_xml",
    "xml": "tui.reading.xml_text",
    "docx": "tui.reading.docx",
    "meeting-app": "tui.reading.meeting_apps",
    "markdown": "tui.reading.markdown",
    "plain-text": "tui.reading.plain_text",
    "prose": "tui.reading.prose",
}
"""Format name to module, in order of preference. A module that is absent is skipped."""
