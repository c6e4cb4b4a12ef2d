"""Checking quotations against the record: what stands there, who said it, what differs."""
