"""``stenogram doctor``: is the library sound?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.common import Common, common_options
from tui.cli.output import Output, note
from tui.cli.table import plural

if TYPE_CHECKING:
    from tui.library.finding import Finding

HEALTHY = 0
DAMAGED = 1


@click.command("doctor", short_help="Look for damage, and mend it.")
@click.option("--repair", is_flag=True, help="Mend what can be mended, and say what was done.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a finding.")
@common_options
@click.pass_obj
def command(common: Common, repair: bool, as_json: bool) -> int:
    """Examine every file of the library, and your notebook; with --repair, mend them.

    The exit code is 0 where all is sound, 1 where damage was found or mended, 2 where the
    library could not be examined.
    """
    output = Output(common, writes=repair)
    path = common.library_path()
    found = lost = False
    for finding in _findings(common, path, repair=repair):
        found, lost = True, lost or finding.lost
        if as_json:
            output.json(
                {
                    "path": str(finding.path),
                    "problem": finding.problem,
                    "repaired": finding.repaired or None,
                    "lost": finding.lost,
                }
            )
        else:
            output.line(output.words(f"{finding.path}: {finding.problem}"))
            if finding.repaired:
                output.line(output.words(f"  {finding.repaired}"))
        output.flush()
    if not found:
        library = common.for_reading().open_library()
        note(f"{path}: {plural(len(library), 'meeting')}, all sound.")
    elif not repair:
        note("`stenogram doctor --repair` mends what can be mended.")
    elif lost:
        note("Not everything could be brought back.")
    return DAMAGED if found else HEALTHY


def _findings(common: Common, path: Path, *, repair: bool) -> Iterator[Finding]:
    """Examine a library without opening it: a damaged one may refuse to open.

    Where there is none yet it is made first, as by every command.
    """
    from tui.library.doctor import examine
    from tui.library.errors import NotFound, ReadOnly

    if repair and common.read_only:
        raise ReadOnly(
            f"{path}: --read-only forbids --repair. Nothing was changed. Leave out one of the two."
        )
    try:
        yield from examine(path, repair=repair)
    except NotFound:
        common.open_library()
        yield from examine(path, repair=repair)
    if not common.guest and (finding := _of_notebook(common, repair=repair)) is not None:
        yield finding


def _of_notebook(common: Common, *, repair: bool) -> Finding | None:
    """Examine the reader's own notebook; a library that does not open cannot name it."""
    from tui.library.errors import LibraryError

    try:
        notebook = common.for_reading().open_library().notebook()
    except LibraryError:
        return None
    return notebook.examine(repair=repair)
