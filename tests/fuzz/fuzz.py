"""Coverage-guided fuzzing of everything that reads what others wrote.

By hand, as long as one likes; ``.ci/run`` gives each target a bounded time::

    pip install -e '.[fuzz]'
    python tests/fuzz/fuzz.py readers -max_total_time=3600
    python tests/fuzz/fuzz.py queries -max_total_time=600

Anything but a meeting or a ``ReadingError`` is a finding, and so are more than ten seconds or
a gigabyte for one input of a few kilobytes. What follows the target's name goes to libFuzzer.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["tui"]):
    from tui.reading.errors import ReadingError
    from tui.reading.registry import MODULES, formats, read
    from tui.reading.schema import decode, encode
    from tui.search.explain import explain
    from tui.search.matcher import Matcher
    from tui.search.parser import parse

    for module in MODULES.values():  # otherwise imported when first met, and not traced
        import_module(module)

ROOT = Path(__file__).resolve().parents[2]
LIMITS = ["-timeout=10", "-rss_limit_mb=1024", "-max_len=8192"]

FORMATS = (None, *formats())
WORDS = tuple(
    read(path.read_bytes(), path.name)[0] for path in sorted((ROOT / "seeds").glob("*.txt"))[:2]
)

QUERIES = (
    b'by:nazarbayev "customs union" | ~integrate -billion',
    b'"trade billion"~5 integraton~1 /\\$\\d+ billion/ as:"prime minister"',
    b"by:putin trade >>3 by:nazarbayev billion date:2012..2013-06 same:paragraph",
    b"(at:astana OR title:meeting) is:question saved:x in:2013-05-29",
)


def fuzz_readers(data: bytes) -> None:
    """The first byte chooses the format, or that it is found out."""
    if not data:
        return
    name = FORMATS[data[0] % len(FORMATS)]
    try:
        meetings = read(data[1:], "fuzzed.txt", format=name)
    except ReadingError:
        return
    for meeting in meetings:
        if decode(encode(meeting)) != meeting:
            raise AssertionError("a meeting does not survive being written and read again")


def fuzz_queries(data: bytes) -> None:
    """Every text is a query, can be explained, and finds something or nothing."""
    text = data.decode("utf-8", "replace")
    for typing in (False, True):
        query = parse(text, typing=typing).query
        explain(query)
        matcher = Matcher(query)
        for meeting in WORDS:
            matcher.hits(meeting)


def start_with(folder: Path, target: str) -> None:
    """Write what the fuzzer begins from: the seeds, other documents where there are any."""
    if target == "queries":
        documents = list(QUERIES)
    else:
        paths = list((ROOT / "seeds").glob("*.txt"))
        others = Path(os.environ.get("STENOGRAM_CORPUS", ROOT.parent / "shared/corpus")) / "other"
        paths += [path for path in sorted(others.rglob("*")) if path.is_file()]
        documents = [bytes([0]) + path.read_bytes()[:4096] for path in paths]
        documents += [bytes([number]) + b"A: b\n" for number in range(len(FORMATS))]
    for number, document in enumerate(documents):
        (folder / f"{number:04}").write_bytes(document)


TARGETS: dict[str, Callable[[bytes], None]] = {"readers": fuzz_readers, "queries": fuzz_queries}


def main() -> None:
    target, *options = sys.argv[1:] or ["readers"]
    with tempfile.TemporaryDirectory() as folder:
        start_with(Path(folder), target)
        atheris.Setup([sys.argv[0], folder, *LIMITS, *options], TARGETS[target])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
