"""``stenogram`` without a command: the screen."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable

import click

from tui.cli.common import Common, common_options, screen_options
from tui.cli.failures import EXIT_ERROR
from tui.cli.output import complain, note
from tui.cli.words import QueryCommand


class _Screen(QueryCommand):
    """The command without a name: its help is the program's."""

    def get_help(self, ctx: click.Context) -> str:
        root = ctx.find_root()
        return root.command.get_help(root)


@click.command(cls=_Screen, hidden=True)
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
@common_options
@screen_options
@click.pass_obj
def command(common: Common, words: tuple[str, ...]) -> int:
    """Open the screen, if there is one to open it on."""
    if reason := _why_no_screen():
        complain(
            f"The screen cannot open: {reason}.\n"
            "`stenogram list`, `stenogram show ID` and `stenogram find QUERY…` print lines."
        )
        if nearest := _nearest_command(words):
            note(f"There is no command “{words[0]}”. Did you mean `stenogram {nearest}`?")
        return EXIT_ERROR
    # Nothing made on the way to the first paint is garbage; the app collects again after it.
    gc.disable()
    filled = _fill_ahead(common)
    from tui.launch import run

    filled()
    return run(
        common.library,
        read_only=common.read_only,
        guest=common.guest,
        words=words,
        diff=common.diff,
        mouse=common.mouse,
    )


def _fill_ahead(common: Common) -> Callable[[], None]:
    """Let a first launch fill the library beside the loading of the screen."""
    from tui.library.filling_ahead import fill_ahead
    from tui.settings.paths import library_path

    path = library_path(common.library, configured=common.config().library)
    return (lambda: None) if common.read_only else fill_ahead(path)


def _nearest_command(words: tuple[str, ...]) -> str | None:
    """Return the command whose name the first word nearly is; None for words of a query."""
    from difflib import get_close_matches

    from tui.cli.main import COMMANDS

    return next(iter(get_close_matches(words[0].lower(), COMMANDS, n=1)), None) if words else None


def _why_no_screen() -> str | None:
    if not sys.stdout.isatty():
        return "standard output is no terminal"
    if not sys.stdin.isatty():
        return "standard input is no terminal"
    from tui.terminal.capabilities import why_no_screen

    return why_no_screen()
