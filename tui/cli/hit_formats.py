"""Rows of hits as text in columns, JSON Lines, CSV and Markdown."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from tui.cli.output import Output, note
from tui.cli.table import GAP, cut, cut_start, pad, plural, width_of
from tui.library.short_ids import short_ids
from tui.quoting.markdown import escape
from tui.search.concordance import KEYS, Row
from tui.search.groups import Counts

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula."""

_SPEAKER = 20
_LEFT = 56
"""Cells for the speaker and the words before the hit: rows stream, so columns are set first."""

_WORD = 9
"""Cells that few words are longer than, the space included."""


def summary(counts: Counts) -> str:
    """Say in words how much was found, without a full stop."""
    outside = f", {counts.outside:,} outside speech" if counts.outside else ""
    return (
        f"{plural(counts.hits, 'hit')} in {plural(counts.turns, 'turn')}"
        f" of {plural(counts.meetings, 'meeting')}{outside}"
    )


def write_json(rows: Iterable[Row], output: Output) -> None:
    """Write one JSON object a row; ``start`` stands in it where the source has times."""
    for row in rows:
        answer = {"answer": {**row.answer.as_answer(), **_start(row.answer)}} if row.answer else {}
        output.json({**row.as_dict(), **answer, **_start(row)})


def _start(row: Row) -> dict[str, float]:
    return {} if row.start is None else {"start": row.start}


def write_csv(rows: Iterable[Row], output: Output, *, answers: bool = False) -> None:
    """Write a heading and one record a row.

    A cell that a spreadsheet would run as a formula gets an apostrophe in front, and
    standard error says how many did.
    """
    kept_text = 0
    output.line(_record((*KEYS, "answer") if answers else KEYS))
    for row in rows:
        cells = [output.words(value or "") for value in row.as_dict().values()]
        if answers:
            cells.append(output.words(_in_a_cell(row.answer)))
        kept_text += sum(cell.startswith(_FORMULA_STARTS) for cell in cells)
        output.line(_record(map(guarded, cells)))
    if kept_text:
        cells_begin = "1 cell begins" if kept_text == 1 else f"{kept_text} cells begin"
        note(f"{cells_begin} like a formula (= + - @); an apostrophe in front keeps it text.")


def guarded(cell: str) -> str:
    """Return a cell with an apostrophe in front where a spreadsheet would run it."""
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell


def _record(cells: Iterable[str]) -> str:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="").writerow(cells)
    return buffer.getvalue()


def _in_a_cell(answer: Row | None) -> str:
    if answer is None:
        return ""
    return f"{answer.id} {answer.speaker}: {answer.left}{answer.hit}{answer.right}"


def write_markdown(rows: Iterable[Row], output: Output, *, answers: bool = False) -> None:
    """Write a table with the hit in bold, the documents' words escaped."""
    output.line("| id | speaker | left | hit | right |" + " answer |" * answers)
    output.line("|---|---|---:|---|---|" + "---|" * answers)
    for row in rows:
        cells = [row.speaker or f"({row.kind})", row.left.strip(), row.hit, row.right.strip()]
        speaker, left, hit, right = (_cell(output.words(cell)) for cell in cells)
        line = f"| `{row.id}` | {speaker} | {left} | {f'**{hit}**' if hit else ''} | {right} |"
        output.line(line + f" {_cell(output.words(_in_a_cell(row.answer)))} |" * answers)


def _cell(text: str) -> str:
    """Escape a text for a cell of a table, which a vertical bar would end."""
    return r"\|".join(escape(part) for part in text.split("|"))


_ANCHOR = len("#summary")
"""Cells that the longest usual anchor takes."""

_LONGEST_ID = 48
"""An id longer than this may break the column rather than widen it for all."""


def write_text(
    rows: Iterable[Row],
    output: Output,
    *,
    ids: Iterable[str],
    context: int,
    under_meetings: bool,
    headings: Mapping[int, str],
) -> None:
    """Write one line a row, the hits below one another.

    Args:
        rows: The hits.
        output: Where they go. On a terminal a row is cut to one line, ids to what is enough
            to name a meeting; elsewhere all that was asked for stands in it.
        ids: The ids of all meetings, for a column that is set before the first row is known.
        context: Words on either side of a hit; few take a narrow column.
        under_meetings: On a terminal, name each meeting once, above its rows.
        headings: Lines above groups of rows, by the place of the first of them.
    """
    under_headings = under_meetings and output.width is not None
    if output.width is None:
        names: Mapping[str, str] = {each: each for each in ids}
    else:
        names = short_ids(ids)
    address_width = min(max(map(len, names.values()), default=0), _LONGEST_ID) + _ANCHOR
    heading = ""
    for place, row in enumerate(rows):
        if place in headings:
            if place:
                output.line()
            output.line(output.style(output.words(headings[place]), bold=True))
        if under_headings and row.meeting != heading:
            if heading:
                output.line()
            heading = row.meeting
            title = cut(output.words(row.title), max((output.width or 0) - len(heading) - 2, 0))
            output.line(f"{output.style(heading, fg='cyan')}{GAP}{title}")
        name = "" if under_headings else names.get(row.meeting, row.meeting)
        address = name + row.id[len(row.meeting) :]
        width = _ANCHOR if under_headings else address_width
        output.line(_text_line(row, output, address, width, context))
        if row.answer is not None:
            anchor = row.answer.id[len(row.meeting) :]
            arrow = ">>" if _is_later(row.answer, row) else "<<"
            output.line(_text_line(row.answer, output, f"{arrow} {anchor}", width, context))


def _is_later(answer: Row, row: Row) -> bool:
    """Say whether the other turn of an exchange stands behind the one that was asked for."""
    return int(answer.found.anchor[1:]) > int(row.found.anchor[1:])


def _text_line(row: Row, output: Output, address: str, address_width: int, context: int) -> str:
    speaker, left, hit, right = (
        output.words(text)
        for text in (row.speaker or f"({row.kind})", row.left, row.hit, row.right)
    )
    speaker_width, left_width = _SPEAKER, min(_LEFT, _WORD * context)
    if output.width is not None:
        speaker_width = min(speaker_width, output.width // 5)
        speaker = cut(speaker, speaker_width)
        words = output.width - max(address_width, len(address)) - speaker_width - 2 * len(GAP)
        left_width = max(words * 2 // 5, 1)
        left = cut_start(left, left_width)
        hit = cut(hit, max(words - left_width, 1))
        right = cut(right, words - left_width - width_of(hit))
    return "".join(
        (
            output.style(pad(address, address_width), fg="cyan"),
            GAP,
            pad(speaker, speaker_width),
            GAP,
            pad(left, left_width, right=True),
            output.style(hit, bold=True, fg="yellow"),
            right,
        )
    ).rstrip()
