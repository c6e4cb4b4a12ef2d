"""Which colour a speaker gets: the same one everywhere, and not the neighbour's."""

from __future__ import annotations

import os
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.palette import SLOTS, assign, speaker_slot

names = st.lists(st.text(max_size=12), unique=True, max_size=SLOTS)


@given(st.text())
def test_every_name_has_a_slot_of_the_theme(name: str) -> None:
    assert 1 <= speaker_slot(name) <= SLOTS


def test_the_people_of_the_seeds_differ() -> None:
    assert speaker_slot("Vladimir Putin") != speaker_slot("Nursultan Nazarbayev")


def test_case_spaces_and_the_encoding_of_accents_do_not_matter() -> None:
    assert speaker_slot("Emmanuël  MACRON") == speaker_slot(
        "emmanue\N{COMBINING DIAERESIS}l macron"
    )


def test_another_process_gives_the_same_slot() -> None:
    program = "from tui.widgets.palette import speaker_slot as s; print(s('Angela Merkel'))"
    answer = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(answer.stdout) == speaker_slot("Angela Merkel")


@given(names)
def test_speakers_of_one_meeting_differ_while_slots_last(speakers: list[str]) -> None:
    slots = assign(speakers)
    assert len(set(slots.values())) == len(speakers)


@given(names)
def test_whoever_speaks_first_keeps_the_own_slot(speakers: list[str]) -> None:
    slots = assign(speakers)
    assert all(slots[name] == speaker_slot(name) for name in speakers[:1])


def test_a_crowd_still_gets_colours() -> None:
    crowd = [f"Speaker {number}" for number in range(40)]
    slots = assign(crowd)
    assert set(slots) == set(crowd)
    assert set(slots.values()) <= set(range(1, SLOTS + 1))
