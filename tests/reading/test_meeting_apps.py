"""What meeting programs save, on short invented samples."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Meeting
from tui.reading import docx, meeting_apps
from tui.reading.decoding import decode
from tui.reading.errors import ReadingError
from tui.reading.recap_copies import with_clocks
from tui.reading.registry import read as read_any


def said(meeting: Meeting) -> list[tuple[str | None, float | None, str]]:
    return [(t.speaker, t.start, " ".join(b.text for b in t.paragraphs)) for t in meeting.turns]


DIALOGUE = [("Alice Example", 3.0, "Hello everyone."), ("Bob Sample", 65.0, "Hi.")]


@pytest.mark.parametrize(
    "text",
    [
        "Alice Example  0:03\nHello everyone.\n\nBob Sample  1:05\nHi.\n",
        "Alice Example (00:00:03)\nHello everyone.\n\nBob Sample (00:01:05)\nHi.\n",
        "[Alice Example] 00:00:03\nHello everyone.\n\n[Bob Sample] 00:01:05\nHi.\n",
        "00:00:03 Alice Example\nHello everyone.\n\n00:01:05 Bob Sample\nHi.\n",
        "00:00:03\n\nAlice Example: Hello everyone.\n\n00:01:05\n\nBob Sample: Hi.\n",
        "00:00:03 From Alice Example to Everyone: Hello everyone.\n"
        "00:01:05 From Bob Sample to Everyone: Hi.\n",
    ],
    ids=["otter", "meet", "zoom", "time first", "time alone", "chat"],
)
def test_flavours(text: str) -> None:
    (meeting,) = meeting_apps.READER.read(decode(text.encode(), "call.txt"))
    assert said(meeting) == DIALOGUE


def test_it_is_found_by_content() -> None:
    text = "Alice Example  0:03\nHello everyone.\n\nBob Sample  1:05\nHi.\n"
    (meeting,) = read_any(text.encode(), "notes")
    assert meeting.source.format == "meeting-app"


def test_pieces_cut_by_the_clock_join() -> None:
    text = "Alice Example  0:03\nOne.\n\nAlice Example  0:30\nTwo.\n\nBob Sample  1:05\nHi.\n"
    (meeting,) = meeting_apps.READER.read(decode(text.encode(), "call.txt"))
    first = meeting.turns[0]
    assert [(p.text, p.start) for p in first.paragraphs] == [("One.", 3.0), ("Two.", 30.0)]


def test_unknown_speakers_stay_apart() -> None:
    text = "Unknown Speaker  0:03\nOne.\n\nUnknown Speaker  0:30\nTwo.\n\nBob Sample  1:05\nHi.\n"
    (meeting,) = meeting_apps.READER.read(decode(text.encode(), "call.txt"))
    assert len(meeting.turns) == 3


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(*paragraphs: str) -> bytes:
    runs = "".join(
        "<w:p><w:r><w:drawing/></w:r>"
        + "<w:r><w:br/></w:r>".join(
            f"<w:r><w:t>{escape(line)}</w:t></w:r>" for line in text.split("\n")
        )
        + "</w:p>"
        for text in paragraphs
    )
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        body = f'<w:document xmlns:w="{WORD}"><w:body>{runs}</w:body></w:document>'
        file.writestr("word/document.xml", body)
    return archive.getvalue()


def test_word_document_of_a_meeting() -> None:
    data = word("Alice Example   0:03\nHello everyone.", "Bob Sample   1:05\nHi.")
    (meeting,) = read_any(data, "call.docx")
    assert meeting.source.format == "docx"
    assert said(meeting) == DIALOGUE


def test_deleted_words_are_left_out() -> None:
    data = word("Alice Example: Yes KEEP", "Bob Sample: No.", "Alice Example: So.")
    archive = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(archive, "w") as new:
        body = old.read("word/document.xml").decode()
        run = "<w:r><w:t>Alice Example: Yes KEEP</w:t></w:r>"
        gone = "<w:del><w:r><w:delText>NOT</w:delText></w:r></w:del>"
        new.writestr("word/document.xml", body.replace(run, run + gone))
    (meeting,) = docx.READER.read(decode(archive.getvalue(), "a.docx"))
    assert meeting.turns[0].paragraphs[0].text == "Yes KEEP"


def test_an_archive_that_unpacks_to_no_end_is_refused() -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", b" " * (65 * 1024 * 1024))
    with pytest.raises(ReadingError, match="unpacks"):
        read_any(archive.getvalue(), "bomb.docx")


GOOD = word("Alice Example   0:03\nHello.", "Bob Sample   1:05\nHi.")


@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=8))
def test_damaged_archives_are_refused(at: int, noise: bytes) -> None:
    data = GOOD[:at] + noise + GOOD[at + len(noise) :]
    try:
        docx.READER.read(decode(data, "a.docx"))
    except ReadingError:
        return


_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _word(body: str, **parts: str) -> Meeting:
    """Read a Word document made of XML."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(
            "word/document.xml", f"<w:document {_NS}><w:body>{body}</w:body></w:document>"
        )
        for name, xml in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {_NS}>{xml}</w:{name}>")
    (meeting,) = read_any(packed.getvalue(), "typed.docx")
    return meeting


def _p(text: str) -> str:
    return f"<w:p><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


_DIALOGUE = _p("Anna Berg: Hello.") + _p("Rudolf Strand: Hi.") + _p("Anna Berg: So.")


def test_notes_stand_below_the_text_and_are_nobodys() -> None:
    meeting = _word(_DIALOGUE, footnotes=f"<w:footnote>{_p('See the record.')}</w:footnote>")
    assert [turn.speaker for turn in meeting.turns] == ["Anna Berg", "Rudolf Strand", "Anna Berg"]
    assert meeting.body[-1].text == "See the record."  # type: ignore[union-attr]
    assert any("note" in warning for warning in meeting.warnings)


def test_heads_and_comments_are_furniture() -> None:
    comment = f"<w:comment>{_p('Check this.')}</w:comment>"
    meeting = _word(_DIALOGUE, header1=_p("Draft of the office"), comments=comment)
    assert {"Draft of the office", "Check this."} <= set(meeting.source.furniture)


def test_tracked_changes_keep_what_was_inserted_and_report_what_was_deleted() -> None:
    changed = (
        "<w:p><w:r><w:t xml:space='preserve'>Anna Berg: We shall </w:t></w:r>"
        "<w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>always </w:t></w:r></w:ins><w:r><w:t>meet.</w:t></w:r></w:p>"
    )
    meeting = _word(changed + _DIALOGUE)
    assert meeting.turns[0].paragraphs[0].text == "We shall always meet."
    assert any("deleted" in warning for warning in meeting.warnings)


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{_p('A box in the margin')}</w:txbxContent>"
    drawn = (
        "<w:p><w:r><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/"
        f"markup-compatibility/2006'><mc:Choice>{box}</mc:Choice><mc:Fallback><w:pict>{box}"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    meeting = _word(_DIALOGUE + drawn)
    assert sum("A box" in block.text for block in meeting.turns[-1].blocks) == 1


def test_a_table_of_names_and_words_is_dialogue() -> None:
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{_p(cell)}</w:tc>" for cell in cells) + "</w:tr>"

    rows = row("00:05", "Anna Berg", "Hello.") + row("00:12", "Rudolf Strand", "Hi: all.")
    meeting = _word(f"<w:tbl>{rows}{row('00:20', 'Anna Berg', 'So.')}</w:tbl>")
    assert [(turn.speaker, turn.start) for turn in meeting.turns] == [
        ("Anna Berg", 5),
        ("Rudolf Strand", 12),
        ("Anna Berg", 20),
    ]


def test_one_speaker_under_one_time_is_one_turn() -> None:
    text = (
        "Talk\n\n00:00:00\n\nAnna Berg: Well.\nRudolf Strand: Right.\nRudolf Strand: It is off.\n"
    )
    meeting = meeting_apps.READER.read(decode(text.encode(), "talk.txt"))[0]
    assert [turn.speaker for turn in meeting.turns] == ["Anna Berg", "Rudolf Strand"]


def test_a_guest_written_surname_first_is_a_speaker() -> None:
    text = (
        "[Alice Example] 14:03:22\nCan you hear?\n\n[Sample, Bob (Ops)] 14:03:31\nYes.\n\n"
        "[Alice Example] 14:03:40\nGood.\n"
    )
    (meeting,) = read_any(text.encode(), "saved.txt")
    assert [turn.speaker for turn in meeting.turns] == [
        "Alice Example",
        "Sample, Bob",
        "Alice Example",
    ]


def test_a_time_every_five_minutes_is_no_speech() -> None:
    text = (
        "Review (2024-05-14 09:01 GMT-7) - Transcript\n\nAttendees\n\nAlice Example, Bob Sample\n\n"
        "Transcript\n\nAlice Example: Hello.\nBob Sample: Morning.\n00:05:00\n\n"
        "Alice Example: Look.\nAnd here.\n\nTranscription ended after 00:07:12\n"
    )
    (meeting,) = read_any(text.encode(), "review.txt")
    assert [" ".join(b.text for b in turn.paragraphs) for turn in meeting.turns] == [
        "Hello.",
        "Morning.",
        "Look. And here.",
    ]


def test_lines_of_a_time_a_name_and_words_join_while_one_person_speaks() -> None:
    meeting = read_any(
        b"[00:00:01] Alice: One.\n[00:00:04] Bob: Two.\n[00:00:08] Bob: Three.\n", "a.txt"
    )[0]
    assert said(meeting) == [("Alice", 1.0, "One."), ("Bob", 4.0, "Two. Three.")]


def test_characters_that_word_keeps_as_elements_are_read() -> None:
    ruby = (
        "<w:ruby><w:rt><w:r><w:t>said aloud</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>written</w:t></w:r></w:rubyBase></w:ruby>"
    )
    run = "<w:r><w:t>Anna Berg: Well</w:t><w:noBreakHyphen/><w:t>known, </w:t></w:r>"
    meeting = _word(f"<w:p>{run}{ruby}</w:p>" + _DIALOGUE)
    assert meeting.turns[0].paragraphs[0].text == "Well‑known, written"


def test_what_was_moved_is_not_told_as_deleted() -> None:
    moved = "<w:r><w:t>Rudolf Strand: Hi.</w:t></w:r>"
    meeting = _word(f"<w:p><w:moveFrom>{moved}</w:moveFrom></w:p>" + _DIALOGUE)
    assert len(meeting.turns) == 3
    assert not any("deleted" in warning for warning in meeting.warnings)


def test_the_numbered_main_part_of_office_on_the_web_is_found() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        xml = f"<w:document {_NS}><w:body>{_DIALOGUE}</w:body></w:document>"
        archive.writestr("word/document2.xml", xml)
    (meeting,) = read_any(packed.getvalue(), "web.docx")
    assert meeting.source.format == "docx"
    assert len(meeting.turns) == 3


def test_name_time_and_words_in_one_line() -> None:
    text = (
        "Boats-20260825_141914-Meeting Recording\nAugust 25, 2026, 1:19PM\n50m 26s\n"
        " Alice Example started transcription\n Alice Example   0:03 Hello everyone.\n"
        " Bob Sample   1:05 Hi.\n"
    )
    (meeting,) = read_any(text.encode(), "call.txt")
    assert said(meeting) == DIALOGUE


def test_the_closing_notice_is_nobodys() -> None:
    text = (
        "Alice Example 0:03\nHello everyone.\nBob Sample 1:05\nHi.\n"
        "Alice Example stopped transcription.\n"
    )
    (meeting,) = read_any(text.encode(), "call.txt")
    assert said(meeting) == DIALOGUE


def test_a_signed_transcript_without_times_is_cut_by_a_program() -> None:
    text = (
        "# Boats - Transcript\n\n#### _This editable transcript was computer generated and might "
        "contain errors._\n\nAlice Example: One.\n\nAlice Example: Two.\n\nBob Sample: Hi.\n"
    )
    (meeting,) = read_any(text.encode(), "call.txt")
    assert [(speaker, words) for speaker, _, words in said(meeting)] == [
        ("Alice Example", "One. Two."),
        ("Bob Sample", "Hi."),
    ]


def test_a_list_of_times_names_and_words_has_a_heading() -> None:
    text = (
        "Meeting Transcript\nDate: January 27, 2025\nDuration: 45 minutes\n\n"
        "[00:03] Alice Example: Hello\n\n[00:09] Alice Example: everyone.\n\n"
        "[01:05] Bob Sample: Hi.\n"
    )
    (meeting,) = read_any(text.encode(), "call.txt")
    assert said(meeting) == [("Alice Example", 3.0, "Hello everyone."), DIALOGUE[1]]


def test_a_copied_page_says_names_and_times_three_times() -> None:
    text = (
        "# Notes\n\n## Transcript\n\nAlice Example\n0 minutes 3 seconds0:03\n"
        "Alice Example 0 minutes 3 seconds\nHello\nAlice Example 0 minutes 9 seconds\neveryone.\n"
        "BS\n\nBob Sample\n1 minute 5 seconds1:05\nBob Sample 1 minute 5 seconds\nHi.\n"
        "\nAlice Example\n1 hour 2 minutes1:02:00\nAlice Example 1 hour 2 minutes\nBye.\n"
    )
    (meeting,) = read_any(text.encode(), "call.txt")
    assert said(meeting) == [
        ("Alice Example", 3.0, "Hello everyone."),
        DIALOGUE[1],
        ("Alice Example", 3720.0, "Bye."),
    ]


def test_a_copied_page_names_whoever_stands_above_their_time() -> None:
    text = (
        "Alice Example\n0 minutes 3 seconds0:03\nAlice Example 0 minutes 3 seconds\n"
        "Hello everyone.\nSB\n\nSample, Bob\n0 minutes 5 seconds0:05\n"
        "Sample, Bob 0 minutes 5 seconds\nHi.\nCR\nConf Room 12\n9 minutes9:00\n"
        "Conf Room 12 9 minutes\nWe hear you.\n"
    )
    (meeting,) = read_any(text.encode(), "call.txt")
    assert said(meeting) == [
        DIALOGUE[0],
        ("Sample, Bob", 5.0, "Hi."),
        ("Conf Room 12", 540.0, "We hear you."),
    ]


def test_whoever_stands_beside_a_time_between_names_speaks() -> None:
    text = (
        "Alice Example   0:03\nHello everyone.\n\nanna   0:05\nMe too.\n\n"
        "Conf Room 12   0:09\nWe hear you.\n\nBob Sample   1:05\nHi.\n"
    )
    (meeting,) = read_any(text.encode(), "call.txt")
    assert said(meeting) == [
        DIALOGUE[0],
        ("anna", 5.0, "Me too."),
        ("Conf Room 12", 9.0, "We hear you."),
        DIALOGUE[1],
    ]
    assert [turn.label for turn in meeting.turns][1:3] == ["anna", "Conf Room 12"]


@pytest.mark.parametrize(
    ("above", "below"),
    [("weekly call   45:10\nOf the team.\n\n", ""), ("", "lunch   0:02\nWas good.\n\n")],
    ids=["a heading's length", "an earlier time"],
)
def test_a_time_out_of_order_names_nobody(above: str, below: str) -> None:
    text = f"{above}Alice Example   0:03\nHello everyone.\n\n{below}Bob Sample   1:05\nHi.\n"
    (meeting,) = read_any(text.encode(), "call.txt")
    assert [turn.speaker for turn in meeting.turns] == ["Alice Example", "Bob Sample"]


def test_an_hour_by_the_wall_below_a_name_is_kept_apart() -> None:
    text = (
        "Alice Example\n4/28/2026, 10:01 AM\nHello everyone.\n\n"
        "Bob Sample\n4/28/2026, 10:02 AM\nHi.\n"
    )
    (meeting,) = read_any(text.encode(), "call.txt")
    assert said(meeting) == [
        ("Alice Example", None, "Hello everyone."),
        ("Bob Sample", None, "Hi."),
    ]
    assert "4/28/2026, 10:01 AM" in meeting.source.furniture


def test_a_guest_of_another_house_is_marked() -> None:
    text = "Alice Example   0:03\nHello everyone.\n \nBob Sample [External]   1:05\nHi.\n"
    (meeting,) = read_any(text.encode(), "call.txt")
    assert said(meeting) == DIALOGUE
    assert meeting.turns[1].role == "External"


@given(
    st.lists(
        st.sampled_from(["Anna Berg", "0 minutes 3 seconds0:03", "x", "", "4/28/2026, 1:01 PM"])
    )
)
def test_copied_pages_lose_no_words(lines: list[str]) -> None:
    kept, _ = with_clocks(lines)
    assert kept.count("x") == lines.count("x")
