"""How a dialogue looks: the components a theme may style, and their styles by default."""

from tui.widgets.palette import OWN_SLOTS, SLOTS

# No component classes: Textual styles every one of those anew at each styling of the widget.
COLOURS = frozenset(f"speaker-{slot}" for slot in range(1, SLOTS + OWN_SLOTS + 1))
"""The theme's variables for speakers' colours, and after them those that a user chose."""

COMPONENTS = (
    *("title", "meta", "name", "role", "words", "narrative", "heading", "caption"),
    *("aside", "sign", "editor", "match", "focus", "dim", "bar", "mark", "unnamed"),
    *("track", "thumb", "placeholder"),
)
"""Names of the component classes, without ``dialogue--``."""

OVERLAYS = frozenset(("name", "bar", "editor", "match", "focus", "dim", "unnamed"))
"""Components that lie over others and change only what they say."""

CSS = """
Dialogue {
    overflow: hidden hidden;
    background: $background;
    color: $foreground;
    & > .dialogue--title { text-style: bold; }
    & > .dialogue--meta { color: $muted; }
    & > .dialogue--name { text-style: bold; }
    & > .dialogue--role { color: $faint; text-style: $faint-text-style; }
    & > .dialogue--narrative { color: $muted; text-style: italic; }
    & > .dialogue--heading { text-style: bold; }
    & > .dialogue--caption { color: $muted; }
    & > .dialogue--aside { color: $muted; text-style: italic; }
    & > .dialogue--sign { color: $muted; }
    & > .dialogue--editor { color: $muted; text-style: italic; }
    & > .dialogue--match {
        color: $match-foreground;
        background: $match-background;
        text-style: $match-text-style;
    }
    & > .dialogue--focus {
        color: $focus-match-foreground;
        background: $focus-match-background;
        text-style: $focus-match-text-style;
    }
    & > .dialogue--dim { color: $faint; text-style: $faint-text-style; }
    & > .dialogue--mark { color: $accent; text-style: bold; }
    & > .dialogue--unnamed { color: $muted; }
    & > .dialogue--track { color: $rule; }
    & > .dialogue--thumb { color: $faint; }
    & > .dialogue--placeholder { color: $muted; }
    &:nocolor > .dialogue--match { text-style: bold underline; }
    &:nocolor > .dialogue--focus {
        color: $foreground;
        background: $background;
        text-style: bold reverse;
    }
    &:nocolor > .dialogue--dim { text-style: dim; }
}
"""
"""The rules, for the widget's ``DEFAULT_CSS``."""
