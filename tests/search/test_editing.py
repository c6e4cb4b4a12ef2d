"""Days picked on the strip confine a query and change nothing else of it."""

import pytest

from tui.search.editing import within_dates
from tui.search.parser import parse

DAYS = ("2012-01-01", "2012-12-31")
CLAUSE = "date:2012-01-01..2012-12-31"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", CLAUSE),
        ("date:2013", CLAUSE),
        ("trade", f"trade {CLAUSE}"),
        ("trade date:2013", f"trade {CLAUSE}"),
        ('date:"may 2012" trade', f"trade {CLAUSE}"),
        ('"customs union" date:2013 by:putin', f'"customs union" by:putin {CLAUSE}'),
        ("trade | billion", f"(trade | billion) {CLAUSE}"),
        ("by:putin trade >> billion", f"{CLAUSE} by:putin trade >> billion"),
    ],
)
def test_days_take_the_place_of_days(before, after):
    assert within_dates(before, *DAYS) == after


@pytest.mark.parametrize("before", ["trade | billion", "a >> b", 'date:"may 2012"'])
def test_the_result_is_understood(before):
    assert parse(within_dates(before, *DAYS)).problems == ()


def test_days_picked_twice_stand_once():
    once = within_dates("trade", *DAYS)
    assert within_dates(once, "2013-01-01", "2013-02-01") == "trade date:2013-01-01..2013-02-01"
