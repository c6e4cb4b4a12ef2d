"""Where on a command line the first word stands that is no option."""

from __future__ import annotations

from collections.abc import Sequence

import click


def first_word(group: click.Group, ctx: click.Context, args: Sequence[str]) -> int:
    """Return the index of the first argument that is no option of the group, nor its value."""
    options = {
        name: parameter
        for parameter in group.get_params(ctx)
        if isinstance(parameter, click.Option)
        for name in parameter.opts
    }
    index = 0
    while index < len(args):
        name, equals, _ = args[index].partition("=")
        option = options.get(name)
        if option is None and (not name.startswith("--") or name == "--"):
            return index
        # An unknown long option stays with the group, which names it in its refusal.
        takes_next = option is not None and not option.is_flag and not equals
        index += 2 if takes_next else 1
    return min(index, len(args))
