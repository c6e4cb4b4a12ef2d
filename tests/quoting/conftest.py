"""One meeting that holds every seam."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_by_hand import paragraph

from tui.model import (
    Attribution,
    Block,
    BlockKind,
    Meeting,
    Participant,
    Source,
    Turn,
)


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
                    paragraph("We meet again."),
                    Block(BlockKind.CAPTION, "At the talks."),
                    paragraph("Gosplan [the planning agency] is gone."),
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
                    paragraph("Thank you."),
                    Block(BlockKind.ELISION, "<…>"),
                    paragraph("Trade <…> has grown."),
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
                (paragraph("Agreed."),),
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
