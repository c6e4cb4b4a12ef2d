"""Where the reader has been: back and forth, as in a browser."""

from __future__ import annotations

from dataclasses import replace

from tui.model import Place
from tui.values import value

LONGEST = 200
"""Places kept; older ones are forgotten."""


@value
class Trail:
    """The places left by jumping, and those one came back from.

    Attributes:
        behind: Places to go back to, the nearest last.
        ahead: Places to go forth to, the nearest last.
    """

    behind: tuple[Place, ...] = ()
    ahead: tuple[Place, ...] = ()

    def leave(self, place: Place) -> Trail:
        """Jump away from a place: it can be gone back to, and nothing lies ahead."""
        if self.behind and self.behind[-1] == place:
            return replace(self, ahead=())
        return Trail((*self.behind, place)[-LONGEST:])

    def back(self, here: Place) -> tuple[Place, Trail] | None:
        """Return the place before this one and the trail after going there, or None."""
        if not self.behind:
            return None
        return self.behind[-1], Trail(self.behind[:-1], (*self.ahead, here))

    def forth(self, here: Place) -> tuple[Place, Trail] | None:
        """Return the place one came back from and the trail after going there, or None."""
        if not self.ahead:
            return None
        return self.ahead[-1], Trail((*self.behind, here), self.ahead[:-1])
