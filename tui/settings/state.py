"""What is restored at the next start: the place last read, the theme last chosen.

A convenience, never a record: a file that cannot be read is as good as none.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import asdict, field, replace
from pathlib import Path

from tui.model import Place
from tui.settings.paths import private_folder
from tui.values import value

FILE_NAME = "state.json"


class StateNotSaved(Exception):
    """The state could not be written; the one saved before still stands."""


@value
class State:
    """Where a user left off.

    Attributes:
        theme: Name of the theme last chosen; None where none was.
        places: The place last read, by the library's uuid.
    """

    theme: str | None = None
    places: Mapping[str, Place] = field(default_factory=dict)

    def at(self, library: str, place: Place) -> State:
        """Return this state with another place for one library, by its uuid."""
        return replace(self, places={**self.places, library: place})

    def themed(self, theme: str | None) -> State:
        """Return this state with another theme."""
        return replace(self, theme=theme)


def load_state(path: Path) -> State:
    """Read the state; never raises.

    Returns:
        What the file holds. Parts that are damaged are left out; an empty state where
        there is no file or none that can be read.
    """
    try:
        stored = json.loads(path.read_bytes())
    # RecursionError: a damaged file may nest deeper than the parser follows.
    except (OSError, ValueError, RecursionError):
        return State()
    if not isinstance(stored, dict):
        return State()
    theme, places = stored.get("theme"), stored.get("places")
    return State(
        theme=theme if isinstance(theme, str) else None,
        places={
            library: place
            for library, fields in (places.items() if isinstance(places, dict) else ())
            if (place := _place(fields)) is not None
        },
    )


def save_state(path: Path, state: State) -> None:
    """Write the state in one step: a reader finds the old file or the new one, whole.

    Folders that are missing are made, for the user alone, and so is the file.

    Raises:
        StateNotSaved: The disk or the permissions do not allow it.
    """
    stored = {
        "theme": state.theme,
        "places": {library: asdict(place) for library, place in state.places.items()},
    }
    try:
        private_folder(path.parent)
        # A new temporary file is readable for the user alone (0600), as the state should be.
        handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="ascii") as file:
                json.dump(stored, file, indent=1)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StateNotSaved(
            f"{path}: reading place and theme not saved ({reason}); "
            "the library and the notebook are not concerned."
        ) from error


def update_state(path: Path, change: Callable[[State], State]) -> State:
    """Read, change and write, so that what another screen saved meanwhile is kept.

    Returns:
        The state as saved.

    Raises:
        StateNotSaved: As for ``save_state``.
    """
    state = change(load_state(path))
    save_state(path, state)
    return state


def _place(fields: object) -> Place | None:
    """Read one place; None where a field is missing or of another kind."""
    if not isinstance(fields, dict):
        return None
    meeting, anchor = fields.get("meeting"), fields.get("anchor")
    block, offset = fields.get("block"), fields.get("offset")
    if not (isinstance(meeting, str) and isinstance(anchor, str)):
        return None
    if not (isinstance(block, int) and isinstance(offset, int) and min(block, offset) >= 0):
        return None
    current = fields.get("current")
    return Place(meeting, anchor, block, offset, current if isinstance(current, str) else None)
