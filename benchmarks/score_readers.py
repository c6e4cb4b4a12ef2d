"""Score the readers against annotated transcripts, by layout, with the worst documents.

Usage: python benchmarks/score_readers.py [--worst N] [--show] [CORPUS]

The corpus is a folder with ``kremlin`` and ``archive``, each with ``text`` and ``gold``;
without an argument $STENOGRAM_CORPUS, else ``../shared/corpus`` beside the checkout.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from tui.model import BlockKind, Meeting, Turn
from tui.reading.errors import ReadingError
from tui.reading.registry import read

FIELDS = ("title", "summary", "date", "time", "place", "published")
TAGS = ("geography", "topics", "persons", "sections")


@dataclass
class Score:
    """How one document was read."""

    name: str
    layout: str
    gold: list[tuple[str, str, str]]
    ours: list[tuple[str, str, str]]
    right: int
    checks: Counter[str] = field(default_factory=Counter)
    wrong: dict[str, tuple[Any, Any]] = field(default_factory=dict)

    @property
    def turns(self) -> int:
        """Turns there are, or turns we see if they are more: an invented turn is an error."""
        return max(len(self.gold), len(self.ours))


def corpus_folder() -> Path:
    """Return where the annotated transcripts are expected."""
    named = os.environ.get("STENOGRAM_CORPUS")
    checkout = Path(__file__).resolve().parent.parent
    return Path(named) if named else checkout.parent / "shared" / "corpus"


def edges(text: str) -> tuple[str, str]:
    """Return the first and last six words."""
    words = text.split()
    return " ".join(words[:6]), " ".join(words[-6:])


def turn_key(turn: Turn) -> tuple[str, str, str]:
    first, last = edges(" ".join(block.text for block in turn.paragraphs))
    return (turn.speaker or "", first, last)


def compare(name: str, gold: dict[str, Any], meeting: Meeting) -> Score:
    """Hold a meeting against its annotation."""
    expected = [
        (turn["speaker"] or "", _squeeze(turn["first"]), _squeeze(turn["last"]))
        for turn in gold["turns"]
    ]
    ours = [turn_key(turn) for turn in meeting.turns]
    pairs = [
        (i + k, j + k)
        for i, j, n in SequenceMatcher(a=expected, b=ours, autojunk=False).get_matching_blocks()
        for k in range(n)
    ]
    score = Score(name, gold.get("layout", "archive"), expected, ours, len(pairs))
    for i, j in pairs:
        _check(score, "role", gold["turns"][i]["role"], meeting.turns[j].role)
        _check(
            score,
            "paragraphs",
            gold["turns"][i]["n_paragraphs"],
            len(meeting.turns[j].paragraphs),
        )
    for key in FIELDS:
        if key in gold and not (gold.get("truncated") and gold[key] is None):
            _check(score, key, _squeeze(gold[key] or ""), _squeeze(getattr(meeting, key) or ""))
    for key in TAGS:
        hidden = gold.get("tags_hidden") or []
        shown = [tag for tag in gold[key] if tag not in hidden]
        _check(score, key, shown, list(getattr(meeting, key)))
    blocks = [
        b for part in meeting.body for b in (part.blocks if isinstance(part, Turn) else [part])
    ]
    kinds: dict[str, list[str]] = {}
    for block in blocks:
        kinds.setdefault(block.kind.value, []).append(_squeeze(block.text))
    for key, kind in (
        ("captions", "caption"),
        ("headings", "heading"),
        ("pullquotes", "pull_quote"),
    ):
        if key in gold:
            _check(score, key, sorted(map(_squeeze, gold[key])), sorted(kinds.get(kind, [])))
    _check(score, "elisions", gold["n_elisions"], len(kinds.get("elision", [])))
    _check(
        score,
        "see_also",
        [(e["title"], e["date"]) for e in gold["see_also"]],
        [(e.title, e.date) for e in meeting.see_also],
    )
    if "n_preamble" in gold:
        preamble = 0
        for part in meeting.body:
            if isinstance(part, Turn):
                break
            preamble += part.kind is BlockKind.NARRATIVE
        if gold["turns"]:
            _check(score, "preamble", gold["n_preamble"], preamble)
    return score


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def _check(score: Score, key: str, expected: Any, found: Any) -> None:
    score.checks[key] += 1
    if expected != found:
        score.checks[f"{key}!"] += 1
        score.wrong[key] = (expected, found)


def documents(corpus: Path) -> list[tuple[str, Path, Path]]:
    """Return (collection, text, annotation) of every annotated document."""
    found = []
    for collection in ("kremlin", "archive"):
        for gold in sorted((corpus / collection / "gold").glob("*.json")):
            text = corpus / collection / "text" / f"{gold.stem}.txt"
            if text.exists():
                found.append((collection, text, gold))
    return found


def score_all(corpus: Path) -> dict[str, list[Score]]:
    """Read every annotated document; the scores by collection."""
    scores: dict[str, list[Score]] = {}
    for collection, path, gold_path in documents(corpus):
        gold = json.loads(gold_path.read_text("utf-8"))
        try:
            (meeting,) = read(path.read_bytes(), path.name)
        except ReadingError as error:
            expected = [(t["speaker"], t["first"], t["last"]) for t in gold["turns"]]
            score = Score(path.name, gold.get("layout", "archive"), expected, [], 0)
            score.wrong["error"] = ("", str(error))
        else:
            score = compare(path.name, gold, meeting)
        scores.setdefault(collection, []).append(score)
    return scores


def rate(scores: list[Score], key: str = "") -> float:
    """Return the share that is right: of turns, or of one field."""
    if key:
        total = sum(s.checks[key] for s in scores)
        return 1 - sum(s.checks[f"{key}!"] for s in scores) / total if total else 1.0
    total = sum(s.turns for s in scores)
    return sum(s.right for s in scores) / total if total else 1.0


def report(title: str, scores: list[Score]) -> None:
    keys = sorted({key for s in scores for key in s.checks if not key.endswith("!")})
    turns = sum(s.turns for s in scores)
    print(f"{title}: {len(scores)} documents, {turns} turns, {rate(scores):.2%} right")
    print("   " + " ".join(f"{key} {rate(scores, key):.1%}" for key in keys))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", nargs="?", type=Path, default=corpus_folder())
    parser.add_argument("--worst", type=int, default=10)
    parser.add_argument("--show", action="store_true", help="print what differs")
    parser.add_argument("--field", help="list documents whose FIELD is wrong")
    options = parser.parse_args()
    if not options.corpus.is_dir():
        sys.exit(f"No corpus at {options.corpus}; name it, or set STENOGRAM_CORPUS.")
    began = time.perf_counter()
    collections = score_all(options.corpus)
    took = time.perf_counter() - began
    every = [s for scores in collections.values() for s in scores]
    for name, scores in collections.items():
        report(name, scores)
        layouts = sorted({s.layout for s in scores})
        for layout in layouts if len(layouts) > 1 else ():
            report(f"  {name} {layout}", [s for s in scores if s.layout == layout])
    print(f"{len(every)} documents scored in {took:.2f} s")
    if options.field:
        for score in every:
            if options.field in score.wrong:
                expected, found = score.wrong[options.field]
                print(f"{score.name}\n   - {expected!r}\n   + {found!r}")
        return
    for score in sorted(every, key=lambda s: s.right - s.turns)[: options.worst]:
        if score.right < score.turns:
            print(f"{score.name} ({score.layout}): {score.right} of {score.turns} turns right")
            if options.show:
                for line in _differences(score):
                    print("   " + line)


def _differences(score: Score) -> list[str]:
    lines = []
    matcher = SequenceMatcher(a=score.gold, b=score.ours, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            lines += [f"- {i + 1}: {score.gold[i]}" for i in range(i1, i2)]
            lines += [f"+ {j + 1}: {score.ours[j]}" for j in range(j1, j2)]
    return lines


if __name__ == "__main__":
    main()
