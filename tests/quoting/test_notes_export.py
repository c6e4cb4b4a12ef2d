"""Notes as a text for others: nothing of a document becomes markup."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Meeting
from tui.quoting.keeping import keep_passage
from tui.quoting.note import Note, as_line, remark_and_tags
from tui.quoting.notes_export import FORMATS, export_notes

HOSTILE = st.sampled_from(["<script>x</script>", "&amp;", '" onload="x', "# [a](b)", "a\n\nb"])


def noted(meeting: Meeting, remark: str = "", tags: tuple[str, ...] = ()) -> Note:
    return Note("ab12", "2020", "2020", keep_passage(meeting, "t3"), remark, tags, whole=True)


class Elements(HTMLParser):
    """The elements of a page, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@given(words=HOSTILE | st.text(min_size=1), remark=HOSTILE | st.text())
def test_html_shows_what_was_kept_and_runs_nothing(talks: Meeting, words: str, remark: str) -> None:
    note = noted(talks, remark, (remark,))
    kept = replace(note.kept[0], quote=replace(note.kept[0].quote, words=words, title=remark))
    page = Elements(export_notes([replace(note, kept=(kept,))], "html"))
    known = {"html", "head", "meta", "title", "style", "body", "h1", "article", "blockquote"}
    assert {tag for tag, _ in page.tags} <= known | {"p", "b", "cite"}
    assert {name for _, attrs in page.tags for name in attrs} <= {"charset", "id", "class"}


@pytest.mark.parametrize(
    ("url", "linked"), [("https://example.org/1", True), ("javascript:alert(1)", False)]
)
def test_html_leads_to_pages_only(talks: Meeting, url: str, linked: bool) -> None:
    meeting = replace(talks, source=replace(talks.source, url=url))
    page = Elements(export_notes([noted(meeting)], "html"))
    assert ("a" in [tag for tag, _ in page.tags]) is linked


def test_markdown_escapes_the_remark(talks: Meeting) -> None:
    text = export_notes([noted(talks, "# not a title", ("<b>",))], "markdown")
    assert "\n\\# not a title\n" in text
    assert "Tags: \\<b>" in text


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_holds_words_remark_and_tags(talks: Meeting, form: str) -> None:
    text = export_notes([noted(talks, "compare", ("trade",))], form)
    assert all(each in text for each in ("Agreed.", "compare", "trade"))


def test_an_unknown_format_is_named(talks: Meeting) -> None:
    with pytest.raises(ValueError, match="there is no format “docx”; there are markdown, html"):
        export_notes([noted(talks)], "docx")


@pytest.mark.parametrize(
    ("line", "remark", "tags"),
    [
        (
            "compare with #5 of 2012 #trade, #Astana",
            "compare with #5 of 2012",
            ("trade", "Astana"),
        ),
        ("#a #A", "", ("a",)),
        ("#2012 #12 #may-9", "#12", ("2012", "may-9")),
        ("C# is no tag", "C# is no tag", ()),
        ("", "", ()),
    ],
)
def test_tags_are_read_out_of_a_remark(line: str, remark: str, tags: tuple[str, ...]) -> None:
    assert remark_and_tags(line) == (remark, tags)


@given(st.text(), st.lists(st.from_regex(r"[a-z]\w*", fullmatch=True), max_size=3, unique=True))
def test_remark_and_tags_survive_being_edited(talks: Meeting, text: str, tags: list[str]) -> None:
    remark, found = remark_and_tags(f"{text} {' '.join(f'#{tag}' for tag in tags)}")
    assert remark_and_tags(as_line(noted(talks, remark, found))) == (remark, found)
