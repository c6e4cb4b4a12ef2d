"""What a user wrote into ``config.toml``.

Nothing in the file can keep the program from starting: each problem is named with its
line, the value in question falls back to its default, and the rest counts.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import field, fields
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tui.values import value

if TYPE_CHECKING:
    from tui.settings.toml_lines import Document

NARROWEST_MEASURE, WIDEST_MEASURE = 20, 400
"""Cells. Below, no line holds a long word; above, no terminal is."""

LARGEST_FILE = 256 * 1024
"""Bytes. What is larger is some other file by mistake."""

_COLOUR = r"#(?:[0-9a-fA-F]{3}){1,2}|[a-z]+(?:_[a-z0-9]+)*"

_T = TypeVar("_T")


@value
class Config:
    """The user's choices; the defaults where there are none.

    Attributes:
        theme: Name of a theme; None leaves the choice to the program.
        keymap: Keys by command id, several joined by commas, as Textual's keymap wants them.
        measure: Longest line of the dialogue, in cells.
        colours: Colour by speaker's name: ``#rrggbb``, ``#rgb`` or a colour's name.
        mouse: Whether the mouse is asked for.
        library: Folder of the library; None for the platform's.
        style: Style of citations; None leaves the choice to the program.
    """

    theme: str | None = None
    keymap: Mapping[str, str] = field(default_factory=dict)
    measure: int = 80
    colours: Mapping[str, str] = field(default_factory=dict)
    mouse: bool = True
    library: Path | None = None
    style: str | None = None


_SETTINGS = tuple(setting.name for setting in fields(Config))


@value
class ConfigProblem:
    """Something in the file that could not be used.

    Attributes:
        path: The file.
        line: Where it stands, from 1; None where the whole file is meant.
        message: What is wrong and what counts instead, as a sentence.
    """

    path: Path
    line: int | None
    message: str

    def __str__(self) -> str:
        """The problem with its place, for a message line."""
        where = f"{self.path}, line {self.line}" if self.line is not None else str(self.path)
        return f"{where}: {self.message}"


class _Unusable(Exception):
    """A value is not what its key asks for; the message says what is."""


def load_config(
    path: Path,
    *,
    themes: Collection[str] | None = None,
    commands: Collection[str] | None = None,
    styles: Collection[str] | None = None,
) -> tuple[Config, tuple[ConfigProblem, ...]]:
    """Read a configuration file. Never raises; a file that is absent is no problem.

    Args:
        path: The file.
        themes: Names a theme may have; None accepts any.
        commands: Ids that a key may be given to; None accepts any.
        styles: Names a style of citation may have; None accepts any.

    Returns:
        The configuration, and what could not be used, in the order of the lines.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Config(), ()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Config(), (ConfigProblem(path, None, f"not read ({reason}); defaults are used."),)
    reader = _Reader(path)
    if len(raw) > LARGEST_FILE:
        reader.report(None, "too large for a configuration; defaults are used.")
        return Config(), tuple(reader.problems)
    from tui.settings.toml_lines import read_toml  # TOML costs a start without such a file nothing

    document = read_toml(reader.decode(raw))
    for line, reason in document.broken:
        reader.report(line, f"{reason.rstrip('.')}. The line is left out.")
    config = reader.read(document, themes, commands, styles)
    return config, tuple(sorted(reader.problems, key=lambda problem: problem.line or 0))


class _Reader:
    """One reading of one file, and the problems met on the way."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[ConfigProblem] = []

    def report(self, line: int | None, message: str) -> None:
        self.problems.append(ConfigProblem(self.path, line, message))

    def decode(self, raw: bytes) -> str:
        try:
            return raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            self.report(line, "not UTF-8; the characters in question read as �.")
            return raw.decode("utf-8-sig", errors="replace")

    def read(
        self,
        document: Document,
        themes: Collection[str] | None,
        commands: Collection[str] | None,
        styles: Collection[str] | None,
    ) -> Config:
        values = document.values
        for key in values:
            if key not in _SETTINGS:
                hint = _hint(key, _SETTINGS)
                self.report(document.line(key), f"“{key}” is not a setting{hint}; it is ignored.")

        def setting(key: str, check: Callable[[object], _T], default: _T) -> _T:
            if key not in values:
                return default
            usable = self._use(document, (key,), check, values[key])
            return default if usable is None else usable

        default = Config()
        return Config(
            theme=setting("theme", lambda value: _name(value, "theme", themes), None),
            keymap=self._keymap(document, values.get("keymap", {}), commands),
            measure=setting("measure", _measure, default.measure),
            colours=self._colours(document, values.get("colours", {})),
            mouse=setting("mouse", _truth, default.mouse),
            library=setting("library", _folder, None),
            style=setting("style", lambda value: _name(value, "style", styles), None),
        )

    def _use(
        self, document: Document, key: tuple[str, ...], check: Callable[[object], _T], value: object
    ) -> _T | None:
        try:
            return check(value)
        except _Unusable as error:
            self.report(document.line(*key), f"{'.'.join(key)} {error}; the default is used.")
            return None

    def _keymap(
        self, document: Document, value: object, commands: Collection[str] | None
    ) -> dict[str, str]:
        keymap: dict[str, str] = {}
        for path, keys in self._table(document, "keymap", value):
            command = ".".join(path)
            if commands is not None and command not in commands:
                hint = _hint(command, commands)
                line = document.line("keymap", *path) or document.line("keymap", command)
                self.report(line, f"“{command}” is not a command{hint}; it is ignored.")
            elif (usable := self._use(document, ("keymap", *path), _keys, keys)) is not None:
                keymap[command] = usable
        return keymap

    def _colours(self, document: Document, value: object) -> dict[str, str]:
        colours: dict[str, str] = {}
        for path, colour in self._table(document, "colours", value):
            usable = self._use(document, ("colours", *path), _colour, colour)
            if usable is not None:
                colours[".".join(path)] = usable
        return colours

    def _table(
        self, document: Document, name: str, value: object
    ) -> list[tuple[tuple[str, ...], object]]:
        """Flatten a table: ``hit.next = "n"`` and ``"hit.next" = "n"`` mean the same."""
        if not isinstance(value, dict):
            self.report(document.line(name), f"{name} must be a table, [{name}]; it is ignored.")
            return []
        rows: list[tuple[tuple[str, ...], object]] = []
        for key, inner in value.items():
            if isinstance(inner, dict):
                rows += [((key, *path), leaf) for path, leaf in self._table(document, key, inner)]
            else:
                rows.append(((key,), inner))
        return rows


def _name(value: object, noun: str, known: Collection[str] | None) -> str:
    if not isinstance(value, str) or not value:
        raise _Unusable("must be a name in quotes")
    if known is not None and value not in known:
        raise _Unusable(f"names no {noun} “{value}”{_hint(value, known)}")
    return value


def _measure(value: object) -> int:
    # bool is an int in Python, and `measure = true` is a mistake.
    if not isinstance(value, int) or isinstance(value, bool):
        raise _Unusable("must be a whole number of cells")
    if not NARROWEST_MEASURE <= value <= WIDEST_MEASURE:
        raise _Unusable(f"must lie between {NARROWEST_MEASURE} and {WIDEST_MEASURE} cells")
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise _Unusable("must be true or false")
    return value


def _folder(value: object) -> Path:
    if not isinstance(value, str) or not value:
        raise _Unusable("must be a folder in quotes")
    try:
        folder = Path(value).expanduser()
    except RuntimeError as error:  # ~somebody, and there is no such user
        raise _Unusable(f"names a home that does not exist, “{value}”") from error
    if not folder.is_absolute():
        raise _Unusable("must begin with / or ~")
    return folder


def _keys(value: object) -> str:
    given = value if isinstance(value, list) else [value]
    keys = [key.strip() for key in given if isinstance(key, str)]
    if not keys or len(keys) < len(given) or not all(keys):
        raise _Unusable('must be a key in quotes, or several: ["j", "down"]')
    return ",".join(keys)


def _colour(value: object) -> str:
    if not isinstance(value, str) or re.fullmatch(_COLOUR, value) is None:
        raise _Unusable("must be a colour in quotes, such as “#7aa2c8”")
    return value


def _hint(given: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(given, known, n=1)
    return f" (did you mean “{near[0]}”?)" if near else ""
