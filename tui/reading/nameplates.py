"""Lines that begin with a person: what stands under a picture, or on a speaker's plate."""

from __future__ import annotations

from tui.reading.flow import begins_sentence
from tui.reading.labels import is_name_word, is_office_word, split_label
from tui.reading.names import Cast, has_courtesy
from tui.reading.offices import TITLES

_WORDS = 32
_OFFICE_WORDS = 16
_AT = frozenset(("at", "in", "on"))


def begins_with_name(text: str, cast: Cast) -> bool:
    """Say whether text begins with a person: a known name, or an office and any name.

    Args:
        text: One paragraph.
        cast: The names its document knows.
    """
    words = text[:200].split(" ")
    if begins_sentence(words[0].strip(",.")):
        return False
    titled, run = False, 0
    for first in range(min(len(words), _OFFICE_WORDS)):
        for length in (2, 3, 4):
            if " ".join(words[first : first + length]).rstrip(",.") in cast:
                return True
        word = words[first].strip(",.()–")
        if titled and run > 1 and word in _AT:
            return True
        if not word or is_office_word(word):
            titled = titled or word.casefold() in TITLES
            run = 0
        elif is_name_word(word):
            run += 1
            if first == 1 and run == 2 and words[1].endswith(","):
                return True
        else:
            return titled and run >= 2
    return False


def is_nameplate(text: str, cast: Cast) -> bool:
    """Say whether text is an office and a known name and nothing more, as under a portrait.

    Args:
        text: One paragraph.
        cast: The names its document knows.
    """
    bare = text.rstrip(". ")
    words = bare.split()
    if not 3 <= len(words) <= _WORDS or any(mark in bare for mark in ":;?!"):
        return False
    if not all(is_name_word(w.strip(",.()“”")) or is_office_word(w) for w in words):
        return False
    label = split_label(bare, cast)
    if label.name is None or label.role is None or not bare.endswith(label.name):
        return False
    titled = any(word.strip(",").casefold() in TITLES for word in label.role.split())
    return titled and label.name in cast and not has_courtesy(bare)
