"""Loading Textual without what no screen of ours uses.

Most of a start is the loading of Textual and of what it loads in turn. Two parts of that serve
nothing here and take a fifteenth of it: OpenSSL, which asyncio loads for servers and does
without where Python was built without it; and trees of folders, menus and placeholders, which
come with the names of Textual's types though only one name is asked for. Where the ground is
not the known one, everything is loaded as usual.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

_LOADED = frozenset({"asyncio", "textual"})
"""The packages of which parts may be loaded when something goes wrong."""


def load_textual() -> None:
    """Load Textual's application, unless somebody has; to be called before anything else does.

    What other threads load meanwhile must need none of what is spared.
    """
    before = set(sys.modules)
    try:
        with _instead_of("ssl", None):
            import asyncio  # noqa: F401
        import textual._types

        with _instead_of("textual.types", textual._types):
            import textual.app
    except Exception:
        # Whoever needs it loads it whole, and says what is wrong with it.
        for name in set(sys.modules) - before:
            if name.partition(".")[0] in _LOADED:
                del sys.modules[name]


@contextmanager
def _instead_of(name: str, module: ModuleType | None) -> Iterator[None]:
    """Let a module that nobody has loaded yet be another for a while; None, be absent."""
    if name in sys.modules:
        yield
        return
    # Python's own way to say so: https://docs.python.org/3/reference/import.html#the-module-cache
    sys.modules[name] = module  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[name]
