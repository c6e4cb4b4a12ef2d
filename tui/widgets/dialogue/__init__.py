"""The dialogue view: a meeting as one widget, whatever its length."""

from tui.widgets.dialogue.page import MEASURE
from tui.widgets.dialogue.widget import Dialogue

__all__ = ["MEASURE", "Dialogue"]
