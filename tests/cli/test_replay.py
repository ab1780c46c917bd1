"""``narrowsky replay`` step by step, at a pace and as data."""

import json

import pytest
from calling import called, typed


@pytest.fixture
def one(capsys, chambers, monkeypatch):
    typed(monkeypatch, ["2", "1", "3"])
    called(capsys, "play", chambers, "--seed", 5)
    return chambers


def test_a_session_is_read_step_by_step(capsys, one, monkeypatch):
    typed(monkeypatch, ["", "meters", "back", "quit"])
    code, out, err = called(capsys, "replay", "1", "--story", one, "--step")
    assert code == 0
    assert "> Decision 2, Hall: Toss a coin" in out
    assert "Purse: 50." in out
    assert err.count("Page 1 of 4") == 2


def test_a_session_is_read_at_a_pace(capsys, one):
    code, out, err = called(capsys, "replay", "1", "--story", one, "--pace", "0")
    assert code == 0
    assert [f"Page {n} of 4, " in err for n in range(1, 6)] == [True, True, True, True, False]
    assert out.count("> Decision") == 3


def test_each_decision_stands_beside_what_other_sessions_decided_there(capsys, one, monkeypatch):
    typed(monkeypatch, ["2", "2"])
    called(capsys, "play", one, "--seed", 5)
    out = called(capsys, "replay", "1", "--story", one, "--pace", "0", "--beside")[1]
    assert "> Decision 2, Hall: Toss a coin\n  But chambers-0002: Wait\n" in out
    assert out.count("But ") == 1
    assert "But " not in called(capsys, "replay", "1", "--story", one, "--pace", "0")[1]


def test_a_session_is_told_as_data_with_what_changed_and_why(capsys, one):
    code, out, _ = called(capsys, "replay", "1", "--story", one, "--json")
    found = json.loads(out)
    assert code == 0
    assert [page["number"] for page in found["pages"]] == [0, 1, 2, 3]
    assert found["pages"][2]["chosen"] == "Toss a coin"
    gauge = found["pages"][2]["gauges"][0]
    assert gauge["change"] in (3, -2)
    assert "because" in gauge
    assert found["problem"] == ""


def test_the_shipped_session_says_because_of_what_things_changed(capsys, home):
    assert home
    pages = json.loads(called(capsys, "replay", "sample-ten-minutes", "--json")[1])["pages"]
    assert sum(bool(gauge["because"]) for page in pages for gauge in page["gauges"]) > 10


def test_a_damaged_session_is_told_as_far_as_it_goes_with_code_1(capsys, one, home):
    path = home / "saves" / "chambers-0001.jsonl"
    path.write_bytes(path.read_bytes()[:-9])
    for how in (("--json",), ("--pace", "0")):
        code, out, err = called(capsys, "replay", "1", "--story", one, *how)
        assert code == 1
        assert out
        assert "cut off" in err


@pytest.mark.parametrize(
    "given",
    [("--pace",), ("--pace", "x"), ("--pace", "-1"), ("--pace", "1e9"), ("--pace", "nan"), ("--step", "--json")],
    ids=" ".join,
)
def test_misuse_is_said_with_code_2(capsys, given):
    assert called(capsys, "replay", "1", *given)[0] == 2
