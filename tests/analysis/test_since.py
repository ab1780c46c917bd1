"""An exploration after an edit: stored witnesses first, and what became of everything."""

from small_stories import timeless

from game.analysis.explore.board import Limits
from game.analysis.explore.portfolio import explore
from game.analysis.explore.since import Before, Stored
from game.author.exploration_since import since_text

QUIET = Limits(quiet=1_000)
STORY = """
    facts: {key: false, wings: false}
    endings:
      out: {title: Out, order: 1, at: last, text: Out.}
      far: {title: Far, order: 2, at: last, text: Far.}
    scenes:
      start:
        text: A hall.
        choices:
          take: {text: Take, effects: [key = true], goto: start}
          out: {text: Out, requires: key, locked: No., effects: [{end: out}]}
          walk: {text: Walk, effects: [{end: far}]}
          fly: {text: Fly, when: wings, effects: [{end: far}]}
    """


def stored(program):
    found = explore(program, QUIET)
    targets = (Stored((one.target.kind, one.target.name), one.found, one.witness) for one in found.verdicts)
    return Before(tuple(targets), found.stuck.found, found.stuck.witness)


def became(old, new):
    """What became of each target, from one story to another."""
    found = explore(timeless(new), QUIET, before=stored(timeless(old)))
    return {one.which: one.became for one in found.since}


def test_where_nothing_was_edited_everything_reached_is_still_so_and_nothing_else_is_said():
    found = became(STORY, STORY)
    assert set(found.values()) == {"still"}
    assert ("choice", "start.fly") not in found


def test_a_stored_witness_is_played_before_anything_is_searched():
    program = timeless(STORY)
    found = explore(program, Limits(quiet=1_000), before=stored(program))
    assert {one.by for one in found.verdicts if one.witness} == {"stored witnesses"}


def test_where_a_way_was_closed_another_is_found_and_that_is_said():
    edited = STORY.replace(
        "out: {text: Out, requires: key, locked: No.,", "out: {text: Out, requires: key and ready, locked: No.,"
    )
    edited = edited.replace("key: false,", "key: false, ready: false,")
    edited = edited.replace("walk:", "wait: {text: Wait, effects: [ready = true], goto: start}\n          walk:")
    found = became(STORY, edited)
    assert found["choice", "start.out"] == found["ending", "out"] == "changed"
    assert found["choice", "start.take"] == found["ending", "far"] == "still"
    assert found["choice", "start.wait"] == "new"


def test_what_can_no_longer_be_reached_is_lost_and_what_now_can_is_found():
    edited = STORY.replace("effects: [key = true]", "effects: [wings = true]")
    found = became(STORY, edited)
    assert found["choice", "start.out"] == "lost"
    assert found["choice", "start.fly"] == "found"


def test_what_was_taken_out_is_gone():
    edited = STORY.replace("          fly: {text: Fly, when: wings, effects: [{end: far}]}\n", "")
    assert became(STORY, edited)["choice", "start.fly"] == "gone"


def test_what_was_renamed_is_known_by_its_new_name():
    edited = STORY.replace("take:", "grab:").replace("scenes:", "renamed: {take: grab}\n    scenes:", 1)
    assert became(STORY, edited)["choice", "start.grab"] == "still"


CLAIM = "claims:\n      locked: {never: wings}\n      keyed: {sometimes: key}\n    scenes:"


def test_a_claim_that_a_way_breaks_now_is_broken_and_one_that_none_breaks_any_more_is_mended():
    held = STORY.replace("scenes:", CLAIM, 1)
    broken = held.replace("walk: {text: Walk, effects: [", "walk: {text: Walk, effects: [wings = true, ")
    assert became(held, broken)["claim", "locked"] == "broken"
    assert became(broken, held)["claim", "locked"] == "mended"
    assert became(broken, broken)["claim", "locked"] == "still"
    assert became(held, held.replace("effects: [key = true]", "effects: [key = false]"))["claim", "keyed"] == "lost"


def test_a_way_to_where_readers_were_stuck_is_gone_again_and_what_it_shows_now_is_said():
    stuck = STORY.replace("goto: start}\n          out", "goto: hole}\n          out") + (
        "  hole:\n        text: A hole.\n        choices: {up: {text: Up, requires: wings, locked: No., goto: start}}\n"
    )
    before = stored(timeless(stuck))
    assert before.stuck == "stuck"
    again = explore(timeless(stuck), Limits(quiet=1, states=1, whole=1), before=before)
    assert (again.stuck.found, [one.choice for one in again.stuck.witness.standing]) == ("stuck", ["take"])
    mended = explore(timeless(stuck.replace("requires: wings, locked: No., ", "")), QUIET, before=before)
    assert mended.stuck.found != "stuck"
    assert "Mended: nobody was found stuck now." in since_text(mended.since, mended.stuck_before, mended.stuck.found)
