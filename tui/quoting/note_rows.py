"""A note as a JSON object and back: how a notebook stores it and hands it on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tui.quoting.note import Kept, Note
from tui.quoting.quote import Quote, Seam, SeamKind

SCHEMA = "stenogram/note@1"
"""Names the form of the object."""

_TEXTS = ("words", "meeting", "anchor", "kind", "title", "place", "source_name", "sha256")
_MAYBE = ("speaker", "family", "role", "date", "time", "source_url")


class NoteRowError(ValueError):
    """An object is no note; the message says why."""


def to_row(note: Note) -> dict[str, Any]:
    """Return a note as a JSON object."""
    return {
        "schema": SCHEMA,
        "id": note.id,
        "made": note.made,
        "changed": note.changed,
        "whole": note.whole,
        "remark": note.remark,
        "tags": list(note.tags),
        "kept": [_kept_row(kept) for kept in note.kept],
    }


def from_row(row: Mapping[str, Any]) -> Note:
    """Read a note from a JSON object.

    Raises:
        NoteRowError: It is none, or its words are not those that were kept.
    """
    if row.get("schema") != SCHEMA:
        raise NoteRowError(f"it is no {SCHEMA}")
    kept = row.get("kept")
    if not isinstance(kept, list) or not kept or not all(isinstance(one, dict) for one in kept):
        raise NoteRowError("it holds no words")
    tags = row.get("tags", [])
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise NoteRowError("“tags” is no list of words")
    note = Note(
        id=_text(row, "id"),
        made=_text(row, "made"),
        changed=_text(row, "changed"),
        kept=tuple(map(_kept, kept)),
        remark=_text(row, "remark"),
        tags=tuple(tags),
        whole=bool(row.get("whole")),
    )
    if not note.id:
        raise NoteRowError("it has no id")
    if len({one.quote.meeting for one in note.kept}) > 1:
        raise NoteRowError("its words are of more than one meeting")
    return note


def _kept_row(kept: Kept) -> dict[str, Any]:
    quote = kept.quote
    return {
        **{name: getattr(quote, name) for name in (*_TEXTS, *_MAYBE)},
        "partial": quote.partial,
        "start": quote.start,
        "seams": [
            {"kind": seam.kind.value, "text": seam.text, "advice": seam.advice}
            for seam in quote.seams
        ],
        "before": kept.before,
        "after": kept.after,
        "alone": kept.alone,
        "words_sha256": kept.digest,
    }


def _kept(row: Mapping[str, Any]) -> Kept:
    # Fields by their names; to a checker each of them could be any field.
    texts: dict[str, Any] = {name: _text(row, name) for name in _TEXTS}
    texts |= {name: None if row.get(name) is None else _text(row, name) for name in _MAYBE}
    start = row.get("start")
    if start is not None and (isinstance(start, bool) or not isinstance(start, int | float)):
        raise NoteRowError("“start” is no number of seconds")
    seams = row.get("seams", [])
    if not isinstance(seams, list):
        raise NoteRowError("“seams” is no list")
    quote = Quote(
        **texts,
        partial=bool(row.get("partial")),
        seams=tuple(map(_seam, seams)),
        start=start,
    )
    if not quote.words.strip():
        raise NoteRowError("it holds no words")
    if not quote.meeting or not quote.anchor:
        raise NoteRowError("it does not say where its words stand")
    kept = Kept(quote, _text(row, "before"), _text(row, "after"), bool(row.get("alone")))
    if row.get("words_sha256", kept.digest) != kept.digest:
        raise NoteRowError("its words are not those that were kept: the checksum does not agree")
    return kept


def _seam(row: Any) -> Seam:
    try:
        return Seam(SeamKind(row["kind"]), _text(row, "text"), _text(row, "advice"))
    except (TypeError, KeyError, ValueError) as error:
        raise NoteRowError("one of its seams cannot be read") from error


def _text(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name, "")
    if not isinstance(value, str):
        raise NoteRowError(f"“{name}” is no text")
    return value
