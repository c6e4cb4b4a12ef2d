"""Checking what somebody is said to have said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, cast

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Static, TextArea
from textual.worker import get_current_worker

from tui.library.archive import Archive
from tui.library.errors import LibraryError
from tui.model import Entry, Place
from tui.quoting.running_text import place_of_words
from tui.quoting.verification.claim import Claim
from tui.quoting.verification.judging import Verifier
from tui.quoting.verification.report import report_line
from tui.quoting.verification.verdict import Judgement
from tui.safe import visible
from tui.screens.claiming import LONGEST, Left, Typed
from tui.screens.host import Host
from tui.screens.verdict_commands import COMMANDS, FOOTER
from tui.screens.verdict_lines import verdict_lines
from tui.search.dates import DateError

TYPING = "enter checks · tab speaker, date · esc closes"


class QuotedWords(TextArea):
    """Words typed or pasted over several lines; enter ends them, a pasted line end does not."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.check", "Check", show=False, priority=True),
        Binding("ctrl+j", "newline", "New line", show=False),
    ]

    def action_newline(self) -> None:
        """Begin another line."""
        self.insert("\n")

    def on_paste(self, event: events.Paste) -> None:
        """Take pasted words, control characters shown: Textual would send them on."""
        event.prevent_default()
        event.stop()
        words = "\n".join(visible(line) for line in event.text.splitlines())
        ends = sorted((self.selection.start, self.selection.end))
        self.replace(words, *ends, maintain_selection_offset=False)


class VerdictScreen(ModalScreen[Left]):
    """Asks for words, a name and a date, and shows what the record says of them."""

    DEFAULT_CSS = """
    VerdictScreen {
        align: center middle;
        & > Vertical {
            width: 96%; max-width: 100; height: 94%; padding: 1 2; background: $surface;
        }
        & QuotedWords, & QuotedWords:focus {
            height: 4; margin: 1 0 0 0; padding: 0; border: none; background: $panel;
            scrollbar-size-vertical: 1;
        }
        & Horizontal { height: 1; }
        & Horizontal Static { width: auto; margin: 0 1 0 0; color: $text-muted; }
        & Input, & Input:focus {
            width: 1fr; margin: 0 2 0 0; border: none; padding: 0; height: 1; background: $panel;
        }
        & VerticalScroll { height: 1fr; margin: 1 0 0 0; scrollbar-size-vertical: 1; }
        & #told { height: auto; max-height: 3; color: $accent; }
        &.-short > Vertical { height: 100%; padding: 0 1; }
        &.-short QuotedWords { height: 2; margin: 0; }
        &.-short VerticalScroll { margin: 0; }
    }
    """
    AUTO_FOCUS = "QuotedWords"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in COMMANDS]

    @dataclass
    class Judged(Message):
        """A quotation was held against the record.

        Attributes:
            serial: Which question this answers.
            judgement: The verdict.
            place: Where the passage's words begin; None where there is none.
        """

        serial: int
        judgement: Judgement
        place: Place | None

    @dataclass
    class Failed(Message):
        """The record could not be read.

        Attributes:
            words: Why, for the reader.
        """

        words: str

    def __init__(self, archive: Archive, entries: Mapping[str, Entry], typed: Typed) -> None:
        """Create the screen.

        Args:
            archive: What quotations are held against.
            entries: The meetings, by id.
            typed: What its lines begin with.
        """
        super().__init__()
        self._archive = archive
        self._entries = entries
        self._typed = typed
        self._verifier: tuple[int, Verifier] | None = None
        self._serial = 0
        self._judged: VerdictScreen.Judged | None = None

    def compose(self) -> ComposeResult:
        """Lay it out: the words, who and when, and below what the record says."""
        with Vertical():
            yield Static(id="title", markup=False)
            words = QuotedWords(
                self._typed.quote,
                compact=True,
                highlight_cursor_line=False,
                placeholder="What somebody is said to have said: type or paste it",
            )
            words.cursor_blink = False
            yield words
            with Horizontal():
                yield Static("by", markup=False)
                yield _line(self._typed.by, "anybody", "by")
                yield Static("date", markup=False)
                yield _line(self._typed.date, "any: 2012, may 2012", "date")
            with VerticalScroll():
                yield Static(id="verdict", markup=False)
            yield Static(id="told", markup=False)

    def on_mount(self) -> None:
        """Be ready to have the words of the last time typed over."""
        self.query_one(QuotedWords).select_all()
        self._name_keys()

    @on(events.DescendantFocus)
    def _name_keys(self) -> None:
        """Say which keys work where one is."""
        keys = FOOTER if isinstance(self.focused, VerticalScroll) else TYPING
        title = Content.assemble(("Verify", "bold"), (f"   {keys}", "$text-muted"))
        self.query_one("#title", Static).update(title)

    # Asking ---------------------------------------------------------------------------

    @property
    def _now(self) -> Typed:
        by, date = (self.query_one(f"#{name}", Input).value for name in ("by", "date"))
        return Typed(self.query_one(QuotedWords).text, by, date)

    @on(Input.Submitted)
    def action_check(self) -> None:
        """Hold the words against the record."""
        typed = self._now
        if not typed.quote.strip():
            self._tell("Type or paste the words first")
            return
        if len(typed.quote) > LONGEST:
            self._tell(f"{len(typed.quote):,} characters are too many for one quotation")
            return
        try:
            claim = typed.claim()
        except DateError as error:
            self._tell(f"date: {error}")
            return
        self._serial += 1
        self._tell("Looking …")
        self._judge(claim, self._serial)

    @work(thread=True, exclusive=True, group="verify", exit_on_error=False)
    def _judge(self, claim: Claim, serial: int) -> None:
        worker = get_current_worker()
        try:
            generation = self._archive.generation
            if self._verifier is None or self._verifier[0] != generation:
                self._verifier = generation, Verifier(self._archive)
            judgement = self._verifier[1].judge(claim)
            place = None
            if judgement.address is not None and not worker.is_cancelled:
                meeting, _, anchor = judgement.address.partition("#")
                place = place_of_words(self._archive.meeting(meeting), anchor, judgement.text)
        except LibraryError as error:
            self.post_message(self.Failed(str(error)))
            return
        if not worker.is_cancelled:
            self.post_message(self.Judged(serial, judgement, place))

    @on(Judged)
    def _show(self, event: Judged) -> None:
        if event.serial != self._serial:
            return
        self._judged = event
        meeting = (event.judgement.address or "").partition("#")[0]
        words = verdict_lines(event.judgement, self._entries.get(meeting))
        self.query_one("#verdict", Static).update(words)
        pane = self.query_one(VerticalScroll)
        pane.scroll_home(animate=False)
        pane.focus()
        self._tell("")

    @on(Failed)
    def _show_failure(self, event: Failed) -> None:
        self._tell(event.words)

    def _tell(self, words: str) -> None:
        self.query_one("#told", Static).update(Content(visible(words)))

    # With the verdict -----------------------------------------------------------------

    def action_open(self, number: int) -> None:
        """Read on at the passage (0), or at another place where it stands."""
        judged = self._judged
        if judged is None or judged.place is None:
            self._tell("There is no passage to read")
        elif number == 0:
            self.dismiss(Left(self._now, judged.place))
        elif number <= len(judged.judgement.places):
            meeting, _, anchor = judged.judgement.places[number - 1].partition("#")
            self.dismiss(Left(self._now, Place(meeting, anchor)))

    def action_scroll(self, way: str) -> None:
        """Scroll the verdict: ``down``, ``up``, ``page_down``, ``page_up``."""
        getattr(self.query_one(VerticalScroll), f"scroll_{way}")(animate=False)

    def action_copy(self) -> None:
        """Copy the quotation with its verdict in one line."""
        if self._judged is not None:
            text = report_line(self._judged.judgement)
            cast(Host, self.app).take_away(text, "The verdict")
            self._tell("Copied the verdict")

    def action_again(self) -> None:
        """Go back to the words, to have others typed over them."""
        words = self.query_one(QuotedWords)
        words.select_all()
        words.focus()

    def action_leave(self) -> None:
        """Go back to reading."""
        self.dismiss(Left(self._now))

    def action_help(self) -> None:
        """Show the keys."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(COMMANDS, cast(Host, self.app).config.keymap))


def _line(value: str, example: str, name: str) -> Input:
    line = Input(value, placeholder=example, compact=True, id=name)
    line.cursor_blink = False
    return line
