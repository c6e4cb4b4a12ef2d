"""Quotations with their citation, one function a style.

Chicago is a note as in the Manual of Style's 18th edition, APA a reference with its
citation in the text as in the 7th, MLA a list entry likewise as in the 9th. Where a
guide wants what a source does not record, it is left out or said to be missing.
"""

from __future__ import annotations

from collections.abc import Callable

from tui.quoting.markdown import escape
from tui.quoting.phrases import (
    day_first,
    initials,
    inverted,
    locator,
    month_first,
    remark_sentences,
    remarks,
    short_month,
    speaker,
    speaker_and_role,
    stopped,
    year_first,
)
from tui.quoting.quote import Quote


def cite(quote: Quote, style: str) -> str:
    """Return a quotation with its citation.

    Args:
        quote: What is quoted.
        style: One of `STYLES`.

    Raises:
        ValueError: There is no such style; the message names those there are.
    """
    write = _STYLES.get(style)
    if write is None:
        raise ValueError(f"there is no style “{style}”; there are {', '.join(STYLES)}")
    return write(quote)


def in_quotation_marks(words: str) -> str:
    """Put words into quotation marks, opened anew with each paragraph.

    The words themselves stay as stored, quotation marks of their own included.
    """
    return "\n\n".join(f"“{paragraph}" for paragraph in words.split("\n\n")) + "”"


def _plain(quote: Quote) -> str:
    when = ", ".join(part for part in (day_first(quote.date), quote.time) if part)
    where = ", ".join(part for part in (quote.title, quote.place, when) if part)
    source = quote.source_url or ""
    line = f"— {speaker_and_role(quote)}. {stopped(where)}"
    parts = (line, source, remark_sentences(quote), f"[{quote.address}]")
    return f"{in_quotation_marks(quote.words)}\n" + " ".join(part for part in parts if part)


def _markdown(quote: Quote) -> str:
    body = "\n>\n".join(f"> {escape(paragraph)}" for paragraph in quote.paragraphs)
    title = f"*{escape(quote.title)}*"
    if quote.source_url:
        title = f"[{title}](<{quote.source_url}>)"
    when = ", ".join(part for part in (day_first(quote.date), quote.time) if part)
    who = f"**{escape(speaker(quote))}**"
    line = ", ".join(
        part for part in (who, escape(quote.role or ""), title, escape(quote.place), when) if part
    )
    noted = "; ".join((*remarks(quote), f"`{quote.address}`"))
    return f"{body}\n>\n> — {line} ({noted})"


def _newsroom(quote: Quote) -> str:
    said = [speaker_and_role(quote)]
    if quote.place:
        said.append(f"at {quote.place}" if quote.place.startswith("The ") else quote.place)
    if quote.date:
        said.append(day_first(quote.date))
    noted = "; ".join((quote.source_url or "", *remarks(quote), quote.address)).lstrip("; ")
    source = f"Transcript: {quote.title} ({noted})"
    return f"{', '.join(said)}: {in_quotation_marks(quote.words)}\n{source}"


def _chicago(quote: Quote) -> str:
    comma = "" if quote.title.endswith(("?", "!")) else ","
    genre = "transcript" if quote.kind == "turn" else quote.kind.replace("_", " ")
    parts = (
        f"“{quote.title}{comma}” {genre}",
        quote.place,
        month_first(quote.date) or "n.d.",
        locator(quote),
        quote.source_url,
    )
    note = ", ".join(part for part in parts if part)
    if quote.speaker:
        note = f"{quote.speaker}, {note}"
    return _with_reference(in_quotation_marks(quote.words), f"{note}.", quote)


def _apa(quote: Quote) -> str:
    date = year_first(quote.date)
    author = initials(quote)
    head = f"{stopped(author)} ({date}). {quote.title}" if author else f"{quote.title}"
    genre = "[Transcript]" if author else f"[Transcript]. ({date})"
    parts = [f"{head} {genre}."]
    if quote.place:
        parts.append(stopped(quote.place))
    if quote.source_url:
        # A full stop after an address would be taken for part of it.
        parts.append(quote.source_url)
    name = quote.family or quote.speaker or f"“{quote.title}”"
    inside = f"({name}, {date.partition(',')[0]}, {locator(quote)})"
    return _with_reference(f"{in_quotation_marks(quote.words)} {inside}", " ".join(parts), quote)


def _mla(quote: Quote) -> str:
    author = inverted(quote)
    where = ", ".join(part for part in (short_month(quote.date), quote.place) if part)
    parts = [f"{stopped(author)}" if author else "", f"“{stopped(quote.title)}”"]
    if where:
        parts.append(stopped(where))
    parts.append(f"Transcript, {quote.source_url}." if quote.source_url else "Transcript.")
    name = quote.family or quote.speaker or f"“{quote.title}”"
    words = f"{in_quotation_marks(quote.words)} ({name}, {locator(quote)})"
    return _with_reference(words, " ".join(part for part in parts if part), quote)


def _with_reference(words: str, reference: str, quote: Quote) -> str:
    """Put the reference under the words, with what has to be said besides."""
    tail = " ".join(part for part in (remark_sentences(quote), f"[{quote.address}]") if part)
    return f"{words}\n\n{reference} {tail}"


_STYLES: dict[str, Callable[[Quote], str]] = {
    "plain": _plain,
    "markdown": _markdown,
    "newsroom": _newsroom,
    "chicago": _chicago,
    "apa": _apa,
    "mla": _mla,
}
STYLES = tuple(_STYLES)
"""The names of the styles, plainest first."""
