"""What every format's reader is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from tui.model import Meeting


@dataclass(frozen=True, slots=True)
class Document:
    """A source file, decoded, before anybody understood it.

    Attributes:
        name: The file's name, without its folder.
        data: The bytes as they are on disk.
        text: The bytes decoded, encoding damage mended, line ends as line feeds.
        sha256: Hexadecimal digest of ``data``.
        repairs: What decoding mended, one sentence each.
    """

    name: str
    data: bytes
    text: str
    sha256: str
    repairs: tuple[str, ...] = ()


class Reader(Protocol):
    """Understands one format."""

    @property
    def name(self) -> str:
        """The format's name, as ``--format`` takes it and ``source.format`` reports it."""

    def confidence(self, document: Document) -> float:
        """Say how surely the document is of this format, from 0 (not at all) to 1."""

    def read(self, document: Document) -> tuple[Meeting, ...]:
        """Read the document.

        Raises:
            ReadingError: It is not of this format after all, or is damaged.
        """
