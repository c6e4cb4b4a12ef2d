"""BibTeX entries."""

from __future__ import annotations

import re
from collections.abc import Iterable

from slugify import slugify

from tui.quoting.deep_link import deep_link
from tui.quoting.phrases import date_parts, inverted, particulars, told_apart
from tui.quoting.quote import Quote

_SPECIAL = {
    "\\": r"\textbackslash{}",
    # BibTeX counts a brace behind a backslash too: a lone one would end the field elsewhere.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_SPECIAL_SIGN = re.compile("|".join(map(re.escape, _SPECIAL)))
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def bibtex(quotes: Iterable[Quote]) -> str:
    """Return quotations as a BibTeX file: ``@misc`` entries, the words in ``annote``."""
    quotes = tuple(quotes)
    keys = told_apart(_key(quote) for quote in quotes)
    return "\n".join(_entry(quote, key) for quote, key in zip(quotes, keys, strict=True))


def _key(quote: Quote) -> str:
    return slugify(f"{quote.family or quote.speaker or quote.kind} {quote.address}")


def _entry(quote: Quote, key: str) -> str:
    year, month, day = date_parts(quote.date)
    author = inverted(quote)
    if author and not quote.family:
        # Braces keep BibTeX from taking the name apart.
        author = f"{{{_escape(author)}}}"
    elif author:
        author = _escape(author)
    fields = {
        "author": author,
        # The inner braces keep the capitals as printed.
        "title": f"{{{_escape(quote.title)}}}",
        "howpublished": "Transcript",
        "address": _escape(quote.place),
        "year": year,
        "day": str(day or ""),
        "url": _url(deep_link(quote) or ""),
        "note": _escape(f"{particulars(quote)} {quote.remark}".strip()),
        "keywords": _escape(", ".join(quote.tags)),
        "annote": _escape(quote.words),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    if month:
        lines.append(f"  month = {_MONTHS[month - 1]},")
    return "\n".join((f"@misc{{{key},", *lines, "}")) + "\n"


def _escape(text: str) -> str:
    return _SPECIAL_SIGN.sub(lambda found: _SPECIAL[found.group()], text)


def _url(url: str) -> str:
    """Keep an address as it is, but for braces, which would end the field."""
    return url.replace("{", "%7B").replace("}", "%7D")
