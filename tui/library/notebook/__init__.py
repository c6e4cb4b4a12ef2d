"""What one person made and keeps for one library."""

from tui.library.notebook.notebook import HISTORY, Notebook

__all__ = ["HISTORY", "Notebook"]
