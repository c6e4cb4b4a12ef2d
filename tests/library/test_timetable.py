"""The order of the timeline, which is told without decoding a row."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
from hypothesis import given
from hypothesis import strategies as st

from tui.library.catalogue import Catalogue, chronologically
from tui.library.entries import decode_entry
from tui.library.sealed import Lines, pack

HEADER = {"uuid": "a library", "format": 1, "generation": 1, "shared": False, "retired": []}

DATES = st.sampled_from([None, "2012-05-15", "2013-05-29", "2020-03-10"])
TIMES = st.sampled_from([None, "09:30", "12:45", "19:40"])
# Titles that look like what is looked for in the undecoded row.
TITLES = st.sampled_from(['"date":"1999-01-01"', '\\"time":"00:00"', "Назарбаев", "a\nb", ""])


@st.composite
def rows(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    made = {}
    for number in range(draw(st.integers(0, 8))):
        date = draw(DATES)
        document = {"title": draw(TITLES), "date": date, "time": draw(TIMES), "place": "Astana"}
        document |= {"speakers": [], "turns": 1, "words": 2, "partial": False}
        made[f"{date or 'undated'}/{draw(st.sampled_from('abc'))}{number}"] = document
    return made


@given(rows())
def test_the_order_is_that_of_the_decoded_rows(documents: dict[str, dict[str, Any]]) -> None:
    data = pack({"library": {"library": HEADER}, "meetings": documents})
    catalogue = Catalogue(Path("catalogue.json"), data)
    decoded = [decode_entry(key, document) for key, document in documents.items()]
    in_order = sorted(decoded, key=chronologically)
    assert list(catalogue.entries) == in_order
    assert [row.entry for row in catalogue.timeline] == in_order[::-1]
    assert catalogue.timeline.dates == tuple(entry.date or "" for entry in reversed(in_order))


@given(st.dictionaries(st.text(), st.none() | st.text()))
def test_a_text_is_found_in_a_document_that_was_not_decoded(texts: dict[str, str | None]) -> None:
    lines = Lines({key: orjson.dumps({"first": "", "sought": t}) for key, t in texts.items()})
    assert lines.texts("sought") == list(texts.values())
    assert lines.texts("missing") == [None] * len(texts)
