"""A note on the notebook's screen: its line in the list, and all of it below."""

from __future__ import annotations

from textual.content import Content

from tui.library.notebook.standing import Checked
from tui.quoting.anchoring import Standing
from tui.quoting.note import Note, as_line
from tui.safe import visible
from tui.screens.wording import day

SIGNS = {
    Standing.STANDS: " ",
    Standing.MOVED: " ",
    Standing.TOUCHED: "≠",
    Standing.ORPHAN: "?",
}
"""What stands before a note that should be looked at."""

_SHOWN = 200
_REMARK = 44
"""Characters of a remark and its tags in a line."""


def one_line(text: str, length: int = _SHOWN) -> str:
    """Return a text in one line, control characters shown, its end left out past a length."""
    line = visible(" ".join(text[: 4 * length].split()))
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def line(note: Note, checked: Checked | None) -> Content:
    """Write a note in one line.

    Args:
        note: The note.
        checked: What became of it; None where it was not looked for yet.
    """
    sign = SIGNS[checked.standing] if checked is not None else " "
    quote, said = note.first, one_line(as_line(note), _REMARK)
    words = one_line(note.words)
    return Content.assemble(
        (f"{sign} ", "bold $accent"),
        (f"{quote.date or 'undated':<10}  ", "$text-muted"),
        (f"{visible(quote.speaker or quote.kind)}  ", "bold"),
        (f"{said}  " if said else "", "italic $accent"),
        words if note.whole else f"“{words}”",
    )


def in_full(note: Note, checked: Checked | None) -> Content:
    """Write all of a note: citation, remark, words, and what the present reading has instead."""
    quote = note.first
    where = " · ".join(part for part in (day(quote.date), quote.place, quote.title) if part)
    lines = [
        Content(visible(where)).stylize("$text-muted"),
        Content(visible(f"{note.address}   kept {note.made[:10]}   {note.id}")).stylize("dim"),
    ]
    if note.remark or note.tags:
        tags = " ".join(f"#{visible(tag)}" for tag in note.tags)
        lines.append(Content.assemble((visible(note.remark), "italic"), "  ", (tags, "$accent")))
    if checked is not None and checked.why:
        why = visible(checked.why[:1].upper() + checked.why[1:])
        lines.append(Content(f"{why}.").stylize("$text-warning"))
    for number, kept in enumerate(note.kept):
        said = ", ".join(part for part in (kept.quote.speaker, kept.quote.role) if part)
        lines += [Content(""), Content(visible(said or kept.quote.kind)).stylize("bold")]
        lines += [Content(visible(paragraph)) for paragraph in kept.quote.paragraphs]
        now = checked.found[number].now if checked is not None else None
        if now is not None:
            lines.append(Content("The present reading:").stylize("$text-warning"))
            lines += [Content(visible(paragraph)) for paragraph in now.split("\n\n")]
    return Content("\n").join(lines)
