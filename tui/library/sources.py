"""Which files an import is about."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from glob import glob, has_magic
from itertools import chain
from pathlib import Path
from typing import BinaryIO

LARGEST_FILE = 64 * 2**20
"""Bytes; a transcript of a week is a tenth of it, and memory is needed several times over."""

_USUAL = 2**18
"""Bytes that are asked for first, as room is made for all of them."""


class UnreasonablyLarge(ValueError):
    """A file is larger than any transcript."""


_EXPORTED = (b'{"schema": "stenogram/', b'{"schema":"stenogram/')
"""How a line begins that ``export`` and ``show --json`` print."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file to be imported, or a line of one, or the reason why not.

    Attributes:
        path: As the user would write it.
        reason: Why it is skipped; "" where it is not.
        line: Where the line begins and how many bytes it has; None for the whole file.
    """

    path: Path
    reason: str = ""
    line: tuple[int, int] | None = None


def expand(paths: Iterable[Path]) -> Iterator[Candidate]:
    """List files, and those in folders: sorted, without hidden ones, each once.

    A path that does not exist and holds ``*``, ``?`` or ``[`` is a pattern, ``**`` for folders
    at any depth: a shell that does not know them, or was told not to, hands them on.
    A link inside a folder is followed to a file of that folder only, so that no loop and
    nothing from elsewhere comes in; other links are named, with the reason.
    """
    seen: set[str] = set()
    folder_of = cache(os.path.realpath)
    for candidate in chain.from_iterable(map(_candidates, paths)):
        path = candidate.path
        if candidate.reason or path.name in ("", "..") or path.is_symlink():
            real = os.path.realpath(path)
        else:  # of a thousand files in a folder, where that is need be asked once
            real = os.path.join(folder_of(path.parent), path.name)  # noqa: PTH118
        if real not in seen:
            seen.add(real)
            yield from _lines(candidate)


def _candidates(path: Path) -> Iterable[Candidate]:
    try:
        if path.is_dir():
            return _walk(path)
        if os.path.lexists(path) or not has_magic(str(path)):
            return [_check(path)]
    except OSError as error:
        return [Candidate(path, f"the file cannot be reached ({error.strerror})")]
    # Unlike Path.glob, this leaves hidden files, as a shell does.
    found = [Path(name) for name in sorted(glob(str(path), recursive=True))]  # noqa: PTH207
    if not found:
        return [Candidate(path, "no file matches this pattern")]
    return chain.from_iterable(_walk(each) if each.is_dir() else [_check(each)] for each in found)


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
        for path in (Path(folder) / name for name in folders):
            if path.is_symlink() and (reason := _why_not_followed(path, inside)):
                yield Candidate(path, reason)
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


def _why_not_followed(link: Path, inside: Path) -> str:
    """Say why what a link to a folder leads to is not read; "" where it is, at its own place."""
    target = link.resolve()
    if link.parent.resolve().is_relative_to(target):
        return "it is a link to a folder that holds it, and would lead round in a circle"
    if not target.is_relative_to(inside):
        return "it is a link that leads out of the folder; name the folder itself"
    return ""


def _lines(candidate: Candidate) -> Iterator[Candidate]:
    """Take our own JSON Lines apart: however many meetings there are, one at a time is read."""
    if candidate.reason:
        yield candidate
        return
    try:
        with candidate.path.open("rb") as handle:
            if not handle.read(len(_EXPORTED[0])).startswith(_EXPORTED):
                yield candidate
                return
            handle.seek(0)
            if not handle.readline().rstrip().endswith(b"}"):  # one object over several lines
                yield candidate
                return
            handle.seek(0)
            begin = 0
            for line in handle:
                if line.strip():
                    yield Candidate(candidate.path, line=(begin, len(line)))
                begin += len(line)
    except OSError:  # said when the file itself is read
        yield candidate


def is_named_pipe(path: Path) -> bool:
    """Whether reading the path would wait for a writer who may never come.

    What a shell makes of ``<(command)`` is a pipe as well, but stands in /dev or /proc and
    has its writer.
    """
    return path.is_fifo() and path.absolute().parts[1:2] not in (("dev",), ("proc",))


def load(path: Path, line: tuple[int, int] | None = None) -> bytes:
    """Read a file, or a line of it, that is not unreasonably large.

    Args:
        path: The file.
        line: See :class:`Candidate`.

    Raises:
        OSError: It cannot be read.
        UnreasonablyLarge: It is too large; the text says so.
    """
    with path.open("rb") as handle:
        if line is None:
            return take(handle)
        begin, length = line
        handle.seek(begin)
        if length > LARGEST_FILE:
            return take(handle)
        return handle.read(length)


def take(stream: BinaryIO) -> bytes:
    """Read an open file or a pipe to its end, unless that is unreasonably far.

    Raises:
        OSError: It cannot be read.
        UnreasonablyLarge: It is too large; the text says so.
    """
    data = stream.read(_USUAL)
    if len(data) == _USUAL:
        data += stream.read(LARGEST_FILE + 1 - _USUAL)
    if len(data) > LARGEST_FILE:
        raise UnreasonablyLarge(
            f"the file is larger than {LARGEST_FILE // 2**20} MiB; split it by meeting first"
        )
    return data
