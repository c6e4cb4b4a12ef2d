"""People whom a draft names beside a quotation, and whom the archive does not know.

Nobody can be held to have said something by a name that the archive has never seen: it may
be another spelling, a newspaper, a ministry. That the draft names somebody else than the
record does is to be said all the same.
"""

from __future__ import annotations

import re

from tui.quoting.drafts.saying import ACCORDING, VERBS

_NAME = r"(?P<name>[^\W\d_a-zа-я][\w'’-]*\.?(?:\s+[^\W\d_a-zа-я][\w'’-]*\.?)*)"
_HOW = r"(?:\w+ly\s+|later\s+|also\s+|then\s+)?"
_AFTER = (
    re.compile(rf"[\s,]*{_NAME}\s+{_HOW}(?:{VERBS})\b"),
    re.compile(rf"[\s,]*{_HOW}(?:{VERBS})\s+{_NAME}"),
)
"""“…,” Smith said; “…,” said Smith."""
_LEAD = r"(?:^|.*[,;]\s)\s*"
_BEFORE = (
    re.compile(rf"{_LEAD}{_NAME}\s+{_HOW}(?:{VERBS})\b[^,;:]{{0,40}}[,:]?\s*", re.DOTALL),
    re.compile(rf"\s*{_NAME}:\s*"),
    re.compile(rf"{_LEAD}(?i:{ACCORDING})\s+{_NAME},?\s*", re.DOTALL),
)
"""Smith told the press: “…”; Smith: “…”; According to Smith, “…”."""
_CREDIT = re.compile(rf"\s*(?:—|–|--|―)\s*{_NAME}")
_OFFICES = """
mr mrs ms miss dr sir madam president vice prime minister premier chancellor secretary general
senator governor mayor ambassador chairman chairwoman chair speaker justice judge king queen
prince princess professor deputy first foreign defence defense finance state lord lady
г господин госпожа президент премьер министр глава председатель
"""
_NOBODY = """
i he she it they we you who one this that the a an and but so then later here there both all
many some several others another somebody someone everybody everyone nobody people officials
reports sources critics analysts observers journalists reporters witnesses question answer
я он она они мы вы кто это но и а тогда источники эксперты
"""


_LONGEST = 300
"""Characters beside a quotation beyond which nothing is tied to it."""


def stranger_of(before: str, after: str) -> str | None:
    """Return the name that a sentence gives as the speaker's, by its form alone.

    Args:
        before: What of the sentence stands before the quotation.
        after: What stands after it.
    """
    lead = before if len(before) <= _LONGEST else ""
    matches = (
        *(pattern.fullmatch(lead) for pattern in _BEFORE),
        *(pattern.match(after, 0, _LONGEST) for pattern in _AFTER),
    )
    return next((name for match in matches if match and (name := _person(match["name"]))), None)


def stranger_credited(line: str) -> str | None:
    """Return the name in the line with a dash under a block quote, by its form alone."""
    match = _CREDIT.match(line)
    return _person(match["name"]) if match else None


def _person(run: str) -> str | None:
    """Return a run of capitalised words without offices; None where no name is left."""
    words = run.split()
    if words and words[0].rstrip(".").lower() in _NOBODY.split():
        return None
    while words and words[0].rstrip(".").lower() in _OFFICES.split():
        words.pop(0)
    return " ".join(words).removesuffix(".") or None
