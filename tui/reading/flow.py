"""Paragraphs from lines: lines broken at a link are one paragraph."""

from __future__ import annotations

import re

_CLOSING = frozenset(":,.;)?!’”»%]")
_TERMINAL = frozenset(".!?…:;,”»)>]\"'–—")
_LOWER_START = re.compile(r"[^\W\d_]|[(\d–—$€£#“\"‘/&+-]")
_STARTERS = """
a after all also although an and another any are as at because before besides both but by can
colleagues could did do does during each every everyone everything finally first for friends from
further furthermore good had has have he hello here his how however i if in incidentally indeed is
it its just last later let likewise look many may maybe meanwhile more moreover most mr mrs ms
my naturally next no nobody not nothing now of on once one only or our overall perhaps please
second secondly she should since so some still such take thank thanks that the their then
therefore there these they third this those through thus to today together tomorrow traditionally
under until us very was we welcome well what when where whether which while who why will with
without would yes yesterday yet you your
"""
SENTENCE_STARTERS = frozenset(_STARTERS.split())
"""Folded words with which a sentence begins, and a name or the rest of a link does not."""


def begins_sentence(word: str) -> bool:
    """Say whether a word begins a sentence, and neither a name nor an office."""
    folded = word.casefold()
    return folded in SENTENCE_STARTERS and folded != "first"


_FIRST_WORD = re.compile(r"[^\W\d_]+")


def ends_open(text: str) -> bool:
    """Say whether a line stops without any mark that ends a paragraph."""
    return bool(text) and text[-1] not in _TERMINAL


def continues(previous: str, line: str) -> bool:
    """Say whether a line goes on with the paragraph of the line before.

    The site's text breaks after every link. What follows then begins with the punctuation
    after the link, or in the middle of the sentence.

    Args:
        previous: What the paragraph holds so far, stripped.
        line: The next line, stripped.
    """
    if not previous or not line:
        return False
    first = line[0]
    if first in _CLOSING and not (first == "”" and line[1:2].isupper()):
        return not line.startswith(("...", "…")) or ends_open(previous)
    if line.startswith(("’s ", "'s ", "…")):
        return ends_open(previous)
    if not ends_open(previous):
        return first.islower() and previous[-1] in ",–—" and not previous.endswith("<…>")
    if first.islower():
        return True
    if not _LOWER_START.match(line):
        return False
    if first.isupper():
        word = _FIRST_WORD.match(line)
        return word is not None and word[0].casefold() not in SENTENCE_STARTERS
    return True


def join(previous: str, line: str) -> str:
    """Join a continued line to its paragraph; no space before closing punctuation."""
    if line[0] in _CLOSING or line.startswith(("’s ", "'s ")):
        return previous + line
    return f"{previous} {line}"
