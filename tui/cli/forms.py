"""The one form in which a command prints its results."""

from __future__ import annotations

from collections.abc import Mapping

import click


def chosen_form(asked: Mapping[str, str | None], default: str) -> str:
    """Return the form that was asked for.

    Args:
        asked: The form each option asks for, by the option as it is typed; None where it
            was not given. Two options may ask for the same.
        default: The form where none was given.

    Raises:
        click.UsageError: Two options ask for different forms.
    """
    given = {option: form for option, form in asked.items() if form is not None}
    if len(set(given.values())) > 1:
        raise click.UsageError(f"{' and '.join(given)} do not go together; name one form.")
    return next(iter(given.values()), default)
