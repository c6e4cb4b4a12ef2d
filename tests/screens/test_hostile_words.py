"""Words that try to be something else, in every place a document can put them."""

from __future__ import annotations

import json
import unicodedata

import pytest

from tui.library.open import create_library, open_library
from tui.model import (
    Attribution,
    Block,
    BlockKind,
    Meeting,
    Participant,
    Reference,
    Source,
    Turn,
)
from tui.reading.schema import encode

HOSTILE = {
    "markup-open": "[/",
    "markup": "[red]x[/red] [@click=app.quit]y[/]",
    "escape": "\x1b[31mred\x1b]52;c;ZXZpbA==\x07 \x9b2J",
    "tabs": "a\tb\t\tc",
    "cjk": "会議の議事録" * 12,
    "combining": "e\u0301a\u0308" * 30,
    "right-to-left": "שלום \u202eevil\u202c عليكم",
    "long": "x" * 5000,
    "family": "👩‍👩‍👧 waves",
    "empty": "",
}


def meeting(words: str) -> Meeting:
    paragraph = Block(BlockKind.PARAGRAPH, words)
    outside = tuple(
        Block(kind, words or "-")
        for kind in BlockKind
        if kind not in (BlockKind.PARAGRAPH, BlockKind.SEE_ALSO)
    )
    name = words.strip() or "A"
    turns = (
        Turn(1, name, words or None, name, None, Attribution.PRINTED, (paragraph, *outside)),
        Turn(2, None, None, "", None, Attribution.INFERRED, (paragraph,)),
    )
    return Meeting(
        id="2001-02-03/x-aaaa",
        title=words or "-",
        summary=words,
        date="2001-02-03",
        time=None,
        place=words,
        source=Source(words[:20].replace("/", "") or "x", None, "schema-json", "0" * 64),
        people=(Participant(name, words or None, name),),
        body=(*outside, *turns),
        see_also=(Reference(words or "-", None, None),),
        geography=(words,),
        topics=(words,),
        persons=(words,),
    )


@pytest.fixture(params=HOSTILE.values(), ids=HOSTILE)
def hostile_library(request, tmp_path, empty_home):
    file = tmp_path / "hostile.json"
    file.write_text(json.dumps(encode(meeting(request.param))), encoding="utf-8")
    create_library(tmp_path / "library", empty=True)
    library = open_library(tmp_path / "library")
    results = list(library.import_files([file]))
    assert [result.status for result in results] == ["imported"], results
    return library


async def test_nothing_of_a_document_reaches_the_terminal_as_control(hostile_library, reading):
    async with reading(library=hostile_library, size=(100, 30)) as reader:
        for keys in (
            ("G",),
            ("g",),
            ("h",),
            ("/", "x", "enter"),
            ("?", "escape"),
            ("y",),
            ("Y", "enter"),
        ):
            await reader.press(*keys)
            shown = reader.text()
            controls = {c for c in shown if unicodedata.category(c) == "Cc" and c != "\n"}
            assert not controls
            assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(shown)
        assert "defect" not in reader.text()


async def test_the_palette_shows_them_too(hostile_library, reading):
    async with reading(library=hostile_library, size=(100, 30)) as reader:
        await reader.press(":")
        await reader.type("2001")
        assert "3 February 2001" in reader.text()
