"""The reading screen: timeline, meetings, dialogue and filter bar, wired together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Key, Resize
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import Worker, WorkerState, get_current_worker

from tui.library.archive import Archive
from tui.library.errors import LibraryError
from tui.model import Hit, Meeting, Place, TimelineRow
from tui.safe import visible
from tui.screens import wording
from tui.screens.commands import COMMANDS, shown
from tui.screens.found import Found
from tui.screens.palette import PaletteItem
from tui.screens.trail import Trail
from tui.search.explain import clauses
from tui.search.matcher import Matcher
from tui.search.parser import parse
from tui.widgets.dialogue import Dialogue
from tui.widgets.filter_bar import FilterBar
from tui.widgets.key_bar import KeyBar
from tui.widgets.meeting_list import MeetingList
from tui.widgets.palette import assign
from tui.widgets.time_strip import TimeStrip

if TYPE_CHECKING:
    from tui.app import StenogramApp


WIDE = 100
"""Columns from which the list stands beside the words."""

DEFAULT_STYLE = "plain"
"""How `Y` cites unless ``config.toml`` says otherwise."""

SMALLEST = Size(24, 6)
"""Below this no line of words can be read."""


class Landing(Enum):
    """Which hit of a meeting to stand on once it is open."""

    NONE = auto()
    FIRST = auto()
    LAST = auto()
    AT_OR_AFTER = auto()


class ReadingScreen(Screen[None]):
    """The one screen on which meetings are read, found and quoted."""

    DEFAULT_CSS = """
    ReadingScreen {
        & > #too-small { display: none; }
        &.-too-small {
            & > * { display: none; }
            & > #too-small { display: block; }
        }
    }
    """
    AUTO_FOCUS = "#dialogue"
    HORIZONTAL_BREAKPOINTS: ClassVar = [(0, "-tiny"), (60, "-narrow"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS: ClassVar = [(0, "-short"), (18, "-medium"), (30, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in COMMANDS]

    @dataclass
    class Answered(Message):
        """A search came to its end.

        Attributes:
            found: What it found; None where no filter is set.
            serial: Which search it was; an older one is not painted.
            back_to: Where to return to instead of going to a hit.
        """

        found: Found | None
        serial: int
        back_to: Place | None = None

    @dataclass
    class Opened(Message):
        """A meeting was read from the library.

        Attributes:
            meeting: The meeting.
            hits: What the filter finds in it.
            place: Where to stand.
            landing: Which hit to stand on.
            serial: Which opening it was.
        """

        meeting: Meeting
        hits: tuple[Hit, ...]
        place: Place
        landing: Landing
        serial: int

    @dataclass
    class Failed(Message):
        """The library could not be read.

        Attributes:
            reason: What happened and what to do, for the reader.
        """

        reason: str

    app: StenogramApp

    def __init__(
        self,
        archive: Archive,
        rows: tuple[TimelineRow, ...],
        *,
        place: Place | None = None,
        query: str = "",
    ) -> None:
        """Create the screen over an archive.

        Args:
            archive: Where meetings come from.
            rows: Its whole timeline, newest first.
            place: Where to begin; the latest meeting where absent.
            query: A filter to begin with.
        """
        super().__init__()
        self._archive = archive
        self._rows = rows
        self._order = tuple(row.entry.id for row in rows)
        self._begin = place
        self._first_query = query
        self._meeting: Meeting | None = None
        self._found: Found | None = None
        self._hits: tuple[Hit, ...] = ()
        self._hit: int | None = None
        self._trail = Trail()
        self._before_filter: tuple[str, Place | None] = ("", None)
        self._search_serial = 0
        self._open_serial = 0

    # Layout ---------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield Static(wording.TOO_SMALL, id="too-small", markup=False)
        yield TimeStrip(id="strip")
        yield Static(id="fold", markup=False)
        with Horizontal(id="columns"):
            yield MeetingList(id="list")
            yield Dialogue(id="dialogue")
        with Vertical(id="bottom"):
            yield FilterBar(id="filter")
            yield KeyBar(id="footer")

    def on_mount(self) -> None:
        """Fill the screen with what was read before it opened."""
        self._dialogue.measure = self.app.config.measure
        self.query_one(KeyBar).set_hints(self._hints())
        self._show_rows()
        if not self._rows:
            self._dialogue.show_words(wording.EMPTY_LIBRARY)
        elif self._first_query:
            self.query_one(FilterBar).set_text(self._first_query)
            self._before_filter = ("", self._begin)
            self._search(self._first_query)
        else:
            self.open_place(self._begin or Place(self._order[0]), remember=False)

    @property
    def _dialogue(self) -> Dialogue:
        return self.query_one("#dialogue", Dialogue)

    @property
    def _list(self) -> MeetingList:
        return self.query_one("#list", MeetingList)

    @property
    def _strip(self) -> TimeStrip:
        return self.query_one("#strip", TimeStrip)

    @property
    def place(self) -> Place | None:
        """Where the reader is."""
        return self._dialogue.place if self._meeting is not None else None

    def _hints(self) -> list[tuple[str, str]]:
        """The footer's keys, as the user's keymap has them."""
        hints = []
        for command in COMMANDS:
            if command.footer:
                keys = self.app.config.keymap.get(command.id)
                hints.append((shown(keys) if keys else command.footer, command.label))
        return hints

    def _show_rows(self) -> None:
        rows = self._rows if self._found is None else self._found.rows
        filtered = self._found is not None
        self._list.set_rows(rows, filtered)
        self._strip.summary = wording.summary(self._rows)
        self._strip.set_rows(rows, filtered)

    def say(self, message: str) -> None:
        """Show a message in the footer's place until the next key."""
        self.query_one(KeyBar).message = message

    def on_key(self, _event: Key) -> None:
        """Give the footer back once the reader goes on."""
        self.query_one(KeyBar).message = ""

    def on_resize(self, event: Resize) -> None:
        """Close the list that was laid over a narrow screen; say when nothing fits."""
        if event.size.width >= WIDE:
            self.remove_class("-list-open")
        self.set_class(
            event.size.width < SMALLEST.width or event.size.height < SMALLEST.height, "-too-small"
        )

    # Meetings -------------------------------------------------------------------------

    def open_place(
        self, place: Place, *, landing: Landing = Landing.NONE, remember: bool = True
    ) -> None:
        """Go to a place, opening its meeting if need be.

        Args:
            place: Where to go.
            landing: Which hit of the meeting to stand on instead.
            remember: Whether one can come back from there to here.
        """
        if remember and self.place is not None:
            self._trail = self._trail.leave(self.place)
        self._open_serial += 1
        if self._meeting is not None and self._meeting.id == place.meeting:
            self._land(self._meeting, place, landing)
            return
        query = None if self._found is None else self._found.query
        self._read_meeting(place, landing, None if query is None else Matcher(query))

    @work(thread=True, exclusive=True, group="meeting", exit_on_error=False)
    def _read_meeting(self, place: Place, landing: Landing, matcher: Matcher | None) -> None:
        serial = self._open_serial
        try:
            meeting = self._archive.meeting(place.meeting)
        except LibraryError as error:
            self.post_message(self.Failed(str(error)))
            return
        hits = () if matcher is None else matcher.hits(meeting)
        if not get_current_worker().is_cancelled:
            self.post_message(self.Opened(meeting, hits, place, landing, serial))

    @on(Opened)
    def _show_meeting(self, event: Opened) -> None:
        if event.serial != self._open_serial:
            return
        meeting = self._meeting = event.meeting
        self._hits, self._hit = event.hits, None
        self._dialogue.show(
            meeting,
            colours=assign([person.name for person in meeting.people]),
            place=Place(meeting.id, event.place.anchor, event.place.block, event.place.offset),
        )
        self._dialogue.set_hits(self._hits)
        self._list.current = meeting.id
        self._strip.current = meeting.id
        self.query_one("#fold", Static).update(Content(visible(wording.fold(meeting, self._order))))
        self._land(meeting, event.place, event.landing, opened=True)

    def _land(
        self, meeting: Meeting, place: Place, landing: Landing, *, opened: bool = False
    ) -> None:
        index = self._landing_hit(meeting, place, landing)
        if index is not None:
            self._stand_on(index)
            return
        if not opened:
            self._dialogue.go_to(Place(meeting.id, place.anchor, place.block, place.offset))
        self._show_counts()

    def _landing_hit(self, meeting: Meeting, place: Place, landing: Landing) -> int | None:
        if not self._hits or landing is Landing.NONE:
            return None
        if landing is Landing.LAST:
            return len(self._hits) - 1
        if landing is Landing.AT_OR_AFTER:
            order = {passage.anchor: n for n, passage in enumerate(meeting.passages())}
            here = (order.get(place.anchor, 0), place.block, place.offset)
            for index, hit in enumerate(self._hits):
                if (order[hit.anchor], hit.focus.block, hit.focus.end) > here:
                    return index
        return 0

    def _stand_on(self, index: int) -> None:
        self._hit = index
        self._dialogue.focus_hit(self._hits[index])
        self._show_counts()

    @on(MeetingList.Highlighted)
    @on(MeetingList.Chosen)
    def _list_moved(self, event: MeetingList.Highlighted | MeetingList.Chosen) -> None:
        self._visit(event.meeting)
        if isinstance(event, MeetingList.Chosen):
            self._leave_list()

    @on(TimeStrip.Chosen)
    def _strip_moved(self, event: TimeStrip.Chosen) -> None:
        self._visit(event.meeting)

    @on(TimeStrip.RangePicked)
    def _range_picked(self, event: TimeStrip.RangePicked) -> None:
        clause = f"date:{event.start}..{event.end}"
        kept = [word for word in self.query_one(FilterBar).text.split() if "date:" not in word]
        self.set_filter(" ".join([*kept, clause]))

    def _visit(self, meeting: str) -> None:
        if self._meeting is None or self._meeting.id != meeting:
            landing = Landing.NONE if self._found is None else Landing.FIRST
            self.open_place(Place(meeting), landing=landing)

    def _leave_list(self) -> None:
        self.remove_class("-list-open")
        self._dialogue.focus()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what a worker could not finish; the screen goes on."""
        if event.state is WorkerState.ERROR:
            self.say(wording.defect(event.worker.error))

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        if self._meeting is None:
            self._dialogue.show_words(event.reason)
        self.say(event.reason)

    # The filter -----------------------------------------------------------------------

    def set_filter(self, text: str) -> None:
        """Filter by this text as if it had been typed and kept."""
        if self._found is None:
            self._before_filter = ("", self.place)
        self.query_one(FilterBar).set_text(text)
        self._search(text)
        self._keep(text)

    @on(FilterBar.Changed)
    def _typed(self, event: FilterBar.Changed) -> None:
        self._search(event.text)

    @on(FilterBar.Submitted)
    def _submitted(self, event: FilterBar.Submitted) -> None:
        self._keep(event.text)
        self._dialogue.focus()

    @on(FilterBar.Cancelled)
    def _cancelled(self) -> None:
        text, place = self._before_filter
        bar = self.query_one(FilterBar)
        changed = bar.text != text
        bar.set_text(text)
        self._dialogue.focus()
        if changed:
            self._search(text, back_to=place)

    def _keep(self, text: str) -> None:
        if text.strip():
            self.app.remember_query(text.strip())

    def _search(self, text: str, *, back_to: Place | None = None) -> None:
        self._search_serial += 1
        if not text.strip():
            self._answer(None, back_to)
            return
        self._run_search(text, self._search_serial, back_to)

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def _run_search(self, text: str, serial: int, back_to: Place | None) -> None:
        worker = get_current_worker()

        def stale() -> bool:
            return worker.is_cancelled or serial != self._search_serial

        parsed = parse(text)
        try:
            rows = self._archive.timeline(parsed.query, cancelled=stale)
        except LibraryError as error:
            self.post_message(self.Failed(str(error)))
            return
        if stale():
            return
        problem = parsed.problems[0].message if parsed.problems else ""
        found = None if parsed.query.is_everything and not problem else Found(
            text, parsed.query, rows, problem
        )  # fmt: skip
        self.post_message(self.Answered(found, serial, back_to))

    @on(Answered)
    def _answered(self, event: Answered) -> None:
        if event.serial == self._search_serial:
            self._answer(event.found, event.back_to)

    def _answer(self, found: Found | None, back_to: Place | None) -> None:
        self._found = found
        self._show_rows()
        self._hit = None
        if back_to is not None:
            self._refresh_hits()
            self.open_place(back_to, remember=False)
            return
        start = self._before_filter[1] or self.place
        if found is None or not found.hits:
            self._refresh_hits()
            self._show_counts()
            if self._meeting is None and (found is None or not found.rows):
                self._dialogue.show_words(wording.NO_HITS)
            elif found is not None and found.rows and self._elsewhere(found):
                self.open_place(Place(found.rows[0].entry.id), remember=False)
            return
        self._refresh_hits()
        here = start.meeting if start is not None else None
        if here is not None and here in found:
            self.open_place(start or Place(here), landing=Landing.AT_OR_AFTER, remember=False)
            return
        nearest = None
        if here is not None:
            nearest = found.neighbour(here, 1, order=self._order)
        target = nearest or next(row.entry.id for row in found.rows if row.hits)
        self.open_place(Place(target), landing=Landing.FIRST, remember=False)

    def _elsewhere(self, found: Found) -> bool:
        return self._meeting is None or self._meeting.id not in found

    def _refresh_hits(self) -> None:
        """Find the filter's hits in the meeting that is open."""
        if self._meeting is None:
            self._hits = ()
        elif self._found is None:
            self._hits = ()
            self._dialogue.set_hits(())
        else:
            self._hits = Matcher(self._found.query).hits(self._meeting)
            self._dialogue.set_hits(self._hits)

    def _show_counts(self) -> None:
        bar = self.query_one(FilterBar)
        found = self._found
        if found is None:
            bar.say((), "")
            return
        number = None
        if self._hit is not None and self._meeting is not None:
            number = found.hits_before(self._meeting.id) + self._hit + 1
        bar.say(
            [chip.meaning for chip in clauses(found.query)],
            found.counts(len(self._rows), number),
            found.problem,
        )

    def action_filter(self) -> None:
        """Open the filter bar."""
        bar = self.query_one(FilterBar)
        self._before_filter = (bar.text, self.place)
        bar.open(self.app.query_history())

    def action_back_out(self) -> None:
        """Drop what is selected, else the list laid over, else the filter."""
        if self._dialogue.selected_range() is not None:
            self._dialogue.clear_selection()
        elif self.has_class("-list-open") or self.focused is not self._dialogue:
            self._leave_list()
        elif self._found is not None or self.query_one(FilterBar).text:
            self.query_one(FilterBar).set_text("")
            self._search_serial += 1
            self._found, self._hit = None, None
            self._show_rows()
            if self._meeting is not None:
                self._list.current = self._meeting.id
            self._refresh_hits()
            self._show_counts()

    def action_next_hit(self) -> None:
        """Go to the next hit."""
        self._step_hit(1)

    def action_previous_hit(self) -> None:
        """Go to the previous hit."""
        self._step_hit(-1)

    def _step_hit(self, step: int) -> None:
        found, meeting = self._found, self._meeting
        if found is None or meeting is None:
            self.say("No filter is set: press / and type what you look for")
            return
        if not found.hits:
            self.say("Nothing fits the filter")
            return
        index = self._hit_from_here(meeting, step)
        if index is not None:
            self._stand_on(index)
            return
        target = found.neighbour(meeting.id, step, order=self._order)
        if target is None:
            with_hits = [row.entry.id for row in found.rows if row.hits]
            target = with_hits[0 if step > 0 else -1]
            self.say("On from the other end" if len(with_hits) > 1 else "Round the only meeting")
        landing = Landing.FIRST if step > 0 else Landing.LAST
        self.open_place(Place(target), landing=landing)

    def _hit_from_here(self, meeting: Meeting, step: int) -> int | None:
        """The neighbouring hit in this meeting; None where the meeting ends first."""
        if not self._hits:
            return None
        if self._hit is not None:
            index = self._hit + step
            return index if 0 <= index < len(self._hits) else None
        after = self._landing_hit(meeting, self._dialogue.place, Landing.AT_OR_AFTER)
        if step > 0:
            return after
        return after - 1 if after else None

    # Moving ---------------------------------------------------------------------------

    def _in_list(self) -> bool:
        return self.focused is self._list

    def _in_strip(self) -> bool:
        return self.focused is self._strip

    def _move(self, in_list: Callable[[], None], in_words: Callable[[], None]) -> None:
        if self._in_list():
            in_list()
        else:
            in_words()

    def action_line_down(self) -> None:
        """Down a line, or a row of the list."""
        self._move(self._list.action_cursor_down, self._dialogue.action_line_down)

    def action_line_up(self) -> None:
        """Up a line, or a row of the list."""
        self._move(self._list.action_cursor_up, self._dialogue.action_line_up)

    def action_page_down(self) -> None:
        """Down a page."""
        self._move(self._list.action_page_down, self._dialogue.action_page_down)

    def action_page_up(self) -> None:
        """Up a page."""
        self._move(self._list.action_page_up, self._dialogue.action_page_up)

    def action_half_page_down(self) -> None:
        """Down half a page."""
        self._move(self._list.action_page_down, self._dialogue.action_half_page_down)

    def action_half_page_up(self) -> None:
        """Up half a page."""
        self._move(self._list.action_page_up, self._dialogue.action_half_page_up)

    def action_go_top(self) -> None:
        """To the beginning."""
        self._move(self._list.action_first, self._dialogue.action_go_top)

    def action_go_end(self) -> None:
        """To the end."""
        self._move(self._list.action_last, self._dialogue.action_go_end)

    def action_next_turn(self) -> None:
        """To the next turn."""
        self._dialogue.action_next_turn()

    def action_previous_turn(self) -> None:
        """To the previous turn."""
        self._dialogue.action_previous_turn()

    def action_next_same_speaker(self) -> None:
        """To the next turn of the same speaker."""
        self._dialogue.action_next_same_speaker()

    def action_previous_same_speaker(self) -> None:
        """To the previous turn of the same speaker."""
        self._dialogue.action_previous_same_speaker()

    def action_next_meeting(self) -> None:
        """To the meeting below in the list."""
        self._step_meeting(1)

    def action_previous_meeting(self) -> None:
        """To the meeting above in the list."""
        self._step_meeting(-1)

    def _step_meeting(self, step: int) -> None:
        rows = self._rows if self._found is None else self._found.rows
        order = [row.entry.id for row in rows]
        if not order:
            return
        here = self._meeting.id if self._meeting is not None else order[0]
        if here in order:
            index = order.index(here) + step
            if not 0 <= index < len(order):
                self.say("That is the last meeting" if step > 0 else "That is the first meeting")
                return
        else:
            index = 0
        self._visit(order[index])

    def action_earlier(self) -> None:
        """On the strip, to the meeting before in time."""
        if self._in_strip():
            self._strip.action_previous()

    def action_later(self) -> None:
        """On the strip, to the meeting after in time."""
        if self._in_strip():
            self._strip.action_next()

    def action_choose(self) -> None:
        """Open what the list's cursor is on, or filter by the strip's range."""
        if self._in_list():
            self._list.action_choose()
        elif self._in_strip():
            self._strip.action_choose()

    def action_next_pane(self) -> None:
        """Focus the next pane."""
        self._step_pane(1)

    def action_previous_pane(self) -> None:
        """Focus the previous pane."""
        self._step_pane(-1)

    def _step_pane(self, step: int) -> None:
        narrow = not self.has_class("-wide")
        panes = [self._dialogue, self._list]
        if self._strip.display and self._strip.region:
            panes.append(self._strip)
        here = next((n for n, pane in enumerate(panes) if pane is self.focused), None)
        if here is None:
            target = 0
        else:
            target = here + step
            if target in (-1, len(panes)):
                self.set_class(False, "-list-open")
                self.action_filter()
                return
        self.set_class(narrow and panes[target] is self._list, "-list-open")
        panes[target].focus()

    def action_go_back(self) -> None:
        """Back to where one was."""
        self._go(self._trail.back)

    def action_go_forth(self) -> None:
        """Forth again."""
        self._go(self._trail.forth)

    def _go(self, way: Callable[[Place], tuple[Place, Trail] | None]) -> None:
        if self.place is None:
            return
        if (step := way(self.place)) is None:
            self.say("Nowhere to go that way")
            return
        target, self._trail = step
        self.open_place(target, remember=False)

    # Speakers -------------------------------------------------------------------------

    def action_highlight_speaker(self) -> None:
        """Light up the next speaker of the meeting; after the last, nobody."""
        if self._meeting is None:
            return
        names = [person.name for person in self._meeting.people]
        lit = self._dialogue.highlighted_speaker
        index = names.index(lit) + 1 if lit in names else 0
        self._light(names[index] if index < len(names) else None)

    def action_pick_speaker(self, number: int) -> None:
        """Light up one speaker by number; the same again, nobody."""
        people = () if self._meeting is None else self._meeting.people
        if number > len(people):
            self.say(f"Only {len(people)} people speak here")
            return
        name = people[number - 1].name
        self._light(None if self._dialogue.highlighted_speaker == name else name)

    def _light(self, name: str | None) -> None:
        self._dialogue.highlight_speaker(name)
        self.say(f"{visible(name)} lit up" if name else "Everybody in full light")

    # Selecting and taking away --------------------------------------------------------

    def action_extend_down(self) -> None:
        """Select downwards by lines."""
        self._dialogue.action_extend_down()

    def action_extend_up(self) -> None:
        """Select upwards by lines."""
        self._dialogue.action_extend_up()

    def action_extend_right(self) -> None:
        """Select onwards by words; on the strip, a range of time."""
        if self._in_strip():
            self._strip.action_extend_later()
        else:
            self._dialogue.action_extend_right()

    def action_extend_left(self) -> None:
        """Select back by words; on the strip, a range of time."""
        if self._in_strip():
            self._strip.action_extend_earlier()
        else:
            self._dialogue.action_extend_left()

    def action_quote(self) -> None:
        """Copy the selection, else the current turn."""
        self._take(cited=False)

    def action_quote_with_citation(self) -> None:
        """Copy the selection, else the current turn, with its citation."""
        self._take(cited=True)

    def _take(self, *, cited: bool) -> None:
        from tui.screens.taking import take

        if self._meeting is None:
            return
        taken = take(
            self._meeting,
            self._dialogue.current_anchor,
            self._dialogue.selected_range(),
            style=(self.app.config.style or DEFAULT_STYLE) if cited else None,
        )
        if not taken.text:
            self.say(taken.what or "There are no words here to take away")
            return
        self.app.take_away(taken.text, ". ".join((taken.what, *taken.advice)))

    # Program --------------------------------------------------------------------------

    def action_help(self) -> None:
        """Show the help."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(COMMANDS, self.app.config.keymap))

    def action_palette(self) -> None:
        """Show the command palette."""
        self.app.action_command_palette()

    def action_theme(self) -> None:
        """Choose a theme."""
        self.app.search_themes()

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.exit()

    def palette_commands(self) -> Iterable[PaletteItem]:
        """Offer the commands that make sense without a key."""
        for command in COMMANDS:
            if command.palette:
                keys = self.app.config.keymap.get(command.id, ",".join(command.keys))
                yield PaletteItem(
                    command.help,
                    lambda action=command.action: self.run_later(action),  # type: ignore[misc]
                    keys=shown(keys.split(",")[0]),
                )

    def run_later(self, action: str) -> None:
        """Run an action of this screen once the palette has gone."""
        self.call_later(self.run_action, action)

    def palette_places(self) -> Iterable[PaletteItem]:
        """Offer meetings and people."""
        for person in self._archive.people():
            yield PaletteItem(
                person.name, lambda n=person.name: self.set_filter(f'by:"{n}"'), "filter by"
            )
        for row in self._rows:
            yield PaletteItem(
                wording.line(row.entry),
                lambda id_=row.entry.id: self.open_place(Place(id_)),
                "meeting",
            )

    def palette_address(self, text: str) -> PaletteItem | None:
        """Read a date, an id, or ``t3`` of the meeting that is open."""
        address = text.strip()
        if self._meeting is not None and address.lstrip("#")[:1] in ("t", "b"):
            address = f"{self._meeting.id}#{address.lstrip('#')}"
        if not address[:1].isdigit() and "#" not in address:
            return None
        try:
            place = self._archive.resolve(address)
        except LibraryError:
            return None
        return PaletteItem(f"Go to {text.strip()}", lambda: self.open_place(place))
