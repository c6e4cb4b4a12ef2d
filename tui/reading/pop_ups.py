"""What a saved page's pop-up boxes leave in its text behind the name of a person.

The site links people, and the link holds a hidden box: the name again, the surname first, and
the office held today. Programs that turn a page into text print the box inside the sentence:
``President of Kazakhstan Nursultan Nazarbayev Nazarbayev Nursultan First President : Mr Putin``.
"""

from __future__ import annotations

import re

from tui.reading.labels import is_name_word, is_office, is_office_word
from tui.reading.offices import TITLES

_WORD = r"[^\W\d_][^\s:;,.()]{0,30}\.?"
_REPEATED = re.compile(
    rf"(?P<first>{_WORD}(?: {_WORD})?) (?P<last>{_WORD}(?: {_WORD})?)"
    r"(?:\s{1,9}(?P=last)\s(?P=first)){1,2}",
    re.IGNORECASE,
)
"""A name and behind it the same name, turned, once or twice; the office may be glued to it."""
_ICON = re.compile(r"(?:^|(?<=\s))__(?:\s|(?=\S))")
_EMPTY_ITALICS = re.compile(r"(?:(?:^|\s)_)+\s*\Z")
_NAME_WORDS = 4
_MARKS = ":;,.)"
_WORDS = re.compile(r"\S+")
_JOINED = re.compile(r"\sand\s(?=(\S+))")


def without_icons(line: str) -> str:
    """Return a line of Markdown without what is left of icons in links, and of empty italics."""
    return _EMPTY_ITALICS.sub("", _ICON.sub("", line)) if "_" in line else line


def without_pop_ups(line: str) -> str:
    """Return a line without the boxes behind its names."""
    at = 0
    while (found := _REPEATED.search(line, at)) is not None:
        name_end = found.end("last")
        words = line[found.start() : name_end].split()
        named = all(map(is_name_word, words)) and any(word[0].isupper() for word in words)
        if not named or len({word.casefold() for word in words}) < len(words):
            at = found.end("first")
            continue
        if found.start() and line[found.start() - 1].isalpha():
            # The name is glued to the word before: "GovernorAlexander Tkachev".
            line = f"{line[: found.start()]} {line[found.start() :]}"
            continue
        rest = line[found.end() + _office_length(line[found.end() :]) :].lstrip()
        line = line[:name_end] + (rest if rest[:1] in _MARKS else f" {rest}")
        at = name_end
    return line


def _office_length(text: str) -> int:
    """Return how many characters of a text are the office that a box ends with, perhaps none."""
    end = 0
    for word in _WORDS.finditer(text):
        bare = word[0].rstrip(_MARKS)
        if not is_name_word(bare) and not is_office_word(bare):
            break
        end = word.start() + len(bare)
        if bare != word[0]:
            break
    # "…President of Kazakhstan and President of Belarus": the second is of the sentence.
    for joined in _JOINED.finditer(text, 0, end):
        if joined[1].casefold() in TITLES:
            end = joined.start()
            break
    return end if is_office(text[:end]) else 0


def without_pop_up_lines(lines: list[str]) -> list[str]:
    """Return lines without those that hold a box: the turned name, and the office below it."""
    kept: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        # The name itself may be broken over two lines.
        name = " ".join(kept[-2:])
        if kept and _turns(name, line):
            at += 1
            while at < len(lines) and _turns(name, lines[at]):
                at += 1
            if at + 1 < len(lines) and is_office(lines[at]) and _goes_on(lines[at + 1]):
                at += 1
            continue
        kept.append(line)
        at += 1
    return kept


def _turns(name: str, line: str) -> bool:
    """Say whether a line is the name at the end of the line above, its surname first."""
    words = line.casefold().split()
    if not 2 <= len(words) <= _NAME_WORDS or not all(map(is_name_word, line.split())):
        return False
    above = name.casefold().split()[-len(words) :]
    return any(words == above[i:] + above[:i] for i in range(1, len(above)))


def _goes_on(line: str) -> bool:
    """Say whether a line goes on with the sentence in which the name stood."""
    return not line[:1].isupper()
