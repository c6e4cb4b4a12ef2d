"""``stenogram import``: files into the library."""

from __future__ import annotations

import click

from tui.cli.common import Common, common_options


@click.command("import", short_help="Read files or folders into the library.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--format", "format_", metavar="NAME", help="The format, where guessing it fails.")
@click.option("--dry-run", is_flag=True, help="Say what would happen and store nothing.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a file.")
@common_options
@click.pass_obj
def command(
    common: Common, paths: tuple[str, ...], format_: str | None, dry_run: bool, as_json: bool
) -> int:
    """Read every file named by PATH, or in a folder PATH, into the library.

    `-` is standard input. What is known already is left alone, so an import may be run
    again. A file that cannot be read is named with the reason and skipped; the exit code
    is then 2. The keys of --json are file, status (imported, unchanged, revised or
    skipped), meeting, reason and warnings.
    """
    raise NotImplementedError
