"""How a dialogue looks: the components a theme may style, and their styles by default."""

SPEAKERS = 12
"""Speaker colours of a theme: the variables ``$speaker-1`` … ``$speaker-12``."""

_COLOURS = tuple(f"speaker-{slot}" for slot in range(1, SPEAKERS + 1))

COMPONENTS = (
    *("title", "meta", "name", "role", "words", "narrative", "heading", "caption"),
    *("aside", "sign", "editor", "match", "focus", "dim", "bar", "mark", "unnamed"),
    *("track", "thumb", "placeholder"),
    *_COLOURS,
)
"""Names of the component classes, without ``dialogue--``."""

OVERLAYS = frozenset(("name", "bar", "editor", "match", "focus", "dim", "unnamed", *_COLOURS))
"""Components that lie over others and change only what they say."""

_FIXED = """
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
    &:nocolor > .dialogue--focus { text-style: bold reverse; }
    &:nocolor > .dialogue--dim { text-style: dim; }
}
"""
_SPEAKER = "Dialogue > .dialogue--{colour} {{ color: ${colour}; }}\n"

CSS = _FIXED + "".join(_SPEAKER.format(colour=colour) for colour in _COLOURS)
"""The rules, for the widget's ``DEFAULT_CSS``."""
