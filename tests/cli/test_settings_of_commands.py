"""Settings and commands: the file, the environment and the flags change what is printed; what is wrong is said."""

import pytest
from calling import called, typed


@pytest.fixture
def config(home, monkeypatch):
    path = home / "config.toml"
    monkeypatch.setenv("NARROWSKY_CONFIG", str(path))
    monkeypatch.setenv("COLUMNS", "200")
    return path


def widest(text):
    return max(map(len, text.splitlines()))


def test_the_plain_game_is_as_wide_as_was_chosen_and_a_flag_holds_over_the_file(capsys, chambers, config, monkeypatch):
    typed(monkeypatch, ["help"])
    config.write_text("[reading]\nwidth = 40\n")
    _, narrow, _ = called(capsys, "play", chambers, "--plain")
    assert widest(narrow) <= 40
    typed(monkeypatch, ["help"])
    _, wide, _ = called(capsys, "play", chambers, "--plain", "--width", "100")
    assert 72 < widest(wide) <= 100


def test_a_wrong_setting_is_said_and_the_game_is_played(capsys, chambers, config, monkeypatch):
    typed(monkeypatch, [])
    config.write_text("[reading]\nwidht = 80\n")
    code, out, err = called(capsys, "play", chambers, "--plain")
    assert code == 0
    assert f"{config}:2:1: there is no setting `reading.widht`; did you mean `width`?" in err
    assert "widht" not in out


def test_a_wrong_flag_says_what_is_meant(capsys, chambers):
    code, _, err = called(capsys, "play", chambers, "--width", "8000")
    assert code == 2
    assert "a whole number from 40 to 100, not `8000`" in err


def test_sessions_are_kept_where_the_file_says_and_every_command_looks_there(
    capsys, chambers, config, home, monkeypatch
):
    monkeypatch.delenv("NARROWSKY_SAVES")
    config.write_text('[folders]\nsaves = "kept"\n')
    typed(monkeypatch, ["1"])
    called(capsys, "play", chambers, "--plain")
    assert list((home / "kept").glob("*.jsonl"))
    code, out, _ = called(capsys, "saves", "list", "--story", chambers)
    assert code == 0
    assert "chambers" in out


def test_help_lists_every_setting_as_a_flag(capsys):
    _, out, _ = called(capsys, "play", "--help")
    assert "--theme" in out
    assert "--no-summaries" in out


def test_a_printed_session_is_as_wide_as_was_chosen(capsys, config):
    _, usual, _ = called(capsys, "replay", "sample-one-minute", "--plain")
    config.write_text("[reading]\nwidth = 50\n")
    _, narrow, _ = called(capsys, "replay", "sample-one-minute", "--plain")
    assert 50 < widest(usual) <= 72
    assert widest(narrow) <= 50
