"""``stenogram parse``: what a file holds, nothing stored."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tui.cli.common import Common, common_options
from tui.cli.failures import EXIT_ERROR, EXIT_FOUND
from tui.cli.output import Output, complain, note
from tui.model import Meeting
from tui.reading.errors import ReadingError, of_file

STANDARD_INPUT = "-"


@click.command("parse", short_help="Show what a file holds, storing nothing.")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--format", "format_", metavar="NAME", help="The format, where guessing it fails.")
@click.option("--json", "as_json", is_flag=True, help="One meeting object a line.")
@common_options
@click.pass_obj
def command(common: Common, files: tuple[str, ...], format_: str | None, as_json: bool) -> int:
    """Show what each FILE holds as Stenogram reads it; `-` is standard input.

    Needs no library and stores nothing. With --json, a file that cannot be read becomes
    one object with the keys "error" and "source", in its place. Warnings and errors are
    also said on standard error; the exit code is 2 if any file could not be read.
    """
    from tui.library.sources import UnreasonablyLarge
    from tui.reading import schema

    output = Output(common)
    code = EXIT_FOUND
    for file in files:
        try:
            meetings = _read(file, format_)
        except ReadingError as error:
            reason = str(error)
        except OSError as error:
            reason = error.strerror or str(error)
        except UnreasonablyLarge as error:
            reason = str(error)
        except Exception as error:  # a reader's mistake must not cost the other files
            reason = f"its reader failed on it ({type(error).__name__}: {error}); please report it"
        else:
            for meeting in meetings:
                if as_json:
                    output.json(schema.encode(meeting))
                else:
                    _print_text(output, meeting)
                for warning in meeting.warnings:
                    note(f"{file}: {warning}")
            output.flush()
            continue
        code = EXIT_ERROR
        complain(of_file(file, reason))
        if as_json:
            output.json({"error": reason, "source": file})
    return code


def _read(file: str, format_: str | None) -> tuple[Meeting, ...]:
    from tui.library.sources import is_named_pipe, load, take
    from tui.reading import registry

    if file == STANDARD_INPUT:
        return registry.read(take(sys.stdin.buffer), "standard input", format=format_)
    path = Path(file)
    if is_named_pipe(path):
        raise ReadingError(path.name, "it is a named pipe; write into `stenogram parse -` instead")
    return registry.read(load(path), path.name, format=format_)


def _print_text(output: Output, meeting: Meeting) -> None:
    from tui.cli.transcript import text_lines

    for line in text_lines(meeting, output):
        output.line(line)
    output.line()
