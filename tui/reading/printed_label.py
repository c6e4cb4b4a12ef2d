"""A speaker's label as print and meeting programs write it: its parts and its shape."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from tui.reading.foreign_labels import is_titled, name_and_role, on_behalf
from tui.reading.label_words import (
    ALSO_NAMES,
    FIELD_NAME,
    NEVER_A_NAME,
    NEVER_INSIDE,
    NEVER_LAST,
    PARTICLES,
    SUFFIXES,
)
from tui.reading.labels import is_office_word, split_label
from tui.reading.names import has_courtesy


class Shape(IntEnum):
    """How much a stretch of text before a colon looks like a speaker's label."""

    NONE = 0
    """An ordinary piece of a sentence."""
    WEAK = 1
    """One capitalised word, or initials: a name only if it comes again."""
    STRONG = 2
    """A full name, a courtesy title with a name, an office, an anonymous role."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label taken apart.

    Attributes:
        printed: The whole label, without its colon and time.
        speaker: The person without the office; None where only the mark of a change stands.
        role: The office, party, country or seat printed with the name.
        note: A remark such as "spoke in French".
    """

    printed: str
    speaker: str | None
    role: str | None = None
    note: str | None = None

    @property
    def key(self) -> str:
        """What tells one speaker's labels from another's."""
        return _key(self.speaker or self.printed)


_GLUED_INITIAL = re.compile(r"(?<=\b[A-ZÀ-ÞА-ЯЁ])\.(?=[A-ZÀ-ÞА-ЯЁ][^\W\d_]{2})")
_BEFORE_PLACES = frozenset(("at", "by", "for", "from", "in", "of", "on", "to", "with"))
_COURTESY = (
    r"(?:Mr|Mrs|Ms|Mx|Miss|Mister|Madam|Madame|Sir|Dame|Lord|Lady|Baroness|Baron|Viscount|Earl|Dr|"
    r"Prof|Professor|Rev|Reverend|Hon|The\s+Hon|Rt|Hon'ble|Shri|Smt|Senator|Sen|Representative|Rep|"
    r"Congressman|Congresswoman|Governor|Gov|Mayor|President|Vice|Prime|Premier|Chancellor|Minister|"
    r"Secretary|Under|Deputy|Ambassador|Judge|Justice|Chief|General|Gen|Admiral|Adm|Colonel|Col|"
    r"Major|Captain|Capt|Lieutenant|Lt|Sergeant|Sgt|Commissioner|Chairman|Chairwoman|Chairperson|"
    r"Chair|Speaker|Director|Councillor|Councilor|Councilmember|Councilman|Alderman|Commander|"
    r"Attorney|Solicitor|Counsel|Officer|Detective|Agent|King|Queen|Prince|Princess|Pope|Archbishop|"
    r"Bishop|Father|Brother|Sister|Inspector|Herr|Frau|Monsieur|Signor|Señor|Señora|MP|MEP)"
)
_STARTS_WITH_COURTESY = re.compile(rf"{_COURTESY}\b\.?\s+\S", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:the|a|an|acting|deputy|vice|temporary|assistant|first|second|prime|chief|presiding|another)"
    r"[ -].{0,60}?\b(?:president|chair|chairman|chairwoman|chairperson|speaker|court|clerk|witness|"
    r"judge|minister|secretary|moderator|member|members|officer|bailiff|reporter|interpreter|"
    r"foreperson|foreman|juror|defendant|plaintiff|secretary-general|chancellor|attorney|solicitor|"
    r"commissioner|operator|host|mayor|delegate|translator|registrar|rapporteur|coordinator|"
    r"facilitator|convener|convenor|usher|leader|advocate|counsel|marshal|duke|duchess|earl|"
    r"countess|marquess|marquis|bishop|archbishop)(?:[ -]\S+){0,5}",
    re.IGNORECASE,
)
_ANONYMOUS = re.compile(
    r"(?:(?:un(?:known|identified|specified|named)|male|female|another|new|several|some|all|hon\.?|an?|the)\s+)*"
    r"(?:q|a|questions?|answers?|remark|reply|response|moderator|operator|audience|"
    r"audience (?:members?|remarks?|questions?|comments?|repl(?:y|ies)|responses?)|"
    r"(?:listener|reader|viewer|caller|audience|online|public) (?:question|comment)|"
    r"(?:public )?commenter|public speaker|presenter|interviewer|interviewee|"
    r"interpreter|translator|host|co-host|unknown|unidentified|"
    r"guest|narrator|announcer|speaker|participant|callers?|reporters?|journalists?|"
    r"correspondent|(?:hon\.?|several|some) members|voices?|crowd|man|woman|boy|girl|student|"
    r"teacher|witness|court|clerk|bailiff|juror|member|hon\.? members?|(?:hon\.?|honou?rable) "
    r"senators?|delegates?|panell?ist|"
    r"commentator|anchor|respondent|researcher|facilitator|chair|chairman|chairwoman|chairperson|"
    r"presiding officer|editor|staff|others?|everyone|multiple speakers|voice(?:\s?over)?|chorus|"
    r"agent|customer|patient|doctor|nurse|therapist|client|counsel|counselor|madam chair|"
    r"из зала|с мест[аы]?|(?:голоса?|реплика|вопрос|выкрики?) (?:из зала|с мест[аы]?)|"
    r"mr\.? chair(?:man)?|mr\.? speaker|madame? speaker|mr\.? president|madam president)"
    r"(?:\s*(?:#|no\.?|number)?[\s_]?\d{1,3}|\s+[A-Z])?",
    re.IGNORECASE,
)
_CIVIC = re.compile(
    r"(?:city|town|village|county|borough|district|state|court|council) (?:manager|attorney|clerk|"
    r"administrator|member|engineer|planner|solicitor|treasurer|auditor|supervisor|reporter|"
    r"recorder|prosecutor|judge)(?: [A-Z][\w'’.-]+){0,3}",
    re.IGNORECASE,
)
_MACHINE = re.compile(
    r"(?:speaker|spk|spkr|s|participant|channel|ch)(?:[ _-]?\d{1,3}|[ _-][a-z])", re.I
)
_CODE = re.compile(r"(?:[RPIQ]|INT|PT)\d{1,2}")
_NAME_WORD = re.compile(
    r"(?:[^\W\d_](?:\.[^\W\d_])*\.|[^\W\d_][^\W\d_]*(?:['’ʼʻ`‘.-][^\W\d_]+)*['’]?\.?-?)$"
)
_CLOSING_NOTE = re.compile(
    r"(?:(?:wie |as )?(?:gedolmetscht|übersetzt)|traduit|traducido|tradotto|в переводе|"
    r"re-?translated|translated|spoke|speaking|interpretation|as \w+ed\b|in [A-Z]|via|"
    r"by (?:video|phone)|"
    r"on (?:video|phone|screen)|off|inaudible|through|from the floor|"
    r"continu(?:ed|es|ing)\b|cont[’'.]?d|cont\b|"
    r"voice-?\s?over|on camera|reading|laugh|pause|whisper|crosstalk)",
    re.IGNORECASE,
)
_THROUGH = re.compile(
    r"(?:re-?translated|translated|through (?:an? |the |his |her )?(?:translator|interpreter)|"
    r"(?:via|as) (?:translat|interpret)\w+|speaking [A-Z]|spoke in [A-Z])",
    re.IGNORECASE,
)
_GENERIC = re.compile(r"officials?|staff(?:er)?|spokes\w+|aides?|employees?", re.IGNORECASE)
_HOLDS_OFFICE = re.compile(
    r"The .*\b(?:Minister|Secretary|Chancellor|Leader|Attorney|Solicitor|Advocate|Whip|Lord)\b"
)
_CHAIR = re.compile(
    r"(?:Mr|Mrs|Ms|Madame?)\.? (?:(?:Acting|Deputy|Temporary) )?(?:Speaker|President|Chair\w*)"
)
_PARENTHESIS = re.compile(r"\s*[(\[]\s*((?:[^()\[\]]|\([^()]*\))*?)\s*[)\]]\s*$")


@lru_cache(maxsize=4096)
def take_apart(printed: str) -> Label:
    """Separate a label's speaker from role and remark.

    A parenthesis after the name is the role (country, party, seat), unless it is a remark
    of the reporter ("spoke in French"); a name in the parenthesis after an office
    ("The Prime Minister (Mr. A. Example)") is the speaker, and the office the role.

    Args:
        printed: The label without its colon.
    """
    text = " ".join(printed.split())
    holder = name_and_role(text)
    if holder is not None:
        return Label(text, *holder)
    rest, role, note = text, None, None
    while (found := _PARENTHESIS.search(rest)) and found.start() > 0:
        inner = found.group(1)
        rest = rest[: found.start()].rstrip(" ,")
        if not inner:
            continue
        if _CLOSING_NOTE.match(inner):
            note = inner
        elif " " in inner and (
            (has_courtesy(inner) and (_names_an_office(rest) or _CHAIR.fullmatch(rest)))
            or (_HOLDS_OFFICE.match(rest) and shape(inner) is Shape.STRONG)
        ):
            within = take_apart(inner)
            return Label(text, within.speaker, rest, note)
        else:
            role = inner if role is None else f"{inner}, {role}"
    if "," in rest:
        name, _, tail = rest.partition(",")
        tail = tail.strip()
        if _words(name) > 1 and _is_office(tail):
            rest, role = name.strip(), f"{tail} ({role})" if role else tail
            seat = _PARENTHESIS.search(rest)
            if seat and seat.start() > 0 and seat[1]:
                rest, role = rest[: seat.start()], f"{seat[1]}, {role}"
    first = rest.partition(" ")[0]
    titled = first != rest and len(first) > 3 and is_office_word(first) and not has_courtesy(rest)
    # "… of the session. Photo: N. N.": the office ended a sentence.
    titled = titled and not (first[-1] == "." and first[0].islower())
    if role is None and titled:
        split = split_label(rest)
        if split.name is not None and not split.anonymous and not _GENERIC.fullmatch(split.name):
            rest, role = split.name, split.role
    return Label(text, rest or None, role, note)


def _names_an_office(text: str) -> bool:
    first = text.partition(" ")[0]
    return first.casefold() in ("the", "acting", "deputy") or (
        is_office_word(first) and not has_courtesy(text)
    )


def _is_office(text: str) -> bool:
    """Whether what follows a name and a comma says who the person is."""
    if on_behalf(text):
        return True
    first = text.removeprefix("the ").partition(" ")[0]
    if first.casefold().rstrip(",") in SUFFIXES or first.casefold() in PARTICLES:
        return False
    return first[:1].isupper() or (len(first) > 3 and is_office_word(first))


def _words(text: str) -> int:
    return len(text.split())


def _parted(name: str) -> str:
    """Return a name with a space behind an initial that is glued to it: ``V. Example``."""
    return _GLUED_INITIAL.sub(". ", name) if "." in name else name


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    return _parted(name).casefold()


@lru_cache(maxsize=8192)
def shape(printed: str) -> Shape:
    """How much the text before a colon looks like a label, by itself.

    Args:
        printed: The label without its colon, at most about a hundred characters.
    """
    label = take_apart(printed)
    name = _parted(label.speaker or "")
    if label.role and not label.role[0].isalpha():
        return Shape.NONE
    if not name or len(name) > 70 or name[-1] in "!?;":
        return Shape.NONE
    if " " not in name and (label.role or "").rpartition(" ")[2] in _BEFORE_PLACES:
        return Shape.NONE  # "President Example’s visit to Lisbon"
    if _ANONYMOUS.fullmatch(name) or _MACHINE.fullmatch(name):
        return Shape.STRONG if name[0].isupper() or _MACHINE.fullmatch(name) else Shape.WEAK
    if _CIVIC.fullmatch(name) and _capitalised(name):
        return Shape.STRONG
    if _CODE.fullmatch(name):
        return Shape.WEAK
    if (
        _OFFICE.fullmatch(name)
        and name[0].isupper()
        and _capitalised(name.removesuffix(" pro tempore"))
    ):
        return Shape.STRONG
    if label.role and name_and_role(label.printed):
        return Shape.STRONG
    if is_titled(name):
        return Shape.STRONG
    if "," in name:
        head, *suffixes = (piece.strip() for piece in name.split(","))
        if not all(s.casefold() in SUFFIXES for s in suffixes):
            return Shape.NONE
        name = head
    words = name.split()
    if not words or len(words) > 7 or not _capitalised(name):
        return Shape.NONE
    if len(words) == 1 and label.role and label.printed.startswith(label.role):
        return Shape.STRONG
    if words[0].casefold() == "the" and len(words) == 2:
        return Shape.WEAK if words[1].casefold() not in NEVER_A_NAME | NEVER_LAST else Shape.NONE
    if len(words) == 1 and FIELD_NAME.match(name):
        return Shape.NONE
    if words[0].casefold() in NEVER_A_NAME or words[-1].casefold() in NEVER_LAST:
        return Shape.NONE
    if not NEVER_INSIDE.isdisjoint(word.casefold() for word in words[1:]):
        return Shape.NONE
    if _STARTS_WITH_COURTESY.match(name):
        return Shape.STRONG
    if len(words) == 1:
        letters = [c for c in name if c.isalpha()]
        caseless = name[0].isalpha() and not name[0].islower()
        if not letters or not caseless:
            return Shape.NONE
        # Whoever is translated speaks, however short the name.
        return Shape.STRONG if label.note and _THROUGH.match(label.note) else Shape.WEAK
    return Shape.STRONG


def _capitalised(name: str) -> bool:
    """Whether every word is a capitalised name, an initial or a particle."""
    words = name.split()
    if words[0].casefold() in {"and", "of", "for", "to", "&"}:
        return False
    for word in words:
        if word.casefold() in PARTICLES or word.casefold() in SUFFIXES:
            continue
        bare = word.strip("\"“”'‘’")
        if word == ".":
            continue
        if not bare or not _NAME_WORD.match(bare):
            return False
        if "." in bare[1:-1] and bare[0].islower():
            return False  # "together.Vladimir": the end of a sentence
        if (
            not bare[0].isupper()
            and not any(c.isupper() for c in bare)
            and bare[0].lower() != (bare[0].upper())
        ):
            return False
    return words[-1].casefold() not in PARTICLES or words[-1] in ALSO_NAMES


def is_code(printed: str) -> bool:
    """Whether a label is a study's code for a participant: "P1", "INT"."""
    return _CODE.fullmatch(printed) is not None


def is_anonymous(speaker: str | None) -> bool:
    """Whether a speaker is nobody in particular: "Question", "SPEAKER_01", "Audience"."""
    return speaker is None or bool(_ANONYMOUS.fullmatch(speaker) or _MACHINE.fullmatch(speaker))
