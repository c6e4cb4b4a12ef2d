"""Every command of the notebook's screen, declared once."""

from __future__ import annotations

from tui.screens.command import MOVE, PROGRAM, TAKE, Command

CHANGE = "Changing"

COMMANDS: tuple[Command, ...] = (
    Command(
        "note.open", ("enter",), "open", "open", "Read on where the words stand", MOVE, "enter"
    ),
    Command("line.down", ("j", "down"), "row('cursor_down')", "note", "Next note", MOVE),
    Command("line.up", ("k", "up"), "row('cursor_up')", "note", "Previous note", MOVE),
    Command("page.down", ("space", "pagedown"), "row('page_down')", "page", "Down a page", MOVE),
    Command("page.up", ("b", "pageup"), "row('page_up')", "page", "Up a page", MOVE),
    Command("go.top", ("g", "home"), "row('first')", "top", "To the first note", MOVE),
    Command("go.end", ("G", "end"), "row('last')", "end", "To the last note", MOVE),
    Command("filter", ("/",), "search", "search", "Search words, remarks, #tags", MOVE, "/"),
    Command("note.tags", ("t",), "group", "by tag", "Group by tag, or no longer", MOVE, "t"),
    Command("note.edit", ("e",), "edit", "edit", "Edit remark and tags", CHANGE, "e"),
    Command("note.up", ("K", "shift+up"), "move(-1)", "move", "Move it up", CHANGE, "J K"),
    Command("note.down", ("J", "shift+down"), "move(1)", "move", "Move it down", CHANGE),
    Command("note.delete", ("d", "delete"), "delete", "delete", "Delete it", CHANGE, "d"),
    Command("notebook.undo", ("u",), "undo", "undo", "Take back the last change", CHANGE, "u"),
    Command("notebook.redo", ("U", "ctrl+r"), "redo", "redo", "Do it again", CHANGE),
    Command("quote", ("y",), "copy(False)", "copy", "Copy the words", TAKE, "y"),
    Command("quote.cite", ("Y",), "copy(True)", "cite", "Copy them with their citation", TAKE, "Y"),
    Command("help", ("?", "f1"), "help", "help", "These keys", PROGRAM, "?"),
    Command("back-out", ("escape", "q"), "leave", "close", "Back to the words", PROGRAM, "esc"),
)

GIVES_WAY = (
    "note.open",
    "filter",
    "note.edit",
    "quote",
    "note.delete",
    "notebook.undo",
    "quote.cite",
    "note.tags",
    "note.up",
)
"""Those that leave the line of keys where it is short, the last one first."""
