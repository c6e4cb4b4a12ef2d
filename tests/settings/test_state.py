import json
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Place
from tui.settings.state import State, StateNotSaved, load_state, save_state, update_state

TEXT = st.text(st.characters())  # lone surrogates included: ids come from documents
NUMBER = st.integers(min_value=0, max_value=2**40)
PLACES = st.builds(Place, TEXT, TEXT, NUMBER, NUMBER, st.none() | TEXT)
STATES = st.builds(State, st.none() | TEXT, st.dictionaries(TEXT, PLACES, max_size=4))
HERE = Place("2013-05-29/astana-k3f9", "t3", 1, 20)


@pytest.fixture(scope="module")
def scratch(tmp_path_factory):
    return tmp_path_factory.mktemp("state") / "state.json"


@given(state=STATES)
def test_what_is_saved_is_loaded(scratch, state):
    save_state(scratch, state)
    assert load_state(scratch) == state


@given(data=st.binary())
def test_a_damaged_file_is_as_good_as_none(scratch, data):
    scratch.write_bytes(data)
    assert isinstance(load_state(scratch), State)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(theme=JSON, places=JSON | st.dictionaries(st.text(), JSON))
def test_a_file_of_another_shape_never_raises(scratch, theme, places):
    scratch.write_text(json.dumps({"theme": theme, "places": places}))
    state = load_state(scratch)
    assert all(isinstance(place, Place) for place in state.places.values())


def test_nesting_without_end_is_as_good_as_no_file(scratch):
    scratch.write_text("[" * 200_000)
    assert load_state(scratch) == State()


def test_no_file_is_an_empty_state(tmp_path):
    assert load_state(tmp_path / "absent.json") == State()


def test_a_damaged_place_leaves_the_others(scratch):
    save_state(scratch, State("ink", {"good": HERE, "bad": HERE}))
    stored = json.loads(scratch.read_text())
    del stored["places"]["bad"]["offset"]
    scratch.write_text(json.dumps(stored))
    assert load_state(scratch) == State("ink", {"good": HERE})


def test_one_librarys_place_leaves_the_others():
    there = Place("2012-06-17/los-cabos")
    state = State().at("one", HERE).at("two", there).at("one", there)
    assert state.places == {"one": there, "two": there}


def test_what_another_screen_saved_is_kept(tmp_path):
    path = tmp_path / "state.json"
    update_state(path, lambda state: state.at("one", HERE))
    update_state(path, lambda state: state.themed("paper"))
    assert load_state(path) == State("paper", {"one": HERE})


def test_file_and_folder_are_the_users_alone(tmp_path):
    path = tmp_path / "new" / "state.json"
    save_state(path, State("ink"))
    assert [stat.S_IMODE(p.stat().st_mode) for p in (path, path.parent)] == [0o600, 0o700]


def test_saving_leaves_nothing_else_behind(tmp_path):
    save_state(tmp_path / "state.json", State("ink"))
    save_state(tmp_path / "state.json", State("paper"))
    assert [path.name for path in tmp_path.iterdir()] == ["state.json"]


def test_a_state_that_cannot_be_written_leaves_the_old_one(tmp_path):
    path = tmp_path / "state.json"
    path.mkdir()  # a rename cannot replace it, whoever runs the test
    (path / "kept").write_text("")
    with pytest.raises(StateNotSaved, match=r"state\.json.*not saved"):
        save_state(path, State("ink"))
    assert [entry.name for entry in tmp_path.rglob("*")] == ["state.json", "kept"]
