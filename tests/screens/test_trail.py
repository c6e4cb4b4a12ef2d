"""Back and forth, as in a browser."""

from tui.model import Place
from tui.screens.trail import LONGEST, Trail

A, B, C = Place("a"), Place("b"), Place("c")


def test_back_returns_to_the_place_that_was_left():
    step = Trail().leave(A).back(B)
    assert step is not None and step[0] == A


def test_forth_returns_to_the_place_one_came_back_from():
    step = Trail().leave(A).back(B)
    assert step is not None
    again = step[1].forth(A)
    assert again is not None and again[0] == B


def test_a_new_jump_forgets_what_lay_ahead():
    step = Trail().leave(A).back(B)
    assert step is not None
    assert step[1].leave(C).forth(A) is None


def test_nowhere_to_go_at_the_ends():
    assert Trail().back(A) is None
    assert Trail().forth(A) is None


def test_leaving_one_place_twice_is_one_step_back():
    step = Trail().leave(A).leave(A).back(B)
    assert step is not None and step[1].back(A) is None


def test_the_oldest_places_are_forgotten():
    trail = Trail()
    for number in range(LONGEST + 10):
        trail = trail.leave(Place(str(number)))
    assert len(trail.behind) == LONGEST
    assert trail.behind[-1] == Place(str(LONGEST + 9))
