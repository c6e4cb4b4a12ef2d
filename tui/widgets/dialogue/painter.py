"""From a line of the layout to the cells of the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.selection import Selection
from textual.strip import Strip

from tui.model import Attribution, Block, BlockKind, Match, Turn
from tui.safe import visible
from tui.times import clock
from tui.widgets.dialogue.found import Found
from tui.widgets.dialogue.layout import Line, LineKind, sign
from tui.widgets.dialogue.noted import Noted
from tui.widgets.dialogue.outline import HEADING
from tui.widgets.dialogue.selection import Pinned, Spot
from tui.widgets.dialogue.viewport import Row, Viewport
from tui.widgets.dialogue.wrapping import cells

BAR = "▎"
CURRENT_BAR = "▌"
CURRENT_BLOCK = "▸"
NOTED = "◆"
"""Stands before what the reader marked or saved."""
INDENT = 2
"""Cells before the words: the bar and a space."""

UNNAMED = "Unnamed speaker"
SILENT = "(no words recorded)"

_WORDS = {
    BlockKind.PARAGRAPH: "words",
    BlockKind.NARRATIVE: "narrative",
    BlockKind.HEADING: "heading",
    BlockKind.CAPTION: "caption",
    BlockKind.SEE_ALSO: "caption",
    BlockKind.ELISION: "aside",
    BlockKind.ASIDE: "aside",
    BlockKind.PULL_QUOTE: "aside",
}

_UNDIMMED = Style(dim=False)

Layer = tuple[int, int, Style]
"""A style for a stretch of a text: first character, one past the last."""


@dataclass(slots=True, eq=False, repr=False)
class Scene:
    """What is to be seen besides the words themselves.

    Attributes:
        colours: Colour slot of each speaker.
        found: The hits whose matches are highlighted.
        focus: The match one is at, with its passage's anchor.
        highlighted: The one speaker not dimmed; None dims nobody.
        current: The part that is the current turn or block.
        noted: What the reader marked or saved words of.
        selection: What is selected.
    """

    colours: Mapping[str, int] = field(default_factory=dict)
    found: Found = field(default_factory=Found)
    focus: tuple[str, Match] | None = None
    highlighted: str | None = None
    current: int | None = None
    noted: Noted = field(default_factory=Noted)
    selection: Selection | None = None


class Painter:
    """Paints lines of one viewport.

    Args:
        viewport: Where the lines come from.
        scene: What is to be seen besides.
        margin: Empty cells on the left.
        style: Gives the style of a component, by the name after ``dialogue--``.
    """

    def __init__(
        self, viewport: Viewport, scene: Scene, margin: int, style: Callable[[str], Style]
    ) -> None:
        """Keep what painting needs."""
        self._viewport = viewport
        self._outline = viewport.outline
        self._scene = scene
        self._margin = margin
        self._style = style

    def paint(self, row: Row) -> Strip:
        """Paint one line, as wide as margin, bar and words."""
        line = self._viewport.line(row)
        match line.kind:
            case LineKind.TEXT:
                return self._paint_text(row, line)
            case LineKind.NAME:
                return self.paint_name(row.part)
            case LineKind.META:
                return self._paint_meta(row, line)
            case LineKind.SILENCE:
                return self._frame(row.part, [Segment(SILENT, self._style("aside"))], 0, 0)
            case LineKind.GAP:
                return self._frame(row.part, [], line.block, 0)
            case LineKind.BLANK:
                blocks = self._outline.blocks(row.part)
                end = len(blocks[line.block].text) if blocks else 0
                return self._frame(row.part, [], line.block, end, bar=False)

    def paint_name(self, part: int, *, continued: bool = False) -> Strip:
        """Paint the line that says whose turn it is.

        Args:
            part: The turn.
            continued: The turn began above: say so.
        """
        turn = self._outline.turn(part)
        if turn is None:
            return self._frame(part, [], 0, 0)
        width = self._viewport.width
        dimmed = self._dimmed(part)
        name_style = (
            self._style("words")
            + self._style("name")
            + (self._style("dim") if dimmed else self._speaker_style(turn.speaker))
        )
        faint = self._style("role") + (self._style("dim") if dimmed else Style())
        name = visible(turn.speaker or UNNAMED)
        if turn.attribution is Attribution.INFERRED:
            name += " ?"
        if cell_len(name) > width:
            name = set_cell_size(name, max(0, width - 1)).rstrip() + "…"
        segments = [Segment(name, name_style)]
        room = width - cell_len(name)
        for note in self._notes(turn, continued=continued):
            if cell_len(note) + 1 <= room:
                segments.append(Segment(" " + note, faint))
                room -= cell_len(note) + 1
        for right in self._at_the_edge(turn):
            gap = room - cell_len(right)
            if gap >= 2:
                segments += [Segment(" " * gap, self._style("words")), Segment(right, faint)]
                break
        noted = self._scene.noted.holds(part)
        return self._frame(part, segments, 0, 0, noted=noted)

    @staticmethod
    def _at_the_edge(turn: Turn) -> Iterable[str]:
        """Yield what stands at the right, ever less: time, number and role."""
        number = f"t{turn.number}"
        timed = number if turn.start is None else f"{clock(turn.start)}  {number}"
        if turn.role:
            yield f"{timed}  {visible(turn.role)}"
        yield timed
        if timed != number:
            yield number

    @staticmethod
    def _notes(turn: Turn, *, continued: bool) -> Iterable[str]:
        if turn.label_note:
            yield f"({visible(turn.label_note)})"
        if continued:
            yield "(continued)"

    def _paint_meta(self, row: Row, line: Line) -> Strip:
        style = self._style("meta")
        segments = [
            Segment(
                piece.text,
                style if piece.speaker is None else style + self._speaker_style(piece.speaker),
            )
            for piece in self._viewport.heading[line.block]
        ]
        title = self._outline.blocks(HEADING)[0]
        return self._frame(row.part, segments, 0, len(title.text))

    def _paint_text(self, row: Row, line: Line) -> Strip:
        part, block = row.part, self._outline.blocks(row.part)[line.block]
        in_turn = self._outline.turn(part) is not None
        shown = visible(block.text[line.start : line.end]).rstrip()
        layers = self._layers(part, line.block, block)
        key = Spot(part, line.block, 0).key
        segments = []
        edges = {line.start, line.start + len(shown)}
        for start, end, _ in layers:
            edges.update(
                edge for edge in (start, end) if line.start < edge < line.start + len(shown)
            )
        cuts = sorted(edges)
        for start, end in pairwise(cuts):
            style = layers[0][2]
            for first, last, layer in layers[1:]:
                if first <= start and end <= last:
                    style += layer
            here = Style.from_meta({"offset": (start, key)})
            segments.append(Segment(shown[start - line.start : end - line.start], style + here))
        prefix = sign(part, block, in_turn=in_turn)
        before = prefix if line.first else " " * len(prefix)
        return self._frame(
            part,
            segments,
            line.block,
            line.start,
            end=line.end,
            before=before,
            line=line,
            noted=line.first and self._scene.noted.holds(part, line.block),
        )

    def _layers(self, part: int, index: int, block: Block) -> list[Layer]:
        """Return what stands over a block's text, the style of all of it first."""
        scene, whole = self._scene, len(block.text)
        base = self._style(self._component(part, index, block))
        if self._dimmed(part):
            base += self._style("dim")
        layers = [(0, whole, base)]
        layers += [(span.start, span.end, self._style("editor")) for span in block.spans]
        anchor, number = self._outline.spot(part, index)
        matches = [(match, "match") for match in scene.found.matches(part, anchor)]
        if scene.focus is not None and scene.focus[0] == anchor:
            matches.append((scene.focus[1], "focus"))
        layers += [
            (match.start, match.end, self._style(style) + _UNDIMMED)
            for match, style in matches
            if match.block == number
        ]
        if scene.selection is not None:
            span = scene.selection.get_span(Spot(part, index, 0).key)
            if span is not None:
                end = whole if span[1] == -1 else span[1]
                layers.append((span[0], end, self._style("selection")))
        return layers

    def _component(self, part: int, index: int, block: Block) -> str:
        if part == HEADING and index == 0:
            return "title"
        return _WORDS[block.kind]

    def _frame(
        self,
        part: int,
        segments: list[Segment],
        block: int,
        start: int,
        *,
        end: int | None = None,
        bar: bool = True,
        before: str = "",
        line: Line | None = None,
        noted: bool = False,
    ) -> Strip:
        """Put bar and margins around a line; every cell of them belongs to a character."""
        key = Spot(part, block, 0).key
        pinned = Style.from_meta({"offset": (Pinned(start), key)})
        base = self._style("words")
        left = []
        if self._margin:
            left.append(Segment(" " * self._margin, base + pinned))
        glyph, style = self._bar(part, line) if bar else (" ", base)
        beside = " " * (INDENT - 1)
        if noted and glyph == CURRENT_BLOCK:
            beside = f"{NOTED:{INDENT - 1}}"
        elif noted:
            glyph, style = NOTED, self._style("mark")
        left.append(Segment(glyph, style + pinned))
        left.append(Segment(beside, (self._style("mark") if beside.strip() else base) + pinned))
        if before:
            left.append(Segment(before, self._style("sign") + pinned))
        if line is None:
            segments = [
                Segment(segment.text, (segment.style or base) + pinned) for segment in segments
            ]
        whole = self._margin + INDENT + self._viewport.width
        used = sum(cells(segment.text) for segment in (*left, *segments))
        if used < whole:
            at_end = Style.from_meta({"offset": (Pinned(start if end is None else end), key)})
            segments = [*segments, Segment(" " * (whole - used), base + at_end)]
        strip = Strip([*left, *segments], max(used, whole))
        return strip if used <= whole else strip.crop(0, whole)

    def _bar(self, part: int, line: Line | None) -> tuple[str, Style]:
        turn = self._outline.turn(part)
        current = self._scene.current == part
        if turn is None:
            mine = current and part != HEADING and line is not None and line.first
            return (CURRENT_BLOCK, self._style("mark")) if mine else (" ", self._style("words"))
        style = (
            self._style("words")
            + self._style("bar")
            + (self._style("dim") if self._dimmed(part) else self._speaker_style(turn.speaker))
        )
        return (CURRENT_BAR if current else BAR), style

    def _dimmed(self, part: int) -> bool:
        highlighted = self._scene.highlighted
        if highlighted is None or part == HEADING:
            return False
        turn = self._outline.turn(part)
        return turn is None or turn.speaker != highlighted

    def _speaker_style(self, speaker: str | None) -> Style:
        slot = self._scene.colours.get(speaker or "")
        return self._style("unnamed") if slot is None else self._style(f"speaker-{slot}")
