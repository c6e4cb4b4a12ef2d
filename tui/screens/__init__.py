"""Screens: they bring widgets, search and the archive together."""
