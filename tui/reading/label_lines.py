"""Where a line could begin a turn: the ways in which transcripts print a label."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from tui.reading.foreign_labels import stopped
from tui.reading.names import has_courtesy
from tui.reading.printed_label import Label, Shape, shape, take_apart


class Form(Enum):
    """How the label stands to the words."""

    COLON = "colon"
    """``Name: words``, or the label and its colon alone on the line."""
    CHEVRON = "chevron"
    """``>> Name: words`` or ``>> words``, as captioners print a change of speaker."""
    LETTER = "letter"
    """``Q  words`` and ``A.  words``."""
    STOP = "stop"
    """``Mr. Example. Words``, as congressional records print it."""
    NICK = "nick"
    """``<nick> words``, as chat logs and the minutes made of them print it."""
    OWN_LINE = "own line"
    """The name alone on its line, with a time or a seat in brackets, or a section sign."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that could begin a turn.

    Attributes:
        form: How the label is printed.
        label: The label.
        shape: How much it looks like one by itself.
        rest: What follows on the same line.
        seconds: The time printed with it, from the beginning of the recording.
    """

    form: Form
    label: Label
    shape: Shape
    rest: str
    seconds: float | None = None


_LOOK = 160
"""Characters of a line in which a label must end: keeps a line of any length linear."""
_CLOCK = r"(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_TIME_BEFORE = re.compile(
    rf"\s*[\[(]?({_CLOCK})[\])]?(?:\s*[-–]+>?\s*[\[(]?{_CLOCK}[\])]?)?\s+[-–]?\s*"
)
_QUESTION_NUMBER = re.compile(r"\s*(?:Q?\d{1,3}\.|\*)\s+")
_COLON = re.compile(
    rf"\s*(?P<label>[^\s:][^:\n]{{0,140}}?)\s*(?:[\[(]\s*(?P<time>{_CLOCK})\s*[\])]\s*)?"
    r"(?::(?=\s|$|[^\w\s/]|[A-Z])|：)(?P<rest>.*)",
    re.DOTALL,
)
_RUN_IN_TIME = re.compile(rf"\s*[\[(]?({_CLOCK})(?:\s?[ap]\.?m\b\.?)?[\])]?(?=\s|$)")
_CHEVRON = re.compile(r"\s*(?:>>+|&gt;&gt;|»)\s*(?P<rest>.*)", re.DOTALL)
_PROMPT = re.compile(
    r"\s*>>> (?:(?:import|from|print|def|class|for|with|if|try|assert|del)\b|[\w.]+[(\[]|"
    r"\w[\w., ]*=|[\w.]+ [-+*/%<>]+ [\w.(]|[\w.]+\s*$|[\[({'\"#\d-])"
)
"""What a programmer types behind ``>>>``, and nobody's speech."""
_LETTER = re.compile(
    r"\s*(?P<label>Q|A)(?:[.:]\s+(?![A-Z]\.)|\s{2,}|\t|(?<=Q)\s(?=\S)|$)(?P<rest>.*)", re.DOTALL
)
_ASKED = re.compile(
    r"\s*(?P<label>(?:QUESTION|Question|R[ÉE]PONSE|R[ée]ponse|ANSWER|Answer)(?: \d{1,3})?)"
    r"\s+[-–—]\s+(?P<rest>\S.*)",
    re.DOTALL,
)
"""``QUESTION – words``, as ministries print interviews."""
_INITIAL = re.compile(r"\s*[QA]\. ?(?:[A-Z]\. ?)*[A-Z][\w'’-]+(?: [(\[][^:]{1,60})?:")
"""``A. Example:``, a name with its initial and not an answer."""
_STOP = re.compile(
    r"\s*(?P<label>(?:(?:Mr|Mrs|Ms|Miss|Dr)\.|(?P<french>M\.|Mme|Mlle)(?=\s)|(?:Senator|Representative|Chairman|Chairwoman|Chair|"
    r"Secretary|Governor|General|Admiral|Ambassador|Judge|Justice|Congressman|Congresswoman|"
    r"Director|Mayor|Professor|Commissioner|Sheriff|Chief|(?:Prime|Foreign) Minister|"
    r"(?:Vice )?President|Premier|Chancellor|King|Queen)(?=\s[A-Z]))"
    r"(?:(?:\s(?:de|van|von|la|Mc|Mac)?\s?[A-Z][\w'’.-]*[\w'’]){1,3}(?:\sof(?:\s[A-Z]\w+){1,3})?"
    r"|\s(?:le|la)\s(?:président|présidente|ministre|rapporteure?))(?(french)(?:,\s[a-zé][^.:]{3,60})?)|"
    r"The (?:[A-Z]\w+ ){0,3}(?:C[Hh][Aa][Ii][Rr](?:[Mm][Aa][Nn]|[Ww][Oo][Mm][Aa][Nn])?|PRESIDENT|"
    r"President|SPEAKER|Speaker|OFFICER|CLERK|Clerk|JUSTICE)(?: pro tempore)?)"
    r"(?P<paren> \([^)]{1,60}\))?\.\s+(?P<rest>(?=\S).*)",
    re.DOTALL,
)
_STOP_ALONE = re.compile(r"\s*(?P<label>(?:Mr|Mrs|Ms|Miss|Dr)\. (?:Mc|Mac|De)?[A-Z][A-Z'’-]+)\.\s*")
_STOP_CAPITALS = re.compile(
    r"\s*(?P<label>[A-ZÀ-Þ][A-ZÀ-Þ'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ'’-]+){0,4})"
    r"(?P<paren> \([^()]{2,60}\))?\.\s+(?P<rest>\S.*)",
    re.DOTALL,
)
"""``PRESIDENTE. Words``; only where such names come again."""
_NICK = re.compile(r"\s*<(?P<label>[A-Za-z_][\w.|`^-]{0,30})>\s+(?P<rest>[^<\s].*)", re.DOTALL)
_WHOLE_WORD = re.compile(r"[^\W\d_]{3}\Z")
"""What a full stop ends; fewer letters are an initial."""
_TIMED_NAME = re.compile(
    rf"\s*(?:[\[(]?(?P<first>{_CLOCK}(?:\s?[AaPp][Mm](?=\]))?)[\])]?\s+(?P<name1>\S.{{0,80}}?)|"
    rf"\[?(?P<name2>[^\s\[(].{{0,80}}?)\]?(?:\s*[\[(](?P<time2>{_CLOCK})[\])]"
    rf"|[\s:,|–-]+(?P<time3>{_CLOCK})(?:\s?[AaPp]\.?[Mm]\b\.?)?))\s*:?\s*"
)
_SURNAME_FIRST = re.compile(
    r"[A-Z][^\W\d_]+(?:[ -][A-Z][\w'’-]+)?, [A-Z][^\W\d_]+(?:[ -][A-Z][\w.'’-]*)?"
    r"(?: \([^()]{1,40}\))?"
)
_HALF = 12 * 3600
_HALF_DAY = re.compile(r"(?i:[ap]\.?m\b)\.?(?: [A-Z]{2,4})?|[A-Z]{1,2}[SD]?T\b")
_NAME_TIME_WORDS = re.compile(
    rf"\s*(?P<label>[A-Z][^:\[\]()\n]{{1,60}}?)\s*[\[(](?P<time>{_CLOCK})[\])]\s+(?P<rest>(?=\S).*)",
    re.DOTALL,
)
_SEATED_NAME = re.compile(
    r"\s*(?:§\s*)?(?:Q?\d{1,3}\.\s*)?\*?(?P<label>[A-Z][^:()\n]{3,90}?"
    r"(?:\s*\([^()\n]{2,60}(?:\([^()]*\)[^()\n]{0,20})?\)){1,3})\s*:?\s*"
)
_DASHED_NAME = re.compile(
    r"\s*(?P<label>(?P<name>[A-Z][^:\n]{2,50}?)\s+(?:--|—|–)\s+(?P<role>[A-Z][^:.\n]{2,90}))\s*"
)
_DASH = re.compile(r"--|[—–]")
_SECTION = re.compile(r"\s*§\s*(?:Q?\d{1,3}\.\s*)?(?P<label>[A-Z][^:\n]{1,90}?)\s*:?\s*")
_BARE_NAME = re.compile(r"\s*(?P<label>[A-Z][^.:;!?()\n]*(?:\.[^.:;!?()\n]+)*)\s*")
_BARE_LENGTH = 70


def seconds_of(clock: str) -> float:
    """Return the seconds of ``1:02:03`` or ``02:03``, and the day's of ``9:02 AM``."""
    digits = clock.rstrip("APMapm ")
    total = 0.0
    for part in digits.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    if digits == clock:
        return total
    hour = total * (60 if digits.count(":") == 1 else 1)
    return hour % _HALF + (_HALF if clock[-2] in "Pp" else 0)


def candidate(line: str) -> Candidate | None:
    """Return the turn that the line could begin, or None.

    The line alone is looked at; whether the label is one is for the whole document to
    say.

    Args:
        line: One line, without its end.
    """
    head = line[:_LOOK]
    first = head.lstrip()[:1]
    if not first:
        return None
    chevron = _CHEVRON.match(line) if first in ">&»" else None
    if chevron and _PROMPT.match(line[:_LOOK]):
        return None
    if chevron:
        return _after_chevron(chevron["rest"])
    nick = _NICK.match(line) if "<" in line[:8] else None
    if nick:
        label = Label(nick["label"], nick["label"])
        return Candidate(Form.NICK, label, Shape.WEAK, nick["rest"].strip())
    asked = _ASKED.match(line) if first in "QRA" else None
    if asked:
        printed = asked["label"]
        judged = Shape.STRONG if printed.isupper() else Shape.WEAK
        return Candidate(Form.COLON, take_apart(printed), judged, asked["rest"].strip())
    letter = _LETTER.match(line) if first in "QA" else None
    own = _on_its_own(line) if len(line) < _LOOK and letter is None else None
    if own is not None:
        ended = _STOP.match(line)
        if ended is None or not _WHOLE_WORD.search(ended["label"]):
            return own
    named = _colon(line) if letter and _INITIAL.match(line) else None
    if named is not None and named.shape is Shape.STRONG and " " in named.label.printed:
        return named
    if letter:
        label = take_apart(letter["label"])
        return Candidate(Form.LETTER, label, Shape.STRONG, letter["rest"].strip())
    seconds = None
    before = _TIME_BEFORE.match(head)
    if before and before.end() < len(line):
        seconds = seconds_of(before[1])
        line = line[before.end() :]
    colon = _colon(line)
    stop = _STOP.match(line[:_LOOK])
    sure = stop is not None
    if not sure and line.lstrip()[:2].isupper():
        stop = _STOP_CAPITALS.match(line[:_LOOK])
    foreign = None if stop or line[:_LOOK].isascii() else stopped(line[:_LOOK])
    closed = (stop["label"] + (stop["paren"] or ""), stop.start("rest")) if stop else foreign
    if colon is not None and not (closed and colon.shape is Shape.NONE):
        when = seconds if colon.seconds is None else colon.seconds
        return Candidate(colon.form, colon.label, colon.shape, colon.rest, when)
    timed = _NAME_TIME_WORDS.match(line) if "[" in line[:_LOOK] or "(" in line[:_LOOK] else None
    if timed and (judged := shape(timed["label"])) is not Shape.NONE:
        label, when = take_apart(timed["label"]), seconds_of(timed["time"])
        return Candidate(Form.COLON, label, judged, timed["rest"].strip(), when)
    if closed:
        judged = Shape.STRONG if sure else Shape.WEAK
        printed, end = closed
        rest = line[end:].strip().removeprefix("—").removeprefix("–").lstrip()
        if judged is Shape.STRONG or shape(printed) is not Shape.NONE:
            return Candidate(Form.STOP, take_apart(printed), judged, rest, seconds)
    return None


def _colon(line: str) -> Candidate | None:
    if ":" not in line[:_LOOK] and "：" not in line[:_LOOK]:
        return None
    question = _QUESTION_NUMBER.match(line[:_LOOK])
    if question and has_courtesy(line[question.end() :][:_LOOK]):
        line = line[question.end() :]
    found = _COLON.match(line)
    if found is None:
        return None
    printed = found["label"].strip().strip("*_#•▪").strip()
    printed = printed.removeprefix("[").removesuffix("]") if printed[:1] == "[" else printed
    rest = found["rest"].strip()
    if found["label"].lstrip()[:1] == "[" and "]" not in found["label"] and rest[:1] == "]":
        return None  # an editor's words in brackets, the colon the last of them
    if not printed or (printed.count("(") > printed.count(")") and ")" in rest[:_LOOK]):
        return None
    if not rest and line[: found.start("rest") - 1].endswith("   "):
        return None  # the rule of a box, as courts draw one around the parties
    seconds = seconds_of(found["time"]) if found["time"] else None
    run_in = _RUN_IN_TIME.match(rest)
    if run_in and seconds is None:
        seconds = seconds_of(run_in[1])
        rest = rest[run_in.end() :].strip()
    return Candidate(Form.COLON, take_apart(printed), shape(printed), rest, seconds)


def _after_chevron(rest: str) -> Candidate:
    rest = rest.strip()
    named = _colon(rest)
    if named is not None and named.shape is not Shape.NONE:
        return Candidate(Form.CHEVRON, named.label, Shape.STRONG, named.rest, named.seconds)
    return Candidate(Form.CHEVRON, Label("", None), Shape.STRONG, rest)


def _on_its_own(line: str) -> Candidate | None:
    seated = _SEATED_NAME.fullmatch(line) if "(" in line else None
    if seated is None and "§" in line:
        seated = _SECTION.fullmatch(line)
    if seated:
        printed = seated["label"].strip()
        judged = shape(printed)
        if judged is not Shape.NONE:
            form = Form.COLON if line.rstrip().endswith(":") else Form.OWN_LINE
            return Candidate(form, take_apart(printed), judged, "")
    ended = _STOP_ALONE.fullmatch(line) if len(line) < _BARE_LENGTH else None
    if ended:
        return Candidate(Form.STOP, take_apart(ended["label"]), Shape.STRONG, "")
    dashed = _DASHED_NAME.fullmatch(line) if _DASH.search(line) else None
    if dashed and shape(dashed["name"]) is Shape.STRONG:
        label = Label(dashed["label"], dashed["name"], dashed["role"])
        return Candidate(Form.OWN_LINE, label, Shape.STRONG, "")
    bare = _BARE_NAME.fullmatch(line) if len(line) < _BARE_LENGTH else None
    if bare:
        printed = bare["label"].strip()
        judged = shape(printed)
        if judged is Shape.STRONG or (judged is Shape.WEAK and printed.isupper()):
            return Candidate(Form.OWN_LINE, take_apart(printed), Shape.WEAK, "")
    timed = _TIMED_NAME.fullmatch(line) if ":" in line else None
    if timed:
        printed = (timed["name1"] or timed["name2"]).strip().rstrip(":").strip("*_ ")
        clock = timed["first"] or timed["time2"] or timed["time3"]
        named = shape(printed) is not Shape.NONE or _SURNAME_FIRST.fullmatch(printed)
        if printed and named and not _HALF_DAY.match(printed):
            return Candidate(
                Form.OWN_LINE, take_apart(printed), Shape.STRONG, "", seconds_of(clock)
            )
    return None
