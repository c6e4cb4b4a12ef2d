"""Where a paragraph begins with a speaker's label, and how sure that is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from tui.reading.labels import Label, is_anonymous, is_name_word, is_office_word, split_label
from tui.reading.names import Cast, name_key, squeeze

_LABEL_LENGTH = 260
_COLON = re.compile(r"\s?:(?=\s|$|[^\W\d_]|[“”\"«‘(\[<‹…–$-])")
_BRACKETED = re.compile(r"\s*\([^()]*\)?\s*\Z")
_ASIDE = re.compile(r"\([^()]{0,160}\)")


def prefixes(paragraph: str) -> list[tuple[str, int]]:
    """Return what stands before each early colon, and where the words after it begin."""
    head = paragraph[:_LABEL_LENGTH]
    return [(head[: found.start()], found.end()) for found in _COLON.finditer(head)][:3]


class Evidence:
    """What a document tells about its speakers, gathered before any label is believed."""

    def __init__(self, paragraphs: Sequence[str], names: Iterable[str], context: str) -> None:
        """Gather.

        Args:
            paragraphs: The body's paragraphs.
            names: People the page names in its tags, in their usual order.
            context: Title, summary and other text in which people are mentioned.
        """
        self.cast = Cast(names)
        self._mentions = "\n".join((context, *paragraphs))
        self._seen: Counter[str] = Counter()
        for paragraph in paragraphs:
            for prefix, _ in prefixes(paragraph)[:1]:
                self._seen[name_key(_BRACKETED.sub("", prefix))] += 1
        self._learn(paragraphs)

    def _learn(self, paragraphs: Sequence[str]) -> None:
        """Take the names from labels that consist of a name alone, most trusted first."""
        for paragraph in paragraphs:
            for prefix, _ in prefixes(paragraph)[:1]:
                bare = squeeze(_BRACKETED.sub("", prefix))
                if self._is_bare_name(bare):
                    self.cast.add(_usual(bare))
        for paragraph in paragraphs:
            for prefix, _ in prefixes(paragraph):
                if len(prefix.split()) > 2 and self._plausible_office(prefix):
                    label = split_label(prefix, self.cast)
                    if label.name and not label.anonymous:
                        self.cast.add(_usual(label.name))

    def _is_bare_name(self, text: str) -> bool:
        words = text.split()
        if not 2 <= len(words) <= 4 or any(not is_name_word(w) or is_office_word(w) for w in words):
            return False
        return self._seen[name_key(text)] > 1 or not self._is_common(words)

    def _is_common(self, words: Sequence[str]) -> bool:
        """Say whether all words also occur uncapitalised: then they are no name."""
        return all(re.search(rf"\b{re.escape(word.lower())}\b", self._mentions) for word in words)

    def _plausible_office(self, prefix: str) -> bool:
        """Say whether a prefix can be an office and a name: no sentence, a name at the end."""
        words = _BRACKETED.sub("", prefix).split()
        if len(words) > 32:
            return False
        small = [w for w in words if w[:1].islower() and not is_office_word(w)]
        if len(small) > len(words) // 3:
            return False
        return any(is_office_word(w) for w in words)

    def label(self, paragraph: str) -> tuple[Label, int] | None:
        """Return the label a paragraph begins with and where its words begin, or None."""
        for prefix, end in prefixes(paragraph):
            label = self._judge(prefix)
            if label is not None:
                return label, end
        return None

    def _judge(self, prefix: str) -> Label | None:
        bare = squeeze(_BRACKETED.sub("", prefix))
        if not bare:
            return None
        if is_anonymous(bare):
            return split_label(prefix, self.cast)
        words = bare.split()
        if len(words) > 32:
            return None
        if bare in self.cast:
            return split_label(prefix, self.cast)
        if not self._plausible_office(prefix) and "," not in bare:
            return None
        label = split_label(prefix, self.cast)
        if label.name is None or label.name not in self.cast:
            return None
        return label

    def is_nameplate(self, text: str) -> bool:
        """Say whether text is an office and a name and nothing more, as under a portrait."""
        bare = text.rstrip(". ")
        words = bare.split()
        if not 3 <= len(words) <= 32 or any(mark in bare for mark in ":;?!"):
            return False
        if not all(is_name_word(w.strip(",")) or is_office_word(w) for w in words):
            return False
        label = split_label(bare, self.cast)
        return label.role is not None and label.name is not None and label.name in self.cast


def _usual(name: str) -> str:
    """Return a name as it is usually written: capitals lowered, glued words parted."""
    name = re.sub(r"([a-zà-ÿ])([A-Z][a-z])", r"\1 \2", name) if " " not in name else name
    return " ".join(_lowered(word) for word in name.split())


def _lowered(word: str) -> str:
    if len(word) > 3 and word.isupper():
        return "-".join(part.capitalize() for part in word.split("-"))
    return word
