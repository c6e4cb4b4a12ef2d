"""``stenogram verify``: quotations held against the record."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.common import Common, common_options
from tui.cli.damage import exit_code
from tui.cli.drafts import can_be_fixed
from tui.cli.failures import EXIT_ERROR, explain_failure, explain_file
from tui.cli.forms import chosen_form
from tui.cli.output import Output, complain, note
from tui.cli.table import plural

if TYPE_CHECKING:
    from tui.cli.verification_formats import Checked
    from tui.library.library import Library
    from tui.quoting.drafts.attributing import Names
    from tui.quoting.verification.claim import Claim
    from tui.quoting.verification.judging import Verifier
    from tui.quoting.verification.verdict import Judgement

_FORMS = ("table", "json", "sarif", "github")
_SCARE_WORDS = 4
"""Fewer words in quotation marks are names, titles and scare quotes more than quotations."""


_VERDICTS = """\b
EXACT          it stands there so
TYPOGRAPHIC    quotation marks, dashes, spaces or capitals differ
ELIDED         fragments of one turn; what was left out or put in is marked
ALTERED        the nearest passage has other words
WRONG SPEAKER  somebody else said it
WRONG DATE     it was said on another day
SPLICED        its parts stand in different turns
NOT SPEECH     nobody said it: narrative, a caption, an editor's words
NOT FOUND      no passage is near enough

A note says where words right beside a quotation, or left out of it, deny it.
"""


@click.command("verify", short_help="Check quotations against the record.", epilog=_VERDICTS)
@click.argument("drafts", nargs=-1, metavar="[DRAFT…]", type=click.Path(path_type=Path))
@click.option("--quote", "quotes", multiple=True, metavar="WORDS", help="Check these words.")
@click.option("--by", metavar="NAME", help="Who is said to have said it, where a draft is silent.")
@click.option("--date", metavar="DATE", help="When, likewise: 2012, 2012-05, may 2012, 2012..2013.")
@click.option("--all", "every", is_flag=True, help="Check quotations under four words too.")
@click.option("--fix", is_flag=True, help="Write footnotes with citations into Markdown drafts.")
@click.option("--json", "as_json", flag_value="json", help="One JSON object a quotation.")
@click.option(
    "--format", "form", type=click.Choice(_FORMS), help="How to print the verdicts [table]."
)
@common_options
@click.pass_obj
def command(
    common: Common,
    drafts: tuple[Path, ...],
    quotes: tuple[str, ...],
    by: str | None,
    date: str | None,
    every: bool,
    fix: bool,
    as_json: str | None,
    form: str | None,
) -> int:
    """Check every quotation of each DRAFT, or the words of --quote, against the record.

    A DRAFT is Markdown, text, HTML or a Word document; - reads Markdown from standard
    input. The speaker and the date are taken from the sentence around a quotation where it
    names them, else from --by and --date.

    Exit codes: 0 all exact or typographic, 1 something to look at, 2 an error.
    """
    if bool(drafts) == bool(quotes):
        raise click.UsageError("Name a DRAFT to check, or words with --quote; not both.")
    if not all(any(map(str.isalnum, quote)) for quote in quotes):
        raise click.UsageError("--quote has no word to look for.")
    if fix and quotes:
        raise click.UsageError("--fix writes into a draft; name one.")
    for draft in drafts if fix else ():
        if not can_be_fixed(draft):
            raise click.UsageError(f"--fix writes into Markdown files; {draft} is none.")
    if fix:
        common.must_write("footnotes into a draft")
    chosen = chosen_form({"--json": as_json, "--format": form}, default="table")
    _days(date)
    from tui.cli import verification_formats as formats
    from tui.quoting.verification.judging import Verifier

    output = Output(common, writes=fix)
    with common.open_library() as library:
        verifier = Verifier(library)
        failed = False
        unclosed = 0
        claims = [_claim(quote, by, date) for quote in quotes]
        checked = [formats.Checked(verifier.judge(claim)) for claim in claims]
        names = _names(library) if drafts else None
        for draft in drafts:
            assert names is not None
            try:
                found, open_ones = _check(draft, verifier, names, by, date, every=every)
                unclosed += open_ones
                if fix:
                    _fix(draft, found, library)
            except Exception as failure:  # one bad file must not cost the others
                complain(explain_file(str(draft), explain_failure(failure)))
                failed = True
                continue
            checked.extend(found)
        if chosen == "json":
            formats.write_json(checked, output)
        elif chosen == "sarif":
            formats.write_sarif(checked, output)
        elif chosen == "github":
            formats.write_github(checked, output)
        else:
            formats.write_table(checked, output)
        output.flush()
        faithful = [one for one in checked if one.judgement.is_faithful]
        if drafts and chosen == "table":
            to_see = unclosed + len(checked) - len(faithful)
            noted = sum(bool(one.judgement.notes) for one in faithful)
            besides = f", {noted} with a note" if noted else ""
            quotations = plural(len(checked) + unclosed, "quotation")
            note(f"{quotations}, {to_see or 'none'} to look at{besides}.")
        code = exit_code(library, found=not unclosed and len(faithful) == len(checked))
        return EXIT_ERROR if failed else code


def _check(
    path: Path,
    verifier: Verifier,
    names: Names,
    by: str | None,
    date: str | None,
    *,
    every: bool,
) -> tuple[list[Checked], int]:
    """Return a draft's quotations with their verdicts, and how many of them never end."""
    from tui.cli.drafts import read_draft
    from tui.cli.verification_formats import Checked
    from tui.quoting.drafts.quotations import quotations
    from tui.quoting.verification.attribution import with_stranger
    from tui.quoting.verification.claim import count_words

    file = "standard input" if str(path) == "-" else str(path)
    checked: list[Checked] = []
    unclosed = 0
    for quotation in quotations(read_draft(path), names):
        if not quotation.is_closed:
            unclosed += 1
            where = f"{file}:{quotation.line}:{quotation.column}"
            note(f"{where}: this quotation mark is not closed; the words behind it are unchecked.")
            continue
        if not every and count_words(quotation.text) < _SCARE_WORDS:
            continue
        said = quotation.said
        claim = _claim(quotation.text, said.by or by, said.date or date)
        judgement = with_stranger(verifier.judge(claim), said.stranger)
        checked.append(Checked(judgement, file, quotation))
    return checked, unclosed


def _fix(path: Path, checked: list[Checked], library: Library) -> None:
    """Write footnotes for what is exact or typographic; the rest stays as it is."""
    from tui.cli.drafts import read_draft, write_draft
    from tui.quoting.drafts.footnotes import add_footnotes

    notes = [
        (one.quotation.end, _note(library, one.judgement))
        for one in checked
        if one.judgement.is_faithful and one.quotation and one.judgement.address
    ]
    source = read_draft(path).source
    fixed = add_footnotes(source, notes)
    if fixed != source:
        write_draft(path, fixed)
        note(f"{path}: {plural(fixed.count(']: ') - source.count(']: '), 'footnote')} written.")


def _note(library: Library, judgement: Judgement) -> str:
    """Return the citation of a passage, or of its one paragraph, as one line of Markdown."""
    from tui.quoting.citation import cite
    from tui.quoting.cut import quote_turn
    from tui.quoting.markdown import escape
    from tui.quoting.running_text import PARAGRAPHS, place_of_words

    name, _, anchor = (judgement.address or "").partition("#")
    meeting = library.meeting(name)
    paragraph = None
    if judgement.kind == "turn" and PARAGRAPHS not in judgement.text:
        paragraph = place_of_words(meeting, anchor, judgement.text).block + 1
    # The words are those that the draft quotes, so seams elsewhere are none of theirs.
    passage = quote_turn(meeting, anchor, paragraph)
    quote = replace(passage, words=judgement.text, seams=())
    words_and_note = cite(quote, "chicago")
    # The note is the last paragraph, behind the words it belongs to.
    return escape(words_and_note.rpartition("\n\n")[2])


def _names(library: Library) -> Names:
    from tui.quoting.drafts.attributing import Names

    return Names(person.name for person in library.people() if not person.anonymous)


def _claim(quote: str, by: str | None, date: str | None) -> Claim:
    from tui.quoting.verification.claim import Claim

    first, last = _days(date)
    return Claim(quote, by, first, last)


def _days(date: str | None) -> tuple[str | None, str | None]:
    """Return the days that a date stands for.

    Raises:
        click.UsageError: It is no date.
    """
    from tui.search.dates import DateError, parse_range

    if date is None:
        return None, None
    try:
        return parse_range(date)
    except DateError as error:
        raise click.UsageError(f"--date: {error}.") from error
