"""How a concordance looks: the components a theme may style, and their styles by default."""

from tui.widgets.palette import OWN_SLOTS, SLOTS

# The theme's speaker colours, and after them those that a user chose.
_COLOURS = tuple(f"speaker-{slot}" for slot in range(1, SLOTS + OWN_SLOTS + 1))

COMPONENTS = (
    *("sign", "date", "kind", "words", "outside", "match", "focus", "other", "anchor"),
    *("heading", "count", "cursor", "placeholder"),
    *_COLOURS,
)
"""Names of the component classes, without ``concordance--``."""

_FIXED = """
Concordance {
    height: 1fr;
    overflow-x: hidden;
    overflow-y: auto;
    scrollbar-gutter: stable;
    scrollbar-size-vertical: 1;
    background: $background;
    color: $foreground;
    & > .concordance--sign { color: $foreground; text-style: bold; }
    & > .concordance--date { color: $muted; }
    & > .concordance--kind { color: $muted; text-style: italic; }
    & > .concordance--words { color: $foreground; }
    & > .concordance--outside { color: $muted; text-style: italic; }
    & > .concordance--match {
        color: $match-foreground;
        background: $match-background;
        text-style: $match-text-style;
    }
    & > .concordance--focus {
        color: $focus-match-foreground;
        background: $focus-match-background;
        text-style: $focus-match-text-style;
    }
    & > .concordance--other { color: $match-foreground; text-style: underline; }
    & > .concordance--anchor { color: $faint; text-style: $faint-text-style; }
    & > .concordance--heading { color: $foreground; text-style: bold; }
    & > .concordance--count { color: $accent; text-style: bold; }
    & > .concordance--cursor {
        background: $focus-selected-background;
        text-style: $focus-selected-text-style;
    }
    & > .concordance--placeholder { color: $faint; text-style: $faint-text-style; }
    &:nocolor > .concordance--match { text-style: bold underline; }
    &:nocolor > .concordance--focus {
        color: $foreground;
        background: $background;
        text-style: bold reverse;
    }
}
"""
_SPEAKER = "Concordance > .concordance--{colour} {{ color: ${colour}; text-style: bold; }}\n"

CSS = _FIXED + "".join(_SPEAKER.format(colour=colour) for colour in _COLOURS)
"""The rules, for the widget's ``DEFAULT_CSS``."""
