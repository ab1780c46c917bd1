"""The commands on a story that extends another: it is played, checked, drawn and counted like any."""

from io import BytesIO, TextIOWrapper

import pytest

from game.cli.main import main
from game.cli.opening import open_story
from game.play.codec import decode

MOD = """\
story: harbour
title: Harbour
extends: narrow_sky
choices:
  nine_days_in:
    ask_harbour: {text: Ask after the harbour., goto: the_mole}
scenes:
  the_mole:
    text: |
      A mole in the rain.
    then: nine_days_in
"""


@pytest.fixture
def harbour(tmp_path):
    folder = tmp_path / "harbour"
    folder.mkdir()
    (folder / "story.yaml").write_text(MOD)
    return folder


def test_it_is_played_over_the_campaign_and_its_journal_says_so(harbour, tmp_path, capsys, monkeypatch):
    last = len(open_story(str(harbour)).story.scenes["nine_days_in"].choices)
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"%d\n1\n" % last)))
    assert main(["play", str(harbour), "--plain", "--seed", "7", "--saves", str(tmp_path / "saves")]) == 0
    assert "A mole in the rain." in capsys.readouterr().out
    (path,) = (tmp_path / "saves").glob("harbour-*.jsonl")
    opened = decode(path.read_bytes()).journal.opened
    assert (opened.story, [name for name, _ in opened.extends]) == ("harbour", ["narrow_sky"])
    assert b'"extends":[["narrow_sky",' in path.read_bytes()
    assert main(["replay", path.stem, "--story", str(harbour), "--plain", "--saves", str(tmp_path / "saves")]) == 0
    assert "A mole in the rain." in capsys.readouterr().out


def test_check_words_and_graph_know_what_it_adds(harbour, capsys):
    assert main(["check", str(harbour)]) == 0
    assert main(["words", str(harbour)]) == 0
    assert "the_mole" in capsys.readouterr().out
    assert main(["graph", str(harbour), "--around", "the_mole"]) == 0
    assert "nine_days_in" in capsys.readouterr().out


def test_check_says_where_it_looked_for_what_is_extended(harbour, capsys):
    (harbour / "story.yaml").write_text(MOD.replace("narrow_sky", "narow_sky"))
    assert main(["check", str(harbour)]) == 1
    out = capsys.readouterr().out
    assert out.count("error[") == 1
    assert "no-base" in out
    assert str(harbour.parent) in out


def test_a_new_addition_passes_check_at_once(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["new", "mod", "the_harbour", "--extends", "narrow_sky"]) == 0
    assert "Play it: narrowsky play the_harbour" in capsys.readouterr().out
    assert main(["check", "the_harbour"]) == 0
    assert main(["new", "scene", "the_mole", "the_harbour"]) == 0
    assert main(["new", "storylet", "a_rope", "the_harbour"]) == 0
    assert main(["check", "the_harbour"]) == 0


@pytest.mark.parametrize("base", ["narow_sky", "../narrow_sky", ""])
def test_an_addition_to_nothing_is_not_made(tmp_path, capsys, base):
    assert main(["new", "mod", "the_harbour", "--in", str(tmp_path), "--extends", base]) == 2
    assert f"no story `{base}`" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
