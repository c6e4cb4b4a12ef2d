"""What people corrected is laid over what was read, after every reading, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tui.library import deciding
from tui.library.decisions import NAME, Decision, Decisions
from tui.library.errors import Damaged, ReadOnly, UndecidableError
from tui.library.library import Library
from tui.library.open import open_library
from tui.library.people_meant import AmbiguousPersonError
from tui.library.replaying import renaming
from tui.model import Attribution
from tui.search.parser import parse

Sources = Callable[..., Path]

BERG, STRAND = "Anna Berg", "Rudolf Strand"


@pytest.fixture
def stocked(empty: Library, sources: Sources) -> Library:
    """A library of two meetings of the same two people."""
    sources("first.txt")
    other = sources("second.txt", title="Opening of the bridge", date="June 3, 2014")
    list(empty.import_files([other.parent]))
    return empty


def first(library: Library) -> str:
    """The id of the meeting of 29 May 2013."""
    return library.meeting("2013-05-29").id


def correct(library: Library, field: str, to: str) -> None:
    meeting = library.meeting("2013-05-29")
    library.decide(lambda known: deciding.correct(known, meeting, field, to)[0])


def speaks(library: Library, number: int, name: str) -> None:
    meeting = library.meeting("2013-05-29")
    library.decide(lambda known: deciding.correct_speaker(known, meeting, number, name)[0])


def merge(library: Library, *names: str) -> None:
    people = library.people()
    library.decide(lambda known: deciding.merge(known, people, names))


def name(library: Library, old: str, new: str, *meetings: str) -> None:
    people = library.people()
    library.decide(lambda known: deciding.name(known, people, old, new, meetings=meetings))


def speakers(library: Library, beginning: str = "2013-05-29") -> list[str | None]:
    return [turn.speaker for turn in library.meeting(beginning).turns]


def people(library: Library) -> dict[str, int]:
    return {person.name: person.turns for person in library.people()}


@pytest.mark.parametrize(
    ("field", "to"),
    [("date", "2015-01-02"), ("time", "09:30"), ("title", "A harbour"), ("place", "Zenda")],
)
def test_a_corrected_field_is_known_to_show_and_list(stocked: Library, field: str, to: str) -> None:
    key = first(stocked)
    correct(stocked, field, to)
    assert getattr(stocked.meeting(key), field) == to
    (row,) = [row for row in stocked.timeline() if row.entry.id == key]
    assert getattr(row.entry, field) == to


def test_a_corrected_date_moves_the_meeting_and_keeps_its_id(stocked: Library) -> None:
    key = first(stocked)
    correct(stocked, "date", "2016-01-01")
    assert next(row.entry.id for row in stocked.timeline()) == key
    assert [hit.meeting for hit in stocked.hits(parse("harbour date:2016").query)] == [key]
    assert not list(stocked.hits(parse("harbour date:2013").query))


def test_a_corrected_speaker_keeps_the_label_and_loses_the_office(stocked: Library) -> None:
    before = stocked.meeting("2013-05-29").turns[1]
    speaks(stocked, 2, BERG)
    after = stocked.meeting("2013-05-29").turns[1]
    assert (after.speaker, after.role) == (BERG, None)
    assert (after.label, after.attribution) == (before.label, Attribution.PRINTED)
    assert people(stocked) == {BERG: 3, STRAND: 1}
    assert [row.entry.speakers for row in stocked.timeline()][1] == (BERG,)


def test_a_corrected_speaker_is_found_by_the_name(stocked: Library) -> None:
    speaks(stocked, 2, "Karl Hentzau")
    (hit,) = stocked.hits(parse("by:hentzau").query)
    assert hit.anchor == "t2"


def test_merged_people_are_one_and_found_by_either_name(stocked: Library) -> None:
    merge(stocked, BERG, STRAND)
    (person,) = stocked.people()
    assert (person.name, person.turns, len(person.meetings)) == (BERG, 4, 2)
    assert STRAND in person.spellings
    assert speakers(stocked) == [BERG, BERG]
    assert len(list(stocked.hits(parse("by:strand").query))) == 4


def test_split_takes_a_merge_back(stocked: Library) -> None:
    before = stocked.people()
    merge(stocked, BERG, STRAND)
    name(stocked, BERG, "Countess Berg")
    known = stocked.people()
    stocked.decide(lambda decisions: deciding.split(decisions, known, "Countess Berg"))
    stocked.decide(lambda decisions: deciding.undo(decisions, decisions.all[-1].number))
    assert stocked.people() == before


def test_who_was_never_merged_is_not_split(stocked: Library) -> None:
    known = stocked.people()
    with pytest.raises(UndecidableError, match="--in"):
        stocked.decide(lambda decisions: deciding.split(decisions, known, BERG))
    assert not stocked.decisions


def test_a_name_of_two_people_is_taken_apart_by_meeting(stocked: Library) -> None:
    name(stocked, BERG, "Anna Berg the younger", first(stocked))
    assert people(stocked) == {BERG: 1, "Anna Berg the younger": 1, STRAND: 2}


def test_an_anonymous_label_is_named_in_one_meeting_or_in_all(
    empty: Library, tmp_path: Path
) -> None:
    for number, topic in enumerate(("harbour", "bridge"), start=1):
        text = f"SPEAKER_00: We speak of the {topic} now.\n\nSPEAKER_01: Of the {topic}, yes.\n"
        (tmp_path / f"{number}.txt").write_text(text * 3, encoding="utf-8")
    list(empty.import_files([tmp_path / "1.txt", tmp_path / "2.txt"]))
    one, other = (row.entry.id for row in empty.timeline())
    assert "SPEAKER_00" in speakers(empty, one), "the reader kept the labels"
    name(empty, "SPEAKER_00", BERG, one)
    assert (BERG in speakers(empty, one), BERG in speakers(empty, other)) == (True, False)
    assert empty.meeting(one).turns[0].label == "SPEAKER_00"
    known = empty.people()
    with pytest.raises(AmbiguousPersonError):
        deciding.name(empty.decisions, known, "SPEAKER_01", STRAND)
    empty.decide(lambda found: deciding.name(found, known, "SPEAKER_01", STRAND, everywhere=True))
    assert all(STRAND in speakers(empty, key) for key in (one, other))


@pytest.mark.parametrize(
    ("cast", "renamed"),
    [
        ((BERG, "Berg"), {BERG, "Berg"}),
        ((BERG, "Karl Berg", "Berg"), {BERG}),
        (("Berg", STRAND), set()),
    ],
)
def test_a_surname_goes_with_the_one_full_name_of_its_meeting(
    cast: tuple[str, ...], renamed: set[str]
) -> None:
    value = {"people": [{"name": BERG, "meetings": None}], "to": "Anna Hentzau"}
    decision = Decision(1, "2020-01-01T00:00:00Z", NAME, None, value)
    assert set(renaming(decision, cast, "2013-05-29/strelsau-abcd")) == renamed


def test_everything_can_be_taken_back(stocked: Library) -> None:
    before = (stocked.timeline(), stocked.people(), stocked.meeting("2013-05-29"))
    correct(stocked, "title", "A harbour")
    speaks(stocked, 1, STRAND)
    merge(stocked, BERG, STRAND)
    for decision in stocked.decisions.all:
        number = decision.number
        stocked.decide(lambda known, number=number: deciding.undo(known, number))
    assert (stocked.timeline(), stocked.people(), stocked.meeting("2013-05-29")) == before


def test_decisions_outlive_the_process_and_change_the_generation(stocked: Library) -> None:
    reader = open_library(stocked.path, read_only=True)
    generation = reader.generation
    correct(stocked, "place", "Zenda")
    assert reader.meeting("2013-05-29").place == "Strelsau"
    assert reader.refresh()
    assert reader.generation > generation
    assert reader.meeting("2013-05-29").place == "Zenda"
    assert open_library(stocked.path).meeting("2013-05-29").place == "Zenda"


def test_importing_the_same_again_changes_nothing(stocked: Library, sources: Sources) -> None:
    correct(stocked, "title", "A harbour")
    correct(stocked, "date", "2015-01-01")
    speaks(stocked, 2, BERG)
    again = sources(
        "again.txt", words="We agreed on the harbour, the bridge and the two new schools."
    )
    again.write_text(again.read_text() + "\n", encoding="utf-8")
    (result,) = stocked.import_files([again])
    assert (result.status, result.meeting) == ("unchanged", first_of(stocked))
    assert speakers(stocked, first_of(stocked)) == [BERG, BERG]


def first_of(library: Library) -> str:
    """The id of the corrected meeting, which keeps the day it was read with."""
    (key,) = [row.entry.id for row in library.timeline() if row.entry.id.startswith("2013")]
    return key


def test_a_correction_outlives_a_new_capture(stocked: Library, sources: Sources) -> None:
    key = first(stocked)
    correct(stocked, "place", "Zenda")
    speaks(stocked, 2, BERG)
    revised = sources("revised.txt", words="We agreed on the harbour, the bridge and five schools.")
    (result,) = stocked.import_files([revised])
    assert (result.status, result.meeting) == ("revised", key)
    assert stocked.meeting(key).place == "Zenda"
    assert speakers(stocked, key) == [BERG, BERG]


def test_a_correction_whose_words_are_gone_is_not_guessed(
    stocked: Library, sources: Sources
) -> None:
    speaks(stocked, 2, BERG)
    revised = sources("revised.txt", answer="No one asked about ships or about winter this time.")
    (result,) = stocked.import_files([revised])
    assert result.status == "revised"
    assert speakers(stocked) == [BERG, STRAND]
    (correction,) = stocked.corrections("2013-05-29")
    assert not correction.holds


def test_nothing_is_decided_in_a_library_for_reading(stocked: Library) -> None:
    library = open_library(stocked.path, read_only=True)
    with pytest.raises(ReadOnly, match="Nothing was changed"):
        correct(library, "place", "Zenda")
    assert not (stocked.path / "decisions.json").exists()


def test_damaged_decisions_are_never_written_over(stocked: Library) -> None:
    correct(stocked, "place", "Zenda")
    path = stocked.path / "decisions.json"
    path.write_bytes(path.read_bytes()[:-20])
    damaged = path.read_bytes()
    library = open_library(stocked.path)
    assert library.meeting("2013-05-29").place == "Strelsau"
    with pytest.raises(Damaged):
        correct(library, "title", "A harbour")
    assert path.read_bytes() == damaged


def test_a_repair_goes_back_by_one_change_and_keeps_the_damaged_file(stocked: Library) -> None:
    correct(stocked, "place", "Zenda")
    correct(stocked, "title", "A harbour")
    last = stocked.decisions.all[-1].number
    path = stocked.path / "decisions.json"
    path.write_bytes(path.read_bytes()[:-20])
    damaged = path.read_bytes()
    library = open_library(stocked.path)
    (finding,) = library.doctor(repair=True)
    assert (finding.path, finding.lost) == (path, True)
    assert (stocked.path / "decisions.damaged.json").read_bytes() == damaged
    assert library.meeting("2013-05-29").place == "Zenda"
    assert not list(library.doctor())
    correct(library, "title", "A bridge")
    assert library.decisions.all[-1].number > last


def test_the_first_decision_damaged_leaves_what_was_read(stocked: Library) -> None:
    correct(stocked, "place", "Zenda")
    (stocked.path / "decisions.json").write_bytes(b"")
    library = open_library(stocked.path)
    assert [finding.lost for finding in library.doctor(repair=True)] == [True]
    assert library.meeting("2013-05-29").place == "Strelsau"
    assert not list(library.doctor())


@pytest.mark.parametrize(
    ("field", "to"), [("date", "29 May"), ("date", "2013-02-30"), ("time", "25:00"), ("title", "")]
)
def test_what_cannot_be_is_refused(stocked: Library, field: str, to: str) -> None:
    with pytest.raises(UndecidableError, match="Nothing was changed"):
        correct(stocked, field, to)


def test_what_is_so_already_is_no_decision(stocked: Library) -> None:
    correct(stocked, "place", "Strelsau")
    assert not stocked.decisions


def test_a_number_is_never_given_twice(stocked: Library) -> None:
    correct(stocked, "place", "Zenda")
    (one,) = stocked.decisions.all
    stocked.decide(lambda known: deciding.undo(known, one.number))
    correct(stocked, "place", "Zenda")
    assert stocked.decisions.all[0].number > one.number


def test_a_kind_of_a_later_release_is_kept_and_left_alone(stocked: Library) -> None:
    before = stocked.meeting("2013-05-29")
    stocked.decide(lambda known: known.adding("gesture", before.id, {"of": "hand"}))
    correct(stocked, "place", "Zenda")
    kept = Decisions.read(stocked._layout).all[0]
    assert (kept.kind, kept.value) == ("gesture", {"of": "hand"})
