"""A meeting, a turn or a paragraph as text or Markdown to read."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from tui.cli.output import Output
from tui.model import Block, BlockKind, Meeting, Turn
from tui.quoting.markdown import escape
from tui.quoting.phrases import day_first
from tui.times import clock

MEASURE = 80
"""The longest line that reads well, in cells; a narrower terminal shortens it."""

_SIGNS = {
    BlockKind.CAPTION: "[picture] ",
    BlockKind.SEE_ALSO: "[see also] ",
    BlockKind.PULL_QUOTE: "[printed again] ",
}


def when_and_where(meeting: Meeting) -> str:
    """Return the line under a title, such as ``29 May 2013, 12:45 · Astana``."""
    day = day_first(meeting.date) or "undated"
    moment = f"{day}, {meeting.time}" if meeting.time else day
    return " · ".join(part for part in (moment, meeting.place) if part)


def text_lines(meeting: Meeting, output: Output, corrected: Sequence[str] = ()) -> Iterator[str]:
    """Yield a whole meeting as lines of text, under its title what was corrected by hand."""
    yield output.style(output.words(meeting.title or "Untitled"), bold=True)
    yield output.words(when_and_where(meeting))
    marks = f"{meeting.id}{' · partial' if meeting.partial else ''}"
    yield output.style(output.words(marks), dim=True)
    for line in corrected:
        yield output.style(output.words(line), dim=True)
    if meeting.summary:
        yield ""
        yield from _wrapped(meeting.summary, output)
    for part in meeting.body:
        yield ""
        if isinstance(part, Turn):
            yield from turn_lines(part, part.blocks, output)
        else:
            yield from block_lines(part, output)


def turn_lines(turn: Turn, blocks: Sequence[Block], output: Output) -> Iterator[str]:
    """Yield a turn: who speaks, then all or some of its blocks, set in by two cells."""
    name = output.style(output.words(turn.speaker or turn.label or "Unknown speaker"), bold=True)
    role = output.words(f", {turn.role}" if turn.role else "")
    time = "" if turn.start is None else f"  {clock(turn.start)}"
    yield f"{name}{role}  {output.style(f't{turn.number}{time}', dim=True)}"
    for block in blocks:
        yield from block_lines(block, output, indent="  ")


def block_lines(block: Block, output: Output, indent: str = "") -> Iterator[str]:
    """Yield a block; what nobody said carries a sign or stands in parentheses."""
    sign = _SIGNS.get(block.kind, "")
    yield from _wrapped(sign + block.text, output, indent)


def _wrapped(text: str, output: Output, indent: str = "") -> list[str]:
    shown = output.words(text)
    if output.width is None:
        return [indent + shown]
    return textwrap.wrap(
        shown,
        min(output.width, MEASURE),
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
    ) or [indent]


def markdown_lines(meeting: Meeting) -> Iterator[str]:
    """Yield a whole meeting as Markdown, its words escaped so that they stay words."""
    yield f"# {escape(meeting.title or 'Untitled')}"
    yield ""
    yield escape(when_and_where(meeting))
    yield ""
    yield f"`{meeting.id}`"
    if meeting.source.url:
        yield ""
        yield f"<{meeting.source.url}>"
    if meeting.summary:
        yield ""
        yield f"*{escape(meeting.summary)}*"
    for part in meeting.body:
        yield ""
        if isinstance(part, Turn):
            yield from markdown_turn(part, part.blocks)
        else:
            yield markdown_block(part)


def markdown_turn(turn: Turn, blocks: Sequence[Block]) -> Iterator[str]:
    """Yield a turn, or some of its blocks, as Markdown."""
    name = escape(turn.speaker or turn.label or "Unknown speaker")
    role = f", {escape(turn.role)}" if turn.role else ""
    time = "" if turn.start is None else f" ({clock(turn.start)})"
    yield f"**{name}**{role}{time}:"
    for block in blocks:
        yield ""
        yield markdown_block(block)


def markdown_block(block: Block) -> str:
    """Return a block as Markdown; what nobody said is set in italics."""
    text = escape(block.text)
    if block.kind is BlockKind.PARAGRAPH:
        return text
    if block.kind is BlockKind.HEADING:
        return f"## {text}"
    return f"*{escape(_SIGNS.get(block.kind, ''))}{text}*"
