import stat
from pathlib import Path

import pytest

from tui.settings import paths


def test_the_option_is_the_strongest_wish(tmp_path):
    environ = {"STENOGRAM_LIBRARY": "/from/environment"}
    chosen = paths.library_path(tmp_path, configured=Path("/from/config"), environ=environ)
    assert chosen == tmp_path


def test_the_environment_stands_above_the_configuration():
    environ = {"STENOGRAM_LIBRARY": "/from/environment"}
    chosen = paths.library_path(configured=Path("/from/config"), environ=environ)
    assert chosen == Path("/from/environment")


def test_an_empty_variable_counts_as_unset():
    environ = {"STENOGRAM_LIBRARY": ""}
    chosen = paths.library_path(configured=Path("/from/config"), environ=environ)
    assert chosen == Path("/from/config")


def test_a_tilde_is_the_users_home():
    chosen = paths.library_path(environ={"STENOGRAM_LIBRARY": "~/meetings"})
    assert chosen == Path.home() / "meetings"


def test_the_users_own_files_share_no_folder_with_the_record(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    library = paths.library_path(environ={})
    own = [paths.notebook_folder(), paths.state_folder(), paths.config_file()]
    assert all(path.is_relative_to(tmp_path) for path in [library, *own])
    assert not any(path.is_relative_to(library) or library.is_relative_to(path) for path in own)


@pytest.mark.skipif(not hasattr(stat, "S_IRWXG"), reason="no permission bits here")
def test_folders_are_made_for_the_user_alone(tmp_path):
    deepest = paths.private_folder(tmp_path / "a" / "b")
    assert [stat.S_IMODE(p.stat().st_mode) for p in (deepest, deepest.parent)] == [0o700, 0o700]


def test_a_folder_that_exists_keeps_its_permissions(tmp_path):
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o755)
    paths.private_folder(shared)
    assert stat.S_IMODE(shared.stat().st_mode) == 0o755


def test_a_file_in_the_way_is_an_error(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError):
        paths.private_folder(tmp_path / "file" / "inside")
