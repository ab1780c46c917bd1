"""``narrowsky tune``, as an author types it."""

import json

from calling import called
from small_stories import HEADER, LAST

STORY = f"""\
{HEADER}clock: {{unit: week, turns: 2, phases: {{week: {{due: first}}}}}}
meters: {{sky: {{title: Sky, range: 0..100, start: 50}}}}
conditions:
  clear: "sky >= 80"
scenes:
  start:
    text: First
    choices:
      up: {{text: Up, effects: [sky += 20], goto: door}}
      much: {{text: Much, effects: [sky += 40], goto: door}}
      try:
        text: Try
        check: {{odds: 20 + sky // 5, pass: {{effects: [sky += 50]}}, fail: {{goto: door}}}}
        goto: door
  door:
    text: Second
    choices:
      enter: {{text: Enter, requires: clear, locked: Shut}}
      look: {{text: Look, requires: sky in 10..60, locked: Shut}}
      leave: {{text: Leave}}
{LAST}"""


def story(tmp_path):
    path = tmp_path / "story.yaml"
    path.write_text(STORY)
    return path


def test_a_named_threshold_is_turned_and_said_as_it_is_to_be_written(capsys, tmp_path):
    path = story(tmp_path)
    more = ("--for", "choice:door.enter", "--share", 40, "--runs", 300)
    code, out, _ = called(capsys, "tune", path, "--threshold", "clear", *more)
    assert code == 0
    assert 'Write: "sky >= ' in out
    assert path.read_text() == STORY
    data = json.loads(called(capsys, "tune", path, "--threshold", "clear", *more, "--json")[1])
    assert data["dial"]["value"] == 80
    assert data["best"]["value"] <= 70
    assert data["rises"] is False
    assert data["fits"]["least"] <= data["best"]["value"] <= data["fits"]["greatest"]


def test_the_odds_of_a_check_are_turned_those_who_try_it_alone_being_counted(capsys, tmp_path):
    path = story(tmp_path)
    code, out, _ = called(capsys, "tune", path, "--check", "start.try", "--share", "60%", "--runs", 400)
    assert code == 0
    assert "Write: 20 + sky // 5 + 3" in out or "Write: 20 + sky // 5 + 2" in out
    assert "among those who try it" in out


def test_a_choice_that_is_shut_is_explained(capsys, tmp_path):
    out = called(capsys, "tune", story(tmp_path), "--open", "door.enter", "--runs", 200)[1]
    assert "the place was come to in 100.0 %" in out
    assert "sky >= 80, in 100.0 %" in out
    assert "sky was" in out


def test_along_a_session(capsys, tmp_path, monkeypatch, home):
    from calling import typed

    path = story(tmp_path)
    typed(monkeypatch, ["1", "2"])
    called(capsys, "play", path, "--seed", 5)
    out = called(capsys, "tune", path, "--open", "door.enter", "--session", "1")[1]
    assert "at decision 2: it asks sky >= 80; sky is 70, 10 off" in out
    assert "It opens at decision 2 if decision 1 (Start) is “Much” instead of “Up”" in out
    assert (home / "saves").exists()


def test_what_cant_be_turned_is_refused_with_what_can(capsys, tmp_path):
    path = story(tmp_path)
    for given, said in {
        ("--check", "start.up", "--share", "3"): "there are start.try",
        ("--threshold", "nothing", "--share", "3"): "no number stands",
        ("--threshold", "door.look", "--share", "3", "--for", "ending:done"): "1: 10 in `sky in 10..60`; 2: 60 in",
        ("--threshold", "door.look", "--number", "9", "--share", "3", "--for", "ending:done"): "only 2 numbers",
        ("--threshold", "clear", "--share", "3"): "say what of",
        ("--threshold", "clear", "--share", "3", "--for", "ending:dun"): "known here: `done`",
        ("--check", "start.try"): "--share 30",
        ("--open", "door.enterr"): "did you mean `door.enter`",
        ("--open", "door.enter", "--reader", "nobody"): "no reader is called",
    }.items():
        code, out, err = called(capsys, "tune", path, *given)
        assert (code, out) == (1, ""), given
        assert said in err, given
    assert called(capsys, "tune", path)[0] == 2
    assert called(capsys, "tune", path, "--check", "start.try", "--share", "300")[0] == 2
