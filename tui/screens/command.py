"""A command: something a reader can tell a screen to do.

One declaration yields the key binding, the footer's hint, the palette's entry, the row
in the help and the id under which ``config.toml`` may give it another key.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual.binding import Binding

from tui.values import value

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


@value
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


def hints(
    commands: Iterable[Command], keymap: Mapping[str, str], gives_way: Sequence[str] = ()
) -> tuple[tuple[str, str, int], ...]:
    """Return the hints of a footer: keys, what they do, and how soon they give way.

    Args:
        commands: In the order in which they stand; those without a hint are left out.
        keymap: Keys the user gave to commands, by id.
        gives_way: Ids of those that leave a short footer, the last one first; the others stay.
    """
    return tuple(
        (
            shown(keymap[command.id]) if command.id in keymap else command.footer,
            command.label,
            gives_way.index(command.id) if command.id in gives_way else -1,
        )
        for command in commands
        if command.footer
    )


def shown(key: str) -> str:
    """Write a key as people know it: ``ctrl+d``, ``pgdn``, ``[``."""
    return _SHOWN.get(key, key)


MOVE, FIND, SPEAKERS, TAKE, PROGRAM = "Moving", "Finding", "Speakers", "Taking away", "Program"
"""Headings in the help."""
