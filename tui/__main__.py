"""``stenogram`` and ``python -m tui``: the first frame, then everything else."""

from __future__ import annotations

import sys

from tui import first_frame


def main() -> None:
    """Run the process's command line and leave with its exit code."""
    try:
        arguments = sys.argv[1:]
        first_frame.show(arguments)
        from tui.cli.opening import run_plainly  # only behind the first frame

        if (code := run_plainly(arguments)) is None:
            from tui.cli.main import run

            code = run(arguments)
        sys.exit(code)
    finally:
        first_frame.withdraw()


if __name__ == "__main__":
    main()
