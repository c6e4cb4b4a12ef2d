"""How often a verdict on a quotation is the right one.

    python benchmarks/verdicts.py [--each 230] [--seed 1] [--show 5] [FOLDER …]

Imports FOLDER (the corpus beside the checkout where none is given) into a library, makes
quotations of known kinds out of its turns, judges each, and prints what kind got which verdict.
A quotation that happens to be something else (a changed word that somebody did say, a splice that
stands in a row elsewhere) is held against all words of the library, by means that share nothing
with what is measured, and made anew.

Exit code 1 where an altered quotation was called exact or typographic.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tui.library.open import create_library
from tui.model import BlockKind, Meeting, Turn
from tui.quoting.verification.claim import Claim
from tui.quoting.verification.judging import Verifier
from tui.quoting.verification.verdict import FAITHFUL, Verdict

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE = re.compile(r"(?<!\S)[^\s.!?…][^.!?…]*[.!?](?=\s|$)")
_AUXILIARY = re.compile(r"\b(is|are|was|were|will|have|has|can|must|should|would|could)\b (?!not)")


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a turn."""

    meeting: Meeting
    turn: Turn
    text: str


@dataclass(frozen=True, slots=True)
class Made:
    """A quotation of a known kind."""

    kind: str
    claim: Claim
    right: Verdict


class Corpus:
    """All words of a library, as plain as they can be had."""

    def __init__(self, meetings: list[Meeting]) -> None:
        self.meetings = meetings
        self.said: list[Said] = []
        self.unsaid: list[str] = []
        self.turns: list[tuple[Meeting, Turn]] = []
        self._plain: list[str] = []
        words: Counter[str] = Counter()
        spoken: list[str] = []
        for meeting in meetings:
            for turn in meeting.turns:
                texts = [block.text for block in turn.paragraphs]
                plain = words_of(" ".join(texts))
                spoken.append(f" {plain} ")
                words.update(plain.split())
                if turn.speaker is None:
                    continue
                self.turns.append((meeting, turn))
                self._plain.append(spoken[-1])
                for block in turn.paragraphs:
                    if not block.spans:
                        self.said += [
                            Said(meeting, turn, found[0])
                            for found in _SENTENCE.finditer(block.text)
                            if 8 <= len(_WORD.findall(found[0])) <= 40
                        ]
            for passage in meeting.passages():
                block = passage.blocks[0] if passage.turn is None else None
                if block is not None and block.kind in (BlockKind.NARRATIVE, BlockKind.CAPTION):
                    self.unsaid += [
                        found[0]
                        for found in _SENTENCE.finditer(block.text)
                        if 8 <= len(_WORD.findall(found[0])) <= 40
                    ]
        self.spoken = "\n".join(spoken)
        self.words = [word for word, count in words.items() if count > 3 and len(word) > 3]
        self.speakers = sorted({turn.speaker or "" for _, turn in self.turns})
        self.next: dict[str, list[str]] = defaultdict(list)
        for line in spoken[::7]:
            row = line.split()
            for one, other in pairwise(row):
                self.next[one].append(other)

    def holds(self, quote: str) -> bool:
        """Whether the words stand in a row in some turn."""
        return f" {words_of(quote)} " in self.spoken

    def by(self, quote: str) -> Iterator[tuple[Meeting, Turn]]:
        """The turns that hold the words."""
        wanted = f" {words_of(quote)} "
        for place, plain in zip(self.turns, self._plain, strict=True):
            if wanted in plain:
                yield place


def words_of(text: str) -> str:
    return " ".join(_WORD.findall(text.lower().replace("’", "'")))


class Maker:
    """Makes quotations of each kind; one that cannot be made of a sentence is None."""

    def __init__(self, corpus: Corpus, chance: random.Random) -> None:
        self.corpus = corpus
        self.chance = chance

    def exact(self) -> Made | None:
        return self._made("exact", self._sentence().text, Verdict.EXACT)

    def typeset(self) -> Made | None:
        text = self._sentence().text
        changes: list[Callable[[str], str]] = [
            lambda t: t.replace("’", "'").replace("“", '"').replace("”", '"'),
            lambda t: t.replace("'", "’").replace("–", "—").replace("-", "‑"),
            lambda t: t.replace("\xa0", " ").replace(" ", "\xa0", 2),
            lambda t: t[0].swapcase() + t[1:],
            lambda t: f"[{t[0].swapcase()}]{t[1:]}" if t[0].isalpha() else t,
            lambda t: t.upper(),
            lambda t: t.replace(" – ", "—").replace(" — ", "--"),
        ]
        new = self.chance.choice(changes)(text)
        return self._made("re-typeset", new, Verdict.TYPOGRAPHIC) if new != text else None

    def elided(self) -> Made | None:
        one = self._sentence()
        words = one.text.split(" ")
        if len(words) < 14:
            return None
        cut = self.chance.randrange(4, len(words) - 8)
        stop = cut + self.chance.randrange(1, 4)
        mark = self.chance.choice(("[…]", "…", "...", "[...]", "(…)"))
        text = " ".join((*words[:cut], mark, *words[stop:]))
        return self._made("elided", text, Verdict.ELIDED)

    def word(self) -> Made | None:
        text = self._sentence().text
        found = self.chance.choice(list(_WORD.finditer(text)))
        if any(c.isdigit() for c in found[0]):
            return None
        new = text[: found.start()] + self.chance.choice(self.corpus.words) + text[found.end() :]
        return self._altered("one word", text, new)

    def dropped(self) -> Made | None:
        text = self._sentence().text
        words = text.split(" ")
        gone = self.chance.randrange(1, len(words) - 1)
        return self._altered("word left out", text, " ".join(words[:gone] + words[gone + 1 :]))

    def negated(self) -> Made | None:
        text = self._sentence().text
        if " not " in text:
            return self._altered("negated", text, text.replace(" not ", " ", 1))
        return self._altered("negated", text, _AUXILIARY.sub(r"\1 not ", text, count=1))

    def number(self) -> Made | None:
        text = self._sentence().text
        digits = [m.start() for m in re.finditer(r"\d", text)]
        if not digits:
            return None
        at = self.chance.choice(digits)
        changes = [
            text[:at] + str((int(text[at]) + self.chance.randrange(1, 9)) % 10) + text[at + 1 :],
            re.sub(r"(?<=\d)[.,](?=\d)", lambda m: "," if m[0] == "." else ".", text, count=1),
            re.sub(r"(?<=\s)(?=\d)", "-", text, count=1),
        ]
        new = self.chance.choice(changes)
        return self._made("number", new, Verdict.ALTERED) if new != text else None

    def speaker(self) -> Made | None:
        one = self._sentence()
        other = self.chance.choice(self.corpus.speakers)
        wanted = set(words_of(other).split())
        holders = {turn.speaker or "" for _, turn in self.corpus.by(one.text)}
        if not wanted or any(wanted <= set(words_of(holder).split()) for holder in holders):
            return None
        claim = Claim(one.text, other)
        return Made("wrong speaker", claim, Verdict.WRONG_SPEAKER)

    def date(self) -> Made | None:
        one = self._sentence()
        years = {(meeting.date or "")[:4] for meeting, _ in self.corpus.by(one.text)}
        year = str(self.chance.randrange(1990, 2025))
        if year in years:
            return None
        claim = Claim(one.text, None, f"{year}-01-01", f"{year}-12-31")
        return Made("wrong date", claim, Verdict.WRONG_DATE)

    def spliced(self) -> Made | None:
        one, two = self._sentence(), self._sentence()
        if one.turn == two.turn:
            return None
        joint = self.chance.choice((" […] ", " ", " … "))
        text = f"{one.text}{joint}{two.text}"
        for _, turn in self.corpus.by(one.text):
            if f" {words_of(two.text)} " in f" {words_of(' '.join(b.text for b in turn.blocks))} ":
                return None
        return self._made("spliced", text, Verdict.SPLICED)

    def unspoken(self) -> Made | None:
        text = self.chance.choice(self.corpus.unsaid)
        if self.corpus.holds(text):
            return None
        return self._made("not speech", text, Verdict.NOT_SPEECH)

    def invented(self) -> Made | None:
        word = self.chance.choice(self.corpus.words)
        words = [word]
        for _ in range(self.chance.randrange(9, 24)):
            following = self.corpus.next.get(words[-1])
            if not following:
                break
            words.append(self.chance.choice(following))
        text = " ".join(words).capitalize() + "."
        if len(words) < 8 or self.corpus.holds(text):
            return None
        return self._made("invented", text, Verdict.NOT_FOUND)

    def _sentence(self) -> Said:
        return self.chance.choice(self.corpus.said)

    def _altered(self, kind: str, text: str, new: str) -> Made | None:
        if words_of(new) == words_of(text) or self.corpus.holds(new):
            return None
        return self._made(kind, new, Verdict.ALTERED)

    def _made(self, kind: str, text: str, right: Verdict) -> Made:
        return Made(kind, Claim(text), right)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--each", type=int, default=180, help="quotations of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="wrong verdicts to print of each kind")
    parser.add_argument("folders", nargs="*", type=Path)
    options = parser.parse_args()
    folders = options.folders or corpus_folders()
    if not folders:
        print("There is no corpus: name folders of transcripts, or set STENOGRAM_CORPUS.")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        library = create_library(Path(folder) / "library", empty=True)
        sum(1 for _ in library.import_files(folders))
        meetings = [library.meeting(row.entry.id) for row in library.timeline()]
        corpus = Corpus(meetings)
        print(
            f"{len(meetings):,} texts, {len(corpus.turns):,} turns, seed {options.seed}, "
            f"{options.each} quotations of each kind"
        )
        return judge(corpus, Verifier(library), options)


def judge(corpus: Corpus, verifier: Verifier, options: argparse.Namespace) -> int:
    """Make, judge and print."""
    maker = Maker(corpus, random.Random(options.seed))
    kinds = (
        maker.exact, maker.typeset, maker.elided, maker.word, maker.dropped, maker.negated,
        maker.number, maker.speaker, maker.date, maker.spliced, maker.unspoken, maker.invented,
    )  # fmt: skip
    matrix: dict[str, Counter[Verdict]] = defaultdict(Counter)
    right: dict[str, Verdict] = {}
    false_comfort = 0
    times: list[float] = []
    for make in kinds:
        shown = count = 0
        while count < options.each:
            made = make()
            if made is None:
                continue
            count += 1
            begun = time.perf_counter()
            judgement = verifier.judge(made.claim)
            times.append(time.perf_counter() - begun)
            right[made.kind] = made.right
            matrix[made.kind][judgement.verdict] += 1
            if made.right is Verdict.ALTERED and judgement.verdict in FAITHFUL:
                false_comfort += 1
            if judgement.verdict is not made.right and shown < options.show:
                shown += 1
                print(f"{made.kind}: {judgement.verdict} {judgement.address} {made.claim!r}")
    show(matrix, right)
    times.sort()
    print(
        f"milliseconds a quotation: median {times[len(times) // 2] * 1000:.0f}, "
        f"95 of 100 within {times[len(times) * 95 // 100] * 1000:.0f}"
    )
    print(f"altered quotations called exact or typographic: {false_comfort}")
    return 1 if false_comfort else 0


def show(matrix: dict[str, Counter[Verdict]], right: dict[str, Verdict]) -> None:
    """Print which kind got which verdict; the right ones in brackets."""
    heads = [verdict.value.lower() for verdict in Verdict]
    print(f"{'made':16}" + "".join(f"{head:>15}" for head in heads))
    for kind, row in matrix.items():
        cells = []
        for verdict in Verdict:
            number = str(row[verdict]) if row[verdict] else "·"
            cells.append(f"[{number}]" if verdict is right[kind] else f"{number} ")
        print(f"{kind:16}" + "".join(f"{cell:>15}" for cell in cells))
    total = sum(sum(row.values()) for row in matrix.values())
    good = sum(row[right[kind]] for kind, row in matrix.items())
    print(f"{good:,} of {total:,} as made")


def corpus_folders() -> list[Path]:
    """The folders of real transcripts, where there are any."""
    default = Path(__file__).resolve().parents[1].parent / "shared" / "corpus"
    root = Path(os.environ.get("STENOGRAM_CORPUS") or default)
    folders = [root / "archive" / "text", root / "arguments"]
    return [folder for folder in folders if folder.is_dir()]


if __name__ == "__main__":
    sys.exit(main())
