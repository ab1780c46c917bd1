"""``narrowsky odds``, as an author types it."""

import json

from calling import called

SMALL = "story/first_steps"


def test_a_small_story_has_exact_odds_that_add_up(capsys):
    code, out, _ = called(capsys, "odds", SMALL)
    assert code == 0
    assert "Exact: all" in out
    data = json.loads(called(capsys, "odds", SMALL, "--json", "--of", "ending")[1])
    assert data["now"]["exact"]
    assert abs(sum(one["chance"] for one in data["now"]["chances"].values()) + data["now"]["no_end"] - 1) < 1e-9


def test_a_session_is_told_before_and_after_its_last_decision(capsys):
    more = ("--after", 3, "--runs", 2, "--states", 10, "--of", "ending")
    code, out, _ = called(capsys, "odds", "sample-ten-minutes", *more)
    assert code == 0
    assert "after 3 decisions" in out
    assert "before" in out
    data = json.loads(called(capsys, "odds", "sample-ten-minutes", *more, "--json", "--all-knowing")[1])
    assert data["before"]["runs"] == data["now"]["runs"] == 2


def test_what_cannot_be_asked_is_said(capsys):
    assert called(capsys, "odds", SMALL, "--after", 3)[0] == 1
    assert called(capsys, "odds", SMALL, "--reader", "nobody")[0] == 1
    assert called(capsys, "odds", "no-such-session")[0] == 1
    assert "only 55 decisions" in called(capsys, "odds", "sample-ten-minutes", "--after", 999)[2]
