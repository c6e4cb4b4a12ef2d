"""Records for reference managers."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Meeting
from tui.quoting.cut import cite_meeting, quote_turn
from tui.quoting.export import FORMATS, export

BIBTEX = """\
@misc{putin-2012-05-15-the-kremlin-aaaa-t3,
  author = {Putin, Vladimir},
  title = {{Talks with Nursultan Nazarbayev}},
  howpublished = {Transcript},
  address = {The Kremlin},
  year = {2012},
  day = {15},
  url = {http://example.org/talks/1#:~:text=Agreed},
  note = {President of Russia. Turn 3.},
  annote = {Agreed.},
  month = may,
}
"""

RIS = """\
TY  - SLIDE
AU  - Putin, Vladimir
TI  - Talks with Nursultan Nazarbayev
PY  - 2012
DA  - 2012/05/15/
CY  - The Kremlin
M3  - Transcript
UR  - http://example.org/talks/1#:~:text=Agreed
ID  - 2012-05-15/the-kremlin-aaaa#t3
N1  - President of Russia. Turn 3.
N1  - Agreed.
ER  - 
"""


def test_csl_json(published: Meeting) -> None:
    (item,) = json.loads(export([quote_turn(published, "t3")], "csl-json"))
    assert item == {
        "id": "2012-05-15/the-kremlin-aaaa#t3",
        "type": "speech",
        "title": "Talks with Nursultan Nazarbayev",
        "author": [{"family": "Putin", "given": "Vladimir"}],
        "event-title": "Talks with Nursultan Nazarbayev",
        "event-place": "The Kremlin",
        "issued": {"date-parts": [[2012, 5, 15]]},
        "genre": "Transcript",
        "URL": "http://example.org/talks/1#:~:text=Agreed",
        "note": "President of Russia. Turn 3.",
        "annote": "Agreed.",
    }


def test_bibtex(published: Meeting) -> None:
    assert export([quote_turn(published, "t3")], "bibtex") == BIBTEX


def test_ris(published: Meeting) -> None:
    assert export([quote_turn(published, "t3")], "ris") == RIS.replace("\n", "\r\n")


def test_bibtex_holds_no_tex(published: Meeting) -> None:
    quote = replace(quote_turn(published, "t3"), words=r"5% of \input{x} & $3_a")
    annote = r"5\% of \textbackslash{}input\textbraceleft{}x\textbraceright{} \& \$3\_a"
    assert f"annote = {{{annote}}}" in export([quote], "bibtex")


def test_no_words_can_end_a_ris_record(published: Meeting) -> None:
    quote = replace(quote_turn(published, "t3"), words="one\nER  - \nTY  - BOOK")
    lines = export([quote], "ris").splitlines()
    assert sum(line.startswith("TY") for line in lines) == 1


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_is_invented_where_nothing_is_known(published: Meeting, form: str) -> None:
    bare = replace(quote_turn(published, "b1"), date=None, place="", source_url=None, title="Talks")
    written = export([bare], form)
    assert "Source URL not recorded" in written
    assert not any(word in written for word in ("Putin", "2012,", "None", "null"))


@pytest.mark.parametrize("form", FORMATS)
def test_a_whole_meeting_is_a_record_without_words(published: Meeting, form: str) -> None:
    written = export([cite_meeting(published)], form)
    assert "Talks with Nursultan Nazarbayev" in written
    assert not any(name in written for name in ("annote", "N1", "author", "AU", "#t", ":~:"))


_RIS_LINE = re.compile(r"[A-Z][A-Z0-9]  - [^\r\n]*")


@given(words=st.text(min_size=1), title=st.text(min_size=1), url=st.text(min_size=1))
def test_whatever_the_words_records_stay_well_formed(
    published: Meeting, words: str, title: str, url: str
) -> None:
    quote = replace(quote_turn(published, "t3"), words=words, title=title, source_url=url)
    entry = export([quote], "bibtex")
    # BibTeX counts every brace, an escaped one too, and ends a field where they are even.
    depth = 0
    for sign in entry:
        depth += (sign == "{") - (sign == "}")
        assert depth >= 0
    assert depth == 0
    record = export([quote], "ris")
    lines = record.removesuffix("\r\n").split("\r\n")
    assert all(_RIS_LINE.fullmatch(line) for line in lines)
    assert [line[:2] for line in lines].count("ER") == 1
    (item,) = json.loads(export([quote], "csl-json"))
    assert (item["annote"], item["title"]) == (words, title)
