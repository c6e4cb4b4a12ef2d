"""Colours that can be read: the contrast the design promises, in every theme."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from textual.app import App
from textual.color import Color, rgb_to_lab
from textual.theme import BUILTIN_THEMES, Theme

from tui.contrast import MEANING_CONTRAST, contrast
from tui.themes import THEMES, variable_defaults
from tui.widgets.palette import SLOTS

WORDS_CONTRAST = 7.0
"""The least contrast of words with what they stand on."""

SPEAKERS = [f"speaker-{slot}" for slot in range(1, SLOTS + 1)]
GROUNDS = ["background", "surface", "selected-background", "focus-selected-background"]
COLOURED = [theme for theme in BUILTIN_THEMES.values() if not theme.ansi]

own = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
every = pytest.mark.parametrize(
    "theme", [*THEMES, *BUILTIN_THEMES.values()], ids=lambda theme: theme.name
)
foreign = pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)


def variables(theme: Theme) -> dict[str, str]:
    """What CSS sees under a theme, by the rules of ``App.get_css_variables``."""
    return {
        **variable_defaults(theme),
        **theme.to_color_system().generate(),
        **theme.variables,
    }


def ratio(theme: Theme, ink: str, ground: str) -> float:
    values = variables(theme)
    return contrast(Color.parse(values[ink]), Color.parse(values[ground]))


def distance(one: str, other: str) -> float:
    """CIE76, in which 2.3 is just noticeable side by side."""
    first, second = (rgb_to_lab(Color.parse(colour)) for colour in (one, other))
    return math.dist((first.L, first.a, first.b), (second.L, second.a, second.b))


def test_contrast_is_the_one_of_wcag() -> None:
    assert contrast(Color.parse("#fff"), Color.parse("#000")) == pytest.approx(21)
    # The grey that WCAG's own understanding document gives as just sufficient.
    assert contrast(Color.parse("#767676"), Color.parse("#fff")) == pytest.approx(4.54, abs=0.01)


@own
@pytest.mark.parametrize("ground", GROUNDS)
def test_words_are_read_without_effort(theme: Theme, ground: str) -> None:
    assert ratio(theme, "foreground", ground) >= WORDS_CONTRAST


@own
@pytest.mark.parametrize("prefix", ["match", "focus-match"])
def test_matches_are_words_and_read_as_such(theme: Theme, prefix: str) -> None:
    needed = WORDS_CONTRAST if prefix == "match" else MEANING_CONTRAST
    assert ratio(theme, f"{prefix}-foreground", f"{prefix}-background") >= needed


@own
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["accent", "muted", "text-muted", "text-error"])
def test_whatever_means_something_is_legible(theme: Theme, ink: str, ground: str) -> None:
    assert ratio(theme, ink, ground) >= MEANING_CONTRAST


@own
@pytest.mark.parametrize("ground", ["background", "surface"])
def test_furniture_that_is_read_is_legible(theme: Theme, ground: str) -> None:
    assert ratio(theme, "faint", ground) >= MEANING_CONTRAST


@own
@pytest.mark.parametrize("speaker", SPEAKERS)
def test_speakers_are_legible(theme: Theme, speaker: str) -> None:
    assert ratio(theme, speaker, "background") >= MEANING_CONTRAST


@own
def test_speakers_are_told_apart(theme: Theme) -> None:
    values = variables(theme)
    assert min(distance(values[a], values[b]) for a, b in combinations(SPEAKERS, 2)) > 10


@own
@pytest.mark.parametrize("speaker", SPEAKERS)
def test_no_speaker_looks_like_the_accent(theme: Theme, speaker: str) -> None:
    values = variables(theme)
    assert distance(values[speaker], values["accent"]) > 20


@foreign
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *((speaker, "background") for speaker in SPEAKERS),
        ("muted", "background"),
        ("faint", "background"),
        ("match-foreground", "match-background"),
        ("focus-match-foreground", "focus-match-background"),
    ],
)
def test_other_themes_get_legible_variables(theme: Theme, ink: str, ground: str) -> None:
    assert ratio(theme, ink, ground) >= MEANING_CONTRAST


@every
def test_every_theme_defines_the_same_variables(theme: Theme) -> None:
    assert set(variable_defaults(THEMES[0])) <= set(variables(theme))


@every
async def test_css_accepts_every_value(theme: Theme) -> None:
    class Probe(App[None]):
        CSS = "\n".join(
            f".probe{number} {{ {'text-style' if name.endswith('style') else 'color'}: ${name}; }}"
            for number, name in enumerate(variable_defaults(theme))
        )

        def get_theme_variable_defaults(self) -> dict[str, str]:
            return variable_defaults(self.current_theme)

    app = Probe()
    for ours in THEMES:
        app.register_theme(ours)
    app.theme = theme.name
    async with app.run_test():
        assert app.stylesheet.rules
