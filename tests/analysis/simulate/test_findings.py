"""What counts tell an author: figures, what never comes, what nobody or everybody takes, what hinges change."""

from collections import Counter

import pytest
from small_runs import ladder, runs, shipped
from small_stories import weekly

from game.analysis.simulate.changes import asked, turned
from game.analysis.simulate.figures import courses, hanging, missed, percentile, spread
from game.analysis.simulate.findings import findings, outdone
from game.analysis.simulate.margins import margins
from game.analysis.simulate.tally import Tally

TRAY = """
    meters:
      heat: {title: Heat, range: 0..99, start: 9, better: low}
    storylets:
      bright:
        {deck: d, weight: 9,
         envelope: {text: Bright, handler: h, likely: no, default: {effects: [heat += 1], because: b}},
         text: A, choices: {on: {text: On}}}
      dull:
        {deck: d,
         envelope: {text: Dull, handler: h, likely: no, default: {effects: [heat += 1], because: b}},
         text: A, choices: {on: {text: On}}}
      shut:
        {deck: d, when: heat >= 90,
         envelope: {text: Shut, handler: h, likely: no, default: {effects: [heat += 1], because: b}},
         text: A, choices: {on: {text: On}}}
    characters: {h: {name: H}}
    scenes:
      start: {text: A}
    strategies:
      loyal: {title: Loyal, prefers: [{storylet: bright, score: 5}, {choice: bright.on, score: 1}]}
      trusty: {title: Trusty, prefers: [{storylet: bright, score: 3}]}
    """


def test_percentiles_are_numbers_that_were_counted():
    counts = {1: 1, 2: 1, 3: 1, 4: 1, 100: 1}
    assert [percentile(counts, percent) for percent in (0, 20, 21, 50, 80, 81, 100)] == [1, 1, 2, 3, 4, 100, 100]
    found = spread(counts)
    assert (found.least, found.median, found.most, found.runs) == (1, 3, 100, 5)
    assert spread({}) is None
    assert spread(Counter({3: 0})) is None
    with pytest.raises(ValueError, match="nothing"):
        percentile({}, 50)


def test_courses_have_a_spread_for_every_turn_and_the_end_last():
    found = courses(runs(ladder(), 40))
    assert list(found["heat"]) == [1, 2, 3, 4, 5, 6, 0]
    assert found["heat"][1].median == 3
    assert (found["heat"][3].low, found["heat"][3].high) == (3, 5)


def test_an_average_run_misses_what_it_does_not_meet():
    found = missed(ladder().story, runs(ladder(), 40))
    assert (found.missed, found.of, found.runs) == (40, 4, 40)
    assert found.share == 0.25
    assert missed(ladder().story, Tally(reader="uniform")).share == 0.0


def test_the_share_that_hangs_on_what_was_long_ago():
    tally = runs(ladder(), 40)
    found = hanging(tally)
    assert (found.came, found.could) == (120, 40)
    assert found.did == tally.met["choice", "start.anna"]
    assert found.scenes == ("week_five",)
    assert found.share == found.did / 120
    assert hanging(Tally(reader="uniform")).share == 0.0


def test_what_is_never_met_is_named_by_kind():
    found = findings(ladder().story, [runs(ladder(), 60)])
    assert found.never["scene"] == ("lost",)
    assert found.never["choice"] == ("week_two.never",)
    assert found.never["ending"] == ("burnt",)
    assert found.never["variant"] == ()
    assert found.opened == ("week_two.never",)
    assert "variant" not in findings(ladder().story, [runs(ladder(), 60, worded=False)]).never


def test_a_choice_that_nobody_would_take_for_what_it_says_is_found_and_said_why():
    program = weekly("""
        meters:
          heat: {title: Heat, range: 0..99, start: 9, better: low}
          calm: {title: Calm, range: 0..99, start: 9, better: high}
        scenes:
          start:
            text: A
            choices:
              best: {text: Best, effects: [calm += 3]}
              least: {text: Least, effects: [heat += 5]}
              between: {text: Between, effects: [heat += 2, calm += 1]}
              nothing: {text: Nothing, effects: [calm -= 1]}
        """)
    found = findings(program.story, [runs(program, 60)])
    assert [one.choice for one in found.shunned] == ["start.between"]
    assert "`best` is better on Heat and Calm" in found.shunned[0].why
    assert set(outdone(program.story)) == {"start.least", "start.between", "start.nothing"}
    assert findings(program.story, [runs(program, 10)]).shunned == ()  # too seldom to say


def test_what_every_reader_with_preferences_takes_is_found():
    program = weekly(TRAY, turns=2, phases=("tray: {title: Tray, deal: [d], hand: 2, take: 1}",))
    tallies = [runs(program, 60, reader=one) for one in ("uniform", "loyal", "trusty")]
    found = findings(program.story, tallies)
    assert [(one.choice, one.share) for one in found.everyone] == [("bright", 1.0)]
    assert found.judged == ("loyal", "trusty")
    assert findings(program.story, tallies[:2]).everyone == ()  # one of them is not everybody
    assert findings(program.story, tallies[:1]).judged == ()


def test_storylets_never_dealt_and_never_chosen_are_told_apart():
    program = weekly(TRAY, turns=2, phases=("tray: {title: Tray, deal: [d], hand: 2, take: 1}",))
    loyal = findings(program.story, [runs(program, 60, reader="loyal")])
    assert loyal.never_dealt == ("shut",)
    assert loyal.never_chosen == ("dull",)
    assert findings(program.story, [runs(program, 60)]).never_chosen == ()


def test_a_hinge_changes_what_comes_more_or_less_often_after_it():
    program = ladder()
    tally = runs(program, 40, after=("start",))
    assert tally.forks == {("start", "anna", "ben"): 40, ("start", "ben", "anna"): 40}
    found = {one.choice: one for one in turned(tally)}
    assert {one.passage for one in found["anna"].passages} == {
        ("variant", "week_five.text#1"), ("variant", "week_five.text#2"),
    }  # fmt: skip
    assert found["anna"].of("variant") == 2
    assert found["anna"].runs == 40
    assert turned(runs(program, 40, after=("week_two",))) == tuple(
        one for one in turned(runs(program, 40, after=("week_two",))) if not one.passages
    )  # nothing later asks what it did


def test_a_hinge_that_only_turns_luck_changes_nothing():
    program = weekly("""
        scenes:
          start: {text: A, choices: {a: {text: A}, b: {text: B}}}
          two:
            at: 2
            text: B
            choices: {c: {text: C, goto: three}, d: {text: D}}
          three: {text: C, choices: {e: {text: E}}}
        """)
    found = turned(runs(program, 40, after=("start",)))
    assert [(one.choice, one.passages) for one in found] == [("a", ()), ("b", ())]


def test_a_run_is_forked_with_the_same_luck_whoever_reads():
    tally = runs(ladder(), 40, reader="warm", after=("week_two",))
    assert {fork[1] for fork in tally.forks} == {"best", "worse"}
    assert set(tally.apart) == set()


def test_passages_that_ask_for_what_a_choice_sets_are_counted_exactly():
    found = asked(ladder().story)
    assert found == {"start.anna": ("variant week_five.text#1", "variant week_five.text#2")}
    assert "window.sell_two" in asked(shipped("first_steps").story)


def test_the_margin_says_how_often_each_line_was_met():
    program = shipped("first_steps")
    story, tally = program.story, runs(program, 40)
    found = margins(story, tally)
    window = story.scenes["window"]
    assert found[window.at.source][window.at.line] == 40
    at = window.text.at
    assert {found[at.source][line] for line in range(at.line + 1, at.end_line)} == {40}
    sell = window.choices[0]
    assert found[sell.at.source][sell.at.line] == tally.times["choice", "window.sell_two"]
    assert found[sell.text.at.source][sell.text.at.line] == 40
    bare = margins(story, runs(program, 40, worded=False))
    assert bare[window.at.source][window.at.line] == 40
    assert at.line + 1 not in bare[at.source]
