"""``verify``: quotations and drafts against a library of the seeds."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Stenogram = Callable[..., Any]

SAID = "I met yesterday with Mr Shuvalov"
KEYS = {"quote", "verdict", "id", "speaker", "role", "date", "text", "diff", "also"}


def test_a_row_says_what_stands_where_and_who_says_it(stenogram: Stenogram) -> None:
    ended = stenogram("verify", "--quote", SAID, "--json")
    (row,) = ended.rows
    assert row.keys() >= KEYS
    assert (ended.code, row["verdict"], row["quote"], row["text"]) == (0, "EXACT", SAID, SAID)
    assert row["id"].startswith("2013-05-29/astana-") and row["id"].endswith("#t1")
    assert (row["speaker"], row["role"]) == ("Nursultan Nazarbayev", "President of Kazakhstan")


@pytest.mark.parametrize(
    ("options", "verdict", "code"),
    [
        (("--by", "Nazarbayev", "--date", "may 2013"), "EXACT", 0),
        (("--by", "Putin"), "WRONG SPEAKER", 1),
        (("--date", "2012"), "WRONG DATE", 1),
    ],
)
def test_who_and_when_are_part_of_the_claim(
    stenogram: Stenogram, options: tuple[str, ...], verdict: str, code: int
) -> None:
    ended = stenogram("verify", "--quote", SAID, *options, "--json")
    assert (ended.code, ended.rows[0]["verdict"]) == (code, verdict)


def test_what_differs_is_named(stenogram: Stenogram) -> None:
    (row,) = stenogram("verify", "--quote", SAID.replace("met", "never met"), "--json").rows
    changes = [piece for piece in row["diff"] if piece["change"] != "same"]
    assert changes == [{"record": "", "quote": "never", "change": "negation"}]


def test_the_words_shown_are_those_of_the_record(stenogram: Stenogram) -> None:
    ended = stenogram("verify", "--quote", SAID.lower(), "--color", "never")
    assert ended.out.splitlines()[1:] == [
        f"    {SAID}",
        f"    quoted as: {SAID.lower()}",
    ]
    assert SAID in stenogram("verify", "--quote", SAID.lower(), "--by", "Putin").out


@pytest.mark.parametrize(
    ("options", "claimed"),
    [
        (("--by", "Putin"), "claimed to be by Putin"),
        (("--date", "2012"), "claimed to be in 2012"),
        (("--date", "may 2012"), "claimed to be in 2012-05"),
        (("--date", "2013-05-28"), "claimed to be on 2013-05-28"),
        (("--by", "Putin", "--date", "..2012"), "claimed to be by Putin, in ..2012-12-31"),
        (("--by", "Nazarbayev", "--date", "2013"), None),
    ],
)
def test_what_was_claimed_and_is_not_so_is_said(
    stenogram: Stenogram, options: tuple[str, ...], claimed: str | None
) -> None:
    printed = stenogram("verify", "--quote", SAID, *options).out.splitlines()
    assert [line.strip() for line in printed[2:]] == ([claimed] if claimed else [])


def test_parts_of_other_meetings_are_named_in_full(stenogram: Stenogram) -> None:
    ended = stenogram("verify", "--quote", f"{SAID}. At your initiative, I have become")
    assert "SPLICED" in ended.out
    assert "| 2020-03-10/" in ended.out


def test_what_is_not_found_says_in_how_many_texts(stenogram: Stenogram) -> None:
    ended = stenogram("verify", "--quote", "Cheese grows on every other moon of Zenda")
    assert ended.code == 1
    assert ended.out.startswith("NOT FOUND  in 5 texts, ")


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--quote", "x", "draft.md"),
        ("--quote", "x", "--date", "someday"),
        ("--quote", " … "),
        ("absent.md",),
    ],
)
def test_what_cannot_be_checked_is_an_error(stenogram: Stenogram, words: tuple[str, ...]) -> None:
    assert stenogram("verify", *words).code == 2


DRAFT = f"""\
Nazarbayev said: “{SAID}.”

> {SAID} twice.
"""


def test_words_said_often_name_a_few_places_and_count_the_rest(
    stenogram: Stenogram, tmp_path: Path
) -> None:
    days = "\n".join(f"ANNA BERG: We thank the people of town number {day}." for day in range(9))
    (tmp_path / "days.txt").write_text(f"{days}\n", encoding="utf-8")
    assert stenogram("import", str(tmp_path / "days.txt")).code == 0
    asked = ("verify", "--quote", "We thank the people of town number")
    assert len(json.loads(stenogram(*asked, "--json").out)["places"]) == 8
    printed = stenogram(*asked).out
    assert printed.count("also at") == 3
    assert "also in 5 other places" in printed


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.md"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def test_a_draft_gets_a_verdict_a_quotation_with_its_place(
    stenogram: Stenogram, draft: Path
) -> None:
    ended = stenogram("verify", str(draft), "--json")
    rows = [(row["line"], row["column"], row["verdict"], row["by"]) for row in ended.rows]
    assert rows == [(1, 19, "EXACT", "Nazarbayev"), (3, 3, "ALTERED", None)]
    assert ended.code == 1


def test_a_speaker_given_counts_where_the_draft_is_silent(
    stenogram: Stenogram, draft: Path
) -> None:
    rows = stenogram("verify", str(draft), "--by", "Putin", "--json").rows
    assert [row["by"] for row in rows] == ["Nazarbayev", "Putin"]


def test_words_given_to_somebody_the_library_does_not_know_get_a_note(
    stenogram: Stenogram, tmp_path: Path
) -> None:
    path = tmp_path / "d.txt"
    path.write_text(f"“{SAID},” Medvedev told the press.", encoding="utf-8")
    (row,) = stenogram("verify", str(path), "--json").rows
    assert row["notes"] == [
        "the draft names “Medvedev”, and in the record Nursultan Nazarbayev says it"
    ]


def test_scare_quotes_are_checked_only_when_asked(stenogram: Stenogram, tmp_path: Path) -> None:
    path = tmp_path / "d.txt"
    path.write_text("So “met yesterday” it is.", encoding="utf-8")
    assert stenogram("verify", str(path), "--json").rows == []
    assert len(stenogram("verify", str(path), "--json", "--all").rows) == 1


@pytest.mark.parametrize("name", ["d.txt", "d.html", "d.docx"])
def test_drafts_of_other_kinds_are_read(stenogram: Stenogram, tmp_path: Path, name: str) -> None:
    text = f"Nazarbayev said: “{SAID}.”"
    path = tmp_path / name
    path.write_bytes(_docx(text) if name.endswith("docx") else f"{text}\n".encode())
    (row,) = stenogram("verify", str(path), "--json").rows
    assert (row["verdict"], row["line"], row["column"]) == ("EXACT", 1, 19)


@pytest.mark.parametrize(
    ("style", "styles"),
    [
        ("Quote", None),
        ("Zitat", '<w:style w:styleId="Zitat"><w:name w:val="Quote"/></w:style>'),
        (
            "Mine",
            '<w:style w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="Quote"/></w:style>',
        ),
    ],
)
def test_a_block_quote_of_a_word_document_is_known_by_its_style(
    stenogram: Stenogram, tmp_path: Path, style: str, styles: str | None
) -> None:
    path = tmp_path / "d.docx"
    path.write_bytes(_docx("Nazarbayev said:", (SAID, style), "And so on.", styles=styles))
    (row,) = stenogram("verify", str(path), "--json").rows
    assert (row["verdict"], row["line"], row["by"]) == ("EXACT", 2, "Nazarbayev")


def _docx(*paragraphs: str | tuple[str, str], styles: str | None = None) -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = ""
    for paragraph in paragraphs:
        text, style = paragraph if isinstance(paragraph, tuple) else (paragraph, "Normal")
        looks = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        body += f"<w:p>{looks}<w:r><w:t>{text}</w:t></w:r></w:p>"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        document = f"<w:document {space}><w:body>{body}</w:body></w:document>"
        archive.writestr("word/document.xml", document)
        if styles is not None:
            archive.writestr("word/styles.xml", f"<w:styles {space}>{styles}</w:styles>")
    return data.getvalue()


def test_annotations_name_only_what_is_to_be_looked_at(stenogram: Stenogram, draft: Path) -> None:
    (line,) = stenogram("verify", str(draft), "--format", "github").out.splitlines()
    assert line.startswith("::error file=") and ",line=3,col=3,title=ALTERED::" in line


def test_sarif_holds_a_result_with_its_rule_and_region(stenogram: Stenogram, draft: Path) -> None:
    log = json.loads(stenogram("verify", str(draft), "--format", "sarif").out)
    (run,) = log["runs"]
    (result,) = run["results"]
    assert log["version"] == "2.1.0"
    assert result["ruleId"] in {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 3, "startColumn": 3}


def test_footnotes_are_written_for_what_stands_and_once_only(
    stenogram: Stenogram, draft: Path
) -> None:
    stenogram("verify", str(draft), "--fix")
    fixed = draft.read_text(encoding="utf-8")
    assert f"“{SAID}.”[^1]\n" in fixed
    assert f"> {SAID} twice.\n" in fixed
    assert fixed.splitlines()[-1].startswith("[^1]: Nursultan Nazarbayev, “Meeting with")
    stenogram("verify", str(draft), "--fix")
    assert draft.read_text(encoding="utf-8") == fixed


def test_only_markdown_is_fixed_and_that_is_said_before_anything_is_checked(
    stenogram: Stenogram, draft: Path
) -> None:
    plain = draft.with_suffix(".txt")
    plain.write_text("He said: “nothing of the sort at all”.")
    ended = stenogram("verify", "--fix", str(draft), str(plain))
    assert ended.code == 2
    assert plain.name in ended.err
    assert "[^1]" not in draft.read_text()


def test_a_quotation_that_never_ends_is_told_and_looked_at(
    stenogram: Stenogram, tmp_path: Path
) -> None:
    draft = tmp_path / "open.md"
    draft.write_text("He said: “and so on for ever\n")
    ended = stenogram("verify", str(draft))
    assert ended.code == 1
    assert "open.md:1:11" in ended.err


def test_line_ends_of_a_fixed_draft_stay(stenogram: Stenogram, draft: Path) -> None:
    draft.write_bytes(DRAFT.replace("\n", "\r\n").encode())
    stenogram("verify", str(draft), "--fix")
    assert b"\n" not in draft.read_bytes().replace(b"\r\n", b"")


def test_a_draft_that_cannot_be_read_costs_no_other(stenogram: Stenogram, draft: Path) -> None:
    ended = stenogram("verify", "absent.md", str(draft), "--json")
    assert (ended.code, len(ended.rows)) == (2, 2)
    assert "absent.md" in ended.err


def test_a_draft_that_cannot_be_read_is_named_once(stenogram: Stenogram, tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_bytes(b"\xff\xfe\xff")
    for name in (tmp_path, tmp_path / "bad.md"):
        complaint = stenogram("verify", str(name)).err.splitlines()[0]
        assert complaint.count(name.name) == 1, complaint


def test_control_characters_of_a_draft_are_shown_and_not_sent(
    stenogram: Stenogram, tmp_path: Path
) -> None:
    path = tmp_path / "d.txt"
    path.write_text("“one two \x1b[31m three four”", encoding="utf-8")
    assert "\x1b" not in stenogram("--color", "always", "verify", str(path)).out.replace(
        "\x1b[0m", ""
    ).replace("\x1b[33m", "").replace("\x1b[1m", "")
