"""The help: every key, and the language of the filter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.screens.command import Command, shown
from tui.search.guide import GUIDE
from tui.widgets.query_input import QueryInput


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the help."""

    group: str
    keys: str
    meaning: str
    id: str = ""

    def holds(self, words: list[str]) -> bool:
        text = f"{self.group} {self.keys} {self.meaning} {self.id}".casefold()
        return all(word in text for word in words)


def _rows(commands: Iterable[Command], keymap: Mapping[str, str]) -> Iterator[_Row]:
    for command in commands:
        keys = keymap.get(command.id, ",".join(command.keys)).split(",")
        named = "  ".join(shown(key.strip()) for key in keys)
        yield _Row(command.group, named, command.help, command.id)
    for binding in QueryInput.KEYS:
        keys = keymap.get(binding.id or "", binding.key).split(",")
        named = "  ".join(shown(key.strip()) for key in keys)
        yield _Row("Typing a filter", named, binding.description, binding.id or "")
    for example, meaning in GUIDE:
        yield _Row("The filter", example, meaning)


def help_text(commands: Iterable[Command], keymap: Mapping[str, str], search: str = "") -> Content:
    """Write the help: keys, what they do, and the ids under which keys can be changed.

    Args:
        commands: The commands, in the order in which they were declared.
        keymap: Keys the user gave to commands, by the command's id.
        search: Only rows that hold these words, in any case.
    """
    words = search.casefold().split()
    groups: dict[str, list[_Row]] = {}
    for row in _rows(commands, keymap):
        if row.holds(words):
            groups.setdefault(row.group, []).append(row)
    if not groups:
        return Content.styled("Nothing here goes by that name.", "$text-muted")
    parts: list[Content] = []
    for group, rows in groups.items():
        parts.append(Content.styled(group, "bold $accent"))
        column = min(max(len(row.keys) for row in rows), 24)
        for row in rows:
            keys = row.keys
            if len(keys) > column:
                parts.append(Content.styled(f"  {keys}", "bold"))
                keys = ""
            line = [("  ", ""), (f"{keys:<{column}}", "bold"), ("  ", "")]
            line += [(row.meaning, "$text-muted"), (f"  {row.id}", "$text-disabled")]
            parts.append(Content.assemble(*line))
        parts.append(Content(""))
    return Content("\n").join(parts[:-1])


class HelpScreen(ModalScreen[None]):
    """Keys and the filter's language, narrowed by what one types."""

    DEFAULT_CSS = """
    HelpScreen {
        align: center middle;
        & > Vertical {
            width: 90%;
            max-width: 84;
            height: 90%;
            padding: 1 2;
            background: $surface;
        }
        & VerticalScroll { height: 1fr; margin: 1 0; scrollbar-size-vertical: 1; }
        & Input { border: none; padding: 0; height: 1; background: $panel; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,ctrl+c", "dismiss", "Close", show=False),
        Binding("down", "scroll(1)", "Down", show=False, priority=True),
        Binding("up", "scroll(-1)", "Up", show=False, priority=True),
        Binding("pagedown", "page(1)", "Page down", show=False, priority=True),
        Binding("pageup", "page(-1)", "Page up", show=False, priority=True),
    ]

    def __init__(self, commands: Iterable[Command], keymap: Mapping[str, str]) -> None:
        """Create the help for these commands under this keymap."""
        super().__init__()
        self._commands = tuple(commands)
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """Lay the help out: a title, the rows, a line to search them."""
        with Vertical():
            yield Static(
                Content.assemble(("Help", "bold"), ("   esc closes, type to search", "$text-muted"))
            )
            with VerticalScroll(can_focus=False):
                yield Static(help_text(self._commands, self._keymap), id="rows")
            search = Input(placeholder="search the help", compact=True)
            search.cursor_blink = False
            yield search

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by pages."""
        pane = self.query_one(VerticalScroll)
        pane.scroll_relative(y=pages * (pane.size.height - 1), animate=False)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        if event.value == "?" and event.input.cursor_position == 1:
            self.dismiss()
            return
        rows = help_text(self._commands, self._keymap, event.value)
        self.query_one("#rows", Static).update(rows)
        self.query_one(VerticalScroll).scroll_home(animate=False)
