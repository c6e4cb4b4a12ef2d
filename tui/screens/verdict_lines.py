"""A verdict on a quotation as the screen shows it; every colour repeats what the words say."""

from __future__ import annotations

from textual.content import Content

from tui.model import Entry
from tui.quoting.verification.report import LOUD, MEANINGS, Ink, coverage, side_by_side
from tui.quoting.verification.verdict import Judgement, Verdict
from tui.safe import visible
from tui.screens.wording import day

_STYLES = {
    Ink.KEPT: "",
    Ink.GONE: "$text-error strike",
    Ink.ADDED: "$text-success",
    Ink.KIND: "$text-warning",
}


def verdict_lines(judgement: Judgement, entry: Entry | None) -> Content:
    """Write a verdict: what it is, who says it where, the words, what else is to be known.

    Args:
        judgement: The verdict.
        entry: The meeting in which the passage stands; None where there is none.
    """
    lines = [_headline(judgement), Content(MEANINGS[judgement.verdict])]
    if judgement.address is None:
        lines.append(Content(f"Looked for {coverage(judgement)}.").stylize("$text-muted"))
        return Content("\n").join(lines)
    lines += [Content(""), *_where(judgement, entry), Content("")]
    if judgement.is_faithful:
        lines += [Content(visible(part)) for part in judgement.text.split("\n") if part.strip()]
    else:
        lines.append(_comparison(judgement))
    lines += [
        Content.assemble(("\nNote: ", "bold $text-warning"), visible(f"{note}."))
        for note in judgement.notes
    ]
    lines += _places(judgement)
    lines.append(Content(f"\nLooked for {coverage(judgement)}.").stylize("$text-muted"))
    return Content("\n").join(lines)


def _headline(judgement: Judgement) -> Content:
    colour = "$text-warning"
    if judgement.is_faithful:
        colour = "$text-success"
    elif judgement.verdict in LOUD:
        colour = "$text-error"
    also = f"   also {', '.join(judgement.also)}" if judgement.also else ""
    return Content.assemble((judgement.verdict.value, f"bold {colour}"), (also, "bold"))


def _where(judgement: Judgement, entry: Entry | None) -> list[Content]:
    kind = (judgement.kind or "").replace("_", " ")
    nobody = "Unnamed speaker" if kind == "turn" else kind.capitalize()
    who = Content.assemble(
        (visible(judgement.speaker or nobody), "bold"),
        visible(f", {judgement.role}" if judgement.role else ""),
    )
    if entry is None:
        return [who, Content(visible(judgement.address or "")).stylize("$text-muted")]
    when = ", ".join(part for part in (day(entry.date), entry.time) if part)
    facts = " · ".join(part for part in (when, entry.place, judgement.address) if part)
    return [
        who,
        Content(visible(entry.title)).stylize("italic"),
        Content(visible(facts)).stylize("$text-muted"),
    ]


def _comparison(judgement: Judgement) -> Content:
    """Write the record's words and the quotation's in one row."""
    return Content(" ").join(
        Content.styled(
            visible(run.text), " ".join(s for s in (_STYLES[run.ink], "bold" * run.loud) if s)
        )
        for run in side_by_side(judgement.diff)
    )


def _places(judgement: Judgement) -> list[Content]:
    """List where else it stands, with the key that leads there."""
    spliced = judgement.verdict is Verdict.SPLICED
    lead = "Its other parts:" if spliced else "It stands just as well at:"
    rows = [
        Content.assemble((f"  {number if number < 10 else ' '} ", "bold $accent"), visible(address))
        for number, address in enumerate(judgement.places, 1)
    ]
    return [Content(f"\n{lead}"), *rows] if rows else []
