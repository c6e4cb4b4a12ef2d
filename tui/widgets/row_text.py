"""The words on a meeting's row: its day, its place, who spoke, fitted to cells.

What comes from a document is passed through ``visible`` here and nowhere after, and widths
are cells, not characters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size

from tui.model import Entry
from tui.safe import visible
from tui.widgets.time_scale import MONTHS

ELLIPSIS = "…"

_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


def fit(text: str, width: int) -> str:
    """Shorten a text to so many cells, an ellipsis standing for what is left out."""
    if cell_len(text) <= width:
        return text
    if width < 1:
        return ""
    # A wide character cut in half leaves a blank, which need not stand before the ellipsis.
    return set_cell_size(text, width - 1).rstrip() + ELLIPSIS


def day_and_month(date: str | None) -> str:
    """Return ``29 May``, six cells wide with the day to the right; "" without a date.

    A date of less precision than a day gives what it has; anything else is shown as it is.
    """
    if not date:
        return ""
    _, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    if not rest:
        return ""
    if not (month.isdecimal() and 1 <= int(month) <= len(MONTHS)):
        return visible(rest)
    day = str(int(day)) if day.isdecimal() else visible(day)
    return f"{day:>2} {MONTHS[int(month) - 1]}"


def where(entry: Entry, width: int) -> str:
    """Return the meeting's place, or its title where no place is known, fitted to cells.

    A place that does not fit is given without what stands after its first comma: "The
    Kremlin" says more than "The Kremlin, Mos…".
    """
    place = visible(entry.place)
    if cell_len(place) > width:
        place, _, _ = place.partition(",")
    return fit(place or visible(entry.title or entry.id), width)


def surname(name: str) -> str:
    """Return what a person is called by: the last word, not counting Jr. and the like."""
    words = name.split()
    while len(words) > 1 and words[-1].casefold() in _SUFFIXES:
        words.pop()
    return words[-1] if words else name


def who(names: Sequence[str], width: int) -> str:
    """Return as many surnames as fit, in order, an ellipsis standing for the rest.

    Namesakes are given in full.

    Args:
        names: Speakers in the order of their first turn.
        width: Cells there are.
    """
    # A row shows a handful of names; a crowd need not be counted for it.
    names = tuple(dict.fromkeys(names))
    within_sight = names[: max(1, width // 2)]
    called = [surname(name) for name in within_sight]
    often = Counter(called)
    shown = [
        visible(name if often[short] > 1 else short)
        for name, short in zip(within_sight, called, strict=True)
    ]
    line = ""
    for index, word in enumerate(shown):
        longer = f"{line}, {word}" if line else word
        more = index + 1 < len(names)
        if cell_len(longer) + (len(ELLIPSIS) + 2 if more else 0) > width:
            if cell_len(longer) <= width and not more:
                return longer
            if not line:
                return fit(word, width)
            return fit(f"{line}, {ELLIPSIS}", width)
        line = longer
    return line if len(shown) == len(names) else fit(f"{line}, {ELLIPSIS}", width)
