"""Order on the shelf: titles, the bin, and what verifying finds and mends; nothing that can be read is lost by it."""

import json
import os

import pytest
from small_stories import timeless
from two_chambers import chambers

from game.play.refusal import ShelfError
from game.play.shelf import Shelf
from game.play.writing import Lock


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path / "saves", chambers(), tmp_path / "samples")


def played(shelf, *choices, seed=1):
    session = shelf.begin(seed=seed)
    for choice in choices:
        session.choose(choice)
    session.close()
    return session.name


def path_of(shelf, name):
    return shelf.folder / f"{name}.jsonl"


def found(shelf, **how):
    return [(one.name, bool(one.mending)) for one in shelf.verify(**how)]


def test_a_session_is_listed_and_found_by_its_title_and_its_file_keeps_its_name(shelf):
    name = played(shelf, "wait")
    before = path_of(shelf, name).read_bytes()
    assert shelf.rename(name, "The long wait") == "The long wait"
    assert shelf.listed()[0].called == "The long wait"
    assert shelf.find("The long wait") == name
    assert path_of(shelf, name).read_bytes() == before
    shelf.rename(name, "  ")
    assert shelf.called(name) == ""


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\x1b[2Jred\x07", "[2Jred"),
        ("two\nlines\tand  more", "two lines and more"),
        ("left\u202eright", "leftright"),
        ("\ud800broken", "broken"),
        ("x" * 500, "x" * 60),
        ("../../etc/passwd", "../../etc/passwd"),
        ("Ночь", "Ночь"),
    ],
)
def test_titles_are_cleaned_and_are_no_file_names(shelf, typed, kept):
    name = played(shelf)
    assert shelf.rename(name, typed) == kept
    assert shelf.called(name) == kept
    assert {path.name for path in shelf.folder.iterdir()} == {
        f"{name}.jsonl", f".{name}.lock", "last-played", "titles.json", ".titles.lock",
    }  # fmt: skip


@pytest.mark.parametrize("junk", [b"", b"junk", b"[1]", b'{"a": 1}', b"\xff\xfe", b"[" * 50_000])
def test_a_file_of_titles_that_can_not_be_read_holds_none_and_keeps_nobody_from_playing(shelf, junk):
    name = played(shelf, "wait")
    (shelf.folder / "titles.json").write_bytes(junk)
    assert shelf.listed()[0].called == ""
    assert shelf.rename(name, "Again") == "Again"


def test_titles_in_a_file_somebody_else_wrote_are_cleaned_when_read(shelf):
    name = played(shelf)
    (shelf.folder / "titles.json").write_text(json.dumps({name: "\x1b]0;gone\x07" + "y" * 1000}))
    assert shelf.called(name) == ("]0;gone" + "y" * 1000)[:60]


def test_a_title_that_can_not_be_written_is_a_refusal(shelf, monkeypatch):
    name = played(shelf)

    def full(*_given):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(ShelfError, match="no space left"):
            shelf.rename(name, "Mine")
    held = Lock(shelf.folder / "titles.json")
    with pytest.raises(ShelfError, match="try again"):
        shelf.rename(name, "Mine")
    held.free()


def test_what_is_deleted_lies_in_the_bin_and_can_be_moved_back(shelf):
    name = played(shelf, "wait", "toss")
    before = path_of(shelf, name).read_bytes()
    lies = shelf.delete(name)
    assert lies == shelf.folder / "bin" / f"{name}.jsonl"
    assert lies.read_bytes() == before
    assert shelf.listed() == ()
    lies.rename(path_of(shelf, name))
    assert shelf.read(name).decisions == 2


def test_no_new_session_is_named_like_one_in_the_bin(shelf):
    names = [played(shelf) for _ in range(3)]
    shelf.delete(names[2])
    assert played(shelf) == "chambers-0004"


def test_two_of_one_name_both_lie_in_the_bin(shelf):
    name = played(shelf, "wait")
    data = path_of(shelf, name).read_bytes()
    shelf.delete(name)
    path_of(shelf, name).write_bytes(data)
    assert shelf.delete(name).name == f"{name}.2.jsonl"
    assert len(list((shelf.folder / "bin").iterdir())) == 2


def test_a_sample_and_a_session_being_played_are_not_deleted(shelf, tmp_path):
    shelf.samples.mkdir()
    path_of(shelf, played(shelf)).rename(shelf.samples / "sample-one.jsonl")
    with pytest.raises(ShelfError, match="shipped with the game"):
        shelf.delete("sample-one")
    session = shelf.begin(seed=1)
    with pytest.raises(ShelfError, match="open elsewhere"):
        shelf.delete(session.name)
    session.choose("wait")
    session.close()
    shelf.delete(session.name)
    elsewhere = tmp_path / "elsewhere.jsonl"
    elsewhere.write_text("mine")
    with pytest.raises(ShelfError):
        shelf.delete(str(elsewhere))
    assert elsewhere.read_text() == "mine"


def test_an_orderly_folder_has_no_findings_and_verifying_touches_nothing(shelf):
    played(shelf, "wait")
    played(shelf, "toss")
    before = {path: path.read_bytes() for path in shelf.folder.iterdir()}
    assert shelf.verify() == ()
    assert shelf.verify(mend=True) == ()
    assert {path: path.read_bytes() for path in shelf.folder.iterdir()} == before


def test_a_damaged_end_is_cut_by_mending_and_kept_aside(shelf):
    name = played(shelf, "wait", "toss")
    whole = path_of(shelf, name).read_bytes()
    path_of(shelf, name).write_bytes(whole[:-5])
    assert found(shelf) == [(name, True)]
    assert path_of(shelf, name).read_bytes() == whole[:-5]
    assert found(shelf, mend=True) == [(name, True)]
    assert shelf.verify() == ()
    aside = (shelf.folder / f"{name}.damaged-1").read_bytes()
    assert path_of(shelf, name).read_bytes() + aside == whole[:-5]


def test_a_file_that_is_no_journal_goes_into_the_bin_and_an_empty_one_goes(shelf):
    one, other = played(shelf), played(shelf)
    path_of(shelf, one).write_bytes(b"junk\n")
    path_of(shelf, other).write_bytes(b"")
    assert found(shelf, mend=True) == [(other, True), (one, True)]
    assert (shelf.folder / "bin" / f"{one}.jsonl").read_bytes() == b"junk\n"
    assert not path_of(shelf, other).exists()
    assert not [one for one in shelf.verify() if one.mending and one.name == other]


def test_what_a_newer_version_wrote_is_named_and_left_alone(shelf, monkeypatch):
    name = played(shelf)
    before = path_of(shelf, name).read_bytes()
    monkeypatch.setattr("game.play.codec.FORMAT", 0)
    (finding,) = shelf.verify(mend=True)
    assert "newer version" in finding.what
    assert finding.mending == ""
    assert path_of(shelf, name).read_bytes() == before


def test_orphaned_branches_are_named_and_left_as_they_are(shelf):
    parent = played(shelf, "wait", "toss")
    branch = shelf.branch(parent, 1)
    branch.close()
    assert shelf.verify() == ()
    shelf.delete(parent)
    (finding,) = shelf.verify(mend=True)
    assert (finding.name, finding.mending) == (branch.name, "")
    assert "lies in the bin" in finding.what
    (shelf.folder / "bin" / f"{parent}.jsonl").unlink()
    assert "is gone" in shelf.verify()[0].what
    assert shelf.read(branch.name).decisions == 1


def test_stale_locks_and_half_written_files_are_removed_and_living_ones_are_not(shelf):
    played(shelf)
    (shelf.folder / ".chambers-0077.lock").write_text("1")
    (shelf.folder / ".last-played.99999999").write_text("x")
    (shelf.folder / f".last-played.{os.getpid()}").write_text("x")
    held = Lock(shelf.folder / "chambers-0078.jsonl")
    assert found(shelf, mend=True) == [(".chambers-0077.lock", True), (".last-played.99999999", True)]
    assert shelf.verify() == ()
    assert (shelf.folder / ".chambers-0078.lock").exists()
    assert (shelf.folder / f".last-played.{os.getpid()}").exists()
    held.free()


def test_a_session_being_played_is_passed_over(shelf):
    session = shelf.begin(seed=1)
    path = path_of(shelf, session.name)
    with path.open("ab") as file:
        file.write(b"half a reco")
    assert shelf.verify(mend=True) == ()
    session.close()
    assert found(shelf) == [(session.name, True)]


def test_sessions_of_other_stories_are_looked_at_too(shelf):
    other = Shelf(
        shelf.folder,
        timeless(
            "scenes: {start: {text: A, choices: {go: {text: G, goto: start}, end: {text: E, goto: start}}}}\n"
            "endings: {over: {title: Over, order: 1, at: any, when: visits(start) > 9, text: Over}}"
        ),
    )
    name = played(other, "go")
    path_of(shelf, name).write_bytes(path_of(shelf, name).read_bytes()[:-3])
    assert found(shelf) == [(name, True)]


def test_a_number_in_strange_digits_or_of_any_length_is_no_session(shelf):
    played(shelf)
    for strange in ("²", "٣", "9" * 5000):
        with pytest.raises(ShelfError):
            shelf.find(strange)
