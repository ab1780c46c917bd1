"""``narrowsky play --at SCENE --with VALUES``: begin anywhere, with anything, as text or in the app."""

from io import BytesIO, TextIOWrapper

import pytest

from game.cli import terminal
from game.cli.main import main
from game.tui import app
from game.tui.first import Play


@pytest.fixture
def play(tmp_path, capsys, monkeypatch):
    def play(*given, typed=b""):
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(typed)))
        code = main(["play", *given, "--seed", "3", "--saves", str(tmp_path)])
        return code, *capsys.readouterr()

    return play


def test_it_begins_there_and_then_and_so(play, tmp_path, capsys):
    values = "turn=3, background=diplomat", "home = 31"
    code, out, _ = play("--plain", "--at", "concert", "--with", values[0], "--with", values[1], typed=b"1\n")
    assert code == 0
    assert out.startswith("WEEK 3\n")
    assert "Your mouth has the second verse ready" in " ".join(out.split())
    (path,) = tmp_path.glob("*.jsonl")
    assert '"at":"concert","with":{"turn":"3","background":"diplomat","home":"31"}' in path.read_text()
    before = path.read_bytes()
    assert main(["replay", path.stem, "--plain", "--saves", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("WEEK 3\n")
    assert path.read_bytes() == before


def test_what_people_call_you_is_kept_with_the_session(play, tmp_path):
    assert play("--plain", "--name", "Ann\x1b[2J Lee", typed=b"1\n")[0] == 0
    (path,) = tmp_path.glob("*.jsonl")
    assert '"player":"Ann[2J Lee"' in path.read_text()
    code, _, err = play("--plain", "--resume", path.stem, "--name", "Ben")
    assert code == 2
    assert "keeps the name it was begun with" in err


def test_it_is_gone_on_with_where_it_stands(play, tmp_path):
    play("--plain", "--at", "concert", typed=b"1\n")
    (path,) = tmp_path.glob("*.jsonl")
    first = path.read_bytes()
    code, out, _ = play("--plain", "--resume", path.stem, typed=b"1\n")
    assert code == 0
    assert out
    assert path.read_bytes().startswith(first)
    assert path.read_bytes() != first


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--at", "concrt"], "no scene is called `concrt`; did you mean `concert`?"),
        (["--with", "mosco=30"], "did you mean `moscow`?"),
        (["--with", "moscow=101"], "`moscow` is a whole number from 0 to 100, not `101`"),
        (["--with", "moscow"], "`name=value, name=value`, and `moscow` is none"),
        (["--with", "moscow=\x1b[2J"], "not `"),
        (["--with", "=3"], "`=3` is none"),
        (["--resume", "--at", "concert"], "--resume goes on"),
        (["--branch", "sample-one-minute", "--with", "moscow=3"], "--with begins a new one"),
        (["--branch", "sample-one-minute", "--at", "concert"], "a decision is a whole number from 1, not `concert`"),
    ],
)
def test_what_can_not_be_is_misuse_said_in_one_line_and_nothing_is_begun(play, tmp_path, given, said):
    code, out, err = play("--plain", *given)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
    assert "\x1b" not in err
    assert not list(tmp_path.glob("*.jsonl"))


def test_in_the_app_it_opens_where_it_begins(play, monkeypatch):
    opened = []
    monkeypatch.setattr(terminal, "is_terminal", lambda: True)
    monkeypatch.setattr(app, "run", lambda *_given, first, **_more: opened.append(first) or 0)
    assert play("--at", "concert", "--with", "turn=3")[0] == 0
    (first,) = opened
    assert isinstance(first, Play)
    assert first.session.playthrough.state.scene == "concert"
    assert play("--at", "concrt")[0] == 2
