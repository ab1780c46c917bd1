"""Where the program keeps what it found out of stories, and that it keeps nothing where it is told so."""

import pytest
from calling import narrowsky


@pytest.mark.parametrize(("said", "kept"), [("here", True), ("off", False)])
def test_the_environment_says_where_stories_are_kept_and_whether(said, kept, chambers, tmp_path):
    folder = tmp_path / "here"
    chosen = str(folder) if said == "here" else said
    env = {"NARROWSKY_CACHE": chosen, "XDG_CACHE_HOME": str(tmp_path / "platform")}
    first = narrowsky("words", chambers, env=env)
    assert first.returncode == 0
    assert narrowsky("words", chambers, env=env).stdout == first.stdout
    assert folder.exists() == kept
    assert not (tmp_path / "platform").exists()


def test_without_a_word_the_platform_s_own_cache_folder_is_used(chambers, tmp_path):
    env = {"NARROWSKY_CACHE": "", "XDG_CACHE_HOME": str(tmp_path / "platform")}
    assert narrowsky("words", chambers, env=env).returncode == 0
    assert list((tmp_path / "platform").rglob("*.json"))
