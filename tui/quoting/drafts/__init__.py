"""Drafts that quote: which quotations they hold, of whom, and where."""
