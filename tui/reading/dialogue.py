"""From the lines of a page's body to turns, and what stands between and around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.model import Attribution, Block, BlockKind
from tui.reading.assembly import Findings
from tui.reading.blocks import is_aside, paragraph, unspoken
from tui.reading.body import Kind, Piece, pieces_of
from tui.reading.captions import Captions, is_caption, may_be_caption
from tui.reading.evidence import Evidence
from tui.reading.flow import ends_open
from tui.reading.headings import is_heading, is_narration, is_topic
from tui.reading.labels import Label
from tui.reading.nameplates import begins_with_name, is_nameplate
from tui.reading.page import Page
from tui.reading.pull_quotes import PullQuotes

_OUTSIDE = frozenset((BlockKind.ELISION, BlockKind.HEADING, BlockKind.NARRATIVE))
"""What stands between two turns when it follows the last words of one."""
_AT_THE_END = frozenset((BlockKind.SEE_ALSO, BlockKind.CAPTION))
"""What belongs to the page and not to the speech when nothing is said after it."""
_GREETING = 120
"""Characters a speaker may have said before giving the own name."""


def read_body(page: Page, findings: Findings, names: Iterable[str]) -> None:
    """Find the turns of a page and put them, and all else, into the findings.

    Args:
        page: The page, taken apart.
        findings: Receives body, see_also, furniture and repairs.
        names: People the page names, in their usual order.
    """
    pieces, joined = pieces_of(page.lines)
    if joined:
        breaks = "break" if joined == 1 else "breaks"
        findings.repairs.append(f"Joined {joined} soft line {breaks} inside paragraphs.")
    texts = [piece.text for piece in pieces if piece.kind is Kind.PARAGRAPH]
    evidence = Evidence(texts, names, f"{page.title}\n{page.summary}")
    speaker: str | None = None
    for piece in pieces:
        if piece.kind is not Kind.PARAGRAPH:
            continue
        found = evidence.label(piece.text)
        if found is None and speaker is not None:
            found = evidence.stopped_label(piece.text, speaker)
            piece.attribution = Attribution.INFERRED
        if found is not None:
            piece.label, piece.words_at = found
            speaker = piece.label.name
    _Walk(page, findings, evidence, pieces).walk()


class _Walk:
    """One passage through the body, which knows who is speaking."""

    def __init__(
        self,
        page: Page,
        findings: Findings,
        evidence: Evidence,
        pieces: Sequence[Piece],
    ) -> None:
        self._pictured = page.pictured
        self._findings = findings
        self._evidence = evidence
        self._pieces = pieces
        spoken = [p.text[p.words_at :].strip() for p in pieces if p.kind is Kind.PARAGRAPH]
        self._quotes = PullQuotes(spoken)
        pictured = (piece.text for piece in pieces if piece.kind is Kind.CAPTION)
        self._captions = Captions((page.title, page.summary, *pictured))
        self._starts = [piece.number for piece in pieces if piece.label is not None]
        self._starts.append(len(spoken))
        self._label: Label | None = None
        self._attribution = Attribution.PRINTED
        self._turns = 0
        self._blocks: list[Block] = []
        self._interrupted = False

    def walk(self) -> None:
        """Put every piece into the findings."""
        for piece, following in zip(self._pieces, self._labels_behind(), strict=True):
            match piece.kind:
                case Kind.PARAGRAPH if piece.label is not None:
                    self._begin(piece.label, piece)
                case Kind.PARAGRAPH:
                    self._add(self._block(piece, following))
                case Kind.CAPTION:
                    self._add(unspoken(BlockKind.CAPTION, piece.text))
                case Kind.ELISION:
                    self._add(Block(BlockKind.ELISION, piece.text))
                    self._interrupted = True
                case Kind.SEPARATOR:
                    self._findings.furniture.append(piece.text)
                    self._interrupted = True
                case Kind.FURNITURE:
                    self._findings.furniture.append(piece.text)
                case Kind.BOX:
                    self._box(piece)
        self._end(final=True)

    def _labels_behind(self) -> list[Label | None]:
        """Return for each piece the label of what follows it, marks of omission apart."""
        behind: list[Label | None] = []
        label: Label | None = None
        for piece in reversed(self._pieces):
            behind.append(label)
            if piece.kind is not Kind.ELISION:
                label = piece.label
        return behind[::-1]

    def _box(self, piece: Piece) -> None:
        if piece.box is not None:
            self._findings.furniture.append(piece.box.heading)
            self._findings.see_also.extend(piece.box.entries)
            for line in piece.box.lines:
                self._add(unspoken(BlockKind.SEE_ALSO, line))

    def _block(self, piece: Piece, following: Label | None) -> Block:
        """Judge a paragraph that begins with no label; ``following`` is that of the next."""
        text = piece.text
        before_label = following is not None
        if is_aside(text):
            return Block(BlockKind.ASIDE, text)
        heading = is_heading(text, before_speech=self._turns == 0, before_label=before_label)
        if heading and before_label and piece is not self._pieces[0]:
            return unspoken(BlockKind.HEADING, text)
        if following and self._label and following.name == self._label.name and is_topic(text):
            return unspoken(BlockKind.HEADING, text)
        if self._is_caption(piece):
            self._captions.add(text)
            return unspoken(BlockKind.CAPTION, text)
        if self._label is not None and self._quotes.repeats(piece.number, self._turn):
            return Block(BlockKind.PULL_QUOTE, text)
        if heading:
            return unspoken(BlockKind.HEADING, text)
        if self._label is None or (self._interrupted and is_narration(text)):
            return unspoken(BlockKind.NARRATIVE, text)
        self._interrupted = False
        return paragraph(text)

    def _is_caption(self, piece: Piece) -> bool:
        text = piece.text
        first = self._pictured and piece is self._pieces[0] and ends_open(text)
        if not may_be_caption(text) and not first and text not in self._captions:
            return False
        named = begins_with_name(text, self._evidence.cast) and not self._introduces_himself(text)
        return is_caption(text, self._captions, named=named, first=first) or (
            named and text.endswith(".") and is_nameplate(text, self._evidence.cast)
        )

    @property
    def _turn(self) -> range:
        """The numbers of the paragraphs of the turn that has begun."""
        return range(self._starts[self._turns - 1], self._starts[self._turns])

    def _introduces_himself(self, text: str) -> bool:
        """Say whether a speaker whose turn has just begun gives the name: it is no caption."""
        if self._label is None or self._label.name is None or self._label.role is not None:
            return False
        spoken = [block.text for block in self._blocks if block.kind is BlockKind.PARAGRAPH]
        return self._label.name in text and sum(map(len, spoken)) < _GREETING

    def _add(self, block: Block) -> None:
        if self._label is None:
            self._findings.body.append(block)
        else:
            self._blocks.append(block)

    def _begin(self, label: Label, piece: Piece) -> None:
        self._end()
        self._interrupted = False
        self._label = label
        self._attribution = piece.attribution
        self._turns += 1
        words = piece.text[piece.words_at :].strip()
        if words:
            self._add(paragraph(words))

    def _end(self, *, final: bool = False) -> None:
        """End the turn. What trails behind its words and is not part of it stands outside."""
        if self._label is None:
            return
        outside = _OUTSIDE | _AT_THE_END if final else _OUTSIDE
        end = len(self._blocks)
        for at in range(len(self._blocks) - 1, -1, -1):
            if self._blocks[at].kind is BlockKind.PARAGRAPH:
                break
            if self._blocks[at].kind in outside:
                end = at
        self._findings.turn(self._label, self._blocks[:end], attribution=self._attribution)
        self._findings.body.extend(self._blocks[end:])
        self._blocks = []
