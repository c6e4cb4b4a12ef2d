"""Query words on a command line, where a leading ``-`` excludes a word."""

from __future__ import annotations

from collections.abc import Sequence

import click


class QueryCommand(click.Command):
    """A command whose words are a query: ``-word`` is a clause, never an option.

    Such a command has no short options, so nothing is ambiguous. Long options are still
    checked, because a mistyped one must not turn into a word that is searched for; after
    ``--`` everything is the query.
    """

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Let words that begin with ``-`` through to ``parse_args``."""
        settings = {"ignore_unknown_options": True, "help_option_names": ["--help"]}
        super().__init__(*args, **{"context_settings": settings, **kwargs})  # type: ignore[arg-type]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, then refuse what only looks like an option.

        Raises:
            click.NoSuchOption: A word before ``--`` begins with two dashes.
        """
        literal = len(args) - args.index("--") - 1 if "--" in args else 0
        rest = super().parse_args(ctx, args)
        words: Sequence[str] = ctx.params.get("words") or ()
        if ctx.resilient_parsing:
            return rest
        for word in words[: len(words) - literal]:
            if word == "-h":
                click.echo(ctx.get_help())
                ctx.exit()
            if word.startswith("--"):
                known = [name for option in self.get_params(ctx) for name in option.opts]
                raise click.NoSuchOption(word.split("=")[0], possibilities=known, ctx=ctx)
        return rest


QUERY_HELP = """\
Several words are one query: every word must stand in one turn, in any order. The shell
takes one pair of quotation marks away, so a phrase needs two:

\b
  stenogram find customs union              both words
  stenogram find '"customs union"'          the two in a row
  stenogram find by:nazarbayev -moscow      who says it; a word to leave out
  stenogram find -- -billion list           after -- everything is the query
"""
