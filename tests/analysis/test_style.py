"""Style: what the rules leave in peace, how a finding says when it is so, and how it is asked for."""

import json
from pathlib import Path
from textwrap import dedent

import pytest

from game.analysis.style.judge import RULES, judge
from game.analysis.style.reading import WAYS, bounds, readings
from game.author.sample import PATH
from game.author.style_chapter import MEASURED
from game.cli.main import main
from game.load.files import SourceFile
from game.load.pipeline import load, load_path
from game.load.style import KINDS

STORIES = Path(__file__).parents[1] / "stories"
STORY = """\
story: small
title: Small
start: start
sizes: {small: 2}
meters:
  sky: {title: Sky, range: 0..9, start: 5, better: high}
  mud: {title: Mud, range: 0..9, start: 5}
  debt: {title: Debt, range: 0..9, start: 5, shown: never, better: low}
facts: {late: false, cold: false}
characters: {ada: {name: Ada Holm}}
"""
CODEX = "codex: {hopper: {title: The hopper, shelf: campaign, text: x}}\n"


def story(*parts):
    loaded = load([SourceFile("story.yaml", (STORY + "".join(dedent(part) for part in parts)).encode())])
    assert loaded.diagnostics == ()
    return loaded


def said(*parts):
    loaded = story(*parts)
    return [one.message for one in judge(loaded.story, loaded.texts)]


def scene(text, *choices):
    offered = "    choices:\n" + "".join(f"      {one}\n" for one in choices) if choices else ""
    return f"scenes:\n  start:\n    then: start\n    text: |\n      {text}\n{offered}"


def prose(text):
    return story(scene(text)).story.scenes["start"].text


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("One.", {("One.", ())}),
        ("A{late: b} {late: c | d}", {("Ab c", ("`late`",)), ("A d", ("not `late`",))}),
        (
            "{late: {cold: a | b} | c}",
            {("a", ("`late`", "`cold`")), ("b", ("`late`", "not `cold`")), ("c", ("not `late`",))},
        ),
        ("{first: a | then: b} {cycle: c | d}", {("a c", ("visit 1",)), ("b d", ("visit 2",))}),
        ("x{once: a}", {("xa", ("visit 1",)), ("x", ("visit 2",))}),
        ("{shuffle: a | b} {sky}", {("a 0", ()), ("b 0", ())}),
    ],
)
def test_every_way_through_a_text_is_read_with_its_conditions(text, ways):
    found = readings(prose(text))
    assert {(way.text, way.when) for way in found} == ways


def test_a_text_of_too_many_ways_is_judged_by_its_bounds():
    several = " ".join(f"{{sky > {n}: one | one two}}" for n in range(8)) + " {late: x}"
    assert WAYS < 2 ** (8 + 1)
    assert readings(prose(several)) == ()
    assert bounds(prose(several)) == (8, 17)
    rule = "style: {lengths: [{of: scene, words: LENGTH}]}\n"
    assert said(scene(several), rule.replace("LENGTH", "9..16")) == []
    assert said(scene(several), rule.replace("LENGTH", "0..7")) == [
        "the text of `start` has at least 8 words; 0 to 7 are asked for"
    ]
    assert said(scene(several), rule.replace("LENGTH", "18..30")) == [
        "the text of `start` has at most 17 words; 18 to 30 are asked for"
    ]


def test_a_length_that_only_some_readers_get_says_when():
    rule = "style: {lengths: [{of: scene, words: 2..3}]}\n"
    assert said(rule, scene("One two{late: {cold: , three}}")) == []
    assert said(rule, scene("One two three{late: , four}")) == [
        "the text of `start` has 4 words where `late`; 2 to 3 are asked for"
    ]
    assert said(rule, scene("One{cold: , two}")) == [
        "the text of `start` has 1 word where not `cold`; 2 to 3 are asked for"
    ]


def test_the_first_length_that_fits_counts():
    decks = """\
        clock: {turns: 2, phases: {desk: {deal: [desk, post]}}}
        endings: {e: {title: E, order: 1, at: last, text: x}}
        storylets:
          memo: {deck: desk, text: One two}
          card: {deck: post, text: One two}
        style: {lengths: [{of: storylet, deck: desk, words: 2..9}, {of: storylet, words: 3..9}]}
        """
    assert said(scene("One"), decks) == ["the text of `card` has 2 words; 3 to 9 are asked for"]


def test_documents_may_be_long_and_say_what_they_say_where_the_style_spares_them():
    rule = "style: {spare_documents: SPARED, avoid: {enemy: x}, lengths: [{of: paragraph, words: 0..3}]}\n"
    text = scene("> The enemy is here, it seems.\n\n      Nobody has come.")
    assert said(rule.replace("SPARED", "true"), text) == []
    assert len(said(rule.replace("SPARED", "false"), text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        '"The enemy," she says, "is late."',
        "“The enemy\n      is late.” So.",
        '"The enemy is late.\n\n      "The enemy is early."',
        "The enemys. Enemies. Unenemy. [Ada](character:ada)",
        "{late: No one. | Some one.}",
    ],
)
def test_what_people_say_and_other_words_are_not_the_narrator_s(text):
    assert said("style: {avoid: {enemy: x, ada holm: x, late: x}}\n", scene(text)) == []


@pytest.mark.parametrize(
    "choices",
    [
        ("a: {text: x, effects: [sky += 1, mud += 1]}", "b: {text: x}"),
        ("a: {text: x, effects: [sky += 1]}", "b: {text: x, effects: [sky += 1]}"),
        ("a: {text: x, effects: [sky += 1, debt += 1]}", "b: {text: x, effects: [sky += 1, debt -= 1]}"),
        ("a: {text: x, when: late, effects: [sky += 1]}", "b: {text: x}"),
        ("a: {text: x, once: true, effects: [sky += 1]}", "b: {text: x}"),
        ("a: {text: x, effects: [{when: late, do: [sky += 1]}]}", "b: {text: x}"),
        ("a: {text: x, effects: [sky += mud]}", "b: {text: x}"),
        ("a: {text: x, effects: [sky = 7]}", "b: {text: x}"),
        ("a: {text: x, effects: [sky += 1]}", "b: {text: x, check: {odds: 5, pass: {}, fail: {}}}"),
        ("a: {text: x, effects: [sky += 3, sky -= small]}", "b: {text: x, effects: [sky += 1]}"),
    ],
)
def test_choices_that_can_not_be_compared_are_not(choices):
    assert said("style: {no_dominated: true}\n", scene("x", *choices)) == []


def test_a_choice_that_ends_the_story_is_not_compared():
    ending = "endings: {over: {title: Over, order: 1, at: any, text: x}}\n"
    choices = ("a: {text: x, effects: [sky += 1]}", "b: {text: x, effects: [{end: over}]}")
    assert said("style: {no_dominated: true}\n", ending, scene("x", *choices)) == []


def test_choices_inside_choices_and_where_they_meet_are_judged_too():
    inner = """\
        scenes:
          start:
            text: One two
            then: start
            choices:
              a:
                text: x
                result: One two
                choices: {b: {text: x, effects: [sky += 1]}}
              c: {text: x, effects: [sky += 1]}
              d: {text: x, fallback: true}
            after: {text: One two three}
        style: {no_dominated: true, choices: 2..2, lengths: [{of: scene, words: 2..2}, {of: result, words: 2..2}]}
        """
    assert said(inner) == [
        "`start.a` offers 1 choice; 2 to 2 are asked for",
        "the text of `start.after` has 3 words; 2 to 2 are asked for",
    ]


def test_a_story_that_extends_another_keeps_its_style_or_has_its_own(tmp_path):
    for name, text in (
        (
            "under",
            STORY.replace("story: small", "story: under") + "style: {choices: 9..9}\n" + scene("x", "a: {text: x}"),
        ),
        ("over", "story: over\ntitle: Over\nextends: under\n"),
        ("own", "story: own\ntitle: Own\nextends: under\nstyle: {choices: 0..1}\n"),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "story.yaml").write_text(text)
    assert [load_path(tmp_path / name).story.style.choices for name in ("over", "own")] == [(9, 9), (0, 1)]


def test_a_choice_that_changes_how_a_gauge_is_shown_is_not_compared():
    meter = "  fog: {title: Fog, range: 0..9, start: 5, shown_as: fog + blur}\nfacts: {blur: {range: 0..2}, "
    choices = ("a: {text: x, effects: [sky += 1]}", "b: {text: x, effects: [blur = 1]}")
    text = STORY.replace("facts: {", meter) + scene("x", *choices) + "style: {no_dominated: true}\n"
    loaded = load([SourceFile("story.yaml", text.encode())])
    assert loaded.diagnostics == ()
    assert judge(loaded.story, loaded.texts) == ()


def test_what_is_only_planned_is_no_gain():
    clock = "clock: {turns: 3, phases: {week: {due: first}}}\nendings: {e: {title: E, order: 1, at: last, text: x}}\n"
    choices = ("a: {text: x, effects: [{later: {do: [sky += 1], in: 1}}]}", "b: {text: x}")
    assert said("style: {no_dominated: true, costs: true}\n", clock, scene("x", *choices)) == []
    assert said("style: {because: true}\n", clock, scene("x", *choices)) == [
        "what `start.a` lets happen later moves Sky and has no `because`"
    ]


def test_whose_change_has_no_reason_is_named():
    world = """\
        style: {because: true}
        rules: {r: {do: [sky += 1]}}
        promises: {p: {to: ada, text: x, within: 1, broken: {effects: [sky -= 1]}}}
        """
    choice = "a: {text: x, check: {odds: 50, pass: {effects: [sky += 1], because: x}, fail: {effects: [sky -= 1]}}}"
    assert said(world, scene("x", choice)) == [
        "the rule `r` moves Sky and has no `because`",
        "the promise `p`, broken, moves Sky and has no `because`",
        "`start.a` moves Sky and has no `because`",
    ]


def test_hidden_meters_and_regard_need_neither_cost_nor_reason():
    choice = "a: {text: x, effects: [debt += 1, ada += 1, late = true]}"
    assert said("style: {costs: true, because: true}\n", scene("x", choice)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Oh, [the hopper](codex:hopper). The hopper.",
        "{late: [It](codex:hopper).} The hopper.",
        "[The hopper](character:ada). No more of it.",
        "A hopper, grasshoppers, THE HOPPER.",
    ],
)
def test_a_term_that_is_or_may_be_linked_is_left_alone(text):
    assert said("style: {link_first: true}\n", CODEX, scene(text)) == []


def test_who_was_met_elsewhere_is_not_new_and_who_comes_after_is():
    people = "style: {new_people: 0}\n"
    one = scene("Nobody.") + "  then_ada: {text: Holm is here., then: start}\n"
    assert said(people, one) == ["`then_ada` brings in 1 new people: Ada Holm; 0 at most are asked for"]
    assert said(people, one + "  also_ada: {text: Holm again., then: start}\n") == []
    assert said(people, scene("Holm.") + "  also_ada: {text: Holm again., then: start}\n") == [
        "`start` brings in 1 new people: Ada Holm; 0 at most are asked for"
    ]


def test_the_sample_story_keeps_its_own_style_and_without_rules_nothing_is_said():
    text = PATH.read_text("utf-8")
    loaded = load([SourceFile(PATH.name, text.encode())])
    assert loaded.story.style is not None
    assert judge(loaded.story, loaded.texts) == ()
    assert said(scene("x")) == []
    assert len(RULES) == len(set(RULES))


EVERYTHING = """
style:
  lengths:
LENGTHS
  choices: 7..8
  avoid_everywhere: {the: x, a: x, it: x}
  at_most: [{words: [the, a, it], times: 0}]
  new_people: 0
  new_places: 0
  places: [London]
  no_dominated: true
  costs: true
  because: true
  link_first: true
""".replace("LENGTHS", "\n".join(f"    - {{of: {kind}, words: 900..901}}" for kind in KINDS))


@pytest.mark.parametrize("path", sorted(STORIES.glob("*/story.yaml")), ids=lambda path: path.parent.name)
def test_every_construct_is_judged_and_every_finding_stands_on_a_word_of_the_story(path):
    text = path.read_text("utf-8")
    loaded = load([SourceFile("story.yaml", text.encode()), SourceFile("style.yaml", EVERYTHING.encode())])
    if not loaded.playable:
        pytest.skip("it extends another story")
    found = judge(loaded.story, loaded.texts)
    assert "text-length" in {one.code for one in found}
    lines = text.split("\n")
    for one in found:
        assert one.at.source == "story.yaml"
        assert lines[one.at.line - 1][one.at.column - 1 :].strip()
        if one.code == "avoided-word":
            said = lines[one.at.line - 1][one.at.column - 1 : one.at.end_column - 1]
            assert said.lower() in ("the", "a", "it")


def test_every_kind_of_text_that_can_be_measured_is_in_the_manual():
    assert tuple(MEASURED) == KINDS


def test_rules_of_style_change_no_fingerprint():
    assert story(scene("x")).story.fingerprint == story(scene("x"), "style: {choices: 0..9}\n").story.fingerprint


@pytest.fixture
def written(tmp_path):
    def write(text):
        path = tmp_path / "small.yaml"
        path.write_text(STORY + text)
        return str(path)

    return write


def test_check_looks_at_style_when_asked_and_tells_it_as_any_other_finding(written, capsys):
    path = written("style: {avoid: {enemy: say who}}\n" + scene("The enemy."))
    assert main(["check", path]) == 0
    capsys.readouterr()
    assert main(["check", path, "--style"]) == 1
    out, err = capsys.readouterr()
    assert "small.yaml:16:11: warning[avoided-word]: the narrator doesn't say `enemy`\n" in out
    assert "hint: say who" in out
    assert "warnings" in err
    assert main(["check", path, "--style", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    found = [one for one in told if one["code"] == "avoided-word"]  # beside what is said of any small story
    assert [(one["code"], one["line"], one["column"], one["end_column"]) for one in found] == [
        ("avoided-word", 16, 11, 16)
    ]


def test_a_story_without_rules_or_with_errors_is_told_so_in_a_sentence(written, capsys):
    assert main(["check", written(scene("x")), "--style"]) == 0
    assert "has no rules of style" in capsys.readouterr().err
    assert main(["check", written("style: {}\nnonsense: {}\n" + scene("x")), "--style"]) == 1
    assert "mend the errors first" in capsys.readouterr().err
    assert main(["check", written("style:\n" + scene("x")), "--style"]) == 1
