"""Meetings made by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from made_by_hand import paragraph

from tui.model import (
    Attribution,
    Block,
    Meeting,
    Participant,
    Source,
    Turn,
)

MakeMeeting = Callable[..., Meeting]


@pytest.fixture(scope="session")
def make_meeting() -> MakeMeeting:
    """Build a meeting of turns ``(speaker, text or texts[, role])`` and blocks."""

    def make(*parts: Block | Sequence[object], **metadata: object) -> Meeting:
        body: list[Turn | Block] = []
        names: dict[str, str | None] = {}
        number = 0
        for part in parts:
            if isinstance(part, Block):
                body.append(part)
                continue
            speaker, texts, role = (*part, None)[:3]
            number += 1
            blocks = tuple(
                one if isinstance(one, Block) else paragraph(one)
                for one in ([texts] if isinstance(texts, str) else texts)
            )
            body.append(
                Turn(number, speaker, role, speaker or "", None, Attribution.PRINTED, blocks)
            )
            if speaker:
                names.setdefault(speaker, role)
        values = {
            "id": "2013-05-29/astana-test",
            "title": "Untitled",
            "summary": "",
            "date": "2013-05-29",
            "time": "12:45",
            "place": "Astana",
            "source": Source("test.txt", None, "test", "0" * 64),
            "people": tuple(Participant(name, role, name) for name, role in names.items()),
            "body": tuple(body),
        }
        return Meeting(**{**values, **metadata})

    return make
