"""What a search may ask of a library besides the words of its meetings."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest

from tui.library.errors import NotFound
from tui.library.knowing import spellings_of
from tui.library.library import Library
from tui.library.people import Person
from tui.reading.schema import encode
from tui.search.parser import parse

Write = Callable[..., Path]


def person(name: str, *spellings: str, id_: str = "") -> Person:
    return Person(id_ or name, name, (name, *spellings), (), (), 1, False, False)


def test_each_spelling_leads_to_all() -> None:
    found = spellings_of([person("Anna Berg", "Anna Hill")], ["Anna Berg", "Anna Hill"])
    assert found == dict.fromkeys(("anna berg", "anna hill"), ("Anna Berg", "Anna Hill"))


def test_a_spelling_that_two_share_leads_to_neither() -> None:
    people = [person("Anna Berg", "Berg"), person("Otto Berg", "Berg")]
    assert "berg" not in spellings_of(people, ["Anna Berg", "Otto Berg", "Berg"])


def test_an_office_is_no_spelling() -> None:
    anna = person("Anna Berg", "Berg", "President Anna Berg")
    assert spellings_of([anna], ["Anna Berg", "Berg"])["berg"] == ("Anna Berg", "Berg")


def test_a_surname_is_found_by_the_full_name_of_its_meeting(empty: Library, tmp_path: Path) -> None:
    lines = ("Anna Berg: We begin.", "Otto Hill: We do.", "Anna Berg: Good.", "Otto Hill: Yes.")
    (tmp_path / "plain.txt").write_text("\n\n".join(lines))
    (key,) = (result.meeting for result in empty.import_files([tmp_path / "plain.txt"]))
    assert key is not None
    whole = encode(empty.meeting(key))
    body = cast("list[dict[str, Any]]", whole["body"])
    body[2]["speaker"] = "Berg"
    people = cast("list[dict[str, Any]]", whole["people"])
    people.append({"name": "Berg", "role": None, "label": "Berg"})
    (tmp_path / "again.json").write_text(json.dumps(whole))
    list(empty.import_files([tmp_path / "again.json"]))
    assert [hit.anchor for hit in empty.hits(parse("by:anna").query)] == ["t1", "t3"]


def test_the_hits_in_a_meeting_are_those_of_the_whole_archive(
    empty: Library, sources: Write
) -> None:
    list(empty.import_files([sources("a.txt"), sources("b.txt", title="Two", date="May 1, 2013")]))
    query = parse("by:berg bridge").query
    every = list(empty.hits(query))
    assert len(every) == 2
    assert every == [
        hit for row in reversed(empty.timeline()) for hit in empty.hits_in(row.entry.id, query)
    ]
    assert empty.hits_in("2013-05-01", query) == tuple(every[:1])


def test_the_pairs_in_a_meeting_are_an_exchange(empty: Library, sources: Write) -> None:
    list(empty.import_files([sources("a.txt")]))
    (pair,) = empty.pairs_in("2013", parse("by:berg >> by:strand").query)
    assert (pair.hit.anchor, pair.other.anchor) == ("t1", "t2")


def test_there_are_no_hits_in_a_meeting_that_is_not_there(empty: Library) -> None:
    with pytest.raises(NotFound):
        empty.hits_in("2013", parse("bridge").query)
