"""Messages carry what they are given."""

from __future__ import annotations

import pytest
from textual.message import Message

from tui.messages import message


@message
class Told(Message):
    words: str
    loudly: bool = False


@message
class Nudged(Message):
    pass


def test_values_are_taken_in_order_by_name_or_from_the_class() -> None:
    assert (Told("now").words, Told("now").loudly) == ("now", False)
    told = Told(loudly=True, words="then")
    assert (told.words, told.loudly) == ("then", True)


def test_it_is_a_message_like_others() -> None:
    assert Told("now").time
    assert Told.handler_name == "on_told"
    assert not Nudged().is_forwarded


@pytest.mark.parametrize("values", [(), ("one", True, "three")])
def test_too_few_or_too_many_values_are_refused(values: tuple[object, ...]) -> None:
    with pytest.raises(TypeError, match="Told takes words, loudly"):
        Told(*values)  # type: ignore[arg-type]
