"""When the picture that was left is shown, and how it goes away again."""

from __future__ import annotations

import os
import pty
import signal
import struct
import subprocess
import sys
import termios
from fcntl import ioctl
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    os.name != "posix" or sys.platform == "darwin", reason="no first frame on this platform"
)

ROOT = Path(__file__).parents[1]
ENTER, LEAVE = "\x1b[?1049h", "\x1b[?1049l"
SHOW = "first_frame.show(sys.argv[1:]); "


class Person:
    """Somebody with a terminal and a home, whose programs know the first frame."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.environment = {"HOME": str(home), "TERM": "xterm", "PATH": os.defpath}
        self.size = (40, 120)
        self.master, self.slave = pty.openpty()

    @property
    def kept(self) -> Path:
        return self.home / ".local/state/stenogram/first-frame"

    def start(self, code: str, *arguments: str) -> subprocess.Popen[bytes]:
        ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", *self.size, 0, 0))
        code = f"import sys, os, time; sys.path.insert(0, {str(ROOT)!r})\n" + (
            f"from tui import first_frame\n{code}"
        )
        return subprocess.Popen(
            [sys.executable, "-c", code, *arguments],
            **dict.fromkeys(("stdin", "stdout", "stderr"), self.slave),
            env=self.environment,
        )

    def run(self, code: str, *arguments: str) -> str:
        process = self.start(code + "; print('end')", *arguments)
        assert process.wait(30) == 0
        return self.seen("end")

    def seen(self, mark: str) -> str:
        received = ""
        while mark not in received:
            received += os.read(self.master, 1 << 16).decode()
        return received

    @property
    def echo(self) -> bool:
        return bool(termios.tcgetattr(self.master)[3] & termios.ECHO)


@pytest.fixture
def person(tmp_path: Path):
    """Somebody whose last session left PICTURE over one file."""
    someone = Person(tmp_path)
    someone.kept.parent.mkdir(parents=True)
    (tmp_path / "words").write_text("words")
    someone.run(
        f"first_frame.keep(sys.argv[1:], [{str(tmp_path / 'words')!r}], 'PICTURE', 'CELLS')"
    )
    yield someone
    os.close(someone.master)
    os.close(someone.slave)


def test_the_picture_is_shown_and_handed_over(person: Person) -> None:
    seen = person.run(SHOW + "print(first_frame.stands(), first_frame.hand_over())")
    assert seen.startswith(ENTER)
    assert "PICTURE" in seen and "True CELLS" in seen
    assert person.echo


def test_withdrawn_it_leaves_the_terminal_to_what_is_said(person: Person) -> None:
    seen = person.run(SHOW + "first_frame.withdraw(); print('said')")
    assert seen.index("PICTURE") < seen.index(LEAVE) < seen.index("said")
    assert person.echo


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_takes_it_away(person: Person, number: signal.Signals) -> None:
    process = person.start(SHOW + "time.sleep(60)")
    person.seen("PICTURE")
    assert not person.echo
    process.send_signal(number)
    assert process.wait(30) == 128 + number
    assert person.echo


def change_file(person: Person) -> None:
    (person.home / "words").write_text("other words")


def lose_file(person: Person) -> None:
    (person.home / "words").unlink()


def change_size(person: Person) -> None:
    person.size = (40, 119)


def change_terminal(person: Person) -> None:
    person.environment["NO_COLOR"] = "1"


def choose_another_library(person: Person) -> None:
    person.environment["STENOGRAM_LIBRARY"] = "elsewhere"


def let_others_read(person: Person) -> None:
    person.kept.chmod(0o640)


def tear(person: Person) -> None:
    person.kept.write_bytes(person.kept.read_bytes()[:60])


def fill_with_noise(person: Person) -> None:
    person.kept.write_bytes(bytes(range(256)))


@pytest.mark.parametrize(
    "change",
    [
        change_file,
        lose_file,
        change_size,
        change_terminal,
        choose_another_library,
        let_others_read,
        tear,
        fill_with_noise,
    ],
)
def test_in_doubt_nothing_is_shown(person: Person, change) -> None:
    change(person)
    assert person.run(SHOW + "print(first_frame.stands())").split() == ["False", "end"]


@pytest.mark.parametrize("arguments", [["putin"], ["--read-only"], ["--library"], ["list"]])
def test_another_command_line_has_no_picture(person: Person, arguments: list[str]) -> None:
    assert person.run(SHOW + "pass", *arguments).split() == ["end"]


def test_it_is_the_users_own(person: Person) -> None:
    assert person.kept.stat().st_mode & 0o777 == 0o600


def test_discarded_it_is_gone(person: Person) -> None:
    person.run("first_frame.discard()")
    assert not person.kept.exists()
