"""A story opened from the cache is the story, and whatever happens to the cache costs nothing but time."""

from dataclasses import fields
from pathlib import Path
from textwrap import dedent

import pytest
import random_stories
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.cache import opening
from game.cache.opening import Opened, open_path
from game.cache.store import Store
from game.engine.outline import outline
from game.load.files import find
from game.load.pipeline import load_path

ROOT = Path(__file__).parents[2]
STORIES = sorted(path.parent.name for path in (ROOT / "tests" / "stories").glob("*/story.yaml"))
SMALL = """
    story: small
    title: Small
    start: hall
    facts: {lit: false}
    scenes:
      hall:
        text: A hall.
        choices:
          on: {text: On, goto: yard}
      # between two scenes
      yard:
        text: |
          {lit: Light | No light}.
        enter: [lit = true]
        then: hall
"""


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.yaml"
    path.write_text(dedent(SMALL))
    return path


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache"


@pytest.fixture
def reads(monkeypatch):
    """Counts how often a story is read whole."""
    counted = []
    real = opening.load

    def load(*given):
        counted.append(given)
        return real(*given)

    monkeypatch.setattr(opening, "load", load)
    return counted


def told(opened: Opened) -> dict[str, str]:
    """Everything in a story, with every place, as text."""
    story, program = opened.loaded.story, opened.program
    assert story is not None
    assert program is not None
    found = {field.name: repr(getattr(story, field.name)) for field in fields(story)}
    late = ("scenes", "storylets", "claims", "strategies")
    found |= {name: repr(dict(getattr(story, name).items())) for name in late}
    found |= {"plans": repr([plan.written for plan in program.plans.values()]), "outline": repr(outline(story))}
    return found | {"texts": repr(opened.loaded.texts), "findings": repr(opened.loaded.diagnostics)}


def both(path: Path, cache: Path, shelves: tuple[Path, ...] = ()) -> tuple[dict[str, str], dict[str, str]]:
    """A story read whole, and from the cache."""
    fresh = told(open_path(path, shelves))
    open_path(path, shelves, cache)
    return fresh, told(open_path(path, shelves, cache))


@pytest.mark.parametrize("name", STORIES)
def test_every_small_story_comes_whole_from_the_cache(name, cache, reads):
    fresh, again = both(ROOT / "tests" / "stories" / name / "story.yaml", cache)
    assert again == fresh
    assert len(reads) == 2


def test_the_campaign_comes_whole_from_the_cache(cache, reads):
    fresh, again = both(ROOT / "story" / "narrow_sky", cache)
    assert again == fresh
    assert len(reads) == 2


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000))
def test_random_stories_come_whole_from_the_cache(seed, tmp_path):
    path = tmp_path / f"{seed}.yaml"
    path.write_text(random_stories.story(seed))
    fresh, again = both(path, tmp_path / "cache")
    assert again == fresh


@pytest.mark.parametrize(
    "scenes",
    [
        "scenes: {hall: {text: A, then: yard}, yard: {text: B, then: hall}}",
        "scenes: {\n  hall: {text: A, then: yard},\n  yard: {text: B, then: hall}\n}",
        "scenes:\n  {\n  hall: {text: A, then: yard},\n  yard: {text: B, then: hall}\n  }",
        "scenes:\n  ? hall\n  : {text: A, then: yard}\n  ? yard\n  : {text: B, then: hall}",
        "scenes:\n  'hall': {text: A, then: yard}\n  \"yard\": {text: B, then: hall}",
        "scenes: # all\n\n  hall: {text: A,\n   then: yard}\n  # and\n  yard:\n    text: |\n      B\n    then: hall",
        "scenes:\r\n  hall:\r\n    text: A\r\n    then: yard\r\n  yard: {text: B, then: hall}\r\n",
        "scenes:\n  hall:\n    text: A\n    then: yard\n  yard:\n    then: hall\n    text: |+\n      B\n\n\n\n",
    ],
)
@pytest.mark.parametrize("after", ["", "\nmeters: {a: {title: A, range: 0..9, start: 1}}\n"])
def test_scenes_may_be_written_in_every_way_of_yaml(scenes, after, story, cache, reads):
    story.write_bytes(f"story: s\ntitle: S\nstart: hall\n{scenes}{after}".encode())
    fresh, again = both(story, cache)
    assert again == fresh
    assert len(reads) == 2


def test_only_the_scenes_asked_for_are_read(story, cache, monkeypatch):
    open_path(story, (), cache)
    program = open_path(story, (), cache).program
    assert program is not None
    seen = []
    from game.load import cast

    real = cast.read_scene
    monkeypatch.setattr(cast, "read_scene", lambda one, known: (seen.append(one.name), real(one, known))[1])
    assert program.scenes["yard"].written.then == "hall"
    assert program.scenes["yard"].written.at.line == 12
    assert seen == ["yard"]


def test_an_edited_file_is_read_afresh(story, cache, reads):
    open_path(story, (), cache)
    story.write_text(dedent(SMALL).replace("A hall.", "A hell."))
    edited = told(open_path(story, (), cache))
    assert "A hell." in edited["scenes"]
    assert len(reads) == 2
    assert told(open_path(story, (), cache)) == edited
    assert len(reads) == 2


def test_a_file_more_or_less_is_noticed(tmp_path, cache, reads):
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.yaml").write_text(dedent(SMALL))
    open_path(folder, (), cache)
    (folder / "b.yaml").write_text("meters: {a: {title: A, range: 0..9, start: 1}}")
    assert open_path(folder, (), cache).loaded.story.world.meters
    (folder / "b.yaml").unlink()
    assert not open_path(folder, (), cache).loaded.story.world.meters
    assert len(reads) == 3


def test_an_edited_base_is_noticed(tmp_path, cache, reads):
    for name, text in {
        "base": dedent(SMALL).replace("small", "base"),
        "mod": "extends: base\nstory: mod\ntitle: M\n",
    }.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "story.yaml").write_text(text)
    fresh, again = both(tmp_path / "mod", cache)
    assert again == fresh
    assert len(reads) == 2
    base = tmp_path / "base" / "story.yaml"
    base.write_text(base.read_text().replace("A hall.", "A hell."))
    assert "A hell." in told(open_path(tmp_path / "mod", (), cache))["scenes"]
    assert len(reads) == 3


def test_findings_survive(story, cache, reads):
    story.write_text(dedent(SMALL).replace("goto: yard}", "goto: yard, when: visits(hall) >= 0}"))
    (first,) = open_path(story, (), cache).loaded.diagnostics
    assert first.code == "always-holds"
    assert open_path(story, (), cache).loaded.diagnostics == (first,)
    assert len(reads) == 1


def test_a_faulty_story_is_never_kept(story, cache, reads):
    story.write_text(dedent(SMALL).replace("goto: yard", "goto: yart"))
    for _ in range(2):
        opened = open_path(story, (), cache)
        assert opened.program is None
        assert [one.code for one in opened.loaded.diagnostics] == ["unknown-name"]
    assert len(reads) == 2
    assert not cache.exists()


def _entry(cache: Path) -> Path:
    (path,) = cache.glob("*.json")
    return path


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1],
        lambda data: data.replace(b"hall", b"hell"),
        lambda _: b"\xff" * 200,
        lambda data: data.partition(b"\n")[0] + b"\n[]",
        lambda _: b"\n".join([b"0" * 32, b"[" * 100_000]),
    ],
)
def test_a_damaged_entry_is_read_past(damage, story, cache, reads):
    fresh = told(open_path(story, (), cache))
    path = _entry(cache)
    path.write_bytes(damage(path.read_bytes()))
    assert told(open_path(story, (), cache)) == fresh
    assert len(reads) == 2
    assert told(open_path(story, (), cache)) == fresh
    assert len(reads) == 2


@pytest.mark.parametrize("body", [b"[]", b"1", b'{"a": 1}', b"[[], [], []]", b"[" * 100_000])
def test_an_entry_that_is_none_is_read_past_though_its_check_value_is_right(body, story, cache, reads):
    from game.cache.entry import _check

    fresh = told(open_path(story, (), cache))
    _entry(cache).write_bytes(_check(body) + b"\n" + body)
    assert told(open_path(story, (), cache)) == fresh
    assert len(reads) == 2


def test_other_code_reads_afresh(story, cache, reads, monkeypatch):
    open_path(story, (), cache)
    monkeypatch.setattr("game.cache.store._program", lambda: "other")
    open_path(story, (), cache)
    assert len(reads) == 2


def test_the_folder_may_be_deleted_or_closed_at_any_time(story, tmp_path, reads):
    blocked = tmp_path / "file"
    blocked.write_text("")
    for cache in (blocked / "inside", blocked, Path("/proc/none")):
        assert open_path(story, (), cache).program is not None
        assert open_path(story, (), cache).program is not None
    assert blocked.read_text() == ""
    assert len(reads) == 6


def test_old_entries_make_room(tmp_path, monkeypatch):
    monkeypatch.setattr("game.cache.store._MOST_ENTRIES", 3)
    store = Store(tmp_path / "cache")
    for number in range(6):
        store.put(tmp_path / str(number), b"x")
        store.get(tmp_path / "0")
    assert len(list((tmp_path / "cache").iterdir())) == 3
    assert store.get(tmp_path / "5") == b"x"
    monkeypatch.setattr("game.cache.store._MOST_BYTES", 10)
    store.put(tmp_path / "6", b"x" * 9)
    assert sum(path.stat().st_size for path in (tmp_path / "cache").iterdir()) <= 10


def test_loading_gives_an_index_of_sound_stories_only(story):
    assert load_path(story).index is not None
    story.write_text(dedent(SMALL).replace("goto: yard", "goto: yart"))
    assert load_path(story).index is None
    assert find(story).files
