"""Text from a document as a terminal may show it: control is shown, never sent.

A document can hold any character. Written raw, ESC or a C1 byte would command the
terminal, a bidi override would reorder the line it stands in, and a zero-width character
would hide. Each becomes one visible character, so that offsets into the text hold.

The module is pure and imports none of ours, so every room may use it.
"""

from __future__ import annotations

import re
from functools import cache

CONTROL_MARK = "\N{REPLACEMENT CHARACTER}"
"""Stands for a C1 control or a lone surrogate."""

FORMAT_MARK = "\N{APL FUNCTIONAL SYMBOL QUAD QUESTION}"
"""Stands for a character that reorders or hides what is around it."""

# Stays untouched: ZWJ and ZWNJ, because emoji sequences, Persian and the Indic scripts are
# spelt with them, and the variation selectors. They hide no text and reorder none.
_FORMATS = (
    (0x061C, 0x061C),  # Arabic letter mark
    (0x115F, 0x1160),  # Hangul fillers: letters that draw nothing
    (0x17B4, 0x17B5),  # Khmer inherent vowels, deprecated and invisible
    (0x180E, 0x180E),  # Mongolian vowel separator
    (0x200B, 0x200B),  # zero width space
    (0x200E, 0x200F),  # left-to-right and right-to-left mark
    (0x2028, 0x202E),  # line and paragraph separator; bidi embeddings and overrides
    (0x2060, 0x206F),  # word joiner, invisible operators, bidi isolates, deprecated formats
    (0x3164, 0x3164),  # Hangul filler
    (0xFEFF, 0xFEFF),  # byte order mark inside the text
    (0xFFA0, 0xFFA0),  # halfwidth Hangul filler
    (0xFFF9, 0xFFFB),  # interlinear annotation
    (0x1D173, 0x1D17A),  # musical format characters
    (0xE0000, 0xE007F),  # tag characters: a whole ASCII text nobody sees
)


def _table() -> dict[str, str]:
    """Map every character that must not be sent to the one shown in its place."""
    table = {chr(code): chr(0x2400 + code) for code in range(0x20)}
    table["\t"] = " "
    table["\x7f"] = "\N{SYMBOL FOR DELETE}"
    table.update((chr(code), CONTROL_MARK) for code in range(0x80, 0xA0))
    table["\xad"] = "-"  # terminals disagree on whether a soft hyphen takes a cell
    for first, last in _FORMATS:
        table.update((chr(code), FORMAT_MARK) for code in range(first, last + 1))
    return table


_SHOWN = _table()
_SURROGATES = "\ud800-\udfff"


@cache
def _unsafe(keep_newlines: bool) -> re.Pattern[str]:
    """Return what must not be sent; made when first asked for, since much text is plain."""
    characters = "".join(_SHOWN)
    if keep_newlines:
        characters = characters.replace("\n", "")
    return re.compile(f"[{re.escape(characters)}{_SURROGATES}]")


def visible(text: str, *, keep_newlines: bool = False) -> str:
    """Replace every character that could act on a terminal by one that is only seen.

    Args:
        text: Anything, lone surrogates included.
        keep_newlines: Let U+000A through, for text that is written line by line.

    Returns:
        A text of the same length, character for character: C0 and DEL as control pictures
        (``␛``), TAB as a space, C1 and lone surrogates as ``�``, a soft hyphen as ``-``,
        characters that reorder or hide as ``⍰``. The very same object when there is
        nothing to replace.
    """
    if text.isascii() and text.isprintable():
        return text
    unsafe = _unsafe(keep_newlines)
    if unsafe.search(text) is None:
        return text
    return unsafe.sub(_shown, text)


def _shown(match: re.Match[str]) -> str:
    return _SHOWN.get(match[0], CONTROL_MARK)
