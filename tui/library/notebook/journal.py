"""What was done to the notes, step by step, to be taken back and done again.

The steps are in the notebook's file with the notes, so that they outlive the program.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.library.notebook.file import NOTES, NotebookFile
from tui.library.notebook.shelf import Shelf, Step

if TYPE_CHECKING:
    from tui.library.storage import Database

STEPS = 100
"""Steps that can be taken back; older ones are forgotten."""

_ORDER, _UNDO, _REDO = "order", "undo", "redo"


class Journal:
    """Changes the notes of one notebook, and remembers how to take that back."""

    def __init__(self, file: NotebookFile) -> None:
        """Take the notebook's file; nothing is read yet."""
        self._file = file

    def shelf(self) -> Shelf:
        """The notes as they are on the disk.

        Raises:
            LibraryError: The notebook cannot be read.
        """
        order = self._file.rows(_ORDER).get(_ORDER, {}).get("ids", [])
        return Shelf.of(dict(self._file.rows(NOTES)), order)

    def do(self, decide: Callable[[Shelf], Step | None]) -> None:
        """Do a step, on top of what other processes wrote until then.

        Args:
            decide: Takes the notes as they are and returns the step, or None for none; what it
                raises leaves all as it was.

        Raises:
            LibraryError: The notebook cannot be written; it is as it was.
        """

        def change(notebook: Database) -> bool:
            shelf = _shelf(notebook)
            step = decide(shelf)
            if step is None:
                return False
            _push(notebook, _UNDO, _apply(notebook, shelf, step))
            notebook.take(_REDO, set(notebook.rows(_REDO)))
            return True

        self._file.change(change)

    def undo(self) -> str | None:
        """Take the last step back and return what it was; None where there is none.

        Raises:
            LibraryError: The notebook cannot be written; it is as it was.
        """
        return self._travel(_UNDO, _REDO)

    def redo(self) -> str | None:
        """Do again what was taken back last and return what it was; None likewise.

        Raises:
            LibraryError: The notebook cannot be written; it is as it was.
        """
        return self._travel(_REDO, _UNDO)

    def _travel(self, source: str, target: str) -> str | None:
        done: list[str] = []

        def change(notebook: Database) -> bool:
            steps = notebook.rows(source)
            if not steps:
                return False
            last = max(steps, key=int)
            step = Step.from_row(steps[last])
            notebook.take(source, {last})
            _push(notebook, target, _apply(notebook, _shelf(notebook), step))
            done.append(step.what)
            return True

        self._file.change(change)
        return done[0] if done else None


def _shelf(notebook: Database) -> Shelf:
    order = notebook.document(_ORDER, _ORDER) or {}
    return Shelf.of(notebook.rows(NOTES), order.get("ids", []))


def _apply(notebook: Database, shelf: Shelf, step: Step) -> Step:
    """Write a step's outcome into the tables and return its inverse."""
    after, back = shelf.applied(step)
    gone = {name for name in step.notes if name not in after.rows}
    notebook.take(NOTES, gone)
    notebook.put(NOTES, {name: after.rows[name] for name in step.notes if name not in gone})
    notebook.put(_ORDER, {_ORDER: {"ids": list(after.order)}})
    return back


def _push(notebook: Database, table: str, step: Step) -> None:
    numbers = sorted(map(int, notebook.rows(table)))
    forgotten = numbers[: max(0, len(numbers) - STEPS + 1)]
    notebook.take(table, {str(number) for number in forgotten})
    following = numbers[-1] + 1 if numbers else 1
    notebook.put(table, {str(following): step.to_row()})
