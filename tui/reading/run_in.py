"""Dialogue whose line breaks an extractor lost: one paragraph holds many speakers.

A page flattened by an extractor reads ``Q: Where do you live? A: Here. THE COURT: Next.``;
one whose markup was dropped prints a name and the first word as one: ``MR. EXAMPLEI rise``.
Either is undone only where the whole document is printed so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tui.reading.printed_label import Shape, is_anonymous, shape

_LONG = 160
"""A shorter line is no paragraph that holds a dialogue."""
_MANY = 4
"""So many labels stand inside a document's paragraphs before they are believed."""
_LOOK = 2_000_000
_COURTESY = r"(?:Mr|Mrs|Ms|Miss|Dr|MR|MRS|MS|DR)\."
_LABEL = (
    rf"(?:[QA]|(?:{_COURTESY} )?(?:[A-Z][A-Z'’.-]*[A-Z](?: (?:[A-Z][A-Z'’.-]*[A-Z]|[A-Z]\.)){{0,4}}"
    r"|[A-Z][a-z][\w'’-]*(?: (?:[A-Z][\w'’-]+|[A-Z]\.|de|van|von|la)){0,3}))"
)
_INSIDE = re.compile(
    rf"(?:(?<![^\s])|(?<=[a-z][.!?…”]))(?P<label>(?:[A-Z]\. )?{_LABEL})\s?:(?=\s+\S|\s*\Z)"
)
_NUMBERED = re.compile(r"\s{0,8}(?P<number>\d{1,5})\.\s+(?=\S)")
_SENTENCE = re.compile(r"(?:[.!?…—–\])\"”’]|--)\s*(?:\d{1,3}\s+)?\Z")
_ABBREVIATED = re.compile(rf"\b{_COURTESY}\s*\Z")
_REPORTED = r"(?:said|asked|moved|replied|rose|wished|thought|begged|observed|inquired|hoped)\b"
_GLUED = re.compile(
    r"\s*(?P<mark>§\s*)?(?P<label>(?:MR|MRS|MISS|DR|SIR|LORD|LADY|VISCOUNT|EARL|COLONEL|CAPTAIN|"
    r"GENERAL|ADMIRAL|MAJOR|SERJEANT|ALDERMAN|BARON|THE)\b\.?(?: (?:OF|DE|[A-Z]\.|"
    r"[A-Z][A-Z'’.-]*[A-Z]))*? ?[A-Z][A-Z'’-]*?[A-Z])"
    rf"(?P<rest>(?:[A-Z](?!{_REPORTED})[a-z]|(?:I|A) [a-z]|{_REPORTED}).*)",
    re.DOTALL,
)


def without_run_ins(lines: Sequence[str]) -> list[str]:
    """Return the lines, each speaker's words beginning one where they ran into each other.

    Args:
        lines: A document's lines; those that are not printed so come back as they are.
    """
    return _unglued(_divided(_unnumbered(list(lines))))


def _unnumbered(lines: list[str]) -> list[str]:
    """Take the numbers from lines that a listing numbered one by one, labels among them."""
    found = {i: m for i, line in enumerate(lines) if (m := _NUMBERED.match(line[:_LONG]))}
    first = next((i for i, m in found.items() if m["number"] == "1"), None)
    filled = [
        i for i, line in enumerate(lines) if line.strip() and first is not None and i >= first
    ]
    if len(filled) < _MANY or any(
        i not in found or int(found[i]["number"]) != n for n, i in enumerate(filled, start=1)
    ):
        return lines
    labels = Counter(m["label"] for i in filled if (m := _INSIDE.match(lines[i], found[i].end())))
    if not any(times > 1 and _named(label) for label, times in labels.items()):
        return lines
    return [line[found[i].end() :] if i in found else line for i, line in enumerate(lines)]


def _divided(lines: list[str]) -> list[str]:
    long = [line for line in lines if _LONG < len(line) <= _LOOK and line.count(":") > 1]
    if not long:
        return lines
    inside: Counter[str] = Counter()
    opening: Counter[str] = Counter()
    for line in lines:
        if ":" not in line:
            continue
        for found in _INSIDE.finditer(line[:_LOOK]):
            if not line[: found.start()].strip():
                opening[found["label"]] += 1
            elif _SENTENCE.search(line, max(0, found.start() - 8), found.start()):
                inside[found["label"]] += 1
    again = {name for name, times in inside.items() if times + opening[name] > 1 and _named(name)}
    held = sum(inside[name] for name in again)
    if len(again) < 2 or held < _MANY or held <= sum(opening[name] for name in opening):
        return lines
    return [piece for line in lines for piece in _pieces(line, again)]


def _named(label: str) -> bool:
    return label in ("Q", "A") or shape(label) is not Shape.NONE


def _pieces(line: str, again: set[str]) -> list[str]:
    """Cut a line before the labels that come again, and before the names after sentences."""
    if len(line) > _LOOK or ":" not in line:
        return [line]
    cuts = [0]
    for found in _INSIDE.finditer(line):
        begin = found.start()
        label = found["label"]
        before = line[:begin].strip()
        if before.isdigit() and len(before) < 4:
            cuts.append(begin)  # the number of a page
            continue
        if not before or _ABBREVIATED.search(line, max(0, begin - 6), begin):
            continue
        ended = _SENTENCE.search(line, max(0, begin - 8), begin) is not None
        strong = shape(label) is Shape.STRONG and (label.isupper() or not is_anonymous(label))
        if (label in again and (ended or label.isupper())) or (ended and strong):
            cuts.append(begin)
    return [line[a:b] for a, b in zip(cuts, [*cuts[1:], len(line)], strict=True)]


def _unglued(lines: list[str]) -> list[str]:
    found = {
        index: glued
        for index, line in enumerate(lines)
        if line[:6].isupper() and (glued := _GLUED.fullmatch(line))
    }
    if len(found) < 2:
        return lines
    return [
        f"{found[index]['label']}: {found[index]['rest']}" if index in found else line
        for index, line in enumerate(lines)
    ]
