"""Where the files of a library lie."""

from __future__ import annotations

import re
from pathlib import Path

from tui.library.errors import Damaged
from tui.values import value

SHARD = re.compile(r"(?P<year>[0-9]{4}|undated)(?:-[0-9]{2})?-g(?P<generation>[0-9]+)", re.ASCII)
"""The name of a shard: year, or year and month, and the generation that wrote it."""

_DIGEST = re.compile(r"[0-9a-f]{64}")

FORMAT = 1
"""The number of the format on disk. A later one is refused, an earlier one upgraded."""


@value
class Layout:
    """The paths of one library.

    Attributes:
        root: The library's folder.
    """

    root: Path

    @property
    def catalogue(self) -> Path:
        """One document a meeting, without words; replacing it is the only commit point."""
        return self.root / "catalogue.json"

    @property
    def previous(self) -> Path:
        """The catalogue of the generation before, whose files stay until the next commit."""
        return self.root / "catalogue.previous.json"

    @property
    def head(self) -> Path:
        """Where everything stands in the catalogue, so that a start need not look. Disposable."""
        return self.root / "head.json"

    @property
    def decisions(self) -> Path:
        """What people corrected; never derived from anything else."""
        return self.root / "decisions.json"

    @property
    def earlier_decisions(self) -> Path:
        """The decisions before the last change of them."""
        return self.root / "decisions.previous.json"

    @property
    def damaged_decisions(self) -> Path:
        """Where a file of decisions that cannot be read is set aside, for a person to look at."""
        return self.root / "decisions.damaged.json"

    @property
    def transcripts(self) -> Path:
        """The folder of the shards, which hold the words."""
        return self.root / "transcripts"

    @property
    def originals(self) -> Path:
        """The folder of every imported file, byte for byte."""
        return self.root / "originals"

    @property
    def lost(self) -> Path:
        """The folder of what a repair found and no meeting could be made of."""
        return self.root / "lost+found"

    @property
    def index(self) -> Path:
        """The folder of what is derived for searching; may be deleted."""
        return self.root / "index"

    @property
    def lock(self) -> Path:
        """The file that the one writer holds."""
        return self.root / "lock"

    def shard(self, name: str) -> Path:
        """The file of a shard, by its name in the catalogue.

        Raises:
            Damaged: No shard has such a name; it could lead out of the library.
        """
        if not SHARD.fullmatch(name):
            raise Damaged(self.catalogue, f"“{name}” is not the name of a file with words")
        return self.transcripts / f"{name}.json"

    def original(self, sha256: str) -> Path:
        """The file that keeps the original with this digest.

        Raises:
            Damaged: It is no digest; it could lead out of the library.
        """
        if not _DIGEST.fullmatch(sha256):
            raise Damaged(self.catalogue, f"“{sha256[:80]}” is not the digest of an original")
        return self.originals / f"{sha256}.gz"
