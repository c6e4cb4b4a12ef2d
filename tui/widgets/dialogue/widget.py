"""The dialogue: a meeting to read, walk through, and take words from."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from textual.message import Message

from tui.messages import message
from tui.model import Hit, Match, Meeting, Place
from tui.widgets.dialogue.found import Found
from tui.widgets.dialogue.look import CSS
from tui.widgets.dialogue.noted import Noted
from tui.widgets.dialogue.outline import HEADING, Outline
from tui.widgets.dialogue.selecting import SelectingPage
from tui.widgets.dialogue.selection import Spot, place_of


class Dialogue(SelectingPage, inherit_bindings=False):
    """One line-API widget that shows a meeting.

    It declares no keys: whoever owns the screen binds its ``action_…`` methods.
    """

    DEFAULT_CSS = CSS

    @message
    class Moved(Message):
        """The view or the current turn is another.

        Attributes:
            place: Where one is reading now.
        """

        place: Place

        def can_replace(self, message: Message) -> bool:
            """Of a run of movements only the last counts."""
            return isinstance(message, Dialogue.Moved)

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
    def outline(self) -> Outline | None:
        """The parts of the meeting shown; None while none is."""
        return self._outline

    @property
    def place(self) -> Place:
        """The first words in sight and the current turn: what to come back to."""
        if self._outline is None:
            return Place("")
        spot, _ = self._held
        place = place_of(self._outline, spot)
        if self._scene.current in (None, HEADING, spot.part):
            return place
        return replace(place, current=self.current_anchor)

    def go_to(self, place: Place) -> None:
        """Bring a place to the top, and make its turn or block, or the one it names, current.

        Args:
            place: A place in the meeting shown; one that is not there leads to the beginning.
        """
        if self._outline is None:
            return
        found = self._outline.find(place.anchor, place.block) or (HEADING, 0)
        spot = Spot(*found, place.offset)
        current = None if place.current is None else self._outline.find(place.current)
        self._scene.current = spot.part if current is None else current[0]
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
