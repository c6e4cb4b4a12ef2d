"""Over a real SSH server: reading, what it costs, and a link that drops."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from patience import eventually

from tui.screens.watch import LOOK_EVERY


def page(number: int) -> str:
    return (
        f"Events\nOpening of bridge {number}\nRudolf Strand received a guest.\n"
        f"June {1 + number % 28}, 2014\n12:45\nStrelsau\nThe guest arrived by ship.\n* * *\n"
        f"President of Ruritania Anna Berg: We agreed on bridge {number}.\n"
        "Geography\nRuritania\nPublication status\n"
        f"Publication date: June {1 + number % 28}, 2014, 12:45\nText version\n"
    )


def test_one_reads_filters_and_leaves(remote: Any) -> None:
    terminal = remote.log_in()
    terminal.wait_for("5 meetings")
    terminal.press_and_wait("/")
    terminal.press("customs billion")
    terminal.wait_for("2 of 5 meetings")
    terminal.press_and_wait("\r")
    terminal.press_and_wait("q")
    assert terminal.wait_for_end() == 0
    assert eventually(lambda: not remote.processes())


def test_what_goes_over_the_wire_is_little(remote: Any) -> None:
    """Encrypted bytes, both ways; stock Textual sends 60,000 for a first screen."""
    terminal = remote.log_in("2012-05-15")
    terminal.wait_for("5 meetings")
    terminal.rest()
    before_page = (remote.wire.to_client, remote.wire.to_server)
    terminal.press_and_wait(" ")
    terminal.rest()
    page_down, page_up = (
        after - before
        for after, before in zip(
            (remote.wire.to_client, remote.wire.to_server), before_page, strict=True
        )
    )
    assert page_down <= 5_500
    assert page_up <= 400
    idle = remote.wire.to_client
    time.sleep(1.5 * LOOK_EVERY)  # the screen looks at the library meanwhile
    assert remote.wire.to_client == idle


def test_a_link_that_drops_keeps_place_and_what_was_copied(remote: Any) -> None:
    terminal = remote.log_in("2020-03-10/the-kremlin-moscow#t2")
    terminal.wait_for("Yes, it did.")
    terminal.press_and_wait("y")
    terminal.wait_for(lambda _: b"\x1b]52;" in terminal.sent)
    remote.wire.cut()
    assert eventually(lambda: not remote.processes()), "a process was left behind"
    assert remote.run("notebook", "last").stdout == "Yes, it did.\n"
    again = remote.log_in()
    again.wait_for("Yes, it did.")


def test_a_mark_that_was_acknowledged_outlives_the_link(remote: Any) -> None:
    terminal = remote.log_in("2020-03-10/the-kremlin-moscow#t2")
    terminal.wait_for("Yes, it did.")
    terminal.press_and_wait("m")
    terminal.wait_for("Marked t2")
    terminal.press("}m")  # this one is under way
    remote.wire.cut()
    assert eventually(lambda: not remote.processes()), "a process was left behind"
    assert "Yes, it did." in remote.run("notebook", "list").stdout
    again = remote.log_in("2020-03-10/the-kremlin-moscow#t2")
    again.wait_for("Yes, it did.")
    again.press_and_wait("m")
    again.wait_for("t2 is marked already")


@pytest.mark.parametrize("moment", [0.0, 0.4])
def test_an_import_cut_off_is_whole_and_goes_on(remote: Any, tmp_path: Path, moment: float) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(520):
        (pages / f"{number}.txt").write_text(page(number), encoding="utf-8")
    assert remote.run("init", "--empty").returncode == 0
    terminal = remote.log_in("import", str(pages))
    library = remote.home / ".local/share/stenogram/library"
    assert eventually(lambda: (library / "originals").exists())
    time.sleep(moment)
    remote.wire.cut()
    assert eventually(lambda: not remote.processes()), "a process was left behind"
    del terminal
    assert remote.run("doctor").returncode == 0
    assert remote.run("import", str(pages)).returncode == 0
    listed = remote.run("list", "--json").stdout.splitlines()
    assert len(listed) == 520
