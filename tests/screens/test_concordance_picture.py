"""A picture of the concordance, the same on every machine."""

from __future__ import annotations

from quiet import SOON, until_quiet

from tui.app import StenogramApp
from tui.settings.config import Config


def test_concordance(seed_library, empty_home, snap_compare):
    """Lines centred on the match under the names of who says it, one looked at closer."""

    async def drive(pilot) -> None:
        await until_quiet(pilot, put_off=SOON)
        for key in ("c", "tab", "g", "j", "o"):
            await pilot.press(key)
            await until_quiet(pilot, put_off=SOON)

    app = StenogramApp(seed_library, seed_library.timeline(), config=Config(), query="union")
    assert snap_compare(app, terminal_size=(120, 40), run_before=drive)
