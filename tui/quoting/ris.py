"""RIS records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.quoting.phrases import date_parts, inverted, locator, remark_sentences
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
        "UR": quote.source_url,
        "ID": quote.address,
    }
    yield "TY", _TYPE
    for tag, value in optional.items():
        if value:
            yield tag, value
    role = f"{quote.role}. " if quote.role else ""
    yield "N1", f"{role}{locator(quote).capitalize()}. {remark_sentences(quote)}"
    if quote.remark:
        yield "N1", quote.remark
    for tag in quote.tags:
        yield "KW", tag
    yield "N1", quote.words
    yield "ER", ""
