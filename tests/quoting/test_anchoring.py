"""Kept words are found again in another reading, or given up; never guessed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Attribution, Block, BlockKind, Meeting, Place, Source, Turn
from tui.quoting.anchoring import Standing, Text
from tui.quoting.cut import QuoteError, quote_selection, quote_turn
from tui.quoting.note import Kept, tags_of
from tui.quoting.running_text import running_texts

FERRY = "The ferry will sail twice a day from the first of May, whatever the weather."
BRIDGE = "We shall build the bridge before we close the ferry, and not a day later."


def meeting(*speeches: str, capture: str = "new") -> Meeting:
    """Two people speak in turn; a blank line parts paragraphs."""
    turns = tuple(
        Turn(
            number,
            ("Anna Berg", "Rudolf Strand")[number % 2],
            None,
            "label",
            None,
            Attribution.PRINTED,
            tuple(Block(BlockKind.PARAGRAPH, text) for text in speech.split("\n\n")),
        )
        for number, speech in enumerate(speeches, 1)
    )
    return Meeting(
        id="2013-05-29/harbour-aaaa",
        title="Talks on the harbour",
        summary="",
        date="2013-05-29",
        time=None,
        place="Harbour",
        source=Source("talks.txt", None, "test", capture),
        people=(),
        body=turns,
    )


def kept(read: Meeting, words: str, turn: int = 1) -> Kept:
    """Keep a stretch of a turn's only paragraph."""
    text = read.turns[turn - 1].blocks[0].text
    start = Place(read.id, f"t{turn}", 0, text.index(words))
    end = Place(read.id, f"t{turn}", 0, text.index(words) + len(words))
    return Text(read).keep(quote_selection(read, start, end)[0], start)


def test_the_same_words_at_the_same_place_stand() -> None:
    old = meeting("Good morning.", FERRY, BRIDGE, capture="old")
    found = Text(meeting("Good morning.", FERRY, BRIDGE)).find(kept(old, "twice a day", 2))
    assert (found.standing, found.place) == (Standing.STANDS, Place(old.id, "t2", 0, 20))


def test_words_that_moved_are_followed() -> None:
    old = meeting("Good morning.", FERRY, BRIDGE, capture="old")
    new = meeting("Good morning.", "And to you.", "Shall we?", FERRY, BRIDGE)
    found = Text(new).find(kept(old, "twice a day", 2))
    assert found.standing is Standing.MOVED
    assert found.place == Place(new.id, "t4", 0, 20)


def test_among_equal_words_the_surroundings_decide() -> None:
    old = meeting("Good morning.", "I agree.", FERRY, "I agree.", BRIDGE, capture="old")
    new = meeting("Good morning.", "Hm.", "I agree.", FERRY, "I agree.", BRIDGE)
    found = Text(new).find(kept(old, "I agree.", 4))
    assert found.place is not None and found.place.anchor == "t5"


def test_equal_words_in_other_surroundings_are_an_orphan() -> None:
    old = meeting("Good morning.", "I agree.", FERRY, "I agree.", BRIDGE, capture="old")
    new = meeting(BRIDGE, "I agree.", "Quite so, said nobody at all.", "I agree.", FERRY)
    found = Text(new).find(kept(old, "I agree.", 4))
    assert (found.standing, found.place) == (Standing.ORPHAN, None)


def test_of_two_equal_turns_the_one_left_is_not_taken_for_the_one_removed() -> None:
    old = meeting("Good morning.", "I do agree with that.", FERRY, "I do agree with that.", BRIDGE)
    new = meeting("Good morning.", "I do agree with that.", FERRY, "No.", capture="later")
    found = Text(new).find(kept(old, "I do agree with that.", 4))
    assert found.standing is Standing.ORPHAN


def test_changed_words_are_touched_and_shown() -> None:
    old = meeting("Good morning.", FERRY, BRIDGE, capture="old")
    changed = FERRY.replace("twice a day", "three times a day")
    found = Text(meeting("Good morning.", changed, BRIDGE)).find(kept(old, FERRY, 2))
    assert found.standing is Standing.TOUCHED
    assert found.now == changed
    assert found.place == Place(old.id, "t2", 0, 0)


def test_a_changed_stretch_is_found_within_its_turn() -> None:
    old = meeting("Good morning.", f"{FERRY} {BRIDGE}", "So be it.", capture="old")
    new = meeting("Good morning.", f"{FERRY} {BRIDGE.replace('not a day', 'no day')}", "So be it.")
    found = Text(new).find(kept(old, BRIDGE, 2))
    assert found.now == BRIDGE.replace("not a day", "no day")


def test_another_speaker_of_the_same_words_is_told() -> None:
    old = meeting("Good morning.", FERRY, BRIDGE, capture="old")
    note = kept(old, FERRY, 2)
    new = meeting("Good morning.", FERRY, BRIDGE)
    other = replace(new.turns[1], speaker="Carla Holm")
    found = Text(replace(new, body=(new.body[0], other, new.body[2]))).find(note)
    assert (found.standing, found.speaker) == (Standing.TOUCHED, "Carla Holm")


@pytest.mark.parametrize(
    ("now", "standing"),
    [
        ("We shall not build the bridge, and that is that for years.", Standing.TOUCHED),
        ("We shall build the bridge, and that is that for years. So be it.", Standing.STANDS),
    ],
)
def test_other_words_right_beside_the_words_are_told(now: str, standing: Standing) -> None:
    old = meeting(
        "Good morning.", "We shall build the bridge, and that is that for years.", capture="old"
    )
    found = Text(meeting("Good morning.", now)).find(kept(old, "build the bridge", 2))
    assert found.standing is standing
    assert found.place is not None and found.place.anchor == "t2"


def test_a_marked_turn_that_grew_is_touched() -> None:
    old = meeting("Good morning.", FERRY, BRIDGE, capture="old")
    found = Text(meeting("Good morning.", f"{FERRY} Perhaps.", BRIDGE)).find(kept(old, FERRY, 2))
    assert (found.standing, found.now) == (Standing.TOUCHED, None)


def test_words_that_are_gone_are_an_orphan() -> None:
    old = meeting("Good morning.", FERRY, BRIDGE, capture="old")
    assert Text(meeting("Good morning.", BRIDGE)).find(kept(old, FERRY, 2)).place is None


def test_two_turns_equally_like_the_words_are_an_orphan() -> None:
    old = meeting("Good morning.", FERRY, BRIDGE, capture="old")
    one, two = FERRY.replace("twice", "thrice"), FERRY.replace("twice", "once")
    new = meeting("Nothing.", one, "Else.", two, "Stands here.")
    assert Text(new).find(kept(old, FERRY, 2)).standing is Standing.ORPHAN


WORDS = st.lists(
    st.sampled_from(["aye", "no", "the", "ferry", "sails", "agreed", "bridge"]), min_size=1
)
SPEECHES = st.lists(WORDS.map(" ".join), min_size=1, max_size=8)


@given(SPEECHES, st.data())
def test_in_the_same_reading_whatever_was_selected_stands(
    speeches: list[str], data: st.DataObject
) -> None:
    read = meeting(*speeches)
    turn = data.draw(st.integers(1, len(speeches)))
    length = len(speeches[turn - 1])
    start = data.draw(st.integers(0, length))
    end = data.draw(st.integers(start, length))
    first, last = (Place(read.id, f"t{turn}", 0, offset) for offset in (start, end))
    try:
        quote = quote_selection(read, first, last)[0]
    except QuoteError:
        return
    found = Text(read).find(Text(read).keep(quote, first))
    assert found.standing is Standing.STANDS
    assert found.place is not None and found.place.anchor == f"t{turn}"


@given(SPEECHES, SPEECHES, st.data())
def test_found_words_are_the_kept_words_or_flagged(
    before: list[str], after: list[str], data: st.DataObject
) -> None:
    old, new = meeting(*before, capture="old"), meeting(*after)
    turn = data.draw(st.integers(1, len(before)))
    note = Text(old).keep(quote_turn(old, f"t{turn}"))
    found = Text(new).find(note)
    if found.standing in (Standing.STANDS, Standing.MOVED):
        assert found.place is not None
        assert (
            quote_turn(new, found.place.anchor)
            .words[found.place.offset :]
            .startswith(note.quote.words)
        )
        assert quote_turn(new, found.place.anchor).speaker == note.quote.speaker
    elif found.standing is Standing.ORPHAN:
        assert found.place is None
    else:
        assert found.why


def test_running_texts_are_what_quotations_are_cut_from(
    talks: Meeting, seeds: tuple[Meeting, ...]
) -> None:
    for read in (talks, *seeds):
        for passage in running_texts(read):
            assert quote_turn(read, passage.anchor).words == passage.text


@given(st.data())
def test_every_selection_is_a_stretch_of_its_running_text(
    talks: Meeting, data: st.DataObject
) -> None:
    passages = [part for part in talks.passages() if part.blocks]
    one, other = (data.draw(st.sampled_from(passages)) for _ in "ab")
    ends = []
    for passage in (one, other):
        block = data.draw(st.integers(0, len(passage.blocks) - 1))
        offset = data.draw(st.integers(0, len(passage.blocks[block].text)))
        ends.append(Place(talks.id, passage.anchor, block, offset))
    try:
        quotes = quote_selection(talks, ends[0], ends[1])
    except QuoteError:
        return
    texts = {passage.anchor: passage.text for passage in running_texts(talks)}
    for quote in quotes:
        assert quote.words in texts[quote.anchor]


def test_a_place_in_a_running_text_leads_back_to_it(seeds: tuple[Meeting, ...]) -> None:
    for read in seeds:
        for passage in running_texts(read):
            for position in range(0, len(passage.text), 97):
                place = passage.place(read.id, position)
                assert passage.position(place.block, place.offset) == position


@pytest.mark.parametrize(
    ("line", "tags"),
    [("trade, Astana", ("trade", "Astana")), ("#a b,#A", ("a", "b")), (" , # ", ())],
)
def test_tags_are_read_from_a_line(line: str, tags: tuple[str, ...]) -> None:
    assert tags_of(line) == tags
