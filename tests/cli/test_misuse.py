"""Misuse: the usage of the command that was meant, what a slip may have meant, one message, code 2."""

import json

import pytest
from calling import called, typed

from game.cli.parser import COMMANDS

ACTIONS = ("list", "show", "rename", "delete", "compare", "map", "branch", "verify")


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in ("completion", "new")])
def test_an_unknown_option_shows_the_usage_of_its_own_command(capsys, command):
    code, out, err = called(capsys, command, *(["x"] * 3 if command == "compat" else []), "--no-such-thing")
    assert (code, out) == (2, "")
    assert err.startswith(f"usage: narrowsky {command}")
    assert f"narrowsky {command}" in err.splitlines()[-1]


@pytest.mark.parametrize("action", ACTIONS)
def test_an_unknown_option_of_an_action_shows_the_usage_of_that_action(capsys, action):
    words = {"show": 1, "rename": 2, "delete": 1, "compare": 2, "branch": 1}.get(action, 0)
    code, out, err = called(capsys, "saves", action, *["x"] * words, "--no-such-thing")
    assert (code, out) == (2, "")
    assert err.startswith(f"usage: narrowsky saves {action}")
    assert f"narrowsky saves {action}: error: there is no option `--no-such-thing` here" in err


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        (("reply",), "`replay`"),
        (("savess",), "`saves`"),
        (("exprot", "1"), "`export`"),
        (("saves", "lst"), "`list`"),
        (("saves", "verfy"), "`verify`"),
        (("saves", "verify", "--mned"), "`--mend`"),
        (("export", "1", "--sotry=x"), "`--story`"),
        (("export", "1", "--as", "htlm"), "`html`"),
        (("--verison",), "`--version`"),
    ],
)
def test_a_slip_is_answered_with_the_nearest_word(capsys, given, meant):
    code, out, err = called(capsys, *given)
    assert (code, out) == (2, "")
    assert err.rstrip().endswith(f"did you mean {meant}?")


def test_what_is_near_nothing_is_told_where_all_of_it_is_listed(capsys):
    assert "there is no command `dance`; `narrowsky --help` lists them" in called(capsys, "dance")[2]
    assert "there is no action `zzzz`; there are list, show, rename" in called(capsys, "saves", "zzzz")[2]
    assert "there is no choice `pdf`; there are markdown, html" in called(capsys, "export", "1", "--as", "pdf")[2]
    assert "`b` is more than it takes" in called(capsys, "play", "a", "b")[2]


def test_hostile_words_are_said_cleaned_and_short(capsys):
    for given in (["\x1b[2J\x07"], ["--\x1b]0;x\x07"], ["saves", "\x9b1m"], ["play", "a", "\x1b[2J" + "b" * 5000]):
        code, _, err = called(capsys, *given)
        assert code == 2
        assert not {"\x1b", "\x07", "\x9b"} & set(err)
        assert len(err) < 3000


def test_what_may_be_left_out_is_not_asked_for(capsys):
    assert called(capsys, "compat")[2].rstrip().endswith("required: old, new")


def test_a_misspelt_session_is_answered_with_the_nearest(capsys, chambers, monkeypatch):
    typed(monkeypatch, ["2"])
    called(capsys, "play", chambers, "--seed", 5)
    code, out, err = called(capsys, "saves", "show", "chamber-0001", "--story", chambers)
    assert (code, out, err) == (1, "", "no session is called `chamber-0001`; did you mean `chambers-0001`?\n")
    assert "`narrowsky saves` lists them" in called(capsys, "saves", "show", "9", "--story", chambers)[2]


def test_what_is_wrong_with_a_session_stands_within_its_line_of_the_list(capsys, chambers, monkeypatch, home):
    typed(monkeypatch, ["2"])
    called(capsys, "play", chambers, "--seed", 5)
    saves = home / "saves"
    whole = (saves / "chambers-0001.jsonl").read_bytes()
    (saves / "chambers-0002.jsonl").write_bytes(whole[:-9])
    (saves / "chambers-0003.jsonl").write_bytes(b"nothing\n")
    out = called(capsys, "saves", "--story", chambers)[1]
    assert "chambers-0003  can't be opened: its first line can't be read: it is no record\n" in out
    assert "chambers-0002  in the saved file the last line was cut off" in out
    assert ".\n" not in out
    mending = called(capsys, "saves", "verify", "--story", chambers, "--saves", saves)[2]
    assert f"narrowsky saves verify --mend --story {chambers} --saves {saves}\n" in mending


def test_a_program_reads_from_compat_which_sessions_could_not_be_read(capsys, chambers, monkeypatch, home):
    typed(monkeypatch, ["2"])
    called(capsys, "play", chambers, "--seed", 5)
    (home / "saves" / "chambers-0002.jsonl").write_bytes(b"nothing\n")
    code, out, _ = called(capsys, "compat", chambers, chambers, "--json")
    assert code == 1
    unread = next(one for one in json.loads(out) if one["name"] == "chambers-0002")
    assert unread["arrives"] is False
    assert "can't be opened" in unread["problem"]
