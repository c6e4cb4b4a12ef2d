"""``stenogram completion``: what a shell needs to complete our words."""

from __future__ import annotations

import click

from tui.cli.common import Common, common_options
from tui.cli.failures import EXIT_FOUND
from tui.cli.output import Output

_EXAMPLES = """\b
bash   echo 'eval "$(stenogram completion bash)"' >> ~/.bashrc
zsh    echo 'eval "$(stenogram completion zsh)"' >> ~/.zshrc
fish   stenogram completion fish > ~/.config/fish/completions/stenogram.fish
"""


@click.command(
    "completion", short_help="Print the completion script for a shell.", epilog=_EXAMPLES
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@common_options
@click.pass_context
def command(context: click.Context, shell: str) -> int:
    """Print the script that lets SHELL complete commands, options and ids."""
    from click.shell_completion import get_completion_class

    from tui.cli.main import PROGRAM
    from tui.cli.opening import COMPLETION_VARIABLE

    completion = get_completion_class(shell)
    assert completion is not None
    root = context.find_root().command
    output = Output(context.ensure_object(Common))
    output.line(completion(root, {}, PROGRAM, COMPLETION_VARIABLE).source())
    return EXIT_FOUND
