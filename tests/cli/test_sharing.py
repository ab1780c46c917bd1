"""Share codes, as a user pastes them."""

import pytest
from calling import called, typed


@pytest.fixture
def code(capsys, chambers, monkeypatch):
    """The code of a session of three decisions."""
    typed(monkeypatch, ["2", "1", "3"])
    called(capsys, "play", chambers, "--seed", 5)
    return called(capsys, "share", "1", "--story", chambers)[1].strip()


def test_a_code_is_watched_or_played_on(capsys, code, chambers, home, monkeypatch):
    shown = called(capsys, "replay", "1", "--story", chambers)[1]
    other = ("--saves", home / "another")
    assert called(capsys, "replay", "--code", code, "--story", chambers, *other) == (0, shown, "")
    typed(monkeypatch, ["decisions"])
    status, out, err = called(capsys, "play", chambers, "--code", code, *other)
    assert status == 0
    assert "3. Hall: Go on" in out
    assert "This session was shared with you." in err
    assert "Saved as chambers-0001" in err


def test_only_the_first_decisions_can_be_shared(capsys, chambers, code):
    part = called(capsys, "share", "1", "--at", "2", "--story", chambers)[1].strip()
    assert part != code
    assert called(capsys, "replay", "--code", part, "--story", chambers)[1].count("\n> ") == 1
    assert called(capsys, "share", "1", "--at", "9", "--story", chambers)[0] == 1


@pytest.mark.parametrize("junk", ["", "NS1.", "NS1.AAAA", "hello", "NS9.x", "\x1b[2J", "NS1." + "A" * 30_000])
def test_a_code_that_is_none_is_refused_in_a_sentence(capsys, chambers, home, junk):
    for command in (("play", chambers), ("replay", "--story", chambers)):
        status, out, err = called(capsys, *command, "--code", junk)
        assert (status, out, err.count("\n")) == (1, "", 1)
        assert "code" in err
    assert not list(home.rglob("*.jsonl"))


def test_misuse_is_said_with_code_2(capsys, code):
    assert called(capsys, "share")[0] == 2
    assert called(capsys, "replay")[0] == 2
    assert called(capsys, "replay", "1", "--code", code)[0] == 2
    assert called(capsys, "play", "--code", code, "--at", "3")[0] == 2
