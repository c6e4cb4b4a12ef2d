"""What a Word document holds: its paragraphs, its notes, and what stands around them."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from lxml import etree

from tui.reading.errors import ReadingError
from tui.reading.markup import local
from tui.reading.printed_label import Shape, shape

_MAIN = re.compile(r"word/document\d*\.xml")
"""The part of the archive that makes it a Word document; Office on the web numbers it."""
_MAX_XML = 64 * 1024 * 1024
"""Most that the parts may unpack to: a small archive may unpack to no end."""
_NOTES = re.compile(r"word/(?:footnotes|endnotes)\d*\.xml")
_AROUND = re.compile(r"word/(?:header|footer|comments)\d*\.xml")
_STYLES = re.compile(r"word/styles\d*\.xml")
_QUOTING = frozenset({"quote", "intensequote", "blocktext", "quotations"})
"""Styles for block quotes by their names, which no translation of the program changes."""
_SKIPPED = frozenset({"del", "moveFrom", "instrText", "delText", "footnoteReference", "rt"})
"""What is no part of the text: also how East Asian characters are pronounced (``rt``)."""
_REPEATED = frozenset({"Fallback"})
"""What older programs are to draw instead of a text box: the same words again."""
_MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
"""Characters that Word keeps as elements."""
_CLOCK = re.compile(r"(?:\d{1,2}:){1,2}\d{2}(?:[.,]\d{1,3})?(?:\s*-+>?\s*[\d:.,]+)?")


@dataclass(frozen=True, slots=True)
class Word:
    """The text of a Word document.

    Attributes:
        paragraphs: Those of the body in order, text boxes and tables included; what tracked
            changes inserted is in them, and what they deleted is not.
        notes: Footnotes and endnotes.
        around: Running heads and feet, and the comments of reviewers.
        deleted: The passages that tracked changes deleted, those of white space aside.
        quoted: Places in `paragraphs` of those in a style for block quotes.
    """

    paragraphs: tuple[str, ...]
    notes: tuple[str, ...]
    around: tuple[str, ...]
    deleted: tuple[str, ...]
    quoted: frozenset[int] = frozenset()


def main_part(archive: zipfile.ZipFile) -> str | None:
    """Return the part of the archive that holds the text; None if it is no Word document."""
    return next((each for each in archive.namelist() if _MAIN.fullmatch(each)), None)


def read_word(data: bytes, name: str) -> Word:
    """Read a Word document.

    Args:
        data: The file's bytes.
        name: The file's name, for messages.

    Raises:
        ReadingError: The archive is damaged, protected, or unpacks to too much.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            main = main_part(archive) or "word/document.xml"
            notes = [each for each in names if _NOTES.fullmatch(each)]
            around = [each for each in names if _AROUND.fullmatch(each)]
            looks = [each for each in names if _STYLES.fullmatch(each)]
            read = (main, *notes, *around, *looks)
            if sum(archive.getinfo(each).file_size for each in read) > _MAX_XML:
                raise ReadingError(
                    name,
                    f"{name} unpacks to more than {_MAX_XML // (1024 * 1024)} MB; that is no "
                    "transcript.",
                )
            root = _part(archive, main)
            beside = [_part(archive, each) for each in notes]
            outside = [_part(archive, each) for each in around]
            styles: list[etree._Element] = []
            with suppress(etree.XMLSyntaxError):  # no words are in them
                styles += [_part(archive, each) for each in looks]
    except etree.XMLSyntaxError as error:
        raise ReadingError(name, f"{name} is a damaged Word document: {error}.") from error
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
            f"{name} is a damaged or protected Word document. Open it in a word processor and "
            "save it again.",
        ) from error
    deleted = (
        "".join(text.text or "" for text in element.iter() if local(text) in ("delText", "t"))
        for element in root.iter()
        if local(element) == "del"  # what was moved stands elsewhere in the text
    )
    quoting = _quoting(styles)
    lines = list(_styled(root))
    return Word(
        tuple(line for line, _ in lines),
        tuple(line for part in beside for line in _filled(_notes(part))),
        tuple(dict.fromkeys(line for part in outside for line in _filled(_paragraphs(part)))),
        tuple(_filled(deleted)),
        frozenset(place for place, (_, style) in enumerate(lines) if style in quoting),
    )


def _quoting(styles: Iterable[etree._Element]) -> frozenset[str]:
    """Return the ids of the styles for block quotes, and of those made from them."""
    names = {each: each for each in ("Quote", "IntenseQuote", "BlockText", "Quotations")}
    made_from: dict[str, str] = {}
    for style in (each for part in styles for each in part if local(each) == "style"):
        values = {local(child): _value(child) for child in style}
        of = _value(style, "styleId")
        names[of] = values.get("name", of)
        made_from[of] = values.get("basedOn", "")
    quoting = {of for of, name in names.items() if name.replace(" ", "").lower() in _QUOTING}
    while more := {of for of, base in made_from.items() if base in quoting} - quoting:
        quoting |= more
    return frozenset(quoting)


def _value(element: etree._Element, attribute: str = "val") -> str:
    found = (value for name, value in element.items() if name.rpartition("}")[2] == attribute)
    return next(found, "")


def _part(archive: zipfile.ZipFile, part: str) -> etree._Element:
    with archive.open(part) as file:
        xml = file.read(_MAX_XML)  # no more than the archive says that it unpacks to
    # A parser is no longer safe to use after it refused a document: each part has its own.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(xml, parser)


def _filled(lines: Iterable[str]) -> Iterator[str]:
    return (" ".join(line.split()) for line in lines if line.strip())


def _notes(root: etree._Element) -> Iterator[str]:
    """Yield each note in one line; separators, which Word keeps among them, are empty."""
    for note in root:
        yield " ".join(_paragraphs(note))


def _paragraphs(element: etree._Element) -> Iterator[str]:
    return (line for line, _ in _styled(element))


def _styled(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield each paragraph with the id of its style, "" where it has none."""
    for child in element:
        name = local(child)
        if name == "tbl" and (rows := _speech_rows(child)) is not None:
            yield from ((row, "") for row in rows)
        elif name == "p":
            yield "".join(_text(child)), _style(child)
            # Text boxes hang inside a paragraph and hold paragraphs of their own.
            yield from _boxes(child)
        elif name not in _SKIPPED and name not in _REPEATED:
            yield from _styled(child)


def _style(paragraph: etree._Element) -> str:
    looks = next((child for child in paragraph if local(child) == "pPr"), ())
    return next((_value(each) for each in looks if local(each) == "pStyle"), "")


def _boxes(element: etree._Element) -> Iterator[tuple[str, str]]:
    for child in element:
        name = local(child)
        if name == "txbxContent":
            yield from _styled(child)
        elif name not in _SKIPPED and name not in _REPEATED:
            yield from _boxes(child)


def _text(element: etree._Element) -> Iterator[str]:
    """Yield a paragraph's text, without that of its text boxes."""
    for child in element:
        name = local(child)
        if name == "t":
            yield child.text or ""
        elif name in _MARKS:
            yield _MARKS[name]
        elif name not in _SKIPPED and name not in _REPEATED and name != "p":
            yield from _text(child)


def _speech_rows(table: etree._Element) -> list[str] | None:
    """Return a table of times, names and words as dialogue; None for any other table."""
    rows = [
        [_cell(cell) for cell in row if local(cell) == "tc"] for row in table if local(row) == "tr"
    ]
    rows = [row for row in rows if any(row)]
    said = [line for row in rows if (line := _said(row)) is not None]
    if len(said) < 2 or len(said) < 0.8 * len(rows):
        return None
    return [_said(row) or "\t".join(filter(None, row)) for row in rows]


def _cell(cell: etree._Element) -> str:
    return "\n".join(line for line in _paragraphs(cell) if line.strip())


def _said(row: list[str]) -> str | None:
    cells = [cell for cell in row if cell]
    clock = next((cell for cell in cells if _CLOCK.fullmatch(cell)), "")
    words = [cell for cell in cells if cell != clock]
    if len(words) != 2 or "\n" in words[0] or len(words[0]) > 100:
        return None
    label = words[0].rstrip(": ")
    if shape(label) is Shape.NONE:
        return None
    return f"[{clock}] {label}: {words[1]}" if clock else f"{label}: {words[1]}"
