"""Which candidates are labels: weighed over the whole document, never line by line.

A name that opens paragraphs again and again is a speaker; a phrase before a colon that
comes once is part of a sentence unless its shape, and the way this document prints its
other labels, say otherwise.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tui.reading.foreign_labels import is_sure
from tui.reading.label_lines import Candidate, Form
from tui.reading.label_names import by_initials, by_part, is_a_listing, is_full_name
from tui.reading.label_words import MINUTED
from tui.reading.labels import is_office_word
from tui.reading.names import has_courtesy
from tui.reading.printed_label import Label, Shape, is_anonymous, is_code, shape

_READ_ALOUD = ("question", "answer", "q", "a")
"""What a speaker says who reads out testimony; rare beside the names of the real speakers."""

_DIALOGUE = 0.3
"""The share of labelled paragraphs from which on a text is dialogue throughout."""
_SPARSE = 0.1
"""Fewer labels among the paragraphs, and none again: an article with headings."""
_THIN = 0.04
"""So few, and none a whole name: the headwords of a manual, though they come again."""
_CHAT = 0.15
"""A nick or a name with a colon before so many lines of a chat; fewer are keys: ``<Tab>``."""
_CHAT_NAME = re.compile(
    r"(?!(?:https?|scribe|topic|action|note|present|regrets|q)$)[a-z][\w.-]{1,19}"
)
_FEW = 40
"""Among more labels a lone Q is rather a question read aloud."""
_RECORD = 4
"""So many names with a full stop, and few with a colon, are a congressional record."""


class Evidence:
    """What the candidates of one document say about each other."""

    def __init__(
        self,
        candidates: Sequence[Candidate],
        paragraphs: int,
        addressed: frozenset[str],
        names: Sequence[str] = (),
        whole: bool = False,
    ) -> None:
        """Weigh all candidates of a document.

        Args:
            candidates: Every line that could begin a turn and stands where one could.
            paragraphs: How many paragraphs the document has.
            addressed: Surnames that somebody in the text is called by, folded.
            names: Full names of people the document lists as its speakers.
            whole: Whether each paragraph is whole, not spread over captions.
        """
        self._addressed = {name for name in addressed if not is_office_word(name)}
        self._nicks = {c.label.key for c in candidates if c.form is Form.NICK}
        nicks = sum(c.form is Form.NICK for c in candidates)
        spoken = sum(_CHAT_NAME.fullmatch(c.label.printed) is not None for c in candidates)
        self._chat = nicks > 1 and nicks + spoken >= _CHAT * paragraphs
        self._named = {
            c.label.key for c in candidates if c.form is Form.COLON and c.shape is not Shape.NONE
        }
        self._roles = {
            c.label.role.casefold()
            for c in candidates
            if c.form is Form.COLON and c.label.role and c.label.printed.startswith(c.label.role)
        }
        codes = (c for c in candidates if c.form is Form.COLON and is_code(c.label.printed))
        self._codes = len({c.label.key for c in codes})
        self._asked = any(c.form is Form.LETTER and c.label.key == "q" for c in candidates)
        likely = [c for c in map(self._by_name, candidates) if c.shape is not Shape.NONE]
        self._seen = Counter((c.form, c.label.key) for c in likely)
        self._forms = Counter(c.form for c in likely)
        self._stops = sum(
            form is Form.STOP and times > 1 for (form, _), times in self._seen.items()
        )
        colon = [c for c in likely if c.form is Form.COLON]
        by_key = Counter(c.label.key for c in colon)
        repeated = [c for c in colon if by_key[c.label.key] > 1 and c.shape is Shape.STRONG]
        self._coverage = len(colon) / max(1, paragraphs)
        self._strong = len(repeated)
        self._weak = sum(
            by_key[c.label.key] > 1 and c.shape is Shape.WEAK and not is_anonymous(c.label.speaker)
            for c in colon
        )
        weak = [c for c in colon if by_key[c.label.key] > 1 and c.shape is Shape.WEAK]
        self._weak_capitals = bool(weak) and all(_in_capitals(c.label) for c in weak)
        capitals = sum(_in_capitals(c.label) for c in repeated)
        self._capitals = bool(repeated) and capitals > 0.7 * len(repeated)
        self._mixed_case = bool(repeated) and capitals < 0.1 * len(repeated)
        self._read_aloud = _is_read_aloud(
            by_key, sum(not is_anonymous(c.label.speaker) for c in repeated)
        )
        labels = [c.label.speaker or "" for c in colon if is_full_name(c)]
        self._names = by_part((*labels, *names))
        self._initials = by_initials((*labels, *names))
        self._seated = sum(c.form is Form.OWN_LINE and c.shape is Shape.STRONG for c in likely)
        # Where names on their own lines carry a time, one without is a heading.
        timed = sum(c.form is Form.OWN_LINE and c.seconds is not None for c in likely)
        self._clocked = timed > 1
        again = self._strong + self._weak
        bare = [c for c in likely if c.form is Form.OWN_LINE and c.shape is Shape.WEAK]
        self._lone = frozenset() if self._seated or again else _alone(bare, paragraphs)
        titled = sum(_is_titled(c.label) for c in bare)
        self._titled = titled > 1 and titled > again
        others = sum(self._forms.values()) - len(colon) - len(bare)
        distinct = {c.label.key for c in colon if by_key[c.label.key] > 1}
        # One word that comes again and again is a catchword, unless others have names.
        self._catchword = (
            len(distinct) == 1 == len(by_key) and not self._strong and not (others or bare)
        )
        self._listing = is_a_listing(colon, by_key) and not (others or bare)
        self._sole = len(colon) == 1 and not others and not bare
        words = not (self._strong or self._weak_capitals or others)
        self._sparse = words and self._coverage < (_THIN * whole if again else _SPARSE)
        # Beside names with a time, a heading in capitals has one too.
        self._timed_small = (
            timed > 1
            and sum(
                c.form is Form.OWN_LINE and c.seconds is not None and not _in_capitals(c.label)
                for c in likely
            )
            * 2
            > timed
        )
        self._holders = {
            c.label.key for c in likely if c.form is Form.OWN_LINE and c.shape is Shape.STRONG
        } | {(c.label.role or "").casefold() for c in likely if c.form is Form.OWN_LINE}

    def accepts(self, candidate: Candidate) -> bool:
        """Whether the candidate begins a turn."""
        candidate = self._by_name(candidate)
        if candidate.shape is Shape.NONE:
            return False
        if candidate.form is Form.COLON:
            return self._accepts_colon(candidate)
        seen = self._seen[candidate.form, candidate.label.key]
        if candidate.form is Form.NICK:
            return self._chat
        if candidate.form is Form.LETTER:
            questions = self._seen[Form.LETTER, "q"]
            if questions == 1 and self._forms[Form.LETTER] == 1:
                # One question from the floor, where all others have names.
                return self._coverage >= _DIALOGUE and self._strong + self._weak <= _FEW
            return questions > 0
        if candidate.form is Form.CHEVRON:
            return bool(candidate.label.printed) or self._forms[Form.CHEVRON] > 1
        if candidate.form is Form.STOP:
            often = self._forms[Form.STOP]
            known = self._stops > (0 if is_sure(candidate.label.speaker or "") else 1)
            if candidate.shape is Shape.WEAK and not (seen > 1 or known):
                return False
            return often > 2 * self._strong and (seen > 1 or often >= _RECORD)
        if candidate.shape is Shape.STRONG:
            heading = seen == 1 and self._timed_small and _in_capitals(candidate.label)
            if candidate.seconds is not None and heading:
                return False
            return self._seated > 1 and self._seated * 4 > self._strong
        if self._lone:
            return candidate.label.key in self._lone
        if self._titled and _is_titled(candidate.label):
            return True
        # A bare name on its own line is a label only where the print names speakers so.
        if self._seated < 2 or self._seated * 4 <= self._strong:
            return False
        speaker = candidate.label.speaker or ""
        if self._clocked:
            return False
        titled = has_courtesy(speaker) or is_anonymous(speaker) or speaker.startswith("The ")
        return titled or candidate.label.key in self._holders

    def _by_name(self, candidate: Candidate) -> Candidate:
        """Return the candidate as what the others show it to be.

        An ``A:`` is somebody's letter, beside ``B:``, where nobody asks with a Q; a name
        without a capital is one in the minutes of a chat; ``AB/CD:`` are two at once.
        """
        if candidate.form is Form.COLON and candidate.shape is Shape.NONE:
            parts = candidate.label.printed.casefold().split("/")
            if self._chat and _CHAT_NAME.fullmatch(candidate.label.printed):
                return replace(candidate, shape=Shape.WEAK)
            together = len(parts) > 1 and all(part.strip().isalpha() for part in parts)
            if together and not self._named.isdisjoint(part.strip() for part in parts):
                return replace(candidate, shape=Shape.STRONG)
        if candidate.form is not Form.LETTER or self._asked:
            return candidate
        return replace(candidate, form=Form.COLON, shape=Shape.WEAK)

    def full_name(self, speaker: str) -> str | None:
        """Return the one full name among the labels that a surname or first name is short for."""
        if " " in speaker or is_anonymous(speaker) or is_office_word(speaker):
            return None
        names = self._names.get(speaker.casefold()) or self._initials.get(speaker, set())
        return next(iter(names)) if len(names) == 1 else None

    def _accepts_colon(self, candidate: Candidate) -> bool:
        label = candidate.label
        if self._listing and not _is_titled(label):
            return False
        seen = self._seen[Form.COLON, label.key]
        capitals = _in_capitals(label)
        known = (
            label.key in self._names
            or label.key in self._addressed
            or label.key in self._roles
            or len(self._initials.get(label.speaker or "", ())) == 1
        )
        if candidate.shape is Shape.WEAK:
            if self._chat and label.printed.islower():
                return seen > 1 or label.key in self._nicks
            if self._chat and label.key not in MINUTED:
                return True
            if known and not self._capitals:
                return True
            if capitals and self._capitals:
                return True
            if self._sparse and not _is_vouched_for(label):
                return False
            if self._codes > 1 and is_code(label.printed):
                return True  # participants' codes vouch for each other: P1, P2
            if self._catchword:
                return False
            if seen > 1:
                return not self._strong or self._weak * 2 > self._strong or seen > 3
            if self._strong:
                return False
            if self._weak and capitals != self._weak_capitals:
                return False
            if self._weak_capitals:
                return True
            return self._coverage >= 0.5 or (capitals and len(label.printed) > 3)
        if label.key in _READ_ALOUD and self._read_aloud:
            return False
        if self._sparse and not _is_vouched_for(label):
            return False
        if self._sole and not candidate.rest:
            return False
        if seen > 1:
            return not (self._capitals and not capitals and seen < 3)
        if self._capitals:
            return capitals
        # One unnamed voice among names: "QUESTION:", "SPEAKER_00:".
        nobody = label.speaker is not None and is_anonymous(label.speaker)
        return nobody or not (_is_acronym(label.printed) and self._mixed_case)


def _is_read_aloud(seen: Counter[str], named: int) -> bool:
    """Whether questions (and their answers) are quoted by speakers who have names."""
    asked = sum(seen[word] for word in _READ_ALOUD)
    answered = seen["answer"] + seen["a"]
    return named > (8 if answered else 30) * asked


def _is_titled(label: Label) -> bool:
    """Whether a bare name tells by a courtesy title or an office that it is somebody's."""
    speaker = label.speaker or ""
    known = has_courtesy(speaker) or is_anonymous(speaker) or speaker[:4].casefold() == "the "
    return known and shape(label.printed) is Shape.STRONG


def _is_vouched_for(label: Label) -> bool:
    """Whether a label that comes once is one by more than its capital letters."""
    return bool(label.role) or _is_titled(label) or label.printed.isupper()


def _alone(bare: Sequence[Candidate], paragraphs: int) -> frozenset[str]:
    """Return the names that stand on lines of their own, again and again, as in a play."""
    seen = Counter(c.label.key for c in bare)
    again = {key for key, times in seen.items() if times > 1}
    again.update(c.label.key for c in bare if again and is_anonymous(c.label.speaker))
    # An operator who hands over to the others is a call's: their answers are long.
    each = 12 if any(is_anonymous(c.label.speaker) for c in bare) else 6
    enough = sum(seen[key] for key in again) * each >= paragraphs
    if len(again) < 2 or not enough:
        return frozenset()
    # Where speakers are in capitals, a name that is not stands on a title page.
    capitals = all(_in_capitals(c.label) for c in bare if c.label.key in again)
    return frozenset(c.label.key for c in bare if not capitals or _in_capitals(c.label))


def _in_capitals(label: Label) -> bool:
    """Whether the name is in capitals; a remark after it, "(on camera)", need not be."""
    name = label.speaker or ""
    return label.printed.isupper() or (name.isupper() and label.printed.startswith(name))


def _is_acronym(printed: str) -> bool:
    return printed.isupper() and " " not in printed
