"""The two themes of our own, and what every other theme needs beside its own colours.

Ink and paper are a page to read: warm words on a quiet ground, one accent for what the
reader is doing, and a calm palette for the speakers that never comes near the accent.
Words stand at 7 : 1 or better against the ground, everything else that carries meaning at
4.5 : 1 (WCAG 2.2, 1.4.3 and 1.4.6).

Variables beyond Textual's, defined for every theme:

``speaker-1`` … ``speaker-12``
    A speaker's name and bar; see ``tui.widgets.palette``.
``match-foreground``, ``match-background``, ``match-text-style``
    Words that satisfy the query.
``focus-match-foreground``, ``focus-match-background``, ``focus-match-text-style``
    The hit one is at.
``muted``, ``faint``, ``faint-text-style``
    Words beside the point (narrative, dates) and furniture that is still read (roles, ids).
``rule``
    Thin lines; decoration only.
``selected-background``, ``selected-text-style``, ``focus-selected-…``
    The row of the cursor, without and with the keyboard.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from textual.color import Color
from textual.theme import Theme

from tui.contrast import legible
from tui.widgets.palette import OWN_SLOTS, SLOTS

# Hues are spread over the circle with the accent's left out; neighbours in hue differ in
# lightness, so that they stay apart for readers who see fewer hues.
_INK_SPEAKERS = (
    "#7fb7d6",
    "#d69a7f",
    "#8ec899",
    "#bc9bd6",
    "#72d0d0",
    "#c9818c",
    "#c3d491",
    "#8e9ad7",
    "#62b7a1",
    "#efadd1",
    "#46a0b5",
    "#8fa35c",
)
_PAPER_SPEAKERS = (
    "#1f6a94",
    "#9f4326",
    "#1d6835",
    "#714a8c",
    "#007c7c",
    "#7d2e3f",
    "#5c6c14",
    "#3d4588",
    "#005a44",
    "#944d77",
    "#004f66",
    "#3f5200",
)
# The terminal's own palette without black, white and the yellows, which mark matches.
_ANSI_SPEAKERS = (
    "ansi_blue",
    "ansi_red",
    "ansi_green",
    "ansi_magenta",
    "ansi_cyan",
    "ansi_bright_red",
    "ansi_bright_green",
    "ansi_bright_blue",
    "ansi_bright_cyan",
    "ansi_bright_magenta",
    "ansi_blue",
    "ansi_green",
)


def _speakers(colours: Sequence[str]) -> dict[str, str]:
    # Slots of a user's own repeat the theme's until the user gives them colours.
    slots = range(1, SLOTS + OWN_SLOTS + 1)
    return {f"speaker-{slot}": colours[(slot - 1) % SLOTS] for slot in slots}


INK = Theme(
    name="ink",
    dark=True,
    primary="#e5b567",
    secondary="#7fb7d6",
    accent="#e5b567",
    warning="#e5b567",
    error="#e08a84",
    success="#8ec899",
    foreground="#d9d6cd",
    background="#14161b",
    surface="#191c22",
    panel="#232833",
    boost="#1e222a",
    variables={
        **_speakers(_INK_SPEAKERS),
        "match-foreground": "#f0c57c",
        "match-background": "#3b3116",
        "match-text-style": "bold",
        "focus-match-foreground": "#14161b",
        "focus-match-background": "#e5b567",
        "focus-match-text-style": "bold",
        "muted": "#9b9ea6",
        "faint": "#8b8e96",
        "faint-text-style": "none",
        "rule": "#33373f",
        "selected-background": "#232833",
        "selected-text-style": "none",
        "focus-selected-background": "#2a303c",
        "focus-selected-text-style": "none",
        "text": "#d9d6cd",
        "text-muted": "#9b9ea6",
        "text-disabled": "#8b8e96",
        "text-accent": "#e5b567",
        "text-warning": "#e5b567",
        "text-error": "#e08a84",
        "border": "#33373f",
        "border-blurred": "#33373f",
        "scrollbar": "#4a4f5a",
        "scrollbar-hover": "#8b8e96",
        "scrollbar-active": "#e5b567",
        "scrollbar-background": "#14161b",
        "scrollbar-background-hover": "#14161b",
        "scrollbar-background-active": "#14161b",
        "scrollbar-corner-color": "#14161b",
        "block-cursor-foreground": "#d9d6cd",
        "block-cursor-background": "#2d3442",
        "block-cursor-blurred-background": "#232833",
        "screen-selection-background": "#34465c",
        "screen-selection-foreground": "#f2efe6",
        "input-selection-background": "#34465c",
        "input-cursor-background": "#e5b567",
        "input-cursor-foreground": "#14161b",
        "footer-key-foreground": "#d9d6cd",
        "footer-background": "#14161b",
    },
)
"""Dark: warm grey words on blue-black, amber for what the reader is doing."""

PAPER = Theme(
    name="paper",
    dark=False,
    primary="#8f5400",
    secondary="#1f6a94",
    accent="#8f5400",
    warning="#8f5400",
    error="#a02a24",
    success="#1d6835",
    foreground="#26241f",
    background="#faf8f3",
    surface="#f3f0e8",
    panel="#ebe6d9",
    boost="#efebe0",
    variables={
        **_speakers(_PAPER_SPEAKERS),
        "match-foreground": "#6b3f00",
        "match-background": "#fbe7b5",
        "match-text-style": "bold",
        "focus-match-foreground": "#fffdf7",
        "focus-match-background": "#824b00",
        "focus-match-text-style": "bold",
        "muted": "#5f5c54",
        "faint": "#68655d",
        "faint-text-style": "none",
        "rule": "#ded9cd",
        "selected-background": "#ebe6d9",
        "selected-text-style": "none",
        "focus-selected-background": "#e8e1d2",
        "focus-selected-text-style": "none",
        "text": "#26241f",
        "text-muted": "#5f5c54",
        "text-disabled": "#68655d",
        "text-accent": "#8a5100",
        "text-warning": "#8a5100",
        "text-error": "#a02a24",
        "border": "#ded9cd",
        "border-blurred": "#ded9cd",
        "scrollbar": "#c3bfb3",
        "scrollbar-hover": "#6d6a62",
        "scrollbar-active": "#8f5400",
        "scrollbar-background": "#faf8f3",
        "scrollbar-background-hover": "#faf8f3",
        "scrollbar-background-active": "#faf8f3",
        "scrollbar-corner-color": "#faf8f3",
        "block-cursor-foreground": "#26241f",
        "block-cursor-background": "#e0d8c4",
        "block-cursor-blurred-background": "#ebe6d9",
        "screen-selection-background": "#c9dbe6",
        "screen-selection-foreground": "#14120e",
        "input-selection-background": "#c9dbe6",
        "input-cursor-background": "#8f5400",
        "input-cursor-foreground": "#faf8f3",
        "footer-key-foreground": "#26241f",
        "footer-background": "#faf8f3",
    },
)
"""Light: near-black words on warm white, amber-brown for what the reader is doing."""

THEMES = (INK, PAPER)
"""To be registered with the app, in this order."""

_SHARED_STYLES = MappingProxyType(
    {
        "match-text-style": "bold",
        "focus-match-text-style": "bold",
        "faint-text-style": "none",
        "selected-text-style": "none",
        "focus-selected-text-style": "none",
    }
)


def variable_defaults(theme: Theme) -> dict[str, str]:
    """Return our variables for a theme that does not define them.

    What ``App.get_theme_variable_defaults`` should return for the current theme: a theme's
    own variables stand above these.

    Args:
        theme: Any theme, also one that a user has defined.
    """
    if theme.ansi:
        return dict(THEME_VARIABLE_DEFAULTS)
    if THEME_VARIABLE_DEFAULTS.keys() <= theme.variables.keys():
        return {}
    generated = theme.to_color_system().generate()
    ground = Color.parse(generated["background"])
    if ground.ansi is not None or ground.a < 1:
        return dict(THEME_VARIABLE_DEFAULTS)
    words = Color.parse(generated["foreground"])
    accent = Color.parse(generated["accent"])
    tinted = ground.blend(accent, 0.18, alpha=1.0)
    bright = legible(accent, ground)
    palette = _INK_SPEAKERS if theme.dark else _PAPER_SPEAKERS
    colours = {
        "match-foreground": legible(accent, tinted),
        "match-background": tinted,
        "focus-match-foreground": legible(ground, bright),
        "focus-match-background": bright,
        "muted": legible(words.blend(ground, 0.3, alpha=1.0), ground, 5.5),
        "faint": legible(words.blend(ground, 0.45, alpha=1.0), ground),
        "rule": ground.blend(words, 0.15, alpha=1.0),
        "selected-background": ground.blend(words, 0.1, alpha=1.0),
        "focus-selected-background": ground.blend(words, 0.16, alpha=1.0),
    }
    speakers = [legible(Color.parse(colour), ground).hex for colour in palette]
    return {
        **_SHARED_STYLES,
        **_speakers(speakers),
        **{name: colour.hex for name, colour in colours.items()},
    }


# On the terminal's own sixteen colours nothing is known of the ground: weight, dimness,
# underline and reverse carry what a tint would.
THEME_VARIABLE_DEFAULTS: Mapping[str, str] = MappingProxyType(
    {
        **_speakers(_ANSI_SPEAKERS),
        "match-foreground": "ansi_default",
        "match-background": "ansi_default",
        "match-text-style": "bold underline",
        "focus-match-foreground": "ansi_default",
        "focus-match-background": "ansi_default",
        "focus-match-text-style": "bold reverse",
        "muted": "ansi_default",
        "faint": "ansi_default",
        "faint-text-style": "dim",
        "rule": "ansi_default",
        "selected-background": "ansi_default",
        "selected-text-style": "none",
        "focus-selected-background": "ansi_default",
        "focus-selected-text-style": "reverse",
    }
)
"""Our variables where the terminal decides on the colours (``ansi`` themes)."""
