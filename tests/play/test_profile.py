"""The profile: what outlives sessions, and never keeps anybody from playing."""

import json
import os

import pytest
from small_stories import weekly

from game.cli.main import main
from game.play.profile import NAME
from game.play.shelf import Shelf

STORY = """
achievements:
  opener: {title: Opener, text: You opened a letter}
  burner: {title: Burner, text: You burnt it, hidden: true}
scenes:
  start: {text: It begins}
storylets:
  a: {deck: post, text: A, choices: {burn: {text: Burn it, effects: [{achieve: burner}]}, keep: {text: Keep it}}}
  b: {deck: post, text: B, enter: [{achieve: opener}], choices: {keep: {text: Keep it}}}
"""
PHASES = ("desk: {deal: [post]}",)


@pytest.fixture
def program():
    return weekly(STORY, turns=1, phases=PHASES)


def shelf_of(tmp_path, program):
    return Shelf(tmp_path / "saves", program)


def test_achievements_endings_and_storylets_met_are_kept(tmp_path, program):
    session = shelf_of(tmp_path, program).begin()
    first = session.playthrough.place
    session.choose("keep")
    session.close()
    kept = shelf_of(tmp_path, program).profile.kept
    assert set(kept.met) == {first}
    assert set(kept.endings) == {"done"}
    assert set(kept.achievements) == ({"opener"} if first == "b" else set())


def test_what_was_not_met_is_dealt_first_and_the_session_s_record_says_so(tmp_path, program):
    places = []
    for _ in range(2):
        session = shelf_of(tmp_path, program).begin()
        places.append(session.playthrough.place)
        session.close()
    assert set(places) == {"a", "b"}
    assert session.playthrough.journal.opened.before == (places[0],)


def test_the_same_seed_gives_the_same_game_whatever_was_met(tmp_path, program):
    places = set()
    for _ in range(3):
        session = shelf_of(tmp_path, program).begin(seed=5)
        places.add(session.playthrough.place)
        session.close()
    assert len(places) == 1


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b"[]", b'{"narrowsky": 1}', b'{"narrowsky": 1, "stories": {"small": {"met": ["a"]}}}', b"\xff" * 9,
     b"[" * 100_000],
)  # fmt: skip
def test_a_damaged_profile_is_set_aside_with_a_sentence(tmp_path, program, damage):
    shelf = shelf_of(tmp_path, program)
    shelf.folder.mkdir()
    (shelf.folder / NAME).write_bytes(damage)
    session = shelf.begin()
    assert "damaged" in session.notice
    assert "profile.damaged-1.json" in session.notice
    assert (shelf.folder / "profile.damaged-1.json").read_bytes() == damage
    session.choose("keep")
    session.close()
    assert set(shelf_of(tmp_path, program).profile.kept.endings) == {"done"}


def test_a_newer_profile_is_left_alone(tmp_path, program):
    shelf = shelf_of(tmp_path, program)
    shelf.folder.mkdir()
    newer = json.dumps({"narrowsky": 99, "stories": []})
    (shelf.folder / NAME).write_text(newer)
    session = shelf.begin()
    session.choose("keep")
    session.close()
    assert "newer version" in session.notice
    assert (shelf.folder / NAME).read_text() == newer


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to this user")
def test_a_folder_that_can_not_be_written_keeps_nobody_from_playing(tmp_path, program):
    shelf = shelf_of(tmp_path, program)
    shelf.folder.mkdir(mode=0o500)
    session = shelf.begin()
    session.choose("keep")
    assert session.playthrough.ended
    session.close()


def test_a_folder_that_is_a_file_keeps_nobody_from_playing(tmp_path, program):
    (tmp_path / "saves").write_text("no folder")
    session = shelf_of(tmp_path, program).begin()
    session.choose("keep")
    assert session.playthrough.ended
    session.close()


def test_what_another_program_kept_meanwhile_stays(tmp_path, program):
    one, other = shelf_of(tmp_path, program), shelf_of(tmp_path, program)
    sessions = one.begin(), other.begin()
    for session in sessions:
        session.choose("keep")
        session.close()
    met = {session.playthrough.moves[1].took.scene for session in sessions}
    assert set(shelf_of(tmp_path, program).profile.kept.met) == met


def test_the_command_lists_earned_and_open_ones_and_counts_the_hidden(tmp_path, program, capsys):
    story = tmp_path / "story.yaml"
    story.write_text(
        "story: small\ntitle: Small\nstart: start\nclock: {turns: 1, phases: {desk: {deal: [post]}}}\n"
        "endings: {done: {title: Done, order: 1, at: last, text: Over}}\n" + STORY
    )
    saves = str(tmp_path / "saves")
    assert main(["achievements", str(story), "--saves", saves]) == 0
    out, err = capsys.readouterr()
    assert out == "open        Opener: You opened a letter\n"
    assert err == "1 hidden, 0 of 1 endings seen\n"
    session = Shelf(tmp_path / "saves", program).begin()
    session.choose("burn" if session.playthrough.place == "a" else "keep")
    session.close()
    assert main(["achievements", str(story), "--saves", saves, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["endings"]["done"]
    assert sum(bool(one["earned"]) for one in found["achievements"]) == 1
