"""``stenogram doctor``: is the library sound?"""

from __future__ import annotations

import click

from tui.cli.common import Common, common_options

HEALTHY = 0
DAMAGED = 1


@click.command("doctor", short_help="Look for damage, and mend it.")
@click.option("--repair", is_flag=True, help="Mend what can be mended, and say what was done.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a finding.")
@common_options
@click.pass_obj
def command(common: Common, repair: bool, as_json: bool) -> int:
    """Examine every file of the library; with --repair, mend what is damaged.

    The exit code is 0 where all is sound, 1 where damage was found or mended, 2 where the
    library could not be examined.
    """
    raise NotImplementedError
