"""The ``stenogram`` command: which command is meant, and how it ends."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

import click

from tui.cli.common import common_options, screen_options
from tui.cli.failures import EXIT_ERROR, EXIT_FOUND, EXIT_INTERRUPTED, explain_failure
from tui.cli.first_word import first_word
from tui.cli.help import Context, with_columns
from tui.cli.opening import COMPLETION_VARIABLE
from tui.cli.output import STANDARD_OUTPUT, StandardOutputClosed, abandon, complain, note

PROGRAM = "stenogram"

# The name holds a space so that no word a person types can be taken for it.
SCREEN = "the screen"

_EXAMPLES = """\b
stenogram                             open where you last read
stenogram by:nazarbayev customs       open filtered
stenogram 2013-05-29/astana           open at a meeting
stenogram -- list                     after -- everything is a query
stenogram find '"customs union"'      print what the screen would show

`stenogram COMMAND --help` explains a command.
Exit codes: 0 found or done, 1 nothing found, 2 an error.
"""

COMMANDS = {
    "import": "importing",
    "list": "listing",
    "show": "showing",
    "find": "finding",
    "cite": "citing",
    "verify": "verifying",
    "people": "people",
    "edit": "editing",
    "notebook": "notebook",
    "parse": "parsing",
    "remove": "removing",
    "init": "creating",
    "export": "exporting",
    "backup": "backing_up",
    "restore": "restoring",
    "doctor": "doctor",
    "completion": "completion",
}


class Commands(click.Group):
    """A group whose first word names a command; any other words are one query."""

    context_class = Context

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command's module when it is asked for."""
        module = "screen" if cmd_name == SCREEN else COMMANDS.get(cmd_name)
        if module is None:
            return None
        command = importlib.import_module(f"tui.cli.commands.{module}").command
        assert isinstance(command, click.Command)
        return with_columns(command)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Give words that name no command to the screen."""
        first = first_word(self, ctx, args)
        names_command = first < len(args) and args[first] in COMMANDS
        if not names_command and not (ctx.resilient_parsing and first == len(args)):
            args = [*args[:first], SCREEN, *args[first:]]
        return super().parse_args(ctx, args)


@click.group(
    cls=Commands,
    name=PROGRAM,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    subcommand_metavar="[COMMAND | QUERY… | ID]",
    epilog=_EXAMPLES,
)
@common_options
@screen_options
def cli() -> None:
    """Who said what, when, where, word for word: a terminal archive of meetings.

    Without a command, opens the screen where you last read; with a query it opens
    filtered, with a meeting's id at that meeting. An id may be shortened as long as one
    meeting begins so. The options may stand before or after a command.
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code.

    Args:
        arguments: What follows the program's name; None for the process's own.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        instruction = os.environ.get(COMPLETION_VARIABLE)
        if instruction:
            from click.shell_completion import shell_complete

            return shell_complete(cli, {}, PROGRAM, COMPLETION_VARIABLE, instruction)
        # Not click's own main(): that takes a pipe closed early for a failure.
        with cli.make_context(PROGRAM, words) as context:
            code = cli.invoke(context)
        _flush()
        return int(code or 0)
    except click.exceptions.Exit as ending:
        return ending.exit_code
    except (KeyboardInterrupt, click.Abort):
        return EXIT_INTERRUPTED
    except click.ClickException as refusal:
        complain(refusal.format_message())
        if isinstance(refusal, click.UsageError) and refusal.ctx is not None:
            context = refusal.ctx.find_root() if refusal.ctx.command.hidden else refusal.ctx
            note(f"`{context.command_path} --help` explains it.")
        return EXIT_ERROR
    except Exception as failure:
        return ended_by(failure)


def ended_by(failure: Exception) -> int:
    """Say what a failure was and return the exit code; it goes on where somebody debugs it.

    Args:
        failure: What nobody else took.
    """
    if isinstance(failure, StandardOutputClosed | BrokenPipeError):
        abandon(STANDARD_OUTPUT)
        return EXIT_FOUND
    if os.environ.get("STENOGRAM_DEBUG"):
        raise failure
    complain(explain_failure(failure))
    return EXIT_ERROR


def _flush() -> None:
    """Hand over what was printed; that nobody reads it changes nothing about what was done."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        abandon(STANDARD_OUTPUT)


def main() -> None:
    """Run the process's command line and leave with its exit code."""
    sys.exit(run())
