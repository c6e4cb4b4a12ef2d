"""What people decided, said in a line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tui.library.decisions import ABOUT_TURNS, FIELD, MERGE, NAMINGS, ROLE, SPLIT, Decision


def in_words(decision: Decision) -> str:
    """Say a decision in a line, such as ``date 2013-05-30 (was 2013-05-29)``."""
    value = decision.value
    if decision.kind == FIELD:
        return f"{value['field']} {_shown(value['to'])} (was {_shown(value['was'])})"
    if decision.kind in ABOUT_TURNS:
        turn, none = f"t{value['mark']['turn']}", "none" if decision.kind == ROLE else "unknown"
        return f"{turn} {decision.kind} {value['to'] or none} (was {value['was'] or none})"
    if decision.kind in NAMINGS:
        return _naming_in_words(decision.kind, value)
    return f"{decision.kind}: a later release made this decision; it is kept and has no effect"


def _naming_in_words(kind: str, value: Mapping[str, Any]) -> str:
    names = ", ".join(_whose(person) for person in value["people"])
    if kind == MERGE:
        return f"{names} are one person: {value['to']}"
    return f"{names} is {'another person' if kind == SPLIT else 'called'}: {value['to']}"


def _whose(person: Mapping[str, Any]) -> str:
    meetings = person["meetings"]
    return f"{person['name']} in {', '.join(meetings)}" if meetings else str(person["name"])


def _shown(value: str | None) -> str:
    return value or "unknown"
