"""What a library offers for completion: names, each with how much it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tui.search.folding import fold_text
from tui.search.tokens import tokens

_WORD_BREAK = " "


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can stand behind a field's colon.

    Attributes:
        value: As the library prints it; may come from a document.
        count: How many meetings it stands for, of a meeting's id how many turns; None where
            that means nothing.
        words: Its words, folded, with a space before each.
        label: What is shown of it; the value, where nothing has to be told apart.
        beside: A clause that belongs to it, such as ``in:2024-03-01/standup-k3f9`` to the name
            of somebody of that meeting; "" for none.
    """

    value: str
    count: int | None
    words: str
    label: str
    beside: str = ""

    @classmethod
    def of(
        cls, value: str, count: int | None = None, *, label: str = "", beside: str = ""
    ) -> Choice:
        """Make a value ready to be looked up."""
        return cls(value, count, spaced(value), label or value, beside)


def spaced(text: str) -> str:
    """Return a text's words, folded, with a space before each: its beginning is one's, too."""
    return "".join(f"{_WORD_BREAK}{word}" for word in tokens(fold_text(text)))


class Choices:
    """What one field can be given, ready to be looked up at every key press."""

    def __init__(self, choices: Iterable[Choice] = ()) -> None:
        """Take what is offered, the likeliest first."""
        self._choices = tuple(choices)

    @classmethod
    def ranked(cls, counts: Mapping[str, int]) -> Choices:
        """Take names, of which those with the highest counts are the likeliest."""
        ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
        return cls(Choice.of(value, count) for value, count in ordered)

    def __len__(self) -> int:
        """How much is offered."""
        return len(self._choices)

    def beginning(self, typed: str, limit: int) -> list[Choice]:
        """Return choices in which words begin as typed; those that begin so themselves first.

        Args:
            typed: One or more words in a row, the last perhaps only begun; "" fits all.
            limit: At most so many.
        """
        wanted = spaced(typed)
        if not wanted:
            return [] if typed.strip() else list(self._choices[:limit])
        begin: list[Choice] = []
        hold: list[Choice] = []
        # Asked at every key press: as soon as enough begin so, the rest is not looked at.
        for choice in self._choices:
            if wanted not in choice.words:
                continue
            if choice.words.startswith(wanted):
                begin.append(choice)
                if len(begin) == limit:
                    break
            elif len(hold) < limit:
                hold.append(choice)
        return (begin + hold)[:limit]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a library can offer.

    Attributes:
        people: Full names of speakers.
        places: Places of meetings.
        topics: Tags for subjects.
        countries: Tags for places.
        roles: Offices as printed.
        saved: Names of saved searches.
        years: Years of meetings, the latest first.
        meetings: Ids, the latest first, each with its turns.
    """

    people: Choices = field(default_factory=Choices)
    places: Choices = field(default_factory=Choices)
    topics: Choices = field(default_factory=Choices)
    countries: Choices = field(default_factory=Choices)
    roles: Choices = field(default_factory=Choices)
    saved: Choices = field(default_factory=Choices)
    years: Choices = field(default_factory=Choices)
    meetings: Choices = field(default_factory=Choices)
