"""Every command of the reading screen, declared once."""

from __future__ import annotations

from tui.screens.command import FIND, PROGRAM, SPEAKERS, Command
from tui.screens.moving_commands import MOVING
from tui.screens.taking_commands import TAKING

_FINDING = (
    Command("filter", ("/",), "filter", "filter", "Filter while you type", FIND, "/"),
    Command("hit.next", ("n",), "hit(1)", "hit", "Next hit, on into the next meeting", FIND, "n N"),
    Command("hit.previous", ("N",), "hit(-1)", "hit", "Previous hit", FIND),
    Command(
        "search.save",
        ("S",),
        "save_search",
        "save search",
        "Save the filter under a name (ctrl+s while typing it); saved:name asks it again",
        FIND,
    ),
    Command(
        "concordance",
        ("c",),
        "concordance",
        "concordance",
        "Every hit of the filter on a line of its own: order, group, look closer",
        FIND,
    ),
    Command(
        "back-out",
        ("escape",),
        "back_out",
        "lift filter",
        "Drop the selection, else lift the filter and stay here",
        FIND,
        palette=False,
    ),
)

_SPEAKERS = (
    Command(
        "speaker.highlight",
        ("h",),
        "highlight_speaker",
        "speaker",
        "Light up one speaker and dim the others; again for the next",
        SPEAKERS,
        "h",
    ),
    *(
        Command(
            f"speaker.{number}",
            (str(number),),
            f"pick_speaker({number})",
            f"speaker {number}",
            f"Light up speaker {number} of the meeting",
            SPEAKERS,
            palette=False,
        )
        for number in range(1, 10)
    ),
)

_PROGRAM = (
    Command(
        "help", ("?", "f1"), "help", "help", "Keys, and the language of the filter", PROGRAM, "?"
    ),
    Command(
        "palette",
        (":", "ctrl+p"),
        "palette",
        "go to",
        "Go to a date, meeting or turn; filter by a person; any command",
        PROGRAM,
        ":",
        palette=False,
    ),
    Command(
        "import",
        ("I",),
        "import",
        "import",
        "Import files or a folder, in the background; again while it runs: stop",
        PROGRAM,
    ),
    Command(
        "people",
        ("P",),
        "people",
        "people",
        "Everyone who speaks: offices, spellings; who is one person, who is not",
        PROGRAM,
    ),
    Command(
        "edit",
        ("E",),
        "edit",
        "correct",
        "Correct the turn's speaker, or the meeting's date, time, title, place",
        PROGRAM,
    ),
    Command("theme", ("T",), "theme", "theme", "Choose a theme", PROGRAM),
    Command("quit", ("q",), "quit", "quit", "Quit; you come back to this place", PROGRAM, "q"),
)

COMMANDS = (*_FINDING, *MOVING, *_SPEAKERS, *TAKING, *_PROGRAM)

BY_ID = {command.id: command for command in COMMANDS}

FOOTER = (
    "help",
    "filter",
    "hit.next",
    "meeting.previous",
    "turn.previous",
    "speaker.highlight",
    "quote",
    "quote.cite",
    "mark",
    "palette",
    "quit",
)
"""The footer's commands, from left to right."""

FOOTER_GIVES_WAY = ("turn.previous", "palette", "quote.cite", "speaker.highlight", "mark")
"""Those that leave the footer where it is short, the last one first."""
