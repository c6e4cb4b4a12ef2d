"""What a reader types to have a quotation checked, and how that is left."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.model import Place
from tui.quoting.verification.claim import Claim
from tui.search.dates import parse_range

LONGEST = 20_000
"""Characters of a quotation; what is longer was pasted by mistake."""
_LINE_END = re.compile(r"(?<!\n)\r?\n(?!\r?\n)")
"""An end of a line that is no end of a paragraph."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands on the screen's lines.

    Attributes:
        quote: The words.
        by: A name, or nothing.
        date: A date or a range, or nothing.
    """

    quote: str = ""
    by: str = ""
    date: str = ""

    def claim(self) -> Claim:
        """Return it as a claim; lines that were wrapped are one paragraph.

        Raises:
            DateError: The date is none.
        """
        first, last = parse_range(self.date) if self.date.strip() else (None, None)
        quote = _LINE_END.sub(" ", self.quote.strip())
        return Claim(quote, self.by.strip() or None, first, last)


@dataclass(frozen=True, slots=True)
class Left:
    """How the screen was left.

    Attributes:
        typed: What stood on its lines.
        place: Where to read on; None to stay.
    """

    typed: Typed
    place: Place | None = None
