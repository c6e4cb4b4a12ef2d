"""The generation of a library that is being read, and what people decided of it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from threading import Lock

from tui.library.catalogue import Catalogue, stamp_of
from tui.library.decisions import Decisions
from tui.library.errors import Damaged, LibraryError, NotFound
from tui.library.layout import Layout


class Current:
    """Notices what others wrote; may be used from several threads.

    Attributes:
        catalogue: The generation.
        decisions: What people corrected.
        damage: What of the decisions was found unreadable, by its path.
    """

    def __init__(self, layout: Layout, catalogue: Catalogue) -> None:
        """Begin with an opened generation."""
        self._layout = layout
        self.catalogue = catalogue
        self.damage: dict[Path, Damaged] = {}
        self.decisions = self._read_decisions()
        self._refreshing = Lock()
        self._told = self.number

    @property
    def number(self) -> int:
        """Counts the changes of either."""
        return self.catalogue.header.generation + self.decisions.generation

    def refresh(self) -> bool:
        """Take up what another process wrote; cheap where nothing changed.

        Returns:
            Whether something was, also where it was taken up in between by ``keep_up``.

        Raises:
            LibraryError: The catalogue is gone or damaged; the last one read stays in use.
        """
        with self._refreshing:
            self._take_up()
            told, self._told = self._told, self.number
            return told != self.number

    def keep_up(self) -> None:
        """Take it up in passing: the next ``refresh`` tells of it.

        Raises:
            LibraryError: The catalogue is gone or damaged; the last one read stays in use.
        """
        with self._refreshing:
            self._take_up()

    def _take_up(self) -> None:
        self._refresh_decisions()
        with suppress(OSError):
            if stamp_of(self._layout.catalogue.stat()) == self.catalogue.stamp:
                return
        self.catalogue = load_catalogue(self._layout)

    def adopt(self, catalogue: Catalogue) -> None:
        """Take up a generation that was written here."""
        with self._refreshing:
            self.catalogue = catalogue
            self._told = self.number

    def decide(self, decisions: Decisions) -> None:
        """Take up decisions that were made here."""
        with self._refreshing:
            self.decisions = decisions
            self._told = self.number

    def later(self, catalogue: Catalogue) -> Catalogue | None:
        """Return the generation after one, where there is one.

        Raises:
            LibraryError: The catalogue is gone or damaged.
        """
        self.keep_up()
        return None if self.catalogue is catalogue else self.catalogue

    def _refresh_decisions(self) -> None:
        stamp = None
        with suppress(OSError):
            stamp = stamp_of(self._layout.decisions.stat())
        if stamp != self.decisions.stamp:
            self.decisions = self._read_decisions()

    def _read_decisions(self) -> Decisions:
        """Read what people decided; where that is damaged, the meetings are shown as read."""
        try:
            decisions = Decisions.read(self._layout)
        except Damaged as error:
            self.damage[error.path] = error
            return Decisions()
        self.damage.pop(self._layout.decisions, None)
        return decisions


def load_catalogue(layout: Layout) -> Catalogue:
    """Read the current generation.

    Raises:
        NotFound: There is none.
        LibraryError: It cannot be read, is damaged or of a later format.
    """
    try:
        return Catalogue.read(layout.catalogue)
    except FileNotFoundError:
        raise NotFound(f"{layout.root}: there is no library.") from None
    except OSError as error:
        raise LibraryError(
            f"{layout.catalogue}: the library cannot be read ({error.strerror}). "
            "Nothing was changed. Check who may read it, or choose another with --library."
        ) from error
