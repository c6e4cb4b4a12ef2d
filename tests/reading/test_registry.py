"""The registry: formats by content, bad files by name and reason."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.data import data_folder
from tui.model import BlockKind, Turn
from tui.reading.decoding import MAX_BYTES, decode, mend
from tui.reading.errors import ReadingError
from tui.reading.registry import formats, read

SEED = sorted(data_folder("seeds").glob("*.txt"))[0]


def test_importing_the_registry_imports_no_format() -> None:
    code = (
        "import sys, tui.reading.registry as r; from tui.reading.formats import MODULES;"
        "sys.exit(any(m in sys.modules for m in MODULES.values()))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_both_layouts_of_the_site_are_known() -> None:
    assert {"web-text", "print-text"} <= set(formats())


def test_a_seed_is_recognised_by_its_content_whatever_its_name() -> None:
    (meeting,) = read(SEED.read_bytes(), "notes.srt")
    assert meeting.source.format == "web-text"


def test_a_named_format_is_taken_at_its_word() -> None:
    (meeting,) = read(SEED.read_bytes(), SEED.name, format="prose")
    assert meeting.source.format == "prose"


def test_an_unknown_format_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(ReadingError, match="web-text"):
        read(b"x", "a.txt", format="papyrus")


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "empty"), (b" \n\t\r\n", "white space"), (b"\x00\x01\x02\xff" * 99, "not text")],
)
def test_what_cannot_be_read_says_which_file_and_why(data: bytes, reason: str) -> None:
    with pytest.raises(ReadingError, match=reason) as caught:
        read(data, "minutes.bin")
    assert caught.value.source == "minutes.bin"
    assert "minutes.bin" in str(caught.value)


def test_a_file_beyond_all_measure_is_refused() -> None:
    with pytest.raises(ReadingError, match="MB"):
        decode(bytes(MAX_BYTES + 1), "huge.txt")


def test_text_without_speakers_is_narrative_and_a_warning() -> None:
    (meeting,) = read(b"The award went to three people.\n\nThey were pleased.", "award.txt")
    assert meeting.turns == ()
    assert {part.kind for part in meeting.body if not isinstance(part, Turn)} == {
        BlockKind.NARRATIVE
    }
    assert meeting.warnings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_unicode_in_any_dress_gives_one_text(encoding: str) -> None:
    text = "Надежда: Привет, “мир” — и всем\nAnd a line of plain Latin text to go with it." * 9
    assert decode(text.encode(encoding), "a.txt").text == text


def test_a_legacy_character_set_is_guessed_and_recorded() -> None:
    text = "Le président a évoqué l’été à Évian, où il était déjà allé près de chez nous.\n" * 20
    document = decode(text.encode("cp1252"), "a.txt")
    assert document.text == text
    assert document.repairs


def test_every_kind_of_line_end_is_one() -> None:
    assert decode(b"a\r\nb\rc\n", "a.txt").text == "a\nb\nc\n"


def test_a_file_cut_inside_a_character_keeps_all_before_it() -> None:
    document = decode("Он сказал: да".encode()[:-1], "a.txt")
    assert document.text.startswith("Он сказал: д")
    assert document.repairs


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [("<â€¦>", "<…>"), ("itâ€™s", "it’s"), ("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"), ("cafÃ©", "café")],
)
def test_encoding_damage_is_mended_and_named(damaged: str, whole: str) -> None:
    text, repairs = mend(f"one\n{damaged}\ntwo")
    assert text == f"one\n{whole}\ntwo"
    assert "line 2" in repairs[0]


@pytest.mark.parametrize(
    "text", ["Pelé’s goal", "“quoted” — dashed…", "a\xa0b", "São Tomé", "Ärger"]
)
def test_sound_typography_is_left_alone(text: str) -> None:
    assert mend(text) == (text, ())


@given(st.binary(max_size=400))
def test_no_bytes_make_it_crash(data: bytes) -> None:
    try:
        meetings = read(data, "any")
    except ReadingError as error:
        assert str(error)
    else:
        assert meetings


@given(st.text(max_size=400))
def test_prose_loses_no_word(text: str) -> None:
    try:
        (meeting,) = read(text.encode(), "any", format="prose")
    except ReadingError:
        # Nothing but white space, or so many control characters that it is no text.
        assert not text.strip("\ufeff").strip() or any(not c.isprintable() for c in text)
        return
    kept = [block.text for passage in meeting.passages() for block in passage.blocks]
    assert "".join("".join(kept).split()) == "".join(decode(text.encode(), "any").text.split())
