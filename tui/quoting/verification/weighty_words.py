"""Words whose change an editor must not overlook: denials, numbers, names."""

from __future__ import annotations

import re

_NEGATIONS = frozenset(
    [
        "no",
        "not",
        "never",
        "none",
        "nobody",
        "nothing",
        "nowhere",
        "neither",
        "nor",
        "cannot",
        "without",
        "hardly",
        "scarcely",
        "barely",
        "не",
        "нет",
        "ни",
        "никогда",
        "никто",
        "ничто",
        "ничего",
        "нигде",
        "нельзя",
        "без",
        "nicht",
        "nichts",
        "nie",
        "niemals",
        "kein",
        "keine",
        "keinen",
        "keiner",
        "keinem",
        "ohne",
        "ne",
        "pas",
        "jamais",
        "rien",
        "aucun",
        "aucune",
        "sans",
        "nunca",
        "ningún",
        "ninguna",
        "nada",
        "sin",
        "non",
        "mai",
        "niente",
        "senza",
    ]
)
_NUMBER_WORDS = frozenset(
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "hundred",
        "thousand",
        "million",
        "billion",
        "trillion",
        "dozen",
        "half",
        "third",
        "quarter",
        "first",
        "second",
        "percent",
        "per",
        "cent",
        "double",
        "twice",
        "hundreds",
        "thousands",
        "millions",
        "billions",
        "trillions",
        "один",
        "одна",
        "два",
        "две",
        "три",
        "четыре",
        "пять",
        "шесть",
        "семь",
        "восемь",
        "девять",
        "десять",
        "двадцать",
        "тридцать",
        "сорок",
        "пятьдесят",
        "сто",
        "двести",
        "тысяча",
        "тысячи",
        "тысяч",
        "миллион",
        "миллиона",
        "миллионов",
        "миллиард",
        "миллиарда",
        "миллиардов",
        "триллион",
        "процент",
        "процента",
        "процентов",
        "половина",
    ]
)
_NO_NAMES = """
a an and as at but by for from he how if in is it its my no not now of on or our she so that the
their then there these they this those to was we what when where who why with yes you your
а без бы в вы да для его если и из их к как когда мне мы на не но о он она они от по с так там то
у что это я
"""
"""Words that a sentence begins with more often than a name does."""
_NUMBER_SIGNS = frozenset("%‰$€£¥₽+±")
_CONTRACTED = re.compile(r"n't$")


def is_negation(key: str) -> bool:
    """Say whether a word denies."""
    return key in _NEGATIONS or _CONTRACTED.search(key) is not None


def is_number(key: str) -> bool:
    """Say whether a word or sign is a number or part of one."""
    return key in _NUMBER_WORDS or key in _NUMBER_SIGNS or any(c.isdigit() for c in key)


def is_name(word: str) -> bool:
    """Say whether a word is printed as names are; one letter (“I”, “A”) is none."""
    if len(word) < 2 or not word[0].isupper():
        return False
    return word.isupper() or word.lower() not in _NO_NAMES.split()
