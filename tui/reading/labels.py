"""A printed speaker label, split into the name and the office."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.reading.names import Cast, has_courtesy, squeeze
from tui.reading.offices import OFFICES, PARTICLES, PLACES, TITLES

_ANONYMOUS = """
a all answer audience chorus comment correspondent cue exclamation female host interpreter
interviewee interviewer journalist male moderator narrator operator participant phrase
presenter q question questions remark remarks replica reply reporter response retort speaker
student translator unidentified unknown voice voices
"""

ANONYMOUS = frozenset(_ANONYMOUS.split())
"""Labels, folded, that say what somebody does and not who it is."""

_ANONYMOUS_SHAPE = re.compile(
    r"(?:(?:a|an|the|un(?:identified|known|specified|named)|audience|male|female|young|"
    r"call[ -]cent(?:re|er))\s+)?([a-z]+)"
    r"(?:[\s_]*(?:no\.?\s*)?\d{1,3})?(?:\s+from\s+the\s+(?:audience|floor|hall))?\Z"
)
_FROM_AFAR = re.compile(
    r"(?:Question|Remark|Comment|Caller?|Voice|Reply) from (?:the )?(?:[A-Z][\w’'-]*[ -]?){1,4}\Z"
)
"""``Question from Perm Territory``: one of many who call in."""
_NOTE = re.compile(r"\s*[(\[]([^()\[\]]{1,120})[)\]]?\s*\Z")
_NOTE_WORDS = re.compile(
    r"(?:(?:back|re)?-?\s?translat|interpret|speak|in\s+(?:[A-Z]|his|her)|through|via\b|by\s+"
    r"(?:phone|telephone|video|tele)|address|noise|applau|gestur|show|read|laugh|continu|off-?\s?mic|from\s+the)",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"[^\W\d_][^\W\d_’'‘ʼ`.-]*(?:[’'‘ʼ`.-][^\W\d_]*)*\Z")


@dataclass(frozen=True, slots=True)
class Label:
    """A label, understood.

    Attributes:
        text: As printed, white space normalised, without colon and without the note.
        name: The name without the office, in its usual spelling; for an anonymous speaker
            the label as printed; None where the label names an office alone.
        role: The office exactly as printed; None where none is.
        note: What the publisher remarks in brackets, such as "retranslated".
        anonymous: True where the label says what somebody does and not who it is.
    """

    text: str
    name: str | None
    role: str | None = None
    note: str | None = None
    anonymous: bool = False


def is_anonymous(name: str) -> bool:
    """Say whether a label stands for nobody in particular: Question, SPEAKER_01, Audience."""
    if " from " in name and _FROM_AFAR.match(squeeze(name)):
        return True
    found = _ANONYMOUS_SHAPE.match(squeeze(name).casefold())
    return found is not None and found[1] in ANONYMOUS


def is_name_word(word: str) -> bool:
    """Say whether a word can be part of a person's name: ``Van``, ``O’Neill``, ``el-Sisi``."""
    if word.casefold() in PARTICLES:
        return True
    if _NAME_WORD.match(word) is None:
        return False
    return word[0].isupper() or (word[:3].casefold() in ("al-", "el-") and word[3:4].isupper())


def is_office_word(word: str) -> bool:
    """Say whether a word belongs to an office and never to a name: ``Minister``, ``of``."""
    return word.strip(",.").casefold() in OFFICES


def is_office(text: str) -> bool:
    """Say whether text is an office and nothing more: ``President of the Republic of Korea``."""
    words = text.split()
    return (
        0 < len(words) <= _OFFICE_WORDS
        and any(word.strip(",").casefold() in TITLES for word in words[:4])
        and all(is_name_word(word.strip(',“”"()')) or is_office_word(word) for word in words)
    )


_OFFICE_WORDS = 24


def is_place(word: str) -> bool:
    """Say whether a word names a country, a region or a body that offices end with."""
    return word in PLACES or word.capitalize() in PLACES


def looks_like_name(text: str) -> bool:
    """Say whether text has the shape of a person's name: two to five words, no office."""
    words = text.split()
    return 2 <= len(words) <= 5 and all(is_name_word(w) and not is_office_word(w) for w in words)


def split_label(text: str, cast: Cast | None = None) -> Label:
    """Split a printed label into name and office.

    The office may stand before the name (``President of Kazakhstan Nursultan Nazarbayev``),
    after it (``Konstantin Sivoronov, head of …``) or in brackets (``Emma Marcegaglia (ENI)``).

    Args:
        text: The label, with or without its colon.
        cast: The names the document is known to hold.
    """
    cast = cast if cast is not None else Cast()
    text = squeeze(text).removesuffix(":").rstrip()
    note: str | None = None
    bracketed: str | None = None
    found = _NOTE.search(text) if "(" in text or "[" in text else None
    if found and found.start() > 0:
        if _NOTE_WORDS.match(found[1]):
            note = found[1]
            text = text[: found.start()]
        else:
            bracketed = found[1]
    if is_anonymous(text):
        return Label(text, text, None, note, anonymous=True)
    bare = text[: found.start()] if found and bracketed is not None else text
    if bracketed is not None:
        name, role = _split(bare, cast)
        if name is not None and role is None:
            return Label(text, name, bracketed, note)
        # The bracket stands inside an office: "Secretary General of the Forum (GECF) N. N."
        return Label(text, name, role, note)
    name, role = _split(text, cast)
    return Label(text, name, role, note)


def _split(text: str, cast: Cast) -> tuple[str | None, str | None]:
    """Return the name in its usual spelling and the office as printed."""
    known = cast.spelling(text)
    if known is not None:
        return known, None
    # "Professor of the Institute …" holds an office; "Professor Example" is called so.
    courteous = has_courtesy(text) and text.partition(" ")[2][:3].casefold() != "of "
    if courteous or has_style(text):
        title, _, surname = text.partition(" ")
        known = cast.spelling(surname) if title.rstrip(".") == "Mr" and " " not in surname else None
        return known or text, None
    words = text.split(" ")
    if words[0].casefold() in _STYLES and is_name_word(words[-1]):
        # "Patriarch of Moscow and All Russia Kirill": the dignity is part of the name.
        return f"{words[0]} {words[-1]}", " ".join(words[:-1])
    for first in range(1, len(words)):
        known = cast.spelling(" ".join(words[first:]))
        # A surname alone at the end of a longer label may be half of another name.
        if known is not None and (len(words) - first > 1 or is_office_word(words[first - 1])):
            return known, " ".join(words[:first]).rstrip(",")
    head, comma, tail = text.partition(", ")
    if comma:
        known = cast.spelling(head)
        if known is not None:
            return known, tail
        if looks_like_name(head) or (
            is_name_word(head) and not is_office_word(head) and " " not in head
        ):
            return head, tail
        if (
            tail[:1].islower()
            and tail.split(" ")[-1].islower()
            and is_office_word(tail.split(" ")[0])
        ):
            # "First Deputy Director Ivan Example, moderator of the meeting"
            name, role = _split(head, cast)
            if name is not None and role is not None and looks_like_name(name):
                return name, f"{role}, {tail}"
    return _split_unknown(words)


def has_style(text: str) -> bool:
    """Say whether a name is borne with its dignity: ``Patriarch Kirill of Moscow``."""
    first, _, rest = text.partition(" ")
    return first.casefold() in _STYLES and bool(rest) and not is_office_word(rest.split()[0])


_STYLES = frozenset(
    ("patriarch", "metropolitan", "pope", "archbishop", "bishop", "king", "queen", "prince")
)


def _split_unknown(words: list[str]) -> tuple[str | None, str | None]:
    """Find a name nobody vouches for at the end of a label.

    After a title (``Prime Minister``) or a country all capitalised words are the name; after
    anything else (``of the World Jewish Congress``) the last two are.
    """
    first = len(words)
    while first > 0 and is_name_word(words[first - 1]) and not is_office_word(words[first - 1]):
        first -= 1
    if first == len(words):
        return None, " ".join(words)
    before = words[first - 1].strip(",") if first else ""
    while first < len(words) - 1 and (
        is_place(words[first]) or _is_acronym(words[first], words[first + 1])
    ):
        before = words[first]
        first += 1
    sure = (
        not before
        or before.casefold() in TITLES
        or is_place(before)
        or before.endswith(")")
        or _is_acronym(before, words[first])
    )
    if not sure or len(words) - first > _NAME_WORDS:
        two = max(first, len(words) - 2)
        while two > first and words[two].casefold() in PARTICLES:
            two -= 1
        while two - 2 >= first and words[two - 1].casefold() in PARTICLES:
            two -= 2
        first = two
    role = " ".join(words[:first]).rstrip(",")
    return " ".join(words[first:]), role or None


def _is_acronym(word: str, following: str) -> bool:
    """Say whether a word is an institution's letters, and not part of a label in capitals."""
    return len(word) > 1 and word.isupper() and not following.isupper()


_NAME_WORDS = 5
