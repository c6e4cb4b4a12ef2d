"""Words of a document inside Markdown."""

from __future__ import annotations

import re

_INLINE = re.compile(r"([\\`*_\[\]<>|~#])")
_AT_START = re.compile(r"^(\s*)(\d+)?([-+.)=])", re.MULTILINE)


def escape(text: str) -> str:
    """Return a text that Markdown shows as it is written.

    Escapes what could start emphasis, a link, code, HTML, a table cell, a heading, a list
    or an underline.
    """
    escaped = _INLINE.sub(r"\\\1", text)
    return _AT_START.sub(lambda m: f"{m[1]}{m[2] or ''}\\{m[3]}", escaped)
