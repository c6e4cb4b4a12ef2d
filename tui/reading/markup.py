"""Foreign HTML and XML, parsed without entities from outside, network or unbounded depth."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree, html

from tui.reading.errors import ReadingError
from tui.reading.reader import Document

_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]{0,2000}(?:\[(?P<subset>.{0,200000}?)\]\s*)?>", re.DOTALL)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_ENTITY = re.compile(r"&(?P<name>[A-Za-z][A-Za-z0-9.]{0,40});")
_DIGIT_ID = re.compile(r"(\bxml:id\s*=\s*[\"']|=\s*[\"']#)(?=\d)")
"""An id that begins with a digit, and what points to it."""
_PREDEFINED = frozenset({"amp", "lt", "gt", "quot", "apos"})
# What XML 1.0 does not allow in a document; recorders leave such bytes behind.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")


def parse_xml(document: Document) -> etree._Element:
    """Parse a document as XML.

    A document type declaration is taken out, and with it every entity it declares; the
    named characters of HTML (``&pound;``, ``&#163;``) stand for themselves.

    Raises:
        ReadingError: It is not well-formed, or nested too deeply.
    """
    text = _FORBIDDEN.sub("", _DECLARATION.sub("", document.text.lstrip("\ufeff"), count=1))
    text = _DOCTYPE.sub("", text, count=1)
    text = _ENTITY.sub(_character, text)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        try:
            return etree.fromstring(text.encode("utf-8"), parser)
        except etree.XMLSyntaxError as error:
            if "NCName" not in str(error):
                raise
            # Ids that begin with a digit are of every day, and harm nobody.
            return etree.fromstring(_DIGIT_ID.sub(r"\1_", text).encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError, RecursionError) as error:
        # The text of a syntax error also names a file, which is none of the reader's.
        what = (error.msg if isinstance(error, etree.XMLSyntaxError) else "") or str(error)
        raise ReadingError(
            document.name,
            f"{document.name} is damaged XML: {what[:160]}. Fetch or export it again.",
        ) from error


def _character(found: re.Match[str]) -> str:
    from html.entities import html5

    name = found["name"]
    if name in _PREDEFINED:
        return found.group()
    # An entity that only the document's own declaration knows stays readable as text.
    return html5.get(f"{name};", f"&amp;{name};").replace("<", "&lt;")


def parse_html(document: Document) -> html.HtmlElement:
    """Parse a document as HTML, forgiving what browsers forgive.

    Raises:
        ReadingError: There is nothing in it.
    """
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    text = _FORBIDDEN.sub("", document.text)
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, RecursionError) as error:
        raise ReadingError(
            document.name, f"{document.name} is no HTML that can be read: {str(error)[:160]}."
        ) from error
    for element in list(root.iter("script", "style", "noscript", "svg", "template")):
        element.drop_tree()
    return root


def words(text: str | None) -> str:
    """Return text with the white space of markup squeezed; no-break spaces stay."""
    return re.sub(r"[ \t\n\r\f\v]+", " ", text or "").strip(" ")


def text_of(element: etree._Element, skip: Iterable[str] = ()) -> str:
    """Return the words of an element and all below it.

    Args:
        element: The element.
        skip: Local names of elements whose words are left out.
    """
    left_out = frozenset(skip)
    return words("".join(_texts(element, left_out)))


def _texts(element: etree._Element, skip: frozenset[str]) -> Iterable[str]:
    yield element.text or ""
    for child in element:
        if local(child) not in skip:
            yield from _texts(child, skip)
        yield child.tail or ""


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace; "" for a comment or an entity."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
