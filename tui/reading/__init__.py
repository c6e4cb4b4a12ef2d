"""From a file to meetings: one module a format, one registry."""
