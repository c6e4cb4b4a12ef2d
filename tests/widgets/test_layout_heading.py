"""The lines under a title never exceed their width, and say what they can."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.model import Meeting, Source
from tui.widgets.dialogue.heading import Heading, Share, day, details

SHARES = st.lists(
    st.builds(
        Share,
        st.one_of(st.none(), st.sampled_from(["Anna Bell", "Carl Bell", "会議", "X"])),
        st.floats(0, 1),
    ),
    max_size=9,
)


def _meeting(place: str, time: str | None = "12:45") -> Meeting:
    return Meeting(
        id="x",
        title="x",
        summary="",
        date="2013-05-29",
        time=time,
        place=place,
        source=Source("x", None, "x", "0"),
        people=(),
        body=(),
    )


def _texts(heading: Heading) -> list[str]:
    return ["".join(piece.text for piece in line) for line in heading]


@given(st.text(max_size=150), SHARES, st.integers(1, 200))
def test_no_line_is_wider_than_asked(place: str, spoken: list[Share], width: int) -> None:
    for text in _texts(details(_meeting(place), spoken, width)):
        assert cell_len(text) <= width


TWO = (Share("Nursultan Nazarbayev", 0.54), Share("Vladimir Putin", 0.46))


def test_everything_on_one_line_where_it_fits() -> None:
    (line,) = _texts(details(_meeting("Astana"), TWO, 80))
    assert line.startswith("29 May 2013, 12:45 · Astana   ")
    assert line.endswith("Nazarbayev 54% █████▍  Putin 46% ████▋")


def test_bars_give_way_before_the_line_is_divided() -> None:
    (line,) = _texts(details(_meeting("Astana"), TWO, 58))
    assert line.endswith("Nazarbayev 54%  Putin 46%")


def test_shares_take_a_line_of_their_own_when_narrow() -> None:
    assert _texts(details(_meeting("Astana"), TWO, 40)) == [
        "29 May 2013, 12:45 · Astana",
        "Nazarbayev 54% █████▍  Putin 46% ████▋",
    ]


def test_same_surnames_are_told_apart() -> None:
    spoken = (Share("Anna Bell", 0.5), Share("Carl Bell", 0.5))
    assert "Anna Bell 50%" in _texts(details(_meeting(""), spoken, 120))[0]


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("2013-05-29", "29 May 2013"),
        ("2013-05", "May 2013"),
        ("2013", "2013"),
        (None, "undated"),
        ("2013-99-01", "2013-99-01"),
        ("spring 2013", "spring 2013"),
    ],
)
def test_dates_as_one_reads_them(date: str | None, shown: str) -> None:
    assert day(date) == shown
