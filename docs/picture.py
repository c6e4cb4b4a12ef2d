"""Make the README's picture from the running application, over the meetings that come along.

Run it in an environment with the program installed: ``python docs/picture.py``. It writes
``stenogram.svg`` beside itself, and ``stenogram.png`` where CairoSVG is installed.
"""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from tui.app import StenogramApp
from tui.library.open import open_library

FOLDER = Path(__file__).parent
SIZE = (120, 40)
QUERY = 'by:nazarbayev "customs union"'
"""A filter that hits in several meetings; the first one shown has a caption and narrative."""

FONTS = '"DejaVu Sans Mono", Menlo, Consolas, monospace'
FONT_SIZE = 20.27
"""At this size a DejaVu cell is as wide as the picture's: no font is fetched from anywhere."""


async def photograph(library_folder: Path) -> str:
    """Return the screen as SVG, a filter set."""
    library = open_library(library_folder)
    app = StenogramApp(library, library.timeline(), query=QUERY)
    async with app.run_test(size=SIZE) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        return app.export_screenshot(title="stenogram")


def settled(svg: str) -> str:
    """Return the picture in fonts that are there, its names the same whenever it is made."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = svg.replace("font-family: Fira Code, monospace", f"font-family: {FONTS}")
    svg = re.sub(r"(font-size: )20px", rf"\g<1>{FONT_SIZE}px", svg)
    return re.sub(r"terminal-\d+", "terminal", svg)


def main() -> None:
    """Write the picture."""
    with TemporaryDirectory() as folder:
        svg = settled(asyncio.run(photograph(Path(folder) / "library")))
    (FOLDER / "stenogram.svg").write_text(svg, encoding="utf-8")
    try:
        import cairosvg
    except ImportError:
        print("no PNG: CairoSVG is not installed")
        return
    cairosvg.svg2png(bytestring=svg.encode(), write_to=str(FOLDER / "stenogram.png"), scale=1.5)


if __name__ == "__main__":
    main()
