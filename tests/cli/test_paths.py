"""Where everything is: for a reader, for a program, and one path alone."""

import json

from calling import called, typed

from game.cli.commands.paths import NAMES


def test_every_path_is_told_with_what_is_there(capsys, home):
    code, out, err = called(capsys, "paths")
    assert (code, err) == (0, "")
    for name in NAMES:
        assert f"\n{name.ljust(10)}" in f"\n{out}"
    assert str(home / "saves") in out
    assert "(not there yet)" in out


def test_one_path_alone_is_fit_for_another_command(capsys, home):
    assert called(capsys, "paths", "sessions") == (0, f"{home / 'saves'}\n", "")
    assert called(capsys, "paths", "sessions", "--saves", home / "mine")[1] == f"{home / 'mine'}\n"


def test_as_data_every_path_has_its_name(capsys, home):
    code, out, _ = called(capsys, "paths", "--json")
    told = json.loads(out)
    assert code == 0
    assert told["sessions"] == str(home / "saves")
    assert told["notices"] == []
    assert set(told) == {*NAMES, "notices"}


def test_settings_that_are_not_sound_are_findings(capsys, home, monkeypatch):
    path = home / "config.toml"
    monkeypatch.setenv("NARROWSKY_CONFIG", str(path))
    path.write_text("[reading]\nwidht = 1\n[loko]\n")
    code, out, err = called(capsys, "paths")
    assert code == 1
    assert str(path) in out
    assert len(err.splitlines()) == 2
    assert called(capsys, "paths", "settings") == (0, f"{path}\n", "")
    assert len(json.loads(called(capsys, "paths", "--json")[1])["notices"]) == 2


def test_what_is_told_is_where_it_is(capsys, chambers, monkeypatch):
    typed(monkeypatch, ["1"])
    called(capsys, "play", chambers, "--plain", "--seed", "1")
    _, out, _ = called(capsys, "paths")
    line = next(one for one in out.splitlines() if one.startswith("sessions"))
    assert "not there yet" not in line
