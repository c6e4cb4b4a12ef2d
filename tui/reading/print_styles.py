"""Labels that stand before something else than a colon, rewritten as ``Name: words``.

``[Name] words``, ``Name – words``, ``Name (Party). – words``, a name and a tabulator, two
cells of a table; and labels behind a bullet, a quotation's mark or a chat's date. A style
is believed only where the same names come again in it, and only one in a document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from tui.reading.printed_label import Shape, shape

_NAME = r"(?P<label>[^\W\d_a-zß-öø-ÿ][^|\t\n:\[\]()]{0,70}?(?:\s?\([^()\n]{2,60}\))?)"
_CHAIRED = re.compile(rf"\s*{_NAME}\.\s[–—-]\s(?P<rest>\S.*)", re.DOTALL)
"""``President. – Words``, as the European Parliament prints it."""
_CHAIR_WORDS = """
president presidente präsident präsidentin voorzitter presidentă preşedinte przewodnicząca
przewodniczący puhemies talmannen formanden elnök předseda předsedkyně
"""
_CHAIRS = frozenset((*_CHAIR_WORDS.split(), "le président", "la présidente", "die präsidentin"))
_STYLES = (
    (("[",), re.compile(rf"\s*\[{_NAME}\]\s+(?P<rest>\S.*)", re.DOTALL)),
    (("|",), re.compile(rf"\s*\|\s*{_NAME}\s*\|\s*(?P<rest>[^|]*\S[^|]*?)\s*\|\s*")),
    (("\t",), re.compile(rf"\s*{_NAME}\t+\s*(?P<rest>\S.*)", re.DOTALL)),
    ((". –", ". —", ". -"), _CHAIRED),
    (
        (" – ", " — ", " - ", " -- "),
        re.compile(rf"\s*{_NAME}\s(?:[–—-]|--)\s(?P<rest>\S.*)", re.DOTALL),
    ),
)
"""What stands between label and words, and how both look around it."""
_PREFIXES = (
    re.compile(r"\s*(?:[-*•·‣]|>)\s+(?=\S)"),
    re.compile(
        r"\s*\[?\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? (?P<hour>\d{1,2}):(?P<minute>\d{2})"
        r"(?::(?P<second>\d{2}))?(?P<half>[\s\u202f]?[AaPp]\.?[Mm]\.?)?(?:\]| [-–]) (?=\S)"
    ),
)
_LABELLED = re.compile(r"(?P<label>[^\s:][^:\n]{0,70}?)\s?:\s")
_SAID = re.compile(r"[.!?…,;:—–\"”’)»-]\s*\Z")
"""How words that somebody says end; the office behind a name does not."""
_LONG = 100
_LOOK = 240
_REACH = 150
"""Characters of a line within which a label and what parts it from the words stand."""
_SHARE = 0.3
"""The share of paragraphs that a style opens where it is a document's."""


def with_colons(lines: Sequence[str]) -> list[str]:
    """Return the lines with their labels before colons.

    Args:
        lines: A document's lines; without one of the styles they come back as they are.
    """
    filled = [line for line in lines if line.strip()]
    for prefix in _PREFIXES:
        if _is_prefixed(filled, prefix):
            return [_without(line, prefix) for line in lines]
    heads = [line[:_REACH] for line in filled]
    joined = "\n".join(heads)
    for signs, style in _STYLES:
        present = [sign for sign in signs if sign in joined]
        if not present:
            continue
        beside = zip(filled, heads, strict=True)
        marked = [line for line, head in beside if [sign for sign in present if sign in head]]
        labels = _labels(marked, style, len(filled)) if len(marked) > 1 else set()
        if labels:
            return [_colon(line, style, labels) for line in lines]
    return list(lines)


def _is_prefixed(lines: Sequence[str], prefix: re.Pattern[str]) -> bool:
    behind = [
        line[found.end() :]
        for line in lines
        if not line[:1].isalpha() and (found := prefix.match(line[:_LOOK]))
    ]
    if len(behind) < 4:
        return False
    labels = Counter(found["label"] for line in behind if (found := _LABELLED.match(line)))
    again = _again(labels, lambda label: label in ("Q", "A") or shape(label) is not Shape.NONE)
    return sum(labels[label] for label in again) * 2 > len(behind)


def _without(line: str, prefix: re.Pattern[str]) -> str:
    found = prefix.match(line[:_LOOK])
    if found is None:
        return line
    clock = ""
    if "hour" in prefix.groupindex:
        late = (found["half"] or "").strip().casefold()
        hour = int(found["hour"]) % 12 if late else int(found["hour"])
        hour += 12 * late.startswith("p")
        clock = f"[{hour:02}:{found['minute']}:{found['second'] or '00'}] "
    return clock + line[found.end() :]


def _labels(lines: Sequence[str], style: re.Pattern[str], paragraphs: int) -> set[str]:
    found = [match for line in lines if (match := style.fullmatch(line))]
    if len(found) < (2 if style is _CHAIRED else 4):
        return set()
    said = [m for m in found if len(m["rest"]) > _LONG or _SAID.search(m["rest"][-6:])]
    labels = Counter(match["label"] for match in said)
    again = _again(labels, lambda label: shape(label) is not Shape.NONE)
    if not again and style is _CHAIRED and not _CHAIRS.isdisjoint(map(str.casefold, labels)):
        again = {label for label in labels if shape(label) is not Shape.NONE}
        return again if len(again) > 1 else set()
    opened = sum(labels[label] for label in again)
    if len(said) * 3 < len(found) * 2 or opened < _SHARE * paragraphs:
        return set()
    return {label for label in labels if label in again or shape(label) is Shape.STRONG}


def _again(labels: Counter[str], is_name: Callable[[str], bool]) -> set[str]:
    """Return the names that come again; nothing where they are fewer than two."""
    again = {label for label, times in labels.items() if times > 1 and is_name(label)}
    return again if len(again) > 1 else set()


def _colon(line: str, style: re.Pattern[str], labels: set[str]) -> str:
    found = style.fullmatch(line)
    return f"{found['label']}: {found['rest']}" if found and found["label"] in labels else line
