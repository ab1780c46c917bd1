"""The writer's commands as they are typed: help, a good story, a broken one, none."""

import json
import subprocess
import sys

import pytest

from game.cli.main import main

COMMANDS = ("new", "reference", "schema", "graph", "words")
READERS = ("graph", "words")


@pytest.fixture
def broken(tmp_path):
    path = tmp_path / "broken.yaml"
    path.write_text("story: broken\ntitle: Broken\nstart: nowhere\nscenes:\n  here: {txt: a}\n", "utf-8")
    return path


def _run(capsys, *words):
    code = main(words)
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize(
    "words", [(name,) for name in COMMANDS] + [("new", kind) for kind in ("story", "scene", "storylet")]
)
def test_each_command_s_help_has_an_example(capsys, words):
    with pytest.raises(SystemExit) as left:
        main([*words, "--help"])
    assert left.value.code == 0
    assert f"example: narrowsky {' '.join(words)}" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words", [*((name,) for name in READERS), *(("new", kind, "x_y") for kind in ("scene", "storylet"))]
)
def test_a_broken_story_gives_its_findings_and_1(capsys, broken, words):
    code, out, err = _run(capsys, *words, str(broken))
    assert code == 1
    assert out == ""
    assert "broken.yaml:5" in err
    assert "txt" in err


@pytest.mark.parametrize("name", READERS)
def test_a_story_that_is_not_there_gives_a_message_and_1(capsys, tmp_path, name):
    code, out, err = _run(capsys, name, str(tmp_path / "nowhere"))
    assert (code, out) == (1, "")
    assert "there is nothing here" in err


@pytest.mark.parametrize("name", READERS)
def test_without_a_story_it_is_the_campaign(capsys, name):
    code, out, err = _run(capsys, name)
    assert (code, err) == (0, "")
    assert out.startswith("Narrow Sky: ")


def test_the_manual_and_its_chapters(capsys):
    code, whole, _ = _run(capsys, "reference")
    assert code == 0
    assert whole.startswith("# The story format")
    code, chapter, _ = _run(capsys, "reference", "scenes")
    assert code == 0
    assert chapter in whole
    code, out, err = _run(capsys, "reference", "scens")
    assert (code, out) == (2, "")
    assert "did you mean `scenes`?" in err


def test_the_schema_is_printed_or_written(capsys, tmp_path):
    code, out, _ = _run(capsys, "schema")
    assert code == 0
    assert json.loads(out)["type"] == "object"
    path = tmp_path / "story.schema.json"
    code, nothing, err = _run(capsys, "schema", "--output", str(path))
    assert (code, nothing) == (0, "")
    assert str(path) in err
    assert path.read_text("utf-8") == out
    code, _, err = _run(capsys, "schema", "--output", str(tmp_path / "no" / "where"))
    assert code == 2
    assert "can't be written" in err


def test_words_as_data(capsys):
    code, out, _ = _run(capsys, "words", "--json")
    found = json.loads(out)
    assert code == 0
    assert found["words"] == sum(found["kinds"].values()) > 0
    assert {scene["id"] for scene in found["scenes"]} >= {"the_line"}


@pytest.mark.parametrize(
    ("form", "begins"), [("text", "Narrow Sky: "), ("dot", "digraph"), ("mermaid", "flowchart"), ("html", "<!DOCTYPE")]
)
def test_a_map_in_each_form(capsys, tmp_path, form, begins):
    code, out, _ = _run(capsys, "graph", "--format", form)
    assert code == 0
    assert out.startswith(begins)
    path = tmp_path / "map"
    assert _run(capsys, "graph", "--format", form, "--output", str(path))[0] == 0
    assert path.read_text("utf-8") == out


def test_a_part_of_a_map(capsys):
    code, out, _ = _run(capsys, "graph", "--arc", "line")
    assert code == 0
    assert "the_line" in out
    assert "olives" not in out
    code, out, _ = _run(capsys, "graph", "--around", "the_line", "--steps", "2")
    assert code == 0
    assert "the_colonels_weather" in out
    for words in (("--arc", "lin"), ("--around", "the_lin")):
        code, out, err = _run(capsys, "graph", *words)
        assert (code, out) == (2, "")
        assert "did you mean" in err
    assert _run(capsys, "graph", "--tag", "lin") == (2, "", "This story has no tag `lin`; known here: `hurts`\n")


def test_new_then_check_is_clean(capsys, tmp_path):
    assert _run(capsys, "new", "story", "the_house", "--in", str(tmp_path))[0] == 0
    folder = str(tmp_path / "the_house")
    for words in (("scene", "the_cellar"), ("storylet", "a_parcel")):
        code, out, _ = _run(capsys, "new", *words, folder)
        assert code == 0
        assert "Made " in out
    code, out, err = _run(capsys, "check", folder)
    assert code == 0
    assert out.count("warning[") == 1
    assert "nothing leads to the scene `the_cellar`" in out  # a new scene waits for its author to lead to it
    assert "4 scenes, 3 storylets, 1 warning" in err
    assert _run(capsys, "new", "story", "the_house", "--in", str(tmp_path))[0] == 2


def test_declaring_the_commands_imports_nothing_heavy():
    code = (
        "import sys; from game.cli.parser import parser_for; parser_for(('--help',)); "
        "print([name for name in sys.modules if name.startswith(('game.author', 'game.load', 'game.engine', 'yaml'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_words_of_a_tag_that_is_not_there_are_refused(capsys):
    code, out, err = _run(capsys, "words", "--tag", "nothing")
    assert (code, out) == (2, "")
    assert "This story has no tag `nothing`" in err


def test_what_is_not_there_is_a_slip_of_the_command_and_no_fault_of_a_story(capsys):
    code, out, err = _run(capsys, "check", "nosuch")
    assert (code, out) == (2, "")
    assert "takes a story's folder or file" in err


def test_an_arc_that_is_not_there_is_answered_with_those_that_are(capsys):
    code, _, err = _run(capsys, "graph", "--arc", "lien")
    assert code == 2
    assert "did you mean `line`? Known here: `" in err
