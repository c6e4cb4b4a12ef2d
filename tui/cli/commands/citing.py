"""``stenogram cite``: where words stand, in the form a text wants."""

from __future__ import annotations

import click

from tui.cli.addresses import find
from tui.cli.common import Common, common_options
from tui.cli.completions import complete_meeting
from tui.cli.failures import EXIT_FOUND
from tui.cli.output import Output, note


def _forms() -> tuple[str, ...]:
    """Return styles to be read and formats for reference managers."""
    from tui.quoting.citation import STYLES
    from tui.quoting.export import FORMATS

    return STYLES + FORMATS


def _check_form(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """Look the styles up only when one is asked for."""
    if value is not None and value not in _forms():
        raise click.BadParameter(f"there is no style “{value}”; there are {', '.join(_forms())}.")
    return value


def _complete_form(_context: click.Context, _option: click.Parameter, begun: str) -> list[str]:
    return [form for form in _forms() if form.startswith(begun)]


@click.command("cite", short_help="Print a quotation with its citation.")
@click.argument("id_", metavar="ID", shell_complete=complete_meeting)
@click.option(
    "--style",
    callback=_check_form,
    shell_complete=_complete_form,
    metavar="STYLE",
    help="plain, markdown, newsroom, chicago, apa, mla, csl-json, bibtex or ris "
    "[your config.toml's style, else plain].",
)
@common_options
@click.pass_obj
def command(common: Common, id_: str, style: str | None) -> int:
    """Print the words that ID names, with their citation.

    ID is a turn such as 2013-05-29/astana#t2, a paragraph of it, #t2.1, or a block outside
    speech, #b2. A whole meeting is cited as a source, without words of it.
    """
    from tui.quoting.citation import STYLES, cite
    from tui.quoting.cut import cite_meeting, quote_turn
    from tui.quoting.export import export

    with common.open_library() as library:
        found = find(library, id_)
    if found.passage is None:
        quote = cite_meeting(found.meeting)
    else:
        quote = quote_turn(found.meeting, found.passage.anchor, found.paragraph)
    form = style or common.config(styles=_forms()).style or STYLES[0]
    text = cite(quote, form) if form in STYLES else export((quote,), form).rstrip("\n")
    output = Output(common)
    for line in text.split("\n"):
        output.line(output.words(line))
    for seam in quote.seams:
        note(seam.advice)
    return EXIT_FOUND
