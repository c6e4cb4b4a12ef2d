"""Who is one person, and who is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.people import Person, gather
from tui.library.rows import Appearance, Row
from tui.library.speakers import Speakers
from tui.model import Entry


def meeting(number: int, *names: str, roles: Sequence[tuple[str, int]] = ()) -> Row:
    date = f"2013-05-{number:02}"
    people = tuple(
        Appearance(name, name, tuple(roles), 1, at) for at, name in enumerate(names, start=1)
    )
    entry = Entry(f"{date}/zenda-{number}", "Title", date, None, "Zenda", names, 1, 1, False)
    return Row(entry, None, (), 0, "shard", people, 1, (), ())


def by_name(people: Sequence[Person]) -> dict[str, Person]:
    return {person.name: person for person in people}


def test_equal_full_names_are_one_person() -> None:
    (person,) = gather(
        [meeting(1, "Anna Berg"), meeting(2, "ANNA\u00a0BERG"), meeting(3, "Anna Berg")]
    )
    assert (person.id, person.name, len(person.meetings)) == ("anna-berg", "Anna Berg", 3)
    assert set(person.spellings) == {"Anna Berg", "ANNA\u00a0BERG"}


def test_a_shared_surname_or_office_joins_nobody() -> None:
    people = gather([meeting(1, "Anna Berg", "Karl Berg", roles=[("President of Ruritania", 1)])])
    assert [person.name for person in people] == ["Anna Berg", "Karl Berg"]


def test_a_surname_is_the_full_name_of_its_own_meeting() -> None:
    people = gather([meeting(1, "Anna Berg", "Berg")])
    assert [(person.name, person.turns) for person in people] == [("Anna Berg", 2)]


def test_a_surname_is_nobody_of_another_meeting() -> None:
    people = gather([meeting(1, "Anna Berg"), meeting(2, "Berg"), meeting(3, "Berg")])
    assert [person.local for person in people] == [False, True, True]
    assert len({person.id for person in people}) == 3


def test_a_surname_that_fits_two_is_neither() -> None:
    people = gather([meeting(1, "Anna Berg", "Karl Berg", "Berg")])
    assert by_name(people)["Berg"].local
    assert by_name(people)["Anna Berg"].turns == 1


def test_anonymous_labels_are_persons_of_their_meeting_and_come_last() -> None:
    people = gather([meeting(1, "Question", "SPEAKER_01", "Anna Berg"), meeting(2, "Question")])
    assert [person.anonymous for person in people] == [False, True, True, True]
    assert all(len(person.meetings) == 1 for person in people if person.anonymous)


@pytest.mark.parametrize(
    "name",
    ["Anna", "Mr. Berg", "DR. BERG", "SPEAKER_01", "Speaker B", "Audience member", "Unknown"],
)
def test_a_name_that_says_nothing_beyond_its_meeting_joins_nobody(name: str) -> None:
    people = gather([meeting(1, name), meeting(2, name)])
    assert [person.meetings for person in people] == [
        ("2013-05-01/zenda-1",),
        ("2013-05-02/zenda-2",),
    ]


def test_a_surname_goes_with_the_courtesy_of_its_meeting_and_no_further() -> None:
    people = gather([meeting(1, "Mr. Berg", "Berg"), meeting(2, "Mr. Berg")])
    assert [person.turns for person in people] == [2, 1]


def test_a_decision_makes_one_person_of_a_first_name_where_it_says_so() -> None:
    rows = [meeting(number, "Anna") for number in (1, 2, 3)]
    joined = {(row.entry.id, "anna"): 7 for row in rows[:2]}
    both, other = gather(rows, unions=joined)
    assert (both.id, both.local, len(both.meetings)) == ("anna", False, 2)
    assert other.id == f"anna@{rows[2].entry.id}"


def test_offices_are_dated_and_lead_to_their_turn() -> None:
    (person,) = gather(
        [
            meeting(2, "Anna Berg", roles=[("Chancellor", 1)]),
            meeting(1, "Anna Berg", roles=[("Minister", 1), ("Chancellor", 4)]),
        ]
    )
    assert person.roles == ("Minister", "Chancellor")
    assert [(tenure.date, tenure.address) for tenure in person.tenures] == [
        ("2013-05-01", "2013-05-01/zenda-1#t1"),
        ("2013-05-01", "2013-05-01/zenda-1#t4"),
        ("2013-05-02", "2013-05-02/zenda-2#t1"),
    ]


def test_two_offices_of_one_day_are_shown_and_neither_is_preferred() -> None:
    (person,) = gather(
        [
            meeting(1, "Anna Berg", roles=[("Minister", 1), ("Chancellor", 4)]),
            meeting(2, "Anna Berg", roles=[("Chancellor", 1)]),
        ]
    )
    (found,) = person.contradictions
    assert (found.date, [tenure.role for tenure in found.tenures]) == (
        "2013-05-01",
        ["Minister", "Chancellor"],
    )
    assert all(tenure.address in str(found) for tenure in found.tenures)


def test_two_offices_of_one_undated_meeting_are_shown_and_those_of_two_are_not() -> None:
    def undated(row: Row) -> Row:
        return replace(row, entry=replace(row.entry, date=None))

    ports, both = [("Minister", 1)], [("Minister", 1), ("Chancellor", 4)]
    (person,) = gather([undated(meeting(1, "Anna Berg", roles=both))])
    assert len(person.contradictions) == 1
    later = undated(meeting(2, "Anna Berg", roles=both[1:]))
    (person,) = gather([undated(meeting(1, "Anna Berg", roles=ports)), later])
    assert person.contradictions == ()


def test_capitals_alone_contradict_nothing() -> None:
    (person,) = gather([meeting(1, "Anna Berg", roles=[("MINISTER", 1), ("Minister", 3)])])
    assert person.contradictions == ()


casts = st.lists(
    st.lists(
        st.sampled_from(
            ["Anna Berg", "anna berg", "Berg", "Mr. Berg", "Karl Berg", "Anna", "Question", "Ю Ли"]
        )
    ),
    max_size=5,
)


@given(casts)
def test_nobody_is_lost_and_every_id_is_one_person(casts: list[list[str]]) -> None:
    rows = [meeting(number, *dict.fromkeys(cast)) for number, cast in enumerate(casts, start=1)]
    people = gather(rows)
    assert sum(person.turns for person in people) == sum(len(row.people) for row in rows)
    assert len({person.id for person in people}) == len(people)
    assert gather(reversed(rows)) == people


@given(casts)
def test_a_name_means_the_person_who_is_counted_for_it(casts: list[list[str]]) -> None:
    rows = [meeting(number, *dict.fromkeys(cast)) for number, cast in enumerate(casts, start=1)]
    people = gather(rows)
    who = Speakers(people).who
    meant = Counter(who(row.entry.id, each.name).id for row in rows for each in row.people)
    assert meant == {person.id: person.turns for person in people}
