"""Notes as rows: of JSON, and of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.table import Column, cut

if TYPE_CHECKING:
    from tui.library.notebook.standing import Checked
    from tui.model import Place

_WORDS = 100
"""Cells of a note's words in a table; JSON has all of them."""

COLUMNS = (
    Column(style={"fg": "cyan"}),  # id
    Column(style={"bold": True}),  # standing, where it is worth saying
    Column(shrinks=4, least=16),  # address
    Column(shrinks=3, least=8, style={"bold": True}),  # speaker
    Column(shrinks=1, least=16),  # words
    Column(shrinks=2, least=8),  # remark and tags
)


def as_json(checked: Checked) -> dict[str, object]:
    """Return a note with stable keys; the words are those that were kept."""
    note, quote = checked.note, checked.note.first
    first = checked.found[0]
    return {
        "id": note.id,
        "made": note.made,
        "changed": note.changed,
        "kind": "mark" if note.whole else "quote",
        "meeting": note.meeting,
        "address": note.address,
        "speaker": quote.speaker,
        "role": quote.role,
        "date": quote.date,
        "time": quote.time,
        "title": quote.title,
        "place": quote.place,
        "url": quote.source_url,
        "partial": quote.partial,
        "words": note.words,
        "remark": note.remark,
        "tags": list(note.tags),
        "standing": checked.standing.value,
        "why": checked.why or None,
        "at": _address(first.place),
        "quotes": [
            {
                "address": kept.quote.address,
                "speaker": kept.quote.speaker,
                "role": kept.quote.role,
                "words": kept.quote.words,
                "before": kept.before,
                "after": kept.after,
                "sha256": kept.quote.sha256,
                "standing": found.standing.value,
                "at": _address(found.place),
                "now": found.now,
            }
            for kept, found in zip(note.kept, checked.found, strict=True)
        ],
    }


def _address(place: Place | None) -> str | None:
    return None if place is None else f"{place.meeting}#{place.anchor}"


def as_cells(checked: Checked) -> tuple[str, ...]:
    """Return a note's cells, in the order of `COLUMNS`."""
    from tui.quoting.note import as_line

    note = checked.note
    words = cut(" ".join(note.words.split()), _WORDS)
    return (
        note.id,
        checked.standing.value if checked.standing.value != "stands" else "",
        note.address,
        note.first.speaker or note.first.kind,
        words if note.whole else f"“{words}”",
        as_line(note),
    )
