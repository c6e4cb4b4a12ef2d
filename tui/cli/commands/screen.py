"""``stenogram`` without a command: the screen."""

from __future__ import annotations

import click

from tui.cli.common import Common, common_options, screen_options
from tui.cli.failures import EXIT_ERROR
from tui.cli.opening import open_screen, why_no_screen
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
    if reason := why_no_screen():
        complain(
            f"The screen cannot open: {reason}.\n"
            "`stenogram list`, `stenogram show ID` and `stenogram find QUERY…` print lines."
        )
        if nearest := _nearest_command(words):
            note(f"There is no command “{words[0]}”. Did you mean `stenogram {nearest}`?")
        return EXIT_ERROR
    return open_screen(
        common.library,
        read_only=common.read_only,
        guest=common.guest,
        words=words,
        diff=common.diff,
        mouse=common.mouse,
    )


def _nearest_command(words: tuple[str, ...]) -> str | None:
    """Return the command whose name the first word nearly is; None for words of a query."""
    from difflib import get_close_matches

    from tui.cli.main import COMMANDS

    return next(iter(get_close_matches(words[0].lower(), COMMANDS, n=1)), None) if words else None
