"""New files: they pass check and play to an end at once, and nothing that is there is touched."""

import random

import pytest
from small_stories import begun

from game.author.scaffold import CannotMakeError, Into, new_mod, new_scene, new_story, new_storylet, write
from game.engine.prepare import prepare
from game.load.pipeline import load_path

CLOCKLESS = """\
story: plain
title: Plain
start: room
scenes:
  room:
    text: A room
    choices:
      out: {text: Out, effects: [{end: done}]}
      new: {text: The new one, goto: PLACE}
endings:
  done: {title: Done, order: 1, at: any, text: Over}
"""
DEALING = """\
story: deals
title: Deals
start: room
clock: {turns: 3, phases: {PHASE}}
PEOPLE
scenes:
  room: {text: A room}
endings:
  done: {title: Done, order: 1, at: last, text: Over}
"""


def _story(folder):
    loaded = load_path(folder)
    assert loaded.diagnostics == ()
    return loaded.story


def _played(folder, seed):
    """The playthrough of a chooser who draws lots, at the end of the story."""
    lots = random.Random(seed)
    playthrough = begun(prepare(_story(folder)), seed)
    for _ in range(200):
        if playthrough.ended:
            return playthrough
        playthrough = playthrough.choose(lots.choice(playthrough.open))
    raise AssertionError("no end in 200 choices")


def _folder(tmp_path, text):
    folder = tmp_path / "a_story"
    folder.mkdir()
    (folder / "story.yaml").write_text(text, "utf-8")
    return folder


def test_a_new_story_has_no_finding_and_plays_to_each_of_its_endings(tmp_path):
    write(new_story("the_house", tmp_path))
    ends = {_played(tmp_path / "the_house", seed).state.ended for seed in range(150)}
    assert ends == {ending.id for ending in _story(tmp_path / "the_house").endings}
    assert _story(tmp_path / "the_house").title == "The house"


def test_a_new_scene_and_storylet_pass_check_and_play(tmp_path):
    write(new_story("the_house", tmp_path))
    folder = tmp_path / "the_house"
    scene = new_scene("the_cellar", Into(_story(folder), folder))
    write(scene)
    assert "goto: the_cellar" in scene.said[0]
    assert "at: 2" in scene.said[0]
    storylet = new_storylet("a_parcel", Into(_story(folder), folder))
    write(storylet)
    assert "deck `post`" in storylet.said[0]
    path = folder / "scenes" / "the_cellar.yaml"
    path.write_text(path.read_text("utf-8").replace("# at: 2 ", "at: 2 # "), "utf-8")
    assert _story(folder).storylets["a_parcel"].envelope is not None
    met = set()
    for seed in range(30):
        met |= {move.took.scene for move in _played(folder, seed).moves if move.took}
    assert {"the_cellar", "a_parcel"} <= met


@pytest.mark.parametrize("clock", [True, False])
def test_an_addition_passes_check_plays_and_takes_further_scenes(tmp_path, clock):
    if clock:
        write(new_story("the_house", tmp_path))
        base = _story(tmp_path / "the_house")
    else:
        (tmp_path / "plain.yaml").write_text(CLOCKLESS.replace("PLACE", "room"))
        base = _story(tmp_path / "plain.yaml")
    write(new_mod("the_yard", base, tmp_path, ()))
    folder = tmp_path / "the_yard"
    assert [one.id for one in _story(folder).extends] == [base.id]
    plays = [_played(folder, seed) for seed in range(30)]
    assert any(move.took.choice == "the_yard" for play in plays for move in play.moves if move.took)
    write(new_scene("the_cellar", Into(_story(folder), folder)))
    assert "the_cellar" in _story(folder).scenes


def test_an_addition_can_not_be_called_like_something_it_adds_to(tmp_path):
    write(new_story("the_house", tmp_path))
    base = _story(tmp_path / "the_house")
    for name in ("the_house", base.start, base.scenes[base.start].choices[0].id):
        with pytest.raises(CannotMakeError, match="already"):
            new_mod(name, base, tmp_path / "elsewhere", ())


def test_without_a_clock_a_new_scene_leads_back_to_the_start(tmp_path):
    folder = _folder(tmp_path, CLOCKLESS.replace("PLACE", "room"))
    new = new_scene("cellar", Into(_story(folder), folder))
    assert "at:" not in new.said[0]
    write(new)
    (folder / "story.yaml").write_text(CLOCKLESS.replace("PLACE", "cellar"), "utf-8")
    assert any("cellar" in {move.took.scene for move in _played(folder, seed).moves if move.took} for seed in range(20))


def test_a_storylet_gets_an_envelope_only_where_it_can_lie_in_a_tray(tmp_path):
    text = DEALING.replace("PHASE", "tray: {deal: [post], hand: 2}, evening: {deal: [desk]}")
    folder = _folder(tmp_path, text.replace("PEOPLE", ""))
    story = _story(folder)
    new = new_storylet("parcel", Into(story, folder))
    assert "deck: desk" in next(iter(new.files.values())), "nobody could handle an envelope"
    with pytest.raises(CannotMakeError, match="character"):
        new_storylet("parcel", Into(story, folder), "post")
    (folder / "story.yaml").write_text(text.replace("PEOPLE", "characters: {ann: {name: Ann}}"), "utf-8")
    new = new_storylet("parcel", Into(_story(folder), folder))
    assert "handler: ann" in next(iter(new.files.values()))
    with pytest.raises(CannotMakeError, match="did you mean `post`"):
        new_storylet("parcel", Into(_story(folder), folder), "posts")


def test_a_story_that_deals_from_no_deck_is_told_so(tmp_path):
    folder = _folder(tmp_path, CLOCKLESS.replace("PLACE", "room"))
    with pytest.raises(CannotMakeError, match="No phase"):
        new_storylet("parcel", Into(_story(folder), folder))


@pytest.mark.parametrize("name", ["The_House", "3d", "", "a-b", "x" * 65, "then", "../up", "a b"])
def test_a_name_that_can_t_be_one_is_refused(tmp_path, name):
    with pytest.raises(CannotMakeError):
        new_story(name, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_nothing_that_is_there_is_written_over(tmp_path):
    write(new_story("the_house", tmp_path))
    folder = tmp_path / "the_house"
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    for make in (
        lambda: new_story("the_house", tmp_path),
        lambda: new_scene("arrival", Into(_story(folder), folder)),
        lambda: new_storylet("arrival", Into(_story(folder), folder)),
        lambda: new_scene("days", Into(_story(folder), folder)),
    ):
        with pytest.raises(CannotMakeError, match="already"):
            make()
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before


def test_a_file_that_appears_meanwhile_is_not_written_over(tmp_path):
    write(new_story("the_house", tmp_path))
    folder = tmp_path / "the_house"
    new = new_scene("the_cellar", Into(_story(folder), folder))
    (folder / "scenes" / "the_cellar.yaml").write_text("# mine\n", "utf-8")
    with pytest.raises(CannotMakeError, match="already"):
        write(new)
    assert (folder / "scenes" / "the_cellar.yaml").read_text("utf-8") == "# mine\n"


def test_a_folder_that_leads_out_of_the_story_is_not_written_to(tmp_path):
    folder = _folder(tmp_path, CLOCKLESS.replace("PLACE", "room"))
    (tmp_path / "elsewhere").mkdir()
    (folder / "scenes").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CannotMakeError, match="leads out"):
        new_scene("cellar", Into(_story(folder), folder))


def test_a_story_in_one_file_is_told_what_to_do(tmp_path):
    folder = _folder(tmp_path, CLOCKLESS.replace("PLACE", "room"))
    with pytest.raises(CannotMakeError, match="folder of its own"):
        new_scene("cellar", Into(_story(folder), folder / "story.yaml"))
