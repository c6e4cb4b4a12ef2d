"""Which quotations a draft holds, where, and of whom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.quoting.drafts.attributing import Names, Said
from tui.quoting.drafts.footnotes import add_footnotes
from tui.quoting.drafts.html import read_html
from tui.quoting.drafts.markdown import read_markdown
from tui.quoting.drafts.plain import read_paragraphs, read_plain
from tui.quoting.drafts.quotations import Quotation, quotations

NAMES = Names(["Anna Berg", "Rudolf Strand"])


def in_text(text: str) -> tuple[Quotation, ...]:
    return quotations(read_plain(text), NAMES)


def in_markdown(text: str) -> tuple[Quotation, ...]:
    return quotations(read_markdown(text), NAMES)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He said “one two” and «three four».", ["one two", "three four"]),
        ('He said "one two" there, "three".', ["one two", "three"]),
        ("Er sagte „eins zwei“ und ging.", ["eins zwei"]),
        ("“one ‘two’ “three” four”", ["one ‘two’ “three” four"]),
        ("“one\ntwo”", ["one\ntwo"]),
        ("“one two\n\n“three four”", ["one two\n\nthree four"]),
        ("“never closed\n\nand “closed”", ["closed"]),
        ("It is 5\" wide and 6\" high.", []),
        ("No quotation at all.", []),
    ],
)  # fmt: skip
def test_quotation_marks_of_every_kind_are_known(text: str, words: list[str]) -> None:
    assert [found.text for found in in_text(text) if found.is_closed] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He said: ‘One two three,’ and left.", ["One two three,"]),
        ("‘We met the workers’ union today,’ he said. ‘It’s good.’",
         ["We met the workers’ union today,", "It’s good."]),
        ("The ‘new bridge’ is the workers’ bridge.", ["new bridge"]),
        ("In the ’90s they didn’t talk, nor in the ‘80s.", []),
        ("Er sagte »eins zwei« und »drei«.", ["eins zwei", "drei"]),
        ("Il a dit « un deux » et «\u00a0trois\u00a0».", ["un deux", "trois"]),
        ("„ein »innerer« Satz“", ["ein »innerer« Satz"]),
    ],
)  # fmt: skip
def test_single_and_inward_marks_are_outer_ones_too(text: str, words: list[str]) -> None:
    assert [found.text for found in in_text(text)] == words


def test_a_mark_that_is_never_closed_is_told_with_its_place() -> None:
    first, second = in_text("He said: “never closed\n\nand “closed”")
    assert (first.is_closed, first.line, first.column) == (False, 1, 11)
    assert second.is_closed


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“One two,” Berg said. “Three four.”", ["Berg", "Berg"]),
        ("“One two,” said Berg. “Three.” “Four.”", ["Berg", "Berg", None]),
        ("“One two,” Berg said. It rained. “Three four.”", ["Berg", None]),
        ("“One two,” Berg said. “Three four,” Strand replied.", ["Berg", "Strand"]),
        ("“One two,” Berg said. Nobody answered “three four”.", ["Berg", None]),
    ],
)
def test_who_goes_on_speaking_is_not_named_again(text: str, said: list[str | None]) -> None:
    assert [found.said.by for found in in_text(text)] == said


@pytest.mark.parametrize(
    "text",
    [
        "`“code”`",
        "```\n“code”\n```\n",
        "    “indented code”\n",
        "<https://example.org/“x”>",
        "https://example.org/“x”",
        "[text](http://example.org/“x”)",
        "![“picture”](p.png)",
        '<span title="“attribute”">',
        "---\ntitle: “matter”\n---\n\ntext\n",
        "text\n\n[^1]: Anna Berg, “Title,” transcript.\n",
        '[name]: http://example.org "title"\n',
    ],
)
def test_what_is_no_prose_of_a_markdown_draft_is_skipped(text: str) -> None:
    assert in_markdown(text) == ()


def test_marks_of_markdown_are_no_part_of_the_words() -> None:
    (found,) = in_markdown("x “one **two** _three_ [four](http://e.org) fi\\*ve”")
    assert found.text == "one two three four fi*ve"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("“one”", (1, 2)),
        ("# Head\n\nA *b* [c](http://d.org) “one”", (3, 26)),
        ("- list\n- He: “one”", (2, 8)),
        ("> He: one\n", (1, 3)),
        ("| a | b |\n|---|---|\n| x | “one” |\n", (3, 8)),
    ],
)
def test_line_and_column_lead_to_the_first_word(text: str, place: tuple[int, int]) -> None:
    (found,) = in_markdown(text)
    assert (found.line, found.column) == place


def test_a_block_quote_is_a_quotation_and_the_line_under_it_its_attribution() -> None:
    (found,) = in_markdown("> one “two”\n>\n> three\n>\n> — **Anna Berg**, 29 May 2013\n")
    assert (found.text, found.said) == (
        "one “two”\n\nthree",
        Said("Anna Berg", "29 May 2013"),
    )


def test_a_block_quote_belongs_to_whom_the_sentence_before_announces() -> None:
    (found,) = in_markdown("Then Strand said:\n\n> one two three\n")
    assert found.said.by == "Strand"


def test_html_gives_q_blockquote_and_places() -> None:
    page = (
        "<p title='“no”'>Anna Berg said: <q>one &amp; two</q></p>\n<script>“no”</script>"
        "<blockquote>\n<p>three</p></blockquote>"
    )
    found = quotations(read_html(page), NAMES)
    assert [(one.text, one.line, one.said.by) for one in found] == [
        ("one & two", 1, "Anna Berg"),
        ("three", 3, None),
    ]


def test_paragraphs_of_a_word_processor_are_lines() -> None:
    (found,) = quotations(read_paragraphs(["First.", "Then “one two”."]), NAMES)
    assert (found.line, found.column) == (2, 7)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("“One two,” Strand said.", "Strand"),
        ("“One two,” said President Anna Berg.", "Anna Berg"),
        ("“One two,” Mr Strand later added.", "Strand"),
        ("Berg: “One two.”", "Berg"),
        ("President Anna Berg: “One two.”", "Anna Berg"),
        ("Strand told Berg: “One two.”", "Strand"),
        ("“One two,” Strand told Berg.", "Strand"),
        ("According to Strand, “one two” is true.", "Strand"),
        ("“One two” — Anna Berg", "Anna Berg"),
        ("“One two” (Berg)", "Berg"),
        ("Berg said: “One two.” Strand left.", "Berg"),
        ("Berg said: “One two.” Strand said nothing.", "Berg"),
        ("“One two.” He said so to Strand.", None),
        ("“One two,” he told Strand.", None),
        ("He told Strand: “One two.”", None),
        ("Strand left. “One two,” somebody said.", None),
        ("Strandberg said: “One two.”", None),
        ("Strand’s aide said: “One two.”", None),
        ("“One two,” Smith said.", None),
        ("Smith said “one two” of Berg.", None),
    ],
)
def test_a_speaker_is_named_only_where_the_sentence_is_clear(text: str, by: str | None) -> None:
    assert in_text(text)[0].said.by == by


@pytest.mark.parametrize(
    ("text", "stranger"),
    [
        ("“One two,” Smith said.", "Smith"),
        ("“One two,” John Smith told the press.", "John Smith"),
        ("“One two,” said Prime Minister John Smith.", "John Smith"),
        ("According to Smith, “one two” is true.", "Smith"),
        ("In May, Smith said: “One two.”", "Smith"),
        ("Smith told reporters that “one two”.", "Smith"),
        ("Mr. Smith: “One two.”", "Smith"),
        ("> One two.\n>\n> — John Smith, 2013", "John Smith"),
        ("“One two,” Strand said.", None),
        ("“One two,” he said.", None),
        ("He said: “One two.” Smith left.", None),
        ("The President said: “One two.”", None),
        ("“One two,” said the President of Norway.", None),
        ("Strand’s aide said: “One two.”", None),
        ("Officials said: “One two.”", None),
        ("We met Smith. “One two” it was.", None),
    ],
)
def test_whom_nobody_knows_is_a_stranger_only_where_the_form_says_so(
    text: str, stranger: str | None
) -> None:
    assert in_markdown(text)[0].said.stranger == stranger


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On 29 May 2013 Strand said: “One two.”", "29 May 2013"),
        ("“One two,” Strand said on May 29, 2013.", "May 29, 2013"),
        ("In 2013 Strand said “one two”.", "2013"),
        ("Strand, 2013-05-29: “one two”.", "2013-05-29"),
        ("Between May 2012 and May 2013 Strand said “one two”.", None),
        ("It was May 2013. Strand said “one two”.", None),
    ],
)
def test_a_date_is_taken_from_the_sentence_where_there_is_one(text: str, date: str | None) -> None:
    assert in_text(text)[0].said.date == date


def test_footnotes_are_numbered_on_and_stand_together() -> None:
    text = "“a” “b”\n\n[^2]: old\n"
    assert add_footnotes(text, [(3, "x"), (7, "y")]) == (
        "“a”[^3] “b”[^4]\n\n[^2]: old\n[^3]: x\n[^4]: y\n"
    )


def test_footnotes_written_twice_are_written_once() -> None:
    once = add_footnotes("“a”, b\n", [(3, "x")])
    assert add_footnotes(once, [(3, "x")]) == once


@given(st.text(alphabet='“”"«»„ab \n>*_`[]()<&;.-—:!\\', max_size=80))
def test_any_draft_is_read_and_its_quotations_lead_back_to_their_words(text: str) -> None:
    for read in (read_plain, read_markdown, read_html):
        draft = read(text)
        for found in quotations(draft, NAMES):
            line = draft.source.split("\n")[found.line - 1]
            assert 1 <= found.column <= len(line) + 1
            assert 0 < found.end <= len(draft.source)
