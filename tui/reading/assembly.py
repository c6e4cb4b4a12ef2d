"""From a reader's findings to a `Meeting`: numbers, people, identity."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tui.model import (
    Attribution,
    Block,
    BlockKind,
    Meeting,
    Participant,
    Reference,
    Source,
    SpanKind,
    Turn,
)
from tui.reading.identity import meeting_id
from tui.reading.labels import Label
from tui.reading.reader import Document


@dataclass(slots=True)
class Findings:
    """What a reader has found so far; `assemble` makes the meeting of it.

    Attributes are those of `Meeting`; ``furniture`` and ``repairs`` those of its source.
    """

    title: str = ""
    summary: str = ""
    date: str | None = None
    time: str | None = None
    place: str = ""
    url: str | None = None
    body: list[Turn | Block] = field(default_factory=list)
    see_also: list[Reference] = field(default_factory=list)
    geography: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    published: str | None = None
    warnings: list[str] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)
    repairs: list[str] = field(default_factory=list)

    def turn(
        self,
        label: Label | None,
        blocks: Iterable[Block],
        *,
        attribution: Attribution = Attribution.PRINTED,
        start: float | None = None,
        end: float | None = None,
    ) -> None:
        """Append a turn; its number is given by `assemble`.

        Args:
            label: Who speaks; None where the source does not say.
            blocks: What is said, and what interrupts it.
            attribution: How the speaker is known.
            start: Seconds from the beginning of the recording.
            end: Likewise.
        """
        self.body.append(
            Turn(
                number=0,
                speaker=label.name if label else None,
                role=label.role if label else None,
                label=label.text if label else "",
                label_note=label.note if label else None,
                attribution=attribution,
                blocks=tuple(blocks),
                start=start,
                end=end,
            )
        )


def assemble(document: Document, format_name: str, findings: Findings) -> Meeting:
    """Return the meeting, its turns numbered, its people listed, its id given.

    Args:
        document: The source.
        format_name: The reader's name.
        findings: What it found.
    """
    body = _numbered(findings.body)
    turns = [part for part in body if isinstance(part, Turn)]
    warnings = list(findings.warnings)
    if not turns:
        warnings.append("No speaker is named in this document; its text is kept as narrative.")
    return Meeting(
        id=meeting_id(
            findings.date,
            findings.time,
            findings.place,
            findings.title,
            content=document.sha256,
        ),
        title=findings.title,
        summary=findings.summary,
        date=findings.date,
        time=findings.time,
        place=findings.place,
        source=Source(
            name=document.name,
            url=findings.url,
            format=format_name,
            sha256=document.sha256,
            repairs=(*document.repairs, *findings.repairs),
            furniture=tuple(findings.furniture),
        ),
        people=people_of(turns),
        body=tuple(body),
        see_also=tuple(findings.see_also),
        geography=tuple(findings.geography),
        topics=tuple(findings.topics),
        persons=tuple(findings.persons),
        sections=tuple(findings.sections),
        published=findings.published,
        partial=_is_partial(body),
        warnings=tuple(warnings),
    )


def _numbered(body: Sequence[Turn | Block]) -> list[Turn | Block]:
    number = 0
    numbered: list[Turn | Block] = []
    for part in body:
        if isinstance(part, Turn):
            number += 1
            part = Turn(
                number,
                part.speaker,
                part.role,
                part.label,
                part.label_note,
                part.attribution,
                part.blocks,
                part.start,
                part.end,
            )
        numbered.append(part)
    return numbered


def people_of(turns: Iterable[Turn]) -> tuple[Participant, ...]:
    """Return those who speak, in order of their first turn, with their fullest label."""
    people: dict[str, Participant] = {}
    for turn in turns:
        if turn.speaker is None:
            continue
        known = people.get(turn.speaker)
        if known is None or (known.role is None and turn.role is not None):
            people[turn.speaker] = Participant(turn.speaker, turn.role, turn.label)
    return tuple(people.values())


def _is_partial(body: Iterable[Turn | Block]) -> bool:
    """Say whether the source marks an omission anywhere."""
    for part in body:
        for block in part.blocks if isinstance(part, Turn) else (part,):
            if block.kind is BlockKind.ELISION:
                return True
            if block.spans and any(span.kind is SpanKind.ELISION for span in block.spans):
                return True
    return False
