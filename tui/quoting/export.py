"""Quotations for reference managers, by the name of the format."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from tui.quoting.bibtex import bibtex
from tui.quoting.csl import csl_items
from tui.quoting.quote import Quote
from tui.quoting.ris import ris


def export(quotes: Sequence[Quote], form: str) -> str:
    """Return the text of a file that holds the quotations.

    Args:
        quotes: What to hand over.
        form: One of `FORMATS`.

    Raises:
        ValueError: There is no such format; the message names those there are.
    """
    write = _FORMATS.get(form)
    if write is None:
        raise ValueError(f"there is no format “{form}”; there are {', '.join(FORMATS)}")
    return write(quotes)


def _csl_json(quotes: Sequence[Quote]) -> str:
    return json.dumps(csl_items(quotes), ensure_ascii=False, indent=2) + "\n"


_FORMATS: dict[str, Callable[[Sequence[Quote]], str]] = {
    "csl-json": _csl_json,
    "bibtex": bibtex,
    "ris": ris,
}
FORMATS = tuple(_FORMATS)
"""The names of the formats."""
