"""Scenes that are used from several places, and what is left behind."""

import pytest
from small_stories import HEADER, begun, played, read, timeless, weekly

from game.load.files import SourceFile
from game.load.pipeline import load
from game.source.limits import CALLS

DEEP = """
    scenes:
      start:
        text: Down
        choices:
          down: {text: Down, call: start, goto: up}
          out: {text: Out}
      up: {text: Up we go, choices: {on: {text: On, goto: return}}}
"""


def test_of_too_many_that_wait_the_oldest_is_forgotten():
    program = weekly(DEEP, turns=1)
    deep = played(program, *["down"] * (CALLS + 5))
    assert deep.state.calls == ("up",) * CALLS
    up = deep.choose("out")
    for left in range(CALLS - 1, 0, -1):
        assert len(up.state.calls) == left
        up = up.choose("on")
    assert up.choose("on").ended


def test_where_nobody_waits_a_return_is_as_if_nothing_were_written():
    program = weekly(
        """
        scenes:
          start: {text: One, enter: [{goto: return}], choices: {back: {text: Back, goto: return}}, then: two}
          two: {text: Two, then: return}
        """
    )
    assert begun(program).open == ("back",)
    assert "Two" in read(played(program, "back"))


def test_an_end_forgets_all_who_wait():
    program = timeless(
        """
        scenes:
          start: {text: One, choices: {on: {text: On, call: two, goto: start}}}
          two: {text: Two, choices: {stop: {text: Stop, effects: [{end: done}]}}, then: return}
        endings: {done: {title: Done, order: 1, at: any, text: Over}}
        """
    )
    assert played(program, "on").state.calls == ("start",)
    assert played(program, "on", "stop").state.calls == ()


def test_what_leads_nowhere_after_its_call_waits_for_nothing():
    program = weekly(
        """
        scenes:
          start: {text: One, call: two}
          two: {text: Two, choices: {on: {text: On}}}
        """
    )
    assert begun(program).state.calls == ()
    assert played(program, "on").ended


def _found(scenes):
    loaded = load([SourceFile("story.yaml", (HEADER + "scenes:\n" + scenes).encode())])
    return [(one.code, one.message.split("`")[1]) for one in loaded.diagnostics]


ASK = "  start: {text: A, choices: {ask: {text: Ask, call: sub, goto: start}, other: {text: Other, goto: other}}}\n"


@pytest.mark.parametrize(
    ("scenes", "found"),
    [
        (ASK + "  sub: {text: S}\n  other: {text: O, then: start}\n", []),
        (ASK + "  sub: {text: S, then: deeper}\n  deeper: {text: D}\n  other: {text: O, then: start}\n", []),
        (ASK + "  sub: {text: S}\n  other: {text: O, then: sub}\n", ["sub"]),
        (ASK + "  sub: {text: S, then: return}\n  other: {text: O, then: sub}\n", ["sub"]),
        (
            ASK + "  sub: {text: S, call: sub2, then: return}\n  sub2: {text: T}\n  other: {text: O, call: sub}\n",
            ["other"],
        ),
        (ASK + "  sub: {text: S, call: other, then: sub}\n  other: {text: O, then: other}\n", []),
        (ASK + "  sub: {text: S}\n  other: {text: O, choices: {x: {text: X, goto: return}}, then: start}\n", []),
        (ASK + "  sub: {text: S}\n  other: {text: O, then: start}\n  lost: {text: L}\n", ["lost"]),
        (ASK + "  sub: {text: S}\n  other: {text: O, then: start}\n  lost: {text: L, then: return}\n", []),
        (ASK + "  sub: {text: S}\n  other: {text: O, enter: [{goto: start}]}\n", []),
        (ASK + "  sub: {text: S}\n  other: {text: O, enter: [{goto: return}]}\n", ["other"]),
        (ASK + "  sub: {text: S, call: sub, then: start}\n  other: {text: O, then: start}\n", []),
    ],
)
def test_without_a_clock_only_what_may_be_come_to_uncalled_must_say_where_it_goes_on(scenes, found):
    assert _found(scenes) == [("goes-nowhere", name) for name in found]


THREADS = """
    scenes:
      start: {text: Host, threads: [one], choices: {stay: {text: Stay}}, then: after_host}
      one: {text: Thread, choices: {leave: {text: Leave, goto: far}}}
      far: {text: Far, choices: {on: {text: On}}}
      after_host: {text: After the host}
"""


def test_what_a_thread_leads_to_comes_back_to_where_its_host_goes_on():
    program = weekly(THREADS, turns=1)
    far = played(program, "one.leave")
    assert (far.state.scene, far.state.calls, far.state.threads) == ("far", ("after_host",), ())
    assert "After the host" in read(far.choose("on"))
    assert begun(program).state.threads == ("one",)
    assert far.journal.entries[0].scene == "start"
    assert far.journal.entries[0].choice == "one.leave"


def test_a_host_calls_before_it_goes_on_whether_or_not_something_of_a_thread_was_chosen():
    scenes = """
        facts: {here: HERE}
        scenes:
          start: {text: Host, threads: [one], call: note, then: last}
          one: {text: Thread, when: here, choices: {leave: {text: Leave}}}
          note: {text: A note}
          last: {text: The last}
    """
    for here, choices in (("false", ()), ("true", ("one.leave",))):
        text = read(played(weekly(scenes.replace("HERE", here), turns=1), *choices))
        assert text.index("A note") < text.index("The last")


@pytest.mark.parametrize(
    ("thread", "found"),
    [
        ("text: T, when: seen, choices: {x: {text: X, goto: start}}", ["start"]),
        ("text: T, choices: {x: {text: X, goto: start}}", []),
        ("text: T, choices: {x: {fallback: true, text: X, goto: start}}", ["start"]),
    ],
)
def test_a_host_that_may_be_left_alone_must_say_where_it_goes_on(thread, found):
    scenes = f"  start: {{text: A, threads: [t]}}\n  t: {{{thread}}}\nfacts: {{seen: false}}\n"
    assert _found(scenes) == [("goes-nowhere", name) for name in found]
