"""What an exploration by plays finds: every target, ways that can be gone again, and readers who are stuck."""

import pytest
from small_stories import timeless, weekly

from game.analysis.explore import values
from game.analysis.explore.board import Limits, board_of, unwatched
from game.analysis.explore.by_tracking import track
from game.analysis.explore.by_values import values_of
from game.analysis.explore.plays import Plays
from game.analysis.explore.portfolio import explore
from game.analysis.explore.targets import targets_of
from game.play.playthrough import Playthrough
from game.play.replay import replay

QUIET = Limits(quiet=2_000)


def found(exploration):
    return {(one.target.kind, one.target.name): one.found for one in exploration.verdicts}


DOORS = """
    facts: {key: false, wings: false}
    meters: {heat: {title: Heat, range: 0..10, start: 5}}
    endings:
      out:
        title: Out
        order: 1
        at: last
        text: |
          You are out{key: , with the key}.
    scenes:
      start:
        text: |
          A door. {heat > 5: It is warm. | It is cold.}
        choices:
          take: {text: Take the key, once: true, effects: [key = true], goto: start}
          push:
            text: |
              Push {key: again}
            effects: [heat += 1]
            goto: start
          open: {text: Open, requires: key and heat == 9, locked: Not yet., effects: [{end: out}]}
          fly: {text: Fly, when: wings, effects: [{end: out}]}
    """


COUNTS = """
    meters: {one: {title: One, range: 0..50, start: 0}, two: {title: Two, range: 0..50, start: 0}}
    endings: {out: {title: Out, order: 1, at: last, text: Out.}}
    scenes:
      start:
        text: A hall.
        choices:
          both: {text: Both, effects: [one += 1, two += 1], goto: start}
          none: {text: None, effects: [one = 0, two = 0], goto: start}
          out: {text: Out, effects: [{end: out}]}
          parted: {text: Parted, when: one > two, effects: [{end: out}]}
    """


def test_every_scene_choice_ending_and_variant_is_a_target():
    names = {(one.kind, one.name) for one in targets_of(timeless(DOORS).story)}
    assert names == {
        ("scene", "start"), ("ending", "out"),
        ("choice", "start.take"), ("choice", "start.push"), ("choice", "start.open"), ("choice", "start.fly"),
        ("variant", "start.text#1"), ("variant", "start.text#2"), ("variant", "start.push.text#1"),
        ("variant", "out.text#1"),
    }  # fmt: skip


def test_what_can_be_reached_is_and_what_nobody_reaches_is_never_called_impossible_by_plays():
    board = board_of(timeless(DOORS), QUIET, unwatched)
    plays = Plays(board)
    plays.look_around(board)
    plays.seek(board)
    assert [target.name for target in board.open] == ["start.fly"]
    assert not board.proofs


def test_what_nobody_can_reach_is_proved_impossible():
    known = found(explore(timeless(DOORS), QUIET))
    assert known.pop(("choice", "start.fly")) == "impossible"
    assert set(known.values()) == {"reached"}


def test_every_witness_replays_to_the_end_of_what_it_shows():
    program = timeless(DOORS)
    for verdict in explore(program, QUIET).verdicts:
        if verdict.witness is not None:
            again = replay(program, verdict.witness)
            assert isinstance(again, Playthrough)
            if verdict.target.kind == "choice":
                last = again.standing[-1]
                assert f"{last.scene}.{last.choice}" == verdict.target.name


def test_what_is_unknown_says_what_was_tried():
    unknown = [one for one in explore(timeless(COUNTS), Limits(quiet=500, whole=50)).verdicts if one.found == "unknown"]
    assert [one.target.name for one in unknown] == ["start.parted"]
    assert [tried.partition(":")[0] for tried in unknown[0].tried] == [
        "plays",
        "values",
        "seeking plays",
        "tracked values",
        "dense arrays",
        "all states",
    ]


def test_a_reader_who_is_left_without_a_way_on_is_found_with_the_way_there():
    program = timeless(
        """
        facts: {locked: false}
        endings: {out: {title: Out, order: 1, at: last, text: Out.}}
        scenes:
          start:
            text: A hall.
            choices:
              in: {text: In, effects: [locked = true], goto: cell}
              out: {text: Out, effects: [{end: out}]}
          cell:
            text: A cell.
            choices:
              back: {text: Back, requires: not locked, locked: It is locked., goto: start}
        """
    )
    stuck = explore(program, QUIET).stuck
    assert stuck.found == "stuck"
    assert [one.choice for one in stuck.witness.standing] == ["in"]


def test_luck_that_hardly_ever_comes_is_found():
    program = timeless(
        """
        endings: {out: {title: Out, order: 1, at: last, text: Out.}}
        scenes:
          start:
            text: A wheel.
            choices:
              spin:
                text: Spin
                check: {odds: 1, pass: {goto: lucky}, fail: {effects: [{end: out}]}}
          lucky: {text: Lucky., choices: {go: {text: Go, effects: [{end: out}]}}}
        """
    )
    assert found(explore(program, QUIET))["scene", "lucky"] == "reached"


def test_what_comes_by_the_calendar_is_reached_and_lines_are_told_apart():
    program = weekly(
        """
        lines:
          news:
            one:
              once: false
              text: |
                First{turn > 1: , late}.
            two: {when: turn == 2, priority: 2, text: Second.}
        scenes:
          start: {text: It begins}
          later: {text: Later, at: 2}
        """,
        phases=("news: {lines: news, at_most: 1}", "scene: {due: first, else: arcs}"),
    )
    known = found(explore(program, QUIET))
    assert known["line", "one"] == known["line", "two"] == known["scene", "later"] == "reached"


def test_the_same_seed_finds_the_same():
    one, other = (explore(timeless(DOORS), QUIET) for _ in range(2))
    assert one == other


@pytest.mark.parametrize("asked", [1, 3])
def test_whoever_watches_can_stop_it_and_keeps_what_is_known(asked):
    calls = []

    def watch(progress):
        calls.append(progress)
        return len(calls) < asked

    exploration = explore(timeless(DOORS), Limits(quiet=10**9), watch)
    assert exploration.interrupted
    assert len(calls) == asked
    assert found(exploration)["choice", "start.push"] == "reached"


def test_a_choice_that_takes_itself_and_a_scene_without_words_are_met():
    program = timeless(
        """
        endings: {out: {title: Out, order: 1, at: last, text: Out.}}
        scenes:
          start:
            text: A hall.
            choices:
              once: {text: Once, once: true, goto: start}
              on: {fallback: true, goto: last}
          last: {text: Last., choices: {go: {text: Go, effects: [{end: out}]}}}
        """
    )
    assert found(explore(program, QUIET))["choice", "start.on"] == "reached"


def test_a_witness_has_no_detours():
    program = timeless(
        """
        facts: {a: false, b: false, c: false}
        endings: {out: {title: Out, order: 1, at: last, text: Out.}}
        scenes:
          start:
            text: A hall.
            choices:
              a: {text: A, effects: [a = true], goto: start}
              b: {text: B, effects: [b = true], goto: start}
              c: {text: C, effects: [c = true], goto: start}
              d: {text: D, goto: start}
              e: {text: E, goto: start}
              out: {text: Out, requires: a and b and c, locked: No., effects: [{end: out}]}
        """
    )
    exploration = explore(program, QUIET)
    lengths = {
        one.target.name: len(one.witness.standing) for one in exploration.verdicts if one.target.kind == "choice"
    }
    assert lengths == {"start.a": 1, "start.b": 1, "start.c": 1, "start.d": 1, "start.e": 1, "start.out": 4}


def test_a_claim_is_decided_by_a_way_that_breaks_it_or_shows_it():
    program = timeless(
        """
        facts: {key: false}
        endings: {out: {title: Out, order: 1, at: last, text: Out.}}
        scenes:
          start:
            text: A hall.
            choices:
              take: {text: Take, effects: [key = true], goto: start}
              out: {text: Out, effects: [{end: out}]}
        claims:
          keyless: {never: key and ended == out}
          found: {sometimes: key}
          always_key: {eventually: key}
          ends: {always: ended == out or took(start.out) or not key or key}
        """
    )
    verdicts = {one.target.name: one for one in explore(program, QUIET).verdicts if one.target.kind == "claim"}
    ways = {name: [took.choice for took in one.witness.standing] for name, one in verdicts.items() if one.witness}
    assert ways == {"keyless": ["take", "out"], "found": ["take"], "always_key": ["out"]}
    assert verdicts["ends"].found == "impossible"


ROUND = """
    endings: {out: {title: Out, order: 1, at: last, text: Out.}}
    facts: {wings: false}
    scenes:
      start:
        text: A hall.
        choices:
          round: {text: Round, goto: ring}
          out: {text: Out, effects: [{end: out}]}
          fly: {text: Fly, when: wings, goto: start}
      ring: {text: A ring., choices: {on: {fallback: true, goto: ring}}}
    """


def test_a_circle_without_a_decision_is_a_place_where_readers_are_stuck():
    stuck = explore(timeless(ROUND), QUIET).stuck
    assert (stuck.found, stuck.witness.standing) == ("stuck", ())
    assert "`round`" in stuck.why
    assert "`ring`" in stuck.why


def test_a_story_that_cannot_even_begin_is_explored_to_an_end():
    found = explore(timeless(ROUND.replace("text: A hall.", "text: A hall.\n        enter: [{goto: ring}]")), QUIET)
    assert (found.stuck.found, found.stuck.witness) == ("stuck", None)
    assert not any(one.witness for one in found.verdicts)


def test_a_story_without_a_decision_is_explored_to_an_end():
    program = timeless(
        """
        facts: {wings: false}
        endings: {out: {title: Out, order: 1, at: last, text: Out.}, up: {title: Up, order: 2, at: last, text: Up.}}
        scenes: {start: {text: A hall., enter: [{end: out}, {when: wings, do: [{end: up}]}]}}
        """
    )
    assert found(explore(program, QUIET))["ending", "up"] == "impossible"


def test_where_all_states_were_seen_nobody_is_ever_stuck():
    assert explore(timeless(COUNTS), QUIET).stuck.found == "never"


def test_a_place_from_which_no_ending_can_be_reached_is_found_with_a_shortest_way_there():
    program = timeless(
        """
        endings: {out: {title: Out, order: 1, at: last, text: Out.}}
        scenes:
          start:
            text: A hall.
            choices:
              wait: {text: Wait, goto: start}
              down: {text: Down, goto: well}
              out: {text: Out, effects: [{end: out}]}
          well: {text: A well., choices: {look: {text: Look, goto: well}, call: {text: Call, goto: bottom}}}
          bottom: {text: The bottom., choices: {look: {text: Look, goto: well}}}
        """
    )
    stuck = explore(program, QUIET).stuck
    assert (stuck.found, [one.choice for one in stuck.witness.standing]) == ("hopeless", ["down"])


def test_a_claim_that_fails_for_one_roll_of_two_hundred_is_broken_and_one_that_cannot_fail_holds():
    program = timeless(
        """
        facts: {spun: false, both: false}
        endings: {out: {title: Out, order: 1, at: last, text: Out.}}
        scenes:
          start:
            text: A wheel.
            choices:
              spin: {text: Spin, check: {odds: 1, pass: {effects: [spun = true]}, fail: {}}}
            then: second
          second:
            text: A coin.
            choices:
              toss: {text: Toss, check: {odds: 50, pass: {goto: lucky}, fail: {effects: [{end: out}]}}}
          lucky:
            text: Lucky.
            choices:
              go: {text: Go, effects: [{when: spun, do: [both = true]}, {end: out}]}
        claims:
          unlucky: {never: both}
          ordered: {never: both and not spun}
        """
    )
    known = found(explore(program, QUIET))
    assert (known["claim", "unlucky"], known["claim", "ordered"]) == ("reached", "impossible")


WORD = """
    facts: {given: false, asked: false, owed: {range: 0..9}}
    endings: {out: {title: Out, order: 1, at: last, text: Out.}}
    scenes:
      start:
        text: A hall.
        choices:
          give: {text: Give, effects: [given = true, asked = true], goto: later}
          keep: {text: Keep, goto: later}
      later:
        text: Later.
        choices:
          owe: {text: Owe, when: owed < 9, effects: [owed += 1], goto: later}
          out: {text: Out, effects: [{end: out}]}
          odd: {text: Odd, when: given and not asked, effects: [{end: out}]}
          both: {text: Both, when: given and owed >= 3, effects: [{end: out}]}
    """


def test_what_two_values_exclude_only_together_is_proved_by_following_them():
    known = {one.target.name: one for one in explore(timeless(WORD), QUIET).verdicts}
    assert (known["later.odd"].found, known["later.odd"].by) == ("impossible", "tracked values")
    assert known["later.both"].found == "reached"


def test_what_plays_had_no_time_for_is_found_by_following_values_and_gone_on_the_engine():
    board = board_of(timeless(WORD), QUIET, unwatched)
    board.method = "tracked values"
    track(board, values_of(board))
    assert [one.name for one in board.open] == ["later.odd"] or not board.open
    assert {one.name for one in board.proofs} == {"later.odd"}
    assert {one.name for one in board.trails} >= {"start", "later", "out", "later.both", "start.give", "start.keep"}


def test_the_search_for_possible_values_can_be_stopped_and_then_proves_nothing(monkeypatch):
    board = board_of(timeless(WORD), QUIET, lambda _progress: False)
    monkeypatch.setattr(values, "_BETWEEN", 1)
    with pytest.raises(values.StoppedError):
        values_of(board)
    assert board.halted
