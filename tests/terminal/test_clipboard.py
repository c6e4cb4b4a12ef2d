import base64
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.terminal import clipboard
from tui.terminal.clipboard import LARGEST_OSC52, Way, deliver

XTERM = {"TERM": "xterm-256color"}
TMUX = {**XTERM, "TMUX": "/tmp/tmux-0/default,1,0"}
SCREEN = {"TERM": "screen", "STY": "1.pts-0"}


class Tools:
    """Programs on a machine: which there are, and whether they succeed."""

    def __init__(self, *names: str, works: bool = True) -> None:
        self.names, self.works, self.ran = names, works, []

    def which(self, name: str) -> str | None:
        return f"/usr/bin/{name}" if name in self.names else None

    def run(self, command, raw: bytes) -> bool:
        self.ran.append((command[0], raw))
        return self.works


def send(text, environ, machine=None, **options):
    machine = machine or Tools()
    sent: list[str] = []
    options = {"platform": "linux", **options}
    delivery = deliver(text, sent.append, environ, which=machine.which, run=machine.run, **options)
    return delivery, "".join(sent)


def received(sequence: str) -> str:
    """What a terminal makes of OSC 52."""
    (payload,) = re.findall("\x1b\\]52;c;([A-Za-z0-9+/=]*)\x07", sequence)
    return base64.b64decode(payload).decode()


def unwrapped_by_tmux(sequence: str) -> str:
    (inner,) = re.findall("\x1bPtmux;(.*?[^\x1b])\x1b\\\\", sequence, re.DOTALL)
    return inner.replace("\x1b\x1b", "\x1b")


def unwrapped_by_screen(sequence: str) -> str:
    pieces = re.findall("\x1bP(.*?)\x1b\\\\", sequence, re.DOTALL)
    assert all(len(piece) <= 256 for piece in pieces)
    return "".join(pieces)


@given(st.text(max_size=2_000))
def test_the_terminal_receives_the_text(text):
    _, sequence = send(text, XTERM)
    assert received(sequence) == text


@given(st.text(max_size=2_000))
def test_the_terminal_around_tmux_receives_the_text(text):
    delivery, sequence = send(text, TMUX)
    assert received(unwrapped_by_tmux(sequence)) == text
    assert delivery.way is Way.TMUX


@given(st.text(max_size=2_000))
def test_the_terminal_around_screen_receives_the_text(text):
    delivery, sequence = send(text, SCREEN)
    assert received(unwrapped_by_screen(sequence)) == text
    assert delivery.way is Way.SCREEN


def test_tmux_itself_receives_the_text_too():
    _, sequence = send("words", TMUX)
    assert received(sequence.partition("\x1bPtmux;")[0]) == "words"


@pytest.mark.parametrize(
    ("environ", "platform", "tool"),
    [
        ({**XTERM, "WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux", "wl-copy"),
        ({**XTERM, "DISPLAY": ":0"}, "linux", "xclip"),
        ({**XTERM}, "darwin", "pbcopy"),
    ],
)
def test_a_display_is_served_by_its_tool(environ, platform, tool):
    tools = Tools("wl-copy", "xclip", "xsel", "pbcopy")
    delivery, sequence = send("naïve", environ, tools, platform=platform)
    assert (tools.ran, sequence) == ([(tool, "naïve".encode())], "")
    assert delivery.way is Way.TOOL
    assert tool in delivery.message


@pytest.mark.parametrize(
    ("environ", "platform"),
    [(XTERM, "linux"), ({**XTERM, "SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}, "darwin")],
)
def test_without_a_display_no_tool_is_started(environ, platform):
    tools = Tools("wl-copy", "xclip", "xsel", "pbcopy")
    delivery, _ = send("words", environ, tools, platform=platform)
    assert (tools.ran, delivery.way) == ([], Way.OSC52)


def test_a_tool_that_fails_leaves_it_to_the_terminal():
    tools = Tools("xclip", works=False)
    delivery, sequence = send("words", {**XTERM, "DISPLAY": ":0"}, tools)
    assert (delivery.way, received(sequence)) == (Way.OSC52, "words")


def test_no_program_is_started_where_none_may_be():
    tools = Tools("xclip")
    send("words", {**XTERM, "DISPLAY": ":0"}, tools, tools=False)
    assert tools.ran == []


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("x" * LARGEST_OSC52, Way.OSC52),
        ("x" * (LARGEST_OSC52 + 1), Way.NONE),
        ("é" * (LARGEST_OSC52 // 2 + 1), Way.NONE),
    ],
)
def test_a_text_too_large_for_terminals_is_not_cut_but_refused(text, way):
    delivery, sequence = send(text, XTERM)
    assert (delivery.way, bool(sequence)) == (way, way is not Way.NONE)
    assert delivery.sent is (way is not Way.NONE)


def test_a_dumb_terminal_is_sent_nothing():
    delivery, sequence = send("words", {"TERM": "dumb"})
    assert (delivery.sent, sequence) == (False, "")


@pytest.mark.parametrize(
    ("environ", "advice"),
    [
        (TMUX, "set-clipboard on"),
        ({**XTERM, "TERM_PROGRAM": "Apple_Terminal"}, "Apple's Terminal ignores it"),
        ({**XTERM, "TERM_PROGRAM": "iTerm.app"}, "may access clipboard"),
        ({**XTERM, "VTE_VERSION": "7400"}, "Shift and the mouse"),
        ({**XTERM, "XTERM_VERSION": "XTerm(390)"}, "allowWindowOps"),
        (XTERM, "allow OSC 52"),
    ],
)
def test_the_message_says_what_to_do_where_nothing_arrives(environ, advice):
    delivery, _ = send("words", environ)
    assert advice in delivery.message


def test_a_tool_that_hangs_is_given_up(monkeypatch, tmp_path):
    hanging = tmp_path / "xclip"
    hanging.write_text("#!/bin/sh\nexec sleep 60\n")
    hanging.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr(clipboard, "TOOL_SECONDS", 0.05)
    sent: list[str] = []
    delivery = deliver("words", sent.append, {**XTERM, "DISPLAY": ":9"}, platform="linux")
    assert delivery.way is Way.OSC52
