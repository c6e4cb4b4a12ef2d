"""Who said a quotation, and when, as the sentence around it has it.

Cautious: nobody is named rather than the wrong one. Only people whom the archive knows
count, and only where a verb of saying, a colon, a dash or “according to” ties them to
the quotation.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from tui.quoting.drafts.saying import ACCORDING, VERBS
from tui.quoting.drafts.strangers import stranger_credited, stranger_of
from tui.search.dates import DateError, parse_range
from tui.search.names import name_words

_VERB = re.compile(rf"\b(?:{VERBS})\b")
_TIE = re.compile(rf"(?:[:,]|\bthat|\bчто|\b(?:{VERBS}))\s*$")
"""How words end that lead up to a quotation."""
_ACCORDING = re.compile(ACCORDING, re.IGNORECASE)
_CAPITALISED = re.compile(r"[^\W\d_a-zа-я][\w'’-]*(?:\s+[^\W\d_a-zа-я][\w'’-]*)*")
_WORD = re.compile(r"[\w'’-]+")
_SMALL = frozenset({"of", "the", "and", "for", "de", "von", "van", "al", "bin"})
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|января|февраля|марта|апреля|мая"
    r"|июня|июля|августа|сентября|октября|ноября|декабря)\.?"
)
_DATE = re.compile(
    rf"\b(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}} {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}},? \d{{4}}"
    rf"|{_MONTH} \d{{4}}|(?<=[Ii]n )\d{{4}})\b"
)
_BETWEEN = 6
"""Words of an office that may stand between a verb and a name."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a draft says of a quotation.

    Attributes:
        by: The name as the draft has it; None where it names nobody for certain.
        date: The date, likewise.
        stranger: Where it names nobody whom the archive knows: whom it seems to name.
    """

    by: str | None = None
    date: str | None = None
    stranger: str | None = None


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    name: str


class Names:
    """Finds people of an archive in a text."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take everybody's names, without offices."""
        self._by_surname: dict[str, list[frozenset[str]]] = defaultdict(list)
        for name in names:
            words = name_words(name)
            if words:
                self._by_surname[words[-1]].append(frozenset(words))

    def mentions(self, text: str) -> list[_Mention]:
        """Return where a surname stands, with what stands before it of the same name."""
        found: list[_Mention] = []
        for run in _CAPITALISED.finditer(text):
            words = list(_WORD.finditer(run[0]))
            folded = [" ".join(name_words(word[0])) for word in words]
            last_used = -1
            for place, surname in enumerate(folded):
                bearers = self._by_surname.get(surname, ())
                if not bearers:
                    continue
                begin = place
                while begin - 1 > last_used and any(
                    frozenset(folded[begin - 1 : place + 1]) <= bearer for bearer in bearers
                ):
                    begin -= 1
                last_used = place
                start, end = words[begin].start(), words[place].end()
                at = run.start()
                found.append(_Mention(at + start, at + end, run[0][start:end]))
        return found


def said_of(before: str, after: str, names: Names) -> Said:
    """Return who and when, from what of the sentence stands before and after a quotation."""
    earlier, later = _named_before(before, names), _named_after(after, names)
    by = earlier or later if _TIE.search(before) else later or earlier
    stranger = None if by else stranger_of(before, after)
    return Said(by, _date(f"{before} {after}"), stranger)


def attribution_line(line: str, names: Names) -> Said:
    """Return who and when, from the line with a dash under a block quote."""
    mentions = names.mentions(line)
    if mentions:
        return Said(mentions[0].name, _date(line))
    return Said(None, _date(line), stranger_credited(line))


def _named_after(after: str, names: Names) -> str | None:
    """Read “… Putin said”, “… said President Putin”, “… — Putin”, “… (Putin)”."""
    lead = re.match(r"[\s,]*(?P<tie>[—–(-]|--)?\s*", after)
    rest = after[lead.end() :] if lead else after
    mentions = names.mentions(rest)
    if not mentions:
        return None
    first = mentions[0]
    office = rest[: first.start]
    tied = lead is not None and lead["tie"] is not None
    verb = _VERB.match(rest) or _ACCORDING.match(rest)
    if verb is not None and _is_office(rest[verb.end() : first.start]):
        return first.name
    if not _is_office(office):
        return None
    following = rest[first.end :]
    said = _VERB.search(following)
    if said is not None and len(_WORD.findall(following[: said.start()])) <= 2:
        return first.name
    return first.name if tied and not re.search(r"[a-zа-я]{3,}\s", office) else None


def _named_before(before: str, names: Names) -> str | None:
    """Read “Putin said: …”, “Putin told Nazarbayev that …”, “Putin: …”, “According to Putin, …”."""
    mentions = names.mentions(before)
    if not mentions:
        return None
    according = _ACCORDING.search(before)
    if according is not None:
        named = [m for m in mentions if m.start >= according.end()]
        if named and _is_office(before[according.end() : named[0].start]):
            return named[0].name
        return None
    verbs = list(_VERB.finditer(before))
    if not verbs:
        return _label(before, mentions)
    for verb in reversed(verbs):
        speakers = [m for m in mentions if m.end <= verb.start()]
        if not speakers:
            continue
        last = speakers[-1]
        between = before[last.end : verb.start()]
        alone = len({m.name for m in speakers}) == 1
        near = len(_WORD.findall(between)) <= (6 if alone else 2) and ";" not in between
        return last.name if near and (alone or "," not in between) else None
    return None


def _label(before: str, mentions: list[_Mention]) -> str | None:
    """Read a name with a colon, as a transcript prints it: “President Putin: …”."""
    if not before.rstrip().endswith(":") or len(mentions) != 1:
        return None
    rest = before[: mentions[0].start] + before[mentions[0].end :]
    rest = re.sub(r"\([^)]*\)|,[^:]*", "", rest)
    return mentions[0].name if _is_office(rest) else None


def _is_office(text: str) -> bool:
    """Say whether words can be an office or a courtesy before a name, or are none."""
    words = _WORD.findall(text)
    return len(words) <= _BETWEEN and all(
        word[0].isupper() or word in _SMALL or word in ("president", "prime", "minister", "mr")
        for word in words
    )


def _date(text: str) -> str | None:
    """Return the one date of a sentence; None where there is none, or more than one."""
    found = dict.fromkeys(match[0] for match in _DATE.finditer(text))
    if len(found) != 1:
        return None
    (date,) = found
    try:
        parse_range(date)
    except DateError:
        return None
    return date
