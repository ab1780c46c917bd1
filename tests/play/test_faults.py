"""A disk that fails: whatever fails and when, nothing is lost that was acknowledged, and play goes on."""

import errno
import os

import pytest
from two_chambers import chambers

from game.play.codec import JournalError, decode
from game.play.shelf import Shelf

CALLS = ("write", "fsync", "open", "ftruncate", "close")
STEPS = ("wait", "toss", "", "toss", "wait", "toss")


class Faults:
    """Makes the n-th of the watched calls fail (and, with ``on``, every later one too)."""

    def __init__(self, monkeypatch, watched, *, at, on=False, short=False):
        self.seen, self.failed, self.at, self.on, self.short = 0, 0, at, on, short
        for name in watched:
            monkeypatch.setattr(os, name, self._failing(name, getattr(os, name)))

    def _failing(self, name, real):
        def call(*given, **named):
            self.seen += 1
            if self.seen == self.at or (self.on and self.seen > self.at):
                self.failed += 1
                if name == "write" and self.short:
                    return real(given[0], given[1][: len(given[1]) // 2])
                if name == "close":
                    real(*given)
                raise OSError(errno.EIO, "Input/output error")
            return real(*given, **named)

        return call


def path_of(session, folder):
    """Where the session is written."""
    return folder / f"{session.name}.jsonl"


def on_disk(path):
    """The entries that a reader would find now."""
    try:
        return decode(path.read_bytes()).journal.entries
    except (OSError, JournalError):
        return ()


def play_six_steps(session, folder):
    """Six steps; after each the file must hold what was acknowledged."""
    path, troubles, acknowledged = path_of(session, folder), [], ()
    for step in STEPS:
        if step:
            session.choose(step)
        else:
            session.back()
        troubles.append(session.trouble)
        if not session.trouble:
            acknowledged = session.playthrough.journal.entries
        assert on_disk(path)[: len(acknowledged)] == acknowledged
    return troubles


@pytest.mark.parametrize("short", [False, True])
@pytest.mark.parametrize("watched", [("write",), ("fsync",), ("open",), ("ftruncate", "write"), CALLS])
def test_one_call_that_fails_is_said_and_made_good_with_the_next_decision(tmp_path, monkeypatch, watched, short):
    program = chambers()
    for at in range(1, 60):
        shelf = Shelf(tmp_path / f"{at}", program)
        with monkeypatch.context() as patch:
            faults = Faults(patch, watched, at=at, short=short)
            session = shelf.begin(seed=at)
            said = bool(session.trouble)
            troubles = play_six_steps(session, shelf.folder)
        session.choose("wait")
        assert session.trouble == ""
        session.close()
        assert all(trouble.startswith("Not saved: ") for trouble in troubles if trouble)
        assert sum(map(bool, troubles)) + said <= 1
        again = shelf.read(session.name)
        assert again.state == session.playthrough.state
        assert again.journal == session.playthrough.journal
        if not faults.failed:
            break
    else:
        pytest.fail("every run met its fault")


@pytest.mark.parametrize("short", [False, True])
@pytest.mark.parametrize("watched", [("write",), ("fsync",), ("open",), CALLS])
def test_a_disk_that_fails_from_some_call_on_loses_nothing_written_before_and_saves_all_once_it_works(
    tmp_path, monkeypatch, watched, short
):
    program = chambers()
    for at in range(1, 25):
        shelf = Shelf(tmp_path / f"{at}", program)
        with monkeypatch.context() as patch:
            Faults(patch, watched, at=at, on=True, short=short)
            session = shelf.begin(seed=at)
            troubles = play_six_steps(session, shelf.folder)
        assert [bool(trouble) for trouble in troubles] == sorted(bool(trouble) for trouble in troubles)
        session.choose("wait")
        assert session.trouble == ""
        session.close()
        assert shelf.read(session.name).journal == session.playthrough.journal


def with_room(room, real):
    """A write that stops after so many bytes, as on a disk that fills up."""
    return lambda handle, data: real(handle, data[: min(room, len(data) - 1)])


def test_a_full_disk_leaves_no_torn_record_behind(tmp_path, monkeypatch):
    shelf = Shelf(tmp_path, chambers())
    session = shelf.begin(seed=1)
    session.choose("toss")
    before = path_of(session, tmp_path).read_bytes()
    for room in range(200):
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", with_room(room, os.write))
            session.choose("wait")
        assert session.trouble == "Not saved: no space left on device."
        assert path_of(session, tmp_path).read_bytes() == before
    session.choose("wait")
    assert session.trouble == ""
    assert decode(path_of(session, tmp_path).read_bytes()).journal == session.playthrough.journal
    session.close()


def test_what_a_failed_write_left_is_cut_off_later_where_it_can_not_be_cut_at_once(tmp_path, monkeypatch):
    shelf = Shelf(tmp_path, chambers())
    session = shelf.begin(seed=1)

    def refuse(*_given):
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        Faults(patch, ("write",), at=1, short=True)
        patch.setattr(os, "ftruncate", refuse)
        session.choose("toss")
        assert session.trouble
        assert decode(path_of(session, tmp_path).read_bytes()).damage
        session.choose("toss")
        assert session.trouble
    session.choose("wait")
    assert session.trouble == ""
    assert decode(path_of(session, tmp_path).read_bytes()).journal == session.playthrough.journal
    session.close()


def test_leaving_tries_once_more_to_save(tmp_path, monkeypatch):
    shelf = Shelf(tmp_path, chambers())
    session = shelf.begin(seed=1)
    with monkeypatch.context() as patch:
        Faults(patch, ("write",), at=1, on=True)
        session.choose("toss")
    assert session.trouble
    session.close()
    assert shelf.read(session.name).decisions == 1


def test_a_file_that_another_program_wrote_to_meanwhile_is_never_appended_to(tmp_path):
    shelf = Shelf(tmp_path, chambers())
    session = shelf.begin(seed=1)
    session.close()
    resumed = shelf.resume(session.name)
    path = tmp_path / f"{session.name}.jsonl"
    path.write_bytes(path.read_bytes() + b"something else\n")
    resumed.choose("wait")
    assert "another program" in resumed.trouble
    assert path.read_bytes().endswith(b"something else\n")
    resumed.close()


def test_where_the_saves_folder_is_a_file_play_goes_on_unsaved(tmp_path):
    in_the_way = tmp_path / "saves"
    in_the_way.write_text("a file")
    session = Shelf(in_the_way, chambers()).begin(seed=1)
    session.choose("wait")
    assert session.trouble.startswith("Not saved: ")
    assert session.playthrough.decisions == 1
    session.close()
    assert in_the_way.read_text() == "a file"


def test_of_a_session_that_could_never_be_written_no_empty_file_stays_behind(tmp_path, monkeypatch):
    shelf = Shelf(tmp_path, chambers())
    with monkeypatch.context() as patch:
        Faults(patch, ("write",), at=1, on=True)
        session = shelf.begin(seed=1)
        session.choose("wait")
        session.close()
    assert shelf.listed() == ()
