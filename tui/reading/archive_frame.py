"""The frame of the site's pages from before 2009, in text taken from them whole."""

from __future__ import annotations

import re

_SIGN = "Printer-friendly version"
_HEADER = 60
_FRAME = re.compile(
    r"Main page|President of Russia|Constitution of the Russian Federation|State Insignia|"
    r"Presidents of the Russian Federation|Discovering The Kremlin|Archive Subscribe|"
    r"(?:\| ?)?Search \| About site\b.*|(?:Printer-friendly version)+|"
    r"(?:Audio|Video).*\b(?:mp3|wmv|rm)\b.*"
)


def without_archive_frame(lines: list[str]) -> tuple[list[str], list[str]]:
    """Part the lines of such a page from those of its frame.

    Args:
        lines: All lines, stripped.

    Returns:
        The lines without the frame, and those of the frame; none where the page is another.
    """
    head = lines[:_HEADER]
    if not any(line.startswith(_SIGN) for line in head):
        return lines, []
    frame = [line for line in head if _FRAME.fullmatch(line)]
    return [line for line in head if not _FRAME.fullmatch(line)] + lines[_HEADER:], frame
