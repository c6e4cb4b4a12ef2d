"""Cutting quotations out of a meeting, and seeing the seams on the way."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tui.model import BlockKind, Meeting, Place, SpanKind, Turn
from tui.quoting.family_name import family_name
from tui.quoting.pieces import Piece, pieces_of
from tui.quoting.quote import OMISSION, Quote, Seam, SeamKind
from tui.search.names import roles

_CONTEXT = 3
"""Words before and after a quotation that are kept to tell it from its like."""


class QuoteError(Exception):
    """Nothing can be quoted there; the message says why."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """A stretch of one piece."""

    piece: Piece
    start: int
    end: int


def quote_turn(meeting: Meeting, anchor: str, paragraph: int | None = None) -> Quote:
    """Quote a whole turn or block, or one paragraph of it.

    Args:
        meeting: Where it stands.
        anchor: ``t3``, ``b2``, ``title`` or ``summary``; ``t3.2`` names a paragraph too.
        paragraph: Which paragraph, from 1; None for all.

    Raises:
        QuoteError: There is no such place, or no word in it.
    """
    name, dot, number = anchor.partition(".")
    if dot and paragraph is None:
        paragraph = int(number) if number.isdecimal() else 0
    pieces = [
        piece
        for piece in pieces_of(meeting)
        if piece.anchor == name or (piece.turn and f"t{piece.turn.number}" == name)
    ]
    if paragraph is not None:
        pieces = [p for p in pieces if p.anchor == name and p.index == paragraph - 1]
    quotes = _quotes(meeting, [_Cut(piece, 0, len(piece.block.text)) for piece in pieces])
    if not quotes:
        where = anchor if paragraph is None or dot else f"{anchor}.{paragraph}"
        raise QuoteError(f"{meeting.id} has no words at #{where}")
    quote = quotes[0]
    return quote if paragraph is None else replace(quote, anchor=f"{name}.{paragraph}")


def cite_meeting(meeting: Meeting) -> Quote:
    """Return what a citation of a whole meeting rests on: a quotation of no words."""
    return _quote(meeting, "", "", None, None, "meeting", ())


def quote_selection(meeting: Meeting, start: Place, end: Place) -> tuple[Quote, ...]:
    """Quote what was selected: one quotation a turn, each with the seams it runs across.

    Where anything spoken is selected, only that is quoted, and what stands between is
    named among the seams. Where an end of the selection lies inside an editor's bracket,
    the whole bracket is taken.

    Args:
        meeting: Where it stands.
        start: One end.
        end: The other; either may come first.

    Raises:
        QuoteError: A place is not in this meeting, or no word is selected.
    """
    pieces = list(pieces_of(meeting))
    first, last = sorted((_locate(meeting, pieces, start), _locate(meeting, pieces, end)))
    cuts: list[_Cut] = []
    for number in range(first[0], last[0] + 1):
        piece = pieces[number]
        begin = first[1] if number == first[0] else 0
        stop = last[1] if number == last[0] else len(piece.block.text)
        cuts.append(_widened(piece, begin, stop))
    quotes = _quotes(meeting, cuts)
    if not quotes:
        raise QuoteError("no word is selected")
    return quotes


def _locate(meeting: Meeting, pieces: list[Piece], place: Place) -> tuple[int, int]:
    for number, piece in enumerate(pieces):
        if (piece.anchor, piece.index) == (place.anchor, place.block):
            return number, max(0, min(place.offset, len(piece.block.text)))
    raise QuoteError(f"{meeting.id} has no place #{place.anchor}.{place.block + 1}")


def _widened(piece: Piece, start: int, end: int) -> _Cut:
    if start < end:
        for span in piece.block.spans:
            inside = span.start <= start and end <= span.end
            if not inside and span.start < start < span.end:
                start = span.start
            if not inside and span.start < end < span.end:
                end = span.end
    return _Cut(piece, start, end)


def _quotes(meeting: Meeting, cuts: list[_Cut]) -> tuple[Quote, ...]:
    cuts = [cut for cut in cuts if cut.piece.block.text[cut.start : cut.end].strip()]
    in_brackets = len(cuts) == 1 and _is_in_bracket(cuts[0])
    if in_brackets or not any(cut.piece.spoken for cut in cuts):
        kind = SpanKind.EDITOR.value if in_brackets else None
        return tuple(_unspoken_quote(meeting, cut, kind) for cut in cuts)
    quotes: list[Quote] = []
    waiting: list[_Cut] = []
    for cut in cuts:
        if not cut.piece.spoken:
            waiting.append(cut)
            continue
        words, seams = _words(cut)
        crossed = tuple(_interruption(other) for other in waiting) if quotes else ()
        turn = cut.piece.turn
        if quotes and quotes[-1].anchor == cut.piece.anchor:
            omitted = any(other.piece.block.kind is BlockKind.ELISION for other in waiting)
            joint = f"\n\n{OMISSION}\n\n" if omitted else "\n\n"
            quotes[-1] = replace(
                quotes[-1],
                words=quotes[-1].words + joint + words,
                after=_after(cut),
                seams=quotes[-1].seams + crossed + seams,
            )
        elif turn is not None:
            if quotes:
                quotes[-1] = replace(quotes[-1], seams=(*quotes[-1].seams, *crossed, _change(turn)))
            role = roles(meeting).get(turn.number)
            quotes.append(
                replace(
                    _quote(meeting, cut.piece.anchor, words, turn.speaker, role, "turn", seams),
                    start=cut.piece.start,
                    before=_before(cut),
                    after=_after(cut),
                )
            )
        waiting = []
    return tuple(quotes)


def _is_in_bracket(cut: _Cut) -> bool:
    return cut.piece.spoken and any(
        span.kind is SpanKind.EDITOR and span.start <= cut.start and cut.end <= span.end
        for span in cut.piece.block.spans
    )


def _words(cut: _Cut) -> tuple[str, tuple[Seam, ...]]:
    """Return a spoken piece's words, omissions marked, and its seams."""
    text = cut.piece.block.text
    words: list[str] = []
    seams: list[Seam] = []
    position = cut.start
    for span in cut.piece.block.spans:
        if span.end <= cut.start or span.start >= cut.end:
            continue
        printed = text[span.start : span.end]
        if span.kind is SpanKind.ELISION:
            words += [text[position : span.start], OMISSION]
            position = span.end
            advice = f"the source leaves something out here; {OMISSION} says so"
            seams.append(Seam(SeamKind.ELISION, printed, advice))
        else:
            advice = "the bracket is an editor's, not the speaker's; the citation says so"
            seams.append(Seam(SeamKind.EDITOR, printed, advice))
    words.append(text[position : cut.end])
    return "".join(words).strip(), tuple(seams)


def _before(cut: _Cut) -> str:
    """Return the words right before a cut in its paragraph, if it begins with a whole word."""
    before = cut.piece.block.text[: cut.start]
    return " ".join(before.split()[-_CONTEXT:]) if before[-1:].isspace() else ""


def _after(cut: _Cut) -> str:
    """Return the words right behind a cut in its paragraph, if it ends with a whole word."""
    after = cut.piece.block.text[cut.end :]
    return " ".join(after.split()[:_CONTEXT]) if after[:1].isspace() else ""


def _interruption(cut: _Cut) -> Seam:
    text = cut.piece.block.text
    if cut.piece.block.kind is BlockKind.ELISION:
        return Seam(
            SeamKind.ELISION, text, f"the source leaves something out here; {OMISSION} says so"
        )
    kind = cut.piece.block.kind.value.replace("_", " ")
    return Seam(SeamKind.INTERRUPTION, text, f"a {kind}, not speech; it is left out")


def _change(turn: Turn) -> Seam:
    who = turn.speaker or "an unnamed speaker"
    return Seam(SeamKind.SPEAKER, who, f"{who} speaks from here on; quoted separately")


def _unspoken_quote(meeting: Meeting, cut: _Cut, kind: str | None) -> Quote:
    text = cut.piece.block.text[cut.start : cut.end].strip()
    anchor = cut.piece.anchor
    if kind is None:
        kind = anchor if anchor in ("title", "summary") else cut.piece.block.kind.value
    return replace(_quote(meeting, anchor, text, None, None, kind, ()), start=cut.piece.block.start)


def _quote(
    meeting: Meeting,
    anchor: str,
    words: str,
    speaker: str | None,
    role: str | None,
    kind: str,
    seams: tuple[Seam, ...],
) -> Quote:
    return Quote(
        words=words,
        meeting=meeting.id,
        anchor=anchor,
        speaker=speaker,
        family=family_name(speaker, meeting.persons) if speaker else None,
        role=role,
        kind=kind,
        title=meeting.title,
        date=meeting.date,
        time=meeting.time,
        place=meeting.place,
        source_name=meeting.source.name,
        source_url=meeting.source.url,
        sha256=meeting.source.sha256,
        partial=meeting.partial,
        seams=seams,
    )
