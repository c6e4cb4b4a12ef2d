"""Ids cut to what is enough to name a meeting."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.library.short_ids import short_ids

IDS = st.lists(
    st.builds(
        "{}/{}-{}".format,
        st.sampled_from(["2013-05-29", "2013-05-30", "undated"]),
        st.sampled_from(["astana", "astana-palace", "sochi", "a"]),
        st.text("ab12", min_size=4, max_size=5),
    ),
    unique=True,
)


@given(IDS)
def test_a_short_id_begins_one_id_alone(ids: list[str]) -> None:
    shortened = short_ids(ids)
    assert list(shortened) == sorted(ids)
    for key, short in shortened.items():
        assert [each for each in ids if each.startswith(short)] == [key] or short == key


def test_an_id_is_cut_where_a_part_of_it_ends() -> None:
    ids = ["2013-05-29/astana-k3f9", "2013-06-01/sochi-aaaa", "2013-06-01/sochi-aabb"]
    assert list(short_ids([*ids, "2013-06-01/tver-cccc"]).values()) == [
        "2013-05-29",
        *ids[1:],
        "2013-06-01/tver",
    ]
