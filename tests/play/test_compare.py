"""Two playthroughs beside each other: where they part, and which decisions stand beside which."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st
from small_stories import begun, played, timeless
from two_chambers import chambers

from game.play.compare import compare, decided


def rows(comparison):
    return [
        tuple((one.place, one.choice) if one else None for one in (pair.first, pair.second))
        for pair in comparison.pairs
    ]


def test_a_playthrough_beside_itself_parts_nowhere():
    one = played(chambers(), "wait", "toss", "go")
    found = compare(one, one)
    assert (found.shared, found.fate) == (3, None)
    assert all(pair.alike for pair in found.pairs)


def test_they_part_where_another_choice_was_taken():
    program = chambers()
    found = compare(played(program, "wait", "toss", "go"), played(program, "wait", "wait", "go"))
    assert found.shared == 1
    assert found.fate is None
    assert rows(found) == [
        (("hall", "wait"), ("hall", "wait")),
        (("hall", "toss"), ("hall", "wait")),
        (("hall", "go"), ("hall", "go")),
    ]
    assert [pair.alike for pair in found.pairs] == [True, False, True]


def test_one_that_only_goes_on_further_parts_at_the_other_s_end():
    program = chambers()
    found = compare(played(program, "wait"), played(program, "wait", "toss"))
    assert found.shared == 1
    assert rows(found)[1:] == [(None, ("hall", "toss"))]


def test_luck_that_differed_before_any_decision_did_is_told_apart():
    program = chambers()
    seeds = [played(program, "wait", "wait", seed=seed) for seed in range(20)]
    other = next(one for one in seeds if one.moves[0].step.state != seeds[0].moves[0].step.state)
    found = compare(seeds[0], other)
    assert (found.shared, found.fate) == (2, 0)


def test_scenes_read_by_only_one_of_them_stand_alone_and_the_common_ones_beside_each_other():
    story = timeless(
        """
        scenes:
          start: {text: It begins, choices: {go: {text: Go, goto: end}, stray: {text: Stray, goto: wood}}}
          wood: {text: A wood, choices: {on: {text: On, goto: end}}}
          end: {text: The end, choices: {stop: {text: Stop, effects: [{end: over}]}}}
        endings: {over: {title: Over, order: 1, at: any, text: Over}}
        """
    )
    found = compare(played(story, "go", "stop"), played(story, "stray", "on", "stop"))
    assert rows(found) == [
        (("start", "go"), ("start", "stray")),
        (None, ("wood", "on")),
        (("end", "stop"), ("end", "stop")),
    ]


def test_what_was_taken_back_is_not_compared():
    program = chambers()
    changed = played(program, "toss").back(0).choose("wait")
    assert compare(changed, played(program, "wait")).shared == 1


def walked(seed, steps):
    playthrough = begun(chambers(), seed=seed)
    for step in steps:
        if playthrough.ended:
            break
        playthrough = playthrough.choose(playthrough.open[step % len(playthrough.open)])
    return playthrough


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_decision_of_both_stands_once_and_in_order_whatever_was_played(data):
    steps = st.lists(st.integers(0, 5), max_size=25)
    first, second = (walked(data.draw(st.integers(0, 3)), data.draw(steps)) for _ in range(2))
    found = compare(first, second)
    assert [pair.first for pair in found.pairs if pair.first] == list(decided(first))
    assert [pair.second for pair in found.pairs if pair.second] == list(decided(second))
    for pair in found.pairs:
        if pair.first and pair.second:
            assert (pair.first.turn, pair.first.place) == (pair.second.turn, pair.second.place)
    swapped = compare(second, first)
    assert (swapped.shared, swapped.fate) == (found.shared, found.fate)
    assert len(swapped.pairs) == len(found.pairs)


def test_thousands_of_decisions_in_one_place_are_compared_in_a_moment():
    program = chambers()
    one, other = begun(program), begun(program)
    for number in range(1500):
        one, other = one.choose("wait"), other.choose("toss" if number % 7 == 3 else "wait")
    began = time.perf_counter()
    assert len(compare(one, other).pairs) == 1500
    assert time.perf_counter() - began < 5
