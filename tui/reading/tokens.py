"""Running text whose words are marked one by one: the spaces between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from tui.reading.markup import local, text_of, words

_CLOSING = frozenset(".,;:!?)]}»”’…%")
_OPENING = frozenset("([{«„“‘¿¡")


@dataclass(frozen=True, slots=True)
class Token:
    """A marked word or punctuation mark.

    Attributes:
        text: Its letters.
        join: To which side it stands without a space, as TEI says it; "" where it says nothing.
        is_mark: Whether it is punctuation.
    """

    text: str
    join: str
    is_mark: bool


Text = str | Token
"""Text with its own spaces, or a word that brings none."""


def texts_of(element: etree._Element, skip: Iterable[str] = ()) -> Iterator[Text]:
    """Yield an element's text; words that are marked one by one, each by itself.

    Args:
        element: What holds the text.
        skip: Local names of elements whose words are left out.
    """
    left_out = frozenset(skip)
    name = local(element)
    if name in ("w", "pc"):
        # A word that is two in grammar has its parts inside it, without letters of their own.
        yield Token(text_of(element), element.get("join") or "", name == "pc")
        return
    yield element.text or ""
    for child in element:
        if local(child) not in left_out:
            yield from texts_of(child, left_out)
        yield child.tail or ""


def running(texts: Iterable[Text]) -> str:
    """Return the text as it is printed.

    Between two marked words stands a space unless one of them says that it is joined; where
    none says anything, punctuation stands as it does in print.

    Args:
        texts: Text and marked words in their order.
    """
    pieces = [piece for piece in texts if piece]
    told = any(isinstance(piece, Token) and piece.join for piece in pieces)
    printed: list[str] = []
    before: Token | None = None
    gap = ""
    for piece in pieces:
        if isinstance(piece, str):
            if piece.isspace():
                gap = piece
                continue
            printed += (gap, piece)
            before, gap = None, ""
            continue
        if not piece.text:
            continue
        if before is not None:
            printed.append("" if _joined(before, piece, told=told) else " ")
        else:
            printed.append(gap)
        printed.append(piece.text)
        before, gap = piece, ""
    return words("".join(printed))


def _joined(before: Token, after: Token, *, told: bool) -> bool:
    if told:
        return before.join in ("right", "both") or after.join in ("left", "both")
    closes = after.is_mark and after.text[0] in _CLOSING
    return closes or (before.is_mark and before.text[-1] in _OPENING)
