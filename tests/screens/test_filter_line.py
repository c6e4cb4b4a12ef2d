"""The line a filter is typed on, where there is little room."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("size", [(60, 20), (40, 12)])
async def test_what_was_typed_last_stays_in_sight(reading, size):
    async with reading(size=size) as reader:
        await reader.type_filter('by:nazarbayev "customs union" | "common economic space" trade')
        line = reader.screen.filter_bar.query_input
        assert line.render_line(0).text.rstrip().endswith('space" trade'), line.render_line(0).text


async def test_a_kept_filter_is_shown_from_its_beginning(reading):
    async with reading(size=(40, 12)) as reader:
        await reader.filter_by('by:nazarbayev "customs union" | "common economic space" trade')
        line = reader.screen.filter_bar.query_input
        assert line.render_line(0).text.startswith("by:nazarbayev")
