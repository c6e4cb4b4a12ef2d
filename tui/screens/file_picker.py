"""Choosing a file or a folder: a tree to walk, and a line to type a path on."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import DirectoryTree, Input, Static
from textual.widgets._directory_tree import DirEntry

from tui.safe import visible


class FileTree(DirectoryTree):
    """A directory tree in which the name of a file is text, whatever it holds."""

    ICON_NODE = "▸ "
    ICON_NODE_EXPANDED = "▾ "
    ICON_FILE = "  "

    def process_label(self, label: str | Text) -> Text:
        """Take a name as it is: no markup, and control characters shown."""
        return Text(visible(str(label)))


class FilePicker(ModalScreen[Path | None]):
    """Asks for a file or a folder; its answer is the path, None where it was taken back."""

    DEFAULT_CSS = """
    FilePicker {
        align: center middle;
        & > Vertical {
            width: 90%;
            max-width: 84;
            height: 80%;
            padding: 1 2;
            background: $surface;
        }
        & FileTree { height: 1fr; margin: 1 0; background: $surface; scrollbar-size-vertical: 1; }
        & Input, & Input:focus { border: none; padding: 0; height: 1; background: $panel; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "dismiss", "Close", show=False),
    ]

    def __init__(self, title: str, start: Path) -> None:
        """Prepare a choice.

        Args:
            title: What the path is for.
            start: The folder to begin in.
        """
        super().__init__()
        self._title = title
        self._start = start

    def compose(self) -> ComposeResult:
        """Lay the choice out: a title, the tree, the line."""
        with Vertical():
            keys = "   enter takes a file or opens a folder, tab goes to the path, esc closes"
            yield Static(Content.assemble((self._title, "bold"), (keys, "$text-muted")))
            tree = FileTree(self._start)
            tree.guide_depth = 2
            yield tree
            path = Input(placeholder="a file, a folder, or a pattern such as ~/minutes/*.vtt")
            path.cursor_blink = False
            path.compact = True
            yield path

    @on(FileTree.NodeHighlighted)
    def _show_path(self, event: FileTree.NodeHighlighted[DirEntry]) -> None:
        if event.node.data is not None and self.focused is not self.query_one(Input):
            self.query_one(Input).value = str(event.node.data.path)

    @on(FileTree.FileSelected)
    def _take_file(self, event: FileTree.FileSelected) -> None:
        event.stop()
        self.dismiss(event.path)

    @on(Input.Submitted)
    def _take_path(self, event: Input.Submitted) -> None:
        event.stop()
        if text := event.value.strip():
            self.dismiss(Path(text).expanduser())
