"""Advice about whole stories: each kind at its very place in a bad sample, none in the good one, no false alarms."""

import sys
from pathlib import Path

import pytest

from game.analysis.lint import lint
from game.load.pipeline import load_path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "load"))
from advice_samples import ADVICE
from reading import load_text

SHIPPED = ["narrow_sky", "first_steps"]
GOLDEN = sorted(path.parent for path in (ROOT / "tests" / "stories").glob("*/story.yaml"))
SMALL = {"never-read", "never-set"}
"""A story of one screen may set what it only means to show, and show what stays as it is."""


def advised(loaded):
    assert loaded.diagnostics == ()
    return [(one.code, one.at.line, one.at.column) for one in lint(loaded.story, loaded.texts)]


@pytest.mark.parametrize(("code", "sample"), [(code, sample) for code, samples in ADVICE.items() for sample in samples])
def test_advice_stands_at_its_very_place_and_goes_when_it_is_mended(code, sample):
    before, rest = sample.split("⟦")
    inside, after = rest.split("⟧")
    bad, good = inside.split("→")
    place = (before.count("\n") + 1, len(before) - before.rfind("\n"))
    assert advised(load_text(before + bad + after)) == [(code, *place)]
    assert code not in {one[0] for one in advised(load_text(before + good + after))}


@pytest.mark.parametrize("name", SHIPPED)
def test_nothing_is_to_be_said_of_a_shipped_story(name):
    loaded = load_path(ROOT / "story" / name)
    assert lint(loaded.story, loaded.texts) == ()


@pytest.mark.parametrize("folder", GOLDEN, ids=lambda folder: folder.name)
def test_golden_stories_raise_no_false_alarm(folder):
    loaded = load_path(folder)
    if loaded.story is not None and loaded.playable:
        assert {one.code for one in lint(loaded.story, loaded.texts)} <= SMALL


def test_a_date_without_turns_or_a_phase_never_comes():
    text = "story: s\ntitle: T\nstart: a\nscenes:\n  a: {text: Hi, then: b}\n  b:\n    text: Hi\n    at: 2\n"
    text += "    choices:\n      x: {text: Go, goto: a, effects: [{later: {scene: b, in: 1}}]}\n"
    assert advised(load_text(text)) == [("never-comes", 8, 9), ("never-comes", 10, 48)]
    dealt = "storylets: {c: {deck: d, text: Hi}}\nendings: {e: {title: E, order: 1, at: last, text: Over}}\n"
    dealt += "clock:\n  turns: 3\n  phases:\n    s: {deal: [d]}\n"
    assert advised(load_text(text + dealt)) == [("never-comes", 8, 9), ("never-comes", 10, 48)]
    assert advised(load_text(text + dealt + "    t: {due: first}\n")) == []


@pytest.mark.parametrize("words", [100, 160])
def test_a_paragraph_is_too_long_however_many_ways_lead_through_its_text(words):
    """Nine conditions make 512 ways; a paragraph is at fault only if it is too long on every one of them."""
    facts = "facts:\n" + "".join(f"  f{n}: false\n" for n in range(9))
    sets = ", ".join(f"f{n} = true" for n in range(9))
    either = " ".join(f"{{f{n}: one two three four five six seven | one}}" for n in range(9))
    text = f"story: s\ntitle: S\nstart: a\n{facts}scenes:\n  a:\n    text: |\n      {'word ' * words}{either}\n"
    choice = f"    choices:\n      c: {{text: Go, effects: [{sets}, {{end: e}}]}}\n"
    ending = "endings:\n  e: {title: E, order: 1, at: any, text: Over.}\n"
    found = advised(load_text(text + choice + ending))
    assert found == ([] if words == 100 else [("long-paragraph", 17, 7)])


def test_a_circle_is_named_at_the_first_of_its_scenes_wherever_it_is_come_into():
    text = "story: s\ntitle: T\nstart: way\nscenes:\n  way: {text: I, then: b}\n  a: {text: A, then: b}\n"
    assert advised(load_text(text + "  b: {text: B, then: a}\n")) == [("endless", 6, 3)]


@pytest.mark.parametrize("more", ["threads: [ask]", "call: ask"])
def test_a_circle_with_a_choice_of_a_thread_or_of_what_is_called_is_not_endless(more):
    text = "story: s\ntitle: S\nstart: a\n"
    scenes = f"scenes:\n  a: {{text: Hi, {more}, then: a}}\n  ask: {{text: Ask, choices: {{x: {{text: Go}}}}}}\n"
    assert "endless" not in {code for code, _, _ in advised(load_text(text + scenes))}


def test_what_only_a_claim_asks_for_is_used_and_what_only_a_strategy_names_is_not_reached():
    text = "story: s\ntitle: T\nstart: a\nfacts:\n  f: false\nscenes:\n  a:\n    text: Hi\n"
    text += "    choices:\n      x: {text: Go, effects: [f = true, {end: e}]}\n"
    text += "  b:\n    text: Ho\n    choices: {y: {text: Go, goto: a}}\n"
    text += "endings: {e: {title: E, order: 1, at: any, text: X}}\n"
    assert advised(load_text(text)) == [("never-read", 5, 3), ("unreachable", 11, 3)]
    text += "claims: {c: {never: f and visits(b) > 1}}\n"
    text += "strategies: {s: {title: S, prefers: [{choice: b.y, score: 1}]}}\n"
    assert advised(load_text(text)) == [("unreachable", 11, 3)]
