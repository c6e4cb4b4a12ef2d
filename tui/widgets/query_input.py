"""The line a query is typed on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size, clamp
from textual.message import Message
from textual.widgets import Input

from tui.messages import message
from tui.widgets.suggestions import Suggestions

if TYPE_CHECKING:
    from tui.search.completion import Suggestion


_IDS = {"recall(1)": "earlier", "recall(-1)": "later"}
"""Ids of actions that are not named alike."""


def _bound(keys: str, action: str, meaning: str) -> Binding:
    """Declare a key of the line; the help prints what it means."""
    return Binding(keys, action, meaning, show=False, id=f"filter.{_IDS.get(action, action)}")


class QueryInput(Input):
    """The line the query is typed on, with the queries of earlier days above it.

    While suggestions are shown, ``down`` goes into them and ``tab`` takes one; ``up`` leaves
    them again, and means an earlier query where none is chosen, as in a shell. ``enter`` takes
    only what the reader chose, else it means the query as typed.
    """

    KEYS: ClassVar[tuple[Binding, ...]] = (
        _bound("tab", "take", "Take the suggestion that is chosen, else the first, else ask"),
        _bound("down", "recall(-1)", "The next suggestion; where none is shown, a later filter"),
        _bound("up", "recall(1)", "The suggestion before; where none is chosen, an earlier filter"),
        _bound("ctrl+space,ctrl+@", "suggest", "Suggest how to go on, however little is typed"),
        _bound("ctrl+s", "save", "Save the filter under a name"),
        _bound("escape", "cancel", "Close the suggestions, else take back what was typed"),
    )
    """What its keys do, for the help."""

    BINDINGS: ClassVar[list[BindingType]] = list(KEYS)

    @message
    class Cancelled(Message):
        """What was typed since the bar was opened is to be taken back."""

    @message
    class Asked(Message):
        """Suggestions are wanted, however little is typed."""

    @message
    class SaveWanted(Message):
        """The query is to be saved under a name."""

    def __init__(self, suggestions: Suggestions, *, placeholder: str) -> None:
        """Create an empty line whose cursor does not blink: blinking is traffic.

        Args:
            suggestions: Where suggestions are shown.
            placeholder: What stands there while nothing is typed.
        """
        super().__init__(
            placeholder=placeholder,
            select_on_focus=False,
            compact=True,
            id="query",
        )
        self.cursor_blink = False
        self.history: Sequence[str] = ()
        """Earlier queries, the latest first."""
        self._suggestions = suggestions
        self._recalled = 0
        self._draft = ""

    def _watch_value(self, value: str) -> None:
        """Take note of the words' width in silence: for a key the screen is not laid out anew."""
        self.set_reactive(QueryInput.virtual_size, Size(self.content_width, 1))
        super()._watch_value(value)

    def on_resize(self) -> None:
        """Keep in sight what matters where the answer beside the line takes room from it."""
        self._keep_in_sight()

    def on_focus(self) -> None:
        """Show where one types."""
        self._keep_in_sight()

    def on_blur(self) -> None:
        """Show what is asked from its beginning."""
        self.call_after_refresh(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        if self.has_focus:
            self.mutate_reactive(QueryInput.selection)
        else:
            self.scroll_home(animate=False)

    def start(self) -> None:
        """Begin a new edit: recalling starts from the latest query again."""
        self._recalled = 0
        self._draft = self.value

    @property
    def suggestions(self) -> Suggestions:
        """How the word being typed could go on."""
        return self._suggestions

    @property
    def is_recalled(self) -> bool:
        """Whether an earlier query stands on the line, as it was."""
        return self._recalled > 0 and self.value == self.history[self._recalled - 1]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave ``tab`` to the screen while nothing is typed."""
        if action == "take":
            return bool(self._suggestions.offered or self.value)
        return super().check_action(action, parameters)

    def action_recall(self, step: int) -> None:
        """Choose a suggestion; else put an earlier query on the line.

        Below the latest query comes what was being typed.

        Args:
            step: 1 is up, -1 is down.
        """
        going_in = self._suggestions.offered and step < 0
        if going_in or self._suggestions.chosen is not None:
            self._suggestions.step(-step)
            return
        if self._recalled == 0:
            self._draft = self.value
        self._recalled = clamp(self._recalled + step, 0, len(self.history))
        self.value = self.history[self._recalled - 1] if self._recalled else self._draft
        self.cursor_position = len(self.value)

    def action_take(self) -> None:
        """Put the suggestion that was chosen, else the first, in place of the word.

        Where none is shown they are asked for, as a shell does it: who goes on typing after
        ``tab`` must not give commands to another part of the screen instead.
        """
        taken = self._suggestions.likeliest
        if taken is not None:
            self.take(taken)
        else:
            self.post_message(self.Asked())

    def take(self, taken: Suggestion) -> None:
        """Put a suggestion in place of the word that it completes."""
        rest = self.value[taken.end :]
        # A field wants its value at once; anything else is finished.
        gap = "" if taken.text.endswith(":") or rest.startswith(" ") else " "
        self._suggestions.offer(())
        self.value = f"{self.value[: taken.start]}{taken.text}{gap}{rest}"
        self.cursor_position = taken.start + len(taken.text) + len(gap)

    def action_suggest(self) -> None:
        """Ask for suggestions, or go to the next one."""
        if self._suggestions.offered:
            self._suggestions.step(1)
        else:
            self.post_message(self.Asked())

    async def action_submit(self) -> None:
        """Take what was chosen of the suggestions; else keep the query as typed."""
        if self._suggestions.chosen is not None:
            self.action_take()
        else:
            await super().action_submit()

    def action_save(self) -> None:
        """Save the query under a name."""
        self.post_message(self.SaveWanted())

    def action_cancel(self) -> None:
        """Close the suggestions; else take back what was typed."""
        if self._suggestions.offered:
            self._suggestions.close()
        else:
            self.post_message(self.Cancelled())
