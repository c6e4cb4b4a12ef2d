"""The store: what a library holds on disk, and how it is read, changed and mended."""
