"""How many modules a start loads: what nobody needs yet is not loaded.

Modules are counted and not milliseconds, which differ from machine to machine and from run
to run. Whoever needs a larger budget should see that the first screen needs it too.
"""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

HELLO = """
from textual.app import App
from textual.widgets import Static
"""

SCREEN = """
import pathlib
from tui.__main__ import main
from tui.cli.opening import read_plainly
import tui.library.filling_ahead, tui.library.reading_ahead
assert read_plainly([])[0]
from tui.lean import load_textual
load_textual()
import asyncio
from tui.launch import StenogramApp, open_library, load_state
archive = open_library(pathlib.Path({library!r}))
app = StenogramApp(archive, archive.timeline(), state=load_state(pathlib.Path("absent")))

async def first_words():
    async with app.run_test(size=(120, 40)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.reading.meeting is not None
        loaded = sorted(sys.modules)
    return loaded

loaded = asyncio.run(first_words())
"""

COMMAND = """
from tui.cli.main import run
assert run([*{words!r}, "--library", {library!r}]) == 0
loaded = sorted(sys.modules)
"""


@cache
def modules(code: str) -> frozenset[str]:
    """Return what is loaded once a program has run that leaves its modules in ``loaded``."""
    program = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{code}\nimport json\n"
    program += "print(json.dumps(loaded), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return frozenset(json.loads(done.stderr.splitlines()[-1]))


@cache
def interpreter() -> frozenset[str]:
    """Return what is loaded without any of ours."""
    return modules("import json; loaded = sorted(sys.modules)")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("budget") / "library"
    modules(COMMAND.format(words=["init"], library=str(folder)))
    return str(folder)


def command(library: str, *words: str) -> frozenset[str]:
    return modules(COMMAND.format(words=list(words), library=library)) - interpreter()


def hello() -> frozenset[str]:
    return modules(HELLO + "loaded = sorted(sys.modules)")


def screen(library: str) -> frozenset[str]:
    return modules(SCREEN.format(library=library))


def ours(loaded: frozenset[str]) -> list[str]:
    return sorted(name for name in loaded if name.startswith("tui"))


def others(loaded: frozenset[str]) -> list[str]:
    return sorted(n for n in loaded if not n.startswith(("tui", "textual", "rich", "asyncio")))


def test_the_first_screen_beyond_a_bare_application(library: str) -> None:
    loaded = screen(library) - hello()
    assert len(ours(loaded)) <= 129, ours(loaded)
    assert len(others(loaded)) <= 16, others(loaded)


@pytest.mark.parametrize(
    "unneeded",
    [
        "click",
        "email",
        "ftfy",
        "importlib.metadata",
        "lxml",
        "re2",
        "slugify",
        "snowballstemmer",
        "ssl",
        "tantivy",
        "textual.types",
        "tinydb",
        "tomllib",
        "tui.quoting",
        "tui.reading.registry",
        "tui.search.query",
        "tui.widgets.query_input",
    ],
)
def test_the_first_screen_does_without(library: str, unneeded: str) -> None:
    assert unneeded not in screen(library)


@pytest.mark.parametrize(
    ("words", "most"),
    [(["list"], 140), (["find", "putin"], 190), (["--version"], 75)],
    ids=["list", "find", "version"],
)
def test_a_command_loads_what_it_needs(library: str, words: list[str], most: int) -> None:
    loaded = command(library, *words)
    assert len(loaded) <= most, sorted(loaded)
