"""Text that was printed on pages: heads, margin numbers and columns are no words of anybody."""

from __future__ import annotations

from itertools import zip_longest

from hypothesis import given
from hypothesis import strategies as st

from tui.reading.columns import in_reading_order
from tui.reading.paged_text import without_pages
from tui.reading.registry import read

_COURT = [
    "            THE CLERK:  All rise.",
    "            THE COURT:  Good morning.  Please be",
    "  seated, everybody who is here.",
    "            MR. BERG:  Thank you, Your Honor.",
    "              ANNA STRAND, PLAINTIFF'S WITNESS, SWORN",
    "            THE WITNESS:  I do.",
    "                     DIRECT EXAMINATION",
    "  BY MR. BERG:",
    "  Q.   Ms. Strand, do you recall the date: June 29?",
    "  A.   I do.  It rained, and I",
]


def _court() -> str:
    """Two numbered pages of a court record; the second goes on in mid-sentence."""
    pages = []
    for number, lines in enumerate((_COURT, ["  went home early.", *_COURT[1:4]]), start=1):
        filled = [*lines, *[""] * (25 - len(lines))]
        printed = [f"{line:>2} {text}" for line, text in enumerate(filled, start=1)]
        pages.append("\n".join([f"{'':40}{number}", *printed, "      Ruritania Reporting"]))
    return "\n".join(pages)


def test_court_record() -> None:
    (meeting,) = read(_court().encode(), "court.txt")
    said = [(t.speaker, " ".join(p.text for p in t.paragraphs)) for t in meeting.turns]
    assert said == [
        ("THE CLERK", "All rise."),
        ("THE COURT", "Good morning.  Please be seated, everybody who is here."),
        ("MR. BERG", "Thank you, Your Honor."),
        ("THE WITNESS", "I do."),
        ("Q", "Ms. Strand, do you recall the date: June 29?"),
        ("A", "I do.  It rained, and I went home early."),
        ("THE COURT", "Good morning.  Please be seated, everybody who is here."),
        ("MR. BERG", "Thank you, Your Honor."),
    ]
    assert {"1", "2", "Ruritania Reporting"} <= set(meeting.source.furniture)


_LEFT = """\
   The President: The Assembly will hear
an address by the Minister.

   Mr. Berg (Ruritania): Allow me to be
the first to thank you, Sir, for this.
We meet here at a most difficult time.

   The President: I thank the Minister
for all that he has had to say today.
   I now give the floor to Mr. Strand of
the Republic, who asked for it."""
_RIGHT = """\
   Mr. Strand (Republic): It is a great
honour to speak about the question of
our time, which is that of fisheries.
   We shall not forget what was said by
all who stood here before I came.

   Ms. Lund (Norland): Norland believes
in rules that all of us made together
and that all of us can change again.
   The meeting rose at 5.10 p.m."""


def test_columns_are_read_one_after_the_other() -> None:
    sides = zip_longest(_LEFT.split("\n"), _RIGHT.split("\n"), fillvalue="")
    text = "\n".join(f"{left:<50}{right}".rstrip() for left, right in sides)
    (meeting,) = read(text.encode(), "record.txt")
    assert [t.speaker for t in meeting.turns] == [
        "The President",
        "Mr. Berg",
        "The President",
        "Mr. Strand",
        "Ms. Lund",
    ]
    assert meeting.turns[1].paragraphs[0].text == (
        "Allow me to be the first to thank you, Sir, for this. We meet here at a most difficult "
        "time."
    )


def test_a_number_of_the_print_is_nobodys() -> None:
    text = (
        "The President: I give the floor to Mr. Berg.\n\n"
        "Mr. Berg (Ruritania): We see that the matter\n\n"
        "22-59934                                    3/25\n\n"
        "S/PV.9135       The fisheries       27/09/2022\n\n"
        "has been raised again. We are glad.\n\n"
        "The President: I thank Mr. Berg.\n"
    )
    pages = without_pages(text)
    assert [line for line in pages.furniture if "22-59934" in line or "S/PV" in line]
    assert "22-59934" not in "\n".join(pages.lines)


@given(st.lists(st.text(alphabet="abc XY:.\n0123456789", max_size=60), max_size=40))
def test_no_line_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    pages = without_pages(text)
    if not pages.repairs:
        words = sorted(" ".join([*pages.lines, *pages.furniture]).split())
        assert words == sorted(text.split())


@given(st.lists(st.text(alphabet="ab X  ", max_size=90), max_size=40))
def test_columns_keep_every_letter(lines: list[str]) -> None:
    ordered = in_reading_order(lines)
    if ordered is not None:
        assert sorted("".join("".join(ordered).split())) == sorted("".join("".join(lines).split()))
