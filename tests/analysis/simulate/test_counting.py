"""What a run is counted as: decisions, words, meters, scenes, choices, texts, and what was long ago."""

import pytest
from small_runs import circle, ladder, runs, shipped
from small_stories import weekly

from game.analysis.simulate.courses import END, POINTS, Courses
from game.engine.luck import first_outcome
from game.engine.offers import open_choices
from game.engine.step import begin, choose


def test_every_run_ends_in_one_way():
    for program in (ladder(), circle(), shipped("first_steps")):
        found = runs(program, 30)
        assert found.runs == 30
        assert sum(found.endings.values()) + sum(found.cut.values()) == 30
        assert sum(found.decisions.values()) == sum(found.words.values()) == 30


def test_who_is_stuck_comes_to_no_ending():
    found = runs(circle(), 60)
    assert found.cut["stuck"] == found.met["choice", "start.wall"] > 0
    assert found.endings["out"] == 60 - found.cut["stuck"]
    assert found.stood["wall.climb", "locked"] == found.cut["stuck"]
    assert found.stood["wall.climb", "open"] == 0


def test_who_goes_round_without_end_is_cut():
    endless = weekly("""
        scenes:
          start: {text: A, choices: {go: {text: Go, goto: spin}}}
          spin: {text: Spin, then: start_again}
          start_again: {text: Again, then: spin}
        """)
    assert runs(endless, 3).cut == {"endless": 3}


def test_words_are_those_of_the_pages_told_and_offered():
    program = weekly("""
        scenes:
          start:
            text: One two three
            choices:
              go: {text: Go there, cost: It rains, result: Four five}
              stay: {text: Stay, requires: turn >= 2, locked: Not yet now}
        """)
    found = runs(program, 2)
    # text 3, label 2, cost 2, the other's label 1 and reason 3, the result 2, the ending's three
    assert found.words == {3 + 2 + 2 + 1 + 3 + 2 + 3: 2}
    assert runs(program, 2, worded=False).words == {}


def test_meters_are_counted_as_turns_begin_and_at_the_end():
    found = runs(ladder(), 50)
    assert {key: number for key, number in found.meters.items() if key[:2] == ("heat", 1)} == {("heat", 1, 3): 50}
    assert {value for meter, point, value in found.meters if (meter, point) == ("heat", 2)} == {4}
    for point in (1, 2, 3, END):
        assert sum(number for (meter, at, _), number in found.meters.items() if (meter, at) == ("calm", point)) == 50
    assert {value for meter, point, value in found.meters if (meter, point) == ("heat", END)} == {3, 5}


def test_without_a_clock_meters_are_counted_by_decisions_and_no_more_than_so_many():
    found = runs(circle(), 50)
    assert {value for meter, point, value in found.meters if point == 1} == {0}
    assert max(point for _, point, _ in found.meters) <= POINTS
    assert not found.late


def test_the_courses_of_a_real_story_agree_with_its_states():
    program = shipped("narrow_sky")
    moscow, courses = program.layout.slots["moscow"], Courses(program)
    step = begin(program, first_outcome)
    courses.saw(None, "", step)
    while not step.state.ended:
        before, choice = step.state, open_choices(program, step.state)[0]
        step = choose(program, before, choice, first_outcome)
        courses.saw(before, choice, step)
    courses.over()
    assert courses.meters["moscow", END, step.state.values[moscow]] == 1
    assert courses.meters["moscow", 1, program.layout.start[moscow]] == 1
    points = sorted(point for meter, point, _ in courses.meters if meter == "moscow")
    assert points == [END, *range(1, step.state.values[0] + 1)]


def test_scenes_choices_and_variants_are_met():
    found = runs(ladder(), 50)
    assert found.met["scene", "start"] == found.times["scene", "start"] == 50
    assert found.met["scene", "lost"] == 0
    anna, ben = found.met["choice", "start.anna"], found.met["choice", "start.ben"]
    assert anna + ben == 50
    assert found.met["variant", "week_five.text#1"] == anna
    assert found.met["variant", "week_five.text#2"] == ben
    assert found.heat["week_two", 2] == 50
    assert found.stood["start.anna", "beside"] == 50
    assert found.stood["start.anna", "taken"] == anna
    assert not any(kind == "variant" for kind, _ in runs(ladder(), 50, worded=False).met)


def test_a_choice_is_wanted_where_somebody_would_take_it_for_what_it_says():
    found = runs(ladder(), 50)
    assert found.stood["week_two.best", "told"] == found.stood["week_two.best", "wanted"] == 50
    assert found.stood["week_two.worse", "wanted"] == 50  # who wants heat, or no calm, takes it
    assert found.stood["week_two.never", "told"] == 0  # it never stood open
    assert found.stood["start.anna", "told"] == 0  # nobody can tell them apart
    warm = runs(ladder(), 50, reader="warm")
    assert (warm.stood["week_two.worse", "weighed"], warm.stood["week_two.worse", "drawn"]) == (50, 50)
    assert (warm.stood["week_two.best", "weighed"], warm.stood["week_two.best", "drawn"]) == (50, 0)
    assert found.stood["week_two.best", "weighed"] == 0  # who takes anything goes by nothing


def test_a_scene_that_reads_what_was_set_three_turns_before_hangs_on_it():
    found = runs(ladder(), 50)
    anna = found.met["choice", "start.anna"]
    assert 0 < anna < 50
    assert found.late["week_five", "came"] == found.late["week_five", "could"] == 50
    assert found.late["week_five", "did"] == anna  # only then the fact was written
    assert found.late["week_two", "could"] == 0
    late = weekly("""
        facts: {one: false}
        scenes:
          start: {text: A, choices: {set: {text: Set, effects: [one = true]}}}
          near:
            at: 3
            text: A
            choices: {on: {text: On}, by: {text: By, when: one}}
          far:
            at: 4
            text: A
            choices: {on: {text: On, effects: [one = false]}, by: {text: By, when: one, effects: [one = false]}}
          again:
            at: 5
            text: A
            choices: {on: {text: On}, by: {text: By, when: one}}
        """, turns=5)  # fmt: skip
    found = runs(late, 1)
    assert [found.late[name, "did"] for name in ("near", "far", "again")] == [0, 1, 0]


def test_how_often_a_text_was_told_is_known_by_its_lines():
    program = shipped("first_steps")
    found = runs(program, 40)
    scene = program.story.scenes["window"]
    at = scene.text.at
    assert found.texts[at.source, at.line, at.end_line - (at.end_column == 1)] == found.times["scene", "window"] == 40


@pytest.mark.parametrize("reader", ["hawk", "cautious"])
def test_no_text_changes_nothing_else(reader):
    program = shipped("narrow_sky")
    full, fast = runs(program, 6, reader=reader), runs(program, 6, reader=reader, worded=False)
    for name in ("endings", "decisions", "meters", "heat", "dealt", "stood", "late"):
        assert getattr(full, name) == getattr(fast, name)
