"""Selecting words: by words and lines, by sentence, paragraph and turn, with the mouse."""

from __future__ import annotations

from textual import events
from textual.selection import Selection

from tui.model import Place
from tui.widgets.dialogue.outline import HEADING
from tui.widgets.dialogue.selection import (
    Spot,
    block_around,
    ends,
    next_word,
    part_around,
    place_of,
    previous_word,
    sentence_after,
    sentence_around,
    sentence_before,
    spot_of,
    word_around,
    words_between,
)
from tui.widgets.dialogue.viewport import Row
from tui.widgets.dialogue.walking import WalkedPage


class SelectingPage(WalkedPage, layer=True):
    """A page whose words can be selected."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        """Make an empty page."""
        super().__init__(id=id, classes=classes)
        self._extent: tuple[Spot, Spot] | None = None

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the stored words under a selection, and what to put after them."""
        if self._outline is None:
            return None
        return words_between(self._outline, *ends(selection, self._outline)), "\n"

    def selected_range(self) -> tuple[Place, Place] | None:
        """Return where the selection begins and ends, None where nothing is selected."""
        selection = self.text_selection if self.is_attached else None
        if selection is None or self._outline is None:
            return None
        start, end = ends(selection, self._outline)
        if start == end:
            return None
        return place_of(self._outline, start), place_of(self._outline, end)

    def clear_selection(self) -> None:
        """Select nothing."""
        self._extent = None
        if self.is_attached and self.text_selection is not None:
            self.screen.clear_selection()

    def on_click(self, event: events.Click) -> None:
        """Make the turn under the mouse the current one; twice selects a word, thrice a block."""
        event.prevent_default()  # Textual would select the whole meeting
        part = self.part_at(event.y)
        if part is None or self._outline is None or event.x >= self.size.width - 1:
            return
        if part != HEADING:
            self._scene.current = part
            self._moved()
        _, offset = self.screen.get_widget_and_offset_at(event.screen_x, event.screen_y)
        if offset is None or event.chain < 2:
            return
        spot = spot_of(offset, self._outline)
        around = word_around if event.chain == 2 else block_around
        self._extend(*around(self._outline, spot))

    def action_extend_right(self) -> None:
        """Select to the end of the next word."""
        extent = self._extent_now()
        if extent is not None and self._outline is not None:
            self._extend(extent[0], next_word(self._outline, extent[1]))

    def action_extend_left(self) -> None:
        """Select to the beginning of the word before."""
        extent = self._extent_now()
        if extent is not None and self._outline is not None:
            self._extend(extent[0], previous_word(self._outline, extent[1]))

    def action_extend_down(self) -> None:
        """Select a line further."""
        self._extend_lines(1)

    def action_extend_up(self) -> None:
        """Select a line less, or a line further back."""
        self._extend_lines(-1)

    def action_select_more(self) -> None:
        """Select the sentence where one reads; then its paragraph; then the turn."""
        extent, outline = self._extent_now(), self._outline
        if extent is None or outline is None:
            return
        here = min(extent), max(extent)
        for around in (sentence_around, block_around, part_around):
            wider = around(outline, here[0])
            if wider != here and wider[0] <= here[0] and here[1] <= wider[1]:
                self._select(wider)
                return
        self._select(sentence_around(outline, here[0]))

    def action_select_next_sentence(self) -> None:
        """Select the sentence after the one selected, or the one where one reads."""
        self._select_sentence(1)

    def action_select_previous_sentence(self) -> None:
        """Select the sentence before the one selected, or the one where one reads."""
        self._select_sentence(-1)

    def _select_sentence(self, step: int) -> None:
        extent, outline = self._extent_now(), self._outline
        if extent is None or outline is None:
            return
        first, last = min(extent), max(extent)
        if first == last:
            self._select(sentence_around(outline, first))
            return
        found = sentence_after(outline, last) if step > 0 else sentence_before(outline, first)
        if found is not None:
            self._select(found)

    def _select(self, stretch: tuple[Spot, Spot]) -> None:
        """Select a stretch, its beginning in sight; keys extend it at its end."""
        self._extend(stretch[1], stretch[0])
        self._extent = stretch

    def _extend_lines(self, step: int) -> None:
        extent, viewport = self._extent_now(), self._viewport
        if extent is not None and viewport is not None:
            self._extend(extent[0], Spot(*viewport.line_beyond(*extent[1], step)))

    def _extent_now(self) -> tuple[Spot, Spot] | None:
        """Return where a selection by keys is held and where it reaches."""
        if self._outline is None or self._viewport is None:
            return None
        selection = self.text_selection
        if selection is not None:
            if self._extent is not None and set(self._extent) == set(
                ends(selection, self._outline)
            ):
                return self._extent
            return ends(selection, self._outline)
        start = self._selection_start()
        return start, start

    def _selection_start(self) -> Spot:
        assert self._outline is not None and self._viewport is not None
        in_sight = self._in_full_sight()
        focus = self._scene.focus
        if focus is not None:
            found = self._outline.find(focus[0], focus[1].block)
            if found is not None:
                spot = Spot(*found, focus[1].start)
                if self._viewport.find(*spot) in in_sight:
                    return spot
        part = self._scene.current or HEADING
        first = next((row for row in in_sight if row.part == part), Row(part, 0))
        return Spot(*self._viewport.words_from(first))

    def _extend(self, fixed: Spot, moving: Spot) -> None:
        self._extent = (fixed, moving)
        self.screen.selections = {
            self: Selection.from_offsets(fixed.to_offset(), moving.to_offset())
        }
        assert self._viewport is not None
        row = self._viewport.find(*moving)
        in_sight = self._in_full_sight()
        if in_sight and row < in_sight[0]:
            self._put_top(self._viewport.moved(row, -2))
        elif in_sight and row > in_sight[-1]:
            self._put_top(self._viewport.moved(row, 2 - self._viewport.height))
