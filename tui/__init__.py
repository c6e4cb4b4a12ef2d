"""Stenogram: a terminal archive of meetings, word for word."""

__version__ = "0.1.0"
