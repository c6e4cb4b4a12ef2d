"""Verdicts as a table, JSON Lines, SARIF and annotations of GitHub."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui import __version__
from tui.cli.output import Output
from tui.cli.table import plural
from tui.quoting.drafts.quotations import Quotation
from tui.quoting.verification.report import (
    LOUD,
    MEANINGS,
    Ink,
    attribution,
    claimed_otherwise,
    coverage,
    message,
    one_line,
    side_by_side,
)
from tui.quoting.verification.verdict import Judgement, Verdict
from tui.quoting.verification.word_diff import Piece

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_PLACES = 3
"""Further places that the table names of words that were said often."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A quotation with its verdict.

    Attributes:
        judgement: The verdict.
        file: The draft; None for words given by themselves.
        quotation: Where in the draft; None likewise.
    """

    judgement: Judgement
    file: str | None = None
    quotation: Quotation | None = None

    @property
    def where(self) -> str:
        """File, line and column, as compilers print them; "" for words by themselves."""
        if self.file is None or self.quotation is None:
            return ""
        return f"{self.file}:{self.quotation.line}:{self.quotation.column}"

    def as_row(self) -> dict[str, object]:
        """Return the object that ``--json`` prints."""
        row = self.judgement.as_row()
        claim = self.judgement.claim
        row["by"] = claim.by
        if self.file is not None and self.quotation is not None:
            place = {"file": self.file, "line": self.quotation.line}
            return {**place, "column": self.quotation.column, **row}
        return row


def write_json(checked: Iterable[Checked], output: Output) -> None:
    """Write one object a quotation."""
    for one in checked:
        output.json(one.as_row())


def write_table(checked: Sequence[Checked], output: Output) -> None:
    """Write each quotation's verdict, the passage, and the words that differ."""
    for one in checked:
        judgement = one.judgement
        verdict = output.style(judgement.verdict.value, bold=True, fg=_colour(judgement))
        also = f" (also {', '.join(judgement.also)})" if judgement.also else ""
        place = coverage(judgement) if judgement.address is None else attribution(judgement)
        where = f"{output.words(one.where)}  " if one.where else ""
        output.line(f"{where}{verdict}{also}  {output.words(place)}")
        _write_words(judgement, output)
        if claimed := claimed_otherwise(judgement):
            output.line(f"    {output.words(claimed)}")
        for remark in judgement.notes:
            output.line(
                f"    {output.style('note:', fg='yellow', bold=True)} {output.words(remark)}"
            )
        if judgement.verdict is Verdict.SPLICED:
            for address in judgement.places:
                output.line(f"    and at {output.words(address)}")
            continue
        for address in judgement.places[:_PLACES]:
            output.line(f"    also at {output.words(address)}")
        if more := len(judgement.places[_PLACES:]):
            output.line(f"    also in {plural(more, 'other place')}; --json has them all")


def _write_words(judgement: Judgement, output: Output) -> None:
    """Write the record's words and what differs; where there are none, those of the claim."""
    if judgement.diff and not judgement.is_faithful:
        output.line(f"    {_diff(judgement.diff, output)}")
        return
    words = judgement.text if judgement.is_faithful else judgement.claim.quote
    for paragraph in filter(None, map(str.strip, words.split("\n"))):
        output.line(f"    {output.words(paragraph)}")
    if judgement.verdict is Verdict.TYPOGRAPHIC:
        output.line(f"    quoted as: {output.words(one_line(judgement.claim.quote))}")


def write_github(checked: Iterable[Checked], output: Output) -> None:
    """Write a command a quotation that is to be looked at, as GitHub's runners read them."""
    for one in checked:
        if not one.judgement.is_to_be_seen or one.quotation is None:
            continue
        level = {"error": "error", "warning": "warning"}.get(_level(one.judgement), "notice")
        place = f"line={one.quotation.line},col={one.quotation.column}"
        title = one.judgement.verdict.value
        text = _escaped(message(one.judgement))
        output.line(f"::{level} file={_property(one.file or '')},{place},title={title}::{text}")


def write_sarif(checked: Iterable[Checked], output: Output) -> None:
    """Write one log of the Static Analysis Results Interchange Format, 2.1.0."""
    results = [_result(one) for one in checked if one.judgement.is_to_be_seen]
    rules = [
        {"id": _rule(verdict), "name": verdict.value, "shortDescription": {"text": text}}
        for verdict, text in MEANINGS.items()
    ]
    driver = {"name": "stenogram", "version": __version__, "rules": rules}
    log = {"$schema": _SCHEMA, "version": "2.1.0"}
    runs = [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}]
    # In ASCII, no character of a document can act on a terminal.
    output.line(json.dumps({**log, "runs": runs}, indent=2))


def _result(one: Checked) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": _rule(one.judgement.verdict),
        "level": _level(one.judgement),
        "message": {"text": message(one.judgement)},
    }
    if one.quotation is not None and one.file is not None:
        region = {"startLine": one.quotation.line, "startColumn": one.quotation.column}
        artifact = {"uri": _uri(one.file)}
        result["locations"] = [
            {"physicalLocation": {"artifactLocation": artifact, "region": region}}
        ]
    return result


def _uri(file: str) -> str:
    from urllib.parse import quote

    return quote(file.replace("\\", "/"), safe="/:")


def _rule(verdict: Verdict) -> str:
    return verdict.value.lower().replace(" ", "-")


def _level(judgement: Judgement) -> str:
    if judgement.verdict in LOUD:
        return "error"
    return "warning" if judgement.verdict is Verdict.NOT_FOUND else "note"


def _colour(judgement: Judgement) -> str:
    if judgement.is_faithful:
        return "green"
    return "red" if judgement.verdict in LOUD else "yellow"


_COLOURS: dict[Ink, str | None] = {
    Ink.KEPT: None,
    Ink.GONE: "red",
    Ink.ADDED: "green",
    Ink.KIND: "yellow",
}


def _diff(pieces: Sequence[Piece], output: Output) -> str:
    """Return the record's and the quotation's words in one line."""
    return " ".join(
        output.words(run.text)
        if run.ink is Ink.KEPT
        else output.style(output.words(run.text), fg=_COLOURS[run.ink], bold=run.loud)
        for run in side_by_side(pieces)
    )


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
