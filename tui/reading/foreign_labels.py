"""Labels as records in other languages than English print them."""

from __future__ import annotations

import re

_INITIALS = r"[А-ЯЁІЇЄҐ]\. ?[А-ЯЁІЇЄҐ]\."
_SURNAME = r"[А-ЯЁІЇЄҐ][\w’'-]+"
_NAME = rf"(?:{_SURNAME} {_INITIALS}|{_INITIALS} ?{_SURNAME})"
_HOLDER = (
    re.compile(rf"(?P<name>{_NAME}), (?P<role>\S.{{2,160}})"),
    re.compile(rf"(?P<role>[А-ЯЁІЇЄҐ][\w-]+(?: [\w-]+){{0,12}}),? (?P<name>{_NAME})"),
    re.compile(rf"(?P<role>[А-ЯЁІЇЄҐ][\w-]+(?: [\w-]+){{0,4}}) [(\[](?P<name>{_NAME})[)\]]"),
)
_TITLED = re.compile(
    r"(?:(?:El|La|Los|Las) (?:señor|señora|señorita|diputado|diputada|ministro|ministra)\b"
    r"|[OA] SRA?\.|[OA] Sra?\.|(?:De heer|Mevrouw|Minister|Staatssecretaris) (?=[A-Z])"
    r"|The (?:Taoiseach|Tánaiste|Ceann Comhairle)\Z"
    r"|De (?:voorzitter|[Vv]oorzitter)|An (?:Leas-)?(?:Ceann Comhairle|Cathaoirleach|Taoiseach)"
    r"|(?:M\.|MM\.|Mme|Mmes|Mlle) (?=[A-ZÀ-Þl])|(?:The )?(?:Right|Rt\.?) Hon(?:ou?rable|\.)? "
    r"|(?:Präsident|Vizepräsident|Alterspräsident|Bundesminister|Minister)(?:in)?(?: \(|\Z| Dr\b))"
    r"(?P<rest>.*)"
)
_SENTENCE = re.compile(r"[!?;…«»]|[.,:] (?=[a-zà-ÿ])")
_BEHALF = re.compile(
    r"on behalf of|im Namen|au nom d|a nome d|en nombre d|em nome d|namens|w imieniu|in numele"
)
_STOP = re.compile(
    rf"\s*(?:(?P<name>{_SURNAME}(?:-{_SURNAME})? {_INITIALS})"
    r"(?:,\s(?P<role>[а-яёіїєґ][^.!?:]{3,140})\.| ?(?=\s[А-ЯЁІЇЄҐA-Z\d(«—–-])(?!\s+[\w-]+\s*\Z))"
    r"|(?P<office>[А-ЯЁІЇЄҐ]{2,30}(?:-[А-ЯЁІЇЄҐ]{2,30})?(?: [А-ЯЁІЇЄҐ]{2,30}){0,2}"
    r"(?:\.| [(\[][^()\[\]]{2,40}[)\]]\.?)"
    r"|(?:Председательствующий|Головуючий|Из зала|Із залу)\.))\s+(?P<rest>\S.*)",
    re.DOTALL,
)
"""``ГОЛОВА. Words``, ``Иванов И. И., фракция «Х». Words``, as parliaments to the east print it."""
_LONGEST = 90
_FUNCTION_WORDS = """
председатель председательствующий ведущий ведущая вопрос ответ корреспондент реплика голос голова
головуючий запитання питання відповідь ведучий presidente président präsident präsidentin moderador
moderadora pregunta respuesta frage antwort pergunta resposta domanda risposta voorzitter vraag
antwoord
"""
_FROM_THE_FLOOR = ("из зала", "с места", "із залу", "голос із залу", "голос из зала", "з місця")
_FUNCTIONS = frozenset(_FUNCTION_WORDS.split())
_MARSHALS = frozenset(("marszałek", "wicemarszałek", "poseł", "posłanka", "senator"))


def name_and_role(printed: str) -> tuple[str, str] | None:
    """Return the person and the office of ``Министр финансов Котов А.А.``; None if neither.

    Args:
        printed: A label, white space normalised.
    """
    if printed.isascii() or "." not in printed:
        return None
    found = next((m for form in _HOLDER if (m := form.fullmatch(printed))), None)
    return (found["name"], found["role"]) if found else None


def stopped(line: str) -> tuple[str, int] | None:
    """Return the label that a full stop ends, and where the words begin; None without one.

    Args:
        line: The beginning of a line.
    """
    found = _STOP.match(line)
    if found is None:
        return None
    office, name, role = found["office"], found["name"], found["role"]
    printed = office.removesuffix(".") if office else f"{name}, {role}" if role else name
    return printed, found.start("rest")


def is_sure(speaker: str) -> bool:
    """Whether who speaks before a full stop is a surname with initials, or an office."""
    if speaker.isascii():
        return False
    folded = speaker.casefold()
    return speaker.endswith(".") or folded in _FUNCTIONS or folded in _FROM_THE_FLOOR


def on_behalf(text: str) -> bool:
    """Whether what follows a name and a comma says for whom the person speaks."""
    return _BEHALF.match(text) is not None


def is_titled(name: str) -> bool:
    """Whether a name opens with a title that some parliament outside England prints."""
    if len(name) > _LONGEST or _SENTENCE.search(name):
        return False
    if name.casefold() in _FUNCTIONS:
        return name[0].isupper()
    first, _, rest = name.partition(" ")
    if first.casefold() in _MARSHALS and (not rest or rest[:1].isupper()):
        return True
    return _TITLED.match(name) is not None
