"""Reads Word documents: the transcripts of Teams and Google Meet, and dialogue typed by hand."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from tui.model import Meeting
from tui.reading.errors import ReadingError
from tui.reading.markup import local
from tui.reading.meeting_apps import meeting_of_lines
from tui.reading.reader import Document

_MAX_XML = 64 * 1024 * 1024
"""Largest document inside the archive: a small file may unpack to no end."""
_PART = "word/document.xml"
_SKIPPED = frozenset({"del", "moveFrom", "instrText", "delText", "footnoteReference", "pict"})


class Docx:
    """Office Open XML text documents."""

    name = "docx"

    def confidence(self, document: Document) -> float:
        """Return 1 for an archive with Word's main part."""
        if not document.data.startswith(b"PK\x03\x04"):
            return 0.0
        try:
            with zipfile.ZipFile(io.BytesIO(document.data)) as archive:
                return 1.0 if _PART in archive.namelist() else 0.0
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            return 0.3

    def read(self, document: Document) -> tuple[Meeting, ...]:
        """Read the paragraphs; what tracked changes deleted is left out.

        Raises:
            ReadingError: The archive is damaged, protected, or unpacks to too much.
        """
        lines = [
            line
            for paragraph in paragraphs(document.data, document.name)
            for line in [*paragraph.split("\n"), ""]
        ]
        if not any(line.strip() for line in lines):
            raise ReadingError(document.name, f"{document.name} is a Word document without words.")
        return (meeting_of_lines(document, self.name, lines),)


def paragraphs(data: bytes, name: str) -> tuple[str, ...]:
    """Return a Word document's paragraphs, without what tracked changes deleted.

    Args:
        data: The file's bytes.
        name: The file's name, for messages.

    Raises:
        ReadingError: The archive is damaged, protected, or unpacks to too much.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(_main_part(data, name), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadingError(name, f"{name} is a damaged Word document: {error}.") from error
    return tuple("".join(_text(element)) for element in root.iter() if local(element) == "p")


def _main_part(data: bytes, name: str) -> bytes:
    try:
        with (
            zipfile.ZipFile(io.BytesIO(data)) as archive,
            archive.open(_PART) as part,
        ):
            xml = part.read(_MAX_XML + 1)
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        KeyError,
        ValueError,
        EOFError,
        RuntimeError,
        NotImplementedError,
    ) as error:
        raise ReadingError(
            name,
            f"{name} is a damaged or protected Word document. Open it in a word "
            "processor and save it again.",
        ) from error
    if len(xml) > _MAX_XML:
        raise ReadingError(
            name,
            f"{name} unpacks to more than {_MAX_XML // (1024 * 1024)} MB; that is no transcript.",
        )
    return xml


def _text(element: etree._Element) -> Iterator[str]:
    """Yield a paragraph's text; nested paragraphs, as in text boxes, are read by themselves."""
    for child in element:
        name = local(child)
        if name == "t":
            yield child.text or ""
        elif name == "tab":
            yield "\t"
        elif name in ("br", "cr"):
            yield "\n"
        elif name not in _SKIPPED and name != "p":
            yield from _text(child)


READER = Docx()
