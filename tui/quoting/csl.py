"""CSL-JSON, as Zotero and citeproc read it."""

from __future__ import annotations

from collections.abc import Iterable

from tui.quoting.deep_link import deep_link
from tui.quoting.phrases import date_parts, given_name, particulars, told_apart
from tui.quoting.quote import Quote

Item = dict[str, object]


def csl_item(quote: Quote) -> Item:
    """Return one quotation as a CSL item of the type ``speech``.

    The words stand in ``annote``; what the source lacks is absent and said in ``note``.
    """
    item: Item = {"id": quote.address, "type": "speech", "title": quote.title}
    given = given_name(quote)
    if given:
        item["author"] = [{"family": quote.family, "given": given}]
    elif quote.speaker:
        item["author"] = [{"literal": quote.speaker}]
    item["event-title"] = quote.title
    if quote.place:
        item["event-place"] = quote.place
    if quote.date:
        year, month, day = date_parts(quote.date)
        item["issued"] = {"date-parts": [[part for part in (int(year), month, day) if part]]}
    item["genre"] = "Transcript"
    if url := deep_link(quote):
        item["URL"] = url
    if note := f"{particulars(quote)} {quote.remark}".strip():
        item["note"] = note
    if quote.tags:
        item["keyword"] = ", ".join(quote.tags)
    if quote.words:
        item["annote"] = quote.words
    return item


def csl_items(quotes: Iterable[Quote]) -> list[Item]:
    """Return quotations as the list that a CSL-JSON file holds; each id stands once."""
    items = [csl_item(quote) for quote in quotes]
    names = told_apart(str(item["id"]) for item in items)
    return [{**item, "id": name} for item, name in zip(items, names, strict=True)]
