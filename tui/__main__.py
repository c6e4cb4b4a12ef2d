"""``stenogram`` and ``python -m tui``: the first frame, then everything else."""

from __future__ import annotations

import sys

from tui import first_frame


def main() -> None:
    """Run the process's command line and leave with its exit code."""
    try:
        first_frame.show(sys.argv[1:])
        from tui.cli.main import main as run  # only behind the first frame

        run()
    finally:
        first_frame.withdraw()


if __name__ == "__main__":
    main()
