"""Signs of the notebook in the words and in the list."""

from __future__ import annotations

import pytest

from tui.data import data_folder
from tui.model import Entry, TimelineRow
from tui.reading.registry import read
from tui.widgets.dialogue.noted import Noted
from tui.widgets.dialogue.outline import HEADING, Outline
from tui.widgets.list_lines import NOTED, meeting_line


@pytest.fixture(scope="module")
def outline() -> Outline:
    """The first of the seeds, whose turns have captions and elisions inside."""
    file = min(data_folder("seeds").glob("*.txt"))
    return Outline(read(file.read_bytes(), file.name)[0])


def test_every_passage_can_be_noted_and_no_other_shows_it(outline: Outline) -> None:
    anchors = [passage.anchor for passage in outline.meeting.passages()]
    spots = []
    for anchor in anchors:
        noted = Noted([anchor], outline)
        spots += [
            (part, block)
            for part in range(len(outline))
            for block in range(-1, len(outline.blocks(part)))
            if noted.holds(part, block)
        ]
    assert len(spots) == len(set(spots)) == len(anchors)


def test_what_the_meeting_does_not_have_is_let_pass(outline: Outline) -> None:
    assert Noted(["t999", "b999", "nonsense"], outline) == Noted()


def test_a_noted_title_is_no_turn(outline: Outline) -> None:
    assert Noted(["title"], outline).holds(HEADING, 0)
    assert not Noted(["title"], outline).holds(HEADING)


@pytest.mark.parametrize("width", [20, 32, 60])
@pytest.mark.parametrize("hits", [0, 1234])
def test_a_noted_meeting_ends_with_a_sign_and_keeps_its_width(width: int, hits: int) -> None:
    entry = Entry("id", "Title", "2013-05-29", None, "The Kremlin, Moscow", (), 1, 1, False)
    plain, noted = (
        "".join(text for text, _ in meeting_line(TimelineRow(entry, hits), "▸", width, noted=flag))
        for flag in (False, True)
    )
    assert noted.endswith(NOTED)
    assert len(noted) <= width
    assert NOTED not in plain
