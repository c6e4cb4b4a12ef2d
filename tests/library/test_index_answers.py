"""Index and matcher together answer as the matcher alone does."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tui.library import searching
from tui.library.archive import Tally
from tui.library.index import index
from tui.library.library import Library
from tui.library.open import create_library, open_library
from tui.library.rows import Capture
from tui.model import (
    Attribution,
    Block,
    BlockKind,
    Meeting,
    Participant,
    Passage,
    Place,
    Source,
    Span,
    SpanKind,
    TimelineRow,
    Turn,
)
from tui.search.parser import parse
from tui.search.query import Query

WORDS = (
    "trade trades trading tray Customs unions union um été e\u0301te\u0301 Straße café 19.7 $20 "
    "союз союза союзы ёлка елка йод и\u0306од 关税 同盟 関税 don't o’clock 한국어 a b x "
    + "w"
    * 260
).split(" ")
SPEAKERS = ("Anna Berg", "Rudolf Strand", "Анна Берг", "Strand")
ROLES = ("President of Ruritania", "Chancellor", None)

_ALL = 500

NO_SHRINK = [Phase.explicit, Phase.reuse, Phase.generate]

words = st.sampled_from(WORDS)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    said = draw(st.lists(words, min_size=1, max_size=7))
    marks = draw(st.lists(st.sampled_from([" ", ", ", "? ", " — ", "-", " _ "]), min_size=7))
    pieces, spans, length = [], [], 0
    for word, mark in zip(said, marks, strict=False):
        kind = draw(st.sampled_from([None, None, None, None, SpanKind.EDITOR, SpanKind.ELISION]))
        text = word if kind is None else f"[{word}]" if kind is SpanKind.EDITOR else "<…>"
        if kind is not None:
            spans.append(Span(length, length + len(text), kind))
        pieces.append(text + mark)
        length += len(pieces[-1])
    return Block(BlockKind.PARAGRAPH, "".join(pieces), tuple(spans))


@st.composite
def meetings(draw: st.DrawFn, number: int) -> Meeting:
    turns, cast = [], []
    for n in range(1, draw(st.integers(0, 5)) + 1):
        speaker = draw(st.sampled_from(SPEAKERS))
        cast.append(speaker)
        role = draw(st.sampled_from(ROLES))
        said = tuple(draw(st.lists(blocks(), min_size=0, max_size=3)))
        label = draw(st.sampled_from([speaker, "Question"]))
        turns.append(Turn(n, speaker, role, label, None, Attribution.PRINTED, said))
    narrative = Block(BlockKind.NARRATIVE, draw(words))
    date = draw(st.sampled_from([None, "2012-05-15", "2013-05-29"]))
    people = tuple(Participant(name, None, name) for name in dict.fromkeys(cast))
    return Meeting(
        f"{date or 'undated'}/m{number}",
        draw(st.sampled_from(["Trade talks", "Unions and trade", "", "关税"])),
        draw(st.sampled_from(["", "They spoke of trade."])),
        date,
        None,
        draw(st.sampled_from(["", "Strelsau", "Zenda Castle"])),
        Source(f"{number}.txt", None, "plain", f"{number:064x}"),
        people,
        (narrative, *turns),
        topics=("Trade",) if number % 2 else (),
        geography=("Ruritania",) if number % 3 else (),
        persons=("Berg Anna",) if number % 2 else (),
        partial=number % 2 == 0,
    )


@st.composite
def libraries(draw: st.DrawFn) -> list[Meeting]:
    return [draw(meetings(number)) for number in range(draw(st.integers(1, 4)))]


@st.composite
def clauses(draw: st.DrawFn) -> str:
    one, two, three = draw(words), draw(words), draw(words)
    beginning = one[: draw(st.integers(1, 4))]
    return draw(
        st.sampled_from(
            [
                one, beginning, f'"{one} {two}"', f'"{one} {two[:2]}*"', f'"{one} {two[:3]}*"',
                f'"{one} * {three}"', f'"{one} * * * * {three}"', f'"* {one}"',
                f'"{one} {two} {three}"~4', f"~{one}",
                f"{one}~1", f"{one}~2", f"/{one[:2]}/", f"mentions:{one}", "mentions:berg",
                "by:berg", "by:stran", "by:strand", "as:chancellor", "as:pres*", "with:berg",
                "title:trade", "title:uni", "at:zenda", "topic:trade", "country:ruritania",
                "date:2012", "date:2013..", "date:..2012-06", "in:2012", "in:undated/m1",
                "is:partial", "is:question", "is:speech", "is:narrative", "is:noted", "is:revised",
                "saved:nothing",
            ]
        )
    )  # fmt: skip


@st.composite
def queries(draw: st.DrawFn) -> str:
    def joined(parts: list[str]) -> str:
        return " ".join(parts)

    signed = st.builds(
        lambda sign, clause: sign + clause, st.sampled_from(["", "", "-"]), clauses()
    )
    both = st.lists(signed, min_size=1, max_size=3).map(joined)
    either = st.lists(both, min_size=1, max_size=2).map(" | ".join)
    shape = draw(st.integers(0, 9))
    if shape == 0:
        return f"{draw(either)} {draw(st.sampled_from(['>>', '<<', '>>2']))} {draw(either)}"
    if shape in (1, 2):
        return f"same:{draw(st.sampled_from(['paragraph', 'meeting']))} {draw(either)}"
    if shape == 3:
        return f"({draw(either)}) -({draw(either)})"
    return draw(either)


def stored(root: Path, those: list[Meeting]) -> Library:
    library = create_library(root / "library", empty=True)
    put(library, those)
    return library


def put(library: Library, those: list[Meeting]) -> None:
    with library._writing():
        transaction = library._transaction()
        for meeting in those:
            capture = Capture(meeting.source.sha256, meeting.source.name, None, "plain", 0, "test")
            transaction.put(meeting, (capture,), 0)
        library._adopt(transaction.commit())


@pytest.fixture(scope="module", autouse=True)
def however_small() -> Iterator[None]:
    patch = pytest.MonkeyPatch()
    patch.setattr(index, "SMALL", -1)
    patch.setattr(searching, "_FEW", 0)  # so that of large meetings only parts are read
    yield
    patch.undo()


@given(st.data())
@settings(max_examples=12, deadline=None, phases=NO_SHRINK)
def test_index_and_matcher_answer_as_the_matcher_alone(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        library = stored(Path(folder), data.draw(libraries()))
        texts = data.draw(st.lists(queries(), min_size=10, max_size=25))
        assert library.catch_up()
        compare(library, texts)
        put(library, data.draw(libraries()))
        compare(library, texts)
        assert library.catch_up()
        compare(library, texts)


def compare(library: Library, texts: list[str]) -> None:
    """Hold what a library answers to what it answers without its index."""
    assert library._index.snapshot(library.catalogue, library.decisions) is not None
    alone = open_library(library.path)
    alone._index.snapshot = lambda *_: None  # type: ignore[method-assign]
    for number, text in enumerate(texts):
        query = parse(text, typing=bool(number % 2)).query
        rows = alone.timeline(query)
        assert library.timeline(query) == rows, text
        assert list(library.hits(query)) == list(alone.hits(query)), text
        check_places(library, alone, query)
        if query.is_everything:
            continue
        expected = Tally(len(rows), sum(row.turns for row in rows), exact=True)
        assert library.tally(query) == expected, text
        for answer in library.answers(query):
            check_lower_bounds(answer.rows, rows, text)


def check_places(library: Library, alone: Library, query: Query) -> None:
    """Passages that the index names are those that hold hits, and can be read by themselves."""
    places = library.holding(query, limit=_ALL)
    assert set(places) == set(alone.holding(query, limit=_ALL)), query.text
    assert set(library.holding(query, limit=_ALL, best=True)) <= set(places), query.text
    for place in places:
        assert _passage(library.excerpt(place), place) == _passage(
            alone.meeting(place.meeting), place
        )


def _passage(meeting: Meeting, place: Place) -> Passage:
    return next(passage for passage in meeting.passages() if passage.anchor == place.anchor)


def check_lower_bounds(
    early: tuple[TimelineRow, ...], final: tuple[TimelineRow, ...], text: str
) -> None:
    """Rows that are shown early are right, except that there may be more hits."""
    known = {row.entry.id: row for row in final}
    for row in early:
        assert row.turns == known[row.entry.id].turns, text
        assert row.hits <= known[row.entry.id].hits, text
        assert not row.counted or row == known[row.entry.id], text
