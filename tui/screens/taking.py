"""What the reader takes away: the words, with their citation where asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.model import Meeting, Place
from tui.quoting.citation import STYLES, cite
from tui.quoting.cut import QuoteError, quote_selection, quote_turn
from tui.quoting.export import export
from tui.quoting.quote import Quote


@dataclass(frozen=True, slots=True)
class Taken:
    """Words ready to be handed over.

    Attributes:
        text: What goes to the clipboard; "" where there are no words.
        what: What it is, for the message, such as ``t3``.
        advice: What an editor should know of the seams the words run across.
    """

    text: str
    what: str
    advice: tuple[str, ...] = ()


def take(
    meeting: Meeting, anchor: str, selection: tuple[Place, Place] | None, *, form: str | None
) -> Taken:
    """Cut words from a meeting.

    Args:
        meeting: The meeting.
        anchor: The current passage; taken whole where nothing is selected.
        selection: The selection's two ends.
        form: A style of citations or a format of records; None hands over the words alone.
    """
    try:
        quotes: Sequence[Quote]
        quotes = (
            quote_selection(meeting, *selection) if selection else (quote_turn(meeting, anchor),)
        )
    except QuoteError as error:
        return Taken("", str(error))
    seams = [seam for quote in quotes for seam in quote.seams]
    anchors = list(dict.fromkeys(quote.anchor for quote in quotes))
    what = anchors[0] if len(anchors) == 1 else f"{anchors[0]}–{anchors[-1]}"
    if selection:
        what = f"Selection from {what}"
    return Taken(
        written(quotes, form),
        what,
        tuple(dict.fromkeys(seam.advice[:1].upper() + seam.advice[1:] for seam in seams)),
    )


def written(quotes: Sequence[Quote], form: str | None) -> str:
    """Write quotations as they are handed over.

    Args:
        quotes: One a turn; several without a citation are given their speakers.
        form: A style of citations or a format of records; None for the words alone.
    """
    if form is not None and form not in STYLES:
        return export(quotes, form).rstrip("\r\n")
    return "\n\n".join(_written(quote, form, alone=len(quotes) == 1) for quote in quotes)


def _written(quote: Quote, style: str | None, *, alone: bool) -> str:
    if style is not None:
        return cite(quote, style)
    if alone or quote.speaker is None:
        return quote.words
    return f"{quote.speaker}: {quote.words}"
