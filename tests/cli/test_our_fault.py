"""When something of ours breaks: exit code 70, plain words, and a log that tells nothing of the story."""

from importlib import import_module

import pytest
from calling import called, typed

from game.cli import fault, places
from game.cli.parser import COMMANDS
from game.plain.player import Player
from game.play.session import Session

GIVEN = {
    "export": ("x",),
    "replay": ("x",),
    "saves": ("list",),
    "migrate": ("x",),
    "compat": ("a", "b"),
    "compare": ("a", "b"),
    "tune": ("--check", "x", "a"),
    "new": ("story", "a_story"),
    "explain": ("x",),
    "share": ("x",),
    "paths": (),
    "completion": ("bash",),
}
SECRET = "the night the sky closes"


@pytest.fixture
def log(tmp_path, monkeypatch):
    path = tmp_path / "log" / "narrowsky.log"
    monkeypatch.setattr(places, "log_file", lambda: path)
    return path


def broken(*_, **__):
    secret = f"{SECRET}\x1b[2J"
    raise KeyError(len(secret))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_breaks_in_plain_words(capsys, monkeypatch, log, name):
    monkeypatch.setattr(import_module(f"game.cli.commands.{name}"), "run", broken)
    code, out, err = called(capsys, name, *GIVEN.get(name, ()))
    assert (code, out) == (70, "")
    assert err.splitlines()[0] == "Something of ours broke, and this had to stop. It was nothing you did."
    assert str(log) in err
    assert "Traceback" not in err
    assert "KeyError" in log.read_text("utf-8")


def test_a_command_of_sessions_breaks_in_plain_words(capsys, monkeypatch, log, tmp_path):
    monkeypatch.setattr("game.play.shelf.Shelf.listed", broken)
    code, _, err = called(capsys, "saves", "list", "--saves", tmp_path)
    assert code == 70
    assert "Traceback" not in err
    assert log.exists()


def test_the_log_holds_where_it_broke_and_no_values(capsys, monkeypatch, log):
    monkeypatch.setattr("game.cli.commands.words.run", broken)
    called(capsys, "words")
    written = log.read_text("utf-8")
    assert "in broken" in written
    assert SECRET not in written


def test_what_an_error_says_is_cleaned_and_short_in_the_log(log):
    fault.write_down(ValueError("\x1b]0;owned\x07" + "a" * 5000))
    written = log.read_text("utf-8")
    assert "\x1b" not in written
    assert len(written) < 1000


def test_debug_lets_the_fault_through(capsys, monkeypatch, log):
    monkeypatch.setattr("game.cli.commands.words.run", broken)
    with pytest.raises(KeyError):
        called(capsys, "--debug", "words")
    assert not log.exists()


def test_a_log_that_has_grown_large_is_put_aside(log):
    log.parent.mkdir()
    log.write_text("x" * 1_000_001, "utf-8")
    fault.write_down(ValueError("new"))
    assert len(log.read_text("utf-8")) < 1000
    assert log.with_suffix(".old.log").exists()


def test_where_no_log_can_be_written_that_is_said(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setattr(places, "log_file", lambda: tmp_path / "file" / "narrowsky.log")
    assert "--debug" in fault.write_down(ValueError("x"))


def test_a_fault_while_playing_says_what_is_kept_and_how_to_go_on(capsys, monkeypatch, log, tmp_path):
    typed(monkeypatch, ["1", "1", "1"])
    choose = Session.choose

    def breaks_later(self, choice):
        choose(self, choice)
        if self.playthrough.decisions == 2:
            broken()

    monkeypatch.setattr(Session, "choose", breaks_later)
    code, _, err = called(capsys, "play", "--plain", "--seed", "1", "--saves", tmp_path)
    assert code == 70
    assert "Every decision you took is kept." in err
    assert f"Go on with: narrowsky play --saves {tmp_path} --resume narrow_sky-0001" in err
    monkeypatch.setattr(Session, "choose", choose)
    typed(monkeypatch, ["quit"])
    assert called(capsys, "play", "--plain", "--saves", tmp_path, "--resume", "narrow_sky-0001")[0] == 0
    assert log.exists()


def test_a_fault_before_the_first_decision_promises_nothing(capsys, monkeypatch, log, tmp_path):
    typed(monkeypatch, ["1"])
    monkeypatch.setattr(Player, "_choose", broken)
    code, _, err = called(capsys, "play", "--plain", "--seed", "1", "--saves", tmp_path)
    assert code == 70
    assert "kept" not in err
    assert "--resume" not in err
    assert log.exists()


def test_decisions_that_could_not_be_kept_are_not_said_to_be(log):
    class Standing:
        trouble = "Not saved: no room is left on the disk."
        name = "narrow_sky-0001"
        playthrough = type("Played", (), {"decisions": 3})()

    said = fault.write_down(ValueError("x"), Standing())
    assert "no room is left" in said
    assert "Every decision" not in said
    assert log.exists()
