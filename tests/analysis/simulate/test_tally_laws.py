"""However the runs are split and in whatever order they are put together, the counts are the same."""

from collections import Counter
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_runs import circle, ladder, runs, shipped

from game.analysis.simulate.tally import EVERYBODY, MixedError, Tally, together
from game.analysis.simulate.task import done, tasks

RUNS = 24
PROGRAMS = {"ladder": ladder, "circle": circle, "first_steps": lambda: shipped("first_steps")}
AFTER = {"ladder": "start", "circle": "start", "first_steps": "window"}


@cache
def whole(name, reader):
    return runs(PROGRAMS[name](), RUNS, reader=reader, after=(AFTER[name],))


@given(
    name=st.sampled_from(sorted(PROGRAMS)),
    reader=st.sampled_from(["uniform", "curious", "cautious"]),
    cuts=st.sets(st.integers(1, RUNS - 1), max_size=6),
    data=st.data(),
)
@settings(max_examples=30, deadline=None)
def test_any_split_put_together_in_any_order_gives_the_same(name, reader, cuts, data):
    edges = [0, *sorted(cuts), RUNS]
    program = PROGRAMS[name]()
    parts = [
        runs(program, last - first, first=first, reader=reader, after=(AFTER[name],)) for first, last in pairwise(edges)
    ]
    parts = data.draw(st.permutations(parts))
    halfway = data.draw(st.integers(0, len(parts)))
    assert together(parts) == whole(name, reader)
    nested = [together(part) for part in (parts[:halfway], parts[halfway:]) if part]
    assert together(nested) == whole(name, reader)


COUNTS = st.dictionaries(st.text(max_size=2), st.integers(1, 9), max_size=4)


@given(st.lists(COUNTS, min_size=3, max_size=3))
def test_putting_together_is_a_sum(counts):
    one, other, third = (Tally(reader="x", runs=1, endings=Counter(each)) for each in counts)
    assert together([one, other]) == together([other, one])
    assert together([together([one, other]), third]) == together([one, together([other, third])])
    assert together([one, Tally(reader="x")]) == one
    assert sum(together([one, other]).endings.values()) == sum(one.endings.values()) + sum(other.endings.values())


def test_putting_together_changes_none_of_the_parts():
    part = runs(ladder(), 5)
    before = dict(part.endings)
    together([part, runs(ladder(), 5, first=5)])
    assert part.endings == before
    assert part.runs == 5


def test_what_does_not_belong_together_is_refused():
    uniform, curious = runs(ladder(), 1), runs(ladder(), 1, reader="curious")
    with pytest.raises(MixedError):
        together([uniform, curious])
    with pytest.raises(MixedError):
        together([uniform, runs(ladder(), 1, worded=False)])
    with pytest.raises(MixedError):
        together([])
    assert together([uniform, curious], reader=EVERYBODY).runs == 2


def test_tasks_are_all_of_the_work_each_run_once_and_fork_the_first_reader_s_alone():
    found = list(tasks(("a", "b"), 10, 4, seed=3, worded=True, after=("start",)))
    assert [(one.reader, one.first, one.last) for one in found] == [
        ("a", 0, 4), ("b", 0, 4), ("a", 4, 8), ("b", 4, 8), ("a", 8, 10), ("b", 8, 10),
    ]  # fmt: skip
    assert {one.after for one in found if one.reader == "a"} == {("start",)}
    assert {one.after for one in found if one.reader == "b"} == {()}
    assert sum(one.runs for one in found) == 20


def test_a_run_hangs_on_the_seed_and_its_number_alone():
    program = ladder()
    first = next(tasks(("uniform",), 8, 8, seed=7, worded=True, after=()))
    assert done(program, first) == done(program, first)
    other = next(tasks(("uniform",), 8, 8, seed=8, worded=True, after=()))
    assert done(program, first) != done(program, other)
