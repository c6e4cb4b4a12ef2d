"""Is the library sound? Finding what is not; mending is :mod:`tui.library.repair`."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import nullcontext, suppress
from pathlib import Path

from tui.library import originals
from tui.library.catalogue import Catalogue
from tui.library.current import load_catalogue
from tui.library.decisions import Decisions
from tui.library.errors import Damaged, LibraryError, NotFound
from tui.library.files import TEMPORARY, Files
from tui.library.finding import Finding
from tui.library.head import read_head, write_head
from tui.library.layout import Layout
from tui.library.lock import exclusive, is_held
from tui.library.lost_found import set_aside
from tui.library.reading_in import read_in
from tui.library.repair import restore_catalogue, restore_meetings
from tui.library.sealed import unpack
from tui.library.shards import ShardReader
from tui.library.vacancy import is_left
from tui.reading.errors import ReadingError
from tui.reading.schema import decode

__all__ = ["Finding", "examine"]


def examine(root: Path, *, repair: bool = False, files: Files | None = None) -> Iterator[Finding]:
    """Examine every file of a library, also of one that cannot be opened.

    Args:
        root: The library's folder.
        repair: Mend what originals, the generation before and the shards allow.
        files: The way to the disk; None for the usual one.

    Yields:
        Everything that is not as it should be; nothing for a sound library.

    Raises:
        NotFound: There is no library in the folder.
        NewerFormat: A later release wrote it.
        LibraryError: It cannot be read, or, to mend it, written.
    """
    layout = Layout(root)
    files = files or Files(shared=_is_shared(layout))
    if not (layout.catalogue.exists() or is_left(layout)):
        raise NotFound(f"{root}: there is no library.")
    with exclusive(layout, files) if repair else nullcontext():
        yield from _examine(layout, files, mend=repair)


def _is_shared(layout: Layout) -> bool:
    """Whether others may read and lock the library; not so where nothing says it."""
    try:
        return load_catalogue(layout).header.shared
    except LibraryError:
        head = read_head(layout.head)
        return head is not None and head.shared


def _examine(layout: Layout, files: Files, *, mend: bool) -> Iterator[Finding]:
    rebuilt = False
    try:
        catalogue = load_catalogue(layout)
    except (Damaged, NotFound) as error:
        problem = _problem(error) if isinstance(error, Damaged) else "the catalogue is missing"
        if not mend:
            yield Finding(layout.catalogue, problem)
            return
        done, lost = restore_catalogue(layout, files)
        rebuilt = True
        catalogue = load_catalogue(layout)
        files = type(files)(shared=catalogue.header.shared)
        done = f"{done} {read_in(layout, files, catalogue)}".rstrip()
        yield Finding(layout.catalogue, problem, done, lost)
        catalogue = load_catalogue(layout)
    files = type(files)(shared=catalogue.header.shared)
    yield from _words(layout, files, catalogue, mend=mend)
    if mend:
        catalogue = load_catalogue(layout)
    yield from _originals(layout, catalogue)
    yield from _others(layout, files, mend=mend)
    yield from _leftovers(layout, files, catalogue, mend=mend, rebuilt=rebuilt)
    yield from _index(layout, files, catalogue, mend=mend)
    if not catalogue.header.shared:
        yield from _permissions(layout, files, mend=mend)
    if mend:
        head = read_head(layout.head)
        if head is None or head.generation != catalogue.header.generation:
            write_head(layout, files, catalogue)


def _words(layout: Layout, files: Files, catalogue: Catalogue, *, mend: bool) -> Iterator[Finding]:
    """See that every row leads to a meeting that can be read."""
    reader = ShardReader(layout)
    held: dict[str, list[str]] = {name: [] for name in catalogue.shards}
    for key in catalogue:
        held.setdefault(str(catalogue.document(key)["shard"]), []).append(key)
    for name, meetings in sorted(held.items()):
        problem, unreadable = "", []
        for key in meetings:
            try:
                decode(reader.read(catalogue, name)[key])
            except Damaged as error:
                problem, unreadable = _problem(error), meetings
                break
            except (KeyError, ValueError, ReadingError) as error:
                problem = f"words cannot be read ({error})"
                unreadable.append(key)
        if not unreadable:
            continue
        problem = f"{problem}; concerns {', '.join(sorted(unreadable))}"
        if not mend:
            yield Finding(layout.shard(name), problem)
            continue
        done, lost = restore_meetings(layout, files, catalogue, unreadable)
        if lost and layout.shard(name).exists():
            # A later commit would delete it, and it may hold what a person can still read.
            done = f"{done} {set_aside(layout, files, layout.shard(name))}".rstrip()
        yield Finding(layout.shard(name), problem, done, lost)
        catalogue = load_catalogue(layout)


def _originals(layout: Layout, catalogue: Catalogue) -> Iterator[Finding]:
    """See that every file that was imported is kept as it was."""
    named = {capture.sha256: row.entry.id for row in catalogue.rows() for capture in row.captures}
    for sha256, meeting in sorted(named.items()):
        try:
            originals.load(layout, sha256)
        except Damaged as error:
            problem = f"{_problem(error)}; {meeting} was read from it, its words are there"
            yield Finding(error.path, problem, lost=True)


def _others(layout: Layout, files: Files, *, mend: bool) -> Iterator[Finding]:
    """Look at the generation before and at what people decided."""
    if layout.previous.exists():
        try:
            Catalogue.read(layout.previous)
        except (LibraryError, OSError) as error:
            done = ""
            if mend:
                files.keep(layout.catalogue, layout.previous)
                done = "Replaced by the present generation."
            yield Finding(layout.previous, f"the generation before is lost ({error})", done)
    try:
        Decisions.read(layout)
    except Damaged as error:
        done = Decisions.restore(layout, files) if mend else ""
        yield Finding(layout.decisions, _problem(error), done, lost=True)


def _index(layout: Layout, files: Files, catalogue: Catalogue, *, mend: bool) -> Iterator[Finding]:
    """See whether searching is as quick as it could be; no answer depends on it."""
    if not layout.index.exists():
        return
    from tui.library.index.examining import problem, rebuild

    damage = problem(layout, catalogue)
    if damage:
        done = ""
        if mend:
            decisions = Decisions()
            with suppress(LibraryError):
                decisions = Decisions.read(layout)
            done = rebuild(layout, files, catalogue, decisions)
        yield Finding(layout.index, f"searching goes on without the index: {damage}", done)


def _leftovers(
    layout: Layout, files: Files, catalogue: Catalogue, *, mend: bool, rebuilt: bool
) -> Iterator[Finding]:
    """Find what an interrupted writer left; a writer at work is left alone.

    What may be the only copy of somebody's words is moved, never deleted.
    """
    strays = _strays(layout, catalogue)
    if not mend and (is_held(layout) or _has_moved_on(layout, catalogue)):
        return
    for path in strays:
        done = ""
        if mend and (path.suffix == TEMPORARY or (not rebuilt and _is_readable_shard(path))):
            files.remove(path)
            done = "Deleted."
        elif mend:
            done = set_aside(layout, files, path)
        yield Finding(path, "left over from an interrupted change; no meeting needs it", done)


def _has_moved_on(layout: Layout, catalogue: Catalogue) -> bool:
    return load_catalogue(layout).header.generation != catalogue.header.generation


def _is_readable_shard(path: Path) -> bool:
    """Whether a file holds words that a commit has written anew or was about to."""
    try:
        return path.suffix == ".json" and bool(unpack(path, path.read_bytes()))
    except (Damaged, OSError, ValueError):
        return False


def _strays(layout: Layout, catalogue: Catalogue) -> list[Path]:
    shards = set(catalogue.shards)
    kept = {capture.sha256 for row in catalogue.rows() for capture in row.captures}
    kept.update(catalogue.retired)
    with suppress(LibraryError, OSError):
        previous = Catalogue.read(layout.previous)
        shards.update(previous.shards)
        kept.update(capture.sha256 for row in previous.rows() for capture in row.captures)
    found = [path for path in layout.root.rglob(f"*{TEMPORARY}") if path.is_file()]
    found += [path for path in layout.transcripts.glob("*.json") if path.stem not in shards]
    found += [path for sha256, path in originals.stored(layout).items() if sha256 not in kept]
    return sorted(found)


def _permissions(layout: Layout, files: Files, *, mend: bool) -> Iterator[Finding]:
    """See that a private library is closed to everybody else."""
    if os.name != "posix":
        return
    for path in (layout.root, *sorted(layout.root.rglob("*"))):
        if path.is_symlink() or not path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            continue
        done = ""
        if mend:
            files.make_private(path)
            done = "Closed to everybody but its owner."
        yield Finding(path, "others may read or change it, and the library is private", done)


def _problem(error: Damaged) -> str:
    return error.what
