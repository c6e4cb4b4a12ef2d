"""Text of no known layout: kept as narrative, without speakers."""

from __future__ import annotations

from tui.model import BlockKind, Meeting
from tui.reading.assembly import Findings, assemble
from tui.reading.blocks import unspoken
from tui.reading.reader import Document


class ProseReader:
    """Takes any text, when nobody else does."""

    name = "prose"

    def confidence(self, document: Document) -> float:
        """Take what is text, below every other reader."""
        return 0.01 if document.text else 0.0

    def read(self, document: Document) -> tuple[Meeting, ...]:
        """Read every line as a paragraph of narrative."""
        findings = Findings()
        for line in document.text.split("\n"):
            if line.strip():
                findings.body.append(unspoken(BlockKind.NARRATIVE, line.strip()))
        return (assemble(document, self.name, findings),)


READER = ProseReader()
