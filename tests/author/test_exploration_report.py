"""The report of an exploration: what an author reads of what can and can't come."""

from dataclasses import replace

from small_stories import timeless

from game.analysis.explore.board import Limits
from game.analysis.explore.portfolio import explore
from game.analysis.explore.target import Target
from game.analysis.explore.verdict import Verdict
from game.author.exploration import claim_stands, is_finding, report_of
from game.author.exploration_data import data_of

STORY = """
    facts: {key: false, wings: false}
    endings: {out: {title: Way Out, order: 1, at: last, text: Out.}}
    scenes:
      start:
        text: |
          A hall. {wings: You could fly.}
        choices:
          take: {text: Take, effects: [key = true], goto: start}
          fly: {text: Fly, when: wings, effects: [{end: out}]}
          out: {text: Out, effects: [{end: out}]}
    claims:
      keyless: {never: key}
    """


def explored():
    """What was found of a story that was hardly looked at: much of it stays unknown."""
    program = timeless(STORY)
    found = explore(program, Limits(quiet=1_000))
    verdicts = (
        replace(one, found="unknown", why="", by="", tried=("plays: not met", "values: possible"))
        if one.target.name in ("start.fly", "start.text#1")
        else one
        for one in found.verdicts
    )
    return program.story, replace(found, verdicts=tuple(verdicts))


def test_what_nobody_came_to_stands_with_its_place_and_what_it_asks_for():
    story, found = explored()
    text = report_of(story, found)
    assert "choice `start.fly` (story.yaml:13:7), which asks for `wings`" in text
    assert "variant `start.text#1`" in text


def test_a_broken_claim_is_shown_with_the_way_that_breaks_it():
    story, found = explored()
    assert "broken    keyless: never `key`\n            after 1 decision: start: take" in report_of(story, found)


def test_a_claim_is_said_with_its_bounds_and_a_broken_one_with_its_reason():
    bounded = "{never: key, after: not wings, before: ended == out, because: nobody gives it away}"
    program = timeless(STORY.replace("{never: key}", bounded))
    text = report_of(program.story, explore(program, Limits(quiet=1_000)))
    assert "broken    keyless: never `key`, after `not wings`, before `ended == out`\n" in text
    assert "because: nobody gives it away" in text


def test_each_ending_stands_with_the_shortest_way_to_it():
    assert "Way Out (`out`): 1 decision" in report_of(*explored())


def test_long_lists_are_cut_unless_all_is_asked_for():
    choices = "\n".join(f"          c{n}: {{text: C, when: wings, goto: start}}" for n in range(40))
    program = timeless(STORY.replace("        choices:", f"        choices:\n{choices}"))
    found = explore(program, Limits(quiet=500))
    assert "... and 17 more (--all lists them)" in report_of(program.story, found)
    assert "start.c39" in report_of(program.story, found, whole=True)


def test_a_claim_holds_where_it_is_proved_and_a_sometimes_where_it_is_shown():
    def stands(kind, found):
        return claim_stands(kind, Verdict(target=Target("claim", "c"), found=found))

    assert (stands("never", "impossible"), stands("sometimes", "reached")) == ("holds", "holds")
    assert (stands("never", "reached"), stands("sometimes", "impossible")) == ("broken", "broken")
    assert stands("eventually", "unknown") == "not known"


def test_what_can_never_come_is_a_finding_and_what_is_unknown_only_for_the_strict():
    story, found = explored()
    unknown = next(one for one in found.verdicts if one.found == "unknown")
    broken = next(one for one in found.verdicts if one.target.kind == "claim")
    assert is_finding(story, broken)
    assert is_finding(story, Verdict(target=unknown.target, found="impossible"))
    assert (is_finding(story, unknown), is_finding(story, unknown, strict=True)) == (False, True)


def test_data_says_how_claims_stand_and_keeps_every_journal_once():
    data = data_of(*explored())
    assert [one["claim"] for one in data["verdicts"] if one["kind"] == "claim"] == ["broken"]
    assert len(data["journals"]) == len({tuple(lines) for lines in data["journals"].values()})
