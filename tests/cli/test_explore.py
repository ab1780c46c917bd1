"""``narrowsky explore`` as an author types it."""

import json
import os
import signal

import pytest
from calling import called

from game.cli.progress import Interrupted


def test_a_story_is_explored_and_the_report_counts_what_was_found(capsys, chambers):
    code, out, _ = called(capsys, "explore", chambers)
    assert code == ("Impossible:" in out)
    assert "reached" in out
    assert "scenes" in out
    assert "Stuck:" in out


def test_every_witness_that_is_written_opens_in_the_game(capsys, home, chambers):
    ways = home / "ways"
    assert called(capsys, "explore", chambers, "--witnesses", ways)[0] < 2
    files = sorted(ways.glob("*.jsonl"))
    assert files
    for file in files:
        code, _, err = called(capsys, "replay", file, "--story", chambers, "--plain")
        assert (code, err) == (0, "")
    told = json.loads((ways / "exploration.json").read_text())
    assert {one["witness"] for one in told["verdicts"] if one["found"] == "reached"} <= {file.stem for file in files}


def test_as_data_it_holds_every_verdict_and_its_journal(capsys, chambers):
    _, out, _ = called(capsys, "explore", chambers, "--json")
    told = json.loads(out)
    assert {one["found"] for one in told["verdicts"]} <= {"reached", "impossible", "unknown"}
    assert all(one["witness"] in told["journals"] for one in told["verdicts"] if one["found"] == "reached")


def test_a_story_with_errors_is_not_explored_and_its_errors_are_shown(capsys, home):
    story = home / "broken.yaml"
    story.write_text("story: broken\ntitle: Broken\nstart: nowhere\nscenes:\n  a: {text: A}\n")
    code, out, err = called(capsys, "explore", story)
    assert (code, out) == (1, "")
    assert "nowhere" in err


def test_a_limit_that_is_no_number_is_misuse(capsys, chambers):
    assert called(capsys, "explore", chambers, "--states", "many")[0] == 2


def test_after_a_limit_of_states_it_ends_with_what_it_knows(capsys, chambers):
    code, out, _ = called(capsys, "explore", chambers, "--states", "1")
    assert code in (0, 1)
    assert "reached" in out


def test_a_folder_that_cannot_be_written_is_said(capsys, home, chambers):
    (home / "file").write_text("")
    code, _, err = called(capsys, "explore", chambers, "--witnesses", home / "file" / "ways")
    assert code == 2
    assert "can't be written" in err


def test_after_an_edit_the_witnesses_that_were_written_are_checked_first(capsys, home, chambers):
    ways = home / "ways"
    called(capsys, "explore", chambers, "--witnesses", ways)
    code, out, err = called(capsys, "explore", chambers, "--since", ways)
    assert (code, err) == ("Impossible:" in out, "")
    assert "stored witnesses still lead where they led" in out


def test_what_was_printed_as_data_can_be_checked_again(capsys, home, chambers):
    _, out, _ = called(capsys, "explore", chambers, "--json")
    (home / "old.json").write_text(out)
    _, again, _ = called(capsys, "explore", chambers, "--since", home / "old.json", "--json")
    assert {one["became"] for one in json.loads(again)["since"]} == {"still"}


WITNESS = '{"verdicts": [{"kind": "scene", "name": "a", "found": "reached", "witness": "%s"}]%s}'


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"verdicts": [3]}', '{"verdicts": 3}', "[" * 5000, WITNESS % ("../../etc/passwd", ""),
     WITNESS % ("w", ', "journals": {"w": ["x"]}')],
)  # fmt: skip
def test_what_is_no_exploration_is_refused_in_a_line(capsys, home, chambers, text):
    (home / "old.json").write_text(text)
    code, out, err = called(capsys, "explore", chambers, "--since", home / "old.json")
    assert (code, out) == (1, "")
    assert "old.json can't be read" in err
    assert err.count("\n") == 1


def test_an_exploration_that_is_not_there_is_said(capsys, home, chambers):
    code, _, err = called(capsys, "explore", chambers, "--since", home / "none.json")
    assert code == 1
    assert "none.json can't be read: No such file" in err


def test_a_ctrl_c_ends_it_with_what_is_known(capsys, chambers, monkeypatch):
    hearing = Interrupted.__enter__

    def pressed(self):
        heard = hearing(self)
        os.kill(os.getpid(), signal.SIGINT)
        return heard

    monkeypatch.setattr(Interrupted, "__enter__", pressed)
    code, out, _ = called(capsys, "explore", chambers)
    assert code == 130
    assert "Stopped before it was done." in out
    assert "unknown" in out


def test_a_second_ctrl_c_ends_it_at_once():
    before = signal.getsignal(signal.SIGINT)  # ignored, where whoever began us didn't want us interrupted
    with Interrupted() as interrupted:
        os.kill(os.getpid(), signal.SIGINT)
        assert interrupted.asked
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_a_checkpoint_that_is_no_scene_is_refused_by_its_name(capsys, chambers):
    code, _, err = called(capsys, "explore", chambers, "--checkpoint", "hal")
    assert code == 1
    assert "there is no scene `hal`" in err


def test_with_a_checkpoint_the_verdicts_are_the_same(capsys, chambers):
    _, plain, _ = called(capsys, "explore", chambers, "--json")
    scene = next(one["name"] for one in json.loads(plain)["verdicts"] if one["kind"] == "scene")
    _, checked, _ = called(capsys, "explore", chambers, "--json", "--checkpoint", scene)
    verdicts = [
        {(one["kind"], one["name"], one["found"]) for one in json.loads(text)["verdicts"]} for text in (plain, checked)
    ]
    assert verdicts[0] == verdicts[1]
