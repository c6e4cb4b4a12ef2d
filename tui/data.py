"""Where the files shipped beside the code are found."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def data_folder(name: str) -> Path:
    """Return a shipped folder: inside the wheel, else beside the package in a checkout.

    Args:
        name: ``seeds`` or ``styles``.
    """
    packaged = _PACKAGE / "_data" / name
    return packaged if packaged.is_dir() else _PACKAGE.parent / name
