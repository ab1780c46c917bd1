"""Which files of a folder are read, and what is said of those that are not."""

import os
from pathlib import Path

import pytest
from folder_samples import FOLDERS
from reading import GOOD, TIMELESS

from game.load import cover, files
from game.load.cover import cover_of
from game.load.files import find
from game.load.pipeline import load_path
from game.source.limits import FILE_BYTES, FILES, FOLDER_DEPTH


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "story"
    made.mkdir()
    return made


@pytest.mark.parametrize(
    ("code", "make", "shown"),
    [(code, make, shown) for code, samples in FOLDERS.items() for make, shown in samples],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_a_file_that_is_not_read_is_told_about_by_name(folder, code, make, shown):
    make(folder)
    loaded = load_path(folder)
    told = [(one.code, one.at.source, one.at.line) for one in loaded.diagnostics]
    assert told == [(code, shown.format(folder=folder.as_posix()), 1)]
    assert not loaded.playable


def test_nothing_outside_the_folder_is_read(folder):
    secret = folder.parent / "secret.yaml"
    secret.write_text("secret: words")
    (folder / "story.yaml").write_text(TIMELESS)
    (folder / "link.yaml").symlink_to(secret)
    (folder / "up").symlink_to(folder.parent, target_is_directory=True)
    found = find(folder)
    assert [one.name for one in found.files] == ["story.yaml"]
    assert not any(b"secret" in one.data for one in found.files)


def test_a_link_within_the_folder_is_followed(folder):
    (folder / "scenes").mkdir()
    (folder / "scenes" / "all.txt").write_text(TIMELESS)
    (folder / "story.yaml").symlink_to(folder / "scenes" / "all.txt")
    assert load_path(folder).playable


def test_files_are_read_in_a_fixed_order_from_every_folder_inside(folder):
    for name in ("b.yaml", "a.yml", "scenes/z.yaml", "scenes/deep/a.yaml"):
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_text("")
    assert [one.name for one in find(folder).files] == ["a.yml", "b.yaml", "scenes/deep/a.yaml", "scenes/z.yaml"]


def test_hidden_files_and_folders_and_other_files_are_left_alone(folder):
    (folder / "story.yaml").write_text(TIMELESS)
    (folder / ".git").mkdir()
    for name in (".swap.yaml", ".git/x.yaml", "notes.md", "story.yaml~", "yaml"):
        (folder / name).write_text("a: [")
    assert [one.name for one in find(folder).files] == ["story.yaml"]
    assert load_path(folder).playable


def test_a_folder_named_like_a_file_is_a_folder(folder):
    (folder / "story.yaml").write_text(TIMELESS)
    (folder / "more.yaml").mkdir()
    (folder / "more.yaml" / "codex.yaml").write_text("codex: {}")
    loaded = load_path(folder)
    assert loaded.playable
    assert set(loaded.texts) == {"story.yaml", "more.yaml/codex.yaml"}


def test_one_file_is_a_whole_story(folder):
    (folder / "alone.yaml").write_text(GOOD)
    (folder / "other.yaml").write_text("a: [")
    loaded = load_path(folder / "alone.yaml")
    assert loaded.playable
    assert set(loaded.texts) == {"alone.yaml"}


def test_a_file_may_hold_two_million_bytes_and_no_more(folder):
    words = TIMELESS.encode()
    (folder / "story.yaml").write_bytes(words + b"#" * (FILE_BYTES - len(words)))
    assert load_path(folder).playable
    (folder / "story.yaml").write_bytes(words + b"#" * (FILE_BYTES - len(words) + 1))
    (one,) = load_path(folder).diagnostics
    assert one.code == "unreadable"
    assert "2,000,000" in one.message
    assert one.hint == "divide it into several files"


def test_a_story_may_have_two_hundred_files_and_no_more(folder):
    (folder / "a.yaml").write_text(TIMELESS)
    for number in range(FILES - 1):
        (folder / f"{number}.yaml").write_text("")
    assert load_path(folder).playable
    (folder / "z.yaml").write_text("")
    (one,) = load_path(folder).diagnostics
    assert (one.code, "200" in one.message, "201" in one.message) == ("too-many-files", True, True)


def test_folders_may_be_sixteen_deep(folder):
    deep = folder.joinpath(*["in"] * FOLDER_DEPTH)
    deep.mkdir(parents=True)
    (deep / "story.yaml").write_text(TIMELESS)
    assert load_path(folder).playable


@pytest.mark.parametrize("path", ["a\0b", "x" * 5_000, "/dev/null/story", "no/such/folder"])
def test_a_path_that_cannot_be_is_nothing_here(path):
    (one,) = load_path(Path(path)).diagnostics
    assert one.code == "no-story"


def test_a_pipe_or_device_given_as_a_story_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.yaml")
    for path in (tmp_path / "pipe.yaml", Path("/dev/zero")):
        (one,) = load_path(path).diagnostics
        assert one.code == "unreadable"


def test_a_file_that_may_not_be_read_is_told_about(folder, monkeypatch):
    (folder / "story.yaml").write_text(TIMELESS)
    (folder / "secret.yaml").write_text("")
    opened = os.open

    def refuse(path, flags, *rest):
        if Path(path).name == "secret.yaml":
            raise PermissionError(13, "Permission denied")
        return opened(path, flags, *rest)

    monkeypatch.setattr(files.os, "open", refuse)
    (one,) = load_path(folder).diagnostics
    assert (one.code, one.at.source, "Permission denied" in one.message) == ("unreadable", "secret.yaml", True)


def test_a_folder_that_may_not_be_read_is_told_about(folder, monkeypatch):
    (folder / "story.yaml").write_text(TIMELESS)
    (folder / "closed").mkdir()
    listed = os.scandir

    def refuse(path):
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(files.os, "scandir", refuse)
    (one,) = load_path(folder).diagnostics
    assert (one.code, one.at.source.endswith("closed")) == ("unreadable", True)


def test_a_file_s_name_cannot_act_on_a_terminal(folder):
    (folder / "story.yaml").write_text(TIMELESS)
    (folder / "\x1b]0;owned\x07\n.yaml").write_text("a: [")
    (folder / os.fsdecode(b"\xff.yaml")).write_text("a: [")
    for one in load_path(folder).diagnostics:
        str(one.at).encode()
        assert one.at.source.isprintable()


def test_a_cover_is_read_from_the_first_file_alone(folder):
    (folder / "story.yaml").write_text(GOOD)
    (folder / "broken.yaml").write_text("a: [")
    assert cover_of(folder) == cover.Cover(title="A Small Story", by="Somebody", blurb="Two rooms and a telephone")


def test_a_cover_that_cannot_be_read_is_empty(folder):
    assert cover_of(folder) == cover.Cover()
    (folder.parent / "secret.yaml").write_text("title: secret")
    (folder / "story.yaml").symlink_to(folder.parent / "secret.yaml")
    assert cover_of(folder) == cover.Cover()
    (folder / "story.yaml").unlink()
    os.mkfifo(folder / "story.yaml")
    assert cover_of(folder) == cover.Cover()
