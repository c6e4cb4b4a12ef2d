"""The block of keys and values above a Markdown text."""

from __future__ import annotations

import re

_FENCE = re.compile(r"\A\s*---[ \t]*\n(?P<body>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY = re.compile(r"(?P<key>[A-Za-z][\w .-]{0,40}?)[ \t]*:(?:[ \t]+(?P<value>.*)|[ \t]*)$")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>.*)$")
_LOOK = 20_000
_ESCAPES = {"_": "\u00a0", '"': '"', "\\": "\\", "n": " ", "t": " "}
_ESCAPE = re.compile(r"\\(?:(?P<mark>[_\"\\nt])|u(?P<code>[0-9A-Fa-f]{4}))")


def split_front_matter(text: str) -> tuple[dict[str, list[str]], str]:
    """Separate the front matter from the text below it.

    Only what transcripts use of YAML is understood: text, quoted or not and perhaps over
    several lines, and lists of text.

    Args:
        text: A whole file.

    Returns:
        Each key, folded, with its values; and the rest. No keys where there is no block.
    """
    found = _FENCE.match(text[:_LOOK])
    if found is None:
        return {}, text
    values: dict[str, list[str]] = {}
    key = ""
    for line in found["body"].split("\n"):
        named = _KEY.match(line)
        item = _ITEM.match(line)
        if named and not line[:1].isspace():
            key = named["key"].casefold()
            values[key] = _inline(named["value"] or "")
        elif item and key:
            values[key].append(item["value"])
        elif key and line.strip():
            last = values[key].pop() if values[key] else ""
            joined = last[:-1] if last.endswith("\\") else f"{last} "
            values[key].append(joined + line.strip().removeprefix("\\"))
    plain = {key: [_unquoted(v) for v in entries if v.strip()] for key, entries in values.items()}
    return plain, text[found.end() :]


def _inline(value: str) -> list[str]:
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return [part.strip() for part in value[1:-1].split(",")]
    return [value] if value and value not in ("|", ">", "|-", ">-") else []


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] == '"':
        return _ESCAPE.sub(_escaped, value[1:-1])
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return value


def _escaped(found: re.Match[str]) -> str:
    return _ESCAPES[found["mark"]] if found["mark"] else chr(int(found["code"], 16))
