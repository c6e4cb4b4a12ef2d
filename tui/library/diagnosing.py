"""Why a query finds nothing, and what near to it would be found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import TYPE_CHECKING

from tui.library.archive import Tally, never
from tui.library.spelling import spelled_right
from tui.search import query as q
from tui.search.coverage import Coverage, coverage
from tui.search.parser import parse
from tui.search.printing import clause_text, text_of
from tui.search.pruning import without
from tui.search.variants import Change, Variant, variants

if TYPE_CHECKING:
    from tui.library.archive import Archive

_MOST_CLAUSES = 8
_MOST_TRIED = 40
"""Variants that are asked for at most."""
_MOST_OFFERED = 6
_MOST_ALIKE = 2
"""Variants offered of one kind, so that there is something of everything."""


@dataclass(frozen=True, slots=True)
class ClauseCount:
    """What one clause finds by itself.

    Attributes:
        text: The clause.
        tally: What it finds; of a clause about meetings, those it leaves.
        of_passages: Whether it is about passages, rather than about meetings alone.
    """

    text: str
    tally: Tally
    of_passages: bool

    @property
    def says(self) -> str:
        """The count in words."""
        return in_words(self.tally, of_passages=self.of_passages)


@dataclass(frozen=True, slots=True)
class Emptying:
    """The fewest clauses without which there are hits.

    Attributes:
        clauses: Their texts.
        rest: The query without them, to be taken as it stands; "" where nothing is left.
        tally: What that finds; None where nothing was asked because nothing is left.
    """

    clauses: tuple[str, ...]
    rest: str = ""
    tally: Tally | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A variant that does find something.

    Attributes:
        variant: The query.
        tally: What it finds.
    """

    variant: Variant
    tally: Tally


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Why there are no hits.

    Attributes:
        clauses: What each clause finds by itself, in the order of the query; of an exchange,
            its sides.
        emptying: Without what there would be hits; None where that was not found.
        offers: What is near and does find something, the nearest first.
        coverage: What the library has of the days asked for.
        unanswered: Whether both sides of an exchange are found and none answers the other.
        complete: Whether everything was tried; False where it was cancelled.
    """

    clauses: tuple[ClauseCount, ...] = ()
    emptying: Emptying | None = None
    offers: tuple[Offer, ...] = ()
    coverage: Coverage = field(default_factory=lambda: Coverage(0, 0, 0, (), 0))
    unanswered: bool = False
    complete: bool = True

    def lines(self) -> tuple[str, ...]:
        """Return it in plain words, a line each, what belongs to a line above set in by two."""
        lines: list[str] = []
        if len(self.clauses) > 1:
            lines.append("Each clause alone:")
            lines.extend(_columns([(each.text, each.says) for each in self.clauses]))
        if self.unanswered:
            lines.append("Both sides are found, and neither answers the other so soon.")
        if self.emptying is not None and len(self.clauses) > 1:
            clauses = " and ".join(self.emptying.clauses)
            if self.emptying.tally is not None:
                found = in_words(self.emptying.tally)
                lines.append(f"Without {clauses}: {found}, for {self.emptying.rest}")
        if self.offers:
            lines.append("Near to it:")
            rows = [
                (offer.variant.text, f"{in_words(offer.tally)}, {offer.variant.says}")
                for offer in self.offers
            ]
            lines.extend(_columns(rows))
        lines.append(str(self.coverage))
        if not self.complete:
            lines.append("More might be found: not everything was tried.")
        return tuple(lines)


def in_words(tally: Tally, *, of_passages: bool = True) -> str:
    """Return a count in words: “3 turns in 2 meetings”, “2 meetings”, “nothing”."""
    if not tally.meetings:
        return "nothing" if tally.exact else "nothing so far"
    least = "" if tally.exact else "≥ "
    meetings = f"{tally.meetings:,} meeting{'s' * (tally.meetings != 1)}"
    if not of_passages:
        return least + meetings
    if not tally.turns:
        return f"{least}{meetings}, outside speech"
    return f"{least}{tally.turns:,} turn{'s' * (tally.turns != 1)} in {meetings}"


def diagnose(
    archive: Archive, query: q.Query, *, cancelled: Callable[[], bool] = never
) -> Diagnosis:
    """Find out why a query has no hits.

    A bounded number of queries is counted, whatever the query is; with an index each takes
    a moment, without one it reads what the library holds.

    Args:
        archive: Where nothing was found.
        query: What was asked.
        cancelled: Asked between counts; when true, what is known so far is returned.
    """
    entries = [row.entry for row in archive.timeline()]
    known = Diagnosis(coverage=coverage(entries, query))
    if query.root is None or not entries:
        return known

    def count(asked: q.Query) -> Tally:
        return archive.tally(asked, cancelled=cancelled)

    parts = _parts(query.root)
    counted: list[ClauseCount] = []
    for part in parts:
        if cancelled():
            return replace(known, clauses=tuple(counted), complete=False)
        alone = replace(query, text=clause_text(part), root=part)
        counted.append(ClauseCount(alone.text, count(alone), alone.has_passage_clauses))
    known = replace(known, clauses=tuple(counted))
    empty = [part for part, each in zip(parts, counted, strict=True) if not each.tally.meetings]
    if isinstance(query.root, q.Exchange):
        known = replace(known, unanswered=not empty)
    else:
        known = replace(known, emptying=_emptying(query, parts, empty, count, cancelled))
    people = archive.people() if _asks_for_names(empty) else ()
    names = list(dict.fromkeys(person.name for person in people))
    near = _near(query, known.emptying, empty, names)
    offers = tuple(_offers(archive, query, near, count, cancelled))
    return replace(known, offers=offers, complete=not cancelled())


def _parts(root: q.Node) -> tuple[q.Node, ...]:
    """Return what must all be so."""
    if isinstance(root, q.Exchange):
        return root.left, root.right
    return root.children if isinstance(root, q.And) else (root,)


def _emptying(
    query: q.Query,
    parts: Sequence[q.Node],
    empty: Sequence[q.Node],
    count: Callable[[q.Query], Tally],
    cancelled: Callable[[], bool],
) -> Emptying | None:
    """Find the fewest clauses without which there are hits.

    What finds nothing by itself has to go in any case; what else has to, is tried.
    """
    others = [part for part in parts if part not in empty][:_MOST_CLAUSES]
    for more in range(3):
        best: Emptying | None = None
        for further in combinations(others, more):
            if cancelled():
                return best
            dropped = (*empty, *further)
            rest = without(query, *dropped)
            if not dropped or rest.root is None or not rest.has_passage_clauses:
                continue
            tally = count(rest)
            if tally.meetings and (best is None or _found(best) < (tally.turns, tally.meetings)):
                best = Emptying(tuple(map(clause_text, dropped)), text_of(rest), tally)
        if best is not None:
            return best
    return Emptying(tuple(map(clause_text, empty))) if empty else None


def _found(emptying: Emptying) -> tuple[int, int]:
    tally = emptying.tally
    return (tally.turns, tally.meetings) if tally else (0, 0)


def _asks_for_names(clauses: Sequence[q.Node]) -> bool:
    named = (q.Name.BY, q.Name.WITH)
    each = (node for clause in clauses for node in q.walk(clause))
    return any(isinstance(node, q.Field) and node.name in named for node in each)


def _near(
    query: q.Query, emptying: Emptying | None, empty: Sequence[q.Node], names: Sequence[str]
) -> Sequence[Variant]:
    """Return the variants that are worth a try, those of the emptying clauses first.

    Where several clauses find nothing, changing one of them is of no use while the others
    are there: each is tried without them.
    """
    bases = [query]
    if len(empty) > 1:
        bases = [without(query, *(each for each in empty if each is not one)) for one in empty]
    found = [variant for base in bases for variant in variants(base, names)]
    guilty = emptying.clauses if emptying else ()
    told = emptying.rest if emptying else ""
    found.sort(key=lambda variant: variant.instead not in guilty)
    return [variant for variant in found if variant.text != told][:_MOST_TRIED]


def _offers(
    archive: Archive,
    query: q.Query,
    near: Sequence[Variant],
    count: Callable[[q.Query], Tally],
    cancelled: Callable[[], bool],
) -> Iterator[Offer]:
    """Yield the variants that find something, and something else than those before."""
    offered: list[Offer] = []
    tried: dict[Change, list[Tally]] = {}
    for variant in near:
        if cancelled() or len(offered) >= _MOST_OFFERED:
            return
        alike = tried.setdefault(variant.change, [])
        asked = parse(variant.text).query
        leads_away = query.has_passage_clauses and not asked.has_passage_clauses
        if leads_away or len(alike) >= _MOST_ALIKE:
            continue
        tally = count(asked)
        # Further away and finding no more, it would only repeat what is offered.
        if tally.meetings and tally not in alike:
            alike.append(tally)
            best = _best(archive, Offer(variant, tally), count, cancelled)
            if all(best.variant.text != offer.variant.text for offer in offered):
                offered.append(best)
                yield best


def _best(
    archive: Archive, offer: Offer, count: Callable[[q.Query], Tally], cancelled: Callable[[], bool]
) -> Offer:
    """Return an offer with the word that was meant, where it is found so as well."""
    right = spelled_right(archive, offer.variant, cancelled=cancelled)
    if right is None:
        return offer
    tally = count(parse(right.text).query)
    return Offer(right, tally) if tally.meetings else offer


def _columns(rows: Sequence[tuple[str, str]]) -> list[str]:
    width = min(max(len(left) for left, _ in rows), 40)
    return [f"  {left:<{width}}  {right}" for left, right in rows]
