"""Transcripts in JSON, on short invented samples."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Attribution, Meeting
from tui.reading import plain_text, registry, schema_json, transcript_json
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


_WORDS = [("Hello", "0s", "0.4s", 1), ("there.", "0.5s", "0.9s", 1), ("Hi.", "1.100s", "1.4s", 2)]


def _said(value: object) -> list[tuple[str | None, str, float | None]]:
    (meeting,) = registry.read(json.dumps(value).encode(), "service.json")
    return [
        (turn.speaker, " ".join(p.text for p in turn.paragraphs), turn.start)
        for turn in meeting.turns
    ]


_EXPECTED = [("Speaker 1", "Hello there.", 0.0), ("Speaker 2", "Hi.", 1.1)]


def test_google_repeats_all_words_with_their_speakers_at_the_end() -> None:
    plain = [{"word": w, "startTime": s, "endTime": e} for w, s, e, _ in _WORDS]
    tagged = [{"word": w, "startTime": s, "endTime": e, "speakerTag": t} for w, s, e, t in _WORDS]
    results = [
        {"alternatives": [{"transcript": "Hello there.", "words": plain[:2]}]},
        {"alternatives": [{"transcript": "Hi.", "words": plain[2:]}]},
        {"alternatives": [{"words": tagged}]},
    ]
    assert _said({"results": results}) == _EXPECTED
    assert _said({"done": True, "response": {"results": results}}) == _EXPECTED


def test_google_names_recordings_and_labels_speakers_in_its_second_version() -> None:
    words = [
        {"word": w, "startOffset": s, "endOffset": e, "speakerLabel": str(t)}
        for w, s, e, t in _WORDS
    ]
    results = [{"alternatives": [{"words": words[:2]}]}, {"alternatives": [{"words": words[2:]}]}]
    value = {"results": {"gs://bucket/talk.wav": {"transcript": {"results": results}}}}
    assert _said(value) == _EXPECTED


def test_speechmatics_lists_punctuation_by_itself() -> None:
    def item(kind: str, content: str, start: float, speaker: str) -> dict[str, object]:
        alternatives = [{"content": content, "speaker": speaker}]
        return {"type": kind, "start_time": start, "end_time": start, "alternatives": alternatives}

    results = [
        item("word", "Hello", 0.1, "S1"),
        item("punctuation", ".", 0.4, "S1"),
        item("word", "Hi", 1.1, "S2"),
    ]
    assert _said({"format": "2.9", "results": results}) == [
        ("S1", "Hello.", 0.1),
        ("S2", "Hi", 1.1),
    ]


def test_words_with_speakers_and_no_segments() -> None:
    words = [
        {"text": "Hello.", "start": 0.1, "end": 0.4, "speaker_id": "speaker_0"},
        {"text": " ", "start": 0.4, "end": 0.5, "speaker_id": "speaker_0"},
        {"text": "Hi.", "start": 0.5, "end": 0.9, "speaker_id": "speaker_1"},
    ]
    expected = [("speaker_0", "Hello.", 0.1), ("speaker_1", "Hi.", 0.5)]
    assert _said({"text": "Hello. Hi.", "words": words}) == expected


def test_an_unaligned_word_is_of_the_speaker_before_it() -> None:
    words = [
        {"word": "Hi.", "start": 1.0, "end": 1.4, "speaker": "SPEAKER_01"},
        {"word": "And", "start": 1.5, "end": 1.8, "speaker": "SPEAKER_00"},
        {"word": "2?"},
    ]
    segment = {"start": 1.0, "end": 3.0, "text": "Hi. And 2?", "speaker": "SPEAKER_01"}
    assert _said({"segments": [{**segment, "words": words}]}) == [
        ("SPEAKER_01", "Hi.", 1.0),
        ("SPEAKER_00", "And 2?", 1.5),
    ]


def test_offsets_in_milliseconds() -> None:
    value = {
        "transcription": [
            {"offsets": {"from": 0, "to": 900}, "text": " Hello there.", "speaker": "1"},
            {"offsets": {"from": 1100, "to": 1400}, "text": " Hi.", "speaker": "2"},
        ]
    }
    assert _said(value) == _EXPECTED


def test_a_remark_of_nobody_in_an_argument_is_an_aside() -> None:
    turn = {"text_blocks": [{"text": "[Laughter]", "start": 1, "stop": 2}], "speaker": None}
    said = {"text_blocks": [{"text": "Yes."}], "speaker": {"name": "Anna Berg"}}
    text = json.dumps({"transcript": {"sections": [{"turns": [said, turn]}]}})
    (meeting,) = registry.read(text.encode(), "argument.json")
    assert [turn.speaker for turn in meeting.turns] == ["Anna Berg"]


def item(content: str, start: float | None = None, **more: object) -> dict[str, object]:
    """Return a word as Amazon lists it; a mark has no time."""
    times = {} if start is None else {"start_time": str(start), "end_time": str(start + 0.2)}
    kind = "punctuation" if start is None else "pronunciation"
    return {"type": kind, "alternatives": [{"content": content}], **times, **more}


AMAZON = [item("Yes", 0.1), item("."), item("I", 0.4), item("do", 0.6), item("."), item("Why", 1.2)]


@pytest.mark.parametrize(
    ("beside", "names"),
    [
        (
            {
                "speaker_labels": {
                    "segments": [
                        {"start_time": "0.1", "end_time": "0.9", "speaker_label": "spk_0"},
                        {"start_time": "1.1", "end_time": "2", "speaker_label": "spk_1"},
                    ]
                }
            },
            ["spk_0", "spk_1"],
        ),
        (
            {
                "channel_labels": {
                    "channels": [
                        {"channel_label": "ch_0", "items": AMAZON[:5]},
                        {"channel_label": "ch_1", "items": AMAZON[5:]},
                    ]
                }
            },
            ["Channel 0", "Channel 1"],
        ),
    ],
    ids=["stretches of time", "channels"],
)
def test_amazon_keeps_its_speakers_beside_the_words(
    beside: dict[str, object], names: list[str]
) -> None:
    meeting = read({"results": {"items": AMAZON, **beside}})
    assert said(meeting) == [(names[0], "Yes. I do."), (names[1], "Why")]


def test_ibm_keeps_its_speakers_beside_the_results() -> None:
    heard = [["yes", 0.1, 0.3], ["why", 1.2, 1.4]]
    labels = [{"from": a, "to": b, "speaker": n} for n, (_, a, b) in enumerate(heard)]
    results = [{"alternatives": [{"transcript": "yes why", "timestamps": heard}]}]
    meeting = read({"results": results, "speaker_labels": labels})
    assert said(meeting) == [("Speaker 0", "yes"), ("Speaker 1", "why")]


def test_all_channels_of_a_recording_are_read_in_the_order_of_their_times() -> None:
    def channel(*words: tuple[str, float]) -> dict[str, object]:
        listed = [{"word": word, "start": start, "end": start + 0.2} for word, start in words]
        return {"alternatives": [{"words": listed}]}

    meeting = read(
        {"results": {"channels": [channel(("Yes.", 0), ("So.", 4)), channel(("Why?", 2))]}}
    )
    assert said(meeting) == [("Channel 0", "Yes."), ("Channel 1", "Why?"), ("Channel 0", "So.")]


def test_one_channel_is_no_speaker() -> None:
    utterances = [{"start": 0, "end": 1, "channel": 0, "transcript": "Yes."}]
    meeting = read(
        {
            "results": {
                "utterances": utterances,
                "channels": [{"alternatives": [{"transcript": "Yes."}]}],
            }
        }
    )
    assert meeting.turns == ()


def test_azure_names_speakers_by_number_and_counts_ticks() -> None:
    def phrase(number: int, ticks: float, text: str) -> dict[str, object]:
        return {
            "speaker": number,
            "offsetInTicks": ticks,
            "durationInTicks": 1e7,
            "nBest": [{"lexical": text.lower(), "display": text}],
        }

    meeting = read({"recognizedPhrases": [phrase(1, 5e6, "Yes."), phrase(2, 2e7, "Why?")]})
    assert said(meeting) == [("Speaker 1", "Yes."), ("Speaker 2", "Why?")]
    assert (meeting.turns[1].start, meeting.turns[1].end) == (2.0, 3.0)


def test_a_speaker_speechmatics_could_not_tell_is_unknown() -> None:
    def word(content: str, speaker: str) -> dict[str, object]:
        return {"type": "word", "alternatives": [{"content": content, "speaker": speaker}]}

    meeting = read({"results": [word("Yes", "S1"), word("Why", "UU")]})
    assert said(meeting) == [("S1", "Yes"), (None, "Why")]


def test_words_without_a_speaker_between_two_speakers_are_nobodys() -> None:
    words = [
        {"word": "Well", "start": 0},
        {"word": "Yes", "start": 1, "speaker": "A"},
        {"word": "two", "start": 2},
        {"word": "times", "start": 3, "speaker": "A"},
        {"word": "Hm", "start": 4},
        {"word": "Why", "start": 5, "speaker": "B"},
    ]
    assert said(read({"words": words})) == [
        (None, "Well"),
        ("A", "Yes two times"),
        (None, "Hm"),
        ("B", "Why"),
    ]


def test_a_source_may_list_its_spaces_and_marks_by_themselves() -> None:
    def pieces(*texts: str) -> list[dict[str, object]]:
        return [{"speaker": "Alice", "startTime": 0, "body": text} for text in texts]

    spaced = read({"segments": pieces("It", "'s", " ", "Friday", ",", " ", "so", ".", " ")})
    marks = read({"segments": pieces("Well", ",", "yes", ".")})
    assert said(spaced) == [("Alice", "It's Friday, so.")]
    assert said(marks) == [("Alice", "Well, yes.")]


def test_times_in_thousandths_are_told_by_how_slowly_one_would_speak() -> None:
    words = ["One", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    items = [
        {"value": word, "time": 1000 + 400 * n, "duration": 330, "speaker": None}
        for n, word in enumerate(words)
    ]
    meeting = read({"title": "a.mp3", "words": items})
    assert meeting.turns == ()
    assert (meeting.body[0].start, meeting.body[0].end) == (1.0, 4.93)


def test_a_speaker_named_where_it_changes_goes_on_and_is_marked_as_propagated() -> None:
    meeting = read(
        {
            "segments": [
                {"speaker": "Alice", "startTime": 0, "body": "One."},
                {"speaker": "Bob", "startTime": 1, "body": "Two."},
                {"startTime": 2, "body": "Three."},
                {"speaker": "Alice", "startTime": 3, "body": "Four."},
            ]
        }
    )
    assert [(t.speaker, t.attribution) for t in meeting.turns] == [
        ("Alice", Attribution.PRINTED),
        ("Bob", Attribution.PROPAGATED),
        ("Alice", Attribution.PRINTED),
    ]


def test_among_names_that_repeat_a_missing_one_is_unknown_and_counted() -> None:
    segments = [
        {"speaker": name, "text": text}
        for name, text in (("Alice", "One."), ("Alice", "Two."), (None, "Three."), ("Bob", "Four."))
    ]
    meeting = read({"segments": segments})
    assert said(meeting)[1] == (None, "Three.")
    assert any(warning.startswith("1 pieces") for warning in meeting.warnings)


@pytest.mark.parametrize(
    "value",
    [
        {
            "speech_segments": [
                {"speaker_name": n, "start_ts": 0, "transcript": t} for n, t in (ALICE, BOB)
            ]
        },
        {
            "transcript": [
                {"speaker_name": n, "start_time": 0, "words_str": t} for n, t in (ALICE, BOB)
            ]
        },
        {"meeting": {"sentences": [{"speaker_name": n, "text": t} for n, t in (ALICE, BOB)]}},
    ],
    ids=["list", "text", "wrapper"],
)
def test_fields_of_unknown_names_are_told_by_their_shape(value: object) -> None:
    assert said(read(value)) == [ALICE, BOB]


def test_what_stands_around_the_words_gives_title_dates_and_address() -> None:
    meeting = read(
        {
            "metadata": {"title": "A talk", "url": "https://example.org/t"},
            "published": "2026-06-28",
            "meeting": {"date": "2026-06-27T09:00:00Z"},
            "segments": [{"speaker": "Alice", "text": "Yes."}],
        }
    )
    assert (meeting.title, meeting.date, meeting.published) == (
        "A talk",
        "2026-06-27",
        "2026-06-28",
    )
    assert meeting.source.url == "https://example.org/t"


@pytest.mark.parametrize(
    "value",
    [
        [{"role": "Alice", "content": "Yes. I do."}, {"role": "Bob", "content": "Why?"}],
        [
            {"word": "Yes.", "start": 0, "speaker": "Alice"},
            {"word": "I", "start": 1, "speaker": "Alice"},
            {"word": "do.", "start": 2, "speaker": "Alice"},
            {"word": "Why?", "start": 3, "speaker": "Bob"},
        ],
        {
            "dialogue": [
                {"speaker": "Alice", "message": "Yes. I do."},
                {"who": "Bob", "line": "Why?"},
            ]
        },
        {
            "Summary": {"Content": "They agreed on everything at once."},
            "Transcript": [
                {"ParticipantId": "Alice", "Content": "Yes.", "BeginOffsetMillis": 0},
                {"ParticipantId": "Alice", "Content": "I do.", "BeginOffsetMillis": 900},
                {"ParticipantId": "Bob", "Content": "Why?", "BeginOffsetMillis": 1500},
            ],
        },
        {
            "speakers": [{"id": 0, "name": "Alice"}, {"id": 1, "name": "Bob"}],
            "chunks": [
                {"parts": [{"ts": 0, "speakerId": 0, "text": "Yes. I do."}]},
                {"parts": [{"ts": 4, "speakerId": 1, "text": "Why?"}]},
            ],
        },
        {
            "speakerNames": {"1": "Alice", "2": "Bob"},
            "segments": [
                {"speakerID": 1, "text": "Yes. I do.", "originalText": "Yes. I do."},
                {"speakerID": 2, "text": "Why?"},
            ],
        },
    ],
    ids=["roles", "words", "messages", "contact centre", "chunks", "names by number"],
)
def test_words_are_found_by_shape_however_their_fields_are_called(value: object) -> None:
    assert said(read(value)) == [ALICE, BOB]


def test_times_in_thousandths_of_contact_centres_are_seconds() -> None:
    entries = [
        {"ParticipantId": "AGENT", "Content": "Hello.", "BeginOffsetMillis": 500},
        {"ParticipantId": "CUSTOMER", "Content": "Hi.", "BeginOffsetMillis": 2500},
    ]
    assert [turn.start for turn in read({"Transcript": entries}).turns] == [0.5, 2.5]


@pytest.mark.parametrize("key", ["text", "transcript", "full_text"])
def test_speakers_printed_in_one_text_are_read(key: str) -> None:
    text = "Anna Berg: Hello all.\n\nRudolf Strand: Hi. How are you?\n\nAnna Berg: Well."
    assert said(read({key: text})) == [
        ("Anna Berg", "Hello all."),
        ("Rudolf Strand", "Hi. How are you?"),
        ("Anna Berg", "Well."),
    ]


def test_bare_lines_are_narrative_and_names_are_no_speech() -> None:
    meeting = read(["good evening everybody", "let us begin with the news", "[Music]"])
    assert not meeting.turns
    assert any("No speaker" in warning for warning in meeting.warnings)
    with pytest.raises(ReadingError):
        read(["anna.mp3", "rudolf.mp3"])


def test_what_stands_beside_the_speech_is_kept_and_told() -> None:
    summary = "They agreed to meet again on Monday."
    meeting = read(
        {
            "summary": summary,
            "text": "Yes. I do. Why?",
            "segments": [
                {"speaker": "Alice", "text": "Yes. I do."},
                {"speaker": "Bob", "text": "Why?"},
            ],
        }
    )
    assert summary in meeting.source.furniture
    assert any("1 texts of the file" in warning for warning in meeting.warnings)
    assert said(meeting) == [ALICE, BOB]


def test_a_list_of_titled_conversations_is_a_meeting_each() -> None:
    def conversation(title: str, first: str) -> dict[str, object]:
        lines = [{"role": first, "message": "Yes."}, {"role": "agent", "message": "Good."}]
        return {"title": title, "conversation": lines}

    value = [conversation("First call", "Anna"), conversation("Second call", "Rudolf")]
    document = decode(json.dumps(value).encode(), "calls.json")
    meetings = transcript_json.READER.read(document)
    assert [meeting.title for meeting in meetings] == ["First call", "Second call"]
    assert [meeting.turns[0].speaker for meeting in meetings] == ["Anna", "Rudolf"]


def test_a_piece_of_elements_without_times_has_those_of_the_piece() -> None:
    words = [{"type": "text", "value": "Yes"}, {"type": "punct", "value": "."}]
    meeting = read(
        {"monologues": [{"speaker": 0, "start_time": 2, "end_ts": 3, "elements": words}]}
    )
    assert (meeting.turns[0].start, meeting.turns[0].end) == (2, 3)


@pytest.mark.parametrize(
    "value",
    [
        {"data": {"day": 1, "dialogues": [
            {"speaker_name": "Alice", "dialogue": "Yes. I do.", "order": 1},
            {"speaker_name": "Bob", "dialogue": "Why?", "order": 2},
        ]}},
        [
            {"speaker": "char_a", "speaker_name": "Alice", "text": "Yes. I do."},
            {"speaker": "char_b", "speaker_name": "Bob", "text": "Why?"},
        ],
        {
            "speakers": [{"id": "p1", "name": "Alice"}, {"id": "p2", "name": "Bob"}],
            "utterances": [
                {"speaker_id": "p1", "tokens": [{"text": "Yes."}, {"text": "I do."}]},
                {"speaker_id": "p2", "start_s": 3.0, "end_s": 4.0, "tokens": [{"text": "Why?"}]},
            ],
        },
    ],
)  # fmt: skip
def test_names_outweigh_codes_and_tokens_are_words(value: object) -> None:
    assert said(read(value)) == [ALICE, BOB]


@pytest.mark.parametrize(
    "value",
    [
        {
            "monologues": [
                {"speaker": {"id": "s1", "name": "Alice"}, "terms": [
                    {"text": "Yes", "type": "WORD", "start": 0.0, "end": 1.0},
                    {"text": ".", "type": "PUNCTUATION", "start": 1.0, "end": 1.0},
                    {"text": "I", "type": "WORD"}, {"text": "do.", "type": "WORD"},
                ]},
                {"speaker": {"id": "s2", "name": "Bob"}, "terms": [{"text": "Why?"}]},
            ]
        },
        {
            "monologues": [
                {"speaker": "Alice", "start": "00:00:10", "blocks": [
                    {"text": "Yes."}, {"text": "I do."}
                ]},
                {"speaker": "Bob", "elements": "Why?"},
            ]
        },
        {
            "text": "Yes. Why? I do.",
            "speakers": [
                {"speaker_id": "s2", "name": "Bob", "segments": [{"text": "Why?", "start": 4}]},
                {"speaker_id": "s1", "name": "Alice", "segments": [
                    {"text": "Yes.", "start": 0}, {"text": "I do.", "start": 2}
                ]},
            ],
        },
        {
            "speakers": [{"id": "s1", "name": "Alice"}, {"id": "s2", "name": "Bob"}],
            "transcripts": [
                {"kind": "original", "text": "Yes. I do. Why?", "segments": [
                    {"text": "Yes. I do.", "speaker_id": "s1"},
                    {"text": "Why?", "speaker_id": "s2"},
                ]},
            ],
        },
    ],
)  # fmt: skip
def test_words_one_level_further_down_are_read(value: object) -> None:
    assert said(read(value)) == [ALICE, BOB]


def test_one_object_is_one_turn() -> None:
    value = {"speaker_id": "s1", "speaker_name": "Alice", "transcription": "Yes. I do."}
    assert said(read(value)) == [ALICE]


def test_paragraphs_of_an_answer_without_words_have_their_speakers() -> None:
    sentences = [{"text": "Yes."}, {"text": "I do."}]
    paragraphs = [
        {"speaker": 0, "sentences": sentences},
        {"speaker": 1, "sentences": [{"text": "Why?"}]},
    ]
    alternative = {"transcript": "Yes. I do. Why?", "paragraphs": {"paragraphs": paragraphs}}
    value = {"results": {"channels": [{"alternatives": [alternative]}]}}
    assert said(read(value)) == [("Speaker 0", "Yes. I do."), ("Speaker 1", "Why?")]


def test_a_name_is_surer_than_a_code_however_the_fields_are_written() -> None:
    value = {
        "lines": [
            {"startTime": 0, "text": "One", "speaker": "SPEAKER_00", "speakerName": "Anna Berg"},
            {"startTime": 1, "text": "two.", "speaker": "KNOWN_b9", "speakerName": "Anna Berg"},
        ]
    }
    assert said(read(value)) == [("Anna Berg", "One two.")]


@pytest.mark.parametrize("name", ["Participant One", "Minister Berg"])
def test_a_program_s_name_of_two_words_is_whole(name: str) -> None:
    value = {"segments": [{"speaker": {"name": name}, "text": "Yes."}, {"text": "No."}]}
    assert said(read(value))[0] == (name, "Yes.")


def test_single_words_under_a_field_of_speech_are_a_stream() -> None:
    value = {
        "jobId": "7",
        "transcript": [
            {"word": "Yes.", "startTime": 0.4, "endTime": 0.8, "speaker": 1},
            {"word": "Why?", "startTime": 0.9, "endTime": 1.2, "speaker": 2},
        ],
        "labels": ["indoor"],
    }
    assert said(read(value)) == [("Speaker 1", "Yes."), ("Speaker 2", "Why?")]


def test_the_name_shown_comes_before_the_account() -> None:
    value = {
        "type": "Transcript",
        "entries": [
            {
                "text": t,
                "speakerId": f"5e0c{i}@x",
                "speakerDisplayName": n,
                "startOffset": "00:00:01.5",
            }
            for i, (n, t) in enumerate((ALICE, BOB))
        ],
    }
    assert said(read(value)) == [ALICE, BOB]
