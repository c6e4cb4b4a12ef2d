"""Saved pages of sites nobody described, on short invented samples."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.reading.decoding import decode
from tui.reading.errors import ReadingError
from tui.reading.registry import read
from tui.reading.web_dialogue import READER

PAGE = """<!DOCTYPE html><html><head><title>Site - Talk</title>
<meta property="og:url" content="http://example.org/talk"></head><body><nav>Home About</nav>
<h1>A talk</h1><p>May 3, 2020</p><p><b>Alice:</b> Good
morning.</p><p><strong>Bob:</strong> Hello.<br>Again.</p><p><b>Alice:</b> So.</p>
<script>var a = "Carl: no";</script><footer>Carl: imprint</footer></body></html>"""


def test_bold_labels_and_breaks() -> None:
    (meeting,) = read(PAGE.encode(), "talk.html")
    assert meeting.source.format == "html"
    assert [(t.speaker, [p.text for p in t.paragraphs]) for t in meeting.turns] == [
        ("Alice", ["Good morning."]),
        ("Bob", ["Hello.", "Again."]),
        ("Alice", ["So."]),
    ]


def test_header_and_frame() -> None:
    (meeting,) = read(PAGE.encode(), "talk.html")
    assert (meeting.title, meeting.date) == ("A talk", "2020-05-03")
    assert meeting.source.url == "http://example.org/talk"
    assert "Home About" in meeting.source.furniture


@given(st.lists(st.sampled_from(["<p>", "</p>", "<b>A:</b>", "x", "<br>", "<td", "&lt;", "<!--"])))
def test_nothing_but_reading_errors(pieces: list[str]) -> None:
    try:
        READER.read(decode(("<html>" + "".join(pieces)).encode(), "x.html"))
    except ReadingError:
        return
