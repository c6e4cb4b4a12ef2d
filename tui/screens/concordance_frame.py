"""The frame of the concordance screen: its parts, and what they say."""

from __future__ import annotations

from typing import cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Key
from textual.screen import Screen
from textual.widgets import Static

from tui.safe import visible
from tui.screens import wording
from tui.screens.command import hints
from tui.screens.concordance_commands import BY_ID_HERE, FOOTER, FOOTER_GIVES_WAY
from tui.screens.concordance_sitting import Arrangement, Leaving, Sitting
from tui.screens.host import Host
from tui.search.concordance import is_exchange
from tui.widgets.concordance import Concordance
from tui.widgets.key_bar import KeyBar
from tui.widgets.palette import own_slots


class ConcordanceFrame(Screen[Leaving]):
    """Title, counts, lines, where the cursor is, the command line, the footer."""

    AUTO_FOCUS = "#lines"
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (100, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-medium"), (30, "-tall")]  # noqa: RUF012

    sitting: Sitting
    gathering: Arrangement | None = None
    """The arrangement that is on its way; None where the lines stand as they are to."""
    _progress = ""

    def compose(self) -> ComposeResult:
        """Lay the parts out."""
        with Horizontal(id="asked"):
            yield Static(id="query", markup=False)
            yield Static(id="arranged", markup=False)
        yield Static(id="counts", markup=False)
        yield Concordance(id="lines")
        with Vertical(id="about"):
            yield Static(id="where", markup=False)
            yield Static(id="command", markup=False)
            yield KeyBar(id="footer")

    @property
    def host(self) -> Host:
        """The application, as far as the screens need it."""
        return cast(Host, self.app)

    @property
    def wanted(self) -> Arrangement:
        """How the hits stand, or will once they are gathered."""
        return self.gathering or self.sitting.arrangement

    @property
    def lines(self) -> Concordance:
        """The hits."""
        return self.query_one("#lines", Concordance)

    def own_colours(self) -> dict[str, int]:
        """Colour slots of the people to whom the user gave a colour."""
        return own_slots(self.host.config.colours)

    def say(self, message: str) -> None:
        """Show a message in the footer's place until the next key."""
        self.query_one(KeyBar).message = message or self._progress

    def show_progress(self, words: str) -> None:
        """Keep a line of progress in the footer's place; "" gives the footer back."""
        self._progress = words
        self.say("")

    def on_key(self, _event: Key) -> None:
        """Give the footer back once the reader goes on."""
        self.say("")

    def show_hints(self) -> None:
        """Put the most used keys into the footer, as the user's keymap has them."""
        commands = (BY_ID_HERE[id_] for id_ in FOOTER)
        keymap = self.host.config.keymap
        self.query_one(KeyBar).hints = hints(commands, keymap, FOOTER_GIVES_WAY)

    def show_sheet(self) -> None:
        """Show the lines as the sitting has them."""
        sitting = self.sitting
        self.lines.show(
            sitting.sheet,
            cursor=sitting.cursor,
            pairs=is_exchange(sitting.query),
            centred=sitting.centred,
        )
        self.show_words()

    def show_words(self) -> None:
        """Say what is asked, how it is arranged and how much it is."""
        sitting = self.sitting
        title = Content.assemble(("Concordance", "bold"), f"  {visible(sitting.text)}")
        self._tell("#query", title)
        self._tell("#arranged", Content(str(sitting.arrangement)))
        counts = Content.styled(sitting.told, "$accent")
        if sitting.note:
            counts = Content.assemble(counts, (f"   {sitting.note}", "$text-muted"))
        self._tell("#counts", counts)
        self._tell("#command", Content(visible(f"$ {sitting.command}")))

    @on(Concordance.Moved)
    def _show_where(self) -> None:
        row = self.lines.row
        if row is None:
            self._tell("#where", Content(""))
            return
        number = f"{self.lines.cursor + 1:,} of {len(self.lines.sheet):,}"
        about = (wording.day(row.date), row.place, row.title)
        said = (visible(row.id), visible(" · ".join(part for part in about if part)))
        where = Content.assemble(
            (number, "$accent"), f"   {said[0]}", (f"   {said[1]}", "$text-muted")
        )
        self._tell("#where", where)

    def _tell(self, part: str, words: Content) -> None:
        self.query_one(part, Static).update(words, layout=part == "#arranged")
