"""Whether an index is sound, for those who ask; searching finds out by itself."""

from __future__ import annotations

from tui.library.catalogue import Catalogue
from tui.library.decisions import Decisions
from tui.library.files import Files
from tui.library.index.folder import Folder, IndexUnusable
from tui.library.index.index import Index
from tui.library.layout import Layout
from tui.library.shards import ShardReader


def problem(layout: Layout, catalogue: Catalogue) -> str:
    """What is wrong with a library's index; "" where it has none, or one behind the times."""
    if not layout.index.exists():
        return ""
    try:
        folder = Folder.current(layout.index)
        journal = folder.read_journal(catalogue.header.uuid)
        if not journal.pending and journal.opstamp != folder.opstamp():
            return "the index and what is said of it do not agree"
        return folder.damage()
    except (IndexUnusable, OSError) as error:
        return str(error)


def rebuild(layout: Layout, files: Files, catalogue: Catalogue, decisions: Decisions) -> str:
    """Build an index anew; what was done, in a sentence."""
    index = Index(layout, files)
    if index.bring_up(catalogue, decisions, ShardReader(layout), anew=True):
        return "Built again from the library."
    return ""
