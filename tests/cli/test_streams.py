"""What reaches standard output and standard error, and how a command ends."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.cli import output as output_module

Stenogram = Callable[..., Any]

HOSTILE = "Ann: A \x1b]52;c;aGk=\x07 zzyzx \x9b31m \u202eevil [red]x[/].\n\nBob: Yes.\n\nAnn: No.\n"


def stenogram_process(*words: str, **rest: Any) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a process of its own."""
    return subprocess.run(
        [sys.executable, *words], capture_output=True, check=False, timeout=120, **rest
    )


@pytest.fixture
def hostile(stenogram: Stenogram, tmp_path: Path) -> str:
    """The id of a meeting whose words would command a terminal."""
    file = tmp_path / "hostile.txt"
    file.write_text(HOSTILE, encoding="utf-8")
    return str(stenogram("import", "--json", str(file)).rows[0]["meeting"])


@pytest.fixture
def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make commands take standard output for a terminal."""
    monkeypatch.setattr(output_module.sys.stdout.__class__, "isatty", lambda _: True)


@pytest.mark.usefixtures("on_a_terminal")
@pytest.mark.parametrize(
    "words",
    [
        ("find", "zzyzx"),
        ("find", "zzyzx", "--csv"),
        ("find", "zzyzx", "--markdown"),
        ("find", "zzyzx", "--json"),
        ("show", "{id}"),
        ("show", "{id}", "--format", "markdown"),
        ("show", "{id}", "--json"),
        ("cite", "{id}#t1"),
    ],
)
def test_words_of_a_document_never_command_a_terminal(
    stenogram: Stenogram, hostile: str, words: tuple[str, ...]
) -> None:
    ended = stenogram(*(word.format(id=hostile) for word in words), "--color", "never")
    assert "zzyzx" in ended.out
    assert not set(ended.out) & {"\x1b", "\x07", "\x9b", "\u202e"}


def test_a_pipe_is_given_the_words_as_stored(stenogram: Stenogram, hostile: str) -> None:
    (block,) = stenogram("show", f"{hostile}#t1", "--json").rows[0]["blocks"]
    assert block["text"] in stenogram("show", f"{hostile}#t1").out


def test_a_file_name_that_is_no_text_is_named_all_the_same(
    stenogram: Stenogram, tmp_path: Path
) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\x1b[31m.bin")
    Path(name).write_bytes(bytes(256))
    ended = stenogram("parse", "--json", name)
    assert ended.code == 2
    assert list(ended.rows[0]) == ["error", "source"]
    assert "\x1b" not in ended.err


@pytest.mark.parametrize(
    ("environment", "option", "coloured"),
    [
        ({}, (), True),
        ({"NO_COLOR": "1"}, (), False),
        ({"TERM": "dumb"}, (), False),
        ({"NO_COLOR": "1"}, ("--color", "always"), True),
        ({}, ("--color", "never"), False),
    ],
)
@pytest.mark.usefixtures("on_a_terminal")
def test_colour_follows_the_terminal_and_what_was_asked(
    stenogram: Stenogram,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    option: tuple[str, ...],
    coloured: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in stenogram("list", *option).out) is coloured


def test_a_pipe_has_no_colour(stenogram: Stenogram) -> None:
    assert "\x1b" not in stenogram("list").out
    assert "\x1b[" in stenogram("list", "--color", "always").out


@pytest.mark.usefixtures("on_a_terminal")
@pytest.mark.parametrize("columns", ["40", "80", "200"])
@pytest.mark.parametrize("words", [("list",), ("find", "union"), ("show", "2013"), ("people",)])
def test_lines_fit_the_terminal(
    stenogram: Stenogram, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = stenogram(*words, "--color", "never").out.splitlines()
    # Of an id nothing is left out, however narrow the terminal.
    addresses = max(len(line.split("  ")[0]) for line in lines)
    assert max(map(len, lines)) <= max(int(columns), addresses + 18)


@pytest.mark.parametrize(
    ("command", "unwanted"),
    [
        ("list --json", "textual"),
        ("find --json by:putin", "textual"),
        ("show 2013 --json", "textual"),
        ("parse --json SEED", "textual"),
        ("parse --json SEED", "tinydb"),
        ("--help", "tinydb"),
        ("--help", "tui.reading.registry"),
        ("--help", "tui.library.stored"),
    ],
)
def test_a_command_loads_only_what_it_needs(library: Path, command: str, unwanted: str) -> None:
    seed = next((Path(__file__).parents[2] / "seeds").iterdir())
    words = command.replace("SEED", str(seed)).split()
    check = (
        "import sys\n"
        "from tui.cli.main import run\n"
        "code = run(sys.argv[1:])\n"
        f"sys.exit('loaded, code %s' % code if {unwanted!r} in sys.modules else code)"
    )
    environment = {**os.environ, "STENOGRAM_LIBRARY": str(library)}
    ended = stenogram_process("-c", check, *words, env=environment)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_a_pipe_that_closes_early_is_no_error(library: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "tui", "--library", str(library), "find", "--json", "/./"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert program.stdout is not None and program.stderr is not None
    program.stdout.readline()
    program.stdout.close()
    assert program.wait(120) == 0
    assert program.stderr.read() == b""
    program.stderr.close()


def test_results_are_utf_8_whatever_the_locale(library: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    ended = stenogram_process(
        "-m", "tui", "--library", str(library), "find", '"thank you for"', env=environment
    )
    assert ended.returncode == 0
    assert "today’s" in ended.stdout.decode("utf-8")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_there_is_a_completion_script_for_each_shell(stenogram: Stenogram, shell: str) -> None:
    ended = stenogram("completion", shell)
    assert ended.code == 0
    assert f"_STENOGRAM_COMPLETE={shell}_complete" in ended.out


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("stenogram li", "list"),
        ("stenogram find --so", "--sort"),
        ("stenogram show 2013", "2013-05-29/astana"),
        ("stenogram cite 2013 --style chi", "chicago"),
    ],
)
def test_commands_options_and_ids_are_completed(
    stenogram: Stenogram, monkeypatch: pytest.MonkeyPatch, line: str, offered: str
) -> None:
    monkeypatch.setenv("_STENOGRAM_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(line.split()) - 1))
    assert offered in stenogram().out


def test_an_interrupt_is_quiet(stenogram: Stenogram, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tui.library.open.open_library", interrupted)
    ended = stenogram("list")
    assert (ended.code, ended.out, ended.err) == (130, "", "")


def test_a_defect_is_no_traceback(stenogram: Stenogram, monkeypatch: pytest.MonkeyPatch) -> None:
    def defective(*_: object, **__: object) -> None:
        raise ZeroDivisionError("of ours")

    monkeypatch.setattr("tui.library.open.open_library", defective)
    ended = stenogram("list")
    assert ended.code == 2
    assert "of ours" in ended.err and "Traceback" not in ended.err


def test_a_mistake_in_the_configuration_is_named_and_the_rest_counts(
    stenogram: Stenogram, empty_home: Path
) -> None:
    from tui.settings.paths import config_file

    config_file().parent.mkdir(parents=True, exist_ok=True)
    config_file().write_text('measure = "wide"\nstyle = "mla"\n', encoding="utf-8")
    ended = stenogram("cite", "2013#t2.1")
    assert ended.code == 0
    assert "line 1" in ended.err
    assert "(Putin, turn 2, para. 1)" in ended.out


ONE_FILE_A_COMMIT = (
    "import sys, tui.library.importing as importing\n"
    "importing.BATCH = 1\n"
    "from tui.cli.main import run\n"
    "sys.exit(run(sys.argv[1:]))"
)


@pytest.mark.parametrize("merged", [False, True])
@pytest.mark.parametrize("bad", [False, True])
def test_a_pipe_that_closes_early_stops_no_import(
    stenogram: Stenogram, library: Path, tmp_path: Path, merged: bool, bad: bool
) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    for number in range(4):
        words = f"Ann: Number {number} zzyzx.\n\nBob: Yes.\n\nAnn: No {number}.\n"
        (folder / f"{number}.txt").write_text(words, encoding="utf-8")
    if bad:
        (folder / "0.bin").write_bytes(bytes(256))
    reader, writer = os.pipe()
    os.close(reader)
    program = subprocess.Popen(
        [sys.executable, "-c", ONE_FILE_A_COMMIT, "--library", str(library), "import", str(folder)],
        stdout=writer,
        stderr=writer if merged else subprocess.DEVNULL,
    )
    os.close(writer)
    assert program.wait(120) == (2 if bad else 0)
    assert len(stenogram("list", "--json", "zzyzx").rows) == 4


def test_a_pipe_that_closes_early_stops_no_repair(stenogram: Stenogram, library: Path) -> None:
    for path in (library / "transcripts").iterdir():
        path.write_bytes(b"damaged")
    reader, writer = os.pipe()
    os.close(reader)
    program = subprocess.Popen(
        [sys.executable, "-m", "tui", "--library", str(library), "doctor", "--repair"],
        stdout=writer,
        stderr=writer,
    )
    os.close(writer)
    assert program.wait(120) == 1
    assert stenogram("doctor").code == 0


@pytest.mark.skipif(os.name != "posix", reason="closes a descriptor before the program starts")
@pytest.mark.parametrize("command", ["list", "import x", "doctor", "parse x"])
def test_no_standard_output_at_all_is_said_plainly(library: Path, command: str) -> None:
    program = f'exec "$0" -m tui --library "$1" {command} >&-'
    ended = subprocess.run(
        ["sh", "-c", program, sys.executable, str(library)],
        stderr=subprocess.PIPE,
        timeout=120,
        check=False,
    )
    assert ended.returncode == 2
    assert b"standard output is closed" in ended.stderr


@pytest.mark.usefixtures("on_a_terminal")
@pytest.mark.parametrize("sort", ["date", "left"])
def test_a_limit_is_said_to_end_only_what_goes_on(stenogram: Stenogram, sort: str) -> None:
    words = ("find", "--sort", sort, '"customs union"')
    all_of_them = len(stenogram("find", "--json", '"customs union"').rows)
    fewer = stenogram(*words, "--limit", str(all_of_them - 1))
    exact = stenogram(*words, "--limit", str(all_of_them))
    assert "--limit ends here" in fewer.err
    assert f"{all_of_them} hits" in exact.err and "--limit" not in exact.err


def test_a_style_that_the_configuration_misspells_is_said_once(stenogram: Stenogram) -> None:
    from tui.settings.paths import config_file

    config_file().parent.mkdir(parents=True, exist_ok=True)
    config_file().write_text('measure = "wide"\nstyle = "chicagoo"\n', encoding="utf-8")
    ended = stenogram("cite", "2013-05-29/astana#t2.1")
    assert ended.code == 0
    assert ended.err.count("measure") == 1
    assert ended.err.count("“chicagoo”") == 1
