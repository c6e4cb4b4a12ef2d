"""List, strip, walk, marks, concordance and `find --count` hold each other to the same numbers."""

from __future__ import annotations

import json

import pytest

from tui.cli.main import run
from tui.library.library import Library
from tui.screens.concordance import ConcordanceScreen

QUERIES = (
    "union",
    '"customs union"',
    "is:question | by:nazarbayev -trade",
    "by:putin billion",
    "~integrate date:2012..2013",
    r"/\$\d+ billion/",
    "customs | trade -eurasian",
    "by:putin trade >>3 by:nazarbayev",
    "same:meeting customs billion",
    "is:narrative kazakhstan",
)


def told_by_find(
    library: Library, query: str, capfd: pytest.CaptureFixture[str]
) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """What `--count` says, and what there is on the rows: hits, turns, meetings."""
    find = ["--library", str(library.path), "find", "--json"]
    capfd.readouterr()
    run([*find, "--count", "--", query])
    counts = json.loads(capfd.readouterr().out)
    run([*find, "--", query])
    rows = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    turns = {row["id"] for row in rows if row["kind"] == "turn"}
    return (
        (counts["hits"], counts["turns"], counts["meetings"]),
        (len(rows), len(turns), len({row["meeting"] for row in rows})),
    )


@pytest.mark.parametrize("query", QUERIES)
async def test_all_tell_the_same_numbers(reading, seed_library, empty_home, capfd, query):
    counted, expected = told_by_find(seed_library, query, capfd)
    async with reading(query=query) as reader:
        await reader.settle()
        screen = reader.screen
        found = screen.found
        listed = (
            found.hits,
            found.turns,
            len([row for row in screen.list._groups.rows if row.hits]),
        )
        strip = screen.strip._shown.totals[-1]

        walked, marked = [], 0
        for _ in range(found.hits):
            place = (screen.meeting.id, screen.walk.index)
            if not walked or place[0] not in {meeting for meeting, _ in walked}:
                marked += len(screen.dialogue._scene.found._hits)
            walked.append(place)
            await reader.press("n")

        await reader.press("c")
        assert isinstance(reader.app.screen, ConcordanceScreen)
        counts = reader.app.screen.sitting.counts
        lines = len(reader.app.screen.lines.sheet)

    assert {
        "find --count": counted,
        "list": listed,
        "concordance": (counts.hits, counts.turns, counts.meetings),
        "hits": (strip, len(set(walked)), marked, lines),
    } == {
        "find --count": expected,
        "list": expected,
        "concordance": expected,
        "hits": (expected[0],) * 4,
    }
