"""Help whose examples keep their columns where a terminal is narrow."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence

import click

_AS_WRITTEN = "\b"
"""What click has at the beginning of a paragraph whose lines stay as they are."""

_PAIR = re.compile(r"(?P<left>.*\S) {2,}(?P<right>\S.*)")

_LEAST = 20
"""Cells under which an explanation goes below what it explains."""

_STEP = "    "
"""By how much it then stands in."""


class HelpFormatter(click.HelpFormatter):
    """Wraps the right column of an example, rather than let the terminal break the line."""

    def write_text(self, text: str) -> None:
        """Write paragraphs, those of examples line by line."""
        for number, paragraph in enumerate(re.split(r"\n\s*\n", text.strip("\n"))):
            if number:
                self.write("\n")
            first, _, rest = paragraph.partition("\n")
            if first.strip(" ") == _AS_WRITTEN:
                self._write_examples(rest.split("\n"))
            else:
                super().write_text(paragraph)

    def _write_examples(self, lines: Sequence[str]) -> None:
        room = self.width - self.current_indent
        pairs = [_PAIR.fullmatch(line) for line in lines]
        furthest = max((pair.start("right") for pair in pairs if pair), default=0)
        for line, pair in zip(lines, pairs, strict=True):
            if pair is None:
                wrapped = textwrap.wrap(line, room, subsequent_indent=_STEP)
            elif furthest > room - _LEAST:
                told = textwrap.wrap(
                    pair["right"], room, initial_indent=_STEP, subsequent_indent=_STEP
                )
                wrapped = [*textwrap.wrap(pair["left"], room, subsequent_indent=_STEP), *told]
            else:
                beside = line[: pair.start("right")]
                wrapped = textwrap.wrap(
                    pair["right"],
                    room,
                    initial_indent=beside,
                    subsequent_indent=" " * len(beside),
                )
            for each in wrapped:
                self.write(f"{' ' * self.current_indent}{each}\n")


class Context(click.Context):
    """The context of a command whose help is written so."""

    formatter_class = HelpFormatter


def with_columns(command: click.Command) -> click.Command:
    """Let the help of a command, and of those below it, keep its columns."""
    command.context_class = Context
    for below in getattr(command, "commands", {}).values():
        with_columns(below)
    return command
