"""What somebody marks or saves: quotations that can be found again, a remark, tags."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from tui.quoting.quote import Quote

_TAG = re.compile(r"(?<![^\s,])#(?!\d{1,3}(?![^\s,]))[^\s,#]+,?")


@dataclass(frozen=True, slots=True)
class Kept:
    """A quotation with what finds it again in another reading.

    Attributes:
        quote: The words and the citation, as they were when it was kept.
        before: The words before it, across passages; "" at the meeting's beginning.
        after: The words after it; "" at the end.
        alone: Whether the words stood only once in the meeting.
    """

    quote: Quote
    before: str
    after: str
    alone: bool

    @property
    def digest(self) -> str:
        """The hexadecimal SHA-256 of the words."""
        return hashlib.sha256(self.quote.words.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def passage(self) -> str:
        """The anchor of the passage, without a paragraph's number."""
        return self.quote.anchor.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Note:
    """An entry of a notebook.

    Attributes:
        id: Names it in its notebook; "" as long as it is in none.
        made: When it was made, ISO 8601 in UTC; "" likewise.
        changed: When remark or tags were changed last; ``made`` where they never were.
        kept: One quotation a turn, in reading order; at least one.
        remark: What the reader says of it; "" for nothing.
        tags: Words it is grouped by, each once, in the reader's order.
        whole: Whether a turn or block was marked, and not a selection of words saved.
    """

    id: str
    made: str
    changed: str
    kept: tuple[Kept, ...]
    remark: str = ""
    tags: tuple[str, ...] = ()
    whole: bool = False

    @property
    def meeting(self) -> str:
        """The meeting's id."""
        return self.kept[0].quote.meeting

    @property
    def first(self) -> Quote:
        """The first of its quotations."""
        return self.kept[0].quote

    @property
    def address(self) -> str:
        """What opens the archive where it begins."""
        return self.first.address

    @property
    def words(self) -> str:
        """All its words, an empty line between two turns."""
        return "\n\n".join(kept.quote.words for kept in self.kept)


def remark_and_tags(line: str) -> tuple[str, tuple[str, ...]]:
    """Read a remark and tags from one line, in which a tag is a word after a ``#``.

    A number after it, as in “#5”, is no tag, but a year is.
    """
    found = _TAG.findall(line)
    return " ".join(_TAG.sub(" ", line).split()), tags_of(" ".join(found))


def as_line(note: Note) -> str:
    """Write remark and tags as `remark_and_tags` reads them."""
    return " ".join((note.remark, *(f"#{tag}" for tag in note.tags))).strip()


def is_number(tag: str) -> bool:
    """Say whether a tag would be read as a number, as in “#5”, where a note is edited."""
    return _TAG.fullmatch(f"#{tag}") is None


def tags_of(text: str) -> tuple[str, ...]:
    """Read tags from a line: parted by commas or white space, a leading # left out.

    The same tag in other letters counts once.
    """
    tags: dict[str, str] = {}
    for word in text.replace(",", " ").split():
        if tag := word.lstrip("#"):
            tags.setdefault(tag.casefold(), tag)
    return tuple(tags.values())
