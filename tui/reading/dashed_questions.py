"""Questions that an interview prints behind a dash, and only the answers behind a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tui.reading.label_lines import Candidate, Form
from tui.reading.printed_label import Label, Shape

_DASH = re.compile(r"\s*[–—-]\s+(?P<words>[^\W\d_a-zà-ÿа-яё].*|[“\"«].*)", re.DOTALL)
_ASKED = 2
"""So many questions make an interview."""


def with_dashed_questions(
    lines: Sequence[str], openings: Sequence[Candidate | None]
) -> list[Candidate | None]:
    """Return the openings, and those of questions nobody is named for.

    A paragraph behind a dash is somebody else's where a named answer follows nearly every
    one of them; who asks is not said. The items of a list have no answers.

    Args:
        lines: The document's lines.
        openings: What each could begin.
    """
    kept = list(openings)
    filled = [i for i, line in enumerate(lines) if line.strip()]
    dashed = {i: m for i in filled if openings[i] is None and (m := _DASH.match(lines[i]))}
    if len(dashed) < _ASKED:
        return kept
    answered = sum(
        above in dashed and _is_named(openings[below]) for above, below in pairwise(filled)
    )
    named = sum(map(_is_named, openings))
    if (
        answered < _ASKED
        or answered * 4 < len(dashed.keys() - {filled[-1]}) * 3
        or answered * 2 < named
    ):
        return kept
    for index, found in dashed.items():
        kept[index] = Candidate(Form.CHEVRON, Label("", None), Shape.STRONG, found["words"].strip())
    return kept


def _is_named(opening: Candidate | None) -> bool:
    return opening is not None and opening.form is Form.COLON and opening.shape is not Shape.NONE
