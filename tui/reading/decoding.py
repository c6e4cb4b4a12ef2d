"""From bytes to a `Document`: character sets, line ends, encoding damage."""

from __future__ import annotations

import codecs
import hashlib
import re

from tui.reading.errors import ReadingError
from tui.reading.reader import Document

MAX_BYTES = 128 * 1024 * 1024
"""Largest file that is read. A day of parliament has about one million bytes."""

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""\A\s*<\?xml[^>]{0,200}?encoding=["']([A-Za-z0-9._-]{1,40})["']""")
_CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\b\x1b")) + b"\x7f"
_SAMPLE = 64 * 1024
_AS_LIKELY = 0.1
"""Difference in charset-normalizer's measure of mess that says nothing."""
# A UTF-8 lead byte and a continuation byte, both read as one-byte characters: the shape that
# ftfy's slower judgement is asked about. Continuations are what cp1252 and cp1251 make of them.
_SUSPECT = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
    "|[\u0420\u0421\u0432][\u0402-\u040f\u0452-\u045f\u2013-\u2026\u2030\u2039\u203a\u20ac\u2122]"
)
_SUSPECT_LEADS = (b"\xc3", b"\xd0")
"""How each of them begins in UTF-8: a text without these is told apart at once."""


_FOREIGN = {
    b"%PDF-": "a PDF, which says nothing of its lines; save its text (pdftotext -layout) instead.",
    b"{\\rtf": "in Rich Text Format; save it as a Word document (.docx) or as text instead.",
    b"\xd0\xcf\x11\xe0": "of an old Office format; save it as a Word document (.docx) or as text.",
}
"""Formats that begin as text does, or that people take for one that is read."""
_SIGNATURE = 64


def decode(data: bytes, name: str, *, mending: bool = True) -> Document:
    """Decode a file.

    A file that is not text (a Word document, say) becomes a document with empty text:
    readers of such formats look at the bytes.

    Args:
        data: The file's bytes.
        name: The file's name, without its folder.
        mending: Whether encoding damage is undone; not in what we wrote ourselves.

    Raises:
        ReadingError: The file is empty, too large, or holds nothing but white space.
    """
    if not data:
        raise ReadingError(name, f"{name} is empty.")
    if len(data) > MAX_BYTES:
        megabytes = len(data) // (1024 * 1024)
        raise ReadingError(
            name,
            f"{name} has {megabytes} MB; files of up to {MAX_BYTES // (1024 * 1024)} MB are "
            "read. Split it, or check that it is a transcript.",
        )
    for signature, what in _FOREIGN.items():
        if data[:_SIGNATURE].lstrip().startswith(signature):
            raise ReadingError(name, f"{name} is {what}")
    digest = hashlib.sha256(data).hexdigest()
    decoded = _decode(data)
    if decoded is None:
        return Document(name, data, "", digest)
    text, repairs = decoded
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text or text.isspace():
        raise ReadingError(name, f"{name} holds nothing but white space.")
    mended: tuple[str, ...] = ()
    if mending:
        text, mended = mend(text)
    return Document(name, data, text, digest, (*repairs, *mended))


def _decode(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    """Return the text and what was done to get it, or None for what is not text."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data[len(bom) :].decode(encoding), ()
            except UnicodeDecodeError:
                break
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROL))
    binary = controls * 20 > len(sample)
    if not binary:
        try:
            return data.decode("utf-8"), ()
        except UnicodeDecodeError as error:
            damaged_at = error.start
    declared = _DECLARED.match(data)
    if declared:
        encoding = declared[1].decode("ascii")
        try:
            return data.decode(encoding), ()
        except (LookupError, UnicodeDecodeError):
            pass
    if binary:
        return _utf16_without_mark(data)
    if damaged_at >= len(data) - 4:
        # A file cut off inside its last character is still UTF-8.
        return (
            data.decode("utf-8", errors="replace"),
            ("The file ends inside a character; it was replaced by U+FFFD.",),
        )
    return _guessed(data)


def _utf16_without_mark(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    """Read UTF-16 that lacks its byte-order mark: every second byte of Latin text is 0."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2 or 1
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if sample[offset::2].count(0) > 0.6 * half and sample[1 - offset :: 2].count(0) == 0:
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            return text, (f"Read as {encoding.upper()}; the file does not say so.",)
    return None


def _guessed(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    from charset_normalizer import from_bytes

    matches = from_bytes(data[: 4 * _SAMPLE])
    best = matches.best()
    candidates = [best.encoding] if best is not None else []
    if best is not None and any(
        "cp1252" in match.could_be_from_charset and match.chaos <= best.chaos + _AS_LIKELY
        for match in matches
    ):
        # Western Europe's character set and its neighbours' look alike; it is the commonest.
        candidates.insert(0, "cp1252")
    for encoding in (*candidates, "cp1252"):
        try:
            text = data.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
        shown = encoding.replace("_", "-")
        return text, (f"Read as {shown}, judged from the bytes; the file is not UTF-8.",)
    return (
        data.decode("utf-8", errors="replace"),
        ("Bytes that are no UTF-8 were replaced by U+FFFD.",),
    )


def mend(text: str) -> tuple[str, tuple[str, ...]]:
    """Undo encoding damage such as ``<â€¦>`` for ``<…>``, line by line.

    Typography is left alone: quotes, dashes and no-break spaces are the record.

    Args:
        text: Decoded text.

    Returns:
        The mended text, and one sentence for each kind of repair.
    """
    encoded = text.encode("utf-8", "surrogatepass")
    if not any(lead in encoded for lead in _SUSPECT_LEADS) or _SUSPECT.search(text) is None:
        return text, ()
    from ftfy import fix_encoding

    lines = text.split("\n")
    repairs: dict[str, None] = {}
    for number, line in enumerate(lines):
        if len(line) > 100_000 or _SUSPECT.search(line) is None:
            continue
        mended = fix_encoding(line)
        # A repair may not move words to another line.
        if mended == line or "\n" in mended or "\r" in mended:
            continue
        lines[number] = mended
        repairs[f"Encoding damage mended in line {number + 1}: {_changed(line, mended)}."] = None
    return "\n".join(lines), tuple(repairs)


def _changed(before: str, after: str) -> str:
    """Return the first differing stretch of both, for the record of repairs."""
    head = 0
    while head < min(len(before), len(after)) and before[head] == after[head]:
        head += 1
    tail = 0
    limit = min(len(before), len(after)) - head
    while tail < limit and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    return f"“{old[:40]}” → “{new[:40]}”"
