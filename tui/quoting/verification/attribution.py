"""Whether a passage's speaker and date are those that a claim names."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from tui.quoting.verification.claim import Claim
from tui.quoting.verification.record import Record
from tui.quoting.verification.verdict import Judgement, Verdict
from tui.quoting.verification.wording import Wording
from tui.search import query as q
from tui.search.folding import fold_text
from tui.search.tokens import tokens
from tui.search.truth import is_within

_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "madam", "г", "господин", "госпожа"})


def clauses(claim: Claim) -> tuple[q.Node, ...]:
    """Return what a claim says besides its words, as clauses of a query."""
    found: list[q.Node] = []
    if claim.by is not None and (words := _name_words(claim.by)):
        found.append(q.Field(q.Name.BY, claim.by, words))
    if claim.is_dated:
        found.append(q.Date("", claim.first, claim.last))
    return tuple(found)


def with_stranger(judgement: Judgement, name: str | None) -> Judgement:
    """Return a verdict with a note where a draft seems to name somebody the record does not.

    Args:
        judgement: A verdict that rests on whom the archive knows.
        name: Whom the draft seems to name, and the archive does not know; None for nobody.
    """
    if name is None or judgement.speaker is None:
        return judgement
    remark = f"the draft names “{name}”, and in the record {judgement.speaker} says it"
    return replace(judgement, notes=(*judgement.notes, remark))


class Attribution:
    """Compares passages with claims, by one archive's knowledge of people."""

    def __init__(self, record: Record) -> None:
        """Know people as this archive does."""

        @cache
        def said_by(name: str, wording: Wording) -> bool:
            field = q.Field(q.Name.BY, name, _name_words(name))
            turn = wording.turn
            if not field.words or turn is None:
                return False
            alone = replace(wording.meeting, body=(turn,))
            return any(
                h.anchor == wording.anchor for h in record.hits_of(alone, q.Query("", field))
            )

        self._said_by = said_by

    def faults(self, wording: Wording, claim: Claim) -> tuple[Verdict, ...]:
        """Return what of a claim is not so of a passage, the weightiest first.

        The speaker is compared as ``by:`` does: whole words of any of a person's names.
        """
        found: list[Verdict] = []
        if claim.by is not None and not self._is_by(wording, claim.by):
            found.append(Verdict.WRONG_SPEAKER)
        if claim.is_dated and not is_within(
            wording.meeting.date, q.Date("", claim.first, claim.last)
        ):
            found.append(Verdict.WRONG_DATE)
        return tuple(found)

    def _is_by(self, wording: Wording, name: str) -> bool:
        return wording.is_speech and self._said_by(name, wording)


def _name_words(name: str) -> tuple[str, ...]:
    """Return a name's words without a courtesy title in front."""
    words = tokens(fold_text(name))
    return words[1:] if len(words) > 1 and words[0] in _COURTESY else words
