"""Names that may be one person's are offered to a person, and only they."""

from __future__ import annotations

import pytest

from tui.library.people import Person
from tui.library.suggesting import suggestions


def person(name: str, *meetings: str, local: bool = False, anonymous: bool = False) -> Person:
    key = f"{name}@{meetings}"
    return Person(key, name, (name,), (), meetings or (name,), 1, local, anonymous)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Berg", "Berg Anna"),
        ("Anna Berg", "A. Berg"),
        ("Anna Maria Berg", "A. M. Berg"),
        ("Anna Berg", "Anna Maria Berg"),
        ("Anna Berg", "Berg"),
        ("Nursultan Nazarbayev", "N.Nazarbayev"),
        ("Nursultan Nazarbayev", "Nursultan Nazarbaev"),
    ],
)
def test_alike_names_are_suggested(one: str, other: str) -> None:
    (pair,) = suggestions([person(one), person(other)])
    assert {pair.one.name, pair.other.name} == {one, other}
    assert pair.reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Berg", "Karl Berg"),
        ("Anna Berg", "Anna Strand"),
        ("Anna Berg", "K. Berg"),
        ("Anna Berg", "Bergson"),
    ],
)
def test_other_people_are_not(one: str, other: str) -> None:
    assert not suggestions([person(one), person(other)])


def test_two_who_speak_in_the_same_meetings_are_two() -> None:
    assert not suggestions([person("Anna Berg", "1", "2"), person("A. Berg", "1", "2")])


def test_a_label_is_nobody_to_merge() -> None:
    labels = [
        person("Speaker 1", "1", local=True, anonymous=True),
        person("Speaker 1", "2", local=True, anonymous=True),
    ]
    assert not suggestions(labels)


def test_many_of_one_name_are_as_many_pairs_as_there_are_others() -> None:
    annas = [person("Anna", str(number), local=True) for number in range(40)]
    berg = person("Berg", "1", local=True)
    pairs = suggestions([*annas, berg])
    assert {pair.other.id for pair in pairs} == {anna.id for anna in annas} - {pairs[0].one.id}
    assert len(pairs) == 39
