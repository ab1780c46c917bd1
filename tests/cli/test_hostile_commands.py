"""Every command over a story, sessions and names that mean harm: nothing acts on the terminal, nothing breaks."""

import json

import pytest
from calling import called, typed
from hostile_story import MARK, PAYLOAD, acts, hostile_program

import game.cli.opening
from game.author.sample import PATH
from game.cache.opening import Opened
from game.load.pipeline import load_path
from game.play.shelf import Shelf
from game.view.compose import compose

pytestmark = pytest.mark.usefixtures("sessions")
SESSION = "the_lamp-0001"
COMMANDS = {
    "list": ("saves", "list"),
    "list as data": ("saves", "list", "--json"),
    "show": ("saves", "show", SESSION),
    "map": ("saves", "map"),
    "compare": ("saves", "compare", SESSION, "the_lamp-0002"),
    "branch": ("saves", "branch", SESSION, "2"),
    "rename": ("saves", "rename", SESSION, PAYLOAD),
    "verify": ("saves", "verify"),
    "delete": ("saves", "delete", SESSION),
    "share": ("share", SESSION),
    "replay": ("replay", SESSION),
    "replay as data": ("replay", SESSION, "--json"),
    "migrate": ("migrate", SESSION),
    "compat": ("compat", "a", "b"),
    "two versions": ("compare", "a", "b", "--runs", "20"),
    "two versions as data": ("compare", "a", "b", "--runs", "0", "--json"),
    "tune": ("tune", "--check", PAYLOAD, "--share", "3"),
    "tune a number": ("tune", "--threshold", PAYLOAD, "--share", "3", "--for", f"ending:{PAYLOAD}"),
    "odds": ("odds", "a", "--reader", PAYLOAD),
    "odds of a session": ("odds", SESSION, "--runs", "2", "--states", "20"),
    "simulate": ("simulate", "a", "--runs", "3", "--readers", "all"),
    "simulate as data": ("simulate", "a", "--runs", "3", "--json"),
    "simulate no reader": ("simulate", "a", "--reader", PAYLOAD),
    "simulate no scene": ("simulate", "a", "--after", PAYLOAD),
    "simulate no file": ("simulate", "a", "--margin", PAYLOAD),
    "tune a choice": ("tune", "--open", PAYLOAD),
    "check": ("check",),
    "words": ("words",),
    "graph": ("graph",),
    "achievements": ("achievements",),
    "markdown": ("export", SESSION, "--as", "markdown"),
    "html": ("export", SESSION, "--as", "html"),
    "json": ("export", SESSION, "--as", "json"),
    "cast": ("export", SESSION, "--as", "cast"),
    "papers": ("export", SESSION, "--as", "papers"),
    "no such session": ("saves", "show", PAYLOAD),
    "no such code": ("explain", PAYLOAD),
    "no such story": ("check", PAYLOAD.replace("\0", "")),
    "no such command": (PAYLOAD,),
    "no such share": ("play", "--code", PAYLOAD, "--plain"),
    "no such start": ("play", "--at", PAYLOAD, "--plain"),
}


@pytest.fixture
def sessions(home, monkeypatch):
    """Two sessions of the hostile story with hostile titles, and a file whose name is hostile."""
    program = hostile_program()
    opened = Opened(loaded=load_path(PATH), program=program)
    monkeypatch.setattr(game.cli.opening, "open_path", lambda *_: opened)
    shelf = Shelf(home / "saves", program)
    for seed in (1, 2):
        session = shelf.begin(seed)
        played(session, seed, 6)
        session.close()
        shelf.rename(session.name, f"Mine {PAYLOAD}")
    (home / "saves" / "x\x1b]0;66613\x07[@click=app.quit].jsonl").write_bytes(b"\x1b[66613m{}\n")
    return shelf


def played(session, luck, most):
    for number in range(most):
        page = compose(session.playthrough)
        offered = [option for option in page.options if option.open]
        if not offered:
            return
        session.choose(offered[(number * luck) % len(offered)].id)


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_lets_anything_through(capsys, name):
    code, out, err = called(capsys, *COMMANDS[name])
    assert code in (0, 1, 2), err
    assert acts(out + err) == []
    assert out + err


def test_what_is_written_to_a_file_is_clean_too(capsys, tmp_path):
    for form in ("markdown", "html", "json", "cast", "papers"):
        path = tmp_path / f"book.{form}"
        assert called(capsys, "export", SESSION, "--as", form, "-o", path)[0] == 0
        assert acts(path.read_text("utf-8")) == []


def test_a_report_of_many_readings_is_clean_too(capsys, tmp_path):
    path = tmp_path / "report.html"
    assert called(capsys, "simulate", "a", "--runs", "3", "--html", path)[0] == 0
    assert acts(path.read_text("utf-8")) == []
    assert path.read_text("utf-8").count("<script") == 1


def test_no_word_of_the_story_becomes_a_tag_in_a_page(capsys):
    _, out, _ = called(capsys, "export", SESSION, "--as", "html")
    assert "&lt;script&gt;alert(1)" in out
    assert "<script>alert" not in out
    assert "<img src=x" not in out
    assert 'href="javascript' not in out


def test_a_recording_holds_no_sequence_but_its_own(capsys):
    _, out, _ = called(capsys, "export", SESSION, "--as", "cast")
    drawn = "".join(json.loads(line)[2] for line in out.splitlines()[1:])
    assert MARK in drawn
    assert acts(drawn) == []


def test_the_plain_player_lets_nothing_through(capsys, monkeypatch):
    words = (
        "meters",
        "log",
        "ledger",
        "people",
        "codex",
        "codex lamp",
        "map",
        "sessions",
        "decisions",
        "help",
        "why",
        "why x",
        "debug",
        "export",
    )
    typed(monkeypatch, ["1", *words, f"name {PAYLOAD}", PAYLOAD, f"codex {PAYLOAD}", "1", "2", "back", "1", "1", "1"])
    code, out, err = called(capsys, "play", "--plain", "--debug", "--seed", "5")
    assert code == 0
    assert acts(out + err) == []
    assert "[@click=app.quit]quit[/]" in out.replace("\n", " ")
