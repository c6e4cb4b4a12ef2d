"""ASCII forms of a picture's cells, for terminals whose encoding carries no more.

Every sign that we draw has a form of its own. Quotation marks, dashes and spaces of a
transcript are shown by the ASCII sign that is typed in their place, whatever else cannot be
carried by ``?``. Only the picture changes: what is copied and kept has the words as they are.
"""

from __future__ import annotations

from functools import lru_cache

from rich.cells import split_graphemes

REPLACEMENT = "?"
"""Stands for a character that the terminal cannot show, once for each of its cells."""

_SIGNS = {
    # Rules, margins and scroll bars.
    **dict.fromkeys("─━┄┈╌═▔", "-"),
    **dict.fromkeys("│┆┊║▌▍▎▏▐▕", "|"),
    **dict.fromkeys("┃▉▊▋█▓■", "#"),
    **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╯╰", "+"),
    # Heights of bars, from low to high.
    **dict(zip("▁▂▃▄▅▆▇", ".:-=+*%", strict=True)),
    # What points somewhere.
    **dict.fromkeys("▸▶›»→↳⟶", ">"),
    **dict.fromkeys("◂◀‹«←", "<"),
    **dict.fromkeys("▲↑", "^"),
    **dict.fromkeys("▼▾↓", "v"),
    # Marks and separators.
    **dict.fromkeys("◆●•★", "*"),
    **dict.fromkeys("◦▫○◇", "o"),
    **dict.fromkeys("·", "."),
    **dict.fromkeys("…⋯", "~"),
    **dict.fromkeys("≥", ">"),
    **dict.fromkeys("≤", "<"),
    **dict.fromkeys("≠", "!"),
    **dict.fromkeys("✓", "+"),
    **dict.fromkeys("×✗", "x"),
    **dict.fromkeys("§", "S"),
    # Typography.
    **dict.fromkeys("“”„‟″", '"'),
    **dict.fromkeys("‘’‚‛′", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\xa0\u2002\u2003\u2007\u2008\u2009\u200a\u202f", " "),
}


@lru_cache(maxsize=8192)
def in_ascii(text: str) -> str:
    """Return a text in ASCII that takes the same cells."""
    if text.isascii():
        return text
    return "".join(_form(text[start:end]) * size for start, end, size in split_graphemes(text)[0])


def _form(cluster: str) -> str:
    """Return the ASCII form of a character with its marks, one cell wide."""
    return cluster if cluster.isascii() else _SIGNS.get(cluster, REPLACEMENT)
