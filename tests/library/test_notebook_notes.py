"""Notes are kept, ordered, brought in and taken back, and none is lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tui.library.errors import Ambiguous, LibraryError, NotFound
from tui.library.notebook import Notebook, carrying
from tui.library.notebook.notes import Notes
from tui.library.notebook.searching import NoteSearch
from tui.library.notebook.shelf import Shelf, Step
from tui.quoting.note import Kept, Note
from tui.quoting.note_rows import NoteRowError, from_row, to_row
from tui.quoting.quote import Quote, Seam, SeamKind

TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
WORDS = TEXT.filter(str.strip)


def quote(words: str = "Yes, it did.", anchor: str = "t3") -> Quote:
    return Quote(
        words=words,
        meeting="2013-05-29/astana-k3f9",
        anchor=anchor,
        speaker="Anna Berg",
        family="Berg",
        role="Mayor",
        kind="turn",
        title="Talks",
        date="2013-05-29",
        time="12:45",
        place="Astana",
        source_name="talks.txt",
        source_url=None,
        sha256="ab" * 32,
        partial=True,
        seams=(Seam(SeamKind.EDITOR, "[the mayor]", "an editor's"),),
    )


def kept(words: str = "Yes, it did.", anchor: str = "t3") -> tuple[Kept, ...]:
    return (Kept(quote(words, anchor), "before", "after", alone=True),)


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path, "one")


@pytest.fixture
def notes(notebook: Notebook) -> Notes:
    return notebook.notes


def words(notes: Notes) -> list[str]:
    return [note.words for note in notes.all()]


def test_a_note_is_kept_with_its_citation(notebook: Notebook, tmp_path: Path) -> None:
    made = notebook.notes.add(kept(), whole=False, remark="so?", tags=("trade",))
    assert Notebook(tmp_path, "one").notes.all() == (made,)


def test_a_note_is_found_by_the_beginning_of_its_id(notes: Notes) -> None:
    made = notes.add(kept(), whole=True)
    assert notes.note(made.id[:3].upper()) == made
    with pytest.raises(NotFound):
        notes.note("uuu")


def test_an_ambiguous_beginning_is_refused(notes: Notes) -> None:
    notes.bring(Note(name, "2020", "2020", kept(name), whole=True) for name in ("ab1", "ab2"))
    with pytest.raises(Ambiguous, match="fits 2 notes"):
        notes.note("ab")


def test_remark_and_tags_change_and_the_words_do_not(notes: Notes) -> None:
    made = notes.add(kept(), whole=True)
    edited = notes.edit(made.id, remark="hm", tags=("a", "b"))
    assert (edited.remark, edited.tags, edited.kept) == ("hm", ("a", "b"), made.kept)
    assert notes.all() == (edited,)


def test_every_kind_of_change_can_be_taken_back_after_a_restart(tmp_path: Path) -> None:
    def opened() -> Notes:
        return Notebook(tmp_path, "one").notes

    states = [opened().all()]
    one = opened().add(kept("one"), whole=True)
    states.append(opened().all())
    two = opened().add(kept("two"), whole=False)
    states.append(opened().all())
    opened().edit(one.id, remark="said twice")
    states.append(opened().all())
    opened().move(two.id, 0)
    states.append(opened().all())
    opened().remove([one.id])
    states.append(opened().all())
    opened().bring([replace(one, id="zzzz", made="2001")])
    states.append(opened().all())
    for state in reversed(states[:-1]):
        assert opened().undo()
        assert opened().all() == state
    assert opened().undo() is None
    for state in states[1:]:
        assert opened().redo()
        assert opened().all() == state


def test_after_a_new_change_nothing_is_done_again(notes: Notes) -> None:
    notes.add(kept("one"), whole=True)
    notes.undo()
    notes.add(kept("two"), whole=True)
    assert notes.redo() is None
    assert words(notes) == ["two"]


def test_only_the_latest_steps_are_remembered(
    notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.notebook.journal.STEPS", 3)
    note = notes.add(kept(), whole=True)
    for number in range(5):
        notes.edit(note.id, remark=str(number))
    while notes.undo():
        pass
    assert notes.note(note.id).remark == "1"


def test_what_changes_nothing_is_no_step(notes: Notes) -> None:
    note = notes.add(kept(), whole=True, remark="same")
    notes.edit(note.id, remark="same")
    notes.move(note.id, 0)
    assert notes.undo() == "mark at 2013-05-29/astana-k3f9#t3"


def test_two_processes_marks_both_survive(tmp_path: Path) -> None:
    here, there = Notebook(tmp_path, "one"), Notebook(tmp_path, "one")
    here.notes.add(kept("here"), whole=True)
    assert words(there.notes) == ["here"]
    there.notes.add(kept("there"), whole=True)
    here.notes.add(kept("again"), whole=True)
    assert words(here.notes) == words(there.notes) == ["here", "there", "again"]


def test_noted_passages_are_known(notebook: Notebook) -> None:
    notebook.notes.add(kept(anchor="t3.2"), whole=False)
    assert notebook.is_noted("2013-05-29/astana-k3f9", "t3")
    assert not notebook.is_noted("2013-05-29/astana-k3f9", "t2")
    assert not notebook.is_noted("2013-05-29", "t3")


def test_bringing_the_same_notes_twice_adds_nothing(notes: Notes) -> None:
    brought = [Note(name, "2020", "2020", kept(name), whole=True) for name in "ab"]
    notes.bring(brought)
    assert notes.bring(brought) == ((), ())
    assert words(notes) == ["a", "b"]


def test_a_note_changed_later_elsewhere_is_brought_up_to_date(notes: Notes) -> None:
    note = Note("ab", "2020", "2020", kept(), remark="old", whole=True)
    notes.bring([note])
    notes.bring([replace(note, changed="2021", remark="new")])
    notes.bring([replace(note, changed="2019", remark="older")])
    assert [note.remark for note in notes.all()] == ["new"]


def test_two_notes_of_one_id_both_stay(notes: Notes) -> None:
    notes.bring([Note("ab", "2020", "2020", kept("mine"), whole=True)])
    other = Note("ab", "2021", "2021", kept("yours"), whole=True)
    notes.bring([other])
    notes.bring([other])
    assert words(notes) == ["mine", "yours"]


def test_one_unreadable_note_costs_itself_alone(notebook: Notebook, tmp_path: Path) -> None:
    notebook.notes.add(kept("first words"), whole=True)
    notebook.notes.add(kept("second words"), whole=True)
    text = notebook.path.read_text().replace('"first words"', '"other words"')
    notebook.path.write_text(text)
    notes = Notebook(tmp_path, "one").notes
    assert words(notes) == ["second words"]
    assert "checksum" in notes.problems[0]
    notes.add(kept("third"), whole=True)
    assert "other words" in notebook.path.read_text()


def test_a_damaged_notebook_takes_no_mark(notebook: Notebook) -> None:
    notebook.notes.add(kept(), whole=True)
    notebook.path.write_bytes(b"{broken")
    with pytest.raises(LibraryError, match="nothing is written over it"):
        notebook.notes.add(kept(), whole=True)
    assert notebook.path.read_bytes() == b"{broken"


QUOTES = st.builds(
    Quote,
    words=WORDS,
    meeting=st.sampled_from(["2012-05-15/the-kremlin-aaaa", "2013-05-29/astana-k3f9"]),
    anchor=st.sampled_from(["t1", "t3.2", "b2", "title"]),
    speaker=st.none() | TEXT,
    family=st.none() | TEXT,
    role=st.none() | TEXT,
    kind=st.sampled_from(["turn", "editor", "caption"]),
    title=TEXT,
    date=st.sampled_from([None, "2013-05-29"]),
    time=st.sampled_from([None, "12:45"]),
    place=TEXT,
    source_name=TEXT,
    source_url=st.none() | TEXT,
    sha256=st.just("ab" * 32),
    partial=st.booleans(),
    seams=st.lists(st.builds(Seam, st.sampled_from(SeamKind), TEXT, TEXT), max_size=2).map(tuple),
    start=st.none() | st.floats(0, 9e4),
)
NOTES = st.lists(
    st.builds(
        Note,
        id=st.text("abcdef", min_size=4, max_size=6),
        made=st.sampled_from(["2020-01-01", "2021-01-01"]),
        changed=st.sampled_from(["2021-01-01", "2022-01-01"]),
        kept=st.builds(Kept, QUOTES, TEXT, TEXT, st.booleans()).map(lambda one: (one,)),
        remark=TEXT,
        tags=st.lists(WORDS, max_size=3).map(tuple),
        whole=st.booleans(),
    ),
    max_size=4,
    unique_by=lambda note: note.id,
)


@settings(max_examples=40)
@given(NOTES)
def test_a_row_gives_the_same_note_back(notes: list[Note]) -> None:
    assert [from_row(to_row(note)) for note in notes] == notes


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"schema": "other"}, "no stenogram/note@1"),
        ({"kept": []}, "no words"),
        ({"id": ""}, "no id"),
        ({"remark": 3}, "“remark” is no text"),
        ({"tags": "a b"}, "“tags” is no list"),
    ],
)
def test_what_is_no_note_is_refused(change: dict[str, object], why: str) -> None:
    row = to_row(Note("ab", "2020", "2020", kept(), whole=True)) | change
    with pytest.raises(NoteRowError, match=why):
        from_row(row)


class Shelving(RuleBasedStateMachine):
    """A shelf and its steps against every state it was in."""

    def __init__(self) -> None:
        super().__init__()
        self.shelf = Shelf({}, ())
        self.past: list[tuple[Shelf, Step]] = []

    @rule(
        changes=st.dictionaries(
            st.sampled_from("abcd"),
            st.tuples(
                st.none() | st.fixed_dictionaries({"x": st.integers(0, 3)}),
                st.none() | st.integers(0, 5),
            ),
            min_size=1,
        )
    )
    def apply(self, changes: dict[str, tuple[dict[str, int] | None, int | None]]) -> None:
        before = self.shelf
        self.shelf, back = before.applied(Step("something", changes))
        self.past.append((before, back))

    @rule()
    def take_back(self) -> None:
        if self.past:
            before, back = self.past.pop()
            self.shelf, _ = self.shelf.applied(Step.from_row(back.to_row()))
            assert self.shelf == before

    @invariant()
    def every_note_has_one_place(self) -> None:
        assert sorted(self.shelf.order) == sorted(self.shelf.rows)


TestShelving = Shelving.TestCase
TestShelving.settings = settings(max_examples=40, stateful_step_count=15)


@settings(max_examples=40)
@given(made=NOTES, searches=st.dictionaries(WORDS.filter(str.split), WORDS, max_size=2))
def test_a_notebook_handed_on_is_the_same_notebook(
    made: list[Note], searches: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("handed")
    here, there = Notebook(folder, "here"), Notebook(folder, "there")
    here.notes.bring(made)
    for name, text in searches.items():
        here.save_search(name, text)
    handed = b"\n".join(map(orjson.dumps, carrying.rows(here)))
    parcel = carrying.unpack(handed)
    assert not parcel.problems
    carrying.bring(there, parcel)
    again = carrying.bring(there, parcel)
    assert there.notes.all() == here.notes.all() == tuple(made)
    assert there.saved_searches() == here.saved_searches()
    assert (again.added, again.changed, again.searches) == ((), (), ())


@given(st.binary(max_size=60))
def test_any_bytes_are_notes_or_problems(data: bytes) -> None:
    parcel = carrying.unpack(data)
    assert not parcel.notes


def test_a_search_folds_letters_and_knows_tags() -> None:
    cafe = Note("a", "2020", "2020", kept("Un café."), tags=("Trade",), whole=True)
    other = Note("b", "2020", "2020", kept("Ferry."), remark="trade", whole=True)
    search = NoteSearch((cafe, other))
    assert search.fitting("CAFE") == (cafe,)
    assert search.fitting("#tra") == (cafe,)
    assert search.fitting("trade") == (cafe, other)
    assert search.fitting("#rade") == ()


def test_what_this_process_noted_or_took_back_is_known_at_once(notebook: Notebook) -> None:
    meeting = quote().meeting
    assert not notebook.is_noted(meeting, "t3")
    notebook.notes.add(kept(), whole=True)
    assert notebook.is_noted(meeting, "t3")
    notebook.notes.undo()
    assert not notebook.is_noted(meeting, "t3")
