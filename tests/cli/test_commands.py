"""The commands as a user types them: what is printed where, and the exit codes."""

import json
import os
import random
import re
import signal
import subprocess
import sys
import time

import pytest
from calling import ROOT, called, narrowsky, typed
from two_chambers import text

import game.cli.commands.play
from game import __version__
from game.cli.main import main
from game.play.codec import decode

CAMPAIGN = ROOT / "story" / "narrow_sky"
COMMANDS = (
    "play", "replay", "saves", "share", "export", "migrate", "compat",
    "check", "explain", "new", "reference", "schema", "graph", "words", "explore", "simulate",
)  # fmt: skip


def test_the_version_is_told_without_loading_anything_heavy():
    asked = "import sys; from game.cli.main import main\ntry: main(['--version'])\nexcept SystemExit: pass\n"
    heavy = (
        "print(sorted({name.partition('.')[0] for name in sys.modules} & {'textual', 'yaml', 'rich', 'hypothesis'}))"
    )
    told = subprocess.run([sys.executable, "-c", asked + heavy], capture_output=True, cwd=ROOT, timeout=60, check=True)
    assert told.stdout.decode().splitlines() == [f"narrowsky {__version__}", "[]"]


def test_python_m_game_is_narrowsky():
    told = narrowsky("--version")
    assert (told.returncode, told.stdout.decode()) == (0, f"narrowsky {__version__}\n")


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_every_help_shows_an_example(capsys, command):
    code, out, _ = called(capsys, *command, "--help")
    assert code == 0
    assert "example: narrowsky " + " ".join(command) in out


@pytest.mark.parametrize("command", COMMANDS)
def test_the_example_of_a_help_is_a_command_that_is_understood(capsys, command):
    _, out, _ = called(capsys, command, "--help")
    example = re.search(r"example: narrowsky (.+)", out)[1].split()
    assert "usage" not in called(capsys, *example, "--help")[2]


@pytest.mark.parametrize(
    "given",
    [
        ("dance",),
        ("play", "--seed", "x"),
        ("play", "--seed", "-1"),
        ("play", "--seed", str(2**64)),
        ("play", "--seed"),
        ("play", "a", "b"),
        ("replay",),
        ("saves", "burn"),
        ("check", "--mend"),
        ("--plain",),
    ],
)
def test_misuse_is_said_with_code_2(capsys, given):
    code, out, err = called(capsys, *given)
    assert (code, out) == (2, "")
    assert err.startswith("usage: narrowsky")


def test_check_finds_nothing_wrong_with_a_good_story(capsys, chambers):
    assert called(capsys, "check", chambers) == (0, "", "Two Chambers: 3 scenes, 7 storylets, no findings\n")
    assert called(capsys, "check", chambers, "--json") == (0, "[]\n", "")


def test_check_of_the_shipped_story_ends_well(capsys):
    code, _, err = called(capsys, "check")
    assert code == 0, err
    assert "no findings" in err


def test_check_prints_every_fault_with_its_place(capsys, chambers):
    chambers.write_text(text().replace("goto: hall", "goto: hal").replace("start: hall", "start: hole"))
    code, out, err = called(capsys, "check", chambers)
    assert code == 1
    assert re.search(r"^chambers\.yaml:4:8: error\[unknown-name\]: .*hole", out, re.MULTILINE)
    assert out.count("[unknown-name]") == 3
    assert "3 errors" in err
    assert "Traceback" not in out + err
    code, out, _ = called(capsys, "check", chambers, "--json")
    found = json.loads(out)
    assert (code, len(found)) == (1, 3)
    assert set(found[0]) == {
        "file", "line", "column", "end_line", "end_column", "code", "severity", "message", "hint",
    }  # fmt: skip


@pytest.mark.parametrize(("command", "said"), [("check", 2), ("play", 1)])
def test_where_no_story_is_that_is_said(capsys, home, command, said):
    code, out, err = called(capsys, command, home / "nothing\x1b[2J")
    assert code == said
    assert "Traceback" not in out + err
    assert "\x1b" not in out + err


def test_playing_a_broken_story_gives_its_faults_and_code_1(capsys, chambers):
    chambers.write_text(text().replace("goto: hall", "goto: hal"))
    code, out, err = called(capsys, "play", chambers)
    assert (code, out) == (1, "")
    assert "unknown-name" in err
    assert "can't be played" in err
    assert "Traceback" not in err


def test_saves_of_an_empty_folder_says_so(capsys, chambers):
    empty = chambers.parent / "none"
    code, out, err = called(capsys, "saves", "--story", chambers, "--saves", empty)
    assert (code, out) == (0, "")
    assert err == f"No sessions yet. Begin one with: narrowsky play {chambers} --saves {empty}\n"
    assert called(capsys, "saves", "--story", chambers, "--json")[:2] == (0, "[]\n")


def test_saves_lists_sessions_and_says_what_is_wrong_with_them(capsys, chambers, home, monkeypatch):
    typed(monkeypatch, ["2", "3"])
    assert called(capsys, "play", chambers, "--seed", 5)[0] == 0
    typed(monkeypatch, ["2"])
    assert called(capsys, "play", chambers)[0] == 0
    (home / "saves" / "chambers-0003.jsonl").write_bytes(b"\x1b[2J\n")
    code, out, _ = called(capsys, "saves", "--story", chambers)
    own = [line for line in out.splitlines() if line.startswith("chambers")]
    assert code == 0
    assert "\x1b" not in out
    assert [line.split("  ")[0] for line in own] == ["chambers-0002", "chambers-0003", "chambers-0001"]
    assert "Week 1 of 6, 1 decision" in own[0]
    assert "first line" in own[1]
    assert "Week 1 of 6, 2 decisions" in own[2]
    code, out, _ = called(capsys, "saves", "--story", chambers, "--json")
    listed = [one for one in json.loads(out) if not one["sample"]]
    assert [one["decisions"] for one in listed] == [1, 0, 2]
    assert set(listed[0]) == {
        "name", "called", "story", "title", "where", "decisions", "ended", "sample", "parent", "kept", "problem",
        "played",
    }  # fmt: skip


def test_replay_prints_what_was_played(capsys, chambers, monkeypatch):
    typed(monkeypatch, ["1", "2", "3", "2", "1"])
    _, played, _ = called(capsys, "play", chambers, "--seed", 5)
    code, replayed, err = called(capsys, "replay", "1", "--story", chambers)
    assert (code, err) == (0, "")
    assert played == replayed + "\n> \n"


def test_replay_of_what_is_unknown_ambiguous_or_damaged(capsys, chambers, home, monkeypatch):
    for _ in range(2):
        typed(monkeypatch, ["2", "2"])
        called(capsys, "play", chambers)
    code, out, err = called(capsys, "replay", "nobody\x1b[2J", "--story", chambers)
    assert (code, out) == (1, "")
    assert "no session" in err
    assert "\x1b" not in err
    code, _, err = called(capsys, "replay", "chambers", "--story", chambers)
    assert code == 1
    assert "chambers-0001, chambers-0002" in err
    path = home / "saves" / "chambers-0002.jsonl"
    path.write_bytes(path.read_bytes()[:-9])
    code, out, err = called(capsys, "replay", "2", "--story", chambers)
    assert code == 1
    assert "cut off" in err
    assert "as far as it goes" in err
    assert out.count("\n> ") == 1
    assert "another story" in called(capsys, "replay", "2")[2]


def test_a_session_is_resumed_by_name_or_as_the_last_one(capsys, chambers, monkeypatch):
    typed(monkeypatch, ["2", "2"])
    called(capsys, "play", chambers, "--seed", 5)
    typed(monkeypatch, ["2"])
    called(capsys, "play", chambers, "--resume", "1")
    typed(monkeypatch, ["2", "back"])
    code, _, err = called(capsys, "play", chambers, "--resume")
    assert code == 0
    assert "Saved as chambers-0001" in err
    _, out, _ = called(capsys, "saves", "--story", chambers)
    assert "chambers-0001  Week 1 of 6, 3 decisions" in out


def test_there_may_be_nothing_to_resume(capsys, chambers):
    code, _, err = called(capsys, "play", chambers, "--resume")
    assert code == 1
    assert "no session to go on with" in err


def test_where_nothing_can_be_saved_play_goes_on_and_says_so(capsys, chambers, home, monkeypatch):
    in_the_way = home / "in_the_way"
    in_the_way.write_text("a file")
    typed(monkeypatch, ["2", "3", "quit"])
    code, out, err = called(capsys, "play", chambers, "--saves", in_the_way)
    assert code == 0
    assert err.count("Not saved:") == 2
    assert "Play goes on" in err
    assert out.count("\n> ") == 3
    assert in_the_way.read_text() == "a file"


def test_our_own_fault_is_two_lines_and_a_log(capsys, chambers, home, monkeypatch):
    def broken(*_given):
        raise RuntimeError("a secret \x1b[2J")

    monkeypatch.setattr(game.cli.commands.play, "_session", broken)
    code, out, err = called(capsys, "play", chambers)
    assert (code, out, err.count("\n")) == (70, "", 2)
    assert "Traceback" not in err
    assert "secret" not in err
    log = next(home.rglob("narrowsky.log"))
    assert str(log) in err
    assert "RuntimeError: a secret" in log.read_text()
    with pytest.raises(RuntimeError):
        main(["--debug", "play", str(chambers)])


def test_a_story_that_goes_round_for_ever_is_no_fault_of_ours(capsys, home):
    endless = home / "endless.yaml"
    endless.write_text(
        "story: e\ntitle: E\nstart: a\nscenes: {a: {text: A, then: b}, b: {text: B, then: a}}\n"
        "endings: {over: {title: Over, order: 1, at: any, text: Over}}\n"
    )
    code, out, err = called(capsys, "play", endless)
    assert code == 1
    assert "1000 steps" in err or "error" in out + err


def test_a_reader_who_leaves_is_no_error(chambers):
    for command in (f"play {chambers} --seed 3", f"check {chambers} --json", f"saves --story {chambers}"):
        done = subprocess.run(
            f"yes 2 | {sys.executable} -m game {command} | head -1; echo ${{PIPESTATUS[1]}}",
            shell=True,
            executable="/bin/bash",
            capture_output=True,
            check=False,
            cwd=ROOT,
            timeout=60,
        )
        assert done.stdout.decode().splitlines()[-1] == "0", done
        assert done.stderr.decode().count("\n") <= 3
        assert b"Error" not in done.stderr


def test_no_input_at_all_is_the_end_of_input(chambers):
    done = subprocess.run(
        f"{sys.executable} -m game play {chambers} <&-",
        shell=True,
        capture_output=True,
        check=False,
        cwd=ROOT,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert b"Saved as chambers-0001" in done.stderr


def test_hostile_input_is_echoed_cleaned_and_changes_nothing(chambers):
    hostile = b"\x1b]0;owned\x07\n\xff\xfe\x00\n\x9b2J\n" + "\u202e\n".encode() + b"x" * 100_000 + b"\n2\n"
    done = narrowsky("play", chambers, stdin=hostile)
    assert done.returncode == 0
    assert all(character == "\n" or character.isprintable() for character in done.stdout.decode())
    assert done.stdout.count(b"is no choice here") == 4


@pytest.mark.parametrize("hash_seed", ["0", "9"])
def test_a_whole_session_of_ones_ends_and_is_printed_the_same_by_replay(home, hash_seed):
    env = {"PYTHONHASHSEED": hash_seed, "NARROWSKY_SAVES": str(home / "saves")}
    played = narrowsky("play", "--plain", "--seed", 7, stdin=b"1\n" * 400, env=env)
    assert played.returncode == 0, played.stderr
    assert played.stdout.endswith(b"The end.\n")
    for other in ("0", "9"):
        replayed = narrowsky("replay", "narrow_sky-0001", "--saves", home / "saves", env={"PYTHONHASHSEED": other})
        assert (replayed.returncode, replayed.stdout) == (0, played.stdout)


def test_the_same_session_is_the_same_bytes_under_another_hash_seed(chambers):
    lines = b"1\n2\n3\n1\n2\n1\n1\nback\n2\n" + b"2\n" * 20
    runs = []
    for hash_seed in ("0", "9"):
        saves = chambers.parent / hash_seed
        done = narrowsky(
            "play", chambers, "--seed", 3, "--saves", saves, stdin=lines, env={"PYTHONHASHSEED": hash_seed}
        )
        journal = (saves / "chambers-0001.jsonl").read_bytes()
        runs.append((done.stdout, journal))
    assert runs[0] == runs[1]


def test_ten_seeds_with_random_choosers_all_end_and_their_hands_differ(capsys, home, monkeypatch):
    hands = set()
    for seed in range(10):
        choose = random.Random(seed)
        typed(monkeypatch, iter(lambda choose=choose: str(choose.randint(1, 4)), None))
        code, out, _ = called(capsys, "play", "--plain", "--seed", seed)
        assert code == 0
        assert out.endswith("The end.\n")
        journal = decode((home / "saves" / f"narrow_sky-{seed + 1:04d}.jsonl").read_bytes()).journal
        hands.add(str([drew for took in journal.standing for site, drew in took.drew if site == "tray"]))
    assert len(hands) >= 9


def test_a_player_killed_in_the_middle_stands_at_the_last_acknowledged_decision(chambers, home):
    with subprocess.Popen(
        [sys.executable, "-m", "game", "play", str(chambers), "--seed", "3"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
    ) as player:
        os.set_blocking(player.stdout.fileno(), False)
        seen, sent, until = b"", 0, time.monotonic() + 60
        while seen.count(b"\n> ") < 40 and time.monotonic() < until:
            seen += player.stdout.read() or b""
            if sent < seen.count(b"\n> "):
                sent += 1
                player.stdin.write(b"2\n")
                player.stdin.flush()
            else:
                time.sleep(0.002)
        acknowledged = seen.count(b"\n> ") - 1
        player.send_signal(signal.SIGKILL)
        player.wait(10)
        player.stdin.close()
        player.stdout.close()
    assert acknowledged >= 39
    journal = decode((home / "saves" / "chambers-0001.jsonl").read_bytes())
    assert len(journal.journal.entries) in (acknowledged, acknowledged + 1)
    assert journal.damage == ""
    resumed = narrowsky("play", chambers, "--resume", stdin=b"2\n")
    assert resumed.returncode == 0
    assert b"Saved as chambers-0001" in resumed.stderr
    assert b"open elsewhere" not in resumed.stderr


@pytest.mark.usefixtures("home")
def test_the_campaign_ships_sessions_that_replay_to_their_last_decision(capsys):
    _, out, _ = called(capsys, "saves", "--json")
    samples = [one for one in json.loads(out) if one["sample"]]
    assert samples
    for sample in samples:
        assert sample["problem"] == ""
        code, _, err = called(capsys, "replay", sample["name"])
        assert (code, err) == (0, "")


def test_what_is_said_of_a_story_that_is_not_there_shows_no_line_of_it(capsys, tmp_path):
    assert main(["play", str(tmp_path / "nowhere")]) == 1
    said = capsys.readouterr()
    assert "no-story" in said.err
    assert " | " not in said.out + said.err


def test_who_leaves_is_told_how_to_go_on_where_it_was_played(capsys, chambers, home, monkeypatch):
    saves = home / "my saves"
    typed(monkeypatch, ["quit"])
    _, _, err = called(capsys, "play", chambers, "--saves", saves)
    assert err.endswith(f"narrowsky play {chambers} --saves '{saves}' --resume chambers-0001\n")
    typed(monkeypatch, ["quit"])
    assert called(capsys, "play", "--seed", 3)[2].endswith("narrowsky play --resume narrow_sky-0001\n")
