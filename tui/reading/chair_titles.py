"""Titles of those who preside and of members, as parliaments print them before a name."""

from __future__ import annotations

import re

from tui.reading.printed_label import Label, take_apart

_TITLE_WORDS = """
abgeordnete abgeordneter alterspräsident alterspräsidentin bundeskanzler bundeskanzlerin
bundesminister bundesministerin präsident präsidentin staatssekretär staatssekretärin
vizepräsident vizepräsidentin vorsitzende vorsitzender
président présidente vice-président vice-présidente député députée
presidente presidenta vicepresidente vicepresidenta diputado diputada deputado deputada
onorevole senatore senatrice
predsednik predsednica predsjednik predsjednica predsedavajući predsjedavajući predsedujoči
podpredsednik podpredsednica potpredsednik potpredsednica potpredsjednik potpredsjednica
predseda predsedníčka podpredseda poslanec poslanka poslanik zastupnik zastupnica
předseda předsedkyně místopředseda místopředsedkyně předsedající
marszałek wicemarszałek przewodniczący przewodnicząca poseł posłanka
elnök alelnök
președinte președinta preşedinte vicepreședinte
председател председателка председатель председательствующий головуючий голова
talman talmannen puhemies voorzitter formand formanden
πρόεδρος προεδρεύων
"""
_TITLES = frozenset(_TITLE_WORDS.split())
_POLITE_WORDS = """
o a os as el la le il der die das the mr mr. mrs mrs. señor señora sr. sra. senhor senhora
monsieur madame m. mme herr frau pan pani пан пані
"""
_POLITE = frozenset(_POLITE_WORDS.split())
_HOLDER = re.compile(r"(?P<office>[^()]{2,80}?) ?\((?P<person>[^()]{3,60})\)")
"""``O señor PRESIDENTE (Calvo Pouso)``: who holds the office stands in brackets."""


def without_title(printed: str) -> Label:
    """Take a label apart; a title before a name is the role.

    Args:
        printed: ``Präsidentin Mag. Anna Beispiel``, without its colon.
    """
    label = take_apart(printed)
    held = _HOLDER.fullmatch(printed)
    if held and held["office"].split()[-1].casefold() in _TITLES:
        return Label(printed, take_apart(held["person"]).speaker, held["office"])
    first, _, rest = (label.speaker or "").partition(" ")
    if first.casefold() not in _TITLES or not rest:
        return label
    role = first if label.role is None else f"{first}, {label.role}"
    return Label(label.printed, rest, role, label.note)


def is_office(printed: str) -> bool:
    """Whether a label is the title of who presides and names nobody: ``O señor PRESIDENTE``.

    Args:
        printed: The label without its colon.
    """
    *before, last = printed.casefold().split() or [""]
    return last in _TITLES and _POLITE.issuperset(before)
