"""Every command of the reading screen, declared once.

One declaration yields the key binding, the footer's hint, the palette's entry, the row
in the help and the id under which ``config.toml`` may give it another key.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding

_SHOWN = {
    "space": "space",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "escape": "esc",
    "enter": "enter",
    "comma": ",",
}


@dataclass(frozen=True, slots=True)
class Command:
    """Something a reader can tell the screen to do.

    Attributes:
        id: Stable name, as the keymap in ``config.toml`` uses it.
        keys: Keys as Textual names them, or single characters.
        action: The screen's action.
        label: One or two words for the footer.
        help: What it does, as a sentence without its full stop.
        group: Heading in the help.
        footer: Keys as the footer prints them; "" keeps the command out of the footer.
        palette: Whether the command palette offers it.
    """

    id: str
    keys: tuple[str, ...]
    action: str
    label: str
    help: str
    group: str
    footer: str = ""
    palette: bool = True

    @property
    def binding(self) -> Binding:
        """The command as Textual binds it."""
        return Binding(",".join(self.keys), self.action, self.label, show=False, id=self.id)


def shown(key: str) -> str:
    """Write a key as people know it: ``ctrl+d``, ``pgdn``, ``[``."""
    return _SHOWN.get(key, key)


MOVE, FIND, SPEAKERS, TAKE, PROGRAM = "Moving", "Finding", "Speakers", "Taking away", "Program"

COMMANDS: tuple[Command, ...] = (
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
    Command(
        "meeting.previous",
        ("[",),
        "meeting(-1)",
        "meeting",
        "Meeting above in the list",
        MOVE,
        "[ ]",
    ),
    Command("meeting.next", ("]",), "meeting(1)", "meeting", "Meeting below in the list", MOVE),
    Command(
        "turn.previous", ("{",), "in_words('previous_turn')", "turn", "Previous turn", MOVE, "{ }"
    ),
    Command("turn.next", ("}",), "in_words('next_turn')", "turn", "Next turn", MOVE),
    Command(
        "speaker.previous-turn",
        ("(",),
        "in_words('previous_same_speaker')",
        "same speaker",
        "Previous turn of the same speaker",
        MOVE,
    ),
    Command(
        "speaker.next-turn",
        (")",),
        "in_words('next_same_speaker')",
        "same speaker",
        "Next turn of the same speaker",
        MOVE,
    ),
    Command(
        "go.time",
        ("t",),
        "go_to_time",
        "time",
        "To a time of the recording, where the source has times",
        MOVE,
    ),
    Command(
        "line.down",
        ("j", "down"),
        "move('line_down')",
        "line",
        "Down a line, or a row",
        MOVE,
        palette=False,
    ),
    Command(
        "line.up",
        ("k", "up"),
        "move('line_up')",
        "line",
        "Up a line, or a row",
        MOVE,
        palette=False,
    ),
    Command(
        "page.down",
        ("space", "pagedown", "ctrl+f"),
        "move('page_down')",
        "page",
        "Down a page",
        MOVE,
        palette=False,
    ),
    Command(
        "page.up",
        ("b", "pageup", "ctrl+b"),
        "move('page_up')",
        "page",
        "Up a page",
        MOVE,
        palette=False,
    ),
    Command(
        "half-page.down",
        ("ctrl+d",),
        "move('half_page_down')",
        "half a page",
        "Down half a page",
        MOVE,
        palette=False,
    ),
    Command(
        "half-page.up",
        ("ctrl+u",),
        "move('half_page_up')",
        "half a page",
        "Up half a page",
        MOVE,
        palette=False,
    ),
    Command(
        "go.top", ("g", "home"), "move('go_top')", "top", "To the beginning", MOVE, palette=False
    ),
    Command("go.end", ("G", "end"), "move('go_end')", "end", "To the end", MOVE, palette=False),
    Command(
        "strip.earlier",
        ("left",),
        "on_strip('previous')",
        "earlier",
        "On the time strip: the meeting before in time",
        MOVE,
        palette=False,
    ),
    Command(
        "strip.later",
        ("right",),
        "on_strip('next')",
        "later",
        "On the time strip: the meeting after in time",
        MOVE,
        palette=False,
    ),
    Command(
        "choose",
        ("enter",),
        "choose",
        "open",
        "Open the meeting, or filter by the range picked on the strip",
        MOVE,
        palette=False,
    ),
    Command(
        "pane.next",
        ("tab",),
        "pane(1)",
        "pane",
        "Next pane: words, list, strip, filter",
        MOVE,
        palette=False,
    ),
    Command(
        "pane.previous", ("shift+tab",), "pane(-1)", "pane", "Previous pane", MOVE, palette=False
    ),
    Command("go.back", ("H", "ctrl+o"), "go_back", "back", "Back to where you were", MOVE),
    Command("go.forth", ("L",), "go_forth", "forth", "Forth again", MOVE),
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
    Command(
        "quote", ("y",), "quote", "quote", "Copy the selection, else the current turn", TAKE, "y"
    ),
    Command(
        "quote.cite",
        ("Y",),
        "quote_with_citation",
        "cite",
        "Copy it with its citation, in a form you pick: note, reference, block quote, BibTeX …",
        TAKE,
        "Y",
    ),
    Command(
        "verify",
        ("v",),
        "verify",
        "verify",
        "Verify a quotation: type or paste what somebody is said to have said",
        TAKE,
    ),
    Command(
        "mark",
        ("m",),
        "mark",
        "mark",
        "Mark the current turn, or save the selection, in the notebook",
        TAKE,
        "m",
    ),
    Command(
        "mark.remark",
        ("M",),
        "mark_with_remark",
        "remark",
        "Mark or save it with a remark and #tags",
        TAKE,
    ),
    Command("mark.go", ("'",), "go_to_mark", "go to mark", "Go to what you marked or saved", TAKE),
    Command(
        "notebook",
        ("B",),
        "notebook",
        "notebook",
        "The notebook: search, edit, order, copy what you marked and saved",
        TAKE,
    ),
    Command(
        "notebook.undo",
        ("u",),
        "undo_note",
        "undo",
        "Take back the last change of the notebook",
        TAKE,
    ),
    Command(
        "select.more",
        ("s",),
        "in_words('select_more')",
        "select",
        "Select the sentence where you read; again, its paragraph; again, the turn",
        TAKE,
    ),
    Command(
        "select.next-sentence",
        (".",),
        "in_words('select_next_sentence')",
        "sentence",
        "Select the next sentence",
        TAKE,
    ),
    Command(
        "select.previous-sentence",
        ("comma",),
        "in_words('select_previous_sentence')",
        "sentence",
        "Select the sentence before",
        TAKE,
    ),
    Command(
        "select.down",
        ("shift+down", "J"),
        "extend('down')",
        "select",
        "Select by lines, downwards",
        TAKE,
        palette=False,
    ),
    Command(
        "select.up",
        ("shift+up", "K"),
        "extend('up')",
        "select",
        "Select by lines, upwards",
        TAKE,
        palette=False,
    ),
    Command(
        "select.right",
        ("shift+right",),
        "extend('right')",
        "select",
        "On the words: select by words, onwards. On the strip: a range of time",
        TAKE,
        palette=False,
    ),
    Command(
        "select.left",
        ("shift+left",),
        "extend('left')",
        "select",
        "On the words: select by words, back. On the strip: a range of time",
        TAKE,
        palette=False,
    ),
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
