"""JSON and JSON Lines from strangers: parsed whole, or refused with a reason."""

from __future__ import annotations

import json
import re

from tui.reading.errors import ReadingError
from tui.reading.reader import Document

_BEGINS = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]])")


def looks_like_json(document: Document) -> bool:
    """Whether the text begins as an object or a list of objects does."""
    return _BEGINS.match(document.text[:200]) is not None


def load(document: Document) -> object:
    """Return the value of a JSON file; of JSON Lines, the list of its values.

    Raises:
        ReadingError: The text is no JSON, or is nested too deeply to be read.
    """
    try:
        return json.loads(document.text)
    except ValueError as error:
        values = _lines(document)
        if values is not None:
            return values
        raise ReadingError(
            document.name, f"{document.name} is damaged JSON: {error}. Export it again."
        ) from error
    except RecursionError as error:
        raise _too_deep(document) from error


def _too_deep(document: Document) -> ReadingError:
    return ReadingError(
        document.name, f"{document.name} is nested too deeply to be a transcript in JSON."
    )


def _lines(document: Document) -> list[object] | None:
    lines = [line for line in document.text.split("\n") if line.strip()]
    if len(lines) < 2:
        return None
    try:
        return [json.loads(line) for line in lines]
    except ValueError:
        return None
    except RecursionError as error:
        raise _too_deep(document) from error
