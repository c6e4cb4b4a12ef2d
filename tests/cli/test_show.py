"""``show`` and ``cite``: a meeting, a turn, a paragraph."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Stenogram = Callable[..., Any]

SECOND = (
    "I want to thank you too, for organising our work today and for the invitation to come here."
)


@pytest.mark.parametrize("typed", ["2013", "2013-05-29", "2013-05-29/astana"])
def test_the_beginning_of_an_id_is_enough(stenogram: Stenogram, typed: str) -> None:
    (meeting,) = stenogram("show", typed, "--json").rows
    assert meeting["schema"] == "stenogram/meeting@1"
    assert meeting["id"].startswith("2013-05-29/astana-")


def test_a_beginning_that_fits_several_lists_them(stenogram: Stenogram) -> None:
    ended = stenogram("show", "2012")
    assert ended.code == 2
    assert "2012-05-15/" in ended.err and "2012-10-09/" in ended.err


def test_an_id_that_names_nothing_is_an_error(stenogram: Stenogram) -> None:
    ended = stenogram("show", "1999")
    assert (ended.code, ended.out) == (2, "")
    assert "1999" in ended.err


def test_a_turn_carries_its_meeting(stenogram: Stenogram) -> None:
    (turn,) = stenogram("show", "2013#t2", "--format", "json").rows
    assert turn["id"] == f"{turn['meeting']}#t2"
    assert (turn["kind"], turn["number"], turn["speaker"]) == ("turn", 2, "Vladimir Putin")
    assert turn["blocks"][0]["text"].strip() == SECOND


def test_a_paragraph_is_one_block(stenogram: Stenogram) -> None:
    (paragraph,) = stenogram("show", "2013#t2.1", "--json").rows
    assert (paragraph["kind"], paragraph["speaker"]) == ("paragraph", "Vladimir Putin")
    assert paragraph["text"].strip() == SECOND
    assert stenogram("show", "2013#t2.1").out.splitlines()[1:] == [f"  {SECOND}"]


def test_a_block_outside_speech_is_shown_alone(stenogram: Stenogram) -> None:
    (block,) = stenogram("show", "2013#b2", "--json").rows
    assert block["kind"] == "narrative"
    assert "speaker" not in block
    assert stenogram("show", "2013#b2").out == block["text"] + "\n"


@pytest.mark.parametrize("anchor", ["t3", "t0", "t2.99", "b99", "x", ""])
def test_a_passage_that_is_not_there_is_an_error(stenogram: Stenogram, anchor: str) -> None:
    assert stenogram("show", f"2013#{anchor}").code == (0 if anchor == "" else 2)


def test_markdown_is_the_whole_meeting(stenogram: Stenogram) -> None:
    text = stenogram("show", "2013", "--format", "markdown").out
    assert text.startswith("# Meeting with President of Kazakhstan Nursultan Nazarbayev\n")
    assert text.count("**Nursultan Nazarbayev**, President of Kazakhstan:") == 1
    assert SECOND in text


@pytest.mark.parametrize("style", ["plain", "markdown", "newsroom", "chicago", "apa", "mla"])
def test_a_citation_says_who_and_when_and_leads_back(stenogram: Stenogram, style: str) -> None:
    ended = stenogram("cite", "2013#t2.1", "--style", style)
    assert ended.code == 0
    assert SECOND in ended.out
    assert "Putin" in ended.out and "2013" in ended.out
    (turn,) = stenogram("show", "2013#t2", "--json").rows
    assert f"{turn['meeting']}#t2.1" in ended.out


def test_an_unknown_style_names_the_known(stenogram: Stenogram) -> None:
    ended = stenogram("cite", "2013#t1", "--style", "vancouver")
    assert ended.code == 2
    assert "chicago" in ended.err


@pytest.mark.parametrize("command", ["show", "cite"])
def test_an_address_may_be_typed_in_capitals(stenogram: Stenogram, command: str) -> None:
    assert stenogram(command, "2013#T2.1").out == stenogram(command, "2013#t2.1").out


def test_a_whole_meeting_is_cited_as_a_source_without_words(stenogram: Stenogram) -> None:
    ended = stenogram("cite", "2013", "--style", "chicago")
    assert ended.out.startswith("“Meeting with President of Kazakhstan")
    assert ended.out.rstrip().endswith("[2013-05-29/astana-sjsh]")
