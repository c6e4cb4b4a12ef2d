"""A display for Textual that sends only the cells that changed.

Textual sends every widget that changed as a whole, blanks as spaces. ``CellDiff`` stands
between its compositor and its driver, on a method that is no part of Textual's interface:
``App._display``. All that rests on it and on the compositor's updates is in this file.
Where the ground is not the known one, or gives way, Textual's own output takes over.
"""

from __future__ import annotations

import contextlib
import inspect
import re
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import textual
from rich.color import ColorSystem
from rich.console import COLOR_SYSTEMS, Console
from textual.app import App
from textual.events import Resize

from tui.layers import Layered
from tui.terminal.capabilities import capabilities
from tui.terminal.differ import Differ
from tui.terminal.pacing import Pace
from tui.terminal.pen import Pens

if TYPE_CHECKING:
    from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
    from textual.timer import Timer
else:
    try:
        from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
    except ImportError:
        ChopsUpdate = CompositorUpdate = LayoutUpdate = object

FIRST_TESTED, FIRST_UNTESTED = (8, 2), (9, 0)
"""Textual's versions, from and below, on which the pictures are proven to be the same."""


_RESIZED = 0.05
"""Seconds after the last of many sizes: Textual has repainted by then what it repaints."""


def _textual_version() -> str:
    """Return Textual's version, from the name of the folder its installer wrote beside it.

    ``textual.__version__`` loads a parser of e-mail to read the same: a twentieth of a start.
    """
    for folder in Path(textual.__file__).parent.parent.glob("textual-*.dist-info"):
        if found := re.fullmatch(r"textual-(\d[^-]*)\.dist-info", folder.name):
            return found[1]
    return textual.__version__


_STATE = ("_batch_count", "_previous_cursor_position", "_closed", "_running")
"""What Textual's App knows of a frame and is asked for here."""


def _names_set_by(app: type[App[Any]]) -> set[str]:
    """Return the names that a class and those above it give to attributes in ``__init__``."""
    codes = (getattr(vars(base).get("__init__"), "__code__", None) for base in app.__mro__)
    return {name for code in codes if code is not None for name in code.co_names}


def stock_reason(version: str | None = None) -> str | None:
    """Say why Textual's own output must do; None where changed cells can be sent.

    Args:
        version: The version of Textual in use; None for the one that is installed.
    """
    version = version or _textual_version()
    numbers = version.split(".")[:2]
    if not all(number.isdigit() for number in numbers):
        return f"Textual's version {version} cannot be told"
    if not FIRST_TESTED <= tuple(map(int, numbers)) < FIRST_UNTESTED:
        return f"not proven on Textual {version}"
    missing = [name for name in _STATE if name not in _names_set_by(App)]
    if missing:
        return f"Textual {version} keeps its state in another way ({missing[0]})"
    expected: tuple[tuple[Callable[..., Any], list[str]], ...] = (
        (getattr(App, "_display", object), ["self", "screen", "renderable"]),
        (LayoutUpdate, ["strips", "region"]),
        (ChopsUpdate, ["chops", "spans", "chop_ends"]),
        (getattr(CompositorUpdate, "render_segments", object), ["self", "console"]),
    )
    for known, parameters in expected:
        if list(inspect.signature(known).parameters) != parameters:
            return f"Textual {version} displays in another way ({known.__name__})"
    return None


_STOCK_REASON = stock_reason()


class CellDiff(Layered, App[None], layer=True):
    """An app that sends only the cells that changed.

    Derive from it in place of ``App``. Headless and inline apps are left alone.

    Attributes:
        cell_diff: Set it to False before or while the app runs for Textual's own output.
    """

    cell_diff: bool = True
    _differ: Differ | None = None
    _standing: str | None = None
    _held: bool = False
    _redraw: Timer | None = None

    @cached_property
    def _pace(self) -> Pace:
        return Pace(self._send_rest)

    def take_over(self, cells: str) -> None:
        """Begin with a picture that stands on the terminal, and leave it until ``release``.

        Args:
            cells: Its rows, as ``kept_picture`` wrote them down.
        """
        if self.cell_diff and _STOCK_REASON is None:
            self._standing, self._held = cells, True

    def release(self) -> None:
        """Send what differs from the picture that stood there, and every change from now on."""
        held, self._held = self._held, False
        if held and self._differ is not None and self._driver is not None:
            self._driver.write(self._differ.difference())
            self._driver.flush()

    def picture(self) -> tuple[str, str] | None:
        """Return what would show the terminal's picture again, and its rows written down."""
        behind = self._held or self._pace.holds  # then the terminal shows what is past
        shown = self._differ.shown if self._differ is not None and not behind else None
        if shown is None or self._differ is None:
            return None
        from tui.terminal.kept_picture import dump

        return self._differ.whole(), dump(shown)

    def on_resize(self, event: Resize) -> None:
        """Know nothing of the terminal any more.

        The driver announces a size after every change of it, and whenever it takes the
        terminal over: at the start, and when the process is continued after a stop.
        """
        if self._held and self._differ is not None and event.size == self._differ.size:
            return  # nothing is sent yet, and what the driver announces is no change
        if self._differ is not None:
            self._differ.forget()
        elif not self._running or self._size is None:
            return  # nothing was ever shown
        # Where the last of many sizes is the first one again, Textual has nothing to do,
        # but the terminal has lost what was beyond its edges in between.
        if self._redraw is not None:
            self._redraw.stop()
        self._redraw = self.set_timer(_RESIZED, self._draw_again)

    def terminal_answered(self) -> None:
        """Go on: the terminal has drawn what was sent before it was asked."""
        self._pace.answered()

    def _draw_again(self) -> None:
        """Send what Textual did not repaint after a change of size."""
        self._redraw = None
        if self._differ is None:
            self.screen.refresh()
        elif not self._held and self._differ.size == self.size:
            self._send_rest()

    def _send_rest(self) -> None:
        """Send what is painted and not shown, if anything is."""
        differ = self._differ
        if self._batch_count:  # nothing may follow it that would bring the rest along
            self.set_timer(_RESIZED, self._send_rest)
        elif differ is not None and not self._pace.holds and self._displays():
            sequence = self._attempt(differ.difference)
            if sequence is not None:
                self._send(self.screen, sequence)

    # Takes whatever Textual passes, so that another signature breaks nothing.
    def _display(self, *args: Any, **named: Any) -> None:
        known = self.cell_diff and _STOCK_REASON is None and len(args) == 2
        if known and isinstance(args[1], LayoutUpdate | ChopsUpdate):
            screen, update = args
            if not self._displays():
                return
            sequence = self._attempt(lambda: self._difference(update))
            if sequence is not None:
                self._send(screen, sequence)
                return  # otherwise Textual sends it all
        elif any(argument is not None for argument in (*args[1:], *named.values())):
            self._differ = None  # Textual writes by itself, and nobody keeps count
        super()._display(*args, **named)

    def _displays(self) -> bool:
        """Whether Textual would send a frame now; one that it drops must not be painted."""
        return bool(
            self._running
            and not self._closed
            and not self._batch_count
            and not self.is_headless
            and self._driver is not None
        )

    def _send(self, screen: Any, sequence: str) -> None:
        """Send a frame as Textual would, with the cursor at its place; nothing for nothing."""
        cursor = self.screen.outer_size.clamp_offset(self.cursor_position)
        if not sequence and (self._pace.holds or cursor == self._previous_cursor_position):
            return
        frame: Any = _Sequence(sequence)
        super()._display(screen, frame)
        ask = getattr(self._driver, "ask", None)
        if ask is not None and self._pace.sent():
            ask()

    def _difference(self, update: LayoutUpdate | ChopsUpdate) -> str:
        """Return what makes the terminal show an update; "" where it must wait."""
        if self._differ is None:
            self._differ = _differ(self.console)
        _paint(self._differ, update)
        if self._standing is not None:
            standing, self._standing = self._standing, None
            _presume(self._differ, standing)
        return "" if self._held or self._pace.holds else self._differ.difference()

    def _attempt(self, work: Callable[[], str]) -> str | None:
        """Return what some work finds to be sent; None where it fails, for good.

        A wrong guess about Textual's inside must cost bytes, not the session. Nothing of a
        frame is sent yet then, so Textual's own is right on what the terminal shows.
        """
        try:
            return work()
        except Exception as error:
            self.log.error(f"cell diff given up: {error!r}")
            self.cell_diff = self._held = False
            self._differ = None
            self.call_later(lambda: self.screen.refresh())  # all of it, by Textual alone
            return None


class _Sequence(CompositorUpdate):
    """What to send, in the form in which Textual takes it."""

    def __init__(self, sequence: str) -> None:
        self._sequence = sequence

    def render_segments(self, console: Console) -> str:
        return self._sequence


def _differ(console: Console) -> Differ:
    colours = COLOR_SYSTEMS.get(console.color_system or "", ColorSystem.TRUECOLOR)
    able = capabilities()
    return Differ(Pens(colours), colour_erase=able.colour_erase, unicode=able.unicode)


def _presume(differ: Differ, cells: str) -> None:
    """Take a picture that was written down for what the terminal shows."""
    from tui.terminal.kept_picture import load

    with contextlib.suppress(ValueError):  # then all of the screen is sent
        differ.presume(load(cells, differ.pens))


def _paint(differ: Differ, update: LayoutUpdate | ChopsUpdate) -> None:
    """Paint what Textual's own ``render_segments`` would write, where it would."""
    if isinstance(update, LayoutUpdate):
        differ.fit(update.region.width, update.region.height)
        for y, strips in enumerate(update.strips, update.region.y):
            differ.paint(update.region.x, y, [segment for strip in strips for segment in strip])
        return
    differ.fit(max((ends[-1] for ends in update.chop_ends if ends), default=0), len(update.chops))
    for y, left, right in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is None or x > right or end <= left:
                continue
            if not (left <= x < right and end <= right):
                strip = strip.crop(0, min(end, right) - x)
            differ.paint(x, y, strip)
