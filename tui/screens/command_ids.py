"""The ids under which ``config.toml`` may give commands other keys, those of every screen."""

from __future__ import annotations

from collections.abc import Iterator

from tui.screens import (
    commands,
    concordance_commands,
    notebook_commands,
    verdict_commands,
)
from tui.widgets.query_input import QueryInput


def _ids() -> Iterator[str]:
    screens = (commands, concordance_commands, notebook_commands, verdict_commands)
    yield from (command.id for screen in screens for command in screen.COMMANDS)
    yield from (binding.id for binding in QueryInput.KEYS if binding.id is not None)


COMMAND_IDS = frozenset(_ids())
"""All of them; the same id on two screens names the same key on both."""
