"""What a backup holds, and under which names: a tar file that any computer can open.

::

    stenogram-backup.json     which library, which generation, which format
    library/catalogue.json    and the shards, originals and decisions beside it
    notebook.json             the user's own notebook for this library
    SHA256SUMS                of all of the above, as ``sha256sum -c`` reads them

What is derived (the index, the head) stays out. ``SHA256SUMS`` comes last: a file that was
cut off lacks it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

import orjson

from tui.library.backup.errors import BackupError

FORMAT = 1
"""Number of the backup's format; a later one is refused."""

ABOUT = "stenogram-backup.json"
SUMS = "SHA256SUMS"
NOTEBOOK = "notebook.json"
LIBRARY = PurePosixPath("library")

_OURS = re.compile(
    r"library/(?:catalogue\.json|decisions(?:\.damaged)?\.json"
    r"|transcripts/(?:[0-9]{4}|undated)(?:-[0-9]{2})?-g[0-9]+\.json"
    r"|originals/[0-9a-f]{64}\.gz|lost\+found/[^/\0]+)"
)


@dataclass(frozen=True, slots=True)
class About:
    """Tells one backup from another.

    Attributes:
        library: The library's uuid.
        generation: The generation of the catalogue that it holds.
        made: When, as ISO time in UTC.
        program: The version that made it.
        format: See :data:`FORMAT`.
    """

    library: str
    generation: int
    made: str
    program: str
    format: int = FORMAT

    def encode(self) -> bytes:
        """Write it as JSON."""
        return orjson.dumps(self, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)

    @classmethod
    def decode(cls, data: bytes) -> About:
        """Read what :meth:`encode` wrote.

        Raises:
            BackupError: It is none, or a later release's.
        """
        try:
            fields: dict[str, Any] = orjson.loads(data)
            if int(fields["format"]) > FORMAT:
                raise BackupError(
                    "This backup was made by a later Stenogram. Nothing was changed. "
                    "Install that release to restore it."
                )
            return cls(
                library=str(fields["library"]),
                generation=int(fields["generation"]),
                made=str(fields["made"]),
                program=str(fields["program"]),
                format=int(fields["format"]),
            )
        except (ValueError, KeyError, TypeError) as error:
            raise BackupError(
                f"The backup's {ABOUT} cannot be read ({error}). Nothing was changed. "
                "Take another backup."
            ) from error


def is_ours(name: str) -> bool:
    """Whether a backup may hold a file of this name; none leads out of a library's folder."""
    leaf = PurePosixPath(name).name
    return name in (ABOUT, SUMS, NOTEBOOK) or (
        _OURS.fullmatch(name) is not None and leaf not in (".", "..")
    )


def encode_sums(sums: dict[str, str]) -> bytes:
    """Write the digests as ``sha256sum`` does."""
    return "".join(f"{digest}  {name}\n" for name, digest in sums.items()).encode()


def decode_sums(data: bytes) -> dict[str, str]:
    """Read the digests by name; a line that is none is left out, and so its file unproven."""
    lines = data.decode("utf-8", "replace").splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines) if name}
