"""Parts of meetings made by hand, as tests of several rooms need them."""

from __future__ import annotations

from tui.model import Block, BlockKind, Entry, Span, SpanKind, TimelineRow

_MARKS = (("[", "]", SpanKind.EDITOR), ("<…", ">", SpanKind.ELISION))


def paragraph(text: str) -> Block:
    """A paragraph whose [brackets], or ⟦brackets⟧, are an editor's and whose <…> are elisions."""
    spans = []
    text = text.replace("⟦", "[").replace("⟧", "]")
    for opening, closing, kind in _MARKS:
        start = text.find(opening)
        while start >= 0:
            end = text.index(closing, start) + 1
            spans.append(Span(start, end, kind))
            start = text.find(opening, end)
    return Block(BlockKind.PARAGRAPH, text, tuple(sorted(spans, key=lambda span: span.start)))


def timeline_row(
    date: str | None,
    hits: int = 0,
    *,
    place: str = "Sochi",
    speakers: tuple[str, ...] = ("Vladimir Putin", "Nursultan Nazarbayev"),
    meeting: str | None = None,
) -> TimelineRow:
    """A meeting of that day in the timeline; its id is the date unless another is given."""
    entry = Entry(meeting or f"{date}", "A meeting", date, None, place, speakers, 2, 90, False)
    return TimelineRow(entry, hits, hits)
