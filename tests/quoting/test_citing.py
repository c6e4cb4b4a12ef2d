"""Each style as its guide writes it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tui.model import Meeting
from tui.quoting.citation import STYLES, cite
from tui.quoting.cut import cite_meeting, quote_turn
from tui.quoting.markdown import escape

PLAIN = """\
“We meet again.

“Gosplan [the planning agency] is gone.”
— Vladimir Putin, President of Russia. Talks with Nursultan Nazarbayev, The Kremlin, \
15 May 2012, 19:40. Source URL not recorded. Published text is partial. \
Words in square brackets are the source's editor's. [2012-05-15/the-kremlin-aaaa#t1]"""

MARKDOWN = """\
> We meet again.
>
> Gosplan [the planning agency] is gone.
>
> — **Vladimir Putin**, President of Russia, *Talks with Nursultan Nazarbayev*, The Kremlin, \
15 May 2012, 19:40 (source URL not recorded; published text is partial; \
words in square brackets are the source's editor's; `2012-05-15/the-kremlin-aaaa#t1`)"""

NEWSROOM = """\
Vladimir Putin, President of Russia, at The Kremlin, 15 May 2012: “Agreed.”
Transcript: Talks with Nursultan Nazarbayev (http://example.org/talks/1#:~:text=Agreed; \
2012-05-15/the-kremlin-aaaa#t3)"""

CHICAGO = """\
“Agreed.”

Vladimir Putin, “Talks with Nursultan Nazarbayev,” transcript, The Kremlin, May 15, 2012, \
turn 3, http://example.org/talks/1#:~:text=Agreed. Spoken as President of Russia. \
[2012-05-15/the-kremlin-aaaa#t3]"""

APA = """\
“Agreed.” (Putin, 2012, turn 3)

Putin, V. (2012, May 15). Talks with Nursultan Nazarbayev [Transcript]. The Kremlin. \
http://example.org/talks/1#:~:text=Agreed Spoken as President of Russia. \
[2012-05-15/the-kremlin-aaaa#t3]"""

MLA = """\
“Agreed.” (Putin, turn 3)

Putin, Vladimir. “Talks with Nursultan Nazarbayev.” 15 May 2012, The Kremlin. \
Transcript, http://example.org/talks/1#:~:text=Agreed. Spoken as President of Russia. \
[2012-05-15/the-kremlin-aaaa#t3]"""


@pytest.mark.parametrize(("style", "golden"), [("plain", PLAIN), ("markdown", MARKDOWN)])
def test_a_partial_text_without_an_address(talks: Meeting, style: str, golden: str) -> None:
    assert cite(quote_turn(talks, "t1"), style) == golden


@pytest.mark.parametrize(
    ("style", "golden"),
    [("newsroom", NEWSROOM), ("chicago", CHICAGO), ("apa", APA), ("mla", MLA)],
)
def test_a_published_text(published: Meeting, style: str, golden: str) -> None:
    assert cite(quote_turn(published, "t3"), style) == golden


WHOLE = {
    "plain": "Talks with Nursultan Nazarbayev, The Kremlin, 15 May 2012, 19:40. "
    "http://example.org/talks/1 [2012-05-15/the-kremlin-aaaa]",
    "markdown": "[*Talks with Nursultan Nazarbayev*](<http://example.org/talks/1>), The Kremlin, "
    "15 May 2012, 19:40 (`2012-05-15/the-kremlin-aaaa`)",
    "newsroom": "Transcript: Talks with Nursultan Nazarbayev, The Kremlin, 15 May 2012 "
    "(http://example.org/talks/1; 2012-05-15/the-kremlin-aaaa)",
    "chicago": "“Talks with Nursultan Nazarbayev,” transcript, The Kremlin, May 15, 2012, "
    "http://example.org/talks/1. [2012-05-15/the-kremlin-aaaa]",
    "apa": "Talks with Nursultan Nazarbayev [Transcript]. (2012, May 15). The Kremlin. "
    "http://example.org/talks/1 [2012-05-15/the-kremlin-aaaa]",
    "mla": "“Talks with Nursultan Nazarbayev.” 15 May 2012, The Kremlin. Transcript, "
    "http://example.org/talks/1. [2012-05-15/the-kremlin-aaaa]",
}


@pytest.mark.parametrize("style", STYLES)
def test_a_whole_meeting_is_a_source_without_words(published: Meeting, style: str) -> None:
    assert cite(cite_meeting(published), style) == WHOLE[style]


@pytest.mark.parametrize(
    ("style", "reference"),
    [
        # CMOS 18, 13.101: what a source does not date is “n.d.”
        ("chicago", "Vladimir Putin, “Talks with Nursultan Nazarbayev,” transcript, n.d., turn 3."),
        # APA 7, 9.17: (n.d.); MLA 9, 5.68: an unknown date is left out.
        ("apa", "Putin, V. (n.d.). Talks with Nursultan Nazarbayev [Transcript]."),
        ("mla", "Putin, Vladimir. “Talks with Nursultan Nazarbayev.” Transcript."),
    ],
)
def test_what_a_source_does_not_record_is_written_as_the_guide_says(
    published: Meeting, style: str, reference: str
) -> None:
    bare = replace(quote_turn(published, "t3"), date=None, place="", source_url=None)
    assert cite(bare, style).partition("\n\n")[2].startswith(reference)


@pytest.mark.parametrize(
    ("style", "title"),
    [("chicago", "“The ‘long’ talks,” transcript"), ("mla", "“The ‘long’ talks.” 15 May")],
)
def test_quotation_marks_of_a_title_become_single_inside_others(
    published: Meeting, style: str, title: str
) -> None:
    quote = replace(quote_turn(published, "t3"), title="The “long” talks")
    assert title in cite(quote, style)


@pytest.mark.parametrize(
    ("style", "end"), [("chicago", "“Why talk?” transcript"), ("mla", "“Why talk?” 15 May")]
)
def test_a_title_that_asks_takes_no_other_mark(published: Meeting, style: str, end: str) -> None:
    assert end in cite(replace(quote_turn(published, "t3"), title="Why talk?"), style)


@pytest.mark.parametrize(
    ("date", "apa", "mla"),
    [
        ("2012-09-03", "(2012, September 3)", "3 Sept. 2012"),
        ("2012-05", "(2012, May)", "May 2012"),
        ("2012-12-31", "(2012, December 31)", "31 Dec. 2012"),
    ],
)
def test_dates_are_written_as_the_guides_do(
    published: Meeting, date: str, apa: str, mla: str
) -> None:
    quote = replace(quote_turn(published, "t3"), date=date)
    assert apa in cite(quote, "apa")
    assert mla in cite(quote, "mla")


@pytest.mark.parametrize("style", STYLES)
def test_no_style_hides_what_is_missing(talks: Meeting, style: str) -> None:
    written = cite(quote_turn(talks, "t2"), style).lower()
    assert "source url not recorded" in written
    assert "published text is partial" in written
    assert "2012-05-15/the-kremlin-aaaa#t2" in written


@pytest.mark.parametrize("style", STYLES)
def test_no_style_names_a_speaker_for_what_nobody_said(talks: Meeting, style: str) -> None:
    assert "Putin" not in cite(quote_turn(talks, "b2"), style)


@pytest.mark.parametrize("style", STYLES)
def test_the_words_stay_as_stored(seeds: tuple[Meeting, ...], style: str) -> None:
    quote = quote_turn(seeds[4], "t3", 1)
    assert quote.words in cite(quote, style)


def test_an_unknown_style_lists_the_known_ones(talks: Meeting) -> None:
    with pytest.raises(ValueError, match="chicago"):
        cite(quote_turn(talks, "t1"), "oxford")


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("*not* _italic_", r"\*not\* \_italic\_"),
        ("# no heading", r"\# no heading"),
        ("1. May", r"1\. May"),
        ("[red](x)", r"[red\](x)"),
        ("[…] and [so on]", "[…] and [so on]"),
        ("<b>", r"\<b>"),
        ("5 - 3", "5 - 3"),
    ],
)
def test_words_are_never_markup(text: str, escaped: str) -> None:
    assert escape(text) == escaped
