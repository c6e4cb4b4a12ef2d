"""Shards: the files with the words, each written once and never changed.

A shard holds meetings of one year, or of one month where a year's meetings come in bulk.
A commit writes what is new into a shard of its own, which swallows those of the same year
that are no larger than it: so there are few, none grows past a few megabytes, and what a
commit writes depends on what it brings, not on how much is there.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from tui.library.cache import Cache
from tui.library.catalogue import Catalogue
from tui.library.errors import Damaged, Missing
from tui.library.files import Files
from tui.library.layout import Layout
from tui.library.sealed import Line, Lines, split

LARGEST = 4 * 2**20
"""Bytes past which what is written is split by month."""

_CACHED = 32 * 2**20
_TABLE = "meetings"


class ShardReader:
    """Reads shards and remembers the last ones; safe to share between threads."""

    def __init__(self, layout: Layout) -> None:
        """Read from this library."""
        self._layout = layout
        self._cache: Cache[str, Lines] = Cache(_CACHED)

    def read(self, catalogue: Catalogue, name: str) -> Lines:
        """Return a shard's meetings, undecoded.

        Raises:
            Missing: It is gone; a later generation may have replaced it.
            Damaged: It is not what was written.
        """
        known = self._cache.get(name)
        if known is not None:
            return known
        path = self._layout.shard(name)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            raise Missing(path, "the file with the words is missing") from None
        except OSError as error:
            raise Damaged(path, f"the file cannot be read ({error.strerror})") from error
        if hashlib.sha256(data).hexdigest() != catalogue.shards[name]["sha256"]:
            raise Damaged(path, "the checksum does not agree: its meetings cannot be shown")
        lines = split(path, data).get(_TABLE, Lines({}))
        self._cache.put(name, lines, len(data))
        return lines


@dataclass(slots=True, eq=False, repr=False)
class Plan:
    """What a commit does to the shards.

    Attributes:
        retired: Names of the shards that no longer count.
        written: Name → meetings of each shard to write.
    """

    retired: set[str] = field(default_factory=set)
    written: dict[str, dict[str, Line]] = field(default_factory=dict)


def plan(
    catalogue: Catalogue | None,
    reader: ShardReader,
    new: Mapping[str, Line],
    dates: Mapping[str, str | None],
    leaving: Mapping[str, str],
    generation: int,
) -> Plan:
    """Decide which shards to write and which to retire.

    Args:
        catalogue: The generation before; None for a new library.
        reader: To read the shards that are rewritten.
        new: Meeting objects by id.
        dates: Their dates.
        leaving: Id → shard of the meetings that are removed or replaced.
        generation: Number of the generation to be written.

    Raises:
        Damaged: A shard that must be rewritten cannot be read.
    """
    result = Plan()
    pools: dict[str, dict[str, Line]] = defaultdict(dict)
    weights: dict[str, int] = defaultdict(int)
    for meeting, line in new.items():
        year = year_of(dates[meeting])
        pools[year][meeting] = line
        weights[year] += len(line.raw)

    def swallow(name: str, lines: Mapping[str, Line]) -> None:
        shard = shards[name]
        for meeting in lines:
            if meeting not in leaving:
                pools[shard["year"]].setdefault(meeting, lines[meeting])
        weights[shard["year"]] += int(shard["bytes"])
        result.retired.add(name)

    shards = catalogue.shards if catalogue is not None else {}
    for name in sorted(set(leaving.values())):
        assert catalogue is not None
        swallow(name, _survivors(catalogue, reader, name, leaving))
    for name, shard in sorted(shards.items(), key=lambda item: int(item[1]["bytes"])):
        year, size = shard["year"], int(shard["bytes"])
        fits = size <= weights[year] and size + weights[year] <= LARGEST
        if catalogue is not None and name not in result.retired and pools.get(year) and fits:
            # A damaged shard is left where it is: what is new does not depend on it.
            with suppress(Damaged):
                swallow(name, reader.read(catalogue, name).undecoded())
    for year, pool in pools.items():
        for part, meetings in _split(year, pool, weights[year], dates).items():
            result.written[f"{part}-g{generation}"] = meetings
    return result


def _survivors(
    catalogue: Catalogue, reader: ShardReader, name: str, leaving: Mapping[str, str]
) -> Mapping[str, Line]:
    """The meetings of a shard, which need not be readable where none of them stays."""
    staying = {
        meeting
        for meeting in catalogue
        if meeting not in leaving and catalogue.document(meeting)["shard"] == name
    }
    if not staying:
        return {}
    lines = reader.read(catalogue, name).undecoded()
    return {meeting: lines[meeting] for meeting in staying}


def year_of(date: str | None) -> str:
    """What a meeting's shard is named by: its year, or ``undated``."""
    return date[:4] if date else "undated"


def _split(
    year: str, pool: dict[str, Line], weight: int, dates: Mapping[str, str | None]
) -> dict[str, dict[str, Line]]:
    if weight <= LARGEST or year == "undated":
        return {year: pool} if pool else {}
    months: dict[str, dict[str, Line]] = defaultdict(dict)
    for meeting, line in pool.items():
        months[(dates.get(meeting) or line["date"])[:7]][meeting] = line
    return months


def write(layout: Layout, files: Files, planned: Plan) -> dict[str, dict[str, Any]]:
    """Write the planned shards durably; the catalogue does not name them yet.

    Returns:
        The catalogue's document of each shard: year, bytes, sha256.

    Raises:
        OSError: The disk does not take them.
    """
    from tui.library.storage import Database

    written = {}
    for name, meetings in planned.written.items():
        shard = Database(layout.shard(name), files, fresh=True)
        shard.put_undecoded(_TABLE, meetings)
        data = shard.commit(sync_folder=False)
        written[name] = {
            "year": name.rpartition("-g")[0][:4] if name[0].isdigit() else "undated",
            "bytes": len(data),
            "sha256": hashlib.sha256(data).hexdigest(),
        }
    if written:
        files.sync_folder(layout.transcripts)
    return written
