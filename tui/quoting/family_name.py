"""Which part of a name is the family's, as reference lists want to know."""

from __future__ import annotations

from collections.abc import Sequence

from tui.search.folding import fold_text

_PARTICLES = frozenset(
    {
        "la",
        "al",
        "bin",
        "ben",
        "da",
        "de",
        "del",
        "der",
        "di",
        "dos",
        "du",
        "el",
        "ibn",
        "le",
        "van",
        "von",
    }
)
_COURTESY = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "prof", "sir", "lady", "lord", "the", "madam", "justice"}
)


def family_name(name: str, tags: Sequence[str] = ()) -> str | None:
    """Return the family name within a name, as printed there; None where it cannot be told.

    A page's tags print people surname first, so a tag with the same words settles it.
    Else the last word is the family's, with the particles before it. One word alone, and
    a name with a courtesy title (“Mr. Speaker”), stay whole.

    Args:
        name: Without the office.
        tags: The meeting's tags for people.
    """
    words = name.split()
    if len(words) < 2 or fold_text(words[0]).rstrip(".") in _COURTESY:
        return None
    folded = [fold_text(word) for word in words]
    for tag in tags:
        tagged = fold_text(tag).split()
        if sorted(tagged) != sorted(folded):
            continue
        if tagged == folded:
            return words[0]
        # “bin Salman Mohammed”: the tag is the name, turned round.
        for given in range(1, len(words)):
            if folded[given:] + folded[:given] == tagged:
                return " ".join(words[given:])
    first = len(words) - 1
    while first > 1 and folded[first - 1] in _PARTICLES:
        first -= 1
    return " ".join(words[first:])
