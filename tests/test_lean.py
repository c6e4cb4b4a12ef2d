"""Textual is loaded without what no screen uses, and whole for whoever asks for more."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tui.library.open import create_library

ROOT = Path(__file__).parents[1]


def run(code: str) -> str:
    """Run a program of its own, for modules are loaded once, and return what it prints."""
    program = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{code}"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("spared", ["ssl", "textual.types", "textual.widgets._directory_tree"])
def test_it_is_not_loaded_and_can_be(spared: str) -> None:
    printed = run(f"""
from tui.lean import load_textual
load_textual()
print({spared!r} in sys.modules)
import importlib
print(importlib.import_module({spared!r}).__name__)
""")
    assert printed.split() == ["False", spared]


def test_an_application_runs() -> None:
    printed = run("""
from tui.lean import load_textual
load_textual()
from textual.app import App
class Hello(App):
    def on_mount(self):
        self.exit("done")
print(Hello().run(headless=True))
""")
    assert printed.split() == ["done"]


def test_another_textual_is_left_to_who_needs_it() -> None:
    printed = run("""
sys.modules["textual._types"] = type(sys)("textual._types")  # without any of its names
from tui.lean import load_textual
load_textual()
print("ssl" in sys.modules, "textual.types" in sys.modules)
""")
    assert printed.split() == ["False", "False"]


def test_a_python_that_cannot_do_without_loads_everything() -> None:
    printed = run("""
class NeedsOpenSSL:
    def find_spec(self, name, path=None, target=None):
        if name == "asyncio.sslproto" and "ssl" in sys.modules and sys.modules["ssl"] is None:
            raise AttributeError("'NoneType' object has no attribute 'SSLWantReadError'")
sys.meta_path.insert(0, NeedsOpenSSL())
from tui.lean import load_textual
load_textual()
import asyncio
from textual.app import App
class Hello(App):
    def on_mount(self):
        self.exit("done")
print(asyncio.sslproto.ssl.__name__, asyncio.base_events.ssl.__name__, Hello().run(headless=True))
""")
    assert printed.split() == ["ssl", "ssl", "done"]


def test_the_library_that_is_read_meanwhile_needs_nothing_of_it(tmp_path: Path) -> None:
    create_library(tmp_path / "library")
    printed = run(f"""
from pathlib import Path
from tui.library import catalogue, reading_ahead
catalogue._LARGE = reading_ahead._LARGE = 0
print(len(reading_ahead.read_ahead(Path({str(tmp_path)!r}) / "library")()))
print(*({{"asyncio", "ssl", "textual"}} & set(sys.modules)))
""")
    assert printed.split() == ["5"]


def test_what_is_loaded_already_stays() -> None:
    printed = run("""
import ssl, textual.types
before = textual.types
from tui.lean import load_textual
load_textual()
print(sys.modules["ssl"] is ssl, sys.modules["textual.types"] is before)
""")
    assert printed.split() == ["True", "True"]
