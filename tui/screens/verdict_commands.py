"""Every command of the screen that checks a quotation, declared once."""

from __future__ import annotations

from tui.screens.command import MOVE, PROGRAM, TAKE, Command

COMMANDS: tuple[Command, ...] = (
    Command("verdict.open", ("enter",), "open(0)", "read", "Read on there", MOVE, "enter"),
    *(
        Command(
            f"verdict.open-{number}",
            (str(number),),
            f"open({number})",
            "other place",
            f"Read on at other place {number}",
            MOVE,
        )
        for number in range(1, 10)
    ),
    Command("line.down", ("j", "down"), "scroll('down')", "line", "Down a line", MOVE),
    Command("line.up", ("k", "up"), "scroll('up')", "line", "Up a line", MOVE),
    Command("page.down", ("space", "pagedown"), "scroll('page_down')", "page", "Down a page", MOVE),
    Command("page.up", ("b", "pageup"), "scroll('page_up')", "page", "Up a page", MOVE),
    Command("quote", ("y",), "copy", "copy", "Copy the verdict in one line", TAKE, "y"),
    Command("verify", ("v", "e"), "again", "another", "Check other words", PROGRAM, "v"),
    Command("help", ("?", "f1"), "help", "help", "These keys", PROGRAM, "?"),
    Command(
        "back-out", ("escape", "q", "ctrl+c"), "leave", "close", "Back to the words", PROGRAM, "esc"
    ),
)

FOOTER = " · ".join(f"{command.footer} {command.label}" for command in COMMANDS if command.footer)
"""The commands in one line."""
