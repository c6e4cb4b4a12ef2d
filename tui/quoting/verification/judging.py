"""Holding quotations against the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tui.quoting.verification.attribution import Attribution
from tui.quoting.verification.candidates import Candidates
from tui.quoting.verification.claim import Claim, Wanted, wanted
from tui.quoting.verification.context import denials
from tui.quoting.verification.nearness import Near, nearest
from tui.quoting.verification.record import Record
from tui.quoting.verification.splicing import Part, parts
from tui.quoting.verification.standing import Standing, stand
from tui.quoting.verification.verdict import Judgement, Verdict
from tui.quoting.verification.word_diff import Change, Piece
from tui.quoting.verification.wording import DISSOLVED, Wording
from tui.search.names import roles

_AS_CLAIMED = 0.1
"""How much nearer another speaker's passage must be than one of whom the claim names."""
_MOST_PLACES = 20
_SLIPS = 2
"""Words that differ where one was changed or left out: no splice is so like a single turn."""
_LEAST_HALF = 5
"""Words a half of a quotation must have to be looked for alone."""
_RANK = {Verdict.EXACT: 0, Verdict.TYPOGRAPHIC: 1, Verdict.ELIDED: 2, Verdict.ALTERED: 3}


class Verifier:
    """Judges quotations by one archive; what it read for one it remembers for the next."""

    def __init__(self, record: Record) -> None:
        """Judge by this archive, as it is now."""
        entries = [row.entry for row in record.timeline()]
        self._texts = len(entries)
        self._partial = sum(entry.partial for entry in entries)
        self._candidates = Candidates(record)
        self._attribution = Attribution(record)

    def judge(self, claim: Claim) -> Judgement:
        """Return the verdict on a quotation."""
        judged = self._judge(claim)
        return replace(judged, texts=self._texts, partial=self._partial)

    def _judge(self, claim: Claim) -> Judgement:
        quoted = wanted(claim.quote)
        if not quoted.words:
            return Judgement(claim, Verdict.NOT_FOUND)
        read: dict[Wording, None] = {}
        stands: list[Standing] = []
        for lot in self._candidates.standing(quoted, claim):
            stands += self._stands(lot, claim, quoted, read)
            if any(self._is_as_claimed(one, claim) for one in stands):
                break
        if stands:
            return self._standing(claim, stands)
        return self._elsewhere(claim, quoted, read)

    def _elsewhere(self, claim: Claim, quoted: Wanted, read: dict[Wording, None]) -> Judgement:
        """Judge a quotation that stands nowhere in a row, as far as is known.

        Words that go round an editor's bracket are found by what they share with a passage.
        """
        near: Near | None = None
        for lot in (self._candidates.broken(quoted, claim), self._alike(quoted)):
            stands = self._stands(lot, claim, quoted, read)
            if stands:
                return self._standing(claim, stands)
            near = self._nearest(claim, quoted, read)
            if near is not None and self._is_meant(near, claim):
                break
        if near is not None and near.differing <= _SLIPS:
            return self._altered(claim, near)
        beside = self._candidates.beside(near.wording) if near is not None else ()
        found = parts(quoted, [wording for wording in read if wording.is_speech], beside)
        if found:
            return self._spliced(claim, quoted, found)
        return Judgement(claim, Verdict.NOT_FOUND) if near is None else self._altered(claim, near)

    def _stands(
        self,
        lot: Iterable[Wording],
        claim: Claim,
        quoted: Wanted,
        read: dict[Wording, None],
    ) -> list[Standing]:
        """Return where a quotation stands in some passages that were not read yet.

        Once it stands exactly and as claimed in as many as are named, no more are read.
        """
        found: list[Standing] = []
        enough = 0
        for wording in lot:
            if wording in read:
                continue
            read[wording] = None
            standing = stand(wording, quoted)
            if standing is None:
                continue
            found.append(standing)
            if standing.verdict is Verdict.EXACT and self._is_as_claimed(standing, claim):
                enough += 1
                if enough > _MOST_PLACES:
                    break
        return found

    def _is_meant(self, near: Near, claim: Claim) -> bool:
        """Say whether a passage is so near that no other one need be looked for."""
        wording = near.wording
        faultless = wording.is_speech and not self._attribution.faults(wording, claim)
        return faultless and near.differing <= _SLIPS

    def _alike(self, quoted: Wanted) -> Iterator[Wording]:
        """Yield the passages that share most words with a quotation, or with a half of it."""
        words = quoted.words
        half = len(words) // 2
        yield from self._candidates.alike(words)
        if len(words) >= 2 * _LEAST_HALF:
            yield from self._candidates.alike(words[:half])
            yield from self._candidates.alike(words[half:])

    def _is_as_claimed(self, one: Standing, claim: Claim) -> bool:
        return one.wording.is_speech and not self._attribution.faults(one.wording, claim)

    def _standing(self, claim: Claim, stands: Sequence[Standing]) -> Judgement:
        """Judge a quotation that stands somewhere."""

        def order(one: Standing) -> tuple[object, ...]:
            faults = self._attribution.faults(one.wording, claim)
            speech = one.wording.is_speech
            # Whoever is named and did say it weighs more than the day on which it was.
            return (
                not speech,
                speech and bool(faults),
                Verdict.WRONG_SPEAKER in faults,
                _RANK[one.verdict],
                len(faults),
                one.end - one.start,
                one.wording.meeting.date or "9999",
                one.wording.meeting.id,
            )

        ranked = sorted(stands, key=order)
        best = ranked[0]
        faults = self._attribution.faults(best.wording, claim)
        found: list[Verdict] = []
        if not best.wording.is_speech:
            found.append(Verdict.NOT_SPEECH)
            faults = tuple(fault for fault in faults if fault is not Verdict.WRONG_SPEAKER)
        found.extend(faults)
        if not found or best.verdict in (Verdict.ELIDED, Verdict.ALTERED):
            found.append(best.verdict)
        if best.verdict is Verdict.ALTERED:
            found.sort(key=lambda verdict: verdict is not Verdict.ALTERED)
        same = [one for one in ranked if order(one)[:4] == order(best)[:4]]
        judgement = self._at(claim, found, best.wording, best.text, best.diff)
        return replace(
            judgement,
            places=_others(best.wording, (one.wording for one in same)),
            notes=denials(best.wording, best.start, best.end, best.diff),
        )

    def _spliced(self, claim: Claim, quoted: Wanted, found: Sequence[Part]) -> Judgement:
        verdicts = [Verdict.SPLICED]
        for part in found:
            verdicts.extend(self._attribution.faults(part.wording, claim))
        text = " […] ".join(part.text for part in found)
        pieces: list[Piece] = []
        for part, following in zip(found, (*found[1:], None), strict=True):
            end = part.first + part.length
            pieces.append(Piece(part.text, quoted.printed(part.first, end), Change.SAME))
            if following is not None:
                between = quoted.printed(end, following.first)
                other = following.wording
                beside = other.meeting.id == part.wording.meeting.id
                where = f"#{other.anchor}" if beside else other.address
                pieces.append(Piece(where, between, Change.TURN))
        first = found[0].wording
        judgement = self._at(claim, verdicts, first, text, pieces)
        return replace(judgement, places=_others(first, (part.wording for part in found)))

    def _nearest(self, claim: Claim, quoted: Wanted, alike: Iterable[Wording]) -> Near | None:
        """Return the nearest passage; of equals one that is speech and as claimed."""
        best: Near | None = None
        best_worth = 0.0
        for wording in dict.fromkeys(alike):
            near = nearest(wording, quoted) if wording.kind != DISSOLVED else None
            if near is None:
                continue
            worth = near.worth
            if not wording.is_speech or self._attribution.faults(wording, claim):
                worth -= _AS_CLAIMED
            if best is None or worth > best_worth:
                best, best_worth = near, worth
        return best

    def _altered(self, claim: Claim, near: Near) -> Judgement:
        faults = self._attribution.faults(near.wording, claim)
        if not near.wording.is_speech:
            faults = (Verdict.NOT_SPEECH,)
        return self._at(claim, (Verdict.ALTERED, *faults), near.wording, near.text, near.diff)

    def _at(
        self,
        claim: Claim,
        verdicts: Sequence[Verdict],
        wording: Wording,
        text: str,
        diff: Sequence[Piece],
    ) -> Judgement:
        turn = wording.turn if wording.is_speech else None
        return Judgement(
            claim,
            verdicts[0],
            also=tuple(dict.fromkeys(v for v in verdicts if v is not verdicts[0])),
            address=wording.address,
            kind="editor" if wording.turn and not wording.is_speech else wording.kind,
            speaker=turn.speaker if turn else None,
            role=roles(self._candidates.meeting(wording)).get(turn.number) if turn else None,
            date=wording.meeting.date,
            text=text,
            diff=tuple(diff),
        )


def _others(wording: Wording, all_of_them: Iterable[Wording]) -> tuple[str, ...]:
    addresses = dict.fromkeys(other.address for other in all_of_them)
    addresses.pop(wording.address, None)
    return tuple(addresses)[:_MOST_PLACES]
