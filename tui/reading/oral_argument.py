"""Oral arguments in JSON: sections of turns, turns of timed blocks of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from tui.model import Attribution, Block, BlockKind, Turn
from tui.reading.blocks import is_aside, paragraph
from tui.reading.json_fields import Object, end_of, objects, start_of
from tui.reading.printed_label import Label, take_apart


def sections_of(value: object) -> list[Object] | None:
    """Return the sections of an oral argument, whose turns hold blocks of text."""
    for place in (value, value.get("transcript") if isinstance(value, Mapping) else None):
        if not isinstance(place, Mapping):
            continue
        sections = objects(place.get("sections"))
        if any("turns" in section for section in sections):
            return sections
        if any("text_blocks" in turn for turn in objects(place.get("turns"))):
            return [place]
    return None


def argument(sections: Iterable[Object]) -> Iterator[Turn | Block]:
    """Yield the turns; a block of text is a paragraph, and a remark of nobody an aside."""
    for turn in (turn for section in sections for turn in objects(section.get("turns"))):
        blocks = tuple(
            paragraph(
                " ".join(str(block.get("text") or "").split()), start_of(block), end_of(block)
            )
            for block in objects(turn.get("text_blocks"))
            if str(block.get("text") or "").strip()
        )
        if not blocks:
            continue
        speaker = turn.get("speaker")
        label, role = None, None
        if isinstance(speaker, Mapping):
            name = speaker.get("name") or speaker.get("last_name")
            label = Label(name, name) if isinstance(name, str) and name.strip() else None
            role = _office(speaker.get("roles"))
        elif isinstance(speaker, str) and speaker.strip():
            label = take_apart(speaker)
        if label is None and all(is_aside(block.text) for block in blocks):
            yield from (replace(block, kind=BlockKind.ASIDE) for block in blocks)
            continue
        yield Turn(
            0,
            label.speaker if label else None,
            role if label else None,
            label.printed if label else "",
            label.note if label else None,
            Attribution.PRINTED if label else Attribution.INFERRED,
            blocks,
            start_of(turn),
            end_of(turn),
        )


def _office(roles: object) -> str | None:
    """Return the office of a speaker who has exactly one; several need a date to choose."""
    titles = {role.get("role_title") for role in objects(roles)} - {None}
    title = titles.pop() if len(titles) == 1 else None
    return title if isinstance(title, str) else None
