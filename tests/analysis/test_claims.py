"""Claims watched along a path: when each is decided, and that watching them changes nothing that is read."""

from itertools import product
from textwrap import dedent

import pytest
from small_stories import begun, timeless

from game.analysis.claims import Monitors
from game.engine.offers import open_choices
from game.engine.state import State
from game.play.codec import decode, encode
from game.play.playthrough import Playthrough, digest
from game.play.replay import replay
from game.view.transcript import transcript

STAIRS = """
facts: {step: {range: 0..9}}
scenes:
  start:
    text: Stairs
    choices:
      up: {text: Up, effects: [step += 1], goto: start}
      down: {text: Down, effects: [step -= 1], goto: start}
      stop: {text: Stop, effects: [{end: done}]}
endings: {done: {title: Done, order: 1, at: any, text: It is over}}
"""


def walked(claim, *choices, body=STAIRS):
    """The monitors of one claim, and how it stands after each choice."""
    program = timeless(body + f"claims: {{it: {{{claim}}}}}\n")
    monitors, playthrough = Monitors(program), begun(program)
    marks = [monitors.begin(playthrough.state)]
    for choice in choices:
        playthrough = playthrough.choose(choice)
        marks.append(monitors.after(marks[-1], playthrough.state))
    return monitors, marks


def first_where(judge, marks):
    return next((number for number, mark in enumerate(marks) if judge(mark) == ("it",)), None)


@pytest.mark.parametrize(
    ("claim", "path", "broken"),
    [
        ("always: step < 2", "up up down", 2),
        ("always: step < 2", "up down up", None),
        ("always: step > 0", "", 0),
        ("never: step == 2", "up up down", 2),
        ("never: step == 2", "up down", None),
        ("never: ended == done", "up stop", 2),
        ("eventually: step == 2", "up stop", 2),
        ("eventually: step == 2", "up up down stop", None),
        ("eventually: step == 2", "up up stop", None),
        ("eventually: step == 2", "up", None),
        ("always: step < 2, after: step == 3", "up up up", 3),
        ("always: step != 3, after: step == 4", "up up up up down", 5),
        ("always: step != 1, after: step == 4", "up up", None),
        ("always: step < 2, before: step == 1", "up up", None),
        ("never: step == 2, before: step == 2", "up up", None),
        ("never: step == 2, after: step == 1, before: step == 3", "up up up", 2),
        ("eventually: step == 5, before: step == 2", "up up up", 2),
        ("eventually: step == 5, after: step == 2", "up stop", None),
        ("eventually: step == 5, after: step == 2", "up up stop", 3),
        ("eventually: took(start.down), after: step == 1", "up down stop", None),
        ("sometimes: step == 9", "up stop", None),
    ],
)
def test_a_claim_is_broken_in_the_state_that_breaks_it_and_stays_so(claim, path, broken):
    monitors, marks = walked(claim, *path.split())
    assert first_where(monitors.broken, marks) == broken
    assert monitors.broken(marks[-1]) == (() if broken is None else ("it",))
    assert monitors.decided(marks[-1]) == monitors.broken(marks[-1])


def test_sometimes_is_shown_by_one_state_and_broken_by_none():
    monitors, marks = walked("sometimes: visits(start) == 3", "up", "up", "up", "stop")
    assert first_where(monitors.decided, marks) == 2
    assert monitors.decided(marks[-1]) == ("it",)
    assert monitors.broken(marks[-1]) == ()


def test_where_a_path_stops_without_an_end_what_had_to_come_has_not():
    body = "scenes:\n  start:\n    text: A\n    choices: {a: {text: A, once: true, goto: start}}\n"
    monitors, marks = walked("eventually: took(start.a) and visits(start) == 9", "a", body=body)
    assert monitors.broken(marks[-1]) == ()
    assert monitors.broken(monitors.stopped(marks[-1])) == ("it",)


def test_paths_that_stand_alike_are_one():
    _, marks = walked("never: step == 9", "up", "down", "up", "down")
    assert len(set(marks)) == 1


def test_some_claims_may_be_watched_alone():
    program = timeless(STAIRS + "claims: {one: {never: step == 1}, other: {sometimes: step == 2}}\n")
    assert Monitors(program, lambda claim: claim.kind == "sometimes").names == ("other",)
    assert Monitors(program).names == ("one", "other")


JUDGED = dedent("""
claims:
  many: {sometimes: visits(start) >= 9 and took(start.down)}
  end: {never: ended == done, because: it goes on}
strategies:
  climber: {title: Climber, prefers: [{choice: start.up, score: 1, when: not took(start.stop)}]}
""")


def test_claims_change_no_page_no_digest_and_no_fingerprint():
    with_claims, without = begun(timeless(STAIRS + JUDGED)), begun(timeless(STAIRS))
    assert with_claims.program.story.fingerprint == without.program.story.fingerprint
    for choice in ("up", "down", "up", "stop"):
        with_claims, without = with_claims.choose(choice), without.choose(choice)
        assert transcript(with_claims) == transcript(without)
        assert digest(with_claims.program, with_claims.state) == digest(without.program, without.state)
        assert open_choices(with_claims.program, with_claims.state) == open_choices(without.program, without.state)
    kept = decode(encode(without.journal).encode()).journal
    again = replay(with_claims.program, kept)
    assert isinstance(again, Playthrough)
    assert again.state == with_claims.state


def test_what_claims_ask_is_kept_behind_all_that_the_story_asks():
    layout, plain = timeless(STAIRS + JUDGED).layout, timeless(STAIRS).layout
    assert tuple(layout.slots)[: layout.own] == tuple(plain.slots)
    assert {*tuple(layout.slots)[layout.own :]} == {
        "visits(start)", "took(start.down)", "took(start.stop)", "ended",
    }  # fmt: skip
    assert plain.own == len(plain.start)


ASKED = """
facts: {what: false, begun: false, over: false}
scenes: {start: {text: A, choices: {a: {text: A, effects: [what = true, begun = true, over = true, {end: done}]}}}}
endings: {done: {title: Done, order: 1, at: any, text: It is over}}
"""


def decided_as_written(kind, bounds, states):
    """What the manual says of a path whose last state is its end: by the states that count, and no other way."""
    whole = len(states)
    first = next((at for at, one in enumerate(states) if one["begun"]), whole) if "after" in bounds else 0
    last = next((at for at, one in enumerate(states) if one["over"]), whole) if "before" in bounds else whole
    counting = [one["what"] for one in states[first:last]]
    match kind:
        case "always":
            return not all(counting)
        case "never" | "sometimes":
            return any(counting)
        case _:
            return first < last and not any(counting)


@pytest.mark.parametrize("kind", ["always", "never", "sometimes", "eventually"])
@pytest.mark.parametrize("bounds", ["", ", after: begun", ", before: over", ", after: begun, before: over"])
def test_a_claim_means_what_the_manual_says_on_every_short_path(kind, bounds):
    program = timeless(ASKED + f"claims: {{it: {{{kind}: what{bounds}}}}}\n")
    monitors, layout = Monitors(program), program.layout
    keys = ("what", "begun", "over")
    possible = [dict(zip(keys, values, strict=True)) for values in product((False, True), repeat=3)]
    for states in (path for length in (1, 2, 3) for path in product(possible, repeat=length)):
        made = [
            State(tuple(one.get(key, was) for key, was in zip(layout.slots, layout.start, strict=True)))
            for one in states
        ]
        made[-1] = made[-1]._replace(ended="done")
        held = monitors.begin(made[0])
        for state in made[1:]:
            held = monitors.after(held, state)
        assert bool(monitors.decided(held)) == decided_as_written(kind, bounds, states), (kind, bounds, states)
