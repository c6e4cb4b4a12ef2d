"""What the record says of quotations, on invented meetings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_by_hand import paragraph

from tui.model import (
    Attribution,
    Block,
    BlockKind,
    Entry,
    Hit,
    Meeting,
    Participant,
    Place,
    Source,
    TimelineRow,
    Turn,
)
from tui.quoting.verification.claim import Claim
from tui.quoting.verification.judging import Verifier
from tui.quoting.verification.verdict import FAITHFUL, Judgement, Verdict
from tui.quoting.verification.word_diff import Change
from tui.search.folding import fold_text
from tui.search.matcher import Matcher
from tui.search.query import Query
from tui.search.searchable import searchable
from tui.search.tokens import tokens


class Shelf:
    """A few meetings as an archive."""

    def __init__(self, *meetings: Meeting) -> None:
        self._meetings = {meeting.id: meeting for meeting in meetings}

    def timeline(self) -> tuple[TimelineRow, ...]:
        return tuple(
            TimelineRow(Entry(m.id, m.title, m.date, m.time, m.place, (), 0, 0, m.partial))
            for m in self._meetings.values()
        )

    def meeting(self, beginning: str) -> Meeting:
        return self._meetings[beginning]

    def excerpt(self, place: Place) -> Meeting:
        return self._meetings[place.meeting]

    def holding(self, query: Query, *, limit: int, best: bool = False) -> tuple[Place, ...]:
        hits = (hit for m in self._meetings.values() for hit in Matcher(query).hits(m))
        return tuple(dict.fromkeys(Place(hit.meeting, hit.anchor) for hit in hits))[:limit]

    def hits_of(self, meeting: Meeting, query: Query) -> tuple[Hit, ...]:
        return Matcher(query).hits(meeting)

    def alike(self, words: Sequence[str], *, limit: int) -> tuple[Place, ...]:
        wanted = {token for word in words for token in tokens(fold_text(word))}
        shared: Counter[Place] = Counter()
        for meeting in self._meetings.values():
            for unit in searchable(meeting).units:
                found = {token for line in unit.lines for token in tokens(line.text)}
                shared[Place(meeting.id, unit.anchor)] += len(wanted & found)
        return tuple(place for place, count in shared.most_common(limit) if count)


def turn(number: int, speaker: str, *blocks: str | Block) -> Turn:
    spoken = tuple(paragraph(block) if isinstance(block, str) else block for block in blocks)
    role = "Chancellor" if speaker == "Rudolf Strand" else None
    return Turn(number, speaker, role, speaker, None, Attribution.PRINTED, spoken)


MEETING = Meeting(
    id="2013-05-29/zenda-aaaa",
    title="Talks on the harbour",
    summary="The ministers talked about ships for an hour.",
    date="2013-05-29",
    time=None,
    place="Zenda",
    source=Source("talks.txt", None, "test", "ab" * 32),
    people=(
        Participant("Anna Berg", None, "Anna Berg"),
        Participant("Rudolf Strand", "Chancellor", "Rudolf Strand"),
    ),
    body=(
        Block(BlockKind.NARRATIVE, "The guests arrived by ship in the early morning."),
        turn(
            1,
            "Anna Berg",
            "We don’t want 1.5 million ships – we want a “bridge” across the river. It was -5"
            " degrees in post-war Zenda.",
            Block(BlockKind.CAPTION, "At the old harbour before the talks began."),
            "I met the mayor [Otto Lind, mayor of Zenda] yesterday, and he agreed with me.",
            "Our trade <…> has grown since the war ended.",
        ),
        turn(2, "Rudolf Strand", "The bridge will be open before the winter comes, I promise."),
        turn(
            3,
            "Anna Berg",
            "Then we shall not need any ships at all, my dear colleague. Quite so indeed.",
        ),
    ),
    partial=True,
)
LATER = replace(
    MEETING,
    id="2015-01-10/zenda-bbbb",
    date="2015-01-10",
    body=(turn(1, "Rudolf Strand", "We all remember the storm of that terrible year."),),
    partial=False,
)


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    return Verifier(Shelf(MEETING, LATER))


BRIDGE = "The bridge will be open before the winter comes"


@pytest.mark.parametrize(
    ("quote", "verdict"),
    [
        (BRIDGE, Verdict.EXACT),
        (f"“{BRIDGE},”", Verdict.EXACT),
        (f"{BRIDGE}.", Verdict.EXACT),
        ("we want a “bridge” across the river.", Verdict.EXACT),
        ("I met the mayor yesterday, and he agreed", Verdict.EXACT),
        ("I met the mayor [Otto Lind, mayor of Zenda] yesterday", Verdict.EXACT),
        ("he agreed with me. Our trade <…> has grown", Verdict.EXACT),
        ("river. It was -5 degrees in post-war Zenda.\n\nI met the mayor", Verdict.EXACT),
        ("the bridge will be open", Verdict.TYPOGRAPHIC),
        ("[t]he bridge will be open", Verdict.TYPOGRAPHIC),
        ("We don't want 1.5 million ships", Verdict.TYPOGRAPHIC),
        ("million ships—we want a 'bridge' across", Verdict.TYPOGRAPHIC),
        ("The bridge will\u00a0be open", Verdict.TYPOGRAPHIC),
        ("It was −5 degrees in post‑war Zenda", Verdict.TYPOGRAPHIC),
        ("Our trade […] has grown", Verdict.TYPOGRAPHIC),
        ("The bridge [over the river] will be open", Verdict.ELIDED),
        ("The bridge […] before the winter comes", Verdict.ELIDED),
        ("The bridge ... comes, I promise.", Verdict.ELIDED),
        ("We don’t want … ships […] he agreed with me", Verdict.ELIDED),
        ("[It] will be open before the winter comes", Verdict.ELIDED),
        ("We do not want 1.5 million ships", Verdict.ALTERED),
        ("We don’t want 1,5 million ships", Verdict.ALTERED),
        ("We don’t want 15 million ships", Verdict.ALTERED),
        ("It was 5 degrees in post-war Zenda", Verdict.ALTERED),
        ("5 degrees in post-war Zenda", Verdict.ALTERED),
        ("Then we shall need any ships at all", Verdict.ALTERED),
        ("Then we shall [not only] need any ships", Verdict.ALTERED),
        ("The bridge will [not] be open before the winter", Verdict.ALTERED),
        ("The bridge will be open before the winter comes!", Verdict.ALTERED),
        ("Our trade has grown since the war", Verdict.ALTERED),
        ("It was -5 degrees in post", Verdict.ALTERED),
        ("we want a bridge across the river", Verdict.ALTERED),
        (f"{BRIDGE}. […] Then we shall not need any ships", Verdict.SPLICED),
        ("before the winter comes, I promise. Then we shall not need", Verdict.SPLICED),
        (f"{BRIDGE}, I promise. Quite so indeed.", Verdict.SPLICED),
        ("The guests arrived by ship", Verdict.NOT_SPEECH),
        ("At the old harbour before the talks began", Verdict.NOT_SPEECH),
        ("Otto Lind, mayor of Zenda", Verdict.NOT_SPEECH),
        ("I met the mayor Otto Lind, mayor of Zenda yesterday", Verdict.NOT_SPEECH),
        ("Talks on the harbour", Verdict.NOT_SPEECH),
        ("Cheese is the moon of those who never slept", Verdict.NOT_FOUND),
        ("…", Verdict.NOT_FOUND),
        ("", Verdict.NOT_FOUND),
    ],
)
def test_a_quotation_gets_the_verdict_an_editor_would_give(
    verifier: Verifier, quote: str, verdict: Verdict
) -> None:
    assert verifier.judge(Claim(quote)).verdict is verdict


def test_a_verdict_names_the_passage_and_who_speaks_there_as_what(verifier: Verifier) -> None:
    judged = verifier.judge(Claim(f"{BRIDGE},"))
    found = (judged.address, judged.speaker, judged.role, judged.date, judged.text)
    assert found == (
        "2013-05-29/zenda-aaaa#t2",
        "Rudolf Strand",
        "Chancellor",
        "2013-05-29",
        BRIDGE,
    )


@pytest.mark.parametrize(
    ("claim", "verdicts"),
    [
        (Claim(BRIDGE, "Strand"), (Verdict.EXACT,)),
        (Claim(BRIDGE, "Mr Strand"), (Verdict.EXACT,)),
        (Claim(BRIDGE, "Stran"), (Verdict.WRONG_SPEAKER,)),
        (Claim(BRIDGE, "Berg"), (Verdict.WRONG_SPEAKER,)),
        (Claim(BRIDGE, "Churchill"), (Verdict.WRONG_SPEAKER,)),
        (Claim(BRIDGE, None, "2013-05-01", "2013-05-31"), (Verdict.EXACT,)),
        (Claim(BRIDGE, "Strand", "2014-01-01", None), (Verdict.WRONG_DATE,)),
        (Claim(BRIDGE, "Berg", None, "2012-12-31"), (Verdict.WRONG_SPEAKER, Verdict.WRONG_DATE)),
        (Claim("The bridge … winter comes", "Berg"), (Verdict.WRONG_SPEAKER, Verdict.ELIDED)),
        (
            Claim(BRIDGE.replace("winter", "summer"), "Berg"),
            (Verdict.ALTERED, Verdict.WRONG_SPEAKER),
        ),
        (Claim("The guests arrived by ship", "Berg"), (Verdict.NOT_SPEECH,)),
        (
            Claim(f"{BRIDGE} … Then we shall not need any ships", "Berg"),
            (Verdict.SPLICED, Verdict.WRONG_SPEAKER),
        ),
    ],
)
def test_speaker_and_date_are_held_against_the_claim(
    verifier: Verifier, claim: Claim, verdicts: tuple[Verdict, ...]
) -> None:
    judged = verifier.judge(claim)
    assert (judged.verdict, *judged.also) == verdicts


def test_of_several_places_the_one_claimed_counts() -> None:
    other = replace(MEETING, id="2016-01-01/zenda-cccc", date="2016-01-01")
    judged = Verifier(Shelf(MEETING, LATER, other)).judge(Claim(BRIDGE, None, "2016-01-01", None))
    assert (judged.verdict, judged.address) == (Verdict.EXACT, "2016-01-01/zenda-cccc#t2")


def test_every_place_where_it_stands_is_named() -> None:
    other = replace(MEETING, id="2016-01-01/zenda-cccc", date="2016-01-01")
    judged = Verifier(Shelf(MEETING, other)).judge(Claim(BRIDGE))
    assert (judged.address, judged.places) == (
        "2013-05-29/zenda-aaaa#t2",
        ("2016-01-01/zenda-cccc#t2",),
    )


@pytest.mark.parametrize(
    ("quote", "change"),
    [
        ("The bridge will not be open before the winter comes", Change.NEGATION),
        ("Then we shall need any ships at all", Change.NEGATION),
        ("We don’t want 2.5 million ships", Change.NUMBER),
        ("We don’t want 1.5 billion ships", Change.NUMBER),
        ("It was -5 degrees in post-war Strelsau", Change.NAME),
        ("The bridge will be shut before the winter comes", Change.WORD),
        ("The bridge will be open, before the winter comes", Change.PUNCTUATION),
    ],
)
def test_a_difference_says_what_it_is(verifier: Verifier, quote: str, change: Change) -> None:
    (piece,) = verifier.judge(Claim(quote)).changes
    assert piece.change is change


def test_what_was_left_out_is_shown(verifier: Verifier) -> None:
    (piece,) = verifier.judge(Claim("The bridge will be open […] I promise")).changes
    assert (piece.record, piece.change) == ("before the winter comes,", Change.OMISSION)


def test_leaving_out_a_bare_denial_alters_the_words(verifier: Verifier) -> None:
    judgement = verifier.judge(Claim("Then we shall […] need any ships"))
    (piece,) = judgement.changes
    assert judgement.verdict is Verdict.ALTERED
    assert (piece.record, piece.quote, piece.change) == ("not", "[…]", Change.NEGATION)


def test_a_phrase_that_denies_within_itself_may_be_left_out() -> None:
    record = "I ask you all, without exception, to come to the harbour."
    meeting = replace(MEETING, body=(turn(1, "Anna Berg", record),))
    judgement = Verifier(Shelf(meeting)).judge(Claim("I ask you all, … to come to the harbour"))
    assert judgement.verdict is Verdict.ELIDED
    assert "without" in " ".join(judgement.notes)


@pytest.mark.parametrize(
    ("quote", "denied"),
    [
        ("need any ships at all, my dear colleague", "shall not"),
        ("want 1.5 million ships – we want", "don’t"),
        ("Then we shall", "not"),
        ("The bridge will be open before the winter comes", ""),
        ("it was -5 degrees in post-war Zenda", ""),
    ],
)
def test_a_denial_right_beside_the_words_is_never_silent(
    verifier: Verifier, quote: str, denied: str
) -> None:
    judgement = verifier.judge(Claim(quote))
    assert judgement.verdict in (Verdict.EXACT, Verdict.TYPOGRAPHIC)
    assert (denied in " ".join(judgement.notes)) if denied else not judgement.notes
    assert judgement.is_to_be_seen is bool(denied)


@pytest.mark.parametrize(
    ("record", "quote"),
    [
        ("They told the US that help comes late.", "They told the us that help comes late"),
        ("They told us that help comes late.", "They told US that help comes late"),
        ("We spent two billion on the new harbour.", "We spent three billion on the new harbour"),
        ("We spent two billion on the new harbour.", "We spent two million on the new harbour"),
        ("We spent two billion on the new harbour.", "We spent 2 billion on the new harbour"),
        ("We can build the harbour by May.", "We cannot build the harbour by May"),
        ("We can build the harbour by May.", "We can’t build the harbour by May"),
        ("Prices rose by 1.5% last year, again.", "Prices rose by 1,5% last year, again"),
        ("Prices rose by 1.5% last year, again.", "Prices rose by 1.5‰ last year, again"),
        ("Prices rose by 1.5% last year, again.", "Prices rose by −1.5% last year, again"),
        ("The ships cost $300 in the year 2012.", "The ships cost €300 in the year 2012"),
        ("The ships cost $300 in the year 2012.", "The ships cost $300 in the year 2O12"),
        ("World War II ended in this valley.", "World War III ended in this valley"),
        ("The area is 10² metres all in all.", "The area is 102 metres all in all"),
        ("Russia is a friend of this valley.", "Russiа is a friend of this valley"),
        ("Russia is a friend of this valley.", "Russia is a \u202efriend\u202c of this valley"),
        ("Мы не хотим войны с соседями.", "Мы хотим войны с соседями"),
        ("Мы не хотим войны с соседями.", "Мы ни хотим войны с соседями"),
        ("Это было без нашего участия тогда.", "Это было при нашем участии тогда"),
        ("Мы рады быть среди друзей.", "Мы не рады быть среди друзей"),
    ],
)
def test_what_changes_the_sense_is_never_typography(record: str, quote: str) -> None:
    meeting = replace(MEETING, body=(turn(1, "Anna Berg", record),))
    assert Verifier(Shelf(meeting)).judge(Claim(quote)).verdict not in FAITHFUL


def test_an_acronym_is_a_word_like_others_in_a_text_in_capitals() -> None:
    meeting = replace(MEETING, body=(turn(1, "Anna Berg", "It will be open before the winter."),))
    judgement = Verifier(Shelf(meeting)).judge(Claim("IT WILL BE OPEN BEFORE THE WINTER"))
    assert judgement.verdict is Verdict.TYPOGRAPHIC


def test_what_was_not_found_says_how_much_was_searched(verifier: Verifier) -> None:
    judged = verifier.judge(Claim("Cheese is the moon of those who never slept"))
    assert (judged.texts, judged.partial) == (2, 1)


# Properties: what typography may change and what it may not.

_SENTENCES = [
    text
    for meeting in (MEETING, LATER)
    for spoken in meeting.turns
    for block in spoken.paragraphs
    if not block.spans
    for text in block.text.split(". ")
]


@given(
    st.sampled_from(_SENTENCES),
    st.data(),
)
@settings(max_examples=30)
def test_a_changed_letter_or_digit_is_never_typography(sentence: str, data: st.DataObject) -> None:
    places = [place for place, character in enumerate(sentence) if character.isalnum()]
    place = data.draw(st.sampled_from(places))
    sign = data.draw(st.sampled_from("qxj9é²").filter(lambda s: s != sentence[place].lower()))
    judged = _judged(sentence[:place] + sign + sentence[place + 1 :])
    assert judged.verdict not in FAITHFUL


@given(st.sampled_from(_SENTENCES), st.data())
@settings(max_examples=30)
def test_a_word_put_in_or_left_out_is_never_typography(sentence: str, data: st.DataObject) -> None:
    words = sentence.split(" ")
    place = data.draw(st.integers(1, len(words) - 2))
    word = data.draw(st.sampled_from(["", "not", "never", "7", "hardly", "indeed"]))
    kept = words[:place] + ([word] if word else []) + words[place + (not word) :]
    if words[place] in ("–", word):
        return
    assert _judged(" ".join(kept)).verdict not in FAITHFUL


@given(st.sampled_from(_SENTENCES), st.data())
@settings(max_examples=30)
def test_other_quotation_marks_dashes_spaces_and_capitals_are_typography(
    sentence: str, data: st.DataObject
) -> None:
    other = {
        "’": "'‛ʼ",
        "“": '"„«',
        "”": '"“»',
        "–": "—-―",
        "-": "‑‐−",
        " ": "\u00a0\u2009\u202f",
    }
    text = "".join(
        data.draw(st.sampled_from([sign, *other[sign]])) if sign in other else sign
        for sign in sentence
    )
    text = data.draw(st.sampled_from([text, text.upper(), text.lower()]))
    assert _judged(text).verdict in FAITHFUL


@given(st.text(max_size=60))
@settings(max_examples=30)
def test_any_text_gets_some_verdict(text: str) -> None:
    assert isinstance(_judged(text), Judgement)


_VERIFIER = Verifier(Shelf(MEETING, LATER))


def _judged(quote: str) -> Judgement:
    return _VERIFIER.judge(Claim(quote))


class Crowded(Shelf):
    """An archive so full of the same words that the likest passages are others."""

    def alike(self, words: Sequence[str], *, limit: int) -> tuple[Place, ...]:
        return ()


def test_a_fragment_that_stands_everywhere_hides_no_other() -> None:
    formula = "I would like to ask you"
    common = [
        replace(MEETING, id=f"2001-01-01/zenda-{n:04}", body=(turn(1, "Anna Berg", f"{formula}."),))
        for n in range(80)
    ]
    said = f"{formula}, Otto and all the harbour masters to join in."
    meant = replace(MEETING, body=(turn(1, "Anna Berg", said),))
    quote = f"{formula}, … all the harbour masters to join in"
    assert Verifier(Crowded(*common, meant)).judge(Claim(quote)).verdict is Verdict.ELIDED
