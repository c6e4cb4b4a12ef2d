"""The address of a page, made to open where the quoted words stand.

A text directive as in the WICG's draft “URL Fragment Text Directives”:
``#:~:text=[prefix-,]start[,end][,-suffix]``. A browser that does not know it opens the page.
"""

from __future__ import annotations

import re
from urllib.parse import quote as percent_encoded

from tui.quoting.quote import OMISSION, Quote

_WHOLE = 12
"""Words up to which a directive holds the quotation itself; a longer one, its two ends."""
_END = 6
"""Words of each end."""
_PARTED = re.compile(rf"\n\n|{re.escape(OMISSION)}")


def deep_link(quote: Quote) -> str | None:
    """Return the source's address with a directive for the words; None where it has none."""
    url = quote.source_url
    directive = _directive(quote)
    if url is None or not directive:
        return url
    return f"{url}{'' if '#' in url else '#'}:~:text={directive}"


def _directive(quote: Quote) -> str:
    """Return the directive's value; "" where there is nothing to look for.

    Each part must stand in one paragraph, and what a page leaves out stands in none.
    """
    stretches = [words for part in _PARTED.split(quote.words) if (words := part.split())]
    if not stretches or quote.kind == "title":
        return ""
    first, last = stretches[0], stretches[-1]
    if len(stretches) == 1 and len(first) <= _WHOLE:
        text = _encoded(first)
    else:
        text = f"{_encoded(first[:_END])},{_encoded(last[-_END:])}"
    before = f"{_encoded(quote.before.split())}-," if quote.before else ""
    after = f",-{_encoded(quote.after.split())}" if quote.after else ""
    return f"{before}{text}{after}"


def _encoded(words: list[str]) -> str:
    """Write words so that no sign of theirs is one of the directive's; a hyphen would be.

    A mark at the end is left out: a full stop there would be taken for the sentence's.
    """
    text = " ".join(words).rstrip(".,;:!?…")
    return percent_encoded(text, safe="").replace("-", "%2D")
