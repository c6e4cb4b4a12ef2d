"""Values are what frozen dataclasses are, however they are made."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.values import value


@value
class Made:
    """As ours are made."""

    name: str
    number: int = 3
    more: tuple[int, ...] = field(default_factory=tuple)

    @property
    def twice(self) -> int:
        return 2 * self.number


@dataclass(frozen=True, slots=True)
class Known:
    """As the standard library makes them."""

    name: str
    number: int = 3
    more: tuple[int, ...] = field(default_factory=tuple)


@value
class Named:
    """Says itself how it is printed and compared."""

    name: str

    def __str__(self) -> str:
        return f"<{self.name}>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Named) and self.name.lower() == other.name.lower()

    def __hash__(self) -> int:
        return hash(self.name.lower())


contents = st.tuples(st.sampled_from("ab"), st.integers(0, 1), st.tuples(st.integers(0, 1)))


@given(contents, contents)
def test_values_are_equal_and_hashed_as_dataclasses_are(
    one: tuple[str, int, tuple[int]], other: tuple[str, int, tuple[int]]
) -> None:
    assert (Made(*one) == Made(*other)) == (Known(*one) == Known(*other))
    assert len({Made(*one), Made(*other)}) == len({Known(*one), Known(*other)})


def test_a_value_is_no_value_of_another_class() -> None:
    assert Made("a") != Known("a")


def test_defaults_are_taken_where_nothing_is_given() -> None:
    assert asdict(Made("a")) == asdict(Known("a"))


@pytest.mark.parametrize("arguments", [(), ("a", 1, (), 4)], ids=["too few", "too many"])
def test_fields_are_given_once_each(arguments: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        Made(*arguments)


def test_it_is_printed_with_its_fields() -> None:
    assert repr(Made("a")) == repr(Known("a")).replace("Known", "Made")


def test_nothing_can_be_changed() -> None:
    made = Made("a")
    with pytest.raises(FrozenInstanceError):
        made.name = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del made.name
    with pytest.raises(FrozenInstanceError):
        made.fresh = 1  # type: ignore[attr-defined]


def test_another_value_is_made_of_one() -> None:
    assert replace(Made("a"), number=4).twice == 8


@pytest.mark.parametrize(
    "again", [copy.copy, copy.deepcopy, lambda made: pickle.loads(pickle.dumps(made))]
)
def test_it_can_be_copied(again: object) -> None:
    assert callable(again)
    assert again(Made("a", 7, (1,))) == Made("a", 7, (1,))


def test_it_is_taken_apart_as_a_dataclass() -> None:
    assert [each.name for each in fields(Made)] == [each.name for each in fields(Known)]  # type: ignore[arg-type]
    match Made("a"):
        case Made(name, number):
            assert (name, number) == ("a", 3)


def test_what_a_class_says_itself_stands() -> None:
    assert str(Named("A")) == "<A>"
    assert Named("A") == Named("a")
    assert len({Named("A"), Named("a")}) == 1


def test_it_has_no_room_for_anything_else() -> None:
    assert not hasattr(Made("a"), "__dict__")
