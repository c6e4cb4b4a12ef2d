"""A passage's words in a row, as quotations are held against them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tui.model import Block, BlockKind, Meeting, Passage, SpanKind, Turn
from tui.quoting.verification.typography import ELISION, Token, tokenise

EDITOR = "editor"
"""The kind of a wording that is an editor's bracket inside a turn."""
DISSOLVED = "dissolved"
"""The kind of a turn's wording in which an editor's words stand among the speaker's."""

_SEPARATOR = "\x1f"
_PARAGRAPHS = "\n\n"


@dataclass(frozen=True, eq=False)
class Wording:
    """What one passage says: a turn's spoken words, or a block that nobody speaks.

    A turn's paragraphs follow one another; a caption or box between them is stepped over,
    an editor's bracket is blank, and what the source leaves out is one mark of omission.

    Attributes:
        meeting: Where it stands.
        anchor: The passage's anchor.
        turn: Whose words they are; None for words that nobody speaks.
        kind: ``turn``, ``editor``, ``dissolved``, or what the passage outside speech is.
        text: The stored words, paragraphs parted by an empty line.
        tokens: Its words and marks.
        blanks: Ranges of `text` that are not part of the wording.
    """

    meeting: Meeting
    anchor: str
    turn: Turn | None
    kind: str
    text: str
    tokens: tuple[Token, ...]
    blanks: tuple[tuple[int, int], ...] = ()

    @property
    def is_speech(self) -> bool:
        """Whether somebody speaks these words."""
        return self.turn is not None and self.kind == "turn"

    @property
    def address(self) -> str:
        """What opens the archive there."""
        return f"{self.meeting.id}#{self.anchor}"

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The tokens as they are compared."""
        return tuple(token.key for token in self.tokens)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands, by its key."""
        found: dict[str, list[int]] = {}
        for place, token in enumerate(self.tokens):
            if token.is_word:
                found.setdefault(token.key, []).append(place)
        return found

    @cached_property
    def _joined(self) -> str:
        return _joined(self.keys)

    def occurrences(self, keys: tuple[str, ...]) -> Iterator[int]:
        """Yield where a row of keys stands, by the number of its first token."""
        wanted = _joined(keys)
        position = token = 0
        while keys:
            found = self._joined.find(wanted, position)
            if found < 0:
                return
            token += self._joined.count(_SEPARATOR, position, found)
            if self._is_whole(token, token + len(keys)):
                yield token
            position, token = found + 1, token + 1

    def contains(self, keys: tuple[str, ...]) -> bool:
        """Say whether a row of keys stands here, be it with half a hyphenated word."""
        return _joined(keys) in self._joined

    def holds(self, keys: tuple[str, ...]) -> bool:
        """Say whether a row of keys stands here."""
        return next(self.occurrences(keys), None) is not None

    def _is_whole(self, start: int, end: int) -> bool:
        """Say whether a range of tokens cuts no hyphenated word in two."""
        return not (self._is_hyphenated(start - 1) or self._is_hyphenated(end))

    def _is_hyphenated(self, place: int) -> bool:
        """Say whether a token is a hyphen inside a word."""
        if not 0 < place < len(self.tokens) - 1 or self.keys[place] != "-":
            return False
        token = self.tokens[place]
        printed = self.text[token.start : token.end]
        return (
            printed in "-‐‑–"
            and self.tokens[place - 1].end == token.start
            and token.end == self.tokens[place + 1].start
            and self.tokens[place - 1].is_word
            and self.tokens[place + 1].is_word
        )

    def printed(self, start: int, end: int) -> str:
        """Return the stored words of a range of tokens; a bracket between them is left out."""
        if start >= end:
            return ""
        first, last = self.tokens[start].start, self.tokens[end - 1].end
        words: list[str] = []
        for blank_start, blank_end in self.blanks:
            if first <= blank_start and blank_end <= last:
                words.append(self.text[first:blank_start].rstrip())
                first = blank_end
        return "".join((*words, self.text[first:last]))

    def bracket_after(self, place: int) -> str:
        """Return the editor's bracket between a token and the next; "" where there is none."""
        start = self.tokens[place].end
        end = self.tokens[place + 1].start if place + 1 < len(self.tokens) else len(self.text)
        inside = (blank for blank in self.blanks if start <= blank[0] and blank[1] <= end)
        return next((self.text[blank[0] : blank[1]] for blank in inside), "")

    def is_blank_between(self, left: int, right: int) -> bool:
        """Say whether a bracket stands between two neighbouring tokens."""
        start, end = self.tokens[left].end, self.tokens[right].start
        return any(start <= blank[0] and blank[1] <= end for blank in self.blanks)


def wordings(meeting: Meeting, anchor: str) -> tuple[Wording, ...]:
    """Return what stands at a passage: its words, and the editor's brackets in them.

    Where a turn holds brackets, it comes once more with the editor's words as if they were
    the speaker's, so that a quotation which takes them for speech is found out.
    """
    for passage in meeting.passages():
        if passage.anchor == anchor:
            return tuple(_of_passage(meeting, passage))
    return ()


def _of_passage(meeting: Meeting, passage: Passage) -> Iterator[Wording]:
    turn = passage.turn
    blocks = passage.blocks
    if turn is not None:
        blocks = tuple(b for b in turn.blocks if b.kind in (BlockKind.PARAGRAPH, BlockKind.ELISION))
    yield _wording(meeting, passage, blocks, passage.kind, SpanKind.EDITOR)
    brackets = [
        Block(BlockKind.ASIDE, block.text[span.start : span.end])
        for block in blocks
        for span in block.spans
        if span.kind is SpanKind.EDITOR
    ]
    for bracket in brackets:
        yield _wording(meeting, passage, (bracket,), EDITOR, None)
    if brackets:
        yield _wording(meeting, passage, blocks, DISSOLVED, None)


def _wording(
    meeting: Meeting,
    passage: Passage,
    blocks: tuple[Block, ...],
    kind: str,
    blanked: SpanKind | None,
) -> Wording:
    texts: list[str] = []
    masked: list[str] = []
    blanks: list[tuple[int, int]] = []
    offset = 0
    for block in blocks:
        mask = block.text
        if block.kind is BlockKind.ELISION:
            mask = _covered(mask, 0, len(mask), ELISION)
        for span in block.spans:
            if span.kind is SpanKind.ELISION:
                mask = _covered(mask, span.start, span.end, ELISION)
            elif blanked is SpanKind.EDITOR:
                mask = _covered(mask, span.start, span.end, " ")
                blanks.append((offset + span.start, offset + span.end))
            elif kind == DISSOLVED:
                for sign in (span.start, span.end - 1):
                    mask = _covered(mask, sign, sign + 1, " ")
        texts.append(block.text)
        masked.append(mask)
        offset += len(block.text) + len(_PARAGRAPHS)
    tokens = tokenise(_PARAGRAPHS.join(masked))
    turn = passage.turn
    text = _PARAGRAPHS.join(texts)
    return Wording(meeting, passage.anchor, turn, kind, text, tokens, tuple(blanks))


def _covered(text: str, start: int, end: int, sign: str) -> str:
    """Put a sign in the place of every character of a range."""
    return text[:start] + sign * (end - start) + text[end:]


def _joined(keys: tuple[str, ...]) -> str:
    return _SEPARATOR + _SEPARATOR.join(keys) + _SEPARATOR
