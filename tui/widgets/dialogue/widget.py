"""The dialogue: a meeting to read, walk through, and take words from."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.selection import Selection

from tui.model import Hit, Match, Meeting, Place
from tui.widgets.dialogue.found import Found
from tui.widgets.dialogue.look import CSS
from tui.widgets.dialogue.noted import Noted
from tui.widgets.dialogue.outline import HEADING
from tui.widgets.dialogue.selection import (
    Spot,
    block_around,
    ends,
    next_word,
    place_of,
    previous_word,
    spot_of,
    word_around,
    words_between,
)
from tui.widgets.dialogue.viewport import Row
from tui.widgets.dialogue.walking import WalkedPage


class Dialogue(WalkedPage, inherit_bindings=False):
    """One line-API widget that shows a meeting.

    It declares no keys: whoever owns the screen binds its ``action_…`` methods.
    """

    DEFAULT_CSS = CSS

    @dataclass
    class Moved(Message):
        """The view or the current turn is another.

        Attributes:
            place: Where one is reading now.
        """

        place: Place

        def can_replace(self, message: Message) -> bool:
            """Of a run of movements only the last counts."""
            return isinstance(message, Dialogue.Moved)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        """Make an empty dialogue."""
        super().__init__(id=id, classes=classes)
        self._extent: tuple[Spot, Spot] | None = None

    # What is shown

    def show(
        self,
        meeting: Meeting | None,
        *,
        colours: Mapping[str, int],
        place: Place | None = None,
    ) -> None:
        """Show a meeting. Hits, notes and selection of the one before are dropped.

        Args:
            meeting: What to show; None shows nothing (see ``show_words``).
            colours: The colour slot, 1 … 12, of each speaker.
            place: Where to open it; at its beginning unless told.
        """
        self.clear_selection()
        scene = self._scene
        scene.colours = colours
        scene.found, scene.focus, scene.current = Found(), None, None
        scene.noted = Noted()
        self._placeholder = ""
        self._open(meeting)
        if place is not None:
            self.go_to(place)
        self._settle()

    def set_hits(self, hits: Sequence[Hit]) -> None:
        """Highlight the matches of hits in the meeting shown, in place of any before.

        Args:
            hits: In reading order.
        """
        scene = self._scene
        scene.found = Found(hits, self._outline)
        if scene.focus is not None and not scene.found.holds(*scene.focus):
            scene.focus = None
        self._marks = None
        self._renew()

    def set_noted(self, anchors: Collection[str]) -> None:
        """Put a sign beside passages of the meeting shown, in place of any before.

        Args:
            anchors: What the reader marked or saved words of; others are let pass.
        """
        noted = Noted(anchors, self._outline)
        if noted != self._scene.noted:
            self._scene.noted = noted
            self._marks = None
            self._renew()

    def focus_hit(self, hit: Hit) -> None:
        """Go to a hit and show it stronger than the others."""
        self._scene.focus = (hit.anchor, hit.focus)
        self._reveal(hit.anchor, hit.focus)

    def highlight_speaker(self, name: str | None) -> None:
        """Dim everything that one speaker did not say.

        Args:
            name: The speaker; None dims nothing.
        """
        self._scene.highlighted = name
        self._renew()

    @property
    def highlighted_speaker(self) -> str | None:
        """The speaker whose words are not dimmed, None while nobody's are."""
        return self._scene.highlighted

    # Where one is

    @property
    def place(self) -> Place:
        """The first words in sight: what to come back to."""
        if self._outline is None:
            return Place("")
        spot, _ = self._held
        return place_of(self._outline, spot)

    def go_to(self, place: Place) -> None:
        """Bring a place to the top, and make its turn or block the current one.

        Args:
            place: A place in the meeting shown; one that is not there leads to the beginning.
        """
        if self._outline is None:
            return
        found = self._outline.find(place.anchor, place.block) or (HEADING, 0)
        spot = Spot(*found, place.offset)
        self._scene.current = spot.part
        turn = self._outline.turn(spot.part)
        if self._viewport is None:
            self._held = (spot, 0)
            self._when_sized = lambda: self.go_to(place)
            return
        row = self._viewport.find(*spot)
        if turn is not None:
            row = self._viewport.moved(row, -1)
        self._put_top(row)
        self._settle()
        self._moved()

    def _reveal(self, anchor: str, match: Match) -> None:
        """Bring a match into sight with some words before it, if it is not there already."""
        if self._outline is None:
            return
        found = self._outline.find(anchor, match.block)
        if found is None:
            return
        spot = Spot(*found, match.start)
        self._scene.current = spot.part
        if self._viewport is None:
            self._held = (spot, 0)
            self._when_sized = lambda: self._reveal(anchor, match)
            return
        row = self._viewport.find(*spot)
        in_sight = self._in_full_sight()
        comfortable = in_sight if in_sight[-1] >= self._viewport.last_row() else in_sight[:-2]
        if row not in comfortable:
            self._put_top(self._viewport.moved(row, -(self._viewport.height // 3)))
        self._moved()

    def _moved(self) -> None:
        super()._moved()
        self.post_message(self.Moved(self.place))

    # Selection

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

    def selected_text(self) -> str:
        """Return the stored words that are selected, "" where none are."""
        selection = self.text_selection if self.is_attached else None
        if selection is None or self._outline is None:
            return ""
        return words_between(self._outline, *ends(selection, self._outline))

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
