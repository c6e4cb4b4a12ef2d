from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.settings.config import Config, load_config
from tui.settings.toml_lines import read_toml

WHOLE = """\
# mine
theme = "paper"
measure = 72
mouse = false
library = "/srv/meetings"
style = "chicago"

[keymap]
"hit.next" = ["n", "ctrl+n"]
quote = "c"

[colours]
"Vladimir Putin" = "#7aa2c8"
Anspach = "red"
"""


@pytest.fixture
def write(tmp_path):
    def write(text: str | bytes) -> Path:
        path = tmp_path / "config.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def lines_and_messages(problems):
    return [(problem.line, problem.message) for problem in problems]


def test_every_setting_is_read(write):
    config, problems = load_config(write(WHOLE))
    assert problems == ()
    assert config == Config(
        theme="paper",
        keymap={"hit.next": "n,ctrl+n", "quote": "c"},
        measure=72,
        colours={"Vladimir Putin": "#7aa2c8", "Anspach": "red"},
        mouse=False,
        library=Path("/srv/meetings"),
        style="chicago",
    )


def test_no_file_is_no_problem(tmp_path):
    assert load_config(tmp_path / "absent.toml") == (Config(), ())


def test_a_folder_in_its_place_is_named(tmp_path):
    config, (problem,) = load_config(tmp_path)
    assert config == Config()
    assert problem.line is None
    assert str(tmp_path) in str(problem)


def test_a_command_id_may_be_written_with_or_without_quotes(write):
    config, problems = load_config(write('[keymap]\nhit.next = "n"\n"hit.previous" = "N"\n'))
    assert config.keymap == {"hit.next": "n", "hit.previous": "N"}
    assert problems == ()


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('theme = "ink"\nmesure = 70\n', 2, "did you mean “measure”"),
        ("theme = 3\n", 1, "theme must be a name"),
        ('\n\nmeasure = "80"\n', 3, "whole number"),
        ("measure = true\n", 1, "whole number"),
        ("measure = 3\n", 1, "between 20 and"),
        ("mouse = 1\n", 1, "true or false"),
        ('library = "meetings"\n', 1, "begin with / or ~"),
        ('library = "~nobody-of-this-name/x"\n', 1, "home"),
        ('keymap = "q"\n', 1, "must be a table"),
        ('[keymap]\n"quit" = 1\n', 2, "key in quotes"),
        ("[keymap]\nhit.next = []\n", 2, "key in quotes"),
        ('[colours]\n# him\n"Vladimir Putin" = "#12"\n', 3, "colour"),
        ('theme = "ink\n', 1, "left out"),
        ("measure = \ntheme = 'x'\n", 1, "left out"),
        ("[keymap\nquote = 'c'\n", 1, "left out"),
        ("theme = 'a'\ntheme = 'b'\n", 2, "left out"),
    ],
)
def test_a_mistake_is_named_with_its_line(write, text, line, words):
    _, problems = load_config(write(text))
    assert [problem.line for problem in problems] == [line]
    assert words in problems[0].message


@pytest.mark.parametrize(
    "mistake",
    [
        *("measure = many", "mesure = 3", "= 3", "mouse = 'yes'", "\x00"),
        *("style = [", "]", "a = '''"),  # opened or closed, and nothing else
        *("a = " + "9" * 5_000, "a = " + "[" * 5_000),
    ],
)
def test_the_rest_works_around_a_mistake(write, mistake):
    text = f'theme = "paper"\n{mistake}\n[keymap]\nquote = "c"\n'
    config, problems = load_config(write(text))
    assert (config.theme, dict(config.keymap)) == ("paper", {"quote": "c"})
    assert problems[0].line == 2


def test_a_broken_header_takes_its_table_and_no_other(write):
    text = "[colours\nAnspach = 'red'\n[keymap]\nquote = 'c'\n"
    config, problems = load_config(write(text))
    assert (config.colours, config.keymap) == ({}, {"quote": "c"})
    assert [problem.line for problem in problems] == [1]


def test_names_are_held_against_what_there_is(write):
    text = 'theme = "inc"\nstyle = "plan"\n[keymap]\nhit.nxt = "n"\n'
    config, problems = load_config(
        write(text), themes=["ink"], commands=["hit.next"], styles=["plain"]
    )
    assert config == Config()
    assert [problem.line for problem in problems] == [1, 2, 4]
    assert ["ink" in problems[0].message, "plain" in problems[1].message] == [True, True]
    assert "hit.next" in problems[2].message


def test_bytes_that_are_not_utf8_cost_nothing_else(write):
    config, problems = load_config(write(b'# \xff\ntheme = "paper"\n'))
    assert config.theme == "paper"
    assert [problem.line for problem in problems] == [1]


def test_a_byte_order_mark_is_no_mistake(write):
    assert load_config(write("\ufefftheme = 'ink'\n")) == (Config(theme="ink"), ())


def test_a_file_that_is_not_toml_at_all_is_given_up(write):
    config, problems = load_config(write("lorem ipsum\n" * 5_000))
    assert config == Config()
    assert 0 < len(problems) < 100


@given(st.binary())
def test_no_bytes_raise(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "fuzzed.toml"
    path.write_bytes(data)
    load_config(path)


TOML_PIECES = st.sampled_from(
    [*"[]=\"'#\n.,{} \\", '"""', "'''", "theme", "keymap", "hit.next", "1", "true", "\r\n", "é"]
)


@given(st.lists(TOML_PIECES).map("".join))
def test_every_broken_line_reported_is_a_line_of_the_text(text):
    document = read_toml(text)
    count = len(text.splitlines())
    assert all(1 <= line <= count for line, _ in document.broken)


def test_a_file_that_is_something_else_by_mistake_is_not_read(write):
    config, (problem,) = load_config(write("#" * 1_000_000))
    assert config == Config()
    assert "too large" in problem.message
