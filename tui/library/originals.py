"""Every imported file, byte for byte, so that a better reader can read it again."""

from __future__ import annotations

import hashlib
import zlib
from pathlib import Path

from tui.library.errors import Damaged
from tui.library.files import Files
from tui.library.layout import Layout

_GZIP = 16 + zlib.MAX_WBITS


def store(layout: Layout, files: Files, sha256: str, data: bytes) -> None:
    """Keep a file under its digest, compressed with gzip, which every Python and shell reads.

    What lies there already stays, unless it is damaged.
    """
    if not is_sound(layout, sha256):
        packer = zlib.compressobj(6, zlib.DEFLATED, _GZIP)
        files.write(layout.original(sha256), packer.compress(data) + packer.flush())


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
