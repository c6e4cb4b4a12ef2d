"""The concordance screen: every hit of the filter on a line of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType

from tui.library.archive import Archive
from tui.screens.concordance_commands import COMMANDS
from tui.screens.concordance_sitting import Arrangement, Leaving, Sitting
from tui.screens.concordance_work import ConcordanceWork
from tui.widgets.concordance import Concordance, Dated, Sight

if TYPE_CHECKING:
    from tui.screens.palette import PaletteItem


class ConcordanceScreen(ConcordanceWork):
    """Every hit on a line, in the order and the groups one likes."""

    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in COMMANDS]

    def __init__(self, archive: Archive, sitting: Sitting) -> None:
        """Create the screen.

        Args:
            archive: Where the hits are read from.
            sitting: What is shown, and where to begin.
        """
        super().__init__()
        self.archive = archive
        self.sitting = sitting

    def on_mount(self) -> None:
        """Show what is known, and count the rest."""
        self.lines.own_colours = self.own_colours()
        self.show_hints()
        self.show_sheet()
        self.count_rest()

    # Orders and groups ------------------------------------------------------------------

    def action_order(self) -> None:
        """Sort by the next thing."""
        self._arrange(self.wanted.next_order())

    def action_reach(self, words: int) -> None:
        """Sort by so many words to the left or right."""
        self._arrange(self.wanted.reaching(words))

    def action_group(self, step: int) -> None:
        """Group by the next thing (1), or the one before (-1)."""
        self._arrange(self.wanted.grouped(step))

    def action_sample(self) -> None:
        """Show a sample, or all again."""
        self._arrange(self.wanted.sampled())

    def action_resample(self) -> None:
        """Show another sample."""
        self._arrange(self.wanted.resampled())

    def _arrange(self, arrangement: Arrangement) -> None:
        """Let the hits stand otherwise, the cursor on the same one where it is among them."""
        row = self.lines.row
        self.seek = row.found if row is not None else self.seek
        if not arrangement.streams:
            self.gather(arrangement)
            return
        self.give_up()
        self.sitting = self.sitting.in_time(arrangement)
        sheet, cursor = self.sitting.sheet, 0
        assert isinstance(sheet, Dated)
        if self.seek is not None:
            place = sheet.find(self.seek)
            if place is None:
                # Its meeting's rows are not read yet; once they are, the cursor goes to it.
                cursor = sheet.first_of(self.seek.meeting) or 0
            else:
                cursor, self.seek = place, None
        self.sitting = replace(self.sitting, cursor=cursor)
        self.show_sheet()
        self.count_rest()

    # At the cursor ----------------------------------------------------------------------

    async def action_lines(self, step: str) -> None:
        """Move among the lines, by the name of the widget's action."""
        self.seek = None
        await self.app.run_action(step, self.lines)

    def action_loupe(self) -> None:
        """Look closer at the hit: its sentence, its turn, the exchange; then close."""
        row, open_ = self.lines.row, self.lines.loupe
        if row is None:
            return
        sight: Sight | None = Sight.SENTENCE
        if open_ is not None and open_.hit == row.found:
            sight = open_.sight.wider
        if sight is None:
            self.lines.look(None)
        else:
            self.look_closer(row, sight)

    def action_quote(self) -> None:
        """Copy the turn the hit is in."""
        self._take(None)

    def action_cite(self) -> None:
        """Ask for a form, and copy it with its citation."""
        from tui.screens.citing import ask_form

        if (row := self.lines.row) is not None:
            ask_form(self.app, self.host.config.style, lambda form: self.take(row.found, form))

    def _take(self, form: str | None) -> None:
        row = self.lines.row
        if row is not None:
            self.take(row.found, form)

    def action_command(self) -> None:
        """Copy the command line that lists the same."""
        self.host.take_away(self.sitting.command, "The command line")

    def action_open(self) -> None:
        """Read on at the hit."""
        row = self.lines.row
        if row is not None:
            self.dismiss(Leaving(self._left, hit=row.found))

    @on(Concordance.Chosen)
    def _pointed(self) -> None:
        self.action_open()

    # Away -------------------------------------------------------------------------------

    @property
    def _left(self) -> Sitting:
        return replace(self.sitting, cursor=self.lines.cursor)

    def action_leave(self) -> None:
        """Go back to the words."""
        self.dismiss(Leaving(self._left))

    def action_filter(self) -> None:
        """Change the filter."""
        self.dismiss(Leaving(self._left, filter=True))

    def action_back_out(self) -> None:
        """Close the loupe; else give up an order on its way; else go back to the words."""
        if self.lines.loupe is not None:
            self.lines.look(None)
        elif self.gathering is not None:
            self.give_up()
        else:
            self.action_leave()

    def palette_commands(self) -> Iterable[PaletteItem]:
        """Offer the commands of the concordance to the palette."""
        from tui.screens.palette import offered

        run = partial(self.call_later, self.run_action)
        return offered(COMMANDS, self.host.config.keymap, run)

    def palette_places(self) -> Iterable[PaletteItem]:
        """Offer no places: from here the way leads to hits alone."""
        return ()

    def palette_address(self, text: str) -> PaletteItem | None:
        """Read nothing as an address, for the same reason."""
        return None

    def action_palette(self) -> None:
        """Show the command palette."""
        self.app.action_command_palette()

    def action_help(self) -> None:
        """Show the help."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(COMMANDS, self.host.config.keymap))
