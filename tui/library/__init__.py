"""The store: catalogue, transcripts, originals, notebook."""
