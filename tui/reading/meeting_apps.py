"""Reads what meeting programs save as text: Otter, Zoom, Google Meet, Teams."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tui.model import Block, Meeting, Turn
from tui.reading.dialogue_text import Dialogue, find_dialogue
from tui.reading.errors import ReadingError
from tui.reading.label_lines import Form, candidate
from tui.reading.odd_names import with_names, with_numbers
from tui.reading.plain_text import meeting_of
from tui.reading.printed_label import Shape, is_anonymous, shape
from tui.reading.reader import Document
from tui.reading.recap_copies import with_clocks
from tui.reading.wall_clock import city_clocks

_SAMPLE = 30_000
_CLOCK = r"(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_CLOCK_ALONE = re.compile(rf"\s*[\[(]?({_CLOCK})[\])]?(?:\s*-+>?\s*{_CLOCK})?\s*")
_CHAT = re.compile(
    rf"\s*(?P<time>{_CLOCK})\s+From\s+(?P<name>[^:]{{1,60}}?)(?:\s+(?:to|To)\s+[^:]{{1,60}}?)?\s*:"
)
_RUN_IN = re.compile(
    rf"\s*(?P<name>[^\s:][^:]{{1,60}}?)\s{{2,}}(?P<time>{_CLOCK})\s+(?P<words>\S.*)"
)
"""Name, time and words in one line, as a list of paragraphs is pasted into one another."""
_INITIALS = re.compile(r"[^\W\d_]{1,3}")
_SIGNED = re.compile(
    r"[\s#*_]*(?:This editable transcript was computer generated|Transcription ended after )"
)
"""How Google Meet closes a transcript, whose times stand five minutes apart."""
_NOTICE = re.compile(
    r"Transcribed by https?://\S+|.{0,60}(?:started|stopped) transcription\.?|"
    r"[#*_ ]*This editable transcript was computer generated.{0,200}|"
    r"Meeting (?:started|ended).{0,80}|Transcription ended.{0,80}|(?:\d{1,2}h )?\d{1,2}m \d{1,2}s"
)


class MeetingApps:
    """Names with times on their own lines, the words below."""

    name = "meeting-app"

    def confidence(self, document: Document) -> float:
        """Return up to 0.8 where several lines are a name and a time and nothing else."""
        copied = document.text[:_SAMPLE].split("\n")
        lines, _ = with_clocks(copied)
        shown = city_clocks(lines)
        filled = [line for i, line in enumerate(lines) if line.strip() and i not in shown]
        named = sum(
            (found := candidate(line)) is not None
            and found.form is Form.OWN_LINE
            and found.seconds is not None
            for line in filled
            if len(line) < 160
        )
        chats = sum(_CHAT.match(line) is not None for line in filled if len(line) < 400)
        chats += sum(_run_in(line) is not None for line in filled)
        if len(lines) < len(copied):
            return 0.8
        if named + chats < 2:
            signed = any(len(line) < 300 and _SIGNED.match(line) for line in filled)
            return 0.7 if signed or _is_clocked(filled) or _is_timed(filled) else 0.0
        return 0.8 if (named + chats) * 12 > len(filled) else 0.4

    def read(self, document: Document) -> tuple[Meeting, ...]:
        """Read the text.

        Raises:
            ReadingError: The file is not text.
        """
        if not document.text:
            raise ReadingError(document.name, f"{document.name} is not text.")
        return (meeting_of_lines(document, self.name, document.text.split("\n")),)


def meeting_of_lines(document: Document, format_name: str, lines: Sequence[str]) -> Meeting:
    """Make the meeting of the lines a meeting program wrote.

    Args:
        document: The file.
        format_name: The reader's registry name.
        lines: Its lines.
    """
    lines, hours = with_clocks(lines)
    lines, names = with_numbers(lines)
    aside = _set_aside(lines, names)
    kept = [line for number, line in enumerate(lines) if number not in aside]
    notices = [lines[number].strip() for number in sorted(aside)]
    signed = any(_SIGNED.match(notice) for notice in notices)
    dialogue = with_names(find_dialogue(list(_timed_lines(kept))), names)
    dialogue = joined(dialogue, cut=signed)
    return meeting_of(document, format_name, dialogue, furniture=[*notices, *hours])


def joined(dialogue: Dialogue, *, cut: bool = False) -> Dialogue:
    """Join turns that follow each other and have one speaker: programs cut them by the clock.

    Speakers who are nobody in particular may be several, and stay apart.

    Args:
        dialogue: What was read.
        cut: Whether a program is known to have cut it; times tell it too.
    """
    timed = any(isinstance(part, Turn) and part.start is not None for part in dialogue.parts)
    if not timed and not cut:
        return dialogue
    parts: list[Turn | Block] = []
    for part in dialogue.parts:
        last = parts[-1] if parts else None
        if (
            isinstance(part, Turn)
            and isinstance(last, Turn)
            and part.speaker == last.speaker
            and not is_anonymous(part.speaker)
        ):
            parts[-1] = replace(last, blocks=(*last.blocks, *part.blocks))
        else:
            parts.append(part)
    return replace(dialogue, parts=tuple(parts))


def _run_in(line: str) -> re.Match[str] | None:
    """Return the parts of a line that has a name, two spaces, a time and words."""
    found = _RUN_IN.match(line[:_SAMPLE])
    return found if found and shape(found["name"]) is Shape.STRONG else None


def _is_clocked(filled: Sequence[str]) -> bool:
    """Whether times stand on lines of their own above lines that name speakers."""
    found = [candidate(line) for line in filled if len(line) < _SAMPLE]
    names = sum(c is not None and c.form is Form.COLON and c.shape is Shape.STRONG for c in found)
    clocks = sum(len(line) < 60 and _CLOCK_ALONE.fullmatch(line) is not None for line in filled)
    return names > 1 and clocks > 0 and names + clocks > len(filled) / 2


def _is_timed(filled: Sequence[str]) -> bool:
    """Whether nearly every line is a time, a name and words, as recorders list them.

    What stands above the first is the heading.
    """
    found = [candidate(line) for line in filled if len(line) < _SAMPLE]
    timed = [c is not None and c.form is Form.COLON and c.seconds is not None for c in found]
    listed = timed[timed.index(True) :] if True in timed else []
    return sum(listed) > 1 and sum(listed) > 0.8 * len(listed)


def _set_aside(lines: Sequence[str], names: Mapping[str, str]) -> set[int]:
    """Return the lines that are the program's: its notices, and initials drawn as a picture."""
    aside: set[int] = set()
    initials: int | None = None
    for number, line in enumerate(lines):
        if _is_notice(line):
            aside.add(number)
        if not line.strip():
            continue
        if initials is not None:
            found = candidate(line) if len(line) < 160 else None
            if found is not None and found.form is Form.OWN_LINE and found.seconds is not None:
                speaker = found.label.speaker or ""
                words = names.get(speaker, speaker).split()
                letters = [word[0].casefold() for word in words if word[0].isalpha()]
                shown = lines[initials].strip().casefold()
                if letters and shown[0] == letters[0] and shown[-1] in letters:
                    aside.add(initials)
        initials = number if _INITIALS.fullmatch(line.strip()) else None
    return aside


def _is_notice(line: str) -> bool:
    return len(line) < 300 and _NOTICE.fullmatch(line.strip()) is not None


def _timed_lines(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines, a time on its own put before the label that follows it."""
    clock = ""
    for line in lines:
        short = line[:400]
        chat = _CHAT.match(short)
        if chat:
            yield f"{chat['time']} {chat['name']}: {line[chat.end() :].strip()}"
            continue
        run_in = _run_in(line)
        if run_in:
            yield f"{run_in['time']} {run_in['name']}: {line[run_in.start('words') :].strip()}"
            continue
        alone = _CLOCK_ALONE.fullmatch(line) if len(line) < 60 else None
        if alone:
            if clock:
                yield clock
            clock = alone[1]
        elif clock and line.strip():
            found = candidate(line)
            named = found is not None and found.form is Form.COLON and found.seconds is None
            if not named:
                yield clock
            yield f"{clock} {line.strip()}" if named else line
            clock = ""
        else:
            yield line
    if clock:
        yield clock


READER = MeetingApps()
