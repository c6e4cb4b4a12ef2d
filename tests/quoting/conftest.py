"""One meeting that holds every seam."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tui.model import (
    Attribution,
    Block,
    BlockKind,
    Meeting,
    Participant,
    Source,
    Span,
    SpanKind,
    Turn,
)


def spoken(text: str) -> Block:
    """A paragraph whose [brackets] are an editor's and whose <…> is an elision."""
    spans = []
    for opening, closing, kind in (("[", "]", SpanKind.EDITOR), ("<…", ">", SpanKind.ELISION)):
        start = text.find(opening)
        if start >= 0:
            spans.append(Span(start, text.index(closing, start) + 1, kind))
    return Block(BlockKind.PARAGRAPH, text, tuple(sorted(spans, key=lambda span: span.start)))


@pytest.fixture(scope="session")
def talks() -> Meeting:
    """Two speakers; a caption, an elision and a heading in their way."""
    return Meeting(
        id="2012-05-15/the-kremlin-aaaa",
        title="Talks with Nursultan Nazarbayev",
        summary="They talked.",
        date="2012-05-15",
        time="19:40",
        place="The Kremlin",
        source=Source("talks.txt", None, "test", "ab" * 32),
        people=(
            Participant("Vladimir Putin", "President of Russia", "President of Russia V. Putin"),
            Participant("Nursultan Nazarbayev", None, "Nursultan Nazarbayev"),
        ),
        body=(
            Block(BlockKind.NARRATIVE, "The meeting began."),
            Turn(
                1,
                "Vladimir Putin",
                "President of Russia",
                "President of Russia Vladimir Putin",
                None,
                Attribution.PRINTED,
                (
                    spoken("We meet again."),
                    Block(BlockKind.CAPTION, "At the talks."),
                    spoken("Gosplan [the planning agency] is gone."),
                ),
            ),
            Turn(
                2,
                "Nursultan Nazarbayev",
                None,
                "Nursultan Nazarbayev",
                None,
                Attribution.PRINTED,
                (
                    spoken("Thank you."),
                    Block(BlockKind.ELISION, "<…>"),
                    spoken("Trade <…> has grown."),
                ),
            ),
            Block(BlockKind.HEADING, "After the talks"),
            Turn(
                3,
                "Vladimir Putin",
                None,
                "Vladimir Putin",
                None,
                Attribution.PRINTED,
                (spoken("Agreed."),),
            ),
        ),
        persons=("Nazarbayev Nursultan",),
        partial=True,
    )


@pytest.fixture(scope="session")
def published(talks: Meeting) -> Meeting:
    """The same from a page whose address is known, whole."""
    source = replace(talks.source, url="http://example.org/talks/1")
    return replace(talks, source=source, partial=False)
