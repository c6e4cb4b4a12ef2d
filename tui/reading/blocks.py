"""Blocks of text, and the stretches inside them that nobody spoke."""

from __future__ import annotations

import re

from tui.model import Block, BlockKind, Span, SpanKind

_DOTS = r"(?:…|\.\.\.|\. \. \.)"
_ELISION = rf"[<‹«(\[]\s?{_DOTS}\s?[>›»)\]]"
_MARKS = re.compile(rf"(?P<elision>{_ELISION})|(?P<editor>\[[^\[\]\n]{{1,400}}\])")
_ALONE = re.compile(rf"\s*(?:{_ELISION}\s*)+[.;]?\s*\Z")
_ASIDE = re.compile(r"\s*(?:\([^()]{2,600}\)|\[[^\[\]]{2,600}\])[.\s]*\Z")
_NARRATED = re.compile(
    r"(?:(?:A |The )?(?:[Vv]ideo|[Ff]ilm)(?: clip)? (?:is |was )?(?:plays|played|shown|screened)|"
    r"Viewing (?:a|the) (?:video|film)|Remarks? in [A-Z]|Applause|Laughter|To be continued|"
    r"(?:A )?(?:[Mm]inute|[Mm]oment) of silence|The (?:national )?anthem)[^:]*\Z"
)


def is_elision(line: str) -> bool:
    """Say whether a line is nothing but the publisher's mark of an omission."""
    return len(line) < 40 and _ALONE.match(line) is not None


def is_aside(line: str) -> bool:
    """Say whether a whole line is a narrator's: ``(Video plays.)``, ``A video is played.``."""
    if len(line) > 640:
        return False
    if line.lstrip()[:1] in ("(", "["):
        return _ASIDE.match(line) is not None
    return len(line) < 80 and _NARRATED.match(line) is not None


def spans_of(text: str) -> tuple[Span, ...]:
    """Return the editor's brackets and marks of omission inside a paragraph."""
    if "[" not in text and "…" not in text and "..." not in text and ". . ." not in text:
        return ()
    return tuple(
        Span(
            found.start(),
            found.end(),
            SpanKind.ELISION if found.lastgroup == "elision" else SpanKind.EDITOR,
        )
        for found in _MARKS.finditer(text)
    )


def paragraph(text: str, start: float | None = None, end: float | None = None) -> Block:
    """Return a spoken paragraph with its spans marked.

    Args:
        text: The words as printed.
        start: Seconds from the beginning of the recording.
        end: Likewise.
    """
    return Block(BlockKind.PARAGRAPH, text, spans_of(text), start, end)


def unspoken(kind: BlockKind, text: str) -> Block:
    """Return a block outside speech; an omission inside the publisher's prose is marked too."""
    return Block(kind, text, spans_of(text) if kind is BlockKind.NARRATIVE else ())
