"""What a forum or a blog prints around a text that somebody posted there.

The member's rank, the day of joining and the number of posts stand before the text and look
like labels (``Join Date: Aug 2015``); buttons and a form for comments stand behind it.
"""

from __future__ import annotations

import re

from tui.reading.end_marks import end_of_text

_MEMBER = re.compile(r"(?:Join Date|Joined|Posts|Blog Entries|Registered|Member since):\s+\S")
_BEGINS = re.compile(r"(?:Unread post by .*|by .{1,60} » .*|Post(?:\s+(?P<title>\S.*))?)\Z")
_HEADER = 60
"""Lines within which the text begins."""
_MEMBER_LINES = 2
_ENDS = re.compile(
    r"(?:View original post [\d,]+ more words|Leave a (?:Reply|Comment)|Share this:|Like this:|"
    r"Fill in your details below or click an icon to log in:.*|Your email address will not be "
    r"published\.?.*)\Z"
)
_RIGHTS = re.compile(
    r"Creative Commons Attribution|All rights reserved|respective rights holders|copyright with\b"
)
"""Said of a page, behind its text; what somebody says of rights has other words."""
_FORM = 40
"""Lines from the end within which the form for comments stands."""
_LAST = 4
"""Filled lines at the end among which a notice of rights stands."""


def posted(lines: list[str]) -> tuple[list[str], list[str]]:
    """Part a text from what stands around it.

    Args:
        lines: All lines, stripped.

    Returns:
        The lines of the text, and those that were around it, both in order.
    """
    begin, title = _begin(lines)
    first_of_form = max(begin, len(lines) - _FORM)
    end = next((i for i in range(first_of_form, len(lines)) if _ENDS.match(lines[i])), len(lines))
    filled = [i for i in range(begin, end) if lines[i]]
    end = next((i for i in filled[-_LAST:] if _RIGHTS.search(lines[i])), end)
    end = begin + end_of_text(lines[begin:end])
    around = [line for line in (*lines[:begin], *lines[end:]) if line]
    return [*([title] if title else []), *lines[begin:end]], around


def _begin(lines: list[str]) -> tuple[int, str]:
    """Return where the text begins, and what of it stands on the line before."""
    of_member = [i for i, line in enumerate(lines[:_HEADER]) if _MEMBER.match(line)]
    if len(of_member) < _MEMBER_LINES:
        return 0, ""
    for at in range(of_member[0], min(len(lines), of_member[-1] + _HEADER)):
        found = _BEGINS.match(lines[at])
        if found:
            return at + 1, found["title"] or ""
    return of_member[-1] + 1, ""
