"""``narrowsky saves`` and its actions, as a user types them."""

import importlib
import json
import re

import pytest
from calling import called, typed

ACTIONS = importlib.import_module("game.cli.commands.saves")._ACTIONS


@pytest.fixture
def two(capsys, chambers, monkeypatch):
    """Two sessions of the chambers, and the story."""
    for lines in (["2", "1", "3"], ["2", "2", "2", "3"]):
        typed(monkeypatch, lines)
        called(capsys, "play", chambers, "--seed", 5)
    return chambers


@pytest.mark.parametrize("action", ACTIONS)
def test_every_action_s_help_shows_an_example_that_is_understood(capsys, action):
    code, out, _ = called(capsys, "saves", action, "--help")
    assert code == 0
    example = re.search(rf"example: narrowsky (saves {action}.*)", out)[1].split()
    assert "usage" not in called(capsys, *example, "--help")[2]


def test_what_is_said_before_the_action_and_after_it_is_both_heard(capsys, two, home):
    usual = called(capsys, "saves", "--story", two)
    assert usual == called(capsys, "saves", "list", "--story", two)
    assert usual == called(capsys, "saves", "--story", two, "--saves", home / "saves", "list")
    assert json.loads(called(capsys, "saves", "--json", "--story", two, "list")[1])


def test_two_sessions_are_compared_in_words_and_as_data(capsys, two):
    code, out, err = called(capsys, "saves", "compare", "1", "2", "--story", two)
    assert (code, err) == (0, "")
    assert "They begin with 1 decision alike, then part:" in out
    assert "chambers-0002, decision 2, Hall: Wait" in out
    code, out, _ = called(capsys, "saves", "compare", "1", "2", "--story", two, "--json")
    assert code == 0
    found = json.loads(out)
    assert (found["shared"], found["parting"]["first"]["choice"]) == (1, "toss")


def test_a_damaged_session_is_compared_as_far_as_it_goes_with_code_1(capsys, two, home):
    path = home / "saves" / "chambers-0002.jsonl"
    path.write_bytes(path.read_bytes()[:-9])
    code, out, err = called(capsys, "saves", "compare", "1", "2", "--story", two)
    assert code == 1
    assert err.startswith("chambers-0002: In the saved file the last line was cut off")
    assert "DECISIONS" in out


def test_comparing_needs_two_sessions_that_exist(capsys, two):
    assert called(capsys, "saves", "compare", "1", "--story", two)[0] == 2
    code, out, err = called(capsys, "saves", "compare", "1", "9", "--story", two)
    assert (code, out) == (1, "")
    assert "no session is called `9`" in err


def test_the_map_of_all_sessions_or_of_those_named_in_words_and_as_data(capsys, two):
    code, out, err = called(capsys, "saves", "map", "--story", two)
    assert (code, err) == (0, "")
    assert out.startswith("Two Chambers: 2 sessions, ")
    assert "* 2 ways taken from here, 1 not taken" in out
    assert "1 session," in called(capsys, "saves", "map", "2", "--story", two)[1]
    data = json.loads(called(capsys, "saves", "map", "--story", two, "--json")[1])
    assert (data["sessions"], data["spots"][0]["number"], data["spots"][1]["text"]) == (2, 0, "Wait")


def test_a_map_of_nothing_says_so_and_what_can_not_be_read_is_left_out(capsys, chambers, two, home):
    assert called(capsys, "saves", "map", "--story", chambers, "--saves", home / "none")[:2] == (0, "")
    (home / "saves" / "chambers-0001.jsonl").write_bytes(b"junk")
    code, out, err = called(capsys, "saves", "map", "--story", two)
    assert code == 1
    assert "`chambers-0001` can't be opened" in err
    assert "1 session," in out


def test_a_branch_is_begun_by_a_decision_s_number_and_can_be_played(capsys, two, monkeypatch):
    code, out, err = called(capsys, "saves", "branch", "2", "3", "--story", two)
    assert (code, out) == (0, "chambers-0003\n")
    assert f"narrowsky play {two} --resume chambers-0003" in err
    assert (
        "chambers-0003  Week 1 of 6, 2 decisions, branch of chambers-0002 at 3"
        in called(capsys, "saves", "--story", two)[1]
    )
    typed(monkeypatch, ["1", "decisions"])
    code, out, err = called(capsys, "play", two, "--branch", "2", "--at", "2")
    assert code == 0
    assert "1. Hall: Wait\n2. Hall: Toss a coin\n" in out
    assert "Saved as chambers-0004" in err
    made = json.loads(called(capsys, "saves", "branch", "2", "--story", two, "--json")[1])
    assert made == {"name": "chambers-0005", "decisions": 4}


def test_there_is_no_branch_from_a_decision_that_was_never_taken(capsys, two):
    code, out, err = called(capsys, "saves", "branch", "2", "6", "--story", two)
    assert (code, out) == (1, "")
    assert err == "`chambers-0002` took 4 decisions; there is no decision 6 to take anew\n"
    assert called(capsys, "saves", "branch", "2", "0", "--story", two)[0] == 2
    assert called(capsys, "saves", "branch", "--story", two)[0] == 2
    assert called(capsys, "play", two, "--at", "3")[0] == 2
    assert called(capsys, "play", two, "--branch", "2", "--resume", "2")[0] == 2


def test_where_a_branch_can_not_be_written_that_is_said(capsys, two, home):
    in_the_way = home / "in_the_way"
    in_the_way.write_text("a file")
    session = home / "saves" / "chambers-0002.jsonl"
    code, out, err = called(capsys, "saves", "branch", session, "--story", two, "--saves", in_the_way)
    assert (code, out) == (1, "")
    assert err.startswith("Not saved: ")


def test_a_session_is_shown_with_its_decisions_its_parent_and_its_branches(capsys, two):
    called(capsys, "saves", "branch", "2", "3", "--story", two)
    called(capsys, "saves", "rename", "2", "The \x1b[2Jlong wait", "--story", two)
    code, out, err = called(capsys, "saves", "show", "The [2Jlong wait", "--story", two)
    assert (code, err) == (0, "")
    assert out.startswith("chambers-0002, “The [2Jlong wait”\nTwo Chambers, begun ")
    assert "Branches of it: chambers-0003." in out
    assert "\n\nWeek 1\n   1. Hall: Wait\n   2. Hall: Wait\n" in out
    assert "A branch of chambers-0002, from decision 3 on." in called(capsys, "saves", "show", "3", "--story", two)[1]
    data = json.loads(called(capsys, "saves", "show", "3", "--story", two, "--json")[1])
    assert data["branched"] == {"session": "chambers-0002", "decisions": 2}
    listed = called(capsys, "saves", "--story", two)[1]
    assert "chambers-0002  “The [2Jlong wait”, " in listed
    assert "2 decisions, branch of chambers-0002 at 3\n" in listed


def test_sessions_are_put_into_the_bin(capsys, two, home):
    code, out, err = called(capsys, "saves", "delete", "1", "9", "--story", two)
    assert (code, out) == (1, "")
    assert "chambers-0001 lies in the bin: " in err
    assert "no session is called `9`" in err
    assert (home / "saves" / "bin" / "chambers-0001.jsonl").is_file()
    assert called(capsys, "saves", "delete", "2", "--story", two, "--json")[0] == 0
    assert called(capsys, "saves", "--story", two)[1] == ""


def test_verifying_says_what_it_would_do_and_mending_does_it(capsys, two, home):
    assert called(capsys, "saves", "verify", "--story", two) == (0, "", "All sessions are in order.\n")
    path = home / "saves" / "chambers-0002.jsonl"
    path.write_bytes(path.read_bytes()[:-9])
    code, out, err = called(capsys, "saves", "verify", "--story", two)
    assert (code, err) == (1, f"Mend with: narrowsky saves verify --mend --story {two}\n")
    assert "chambers-0002: the last line was cut off" in out
    assert "Mending would: keep its 3 whole records" in out
    assert json.loads(called(capsys, "saves", "verify", "--story", two, "--json")[1])[0]["name"] == "chambers-0002"
    code, out, err = called(capsys, "saves", "verify", "--mend", "--story", two)
    assert (code, err) == (0, "All sessions are in order.\n")
    assert "Done: keep its 3 whole records" in out


@pytest.mark.parametrize("given", [("show",), ("rename",), ("rename", "1"), ("delete",), ("compare",)])
def test_an_action_without_what_it_is_about_is_misuse(capsys, given):
    code, out, err = called(capsys, "saves", *given)
    assert (code, out) == (2, "")
    assert err.startswith(f"usage: narrowsky saves {given[0]}")
