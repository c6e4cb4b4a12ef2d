"""The command line that shows again what a screen shows."""

from __future__ import annotations

import shlex

from tui.search.groups import By
from tui.search.orders import Order
from tui.search.sample import DEFAULT_SEED


def command_line(
    text: str,
    *,
    order: Order | None = None,
    by: By | None = None,
    count: bool = False,
    sample: int | None = None,
    seed: int | None = None,
    context: int | None = None,
    limit: int | None = None,
) -> str:
    """Return the ``stenogram find`` that gives the same rows, to be pasted into a shell.

    Args:
        text: The query as typed.
        order: How the rows stand; None for the order of time.
        by: What they are grouped by; without an order, only the groups' counts are asked for.
        count: Whether only the counts are asked for.
        sample: How many of the hits were taken.
        seed: By which seed; only said where there is a sample.
        context: Words on either side; None for the command's own number.
        limit: How many rows at most.
    """
    options: list[str] = []
    if order is not None and (by is not None or order != Order()):
        options += ["--sort", str(order)]
    if by is not None:
        options += ["--by", by.value]
    if count:
        options.append("--count")
    if sample is not None:
        options += ["--sample", str(sample), "--seed", str(DEFAULT_SEED if seed is None else seed)]
    if context is not None:
        options += ["--context", str(context)]
    if limit is not None:
        options += ["--limit", str(limit)]
    # After -- a word that begins with a dash is a word to leave out and never an option.
    return " ".join(["stenogram", "find", *options, "--", shlex.quote(" ".join(text.split("\n")))])
