"""Lines under pictures, told from speech and from prose by how they are worded.

A caption names an occasion or people and tells nothing: it has no first or second person
and no verb in the past. What tells something is narrative, or somebody's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.reading.names import squeeze

_LENGTH = 420
_EARLY = 6
_SHOWN = 200
_PHOTO = re.compile(r"\bPhotos?(?: by)?: ?[^.!?:]{2,80}\.?\Z")
_OPENING = re.compile(
    r"(?:With|At|During|Before|After|Following|Prior to|From left|Left to right|Participants)\b"
)
_OCCASIONS = (
    "address award ceremony concert conference conferences congress consultations "
    "conversation event exhibition forum gala greetings interview launch laying line lunch meeting "
    "meetings opening parade premiere presentation presenting reception remarks report session "
    "signing speech statement statements summit talks unveiling videoconference visit working"
)
OCCASION = frozenset(_OCCASIONS.split())
"""Folded words for what people come together for."""
_AT_OCCASION = re.compile(
    r"\b(?:at|during|before|after|following|prior to|ahead of) (?:the|an?|\w)"
)
_SIDES = re.compile(
    r"\((?:left|right|cent(?:re|er)|second|far|from)\b|, (?:left|right)[,.]|[Ff]rom left"
)
SPOKEN = re.compile(
    r"\b(?:I|I’m|I’d|I'm|[Ww]e|[Yy]ou|[Oo]ur|[Mm]y|[Yy]our|us|me|[Ll]et|Mr|Mrs|Ms|[Tt]hank|[Yy]es|"
    r"[Tt]his|[Tt]hese|those|must|should|need|[Pp]lease|[Cc]olleagues|[Ff]riends)\b|[?!]"
)
TELLING = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|do|does|did|made|met|"
    r"took|gave|held|began|spoke|said|saw|told|went|came|sent|won|became|stood|paid|read|noted|"
    r"include[ds]?|discuss|congratulate[ds]?|thanked|attended|visited|signed|answered|adopted|"
    r"inspected|toured|examined|continued|viewed|accompanied|witnessed|reaffirmed|reported|announced|"
    r"joined|launched|presented|exchanged|considered|covered|followed|opened|started|stressed|"
    r"expressed|agreed|called|asked|issued|concerns?|concerned|marks|plan|plans|took|take|hope|hopes|"
    r"comprise[sd]?|enjoys?|works?|accomplished|discussed|extended|featured|told|arrived|watched|"
    r"ended|carried|wished)\b|\b[a-z]+ed (?:the|a|an|his|her|its|their|on|that|how)\b"
)
_SHOWS = re.compile(
    r"\b(?:speaks|presents|takes part|gives|giving|meets|attends|visits|congratulates|addresses|"
    r"delivers|receives|awards|lays|signs|watches|inspects|tours)\b"
)


def may_be_caption(line: str) -> bool:
    """Say whether a line is worth a second look: short, and nobody speaks in it."""
    return 0 < len(line) <= _LENGTH and (SPOKEN.search(line) is None or "Photo" in line)


class Captions:
    """What captions repeat: the title, the summary, and captions seen before."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Learn some."""
        self._keys: set[str] = set()
        self._first_words: set[str] = set()
        for text in texts:
            self.add(text)

    def add(self, text: str) -> None:
        """Learn one."""
        key = _key(text)
        if key:
            self._keys.add(key)
            self._first_words.add(_first_word(key))

    def __contains__(self, line: str) -> bool:
        """Say whether a line repeats one, but for case, spaces and a full stop."""
        # Hardly any paragraph begins with the same word, and most are long.
        return _first_word(line) in self._first_words and _key(line) in self._keys


def _key(text: str) -> str:
    return squeeze(text).casefold().rstrip(". ")


def _first_word(text: str) -> str:
    first = text.split(None, 1)[:1]
    return first[0].casefold().rstrip(". ") if first else ""


def is_caption(line: str, known: Captions, *, named: bool, first: bool = False) -> bool:
    """Say whether a line of the body is a caption.

    Args:
        line: One paragraph, stripped.
        known: What captions repeat.
        named: The line begins with a name, or an office and a name.
        first: It stands first in the body, under a picture if the page has one, and no
            full stop ends it.
    """
    if not line or len(line) > _LENGTH:
        return False
    if line in known or _PHOTO.search(line):
        return True
    if first and len(line) < 160:
        return True
    if line[-1] in ",;:–—" or SPOKEN.search(line):
        return False
    shows = _SHOWS.search(line) if named and len(line) < _SHOWN else None
    if shows and TELLING.search(line, 0, shows.start()) is None:
        return True
    if TELLING.search(line):
        return False
    if _OPENING.match(line):
        return line.endswith((".", ")")) or len(line) < 120
    if named:
        return bool(_AT_OCCASION.search(line) or _SIDES.search(line))
    if _SIDES.search(line):
        return True
    words = line.split()
    return (
        len(words) >= 3
        and line.endswith(".")
        and line.count(". ") <= 1
        and any(word.strip(".,").casefold() in OCCASION for word in words[:_EARLY])
    )
