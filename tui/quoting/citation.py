"""Quotations with their citation, one function a style.

Chicago is a note as in the Manual of Style's 18th edition, APA a reference with its
citation in the text as in the 7th, MLA a list entry likewise as in the 9th. Where a
guide wants what a source does not record, it is left out or said to be missing.
"""

from __future__ import annotations

from collections.abc import Callable

from tui.quoting.deep_link import deep_link
from tui.quoting.markdown import escape
from tui.quoting.phrases import (
    day_first,
    initials,
    inverted,
    locator,
    month_first,
    nested,
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
    said = f"{in_quotation_marks(quote.words)}\n— {speaker_and_role(quote)}. "
    line = f"{said if quote.words else ''}{stopped(where)}"
    parts = (line, deep_link(quote) or "", remark_sentences(quote), f"[{quote.address}]")
    return " ".join(part for part in parts if part)


def _markdown(quote: Quote) -> str:
    body = "\n>\n".join(f"> {escape(paragraph)}" for paragraph in quote.paragraphs)
    title = f"*{escape(quote.title)}*"
    if url := deep_link(quote):
        title = f"[{title}](<{url}>)"
    when = ", ".join(part for part in (day_first(quote.date), quote.time) if part)
    who = f"**{escape(speaker(quote))}**" if quote.words else ""
    line = ", ".join(
        part for part in (who, escape(quote.role or ""), title, escape(quote.place), when) if part
    )
    line += f" ({'; '.join((*remarks(quote), f'`{quote.address}`'))})"
    return f"{body}\n>\n> — {line}" if quote.words else line


def _newsroom(quote: Quote) -> str:
    noted = "; ".join((deep_link(quote) or "", *remarks(quote), quote.address)).lstrip("; ")
    if not quote.words:
        facts = (quote.title, quote.place, day_first(quote.date))
        return f"Transcript: {', '.join(fact for fact in facts if fact)} ({noted})"
    said = [speaker_and_role(quote)]
    if quote.place:
        said.append(f"at {quote.place}" if quote.place.startswith("The ") else quote.place)
    if quote.date:
        said.append(day_first(quote.date))
    source = f"Transcript: {quote.title} ({noted})"
    return f"{', '.join(said)}: {in_quotation_marks(quote.words)}\n{source}"


def _chicago(quote: Quote) -> str:
    comma = "" if quote.title.endswith(("?", "!")) else ","
    genre = "transcript"
    if quote.kind not in ("turn", "meeting"):
        genre = quote.kind.replace("_", " ")
    parts = (
        f"“{nested(quote.title)}{comma}” {genre}",
        quote.place,
        month_first(quote.date) or "n.d.",
        locator(quote),
        deep_link(quote),
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
    if url := deep_link(quote):
        # A full stop after an address would be taken for part of it.
        parts.append(url)
    name = quote.family or quote.speaker or f"“{nested(quote.title)}”"
    inside = ", ".join(part for part in (name, date.partition(",")[0], locator(quote)) if part)
    return _with_reference(f"{in_quotation_marks(quote.words)} ({inside})", " ".join(parts), quote)


def _mla(quote: Quote) -> str:
    author = inverted(quote)
    where = ", ".join(part for part in (short_month(quote.date), quote.place) if part)
    parts = [f"{stopped(author)}" if author else "", f"“{stopped(nested(quote.title))}”"]
    if where:
        parts.append(stopped(where))
    url = deep_link(quote)
    parts.append(f"Transcript, {url}." if url else "Transcript.")
    name = quote.family or quote.speaker or f"“{nested(quote.title)}”"
    inside = ", ".join(part for part in (name, locator(quote)) if part)
    words = f"{in_quotation_marks(quote.words)} ({inside})"
    return _with_reference(words, " ".join(part for part in parts if part), quote)


def _with_reference(words: str, reference: str, quote: Quote) -> str:
    """Put the reference under the words, with what has to be said besides.

    The guides have no place for the office of that day, so it follows the reference.
    """
    office = f"Spoken as {stopped(quote.role)}" if quote.role else ""
    tail = (office, remark_sentences(quote), f"[{quote.address}]")
    entry = " ".join((reference, *(part for part in tail if part)))
    return f"{words}\n\n{entry}" if quote.words else entry


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
