"""Where a paragraph begins with a speaker's label: what the document itself bears out.

A label is a name the document knows (from its tags, from another label, from its prose), at
the beginning of a paragraph, alone or with an office of plausible shape. A colon after
anything else is punctuation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from tui.reading.flow import SENTENCE_STARTERS, begins_sentence
from tui.reading.label_prefixes import bare_label, prefixes
from tui.reading.label_words import NEVER_LAST
from tui.reading.labels import (
    Label,
    has_style,
    is_anonymous,
    is_name_word,
    is_office_word,
    is_place,
    split_label,
)
from tui.reading.names import (
    Cast,
    is_odd_print,
    name_key,
    stands_in,
    usual_print,
)
from tui.reading.offices import PARTICLES, PLACES, TITLES

_LABEL_WORDS = 32
_MENTIONS = 40
_SEARCHES = 200
_NAME_LENGTH = 60
_OFFICE_WORDS = 16
_QUOTES = frozenset('“"«')
_PARTS = frozenset(("Region", "Territory", "Area", "District", "Republic"))
_PLACE_WORDS = 3
_CALLED = frozenset(("Mr", "Ms", "Mrs"))
_CALLED_WORDS = 4
_GOVERNING = frozenset(("about", "after", "at", "before", "for", "from", "in", "on", "to", "with"))
"""Words before a name that belongs to a headline's sentence: ``Example at Valdai Discussion``."""
_ADDRESSING = frozenset(("dear", "esteemed", "distinguished", "respected", "hello", "welcome"))


class Evidence:
    """What a document tells about its speakers, gathered before any label is believed.

    Attributes:
        cast: The names it knows.
    """

    def __init__(self, paragraphs: Sequence[str], names: Iterable[str], context: str) -> None:
        """Gather.

        Args:
            paragraphs: The body's paragraphs.
            names: People the page names in its tags, in their usual order.
            context: Title, summary and other text in which people are mentioned.
        """
        self.cast = Cast(names)
        self._searches = 0
        self._small: dict[str, bool] = {}
        self._judged: dict[str, Label | None] = {}
        self._text = "\n".join((context, *paragraphs))
        self._prefixes = {paragraph: prefixes(paragraph) for paragraph in paragraphs}
        candidates = [
            (bare_label(prefix), position)
            for paragraph in paragraphs
            for position, (prefix, _) in enumerate(self._prefixes[paragraph])
        ]
        self._seen = Counter(name_key(bare) for bare, position in candidates if position == 0)
        self._called = sum(
            bare.partition(" ")[0].rstrip(".") in _CALLED and bare.count(" ") < _CALLED_WORDS
            for bare, position in candidates
            if position == 0
        )
        self._learn_names({bare: None for bare, position in candidates if position == 0})
        self._learn_from_offices(bare for bare, _ in candidates)
        self._settle_spelling(Counter(bare for bare, _ in candidates))

    def _is_small(self, word: str) -> bool:
        """Whether the document also prints the folded word without a capital."""
        known = self._small.get(word)
        if known is None:
            known = self._small[word] = stands_in(word, self._text)
        return known

    def _learn_names(self, labels: Iterable[str]) -> None:
        """Learn from labels that are a name and nothing more; odd prints teach last."""
        odd: list[str] = []
        for bare in labels:
            if bare in self.cast or not self._is_name(bare):
                continue
            if is_odd_print(bare):
                odd.append(bare)
            else:
                self.cast.add(bare)
        for bare in odd:
            self.cast.add(usual_print(bare))

    def _learn_from_offices(self, labels: Iterable[str]) -> None:
        judged: dict[str, int] = {}
        for bare in labels:
            # The same words say the same again, unless a name was learned meanwhile.
            if judged.get(bare) == len(self.cast):
                continue
            judged[bare] = len(self.cast)
            if not self._is_office_and_name(bare):
                continue
            label = split_label(bare, self.cast)
            if label.name is not None and not label.anonymous and " " in label.name:
                name = label.name if has_style(label.name) else self._full_name(label.name)
                self.cast.add(usual_print(name))

    def _settle_spelling(self, labels: Counter[str]) -> None:
        """Prefer the labels' spelling of a name to that of the tags."""
        spellings: dict[str, Counter[str]] = {}
        for bare, times in labels.items():
            words = bare.split(" ")
            for first in range(max(0, len(words) - 5), len(words) - 1):
                name = " ".join(words[first:])
                if name in self.cast:
                    if not is_odd_print(name):
                        spellings.setdefault(name_key(name), Counter())[name] += times
                    break
        for counted in spellings.values():
            self.cast.respell(counted.most_common(1)[0][0])

    def _is_name(self, text: str) -> bool:
        """Say whether text is a person's name, by its shape and by the words it is made of."""
        words = text.split(" ")
        glued = len(words) == 1 and usual_print(text) != text and " " in usual_print(text)
        if glued:
            words = usual_print(text).split(" ")
        if not 2 <= len(words) <= 4:
            return False
        if not all(map(is_name_word, words)) or any(map(is_office_word, words[:-1])):
            return False
        ends_otherwise = is_office_word(words[-1]) or words[-1].casefold() in NEVER_LAST
        if ends_otherwise and self._seen[name_key(text)] < 2:
            return False  # Larry King speaks more than once; "Defence Minister" is no name.
        if words[0].casefold() in SENTENCE_STARTERS or all(word in PLACES for word in words):
            return False
        telling = [word.casefold() for word in words if word.casefold() not in PARTICLES]
        common = sum(map(self._is_small, telling))
        if 0 < common < len(telling):
            return self._seen[name_key(text)] > 1 or self._text.count(text) > 1
        return common == 0

    def _is_office_and_name(self, text: str) -> bool:
        """Say whether text can be an office and a name: a title in it, and no sentence."""
        words = text.split(" ")
        if not 2 <= len(words) <= _LABEL_WORDS or begins_sentence(words[0]):
            return False
        folded = [word.strip(',.“”"').casefold() for word in words]
        if not any(word in TITLES or word.rpartition("-")[2] in TITLES for word in folded):
            return self._is_mentioned_behind(words)
        plain = sum(
            word[:1].islower() and not is_office_word(word) and word not in TITLES for word in words
        )
        if plain * 3 > len(words):
            return False
        label = split_label(text, self.cast)
        if label.name is None:
            return False
        if label.name in self.cast:
            return True
        return has_style(label.name) or self._is_name(label.name)

    def _is_mentioned_behind(self, words: list[str]) -> bool:
        """Say whether words end with a name that the text prints elsewhere too.

        What stands before it may then be an office nobody has listed: ``Paramedic``.
        """
        name = " ".join(words[-2:])
        return (
            2 < len(words) <= _OFFICE_WORDS
            and words[0].casefold() not in _ADDRESSING
            and not any(word.endswith(".") and len(word) > 2 for word in words)
            and all(is_name_word(word) or is_office_word(word) for word in words)
            and words[-3].casefold() not in _GOVERNING
            and " ".join(words[:2]) not in self.cast
            and not is_office_word(words[-1])
            and not is_office_word(words[-2])
            and " ".join(words) not in self.cast
            and (name in self.cast or (self._text.count(name) > 1 and self._is_name(name)))
        )

    def _full_name(self, name: str) -> str:
        """Lengthen or shorten a name taken from a label to what the text elsewhere calls them.

        After ``President of Turkey`` and ``Space Corporation Roscosmos`` alike stand three
        capitalised words; only other places tell which of them are the name.
        """
        words = name.split(" ")
        self._searches += 1
        if self._searches > _SEARCHES:
            return name
        if len(words) > 2 and words[1].casefold() not in PARTICLES:
            short = " ".join(words[1:])
            alone = self._text.count(short) - self._text.count(name)
            return short if alone > 0 or self._is_small(words[0].casefold()) else name
        before = [found for found in islice(self._before(name), _MENTIONS) if len(found) == 2]
        nearest = {found[1] for found in before}
        if len(nearest) != 1 or len({found[0] for found in before}) < 2:
            return name
        word = nearest.pop()
        if not is_name_word(word) or is_office_word(word) or is_place(word):
            return name
        return f"{word} {name}"

    def _before(self, name: str) -> Iterator[list[str]]:
        """Yield the two words before each mention of a name."""
        at = self._text.find(name)
        while at >= 0:
            if self._text[at - 1 : at] == " ":
                yield self._text[max(0, at - 60) : at].split()[-2:]
            at = self._text.find(name, at + 1)

    def label(self, paragraph: str) -> tuple[Label, int] | None:
        """Return the label a paragraph begins with and where its words begin, or None."""
        found = self._prefixes.get(paragraph)
        for prefix, end in prefixes(paragraph) if found is None else found:
            if paragraph[end : end + 2].strip()[:1].islower():
                continue
            if prefix not in self._judged:
                self._judged[prefix] = self._judge(prefix)
            label = self._judged[prefix]
            if label is not None and not self._is_read_aloud(prefix, paragraph[end : end + 2]):
                return label, end
        return None

    def _is_read_aloud(self, prefix: str, after: str) -> bool:
        """Say whether a place, a comma and a quotation are a message that somebody reads out."""
        name, _, part = prefix.partition(", ")
        words = part.split()
        return (
            after.strip()[:1] in _QUOTES
            and 1 < len(words) <= _PLACE_WORDS
            and words[-1] in _PARTS
            and name not in self.cast
        )

    def stopped_label(self, paragraph: str, speaker: str | None) -> tuple[Label, int] | None:
        """Return a label that ends in a full stop by mistake: ``Vladimir Putin. Thank you.``.

        Args:
            paragraph: The paragraph.
            speaker: Who speaks already: nobody is announced twice in a row like this.
        """
        end = paragraph.find(". ", 0, _NAME_LENGTH)
        bare = paragraph[:end] if end > 0 else ""
        after = paragraph[end + 2 :]
        if " " not in bare or not self._seen[name_key(bare)] or not after[:1].isupper():
            return None
        if bare not in self.cast or after.startswith("Photo"):
            return None
        label = split_label(bare, self.cast)
        return (label, end + 1) if label.name != speaker else None

    def _judge(self, prefix: str) -> Label | None:
        bare = bare_label(prefix)
        if not bare or bare.count(" ") >= _LABEL_WORDS:
            return None
        if is_anonymous(bare) or bare in self.cast:
            return split_label(prefix, self.cast)
        if self._is_office_and_name(bare) or self._is_name_and_office(bare):
            return split_label(prefix, self.cast)
        if self._is_called(bare):
            return split_label(prefix, self.cast)
        if " " not in bare or bare.count(".") == 1:
            # A surname alone, or with an initial: of somebody who is known.
            known = self.cast.spelling(bare)
            if known is not None:
                return split_label(prefix, self.cast)
        return None

    def _is_called(self, text: str) -> bool:
        """Say whether text is a courtesy title and a surname, as labels of this document."""
        title, _, surname = text.partition(" ")
        return (
            title.rstrip(".") in _CALLED
            and bool(surname)
            and all(is_name_word(w) and not is_office_word(w) for w in surname.split(" "))
            and self._called > 1
        )

    def _is_name_and_office(self, text: str) -> bool:
        """Say whether text is a name, a comma and what the person is, or where from."""
        head, comma, tail = text.partition(", ")
        if not comma or not tail:
            return False
        if head in self.cast:
            return True
        if self._is_small(head.casefold()) or head.casefold() in SENTENCE_STARTERS:
            return False
        if " " in head:
            return self._is_name(head)
        words = tail.split(" ")
        return (
            is_name_word(head)
            and not is_office_word(head)
            and len(words) <= 3
            and all(word[:1].isupper() for word in words)
        )
