"""What one person keeps."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.errors import LibraryError, NewerFormat, NotFound
from tui.library.notebook import HISTORY, Notebook


def test_the_register_keeps_the_last_words(tmp_path: Path) -> None:
    Notebook(tmp_path, "one").set_register("first")
    Notebook(tmp_path, "one").set_register("“second” [/red]\x1b")
    assert Notebook(tmp_path, "one").register() == "“second” [/red]\x1b"


def test_each_library_has_its_own(tmp_path: Path) -> None:
    Notebook(tmp_path, "one").set_register("words")
    assert Notebook(tmp_path, "two").register() is None


def test_reading_makes_no_file(tmp_path: Path) -> None:
    assert Notebook(tmp_path / "none", "one").queries() == ()
    assert not (tmp_path / "none").exists()


def test_queries_come_latest_first_and_once(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path, "one")
    for text in ("a", "b", " ", "a"):
        notebook.remember_query(text)
    assert notebook.queries() == ("a", "b")


def test_the_history_forgets_the_oldest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.library.notebook.notebook.HISTORY", 3)
    notebook = Notebook(tmp_path, "one")
    for text in "abcde":
        notebook.remember_query(text)
    assert HISTORY > 3
    assert notebook.queries() == ("e", "d", "c")


@given(text=st.text())
def test_any_text_can_be_kept(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    notebook = Notebook(tmp_path_factory.mktemp("any"), "one")
    notebook.set_register(text)
    assert notebook.register() == text.encode("utf-8", "replace").decode()


def test_a_notebook_edited_by_hand_still_reads(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path, "one")
    notebook.set_register("words")
    notebook.path.write_text(notebook.path.read_text().replace("words", "other words"))
    assert notebook.register() == "other words"


def test_a_damaged_notebook_is_neither_read_nor_overwritten(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path, "one")
    notebook.set_register("words")
    notebook.path.write_bytes(b"{broken")
    with pytest.raises(LibraryError):
        notebook.register()
    with pytest.raises(LibraryError):
        notebook.set_register("new")
    assert notebook.path.read_bytes() == b"{broken"


@pytest.mark.parametrize("damage", [b"", b"{broken", None])
def test_a_damaged_notebook_goes_back_to_before_its_last_change(
    tmp_path: Path, damage: bytes | None
) -> None:
    notebook = Notebook(tmp_path, "one")
    notebook.set_register("first")
    notebook.set_register("second")
    whole = notebook.path.read_bytes()
    assert notebook.examine(repair=True) is None
    broken = whole[: len(whole) // 2] if damage is None else damage
    notebook.path.write_bytes(broken)
    found = notebook.examine(repair=False)
    assert found is not None and found.path == notebook.path and not found.repaired
    assert notebook.path.read_bytes() == broken
    mended = notebook.examine(repair=True)
    assert mended is not None and mended.repaired
    assert notebook.register() == "first"
    assert (tmp_path / "one.json.damaged").read_bytes() == broken
    assert notebook.examine(repair=True) is None


def test_a_damaged_notebook_without_an_earlier_one_is_left_as_it_is(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path, "one")
    notebook.set_register("words")
    notebook.path.write_bytes(b"{broken")
    found = notebook.examine(repair=True)
    assert found is not None and (found.repaired, found.lost) == ("", True)
    assert notebook.path.read_bytes() == b"{broken"


def test_a_notebook_of_a_later_release_is_read_and_not_written(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path, "one")
    notebook.set_register("words")
    notebook.path.write_text(notebook.path.read_text().replace('"format":1', '"format":2'))
    with pytest.raises(NewerFormat):
        notebook.set_register("new")
    assert notebook.register() == "words"


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_a_notebook_is_private(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "notebooks", "one")
    notebook.set_register("words")
    for path in (notebook.path, notebook.path.parent):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


def test_a_search_is_saved_under_its_name(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path, "one")
    notebook.save_search(" trade  talks ", ' by:putin "customs union" ')
    notebook.save_search("Astana", "place:astana")
    assert list(Notebook(tmp_path, "one").saved_searches().items()) == [
        ("Astana", "place:astana"),
        ("trade talks", 'by:putin "customs union"'),
    ]


def test_saving_under_the_same_name_puts_the_new_search_in_its_place(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path, "one")
    notebook.save_search("trade", "union")
    notebook.save_search("trade", "customs")
    assert notebook.saved_searches() == {"trade": "customs"}


def test_a_saved_search_can_be_forgotten_and_renamed(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path, "one")
    notebook.save_search("a", "one")
    notebook.save_search("b", "two")
    notebook.forget_search("a")
    notebook.rename_search("b", "c")
    assert notebook.saved_searches() == {"c": "two"}


def test_renaming_takes_no_other_searchs_name(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path, "one")
    notebook.save_search("a", "one")
    notebook.save_search("b", "two")
    with pytest.raises(LibraryError, match="saved as “b” already"):
        notebook.rename_search("a", "b")
    assert notebook.saved_searches() == {"a": "one", "b": "two"}


@pytest.mark.parametrize("change", ["forget_search", "rename_search"])
def test_a_search_that_nobody_saved_is_not_found(tmp_path: Path, change: str) -> None:
    arguments = ("none",) if change == "forget_search" else ("none", "some")
    with pytest.raises(NotFound, match="No search is saved as “none”"):
        getattr(Notebook(tmp_path, "one"), change)(*arguments)


@pytest.mark.parametrize(("name", "text"), [(" ", "words"), ("name", "\n")])
def test_a_search_needs_a_name_and_words(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(LibraryError):
        Notebook(tmp_path, "one").save_search(name, text)


def test_what_another_process_wrote_is_read(tmp_path: Path) -> None:
    reader = Notebook(tmp_path, "one")
    assert reader.saved_searches() == {}
    Notebook(tmp_path, "one").save_search("a", "one")
    assert reader.saved_searches() == {"a": "one"}
