"""What every command may be told: which library, whether to write, whether to colour."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tui import __version__

if TYPE_CHECKING:
    from tui.library.library import Library
    from tui.settings.config import Config

AnyCallable = TypeVar("AnyCallable", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Common:
    """Options understood before and after the command's name.

    Attributes:
        library: The folder given with ``--library``; None for the configured one.
        read_only: True where the library must not be written.
        guest: True where nothing is kept at all, in no notebook either; implies ``read_only``.
        color: ``auto``, ``always`` or ``never``.
        diff: Whether the screen sends only changed cells.
        mouse: Whether the screen asks the terminal for mouse events.
    """

    library: Path | None = None
    read_only: bool = False
    guest: bool = False
    color: str = "auto"
    diff: bool = True
    mouse: bool = True

    def for_reading(self) -> Common:
        """Return the same options, but never writing."""
        return replace(self, read_only=True)

    def config(self, *, styles: Collection[str] | None = None) -> Config:
        """Read the user's configuration; what cannot be used in it is left out.

        What only these names tell to be wrong is said on standard error; the rest is said
        where the library is looked for.

        Args:
            styles: Names a style of citation may have; None accepts any.
        """
        from tui.cli.output import note
        from tui.settings.config import load_config
        from tui.settings.paths import config_file

        config, problems = load_config(config_file(), styles=styles)
        said = load_config(config_file())[1]
        for problem in problems:
            if problem not in said:
                note(str(problem))
        return config

    def library_path(self) -> Path:
        """Return the folder these options name, else the configured one.

        What is wrong in the configuration is said on standard error, and the rest counts.
        """
        from tui.cli.output import note
        from tui.settings.config import load_config
        from tui.settings.paths import config_file, library_path

        config, problems = load_config(config_file())
        for problem in problems:
            note(str(problem))
        return library_path(self.library, configured=config.library)

    def open_library(self, path: Path | None = None) -> Library:
        """Open the library these options name, made and filled from the seeds if absent.

        Args:
            path: What `library_path` returns, where that was asked already.

        Raises:
            LibraryError: It cannot be opened.
        """
        from tui.cli.output import note
        from tui.library.consulting import consult
        from tui.library.open import open_library

        seeds: list[str] = []
        path = path or self.library_path()
        library = open_library(
            path,
            read_only=self.read_only,
            on_progress=lambda _done, _all, name: seeds.append(name),
        )
        if not self.guest:
            consult(library, library.notebook)
        if seeds:
            note(f"Made a library in {path}, with the {len(seeds)} meetings that come along.")
        return library

    def open_library_with_notebook(self) -> Library:
        """Open the library for a command about what its reader keeps.

        Raises:
            click.UsageError: A guest has no notebook.
            LibraryError: The library cannot be opened.
        """
        if self.guest:
            raise click.UsageError("A guest has no notebook: --guest keeps nothing.")
        return self.open_library()

    def must_write(self, what: str) -> None:
        """Refuse a command that writes where nothing may be written.

        Args:
            what: What it would write, such as "a backup".

        Raises:
            click.UsageError: ``--read-only`` or ``--guest`` was given.
        """
        if self.read_only:
            option = "--guest" if self.guest else "--read-only"
            raise click.UsageError(f"{option} writes nothing, and this would write {what}.")


class _Folder(click.Path):
    """A folder's name, which an empty variable in a script is not."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            self.fail("the name is empty; name a folder, or leave the option out.", param, ctx)
        return super().convert(value, param, ctx)


def _remember(context: click.Context, option: click.Parameter, value: Any) -> None:
    """Lay an option's value over what stood before the command's name."""
    common = context.obj if isinstance(context.obj, Common) else Common()
    if value is not None and option.name is not None:
        common = replace(common, **{option.name: value})
    context.obj = common


def _remember_guest(context: click.Context, _option: click.Parameter, value: Any) -> None:
    """A guest writes nowhere, so not to the library either."""
    common = context.obj if isinstance(context.obj, Common) else Common()
    context.obj = replace(common, guest=True, read_only=True) if value else common


def _show_version(context: click.Context, _option: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        click.echo(f"stenogram {__version__}")
        context.exit()


def common_options(function: AnyCallable) -> AnyCallable:
    """Add the options that stand everywhere to a command or group."""
    for option in reversed(
        (
            click.option(
                "--library",
                type=_Folder(path_type=Path),
                metavar="DIR",
                callback=_remember,
                expose_value=False,
                help="The library's folder [$STENOGRAM_LIBRARY, else your data folder].",
            ),
            click.option(
                "--read-only",
                is_flag=True,
                default=None,
                callback=_remember,
                expose_value=False,
                help="Never write to the library.",
            ),
            click.option(
                "--guest",
                is_flag=True,
                default=None,
                callback=_remember_guest,
                expose_value=False,
                help="Keep nothing: no notebook, no reading place; implies --read-only.",
            ),
            click.option(
                "--color",
                type=click.Choice(["auto", "always", "never"]),
                callback=_remember,
                expose_value=False,
                help="Colour on a terminal (auto; NO_COLOR is honoured), always or never.",
            ),
            click.option(
                "--version",
                is_flag=True,
                is_eager=True,
                callback=_show_version,
                expose_value=False,
                help="Say which version this is.",
            ),
        )
    ):
        function = option(function)
    return function


def screen_options(function: AnyCallable) -> AnyCallable:
    """Add the options that only the screen understands."""
    for name, text in (
        ("mouse", "Leave the mouse to the terminal."),
        ("diff", "Send whole lines to the terminal rather than changed cells."),
    ):
        function = click.option(
            f"--no-{name}",
            name,
            flag_value=False,
            default=None,
            callback=_remember,
            expose_value=False,
            help=text,
        )(function)
    return function
