"""The shelf: listed, begun, resumed, read; nothing is lost by opening it, and no two programs write one file."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from small_stories import program_of, timeless
from two_chambers import chambers, text

from game.play.codec import encode
from game.play.journal import Returned
from game.play.shelf import Shelf, ShelfError
from game.play.writing import HeldError, Lock
from game.source.clean import clean_name
from game.source.limits import PLAYER_CHARACTERS

HOLDER = """
import sys, time
from pathlib import Path
from game.play.writing import Lock
lock = Lock(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path / "saves", chambers(), tmp_path / "samples")


def path_of(shelf, name):
    return shelf.folder / f"{name}.jsonl"


def played(shelf, *choices, seed=1):
    """A session after these choices, closed."""
    session = shelf.begin(seed=seed)
    for choice in choices:
        session.choose(choice)
    session.close()
    return session


def names(shelf):
    return [summary.name for summary in shelf.listed()]


def test_a_session_stands_where_it_was_left(shelf):
    left = played(shelf, "wait", "toss", "go")
    resumed = shelf.resume(left.name)
    assert resumed.playthrough.state == left.playthrough.state
    assert resumed.playthrough.journal == left.playthrough.journal
    assert resumed.notice == ""
    resumed.choose(resumed.playthrough.open[0])
    resumed.close()
    assert shelf.read(left.name).decisions == 4


def test_opening_and_listing_change_no_byte(shelf):
    name = played(shelf, "wait", "toss").name
    before = path_of(shelf, name).read_bytes()
    shelf.listed()
    shelf.read(name)
    shelf.resume(name).close()
    assert path_of(shelf, name).read_bytes() == before


def test_what_was_taken_back_stays_taken_back_and_stays_on_record(shelf):
    session = shelf.begin(seed=1)
    for choice in ("wait", "toss", "wait"):
        session.choose(choice)
    assert session.back()
    assert session.back()
    session.choose("wait")
    session.close()
    resumed = shelf.resume(session.name)
    assert resumed.playthrough.state == session.playthrough.state
    assert [entry for entry in resumed.playthrough.journal.entries if isinstance(entry, Returned)] == [
        Returned(2),
        Returned(1),
    ]
    assert [took.choice for took in resumed.playthrough.journal.standing] == ["wait", "wait"]
    resumed.close()


def test_at_the_beginning_nothing_is_taken_back_and_nothing_written(shelf):
    session = shelf.begin(seed=1)
    before = path_of(shelf, session.name).read_bytes()
    assert not session.back()
    assert path_of(shelf, session.name).read_bytes() == before
    session.close()


def test_the_last_played_comes_first_then_the_newest_by_number_whatever_the_files_times_say(shelf):
    sessions = [played(shelf, "wait", seed=seed) for seed in range(4)]
    expected = [f"chambers-{number:04d}" for number in (4, 3, 2, 1)]
    assert names(shelf) == expected
    for age, session in enumerate(sessions):
        os.utime(path_of(shelf, session.name), (4e9 - age * 1e8, 4e9 - age * 1e8))
    assert names(shelf) == expected
    shelf.resume("chambers-0002").close()
    assert names(shelf) == ["chambers-0002", "chambers-0004", "chambers-0003", "chambers-0001"]
    (shelf.folder / "last-played").write_bytes(b"\xff\xfe")
    assert names(shelf) == expected
    assert played(shelf).name == "chambers-0005"


def test_a_summary_says_where_it_stands_and_how_it_ended(shelf):
    session = shelf.begin(seed=1)
    while not session.playthrough.ended:
        session.choose(session.playthrough.open[-1])
    session.close()
    played(shelf, "wait")
    open_one, ended = shelf.listed()
    assert (open_one.where, open_one.decisions, open_one.ended) == ("Week 1 of 6", 1, "")
    assert (ended.where, ended.ended, ended.problem) == ("Week 6 of 6", "Over", "")


def test_a_torn_tail_is_kept_aside_and_said_and_play_goes_on_from_the_last_whole_decision(shelf):
    name = played(shelf, "wait", "toss").name
    path = path_of(shelf, name)
    whole = path.read_bytes()
    path.write_bytes(whole[:-7])
    resumed = shelf.resume(name)
    assert resumed.playthrough.decisions == 1
    assert "cut off" in resumed.notice
    aside = shelf.folder / f"{name}.damaged-1"
    assert aside.name in resumed.notice
    lines = whole.split(b"\n")
    assert aside.read_bytes() == lines[2][:-6]
    assert path.read_bytes() == b"\n".join(lines[:2]) + b"\n"
    resumed.choose("wait")
    resumed.close()
    assert shelf.read(name).decisions == 2
    assert shelf.resume(name).notice == ""


def test_a_damaged_middle_is_named_and_what_follows_it_is_kept_aside_never_overwritten(shelf):
    name = played(shelf, *["wait"] * 6).name
    path = path_of(shelf, name)
    for round_of in (1, 2):
        broken = bytearray(path.read_bytes())
        start = len(b"\n".join(bytes(broken).split(b"\n")[:3]))
        broken[start + 10] ^= 1
        path.write_bytes(bytes(broken))
        (summary,) = shelf.listed()
        assert "line 4" in summary.problem
        resumed = shelf.resume(name)
        assert "line 4" in resumed.notice
        assert (shelf.folder / f"{name}.damaged-{round_of}").read_bytes() == bytes(broken)[start + 1 :]
        resumed.choose("wait")
        resumed.choose("wait")
        resumed.close()


def test_a_file_that_is_no_journal_is_listed_with_its_reason_and_opens_nowhere(shelf):
    played(shelf, "wait")
    (shelf.folder / "chambers-0002.jsonl").write_bytes(b"\x1b]0;hello\x07\n{}\n")
    (shelf.folder / "chambers-0003.jsonl").write_bytes(b"")
    (shelf.folder / "bad name\x1b[2J.jsonl").write_bytes(b"")
    problems = {summary.name: summary.problem for summary in shelf.listed()}
    assert set(problems) == {"chambers-0001", "chambers-0002", "chambers-0003"}
    assert "first line" in problems["chambers-0002"]
    assert "no whole line" in problems["chambers-0003"]
    for name in ("chambers-0002", "chambers-0003"):
        with pytest.raises(ShelfError) as caught:
            shelf.resume(name)
        assert str(caught.value).isprintable()


def test_a_folder_in_a_journals_place_is_a_problem_and_no_traceback(shelf):
    played(shelf, "wait")
    (shelf.folder / "chambers-0002.jsonl").mkdir()
    assert "can't be read" in {one.name: one.problem for one in shelf.listed()}["chambers-0002"]


def test_sessions_of_another_story_are_not_opened(shelf):
    name = played(shelf).name
    at_once = "scenes: {start: {text: It begins, enter: [{end: over}]}}\n"
    other = Shelf(shelf.folder, timeless(at_once + "endings: {over: {title: Over, order: 1, at: any, text: Over}}\n"))
    with pytest.raises(ShelfError, match="another story, `chambers`"):
        other.resume(name)
    assert "another story" in other.listed()[0].problem


def test_a_second_writer_goes_on_in_a_copy_and_is_told(shelf):
    session = shelf.begin(seed=1)
    session.choose("wait")
    second = shelf.resume(session.name)
    assert second.name != session.name
    assert "open elsewhere" in second.notice
    assert str(os.getpid()) in second.notice
    assert second.playthrough.state == session.playthrough.state
    second.choose("toss")
    session.choose("go")
    second.close()
    session.close()
    assert shelf.read(session.name).journal.standing[-1].choice == "go"
    branch = shelf.read(second.name)
    assert [took.choice for took in branch.journal.standing] == ["wait", "toss"]
    assert branch.journal.opened.branched.session == session.name
    assert branch.journal.opened.branched.decisions == 1


def test_a_lock_is_freed_when_its_holder_is_killed(tmp_path):
    journal = tmp_path / "chambers-0001.jsonl"
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(journal)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(HeldError, match=str(holder.pid)):
            Lock(journal)
        holder.send_signal(signal.SIGKILL)
        holder.wait(10)
        holder.stdout.close()
    Lock(journal).free()


def test_of_many_programs_at_once_each_gets_a_session_of_its_own(shelf):
    shelf.folder.mkdir(parents=True)
    story = shelf.folder.parent / "story.yaml"
    story.write_text(text())
    script = (
        "import sys; from pathlib import Path; from game.engine.prepare import prepare;"
        "from game.load.pipeline import load_path; from game.play.shelf import Shelf;"
        "shelf = Shelf(Path(sys.argv[2]), prepare(load_path(Path(sys.argv[1])).story));"
        "session = shelf.begin(); session.choose('wait'); print(session.name, session.trouble)"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", script, str(story), str(shelf.folder)], stdout=subprocess.PIPE)
        for _ in range(6)
    ]
    said = sorted(program.communicate(timeout=60)[0].decode().strip() for program in running)
    assert said == [f"chambers-{number:04d}" for number in range(1, 7)]
    assert all(summary.decisions == 1 for summary in shelf.listed())


def test_another_writer_between_reading_and_locking_loses_nothing(shelf, monkeypatch):
    name = played(shelf, "wait").name
    path = path_of(shelf, name)

    class LateLock(Lock):
        def __init__(self, journal):
            monkeypatch.undo()
            other = shelf.resume(name)
            other.choose("toss")
            other.close()
            super().__init__(journal)

    monkeypatch.setattr("game.play.shelf.Lock", LateLock)
    resumed = shelf.resume(name)
    assert [took.choice for took in resumed.playthrough.journal.standing] == ["wait", "toss"]
    resumed.choose("wait")
    assert resumed.trouble == ""
    resumed.close()
    assert path.read_bytes() == encode(resumed.playthrough.journal).encode()


def test_samples_are_read_and_go_on_as_a_branch_and_are_never_written_to(shelf):
    name = played(shelf, "wait", "toss").name
    shelf.samples.mkdir()
    sample = shelf.samples / "sample-one.jsonl"
    path_of(shelf, name).rename(sample)
    sample.chmod(0o400)
    before, touched = sample.read_bytes(), sample.stat().st_mtime_ns
    (summary,) = shelf.listed()
    assert (summary.name, summary.sample) == ("sample-one", True)
    assert shelf.read("sample-one").decisions == 2
    resumed = shelf.resume("sample-one")
    assert resumed.name == "chambers-0001"
    assert "copy" in resumed.notice
    assert resumed.playthrough.decisions == 2
    resumed.choose("wait")
    resumed.close()
    assert (sample.read_bytes(), sample.stat().st_mtime_ns) == (before, touched)
    assert [path.name for path in shelf.samples.iterdir()] == ["sample-one.jsonl"]
    assert names(shelf) == ["chambers-0001", "sample-one"]
    assert shelf.read("chambers-0001").decisions == 3


def test_a_session_is_found_by_name_number_beginning_or_path(shelf, tmp_path):
    for _ in range(11):
        played(shelf)
    assert shelf.find("chambers-0003") == "chambers-0003"
    assert shelf.find("3") == "chambers-0003"
    assert shelf.find("11") == "chambers-0011"
    path = tmp_path / "shared.jsonl"
    path.write_bytes(path_of(shelf, "chambers-0001").read_bytes())
    assert shelf.read(shelf.find(str(path))).decisions == 0
    with pytest.raises(ShelfError, match="could be chambers-0010, chambers-0011"):
        shelf.find("chambers-001")
    for unknown in ("nobody", "a" * 5000, "\0", "../saves", "12"):
        with pytest.raises(ShelfError, match="no session"):
            shelf.find(unknown)
    with pytest.raises(ShelfError, match="can't be opened"):
        shelf.read(shelf.find(__file__))


def test_resuming_where_nothing_can_be_written_goes_on_unsaved_and_says_so(shelf, monkeypatch):
    name = played(shelf, "wait").name
    real = os.open

    def read_only(path, flags, *mode, **named):
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise OSError(30, "Read-only file system")
        return real(path, flags, *mode, **named)

    monkeypatch.setattr(os, "open", read_only)
    resumed = shelf.resume(name)
    assert "read-only" in resumed.notice
    resumed.choose("toss")
    assert resumed.trouble == "Not saved: read-only file system."
    assert resumed.playthrough.decisions == 2
    resumed.close()


def test_a_full_disk_keeps_nobody_from_resuming(shelf, monkeypatch):
    name = played(shelf, "wait").name

    def full(*_given):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        resumed = shelf.resume(name)
        assert resumed.name == name
        resumed.choose("toss")
        assert resumed.trouble == "Not saved: no space left on device."
    resumed.choose("wait")
    assert resumed.trouble == ""
    resumed.close()
    assert shelf.read(name).decisions == 3


def test_a_journal_over_a_story_that_changed_goes_on_as_a_branch_where_they_part(shelf):
    name = played(shelf, "wait", "toss", "wait").name
    before = path_of(shelf, name).read_bytes()
    edited = Shelf(
        shelf.folder,
        program_of(text().replace("      toss:\n        text: Toss a coin", "      flip:\n        text: Toss a coin")),
    )
    (summary,) = edited.listed()
    assert "decision 2" in summary.problem
    resumed = edited.resume(name)
    assert resumed.name == "chambers-0002"
    assert "The story has changed" in resumed.notice
    assert resumed.playthrough.decisions == 1
    resumed.close()
    assert path_of(shelf, name).read_bytes() == before


def test_a_story_that_became_endless_is_a_problem_of_the_session_and_no_crash(shelf):
    name = played(shelf, "wait").name
    endless = "story: chambers\ntitle: T\nstart: a\nscenes: {a: {text: A, then: b}, b: {text: B, then: a}}\n"
    endless += "endings: {over: {title: Over, order: 1, at: any, text: Over}}\n"
    other = Shelf(shelf.folder, program_of(endless))
    assert "1000 steps" in other.listed()[0].problem
    with pytest.raises(ShelfError):
        other.resume(name)


def test_the_files_are_lines_of_json_that_only_their_owner_reads(shelf):
    name = played(shelf, "wait").name
    path = path_of(shelf, name)
    opened, first = [json.loads(line) for line in path.read_text("ascii").splitlines()]
    assert opened["story"] == "chambers"
    assert opened["seed"] == 1
    assert len(opened["started"]) == len("2026-01-31")
    assert (first["n"], first["scene"], first["choice"]) == (1, "hall", "wait")
    assert path.stat().st_mode & 0o077 == 0


def test_no_file_name_comes_from_a_story(tmp_path):
    assert Path(played(Shelf(tmp_path, chambers())).name).name == "chambers-0001"


HOSTILE_NAMES = (
    "\x1b[2J\x07Ann",
    "\u202eAnn",
    "Ann\nBen\tC",
    "A" * 500,
    "e" + "\u0301" * 60,
    " \n ",
    '"}{\\',
    "\ud800",
)


@pytest.mark.parametrize("name", HOSTILE_NAMES, ids=ascii)
def test_a_players_name_is_kept_clean_and_short_and_survives_the_file(name, shelf):
    session = shelf.begin(seed=1, player=name)
    session.close()
    kept = session.playthrough.journal.opened.player
    assert kept == clean_name(name, PLAYER_CHARACTERS)
    assert kept.isprintable()
    assert len(kept) <= PLAYER_CHARACTERS
    assert shelf.read(session.name).journal.opened.player == kept


def test_a_session_is_called_after_its_player_until_it_is_called_otherwise(shelf):
    for _ in range(2):
        shelf.begin(seed=1, player="Ann").close()
    nobody = shelf.begin(seed=1)
    nobody.close()
    assert sorted(one.called for one in shelf.listed()) == ["", "Ann", "Ann 2"]
    assert shelf.called(nobody.name) == ""


def test_the_list_says_on_which_day_a_session_was_last_played(shelf):
    session = shelf.begin(seed=1)
    session.close()
    os.utime(shelf.folder / f"{session.name}.jsonl", (1_700_000_000, 1_700_000_000))
    assert [one.played for one in shelf.listed()] == ["2023-11-14"]


def test_a_players_name_changes_nothing_but_itself(shelf):
    one, other = shelf.begin(seed=1), shelf.begin(seed=1, player="Ann")
    for session in (one, other):
        session.choose("toss")
        session.close()
    assert one.playthrough.state == other.playthrough.state
    assert one.playthrough.standing == other.playthrough.standing
    branch = shelf.branch(other.name)
    branch.close()
    assert branch.playthrough.journal.opened.player == "Ann"


PIPES = """
import os, sys
from pathlib import Path
sys.path[:0] = sys.argv[2:]
from two_chambers import chambers
from game.play.shelf import Shelf
folder = Path(sys.argv[1])
for name in ("chambers-0009.jsonl", "titles.json", "profile.json", "last-played", ".listed-chambers.json"):
    os.mkfifo(folder / name)
shelf = Shelf(folder, chambers())
print([one.problem for one in shelf.listed()][0])
print(len(shelf.verify()))
session = shelf.begin()
session.choose("wait")
session.close()
print(session.trouble or shelf.read(session.name).decisions)
"""


def test_pipes_in_the_place_of_files_keep_nobody_waiting(tmp_path):
    """As a folder that was handed on may hold them."""
    paths = [str(Path(__file__).parents[1] / "stories"), str(Path(__file__).parents[2])]
    given = [sys.executable, "-c", PIPES, str(tmp_path), *paths]
    done = subprocess.run(given, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    problem, found, decisions = done.stdout.splitlines()
    assert problem == "`chambers-0009` can't be read: it is no ordinary file"
    assert (found, decisions) == ("1", "1")
