"""What the index keeps of every unit and every meeting."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import tantivy

VERSION = 1
"""Counts the changes of the fields below and of what the matcher calls a token."""

TOKENS = "tokens"
"""The matcher's tokens of a unit, in their order."""
MEETING = "meeting"
"""The number under which the index knows the meeting."""
KIND = "kind"
"""What a document stands for: see `BLOCK` and those after it."""
PLACE = "place"
"""Meeting and kind in one number, to be counted together."""
DAY = "day"
"""The meeting's date as a number, 20130529; `UNDATED` where there is none."""
QUESTION = "question"
"""1 where the matcher takes the unit for a question."""
ANCHOR = "anchor"
"""The passage's anchor."""
SPEAKER, ROLE = "speaker", "role"
"""Of a turn: who speaks, in which office."""
PRESENT, TOPIC, COUNTRY, TITLE, AT = "present", "topic", "country", "title", "at"
"""Of a meeting: names as the matcher asks them."""
NAMES = (SPEAKER, ROLE, PRESENT, TOPIC, COUNTRY, TITLE, AT)
"""Fields that hold whole names, each one term."""

BLOCK, EDITOR, TURN, SILENT, WHOLE = range(5)
"""Kinds: a block outside speech, an editor's bracket, a turn, a turn without words, a meeting."""
KINDS = 8
UNDATED = 0

LONGEST_TOKEN = 250
"""Characters of a token that are kept: the engine drops tokens of some ten thousand bytes."""
LONGEST_NAME = 1000
"""Characters of a name that are kept, for the same reason."""
BARRIER_TOKEN = "\x01" * 8
"""Stands where no phrase may reach across; no word is only a few letters away from it."""
BARRIER_WIDTH = 4
"""How many of them stand there: a phrase with fewer words left open cannot step over."""

_ANALYSER = "as_given"


@cache
def schema() -> tantivy.Schema:
    """The fields of the index."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field(TOKENS, tokenizer_name=_ANALYSER, index_option="position")
    for name in NAMES:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_text_field(ANCHOR, stored=True, tokenizer_name="raw", index_option="basic")
    for name in (MEETING, DAY):
        builder.add_unsigned_field(name, indexed=True, fast=True)
    for name in (KIND, QUESTION):
        builder.add_unsigned_field(name, indexed=True)
    builder.add_unsigned_field(PLACE, fast=True)
    return builder.build()


def make(folder: Path) -> tantivy.Index:
    """Make an empty index in a folder that is there."""
    import tantivy

    return prepared(tantivy.Index(schema(), path=str(folder), reuse=False))


def prepared(index: tantivy.Index) -> tantivy.Index:
    """Teach an opened index that its texts are tokens already, parted by spaces."""
    import tantivy

    analyser = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer(_ANALYSER, analyser)
    return index


def day_number(date: str | None) -> int:
    """An ISO date as a number; `UNDATED` where there is none."""
    return UNDATED if date is None else int(date.replace("-", ""))
