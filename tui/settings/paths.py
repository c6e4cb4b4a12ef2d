"""Where a user's library, notebook, state and configuration are.

Each is the platform's own place for such files (``$XDG_…`` on Linux, ``Library`` on
macOS), found when asked for, so that a changed environment is noticed.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import platformdirs

APPLICATION = "stenogram"
LIBRARY_VARIABLE = "STENOGRAM_LIBRARY"


def library_path(
    option: Path | None = None,
    *,
    configured: Path | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Path:
    """Return the library's folder, whether it exists or not.

    Args:
        option: What the command line asked for; the strongest wish.
        configured: What ``config.toml`` says; weaker than ``$STENOGRAM_LIBRARY``.
        environ: Where ``$STENOGRAM_LIBRARY`` is looked up; empty counts as unset.
    """
    if option is not None:
        return option.expanduser()
    if named := environ.get(LIBRARY_VARIABLE):
        return Path(named).expanduser()
    if configured is not None:
        return configured.expanduser()
    return platformdirs.user_data_path(APPLICATION, appauthor=False) / "library"


def notebook_folder() -> Path:
    """Return the folder of the notebooks: one file a library, whoever owns the library."""
    return platformdirs.user_data_path(APPLICATION, appauthor=False) / "notebooks"


def state_folder() -> Path:
    """Return the folder of what is restored at the next start."""
    return platformdirs.user_state_path(APPLICATION, appauthor=False)


def config_file() -> Path:
    """Return the path of ``config.toml``, whether it exists or not."""
    return platformdirs.user_config_path(APPLICATION, appauthor=False) / "config.toml"


def private_folder(path: Path) -> Path:
    """Make a folder, and those above it that are missing, for the user alone (0700).

    A folder that exists keeps its permissions: somebody chose them.

    Returns:
        The path given.

    Raises:
        OSError: The folder cannot be made, or a file stands in its place.
    """
    missing = [path]
    while not missing[-1].parent.exists():
        missing.append(missing[-1].parent)
    for folder in reversed(missing):
        folder.mkdir(mode=0o700, exist_ok=True)
    return path
