"""Verdicts as a table, JSON Lines, SARIF and annotations of GitHub."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui import __version__
from tui.cli.output import Output
from tui.quoting.drafts.quotations import Quotation
from tui.quoting.verification.verdict import Judgement, Verdict
from tui.quoting.verification.word_diff import STANDS_OUT, Change, Piece

_LOUD = frozenset(
    {
        Verdict.ALTERED,
        Verdict.WRONG_SPEAKER,
        Verdict.WRONG_DATE,
        Verdict.SPLICED,
        Verdict.NOT_SPEECH,
    }
)
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_HELP = {
    Verdict.ELIDED: "Words were left out, and the quotation says so.",
    Verdict.ALTERED: "The nearest passage of the record has other words.",
    Verdict.WRONG_SPEAKER: "The record has somebody else say it.",
    Verdict.WRONG_DATE: "The record has it said on another day.",
    Verdict.SPLICED: "The quotation's parts stand in different turns.",
    Verdict.NOT_SPEECH: "Nobody said it: it is narrative, a caption, or an editor's words.",
    Verdict.NOT_FOUND: "No passage of the record is near enough.",
}


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


def message(judgement: Judgement) -> str:
    """Return in one line of plain text what is to be known of a quotation."""
    said = [judgement.verdict.value]
    if judgement.also:
        said[0] += f" (also {', '.join(judgement.also)})"
    if judgement.address is None:
        said.append(coverage(judgement))
    else:
        said.append(attribution(judgement))
    if judgement.changes and judgement.verdict is not Verdict.TYPOGRAPHIC:
        said.append("; ".join(_change(piece) for piece in _telling(judgement)))
    return ": ".join(part for part in said if part)


def coverage(judgement: Judgement) -> str:
    """Say in how many texts a quotation was looked for."""
    texts = "1 text" if judgement.texts == 1 else f"{judgement.texts:,} texts"
    return f"in {texts}, {judgement.partial:,} of them partial"


def attribution(judgement: Judgement) -> str:
    """Say who says it, as what, when and where."""
    who = judgement.speaker
    if who is None:
        kind = (judgement.kind or "").replace("_", " ")
        who = "unnamed speaker" if kind == "turn" else f"({kind})"
    parts = (who, judgement.role, judgement.date, judgement.address)
    return ", ".join(part for part in parts if part)


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
        for paragraph in judgement.claim.quote.split("\n"):
            if paragraph.strip() and (judgement.is_faithful or not judgement.diff):
                output.line(f"    {output.words(paragraph.strip())}")
        if judgement.diff and not judgement.is_faithful:
            output.line(f"    {_diff(judgement.diff, output)}")
        lead = "and at" if judgement.verdict is Verdict.SPLICED else "also at"
        for address in judgement.places:
            output.line(f"    {lead} {output.words(address)}")


def write_github(checked: Iterable[Checked], output: Output) -> None:
    """Write a command a quotation that is to be looked at, as GitHub's runners read them."""
    for one in checked:
        if one.judgement.is_faithful or one.quotation is None:
            continue
        level = {"error": "error", "warning": "warning"}.get(_level(one.judgement), "notice")
        place = f"line={one.quotation.line},col={one.quotation.column}"
        title = one.judgement.verdict.value
        text = _escaped(message(one.judgement))
        output.line(f"::{level} file={_property(one.file or '')},{place},title={title}::{text}")


def write_sarif(checked: Iterable[Checked], output: Output) -> None:
    """Write one log of the Static Analysis Results Interchange Format, 2.1.0."""
    results = [_result(one) for one in checked if not one.judgement.is_faithful]
    rules = [
        {"id": _rule(verdict), "name": verdict.value, "shortDescription": {"text": text}}
        for verdict, text in _HELP.items()
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
    if judgement.verdict in _LOUD:
        return "error"
    return "warning" if judgement.verdict is Verdict.NOT_FOUND else "note"


def _colour(judgement: Judgement) -> str:
    if judgement.is_faithful:
        return "green"
    return "red" if judgement.verdict in _LOUD else "yellow"


def _telling(judgement: Judgement) -> list[Piece]:
    """Return the changes worth a line, those that stand out first."""
    changes = [piece for piece in judgement.changes if piece.change is not Change.TYPOGRAPHY]
    return sorted(changes, key=lambda piece: piece.change not in STANDS_OUT)


def _change(piece: Piece) -> str:
    """Say one difference in words."""
    if piece.change is Change.TURN:
        return f"from {piece.record} on another turn"
    record, quote = f"“{piece.record}”", f"“{piece.quote}”"
    kind = f" ({piece.change})"
    if not piece.quote or piece.change is Change.OMISSION:
        return f"left out: {record}{kind}"
    if not piece.record:
        return f"added: {quote}{kind}"
    return f"{record} became {quote}{kind}"


def _diff(pieces: Sequence[Piece], output: Output) -> str:
    """Return the record's and the quotation's words in one line: [-gone-] {+added+}."""
    shown: list[str] = []
    for piece in pieces:
        record, quote = output.words(_one_line(piece.record)), output.words(_one_line(piece.quote))
        if piece.change in (Change.SAME, Change.TYPOGRAPHY):
            shown.append(quote)
            continue
        if piece.change is Change.TURN:
            shown.append(output.style(f"| {record} |", fg="red"))
            continue
        loud = piece.change in STANDS_OUT
        marks = []
        if record:
            marks.append(output.style(f"[-{record}-]", fg="red", bold=loud))
        if quote:
            marks.append(output.style(f"{{+{quote}+}}", fg="green", bold=loud))
        kind = f" <{piece.change}>" if loud else ""
        shown.append(" ".join(marks) + output.style(kind, fg="yellow", bold=True))
    return " ".join(shown)


def _one_line(text: str) -> str:
    return " / ".join(line.strip() for line in text.split("\n") if line.strip())


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
