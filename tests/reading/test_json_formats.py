"""Transcripts in JSON, on short invented samples."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Attribution, Meeting
from tui.reading import plain_text, schema_json, transcript_json
from tui.reading.decoding import decode
from tui.reading.errors import ReadingError
from tui.reading.schema import encode


def read(value: object) -> Meeting:
    (meeting,) = transcript_json.READER.read(decode(json.dumps(value).encode(), "talk.json"))
    return meeting


def said(meeting: Meeting) -> list[tuple[str | None, str]]:
    return [(t.speaker, " ".join(b.text for b in t.paragraphs)) for t in meeting.turns]


ALICE, BOB = ("Alice", "Yes. I do."), ("Bob", "Why?")


@pytest.mark.parametrize(
    "value",
    [
        {
            "segments": [
                {"speaker": "Alice", "startTime": 0, "endTime": 1, "body": "Yes."},
                {"speaker": "Alice", "startTime": 1, "endTime": 2, "body": "I do."},
                {"speaker": "Bob", "startTime": 2, "endTime": 3, "body": "Why?"},
            ]
        },
        {
            "speakers": {"SPEAKER_00": "Alice", "SPEAKER_01": {"name": "Bob"}},
            "segments": [
                {"speaker": "SPEAKER_00", "start": 0.0, "end": 1.0, "text": " Yes. I do."},
                {"speaker": "SPEAKER_01", "start": 1.0, "end": 2.0, "text": " Why?"},
            ],
        },
        {
            "segments": [
                {
                    "start": 0,
                    "text": "Yes. I do. Why?",
                    "words": [
                        {"word": "Yes.", "speaker": "Alice"},
                        {"word": "I"},
                        {"word": "do.", "speaker": "Alice"},
                        {"word": "Why?", "speaker": "Bob"},
                    ],
                    "speaker": "Alice",
                }
            ]
        },
        {
            "results": {
                "items": [
                    {"start_time": "0.1", "type": "p", "alternatives": [{"content": "Yes"}]},
                    {"type": "punctuation", "alternatives": [{"content": "."}]},
                    {"start_time": "0.5", "type": "p", "alternatives": [{"content": "I do."}]},
                    {"start_time": "0.9", "type": "p", "alternatives": [{"content": "Why?"}]},
                ],
                "speaker_labels": {
                    "segments": [
                        {"items": [{"start_time": "0.1", "speaker_label": "Alice"}]},
                        {"items": [{"start_time": "0.5", "speaker_label": "Alice"}]},
                        {"items": [{"start_time": "0.9", "speaker_label": "Bob"}]},
                    ]
                },
            }
        },
        {
            "monologues": [
                {
                    "speaker": "Alice",
                    "elements": [
                        {"type": "text", "value": "Yes", "ts": 0.1},
                        {"type": "punct", "value": ". "},
                        {"type": "text", "value": "I do."},
                    ],
                },
                {"speaker": "Bob", "elements": [{"type": "text", "value": "Why?"}]},
            ]
        },
        [{"speaker": "Alice", "text": "Yes. I do."}, {"speaker": "Bob", "text": "Why?"}],
    ],
    ids=["podcast", "whisper-map", "whisper-words", "aws", "rev", "list"],
)
def test_shapes(value: object) -> None:
    assert said(read(value)) == [ALICE, BOB]


def test_numbered_speakers_of_a_service() -> None:
    words = [
        {"word": "yes", "punctuated_word": "Yes.", "start": 0.5, "end": 0.9, "speaker": 0},
        {"word": "why", "punctuated_word": "Why?", "start": 1.0, "end": 1.2, "speaker": 1},
    ]
    meeting = read({"results": {"channels": [{"alternatives": [{"words": words}]}]}})
    assert said(meeting) == [("Speaker 0", "Yes."), ("Speaker 1", "Why?")]
    assert (meeting.turns[1].start, meeting.turns[1].end) == (1.0, 1.2)


def test_a_missing_speaker_is_unknown_not_the_one_before() -> None:
    meeting = read({"segments": [{"speaker": "SPEAKER_00", "text": "Hi."}, {"text": "Yes."}]})
    assert said(meeting) == [("SPEAKER_00", "Hi."), (None, "Yes.")]
    assert meeting.turns[1].attribution is Attribution.INFERRED


def test_oral_arguments_keep_their_blocks_and_unknown_speakers() -> None:
    blocks = [{"start": 0, "stop": 1.5, "text": "One."}, {"start": 1.5, "stop": 2, "text": "Two."}]
    meeting = read(
        {
            "transcript": {
                "title": "Oral Argument - November 15, 1955",
                "sections": [
                    {
                        "turns": [
                            {
                                "start": 0,
                                "stop": 2,
                                "speaker": {"name": "A. Example"},
                                "text_blocks": blocks,
                            },
                            {"start": 2, "stop": 3, "speaker": None, "text_blocks": blocks[:1]},
                        ]
                    }
                ],
            }
        }
    )
    assert [len(turn.paragraphs) for turn in meeting.turns] == [2, 1]
    assert (meeting.date, meeting.turns[0].end, meeting.turns[1].speaker) == ("1955-11-15", 2, None)


def test_json_lines_of_segments() -> None:
    text = '{"speaker": "Alice", "text": "Yes."}\n{"speaker": "Bob", "text": "No."}\n'
    (meeting,) = transcript_json.READER.read(decode(text.encode(), "talk.jsonl"))
    assert said(meeting) == [("Alice", "Yes."), ("Bob", "No.")]


@pytest.mark.parametrize("text", ['{"a": 1}', "[" * 200_000, '{"segments": [', "[]"])
def test_what_is_no_transcript_is_refused(text: str) -> None:
    with pytest.raises(ReadingError):
        transcript_json.READER.read(decode(text.encode(), "x.json"))


KEY_WORDS = """
segments speaker text words results items start end speakers channels sections turns text_blocks
utterances alternatives roles name
"""
KEYS = KEY_WORDS.split()
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8) | st.integers(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(KEYS),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_nothing_but_reading_errors(value: object) -> None:
    try:
        read(value)
    except ReadingError:
        return


def test_meeting_objects_come_back_exactly() -> None:
    (meeting,) = plain_text.READER.read(decode(b"Alice Example: Hi.\n\nBob Sample: Yo.\n", "a.txt"))
    meetings = (meeting, replace(meeting, title="Another", partial=True))
    pretty = json.dumps([encode(m) for m in meetings], indent=1)
    lines = "\n".join(json.dumps(encode(m)) for m in meetings)
    for text in (pretty, lines):
        document = decode(text.encode(), "export")
        assert schema_json.READER.confidence(document) == 1.0
        assert schema_json.READER.read(document) == meetings


def test_another_version_of_the_schema_is_refused() -> None:
    with pytest.raises(ReadingError, match="meeting 1"):
        schema_json.READER.read(decode(b'{"schema": "stenogram/meeting@9"}', "a.json"))
