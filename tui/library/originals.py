"""Every imported file, byte for byte, so that a better reader can read it again."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping
from pathlib import Path

from tui.library.errors import Damaged
from tui.library.files import Files
from tui.library.layout import Layout

_GZIP = 16 + zlib.MAX_WBITS
_LEVEL = 2
"""A page is packed in a third of the time of zlib's default, and is a tenth longer."""


def store(layout: Layout, files: Files, imported: Mapping[str, bytes]) -> None:
    """Keep files under their digests, compressed with gzip, which every Python and shell reads.

    What lies there already stays, unless it is damaged.

    Args:
        layout: Where the library lies.
        files: The way to the disk.
        imported: The files' bytes by digest.
    """
    files.write_all(
        (path, _packed(data))
        for sha256, data in imported.items()
        if not (path := layout.original(sha256)).exists() or not is_sound(layout, sha256)
    )


def _packed(data: bytes) -> bytes:
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP)
    return packer.compress(data) + packer.flush()


def is_sound(layout: Layout, sha256: str) -> bool:
    """Whether a file is kept, and as it was imported."""
    try:
        load(layout, sha256)
    except Damaged:
        return False
    return True


def load(layout: Layout, sha256: str) -> bytes:
    """Return a file's bytes.

    Raises:
        Damaged: It is missing, or its bytes are no longer those of the digest.
    """
    path = layout.original(sha256)
    try:
        data = zlib.decompress(path.read_bytes(), _GZIP)
    except FileNotFoundError:
        raise Damaged(path, "the original is missing") from None
    except (OSError, zlib.error) as error:
        raise Damaged(path, f"the original cannot be read ({error})") from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise Damaged(path, "the original is not the file that was imported")
    return data


def stored(layout: Layout) -> dict[str, Path]:
    """Every original on the disk by digest."""
    if not layout.originals.is_dir():
        return {}
    return {path.stem: path for path in sorted(layout.originals.glob("*.gz"))}
