"""What stands under a meeting's title: date, time, place, and who spoke how much."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size

from tui.model import BlockKind, Meeting, Turn
from tui.safe import visible
from tui.values import value

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_BAR_CELLS = 10
_EIGHTHS = " ▏▎▍▌▋▊▉█"
_MOST_SHARES = 4


@value
class Share:
    """How much of a meeting's speech is one speaker's.

    Attributes:
        speaker: The name; None for speakers without one.
        fraction: Between 0 and 1, by characters spoken.
    """

    speaker: str | None
    fraction: float


@value
class Piece:
    """A stretch of a heading's line.

    Attributes:
        text: What it says.
        speaker: Whose colour it takes; None for the heading's own.
    """

    text: str
    speaker: str | None = None


Heading = tuple[tuple[Piece, ...], ...]
"""Lines under the title, each a sequence of pieces that fits the width."""


class Tally:
    """Measures who spoke how much, turn by turn."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._spoken: dict[str | None, int] = {}

    def add(self, turn: Turn) -> None:
        """Count a turn's spoken characters."""
        size = sum(len(b.text) for b in turn.blocks if b.kind is BlockKind.PARAGRAPH)
        self._spoken[turn.speaker] = self._spoken.get(turn.speaker, 0) + size

    def shares(self) -> tuple[Share, ...]:
        """Return each speaker's share, the most talkative first; nothing where none spoke."""
        total = sum(self._spoken.values())
        if not total:
            return ()
        ordered = sorted(self._spoken.items(), key=lambda item: -item[1])
        return tuple(Share(speaker, size / total) for speaker, size in ordered)


def shares(meeting: Meeting) -> tuple[Share, ...]:
    """Measure who spoke how much, the most talkative first."""
    tally = Tally()
    for turn in meeting.turns:
        tally.add(turn)
    return tally.shares()


def day(date: str | None) -> str:
    """Put an ISO date as one reads it: ``29 May 2013``; a partial one keeps what it has."""
    if not date:
        return "undated"
    try:
        year, *rest = date.split("-")
        words = [year]
        if rest:
            words.insert(0, _MONTHS[int(rest[0]) - 1])
        if len(rest) > 1:
            words.insert(0, str(int(rest[1])))
    except (ValueError, IndexError):
        return visible(date)
    return " ".join(words)


def details(meeting: Meeting, spoken: Sequence[Share], width: int) -> Heading:
    """Compose the lines under the title.

    Bars give way first where space is short, then the line is divided, then the speakers
    who said least are left out; nothing is ever wider than the width.

    Args:
        meeting: The meeting.
        spoken: Its shares, or nothing where they are not known yet.
        width: Cells in a line.
    """
    when = day(meeting.date) + (f", {meeting.time}" if meeting.time else "")
    left = visible(" · ".join(filter(None, (when, meeting.place))))
    left_cells = cell_len(left)
    for bars in (True, False):
        right = _share_pieces(spoken, bars=bars)
        gap = width - left_cells - _cells(right)
        if right and gap >= 3:
            return ((Piece(left + " " * gap), *right),)
    if left_cells > width:
        left = set_cell_size(left, max(0, width - 1)).rstrip() + "…"
    first = (Piece(left),)
    for count in range(_MOST_SHARES, 0, -1):
        for bars in (True, False):
            right = _share_pieces(spoken, bars=bars, most=count)
            if right and _cells(right) <= width:
                return first, right
    return (first,)


def _share_pieces(
    spoken: Sequence[Share], *, bars: bool, most: int = _MOST_SHARES
) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    names = [share.speaker for share in spoken]
    for share in spoken[:most]:
        if pieces:
            pieces.append(Piece("  "))
        pieces.append(Piece(f"{_short(share.speaker, names)} {share.fraction:.0%}"))
        if bars:
            pieces.append(Piece(" " + _bar(share.fraction), share.speaker or ""))
    if len(spoken) > most:
        pieces.append(Piece(f"  +{len(spoken) - most}"))
    return tuple(pieces)


def _bar(fraction: float) -> str:
    whole, eighths = divmod(max(1, round(fraction * _BAR_CELLS * 8)), 8)
    return "█" * whole + (_EIGHTHS[eighths] if eighths else "")


def _short(name: str | None, names: Sequence[str | None]) -> str:
    """Shorten a name to its last word where that tells the speakers apart."""
    if name is None:
        return "unnamed"
    last = name.split()[-1] if name.split() else name
    alike = sum(other is not None and other.split()[-1:] == [last] for other in names)
    return visible(last if alike == 1 else name)


def _cells(pieces: Sequence[Piece]) -> int:
    return sum(cell_len(piece.text) for piece in pieces)
