"""The full names among a document's labels, by what they are shortened to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from tui.reading.label_lines import Candidate
from tui.reading.labels import is_office_word
from tui.reading.names import has_courtesy
from tui.reading.printed_label import Shape, is_anonymous, shape

_TERMS = 5
"""So many labels in a dialogue, and somebody speaks twice."""
_FULL_NAME = re.compile(
    r"(?!\S+ing\b)[A-ZÀ-Þ][\w'’.-]*[a-zß-ÿ.](?: (?:[A-ZÀ-Þ][\w'’.-]*|de|van|von|la|bin|al)){1,3}"
)


def is_full_name(candidate: Candidate) -> bool:
    """Whether a candidate's label is the whole name of one person."""
    speaker = candidate.label.speaker or ""
    return (
        candidate.shape is Shape.STRONG
        and " " in speaker
        and not is_anonymous(speaker)
        and not has_courtesy(speaker)
        and not speaker.casefold().startswith("the ")
        and not is_office_word(speaker.rpartition(" ")[2])
        and not is_anonymous(speaker.rpartition(" ")[2])
    )


def by_initials(names: Iterable[str]) -> dict[str, set[str]]:
    """Return the initials of each name, as interviews shorten it after its first turn."""
    initials: dict[str, set[str]] = {}
    for name in names:
        letters = "".join(word[0] for word in re.split(r"[ -]", name) if word[:1].isupper())
        if len(letters) > 1:
            initials.setdefault(letters, set()).add(name)
    return initials


def by_part(names: Iterable[str]) -> dict[str, set[str]]:
    """Return each first and last word of the names, with the names that have it."""
    parts: dict[str, set[str]] = {}
    for name in dict.fromkeys(names):
        words = [w for w in name.replace(",", " ").split() if shape(w) is not Shape.NONE]
        for word in words[:1] + words[-1:]:
            parts.setdefault(word.casefold(), set()).add(name)
    return parts


def is_a_listing(colon: Sequence[Candidate], seen: Counter[str]) -> bool:
    """Whether labels that come once each are the terms of a list more than people's names."""
    if len(colon) < _TERMS or any(times > 1 for times in seen.values()):
        return False
    return sum(map(_is_somebody, colon)) * 10 < 7 * len(colon)


def _is_somebody(candidate: Candidate) -> bool:
    """Whether a label is a whole name, an office, or capitals too long for an acronym."""
    label = candidate.label
    speaker = label.speaker or ""
    if label.role or is_anonymous(speaker) or has_courtesy(speaker):
        return True
    return _FULL_NAME.fullmatch(speaker) is not None or (speaker.isupper() and len(speaker) > 3)
