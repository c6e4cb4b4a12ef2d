"""Every command of the concordance, declared once, as those of the reading screen are."""

from __future__ import annotations

from dataclasses import replace

from tui.screens.command import MOVE, PROGRAM, TAKE, Command
from tui.screens.commands import BY_ID

ORDER = "Order and groups"

_MOVES = (
    *("line.down", "line.up", "page.down", "page.up"),
    *("half-page.down", "half-page.up", "go.top", "go.end"),
)
# The same ids as on the reading screen, so that keys given to them count here too.
_MOVING = tuple(
    replace(BY_ID[id_], action=BY_ID[id_].action.replace("move(", "lines(")) for id_ in _MOVES
)

COMMANDS: tuple[Command, ...] = (
    Command("concordance.open", ("enter",), "open", "read", "Read on at this hit", MOVE, "enter"),
    *_MOVING,
    Command("hit.next", ("n",), "lines('line_down')", "hit", "Next hit", MOVE),
    Command("hit.previous", ("N",), "lines('line_up')", "hit", "Previous hit", MOVE),
    Command("group.next", ("]",), "lines('next_group')", "group", "Next group", MOVE),
    Command("group.previous", ("[",), "lines('previous_group')", "group", "Previous group", MOVE),
    Command(
        "loupe",
        ("o",),
        "loupe",
        "closer",
        "Look closer, in place: the sentence; again, the turn; the exchange; closed",
        MOVE,
        "o",
    ),
    Command(
        "order.next",
        ("s",),
        "order",
        "order",
        "Next order: date, speaker, words to the left, words to the right",
        ORDER,
        "s",
    ),
    *(
        Command(
            f"order.words-{words}",
            (str(words),),
            f"reach({words})",
            "words",
            f"Order by {words} word{'s' * (words > 1)} to the left or right, the nearest first",
            ORDER,
        )
        for words in (1, 2, 3)
    ),
    Command(
        "group.by", ("tab",), "group(1)", "group", "Group by speaker, year, meeting", ORDER, "tab"
    ),
    Command("group.back", ("shift+tab",), "group(-1)", "group", "Group by the one before", ORDER),
    Command(
        "sample",
        ("r",),
        "sample",
        "sample",
        "A reproducible sample of the hits; again, all of them",
        ORDER,
        "r",
    ),
    Command(
        "sample.other", ("R",), "resample", "another", "Another sample, by the next seed", ORDER
    ),
    Command("quote", ("y",), "quote", "quote", "Copy the turn the hit is in", TAKE, "y"),
    Command("quote.cite", ("Y",), "cite", "cite", "Copy it with its citation", TAKE, "Y"),
    Command(
        "concordance.command",
        ("!",),
        "command",
        "command",
        "Copy the command line that lists the same",
        TAKE,
        "!",
    ),
    Command("filter", ("/",), "filter", "filter", "Change the filter", PROGRAM, "/"),
    Command(
        "palette",
        (":", "ctrl+p"),
        "palette",
        "commands",
        "Every command by its name",
        PROGRAM,
        palette=False,
    ),
    Command(
        "help", ("?", "f1"), "help", "help", "Keys, and the language of the filter", PROGRAM, "?"
    ),
    Command(
        "back-out",
        ("escape",),
        "back_out",
        "back",
        "Close the loupe, else give up an order on its way, else go back to the words",
        PROGRAM,
    ),
    Command(
        "concordance",
        ("q", "c"),
        "leave",
        "back",
        "Back to the words, where you were",
        PROGRAM,
        "q",
    ),
)

BY_ID_HERE = {command.id: command for command in COMMANDS}

FOOTER = (
    "help",
    "concordance.open",
    "loupe",
    "order.next",
    "group.by",
    "sample",
    "quote",
    "quote.cite",
    "concordance.command",
    "filter",
    "concordance",
)
"""The footer's commands, from left to right."""

FOOTER_GIVES_WAY = ("filter", "quote.cite", "sample", "concordance.command", "quote")
"""Those that leave the footer where it is short, the last one first."""
