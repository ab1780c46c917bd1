"""What the list keeps beside the journals: quick, never believed over the files, and thrown away without a loss."""

import json
import os
import sys

import pytest
from small_stories import program_of
from two_chambers import chambers, text

from game.play import replay as replaying
from game.play.shelf import Shelf

LONG_AGO = 1_000_000_000


@pytest.fixture
def shelf(tmp_path):
    """Three sessions, none of them written to just now."""
    shelf = Shelf(tmp_path / "saves", chambers(), tmp_path / "samples")
    for many in (1, 2, 3):
        session = shelf.begin(seed=many)
        for _ in range(many):
            session.choose("wait")
        session.close()
    settle(shelf)
    return shelf


def settle(shelf):
    for path in shelf.folder.glob("*.jsonl"):
        os.utime(path, (LONG_AGO, LONG_AGO))


def kept_of(shelf):
    return shelf.folder / ".listed-chambers.json"


@pytest.fixture
def replays(monkeypatch):
    """How many sessions were played again since the last look at it."""
    seen = []
    real = replaying.replay

    def watched(program, journal):
        seen.append(journal)
        return real(program, journal)

    monkeypatch.setattr(replaying, "replay", watched)

    def since():
        many = len(seen)
        seen.clear()
        return many

    return since


def test_what_was_listed_once_is_not_played_again_to_be_listed(shelf, replays):
    first = shelf.listed()
    assert replays() == 3
    assert shelf.listed() == first
    assert Shelf(shelf.folder, chambers(), shelf.samples).listed() == first
    assert replays() == 0


def test_a_session_that_went_on_is_looked_at_anew_and_no_other(shelf, replays):
    shelf.listed()
    session = shelf.resume("chambers-0002")
    session.choose("wait")
    session.close()
    replays()
    assert {one.name: one.decisions for one in shelf.listed()} == {
        "chambers-0001": 1,
        "chambers-0002": 3,
        "chambers-0003": 3,
    }
    assert replays() == 1
    settle(shelf)
    assert shelf.listed()[0].decisions == 3


def test_a_damaged_file_of_the_same_length_and_time_is_seen(shelf):
    shelf.listed()
    path = shelf.folder / "chambers-0002.jsonl"
    broken = bytearray(path.read_bytes())
    broken[-20] ^= 1
    path.write_bytes(bytes(broken))
    settle(shelf)
    assert "damaged" in next(one.problem for one in shelf.listed() if one.name == path.stem)


def test_another_file_in_its_place_is_seen_whatever_its_time(shelf):
    shelf.listed()
    one, other = (shelf.folder / f"chambers-000{number}.jsonl" for number in (1, 3))
    one.unlink()
    other.rename(one)
    assert {said.name: said.decisions for said in shelf.listed()} == {"chambers-0001": 3, "chambers-0002": 2}


def test_what_was_written_just_now_is_not_kept_for_its_clock_may_stand_still(shelf, replays):
    shelf.listed()
    for path in shelf.folder.glob("*.jsonl"):
        os.utime(path)
    replays()
    shelf.listed()
    shelf.listed()
    assert replays() == 6


def test_an_edited_story_is_asked_anew(shelf, replays):
    shelf.listed()
    edited = Shelf(shelf.folder, program_of(text(2).replace("The chambers", "Other chambers")))
    replays()
    edited.listed()
    assert replays() >= 3


def test_each_story_keeps_its_own_and_two_of_them_in_a_folder_do_not_fight(shelf, replays):
    other = Shelf(shelf.folder, program_of(text(2).replace("story: chambers", "story: rooms")))
    first, second = shelf.listed(), other.listed()
    assert all("another story" in one.problem for one in second)
    replays()
    assert (shelf.listed(), other.listed()) == (first, second)
    assert replays() == 0


LIES = [
    b"",
    b"{",
    b"\xff\xfe",
    b"[]",
    b"null",
    b'{"of": 1, "sessions": {}}',
    b"[" * 100_000,
    b'{"sessions": [1, 2]}',
    "sessions: 3",
    "sessions: {name: 3}",
    "sessions: {name: [[1], 2]}",
    "sessions: stamp kept",
]


@pytest.mark.parametrize("lie", LIES, ids=range(len(LIES)))
def test_a_damaged_copy_is_as_none(shelf, lie):
    first = shelf.listed()
    path = kept_of(shelf)
    body = json.loads(path.read_bytes())
    if lie == "sessions: 3":
        body["sessions"] = 3
    elif lie == "sessions: {name: 3}":
        body["sessions"]["chambers-0001"] = 3
    elif lie == "sessions: {name: [[1], 2]}":
        body["sessions"]["chambers-0001"] = [[1], 2]
    elif lie == "sessions: stamp kept":
        for bad in (["where"], [1, 2, 3, 4, 5, 6, 7, 8], ["\x1b[2J", 1, "", "", 0, "", True, False], [[]] * 8):
            body["sessions"]["chambers-0001"][1] = bad
            path.write_text(json.dumps(body), "utf-8")
            assert shelf.listed() == first
    path.write_bytes(lie if isinstance(lie, bytes) else json.dumps(body).encode())
    assert shelf.listed() == first
    assert json.loads(path.read_bytes())["sessions"].keys() == {one.name for one in first}


def test_a_folder_in_its_place_and_one_that_cannot_be_written_to_are_listed_all_the_same(shelf, monkeypatch):
    first = shelf.listed()
    kept_of(shelf).unlink()
    kept_of(shelf).mkdir()
    assert shelf.listed() == first
    assert shelf.verify() == ()
    kept_of(shelf).rmdir()

    def refuse(*_given):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("game.play.listing.write_whole", refuse)
    assert shelf.listed() == first
    assert not kept_of(shelf).exists()


def test_where_there_is_no_folder_none_is_made(tmp_path):
    assert Shelf(tmp_path / "none", chambers()).listed() == ()
    assert not (tmp_path / "none").exists()


def test_housekeeping_takes_no_offence_and_mends_what_a_crash_left_of_it(shelf):
    shelf.listed()
    assert shelf.verify() == ()
    half = shelf.folder / f"..listed-chambers.json.{2**22 + 1}"
    half.write_bytes(b"{")
    (found,) = shelf.verify(mend=True)
    assert "never written to its end" in found.what
    assert not half.exists()
    assert kept_of(shelf).exists()


def test_a_session_that_is_gone_is_gone_from_the_list_and_from_the_copy(shelf):
    shelf.listed()
    shelf.delete("chambers-0002")
    assert [one.name for one in shelf.listed()] == ["chambers-0003", "chambers-0001"]
    assert "chambers-0002" not in kept_of(shelf).read_text("utf-8")


def test_a_file_that_cannot_be_read_now_is_tried_again(shelf, monkeypatch):
    shelf.listed()
    path = shelf.folder / "chambers-0001.jsonl"
    os.utime(path, (LONG_AGO + 1, LONG_AGO + 1))
    with monkeypatch.context() as patch:
        real = os.open

        def fails(opened, *given, **named):
            if opened == path:
                raise OSError(5, "Input/output error")
            return real(opened, *given, **named)

        patch.setattr(os, "open", fails)
        assert "can't be read" in {one.name: one.problem for one in shelf.listed()}["chambers-0001"]
    assert {one.name: one.problem for one in shelf.listed()}["chambers-0001"] == ""


def test_the_order_is_by_number_whatever_the_copy_or_a_clock_says(shelf):
    for age, number in enumerate((3, 1, 2)):
        os.utime(shelf.folder / f"chambers-000{number}.jsonl", (4e9 - age, 4e9 - age))
    order = [one.name for one in shelf.listed()]
    body = json.loads(kept_of(shelf).read_bytes())
    body["sessions"] = dict(reversed(body["sessions"].items()))
    kept_of(shelf).write_text(json.dumps(body), "utf-8")
    assert [one.name for one in shelf.listed()] == order == [f"chambers-000{number}" for number in (3, 2, 1)]


def test_other_code_asks_anew(shelf, replays, monkeypatch):
    shelf.listed()
    replays()
    monkeypatch.setattr(sys.modules["game.play.listing"], "_program", lambda: "other code")
    shelf.listed()
    assert replays() == 3
