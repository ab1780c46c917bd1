"""A small file is replaced whole, or stays as it was."""

import pytest

from game.disk.whole import write_whole


def test_a_link_stays_a_link_and_the_rights_stay(tmp_path):
    real = tmp_path / "dotfiles.toml"
    real.write_text("old")
    real.chmod(0o640)
    link = tmp_path / "config.toml"
    link.symlink_to(real)
    write_whole(link, "new\n")
    assert link.is_symlink()
    assert real.read_text() == "new\n"
    assert real.stat().st_mode & 0o777 == 0o640


def test_what_can_t_be_written_leaves_nothing_behind(tmp_path):
    (tmp_path / "config.toml").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_whole(tmp_path / "config.toml", "new")
    assert [path.name for path in tmp_path.iterdir()] == ["config.toml"]
