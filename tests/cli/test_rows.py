"""The rows other programs read: keys, order, exit codes, streams."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.data import data_folder

Stenogram = Callable[..., Any]

LIST_KEYS = ["id", "date", "time", "place", "title", "speakers", "turns", "words", "hits"]
FIND_KEYS = [
    *("id", "meeting", "date", "time", "place", "title"),
    *("speaker", "role", "kind", "left", "hit", "right"),
]
IMPORT_KEYS = ["file", "status", "meeting", "reason", "warnings"]


def test_list_prints_the_timeline_newest_first(stenogram: Stenogram) -> None:
    ended = stenogram("list", "--json")
    assert ended.code == 0
    assert [list(row) for row in ended.rows] == [LIST_KEYS] * 5
    assert [row["date"] for row in ended.rows] == [
        "2020-03-10",
        "2017-10-12",
        "2013-05-29",
        "2012-10-09",
        "2012-05-15",
    ]
    assert [row["turns"] for row in ended.rows] == [5, 2, 2, 4, 5]


def test_list_with_a_query_counts_hits(stenogram: Stenogram) -> None:
    found = stenogram("find", "--json", '"customs union"').rows
    listed = stenogram("list", "--json", '"customs union"').rows
    assert sum(row["hits"] for row in listed) == len(found) > 0
    assert {row["id"] for row in listed} == {row["meeting"] for row in found}


def test_list_admits_meetings_by_what_is_known_of_them(stenogram: Stenogram) -> None:
    (row,) = stenogram("list", "--json", "at:astana").rows
    assert (row["place"], row["hits"]) == ("Astana", 0)


def test_an_empty_library_is_nothing_found(stenogram: Stenogram, tmp_path: Path) -> None:
    there = ("--library", str(tmp_path / "empty"))
    assert stenogram("init", "--empty", *there).code == 0
    ended = stenogram("list", *there)
    assert (ended.code, ended.out) == (1, "")
    assert "import" in ended.err


def test_find_prints_one_row_a_hit_in_the_order_of_time(stenogram: Stenogram) -> None:
    ended = stenogram("find", "--json", "by:nazarbayev", '"customs union"')
    assert ended.code == 0
    assert [list(row) for row in ended.rows] == [FIND_KEYS] * len(ended.rows)
    assert [row["date"] for row in ended.rows] == sorted(row["date"] for row in ended.rows)
    assert {row["speaker"] for row in ended.rows} == {"Nursultan Nazarbayev"}
    assert {row["hit"] for row in ended.rows} == {"Customs Union"}
    assert all(row["id"].startswith(row["meeting"] + "#t") for row in ended.rows)


def test_a_hit_outside_speech_has_no_speaker(stenogram: Stenogram) -> None:
    rows = stenogram("find", "--json", "sidelines").rows
    assert [(row["speaker"], row["role"], row["kind"]) for row in rows] == [
        (None, None, "narrative")
    ]


def test_context_counts_words_on_either_side(stenogram: Stenogram) -> None:
    rows = stenogram("find", "--json", "--context", "3", "inauguration").rows
    assert [(row["left"].split(), row["right"].split()) for row in rows] == [
        (["week", "since", "your"], ["took", "place.", "Once"])
    ]


def words(text: str) -> list[str]:
    """The words of a text, in lower case, without what stands around them."""
    return re.findall(r"\w+", text.casefold())


@pytest.mark.parametrize(
    ("order", "key"),
    [
        ("speaker", lambda row: (row["speaker"] is None, row["speaker"] or "")),
        ("left", lambda row: words(row["left"])[::-1]),
        ("left:1", lambda row: words(row["left"])[-1:]),
        ("right", lambda row: words(row["right"])),
        ("right:2", lambda row: words(row["right"])[:2]),
    ],
)
def test_rows_can_be_sorted(
    stenogram: Stenogram, order: str, key: Callable[[dict[str, Any]], Any]
) -> None:
    rows = stenogram("find", "--json", "--sort", order, "union").rows
    assert len(rows) > 10
    assert [key(row) for row in rows] == sorted(key(row) for row in rows)


def test_limit_takes_the_first_rows(stenogram: Stenogram) -> None:
    every = stenogram("find", "--json", "union").rows
    assert stenogram("find", "--json", "--limit", "3", "union").rows == every[:3]


def test_a_row_of_an_exchange_has_the_answer(stenogram: Stenogram) -> None:
    (row,) = stenogram("find", "--json", "by:putin trade >> by:nazarbayev billion").rows
    assert list(row) == [*FIND_KEYS, "answer"]
    assert list(row["answer"]) == ["id", "speaker", "role", "left", "hit", "right"]
    assert (row["speaker"], row["answer"]["speaker"]) == ("Vladimir Putin", "Nursultan Nazarbayev")
    numbers = [int(each["id"].split("#t")[1]) for each in (row, row["answer"])]
    assert numbers[1] == numbers[0] + 1


@pytest.mark.parametrize(("arrow", "shown"), [(">>", ">> #t2"), ("<<", "<< #t1")])
def test_an_arrow_leads_to_where_the_other_turn_stands(
    stenogram: Stenogram, arrow: str, shown: str
) -> None:
    first, second = ("nazarbayev", "putin") if arrow == ">>" else ("putin", "nazarbayev")
    query = f"date:2013 by:{first} {arrow} by:{second}"
    assert stenogram("find", query).out.splitlines()[1].startswith(shown)


def test_an_answer_has_a_column_of_its_own_in_markdown(stenogram: Stenogram) -> None:
    heading, rule, row = stenogram(
        "find", "--markdown", "by:putin trade >> by:nazarbayev billion"
    ).out.splitlines()
    assert heading.endswith("| answer |")
    assert heading.count("|") == rule.count("|") == row.count("|")


@pytest.mark.parametrize("form", ["--csv", "--markdown", "--color=never"])
def test_the_answer_stands_in_every_form(stenogram: Stenogram, form: str) -> None:
    query = "by:putin trade >> by:nazarbayev billion"
    (row,) = stenogram("find", "--json", query).rows
    assert row["answer"]["right"].strip() in stenogram("find", form, query).out


def test_nothing_found_is_one_and_says_what_was_asked(stenogram: Stenogram) -> None:
    ended = stenogram("find", "--json", "zzyzx")
    assert (ended.code, ended.out) == (1, "")
    assert "zzyzx" in ended.err


def test_a_query_that_cannot_be_understood_is_pointed_at(stenogram: Stenogram) -> None:
    ended = stenogram("list", "trade", "date:20xx")
    assert (ended.code, ended.out) == (2, "")
    query, caret = ended.err.splitlines()[1:3]
    assert query[caret.index("^") :].startswith(("date:20xx", "20xx"))


def test_explain_says_what_a_query_means(stenogram: Stenogram) -> None:
    ended = stenogram("find", "--explain", "by:nazarbayev")
    assert (ended.code, ended.err) == (0, "")
    assert "Nursultan Nazarbayev" in ended.out


def test_text_columns_line_up(stenogram: Stenogram) -> None:
    rows = stenogram("find", "--json", "union").rows
    lines = stenogram("find", "union").out.splitlines()
    columns = {
        line.index(row["left"] + row["hit"]) + len(row["left"])
        for line, row in zip(lines, rows, strict=True)
        if len(row["left"]) <= 56
    }
    assert len(columns) == 1


def test_csv_holds_the_same_rows(stenogram: Stenogram) -> None:
    rows = stenogram("find", "--json", "union").rows
    heading, *records = csv.reader(io.StringIO(stenogram("find", "--csv", "union").out))
    assert heading == FIND_KEYS
    assert records == [["" if row[key] is None else row[key] for key in FIND_KEYS] for row in rows]


def test_csv_keeps_formulas_from_being_run_and_says_so(
    stenogram: Stenogram, tmp_path: Path
) -> None:
    hostile = tmp_path / "hostile.txt"
    hostile.write_text("Ann: =HYPERLINK(1) zzyzx\n\nBob: Yes.\n\nAnn: @SUM zzyzx and more.\n")
    assert stenogram("import", str(hostile)).code == 0
    ended = stenogram("find", "--csv", "zzyzx")
    _, *records = csv.reader(io.StringIO(ended.out))
    cells = [cell for record in records for cell in record]
    assert records and not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert "formula" in ended.err


def test_markdown_is_a_table_whose_words_stay_words(stenogram: Stenogram, tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.txt"
    hostile.write_text("Ann: A | pipe, *stars* and <b>zzyzx</b>.\n\nBob: Yes.\n\nAnn: Right.\n")
    stenogram("import", str(hostile))
    *_, line = stenogram("find", "--markdown", "zzyzx").out.splitlines()
    assert r"A \| pipe, \*stars\* and \<b>" in line
    assert "**zzyzx**" in line


def test_import_tells_what_became_of_each_file(stenogram: Stenogram, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.bin"
    good.write_text("Ann: We begin.\n\nBob: We do.\n\nAnn: Good.\n")
    bad.write_bytes(bytes(range(256)) * 20)
    ended = stenogram("import", "--json", str(good), str(bad))
    assert ended.code == 2
    assert [list(row) for row in ended.rows] == [IMPORT_KEYS] * 2
    assert [row["status"] for row in ended.rows] == ["imported", "skipped"]
    assert ended.rows[1]["meeting"] is None
    assert str(bad) in ended.err and ended.rows[1]["reason"] in ended.err
    again = stenogram("import", "--json", str(good))
    assert (again.code, again.rows[0]["status"]) == (0, "unchanged")
    assert again.rows[0]["meeting"] == ended.rows[0]["meeting"]


def write_sessions(folder: Path, number: int) -> list[str]:
    """Write transcripts of different meetings and return their paths."""
    for n in range(number):
        text = f"Ann: We begin with item {n}.\n\nBob: We do, {n}.\n\nAnn: Good.\n"
        (folder / f"{n}.txt").write_text(text)
    return [str(folder / f"{n}.txt") for n in range(number)]


def test_an_interrupted_import_keeps_what_is_done_and_goes_on_when_asked_again(
    stenogram: Stenogram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import signal

    from tui.cli.progress import Progress

    paths = write_sessions(tmp_path, 4)

    def interrupt(_: Progress, done: int, total: int, name: str) -> None:
        if done == 1:
            signal.raise_signal(signal.SIGINT)

    with monkeypatch.context() as patch:
        patch.setattr(Progress, "show", interrupt)
        ended = stenogram("import", "--json", *paths)
    assert ended.code == 130
    assert [row["status"] for row in ended.rows] == ["imported"] * 2
    assert "goes on with the rest" in ended.err
    again = stenogram("import", "--json", *paths)
    assert again.code == 0
    assert [row["status"] for row in again.rows] == ["unchanged"] * 2 + ["imported"] * 2


def test_bad_files_are_named_with_a_reason_and_the_good_one_is_kept(
    stenogram: Stenogram, tmp_path: Path
) -> None:
    folder = tmp_path / "minutes"
    folder.mkdir()
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "truncated.json").write_text('{"schema": "stenogram/meeting@1", "id": "2013')
    (folder / "truncated.docx").write_bytes(b"PK\x03\x04" + bytes(60))
    (folder / "good.txt").write_text("Ann: We begin.\n\nBob: We do.\n\nAnn: Good.\n")
    ended = stenogram("import", "--json", str(folder))
    assert ended.code == 2
    told = {Path(row["file"]).name: row for row in ended.rows if row["status"] == "skipped"}
    assert set(told) == {"binary.txt", "empty.txt", "truncated.docx", "truncated.json"}
    assert all(row["reason"] in ended.err for row in told.values())
    assert ended.rows[2]["status"] == "imported"


def test_a_pipe_is_shown_no_progress(stenogram: Stenogram, tmp_path: Path) -> None:
    assert "\r" not in stenogram("import", *write_sessions(tmp_path, 30)).err


def test_a_dry_run_stores_nothing(stenogram: Stenogram, tmp_path: Path) -> None:
    file = tmp_path / "file.txt"
    file.write_text("Ann: We begin.\n\nBob: We do.\n\nAnn: Good.\n")
    ended = stenogram("import", "--dry-run", "--json", str(file))
    assert [row["status"] for row in ended.rows] == ["imported"]
    assert len(stenogram("list", "--json").rows) == 5


def test_a_dry_run_makes_no_library(
    stenogram: Stenogram, empty_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("STENOGRAM_LIBRARY")
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "file.txt").write_text("Ann: We begin.\n\nBob: We do.\n\nAnn: Good.\n")
    seed = min(path for path in data_folder("seeds").iterdir() if path.suffix == ".txt")
    before = sorted(tmp_path.rglob("*")), sorted(empty_home.rglob("*"))
    ended = stenogram("import", "--dry-run", "--json", str(tmp_path / "new"), str(seed))
    assert [row["status"] for row in ended.rows] == ["imported", "unchanged"]
    assert (sorted(tmp_path.rglob("*")), sorted(empty_home.rglob("*"))) == before


def test_a_dry_run_refuses_a_folder_that_can_be_no_library(
    stenogram: Stenogram, tmp_path: Path
) -> None:
    (tmp_path / "file.txt").write_text("Ann: We begin.\n\nBob: We do.\n\nAnn: Good.\n")
    ended = stenogram("import", "--dry-run", "--library", str(tmp_path), str(tmp_path))
    assert (ended.code, ended.out) == (2, "")
    assert "the folder holds other things" in ended.err


def test_an_import_can_be_taken_back(stenogram: Stenogram, tmp_path: Path) -> None:
    file = tmp_path / "file.txt"
    file.write_text("Ann: We begin.\n\nBob: We do.\n\nAnn: Good.\n")
    advice = stenogram("import", str(file)).err
    name = advice.split("stenogram remove ")[1].split("`")[0]
    assert stenogram("remove", name).code == 0
    assert len(stenogram("list", "--json").rows) == 5


def test_a_meeting_can_be_removed_by_the_beginning_of_its_id(stenogram: Stenogram) -> None:
    assert stenogram("remove", "2013").code == 0
    assert "2013-05-29" not in [row["date"] for row in stenogram("list", "--json").rows]


def test_people_are_one_row_each(stenogram: Stenogram) -> None:
    rows = stenogram("people", "--json").rows
    assert [row["name"] for row in rows] == ["Nursultan Nazarbayev", "Vladimir Putin"]
    assert [len(row["meetings"]) for row in rows] == [5, 5]


def test_a_sound_library_is_healthy(stenogram: Stenogram) -> None:
    ended = stenogram("doctor", "--json")
    assert (ended.code, ended.out) == (0, "")


def test_damage_is_one(stenogram: Stenogram, library: Path) -> None:
    shard = next((library / "transcripts").iterdir())
    shard.write_bytes(shard.read_bytes()[:-10])
    ended = stenogram("doctor", "--json")
    assert ended.code == 1
    assert shard.name in ended.out


def test_read_only_refuses_to_change(stenogram: Stenogram) -> None:
    ended = stenogram("remove", "2013", "--read-only")
    assert ended.code == 2
    assert len(stenogram("list", "--json", "--read-only").rows) == 5


def test_read_only_makes_no_library(stenogram: Stenogram, tmp_path: Path) -> None:
    ended = stenogram("list", "--read-only", "--library", str(tmp_path / "absent"))
    assert ended.code == 2
    assert not (tmp_path / "absent").exists()


def test_the_words_copied_last_come_back(stenogram: Stenogram, library: Path) -> None:
    assert stenogram("notebook", "last").code == 1
    from tui.library.open import open_library

    open_library(library).notebook().set_register("word\nfor word")
    ended = stenogram("notebook", "last")
    assert (ended.code, ended.out) == (0, "word\nfor word\n")


def test_an_unknown_field_is_read_as_words_and_said(stenogram: Stenogram) -> None:
    ended = stenogram("find", "--json", "foo:union | trade")
    assert ended.code == 0
    found = stenogram("find", "--json", "trade").rows
    assert {row["id"] for row in ended.rows} == {row["id"] for row in found}
    assert "read as words" in ended.err
    assert "^" in ended.err


def test_what_cannot_be_read_at_all_is_an_error(stenogram: Stenogram) -> None:
    ended = stenogram("find", "--json", "foo:union date:nonsense")
    assert (ended.code, ended.out) == (2, "")
    assert "^" in ended.err
