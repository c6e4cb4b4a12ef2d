"""A notebook, or a part of it, as a text that others read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from html import escape as escape_html

from tui.quoting.citation import cite
from tui.quoting.deep_link import deep_link
from tui.quoting.export import FORMATS as REFERENCE_FORMATS
from tui.quoting.export import export
from tui.quoting.markdown import escape
from tui.quoting.note import Note
from tui.quoting.phrases import day_first, remarks, speaker
from tui.quoting.quote import Quote

TITLE = "Notebook"

_STYLE = (
    "body{max-width:40em;margin:2em auto;padding:0 1em;font:1em/1.5 serif}"
    "article{margin:2em 0}blockquote{margin:1em 0;padding-left:1em;border-left:.2em solid #999}"
    ".source,.tags{font-size:.9em}.remark{font-style:italic}"
)


def export_notes(notes: Sequence[Note], form: str, *, title: str = TITLE) -> str:
    """Return the text of a file that holds notes.

    Args:
        notes: What to hand over, in their order.
        form: One of `FORMATS`.
        title: What the text is called, where the format has a title.

    Raises:
        ValueError: There is no such format; the message names those there are.
    """
    if form in REFERENCE_FORMATS:
        return export([quote for note in notes for quote in _quotes(note)], form)
    write = _TEXTS.get(form)
    if write is None:
        raise ValueError(f"there is no format “{form}”; there are {', '.join(FORMATS)}")
    return write(notes, title)


def _quotes(note: Note) -> Iterable[Quote]:
    return (replace(kept.quote, remark=note.remark, tags=note.tags) for kept in note.kept)


def _markdown(notes: Sequence[Note], title: str) -> str:
    parts = [f"# {escape(title)}"]
    for number, note in enumerate(notes):
        if number:
            parts.append("---")
        parts += [cite(kept.quote, "markdown") for kept in note.kept]
        if note.remark:
            parts.append(escape(note.remark))
        if note.tags:
            parts.append(f"Tags: {', '.join(map(escape, note.tags))}")
    return "\n\n".join(parts) + "\n"


def _html(notes: Sequence[Note], title: str) -> str:
    name = escape_html(title)
    head = f'<meta charset="utf-8">\n<title>{name}</title>\n<style>{_STYLE}</style>'
    body = "\n".join((f"<h1>{name}</h1>", *map(_article, notes)))
    return f"<!doctype html>\n<html>\n<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n"


def _article(note: Note) -> str:
    lines = [f'<article id="{escape_html(note.id)}">']
    for kept in note.kept:
        quote = kept.quote
        words = "\n".join(f"<p>{escape_html(paragraph)}</p>" for paragraph in quote.paragraphs)
        lines.append(f"<blockquote>\n{words}\n</blockquote>")
        lines.append(f'<p class="source">{_source(quote)}</p>')
    if note.remark:
        lines.append(f'<p class="remark">{escape_html(note.remark)}</p>')
    if note.tags:
        lines.append(f'<p class="tags">Tags: {escape_html(", ".join(note.tags))}</p>')
    return "\n".join((*lines, "</article>"))


def _source(quote: Quote) -> str:
    title = f"<cite>{escape_html(quote.title)}</cite>"
    url = deep_link(quote) or ""
    if url.startswith(("https://", "http://")):  # any other scheme could do more than lead there
        title = f'<a href="{escape_html(url)}">{title}</a>'
    when = ", ".join(part for part in (day_first(quote.date), quote.time) if part)
    who = f"<b>{escape_html(speaker(quote))}</b>"
    said = (who, escape_html(quote.role or ""), title, escape_html(quote.place), when)
    noted = "; ".join((*remarks(quote), quote.address))
    return f"— {', '.join(part for part in said if part)} ({escape_html(noted)})"


_TEXTS: dict[str, Callable[[Sequence[Note], str], str]] = {"markdown": _markdown, "html": _html}
FORMATS = (*_TEXTS, *REFERENCE_FORMATS)
"""The names of the formats."""
