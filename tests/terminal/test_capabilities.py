import pytest

from tui.terminal.capabilities import Multiplexer, capabilities, multiplexer, why_no_screen


@pytest.mark.parametrize(
    ("environ", "between"),
    [
        ({"TERM": "xterm-256color"}, Multiplexer.NONE),
        ({"TERM": "screen-256color", "TMUX": "/tmp/tmux-0/default,1,0"}, Multiplexer.TMUX),
        ({"TERM": "tmux-256color"}, Multiplexer.TMUX),  # ssh from inside tmux
        ({"TERM": "screen", "STY": "1.pts-0"}, Multiplexer.SCREEN),
        ({"TERM": "screen"}, Multiplexer.NONE),
        ({}, Multiplexer.NONE),
    ],
)
def test_what_stands_between(environ, between):
    assert multiplexer(environ) is between


@pytest.mark.parametrize("term", ["dumb", "unknown", ""])
def test_a_terminal_without_a_cursor_is_named(term):
    reason = why_no_screen({"TERM": term})
    assert reason is not None
    assert reason.startswith("TERM is")
    assert term in reason


def test_a_usual_terminal_has_a_screen():
    assert why_no_screen({"TERM": "xterm-256color"}) is None


@pytest.mark.parametrize(
    ("environ", "welcome"), [({}, True), ({"NO_COLOR": ""}, True), ({"NO_COLOR": "1"}, False)]
)
def test_no_color_counts_when_it_is_not_empty(environ, welcome):
    assert capabilities({"TERM": "xterm", **environ}).colour is welcome


@pytest.mark.parametrize(
    ("environ", "encoding", "unicode"),
    [
        ({"LANG": "en_GB.UTF-8"}, None, True),
        ({"LANG": "de_DE.utf8"}, "ascii", True),
        ({"LC_ALL": "C", "LANG": "en_GB.UTF-8"}, None, False),
        ({"LC_CTYPE": "C.UTF-8", "LANG": "C"}, None, True),
        ({"LC_ALL": "", "LANG": "ru_RU.KOI8-R"}, None, False),
        ({}, None, True),
        ({}, "UTF-8", True),
        ({}, "ANSI_X3.4-1968", False),
    ],
)
def test_unicode_is_what_the_locale_says(environ, encoding, unicode):
    assert capabilities({"TERM": "xterm", **environ}, encoding=encoding).unicode is unicode


@pytest.mark.parametrize(
    ("term", "erases"),
    [
        ("xterm-256color", True),
        ("xterm-kitty", True),
        ("screen-256color", False),
        ("tmux-256color", False),
        ("dumb", False),
        ("no-such-terminal", False),
    ],
)
def test_coloured_erasing_is_claimed_only_where_known(term, erases):
    assert capabilities({"TERM": term}).colour_erase is erases
