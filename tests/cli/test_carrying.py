"""``narrowsky migrate`` and ``narrowsky compat``, as a user types them."""

import json

import pytest
from calling import called, typed
from two_chambers import text


@pytest.fixture
def two(capsys, chambers, monkeypatch):
    """Two sessions of the chambers, one of which tosses a coin; and the story."""
    for lines in (["2", "1", "3"], ["2", "2", "2"]):
        typed(monkeypatch, lines)
        called(capsys, "play", chambers, "--seed", 5)
    return chambers


@pytest.fixture
def edited(home):
    """The next version: the coin is locked."""
    story = home / "edited.yaml"
    locked = "        text: Toss a coin\n        requires: purse > 90\n        locked: You have no coin.\n"
    story.write_text(text().replace("        text: Toss a coin\n", locked))
    return story


def test_a_session_arrives_or_stops_with_the_reason_and_goes_on_in_a_new_one(capsys, two, edited, home):
    before = (home / "saves" / "chambers-0001.jsonl").read_bytes()
    assert called(capsys, "migrate", "1", "--story", two) == (0, "chambers-0001 arrives, 3 decisions.\n", "")
    code, out, err = called(capsys, "migrate", "1", "--story", edited)
    assert code == 1
    assert out == ("chambers-0001 stops at decision 2 of 3: “Toss a coin” in Hall is locked now: You have no coin.\n")
    assert f"narrowsky migrate 1 --go-on --story {edited}\n" in err
    code, out, _ = called(capsys, "migrate", "1", "--story", edited, "--go-on")
    assert code == 1
    assert out.endswith(f"Go on with: narrowsky play {edited} --resume chambers-0003\n")
    assert (
        "chambers-0003  Week 1 of 6, 1 decision, branch of chambers-0001 at 2\n"
        in called(capsys, "saves", "--story", edited)[1]
    )
    assert (home / "saves" / "chambers-0001.jsonl").read_bytes() == before


@pytest.mark.usefixtures("two")
def test_carrying_over_is_told_as_data(capsys, edited):
    code, out, _ = called(capsys, "migrate", "1", "--story", edited, "--json")
    found = json.loads(out)
    assert code == 1
    assert (found["arrives"], found["edited"], found["reached"]) == (False, True, 1)
    assert (found["parting"]["decision"], found["parting"]["why"]) == (2, "locked")
    assert found["parting"]["condition"].startswith("edited.yaml:")
    assert json.loads(called(capsys, "migrate", "2", "--story", edited, "--json")[1])["parting"] is None


def test_a_damaged_session_is_carried_as_far_as_it_goes_with_code_1(capsys, two, home):
    path = home / "saves" / "chambers-0002.jsonl"
    path.write_bytes(path.read_bytes()[:-9])
    code, out, err = called(capsys, "migrate", "2", "--story", two)
    assert (code, out) == (1, "chambers-0002 arrives, 2 decisions.\n")
    assert "cut off" in err


def test_authors_learn_which_sessions_a_version_breaks_and_by_which_condition(capsys, two, edited):
    assert called(capsys, "compat", two, two)[0] == 0
    code, out, err = called(capsys, "compat", two, edited)
    assert code == 1
    assert "chambers-0002 arrives, 3 decisions.\nchambers-0001 stops at decision 2 of 3" in out
    assert "  by the condition at edited.yaml:" in out
    assert err == "1 of 2 sessions arrive.\n"
    assert called(capsys, "compat", two, edited, "2")[0] == 0
    data = json.loads(called(capsys, "compat", two, edited, "--json")[1])
    assert [one["arrives"] for one in data] == [True, False]


def test_a_version_in_which_nothing_can_be_opened_breaks_every_session(capsys, two, home):
    endless = home / "endless.yaml"
    spin = "  round: {text: R, then: about}\n  about: {text: A, then: round}\n  hall:"
    endless.write_text(text().replace("start: hall", "start: round").replace("  hall:", spin))
    code, out, err = called(capsys, "compat", two, endless)
    assert (code, out) == (1, "")
    assert "0 of 2 sessions arrive." in err


def test_two_different_stories_are_no_versions_of_each_other(capsys, two):
    code, _, err = called(capsys, "compat", two, "story/first_steps")
    assert code == 1
    assert "two stories" in err
    assert called(capsys, "compat", two)[0] == 2
    assert called(capsys, "migrate")[0] == 2
    assert called(capsys, "migrate", "nobody", "--story", two)[0] == 1


def test_two_versions_are_compared_with_odds_and_the_sessions_that_would_break(capsys, two, edited):
    code, out, _ = called(capsys, "compare", two, edited, "--runs", 200)
    assert code == 0
    assert "requires added: purse > 90" in out
    assert "Odds, by 200 readings of each version" in out
    assert "Sessions: 1 of 2 sessions arrive.\n  chambers-0001 stops at decision 2 of 3" in out
    data = json.loads(called(capsys, "compare", two, edited, "--json", "--runs", 0)[1])
    assert list(data["kinds"]) == ["choice"]
    assert data["odds"] is None
    assert [one["arrives"] for one in data["sessions"]] == [True, False]
    assert called(capsys, "compare", two, edited, "--reader", "nobody")[0] == 1
    assert called(capsys, "compare", two, edited, "--runs", "x")[0] == 2
    assert called(capsys, "compare", two, "story/first_steps")[0] == 1


def test_ways_that_were_found_before_are_held_against_the_new_version(capsys, two, edited, home):
    assert called(capsys, "explore", two, "--witnesses", home / "ways", "--states", 2000)[0] in (0, 1)
    out = called(capsys, "compare", two, edited, "--runs", 0, "--witnesses", home / "ways")[1]
    assert "still lead where they led." in out
