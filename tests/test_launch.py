"""What the launcher says once the screen is closed."""

from pathlib import Path

import pytest

from tui import launch


def test_what_the_screen_had_no_room_for_is_printed_when_it_closes(
    empty_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = empty_home / ".config" / "stenogram"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text(
        'colour = 3\n[keymap]\n"no.such" = "x"\n"nor.this" = "z"\n', encoding="utf-8"
    )
    monkeypatch.setattr(launch.StenogramApp, "run", lambda self, **_: None)
    assert launch.run(empty_home / "library") == 0
    printed = capsys.readouterr().err
    assert [name in printed for name in ("colour", "no.such", "nor.this")] == [False, True, True]
