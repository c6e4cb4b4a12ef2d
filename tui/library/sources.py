"""Which files an import is about."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

LARGEST_FILE = 64 * 2**20
"""Bytes; a transcript of a week is a tenth of it, and memory is needed several times over."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file to be imported, or the reason why not.

    Attributes:
        path: As the user would write it.
        reason: Why it is skipped; "" where it is not.
    """

    path: Path
    reason: str = ""


def expand(paths: Iterable[Path]) -> Iterator[Candidate]:
    """List files, and those in folders: sorted, without hidden ones, each once.

    A link inside a folder is followed to a file of that folder only, so that no loop and
    nothing from elsewhere comes in.
    """
    seen: set[str] = set()
    for path in paths:
        candidates = _walk(path) if path.is_dir() else [_check(path)]
        for candidate in candidates:
            real = os.path.realpath(candidate.path)
            if real not in seen:
                seen.add(real)
                yield candidate


def _check(path: Path) -> Candidate:
    try:
        path.stat()
    except FileNotFoundError:
        return Candidate(path, "there is no such file")
    except OSError as error:
        return Candidate(path, f"the file cannot be reached ({error.strerror})")
    return Candidate(path, "" if path.is_file() else "it is not a regular file")


def _walk(root: Path) -> Iterator[Candidate]:
    inside = root.resolve()
    refused: list[Candidate] = []

    def refuse(error: OSError) -> None:
        refused.append(
            Candidate(Path(error.filename), f"the folder cannot be read ({error.strerror})")
        )

    for folder, folders, names in os.walk(root, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder) / name
            if name.startswith("."):
                continue
            if path.is_symlink() and not path.resolve().is_relative_to(inside):
                yield Candidate(
                    path, "it is a link that leads out of the folder; name the file itself"
                )
            else:
                yield _check(path)
    yield from refused


def load(path: Path) -> bytes:
    """Read a file that is not unreasonably large.

    Raises:
        OSError: It cannot be read.
        ValueError: It is too large; the text says so.
    """
    with path.open("rb") as handle:
        data = handle.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise ValueError(
            f"the file is larger than {LARGEST_FILE // 2**20} MiB; split it by meeting first"
        )
    return data
