"""A story that extends another: what it adds, what clashes, where the other is looked for, whose findings they are."""

from textwrap import dedent

import pytest
from reading import GOOD

from game.load.pipeline import load_path
from game.model.story import Base

MOD = """\
story: harbour
title: Harbour
extends: small
by: Somebody else
version: 3
"""
EVERYTHING = """\
sizes: {huge: 12}
renamed: {old_room: room}
meters: {tide: {title: Tide, range: 0..9, start: 1}}
facts: {moored: false}
truths: {wind: {west: 50, east: 50}}
characters: {pilot: {name: The pilot}}
conditions: {high: tide > 5 and sky > 3}
acts: {rise: [tide += small, sky += huge]}
arcs: {quay: {title: The quay}}
scenes:
  quay: {arc: quay, at: 2, text: A quay, choices: {back: {text: Back, goto: room}}}
storylets:
  rope: {deck: post, text: A rope, envelope: {text: R, handler: pilot, likely: coils it, default: {}}}
choices:
  hall: {ask: {text: Ask for the pilot, effects: [{act: rise}], goto: quay}}
  olives: {throw: {text: Throw one}}
lines:
  brief: {fog: {text: Fog}}
rules:
  ebb: {when: high, do: [tide -= 1]}
promises:
  row: {to: pilot, by: 3, text: a boat, broken: {}}
endings:
  drowned: {title: Drowned, order: 5, at: any, when: tide == 9, text: Water}
codex:
  tide: {title: Tide, shelf: campaign, text: It comes}
"""


@pytest.fixture
def loaded(tmp_path):
    """Load a story of these files over the small one, or over what else is there."""

    def load(*files: str, base: str = GOOD, **others: str):
        for name, text in {"small": base, **others}.items():
            (tmp_path / name).mkdir(exist_ok=True)
            (tmp_path / name / "story.yaml").write_text(dedent(text))
        (tmp_path / "harbour").mkdir(exist_ok=True)
        for number, text in enumerate(files, 1):
            (tmp_path / "harbour" / f"{number}.yaml").write_text(dedent(text))
        return load_path(tmp_path / "harbour")

    return load


def told(loaded):
    return [(one.code, str(one.at), [str(at) for _, at in one.notes]) for one in loaded.diagnostics]


def place_of(text):
    """Where a text stands first in the small story, as a finding says it."""
    start = GOOD.index(text)
    line, column = GOOD.count("\n", 0, start) + 1, start - GOOD.rfind("\n", 0, start)
    return f"small/story.yaml:{line}:{column}"


def test_a_story_may_add_to_every_section_of_the_one_it_extends(loaded):
    found = loaded(MOD, EVERYTHING)
    assert found.diagnostics == ()
    story = found.story
    assert (story.id, story.title, story.by, story.blurb, story.version) == (
        "harbour", "Harbour", "Somebody else", "", 3,
    )  # fmt: skip
    assert story.extends == (Base("small", 2),)
    assert (story.start, story.world.clock.turns, story.note is not None) == ("hall", 4, True)
    assert dict(story.world.sizes) == {"small": 3, "some": 6, "huge": 12}
    assert story.renamed == {"corridor": "hall", "old_room": "room"}
    assert {"hall", "room", "quay", "olives", "rope"} == set(story.scenes)


def test_what_is_added_stands_behind_what_was_there(loaded):
    story = loaded(MOD, EVERYTHING).story
    assert [choice.id for choice in story.scenes["hall"].choices] == ["call", "try_it", "ask"]
    assert [choice.id for choice in story.scenes["olives"].choices] == ["pay", "wait", "throw"]
    assert [rule.id for rule in story.world.rules] == ["night", "ebb"]
    assert [line.id for line in story.lines if line.group == "brief"] == ["quiet", "fog"]
    assert list(story.storylets) == ["olives", "rope"]


def test_an_own_note_takes_the_place_of_the_other_s(loaded):
    assert "Nobody is hurt" in str(loaded(MOD).story.note)
    note = loaded(MOD + "note: |\n  Somebody falls in.\n").story.note
    assert "Somebody falls in" in str(note)
    assert "Nobody is hurt" not in str(note)


@pytest.mark.parametrize(
    ("added", "at", "first"),
    [
        ("start: room\n", "2.yaml:1:1", "start: hall"),
        ("clock: {turns: 2, phases: {s: {due: first}}}\n", "2.yaml:1:1", "clock:"),
        ("sizes:\n  big: 4\n  some: 4\n", "2.yaml:3:3", "some: 6"),
        ("meters:\n  sky: {title: S, range: 0..9, start: 1}\n", "2.yaml:2:3", "sky:\n"),
        ("scenes:\n  room: {text: Another}\n", "2.yaml:2:3", "room:\n"),
        ("choices:\n  hall:\n    call: {text: Another}\n", "2.yaml:3:5", "call:\n"),
        ("lines:\n  brief:\n    quiet: {text: Another}\n", "2.yaml:3:5", "quiet: {"),
    ],
)
def test_what_both_declare_is_an_error_that_shows_both(loaded, added, at, first):
    assert told(loaded(MOD, added)) == [("declared-twice", at, [place_of(first)])]


def test_what_two_choices_of_one_scene_are_called_shows_both(loaded):
    ask = "choices:\n  hall:\n    ask: {text: Ask}\n"
    assert told(loaded(MOD, ask, ask)) == [("declared-twice", "3.yaml:3:5", ["2.yaml:3:5"])]


def test_choices_for_a_scene_that_is_not_there_are_an_unknown_name(loaded):
    (one,) = loaded(MOD, "choices:\n  hal:\n    ask: {text: Ask}\n").diagnostics
    assert (one.code, str(one.at), one.hint) == ("unknown-name", "2.yaml:2:3", "did you mean `hall`?")


def test_a_story_called_like_the_one_it_extends_is_an_error(loaded):
    assert told(loaded(MOD.replace("story: harbour", "story: small"))) == [
        ("declared-twice", "1.yaml:1:8", [place_of("small")])
    ]


def test_it_needs_an_id_and_a_title_of_its_own(loaded):
    (one,) = loaded("extends: small\nstory: harbour\n").diagnostics
    assert (one.code, str(one.at)) == ("missing-key", "1.yaml:1:1")
    assert one.message == "a story that extends another needs `story` and `title` of its own"


def test_a_fault_of_the_other_is_shown_with_its_own_file_and_line(loaded):
    found = loaded(MOD, base=GOOD.replace("goto: room", "goto: rom"))
    (one,) = found.diagnostics
    assert (one.code, str(one.at)) == ("unknown-name", place_of("room}}"))
    assert "rom" in found.texts["small/story.yaml"].split("\n")[one.at.line - 1]


def test_a_fault_of_the_other_s_syntax_is_shown_too(loaded):
    assert [one[:2] for one in told(loaded(MOD, base=GOOD + "facts\n"))] == [
        ("yaml-syntax", f"small/story.yaml:{GOOD.count(chr(10)) + 1}:1")
    ]


def test_an_addition_may_extend_an_addition(loaded):
    quay = "story: quay\ntitle: Quay\nextends: small\nversion: 7\nchoices: {hall: {ask: {text: Ask}}}\n"
    found = loaded(
        MOD.replace("extends: small", "extends: quay") + "choices: {hall: {dive: {text: Dive}}}\n", quay=quay
    )
    assert found.diagnostics == ()
    assert found.story.extends == (Base("quay", 7), Base("small", 2))
    assert [choice.id for choice in found.story.scenes["hall"].choices] == ["call", "try_it", "ask", "dive"]


def test_eight_may_lie_under_one(loaded):
    pile = {f"b{n}": f"story: b{n}\ntitle: T\nextends: {f'b{n + 1}' if n < 7 else 'small'}\n" for n in range(1, 8)}
    assert len(loaded(MOD.replace("small", "b1"), **pile).story.extends) == 8


def test_a_clash_between_two_that_it_extends_is_told_at_the_upper_one(loaded):
    quay = "story: quay\ntitle: Quay\nextends: small\nstart: room\n"
    found = loaded(MOD.replace("extends: small", "extends: quay"), quay=quay)
    assert told(found) == [("declared-twice", "quay/story.yaml:4:1", [place_of("start: hall")])]


def test_what_is_extended_lies_beside_it_or_on_a_shelf_and_what_lies_beside_it_comes_first(tmp_path):
    path, shelf = tmp_path / "mods" / "harbour", tmp_path / "shelf"
    path.mkdir(parents=True)
    (path / "story.yaml").write_text(MOD)
    (shelf / "small").mkdir(parents=True)
    (shelf / "small" / "story.yaml").write_text(GOOD)
    assert load_path(path, (tmp_path / "empty", shelf)).story.extends == (Base("small", 2),)
    (path.parent / "small.yaml").write_text(GOOD.replace("version: 2", "version: 9"))
    assert load_path(path, (shelf,)).story.extends == (Base("small", 9),)


def test_a_folder_of_another_story_is_passed_by(loaded, tmp_path):
    shelf = tmp_path / "shelf"
    (shelf / "small").mkdir(parents=True)
    (shelf / "small" / "story.yaml").write_text(GOOD)
    loaded(MOD, base=GOOD.replace("story: small", "story: large"))
    assert load_path(tmp_path / "harbour", (shelf,)).playable


def test_where_it_was_looked_for_is_said_once_and_nothing_else_is(loaded, tmp_path):
    found = loaded(MOD.replace("extends: small", "extends: smal"), EVERYTHING)
    (one,) = found.diagnostics
    assert (one.code, str(one.at)) == ("no-base", "1.yaml:3:10")
    assert tmp_path.as_posix() in one.hint
    assert found.story is None


def test_an_id_that_leads_elsewhere_is_none(loaded):
    assert told(loaded(MOD.replace("extends: small", "extends: ../small"))) == [("bad-id", "1.yaml:3:10", [])]


def test_files_of_a_folder_called_like_the_other_story_are_told_apart(loaded, tmp_path):
    (tmp_path / "harbour" / "small").mkdir(parents=True)
    (tmp_path / "harbour" / "small" / "story.yaml").write_text("facts: {moored: false}\n")
    found = loaded(MOD)
    assert found.playable
    assert set(found.texts) == {"1.yaml", "small/story.yaml", "../small/story.yaml"}


def test_the_fingerprint_covers_everything_under_it(loaded):
    prints = [loaded(MOD).story.fingerprint, loaded(MOD, "facts: {moored: false}\n").story.fingerprint]
    prints.append(loaded(MOD, base=GOOD.replace("A hall", "The hall")).story.fingerprint)
    prints.append(loaded(MOD, base=GOOD.replace("version: 2", "version: 3")).story.fingerprint)
    assert len(set(prints)) == 4
    (first, again) = (loaded(MOD).story.fingerprint for _ in range(2))
    assert first == again


def test_a_story_may_divide_its_own_sizes_over_files(loaded):
    found = loaded(MOD, "sizes: {huge: 12}\n", "sizes: {tiny: 1}\n")
    assert dict(found.story.world.sizes) == {"small": 3, "some": 6, "huge": 12, "tiny": 1}
