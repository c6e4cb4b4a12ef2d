"""Saved pages of the site, on a short invented page, and on the corpus where it is."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Block, BlockKind, Meeting, Reference
from tui.reading.decoding import decode
from tui.reading.errors import ReadingError
from tui.reading.registry import read as read_any
from tui.reading.site_html import READER

PAGE = """<!DOCTYPE html><html><head><meta property="og:url" content="http://example.org/1"></head>
<body><article class="hentry h-entry"><div class="read__content">
<a class="read__categ">Events</a><h1 class="entry-title p-name">Meeting with Bob Sample</h1>
<div class="read__lead p-summary"><p>They met.</p></div>
<time class="read__published" datetime="2019-05-28">May 28, 2019</time>
<div class="read__time">18:45</div><div class="read__place p-location"><i></i>Sample Town</div>
<div itemprop="articleBody">
<div class="slider"><div class="slide" data-cycle-desc="Second view."></div>
<div class="slide starting-slide" data-cycle-desc="With Bob Sample."></div></div>
<p>It was a
fine day.</p><p><b>* * *</b></p>
<p><b>President of Russia Alice Example:</b> One point: yes.
<span class="read__tooltip">card</span></p>
<blockquote><p>One point</p></blockquote>
<p>Two.</p>
<div class="read__cut"><div class="cut"><h3 class="cut__title">See also</h3>
<div class="cut__description"><a href="http://example.org/2">Trip</a>
<div class="cut__date">May 3, 2019</div></div></div></div>
<p>B<b>ob Sample:</b> Three.</p><p>&lt;…&gt;</p></div>
<div class="read__bottommeta"><div class="read__tagscol"><h3>Persons</h3><ul>
<li><a><i></i>Sample Bob</a></li></ul></div>
<div class="read__status"><p>Published in sections: <a>News</a>, <a>Transcripts</a></p>
<p>Publication date: <time>May 28, 2019, 19:00</time></p></div></div></div></article>
</body></html>"""


@pytest.fixture(scope="module")
def meeting() -> Meeting:
    (found,) = READER.read(decode(PAGE.encode(), "page.html"))
    return found


def test_bold_labels_begin_turns(meeting: Meeting) -> None:
    assert [(t.speaker, [b.text for b in t.paragraphs]) for t in meeting.turns] == [
        ("Alice Example", ["One point: yes.", "Two."]),
        ("Bob Sample", ["Three."]),
    ]


def test_the_header_comes_from_the_markup(meeting: Meeting) -> None:
    header = (meeting.title, meeting.summary, meeting.date, meeting.time, meeting.place)
    assert header == (
        "Meeting with Bob Sample",
        "They met.",
        "2019-05-28",
        "18:45",
        "Sample Town",
    )
    assert meeting.source.url == "http://example.org/1"


def test_the_footer_comes_from_the_markup(meeting: Meeting) -> None:
    assert meeting.persons == ("Sample Bob",)
    assert meeting.sections == ("News", "Transcripts")
    assert meeting.published == "2019-05-28T19:00"


def test_captions_boxes_and_quotes_are_no_speech(meeting: Meeting) -> None:
    outside = [(b.kind, b.text) for b in meeting.body if isinstance(b, Block)]
    assert outside == [
        (BlockKind.CAPTION, "With Bob Sample."),
        (BlockKind.NARRATIVE, "It was a fine day."),
        (BlockKind.ELISION, "<…>"),
    ]
    kinds = [block.kind for block in meeting.turns[0].blocks]
    assert BlockKind.PULL_QUOTE in kinds
    assert BlockKind.SEE_ALSO in kinds
    assert meeting.see_also == (Reference("Trip", "2019-05-03", "http://example.org/2"),)


def test_a_page_without_article_is_refused() -> None:
    with pytest.raises(ReadingError, match="article"):
        READER.read(decode(b"<html><body>articleBody p-location</body></html>", "x.html"))


def test_deep_nesting_ends() -> None:
    page = PAGE.replace("<p>Two.</p>", "<div>" * 5000 + "<p>Two.</p>" + "</div>" * 5000)
    try:
        READER.read(decode(page.encode(), "deep.html"))
    except ReadingError:
        return


@given(st.integers(0, len(PAGE)), st.text(max_size=20))
def test_nothing_but_reading_errors(at: int, noise: str) -> None:
    try:
        READER.read(decode((PAGE[:at] + noise + PAGE[at + 10 :]).encode("utf-8", "replace"), "x"))
    except ReadingError:
        return


CORPUS = Path(
    os.environ.get("STENOGRAM_CORPUS") or Path(__file__).parents[3] / "shared" / "corpus"
) / ("kremlin")


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")
def test_saved_pages_of_the_corpus() -> None:
    right = total = 0
    for path in sorted((CORPUS / "html").glob("*.html")):
        gold = json.loads((CORPUS / "gold" / f"{path.name[:3]}.json").read_text("utf-8"))
        (meeting,) = read_any(path.read_bytes(), path.name)
        assert meeting.source.format == "site-html"
        total += len(gold["turns"])
        for turn, expected in zip(meeting.turns, gold["turns"], strict=False):
            said = " ".join(" ".join(p.text for p in turn.paragraphs).split()).split(" ")
            right += (
                turn.speaker == expected["speaker"]
                and said[:6] == expected["first"].split()
                and said[-6:] == expected["last"].split()
            )
    assert right >= 0.995 * total
