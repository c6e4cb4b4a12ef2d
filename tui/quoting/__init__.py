"""Quotations and their citations."""
