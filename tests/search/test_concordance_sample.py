"""Samples: the same each time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.search.sample import take_sample

ITEMS = st.lists(st.text(max_size=5), unique=True, max_size=40)


@given(ITEMS, st.integers(0, 50), st.integers(), st.randoms())
def test_which_items_are_taken_does_not_depend_on_their_order(
    items: list[str], size: int, seed: int, random: object
) -> None:
    shuffled = list(items)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = (take_sample(each, size, seed, str) for each in (items, shuffled))
    assert set(one.items) == set(other.items)


@given(ITEMS, st.integers(0, 50), st.integers())
def test_a_sample_has_its_size_and_keeps_the_order(items: list[str], size: int, seed: int) -> None:
    sample = take_sample(items, size, seed, str)
    assert len(sample.items) == min(size, len(items))
    assert [item for item in items if item in sample.items] == list(sample.items)
    assert (sample.of, sample.is_all) == (len(items), size >= len(items))


@given(ITEMS, st.integers(0, 20), st.integers())
def test_a_larger_sample_holds_the_smaller(items: list[str], size: int, seed: int) -> None:
    small, large = (take_sample(items, n, seed, str) for n in (size, size + 5))
    assert set(small.items) <= set(large.items)


def test_another_seed_takes_others() -> None:
    items = [str(number) for number in range(1000)]
    assert take_sample(items, 10, 1, str).items != take_sample(items, 10, 2, str).items


def test_every_part_of_the_library_is_taken_from() -> None:
    items = [f"{number:05}" for number in range(10_000)]
    taken = take_sample(items, 1000, 1, str).items
    halves = sum(item < "05000" for item in taken)
    assert 400 < halves < 600


def test_it_states_what_it_is() -> None:
    sample = take_sample(map(str, range(2500)), 10, 7, str)
    assert str(sample) == "a sample of 10 of 2,500 hits, seed 7"
