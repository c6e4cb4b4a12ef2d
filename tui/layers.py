"""Widgets, screens and applications in layers, of which only the last is ever made."""

from __future__ import annotations

from typing import Any


class Layered:
    """For classes that are parted into layers, each the base of the next.

    Textual gathers bindings, reactives and names of styles for every class it is given, which
    takes as long as loading the module it stands in. ``layer=True`` leaves a class out: what it
    declares is gathered by the class that is made in the end. A layer takes no other options and
    has no ``DEFAULT_CSS``, which would apply under the name of the class above.
    """

    def __init_subclass__(cls, *, layer: bool = False, **options: Any) -> None:
        """Let Textual gather what a class declares, unless it is a layer."""
        if not layer:
            super().__init_subclass__(**options)
