"""RIS records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.quoting.deep_link import deep_link
from tui.quoting.phrases import date_parts, inverted, particulars
from tui.quoting.quote import Quote

# What Zotero reads as a presentation, its counterpart of CSL's speech.
_TYPE = "SLIDE"


def ris(quotes: Iterable[Quote]) -> str:
    """Return quotations as a RIS file; the words stand in a note, each record ends so."""
    return "".join(
        f"{tag}  - {' '.join(value.split())}\r\n" if value else f"{tag}  - \r\n"
        for quote in quotes
        for tag, value in _fields(quote)
    )


def _fields(quote: Quote) -> Iterator[tuple[str, str]]:
    year, month, day = date_parts(quote.date)
    optional = {
        "AU": inverted(quote),
        "TI": quote.title,
        "PY": year,
        "DA": f"{year}/{month or '':02}/{day or '':02}/" if month and day else "",
        "CY": quote.place,
        "M3": "Transcript",
        "UR": deep_link(quote),
        "ID": quote.address,
    }
    yield "TY", _TYPE
    for tag, value in optional.items():
        if value:
            yield tag, value
    for note in (particulars(quote), quote.remark):
        if note:
            yield "N1", note
    for tag in quote.tags:
        yield "KW", tag
    if quote.words:
        yield "N1", quote.words
    yield "ER", ""
