"""Whether a colour can be read on a ground, and the nearest one that can.

The measure is the contrast ratio of WCAG 2.2, success criteria 1.4.3 and 1.4.6.
"""

from __future__ import annotations

from textual.color import Color

MEANING_CONTRAST = 4.5
"""The least contrast of what carries meaning; words themselves have more."""


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two opaque colours, 1 … 21, as WCAG 2.2 defines it."""

    def luminance(colour: Color) -> float:
        linear = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in colour.normalized
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def legible(colour: Color, ground: Color, ratio: float = MEANING_CONTRAST) -> Color:
    """Move a colour towards black or white until it can be read on a ground.

    Args:
        colour: What one would like to use.
        ground: What it will stand on.
        ratio: The contrast asked for.

    Returns:
        The nearest mixture that reaches the ratio; black or white where none does.
    """
    end = max((Color(0, 0, 0), Color(255, 255, 255)), key=lambda c: contrast(c, ground))
    for step in range(21):
        mixed = colour.blend(end, step / 20, alpha=1.0)
        if contrast(mixed, ground) >= ratio:
            return mixed
    return end
