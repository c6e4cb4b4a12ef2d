"""The notebook on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

T1 = "2013-05-29/astana-sjsh#t1"
T2 = "2013-05-29/astana-sjsh#t2"


@pytest.fixture
def noted(stenogram):
    """A mark of a turn, and a saved quotation; their ids."""
    mark = stenogram("notebook", "add", "2013-05-29#t2", "--tag", "trade", "--remark", "<b>see</b>")
    quote = stenogram("notebook", "add", "2013-05-29#t1", "--words", "I wish you")
    return mark.out.strip(), quote.out.strip()


def words(stenogram):
    return [row["words"][:10] for row in stenogram("notebook", "list", "--json").rows]


def test_an_empty_notebook_finds_nothing(stenogram):
    assert stenogram("notebook", "list").code == 1
    assert stenogram("notebook", "undo").code == 1
    assert stenogram("notebook", "export").code == 1
    assert stenogram("notebook", "searches").code == 1


def test_a_row_has_its_keys(stenogram, noted):
    first, second = stenogram("notebook", "list", "--json").rows
    assert list(first) == [
        *("id", "made", "changed", "kind", "meeting", "address", "speaker", "role", "date"),
        *("time", "title", "place", "url", "partial", "words", "remark", "tags", "standing"),
        *("why", "at", "quotes"),
    ]
    assert [first["id"], second["id"]] == list(noted)
    assert (first["kind"], first["address"], first["at"]) == ("mark", T2, T2)
    assert (first["remark"], first["tags"], first["standing"]) == (
        "<b>see</b>",
        ["trade"],
        "stands",
    )
    assert (second["kind"], second["words"]) == ("quote", "I wish you")
    assert second["quotes"][0]["after"]


def test_words_and_tags_narrow_the_list(stenogram, noted):
    mark, quote = noted
    for asked, ids in (
        (("#tra",), [mark]),
        (("WISH",), [mark, quote][1:]),
        (("--tag", "Trade"), [mark]),
        (("--tag", "tra"), []),
    ):
        listed = stenogram("notebook", "list", "--json", *asked)
        assert [row["id"] for row in listed.rows] == ids
        assert listed.code == (0 if ids else 1)


def test_words_that_do_not_stand_there_are_refused(stenogram):
    ended = stenogram("notebook", "add", "2013-05-29#t1", "--words", "I never wished")
    assert ended.code == 2
    assert "does not have exactly these words" in ended.err
    assert stenogram("notebook", "list").code == 1


def test_an_edit_a_move_and_a_removal_are_taken_back(stenogram, noted):
    mark, quote = noted
    before = stenogram("notebook", "export").out
    assert stenogram("notebook", "edit", mark, "--remark", "", "--tag", "").code == 0
    assert stenogram("notebook", "list", "--json").rows[0]["tags"] == []
    assert stenogram("notebook", "move", quote, "1").code == 0
    assert stenogram("notebook", "list", "--json").rows[0]["id"] == quote
    assert stenogram("notebook", "remove", mark, quote).code == 0
    assert stenogram("notebook", "list").code == 1
    for _ in range(3):
        assert stenogram("notebook", "undo").code == 0
    assert stenogram("notebook", "export").out == before
    assert stenogram("notebook", "redo").code == 0


def test_an_unknown_note_is_an_error(stenogram, noted):
    ended = stenogram("notebook", "show", "uuuu")
    assert (ended.code, "No note’s id begins with" in ended.err) == (2, True)


def test_show_prints_words_citation_and_remark(stenogram, noted):
    shown = stenogram("notebook", "show", noted[0]).out
    assert "— Vladimir Putin, President of Russia." in shown
    assert "<b>see</b>" in shown
    assert "#trade" in shown


@pytest.mark.parametrize(
    ("form", "holds", "lacks"),
    [
        ("markdown", "\\<b>see\\</b>", "I wish"),
        ("html", "&lt;b&gt;see&lt;/b&gt;", "<b>see"),
        ("bibtex", "keywords = {trade}", "I wish"),
        ("ris", "KW  - trade", "I wish"),
    ],
)
def test_notes_with_a_tag_are_exported(stenogram, noted, form, holds, lacks):
    ended = stenogram("notebook", "export", "--tag", "trade", "--format", form)
    assert ended.code == 0
    assert holds in ended.out
    assert lacks not in ended.out


def test_two_quotations_of_one_turn_have_two_names(stenogram, noted):
    stenogram("notebook", "add", "2013-05-29#t1", "--words", "wish you")
    items = json.loads(stenogram("notebook", "export", "--format", "csl-json").out)
    assert [item["id"] for item in items] == [T2, T1, f"{T1}-2"]
    assert items[0]["keyword"] == "trade"


def test_an_export_brought_into_an_empty_notebook_gives_the_same(
    stenogram, noted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    exported = stenogram("notebook", "export").out
    file = tmp_path / "notes.jsonl"
    file.write_text(exported)
    assert stenogram("notebook", "import", str(file)).code == 0
    assert stenogram("notebook", "export").out == exported
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "elsewhere"))
    assert stenogram("notebook", "export").code == 1
    assert stenogram("notebook", "import", str(file)).code == 0
    assert stenogram("notebook", "export").out == exported


def test_a_bad_line_costs_itself_alone(stenogram, noted, tmp_path: Path):
    file = tmp_path / "notes.jsonl"
    exported = stenogram("notebook", "export", "--tag", "trade").out
    stenogram("notebook", "remove", noted[0])
    file.write_text("{broken\n" + exported)
    ended = stenogram("notebook", "import", str(file))
    assert ended.code == 2
    assert "line 1" in ended.err
    assert len(words(stenogram)) == 2


def test_a_damaged_notebook_is_an_error_and_stays(stenogram, noted, empty_home: Path):
    (file,) = empty_home.rglob("notebooks/*.json")
    file.write_text("{broken")
    for asked in (("list",), ("add", "2013-05-29#t1"), ("undo",), ("export",)):
        assert stenogram("notebook", *asked).code == 2
    assert file.read_text() == "{broken"


def test_a_read_only_library_takes_notes(stenogram):
    assert stenogram("--read-only", "notebook", "add", "2013-05-29#t1").code == 0
    assert len(words(stenogram)) == 1


TALKS = (
    "Talks on the harbour\n\nJune 3, 2014\n\nAnna Berg: Good morning to all of you.\n\n"
    "Rudolf Strand: The ferry will sail {often} a day, whatever the weather, from May on.\n\n"
    "Anna Berg: Then it is agreed.\n"
)


def test_an_import_that_touches_a_note_says_so(stenogram, tmp_path: Path):
    file = tmp_path / "talks.txt"
    file.write_text(TALKS.format(often="twice"))
    stenogram("import", str(file))
    note = stenogram("notebook", "add", "2014-06-03#t2").out.strip()
    stenogram("notebook", "add", "2014-06-03#t3")
    file.write_text(TALKS.format(often="three times"))
    (row,) = stenogram("import", "--json", str(file)).rows
    assert row["status"] == "revised"
    (warning,) = (each for each in row["warnings"] if "note" in each)
    assert note in warning and "touched by a new capture" in warning
    touched, stands = stenogram("notebook", "list", "--json").rows
    assert (touched["standing"], stands["standing"]) == ("touched", "stands")
    assert "twice" in touched["words"]
    assert "three times" in touched["quotes"][0]["now"]


def test_saved_searches_are_listed(stenogram, library, tmp_path: Path):
    file = tmp_path / "searches.jsonl"
    file.write_text('{"schema": "stenogram/search@1", "name": "trade", "text": "customs"}\n')
    stenogram("notebook", "import", str(file))
    listed = stenogram("notebook", "searches", "--json")
    assert listed.rows == [{"name": "trade", "query": "customs"}]


@pytest.mark.parametrize("command", [("add", "2013-05-29/astana#t1"), ("edit", "abcd")])
def test_a_tag_that_editing_would_lose_is_refused(stenogram, command):
    ended = stenogram("notebook", *command, "--tag", "2012", "--tag", "5")
    assert (ended.code, ended.out) == (2, "")
    assert "--tag 5" in ended.err
    assert stenogram("notebook", "list").out == ""


def test_doctor_finds_and_mends_a_damaged_notebook(stenogram, empty_home):
    stenogram("notebook", "add", T1)
    stenogram("notebook", "add", T2)
    (path,) = empty_home.rglob("notebooks/*.json")
    path.write_bytes(path.read_bytes()[:100])
    found = stenogram("doctor")
    assert (found.code, path.name in found.out) == (1, True)
    assert stenogram("doctor", "--guest").code == 0
    assert stenogram("doctor", "--repair").code == 1
    assert (stenogram("doctor").code, stenogram("notebook", "list").code) == (0, 0)
    assert T1 in stenogram("notebook", "list").out
