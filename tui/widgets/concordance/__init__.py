"""The concordance: hits one a line, centred on the match, in one widget."""

from tui.widgets.concordance.loupe import Loupe, Sight
from tui.widgets.concordance.sheets import Collected, Dated, Heading, Segment, Sheet
from tui.widgets.concordance.widget import Concordance

__all__ = [
    "Collected",
    "Concordance",
    "Dated",
    "Heading",
    "Loupe",
    "Segment",
    "Sheet",
    "Sight",
]
