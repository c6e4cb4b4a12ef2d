"""``stenogram cite``: where words stand, in the form a text wants."""

from __future__ import annotations

import click

from tui.cli.addresses import find
from tui.cli.common import Common, common_options
from tui.cli.completions import complete_meeting
from tui.cli.output import Output


def _check_style(
    _context: click.Context, _option: click.Parameter, value: str | None
) -> str | None:
    """Look the styles up only when one is asked for."""
    from tui.quoting.citation import STYLES

    if value is not None and value not in STYLES:
        raise click.BadParameter(f"There is no style “{value}”. Known are: {', '.join(STYLES)}.")
    return value


def _complete_style(
    _context: click.Context, _option: click.Parameter, incomplete: str
) -> list[str]:
    from tui.quoting.citation import STYLES

    return [style for style in STYLES if style.startswith(incomplete)]


@click.command("cite", short_help="Print a citation.")
@click.argument("id_", metavar="ID", shell_complete=complete_meeting)
@click.option(
    "--style",
    callback=_check_style,
    shell_complete=_complete_style,
    metavar="STYLE",
    help="plain, markdown, newsroom, chicago, apa or mla [config.toml's style, else plain].",
)
@common_options
@click.pass_obj
def command(common: Common, id_: str, style: str | None) -> int:
    """Print a citation of what ID names, most often a turn such as 2013-05-29/astana#t2."""
    output = Output(common)
    with common.open_library() as library:
        found = find(library, id_)
