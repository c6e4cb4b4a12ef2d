"""The quotations of a draft: what stands in quotation marks, and block quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from tui.quoting.drafts.attributing import Names, Said, attribution_line, said_of
from tui.quoting.drafts.prose import Draft, Prose

_CLOSING = {"“": "”", "«": "»", "„": "“”", '"': '"', "‟": "”", "»": "«", "‘": "’"}
_EITHER = frozenset('"»‘')
"""Marks that open only before a word; elsewhere they close, or are something else."""
_SINGLE_END = re.compile(r"’(?![^\W_])")
"""A closing mark, or the apostrophe of a plural."""
_BEFORE_OPENING = re.compile(r"[\s(\[{—–/-]")
_QUOTE = "\0"
"""Stands for a quotation in the sentence around it."""
_CREDITED = re.compile(r"([^.!?…]{1,90})[.!?…]\s*")
"""The rest of a sentence, and nothing behind it."""
_CREDIT = re.compile(r"\s*(?:—|–|--|―)\s*\S")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation in a draft.

    Attributes:
        text: The quoted words without their quotation marks; paragraphs parted by an
            empty line.
        line: Where its first word stands, from 1.
        column: Likewise, in characters.
        end: The offset in the source behind its closing mark.
        said: Who is said to have said it, and when, as far as the draft tells.
        is_closed: Whether its closing mark is there; else it reaches to the paragraph's end.
    """

    text: str
    line: int
    column: int
    end: int
    said: Said
    is_closed: bool = True


@dataclass(frozen=True, slots=True)
class _Span:
    """A stretch between quotation marks, both included where they are there."""

    start: int
    end: int
    closed: bool


def quotations(draft: Draft, names: Names) -> tuple[Quotation, ...]:
    """Return every quotation of a draft in order, nested ones as part of the outer."""
    found: list[Quotation] = []
    before: Prose | None = None
    for quoted, group in groupby(draft.prose, key=lambda prose: prose.quoted):
        paragraphs = list(group)
        if quoted:
            block = _block(draft, paragraphs, before, names)
            found.extend([block] if block else [])
        else:
            found.extend(_marked(draft, paragraphs, names))
        before = paragraphs[-1]
    return tuple(found)


def _marked(draft: Draft, paragraphs: Sequence[Prose], names: Names) -> Iterator[Quotation]:
    """Yield what stands in quotation marks, over several paragraphs where each opens anew."""
    open_one: Quotation | None = None
    for number, prose in enumerate(paragraphs):
        text = prose.text
        following = paragraphs[number + 1].text.lstrip() if number + 1 < len(paragraphs) else ""
        spans = _spans(text)
        around = _around(text, spans)
        before = Said()
        for place, span in enumerate(spans):
            inside = text[span.start + 1 : span.end - span.closed]
            goes_on = not span.closed and following.startswith(text[span.start])
            end = prose.offsets[span.end - 1] + 1
            if open_one is not None and place == 0:
                words = f"{open_one.text}\n\n{inside.strip()}"
                open_one = replace(open_one, text=words, end=end)
            else:
                first = span.start + 1
                line, column = draft.position(prose.offsets[min(first, len(text) - 1)])
                said = _said(around, place, names, before)
                before = said
                open_one = Quotation(inside.strip(), line, column, end, said)
            if not goes_on:
                if open_one.text:
                    yield replace(open_one, is_closed=span.closed)
                open_one = None
        if not spans:
            open_one = None


def _said(around: str, place: int, names: Names, before: Said) -> Said:
    """Return who said a quotation: where “…,” she said. “…” does not say, who said the last.

    Args:
        around: The paragraph with a sign in the place of each quotation.
        place: Which of them it is.
        names: People of the archive.
        before: Who said the one before it in the paragraph.
    """
    said = said_of(*_sentence(around, place), names)
    if said.by is not None or before.by is None or place == 0:
        return said
    between = around.split(_QUOTE)[place]
    credit = _CREDITED.fullmatch(between)
    if credit is None or said_of("", credit[1], names).by != before.by:
        return said
    return Said(before.by, said.date or before.date)


def _block(
    draft: Draft, paragraphs: Sequence[Prose], before: Prose | None, names: Names
) -> Quotation | None:
    """Return a block quote, its last line taken for the attribution where it is one."""
    kept = list(paragraphs)
    said = Said()
    if len(kept) > 1 and _CREDIT.match(kept[-1].text):
        said = attribution_line(kept.pop().text, names)
    elif before is not None and before.text.rstrip().endswith(":"):
        around = _around(f"{before.text.rstrip()} ", _spans(before.text)) + _QUOTE
        said = said_of(*_sentence(around, around.count(_QUOTE) - 1), names)
    words = "\n\n".join(prose.text.strip() for prose in kept if prose.text.strip())
    if not words:
        return None
    first, last = kept[0], kept[-1]
    begin = len(first.text) - len(first.text.lstrip())
    line, column = draft.position(first.offsets[begin])
    end = last.offsets[len(last.text.rstrip()) - 1] + 1
    return Quotation(words, line, column, end, said)


def _spans(text: str) -> list[_Span]:
    """Return the stretches between quotation marks; the last may stay open."""
    spans: list[_Span] = []
    start, depth, free = -1, 0, 0
    for place, character in enumerate(text):
        if start < 0:
            if character in _CLOSING and _opens(text, place) and place >= free:
                end = _single_end(text, place) if character == "‘" else 0
                if end is None:
                    continue
                if end:
                    spans.append(_Span(place, end, True))
                    free = end
                else:
                    start, depth = place, 1
            continue
        opening = text[start]
        if character in _CLOSING[opening] and not (
            opening == '"' and _opens(text, place) and text[place + 1 : place + 2].isalnum()
        ):
            depth -= 1
        elif character == opening and opening not in _EITHER:
            depth += 1
        if depth == 0:
            spans.append(_Span(start, place + 1, True))
            start = -1
    if start >= 0:
        spans.append(_Span(start, len(text), False))
    return spans


def _single_end(text: str, place: int) -> int | None:
    """Return where a quotation in single marks ends; None where the mark is none of such.

    “The workers’ union” does not end one: a mark behind punctuation is preferred.
    """
    until = text.find("‘", place + 1)
    ends = [found.end() for found in _SINGLE_END.finditer(text, place + 1)]
    near = [end for end in ends if until < 0 or end <= until]
    certain = [end for end in near if text[end - 2] in ",.!?…"]
    return next(iter((*certain, *near)), None)


def _opens(text: str, place: int) -> bool:
    """Say whether a mark can open a quotation; some may be of either kind."""
    if text[place] not in _EITHER:
        return True
    before, after = text[:place][-1:], text[place + 1 : place + 2]
    return (not before or _BEFORE_OPENING.match(before) is not None) and bool(after.strip())


def _around(text: str, spans: Sequence[_Span]) -> str:
    """Return a paragraph with a sign in the place of each quotation."""
    pieces: list[str] = []
    position = 0
    for span in spans:
        pieces += [text[position : span.start], _QUOTE]
        position = span.end
    return "".join((*pieces, text[position:]))


_SENTENCE_END = re.compile(r"(?<!\b[A-ZА-Я])(?<!\b(?:Mr|Dr|Ms|St))(?<!\bMrs)[.!?…]\s+(?=\S)")


def _sentence(around: str, number: int) -> tuple[str, str]:
    """Return what of a sentence stands before and after one of the quotations."""
    place = [found.start() for found in re.finditer(_QUOTE, around)][number]
    ends = [found.end() for found in _SENTENCE_END.finditer(around)]
    start = max((end for end in ends if end <= place), default=0)
    stop = min((end for end in ends if end > place), default=len(around))
    return around[start:place], around[place + 1 : stop]
