"""A screen over the reading screen: a panel in its middle, all of it where space is short."""

from __future__ import annotations

from textual.screen import ModalScreen, ScreenResultType


class PanelScreen(ModalScreen[ScreenResultType]):
    """A modal screen whose one part is a panel."""

    DEFAULT_CSS = """
    PanelScreen {
        align: center middle;
        & > Vertical {
            width: 96%; max-width: 110; height: 94%; padding: 1 2; background: $surface;
        }
        &.-short > Vertical { width: 100%; height: 100%; padding: 0 1; }
        &.-short KeyedTitle { max-height: 1; }
        & #told { height: auto; max-height: 3; color: $accent; }
        & Input, & Input:focus { border: none; padding: 0; height: 1; background: $panel; }
    }
    """
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-medium")]  # noqa: RUF012
