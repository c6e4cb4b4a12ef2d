"""Pictures of whole screens: few, and the same on every machine."""

from __future__ import annotations

import pytest
from quiet import SOON, until_quiet

from tui.app import StenogramApp
from tui.settings.config import Config

BY_NAZARBAYEV = 'by:nazarbayev "customs union"'


@pytest.fixture
def picture(seed_library, empty_home, snap_compare):
    """Compare a screen with the one kept: ``picture("/", "x", size=(80, 24))``."""

    def compare(*keys: str, size: tuple[int, int] = (120, 40), query="", theme=None) -> bool:
        rows = seed_library.timeline()
        config = Config(theme=theme)

        async def settle(pilot) -> None:
            await until_quiet(pilot, put_off=SOON)
            for key in keys:
                await pilot.press(key)
                await until_quiet(pilot, put_off=SOON)

        app = StenogramApp(seed_library, rows, config=config, query=query)
        return snap_compare(app, terminal_size=size, run_before=settle)

    return compare


def test_first_launch(picture):
    """Five meetings on the strip and in the list, the latest open."""
    assert picture()


def test_filtered(picture):
    """Hits marked in words, list, strip and gutter; meaning and counts in the bar."""
    assert picture(query=BY_NAZARBAYEV)


def test_no_hits(picture):
    """Why it is so, and what would be found, stand in the place of the words."""
    assert picture("/", *"xyzzy")


def test_narrow(picture):
    """At 80×24 the list is one line above the words."""
    assert picture(size=(80, 24), query=BY_NAZARBAYEV)


def test_tiny(picture):
    """At 40×12 only the words and the bar remain."""
    assert picture(size=(40, 12), query=BY_NAZARBAYEV)


def test_light(picture):
    """The paper theme."""
    assert picture(query=BY_NAZARBAYEV, theme="paper")


def test_without_colour(picture, monkeypatch):
    """Names, hits, captions and brackets are told apart without colour."""
    monkeypatch.setenv("NO_COLOR", "1")
    assert picture(query=BY_NAZARBAYEV)
