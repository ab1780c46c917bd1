"""What the shipped stories claim holds wherever their own readers go, and these readers go different ways."""

from functools import cache
from pathlib import Path

import pytest

from game.analysis.chance import Stream
from game.analysis.claims import Monitors
from game.analysis.readers import all_readers
from game.engine.prepare import prepare
from game.engine.step import begin, choose
from game.load.pipeline import load_path

STORIES = Path(__file__).parents[2] / "story"
RUNS = 60


@cache
def program_of(name):
    loaded = load_path(STORIES / name)
    assert loaded.diagnostics == ()
    return prepare(loaded.story)


def luck(stream):
    def draw(_site, outcomes):
        left = stream.below(sum(one.weight for one in outcomes))
        for one in outcomes:
            left -= one.weight
            if left < 0:
                return one.id
        raise AssertionError

    return draw


@cache
def read(name):
    """By reader: the last states of some runs, and how the claims stood then."""
    program = program_of(name)
    monitors, found = Monitors(program), {}
    for reader in all_readers(program):
        found[reader.name] = []
        for run in range(RUNS):
            stream, again = Stream(run), reader.fresh()
            state = begin(program, luck(stream)).state
            held = monitors.begin(state)
            for _ in range(200):
                if state.ended:
                    break
                state = choose(program, state, again.pick(state, stream), luck(stream)).state
                held = monitors.after(held, state)
            found[reader.name].append((state, held))
    return found


@pytest.mark.parametrize("name", ["narrow_sky", "first_steps", "harbour_light"])
def test_no_reader_breaks_a_claim_and_what_happens_sometimes_does(name):
    program = program_of(name)
    monitors = Monitors(program)
    ends = [held for each in read(name).values() for _, held in each]
    assert {claim for held in ends for claim in monitors.broken(held)} == set()
    sometimes = {claim.id for claim in program.story.claims.values() if claim.kind == "sometimes"}
    assert {claim for held in ends for claim in monitors.decided(held)} == sometimes


def test_the_campaigns_readers_pull_where_they_say():
    program = program_of("narrow_sky")

    def mean(reader, meter):
        values = [program.value(state.values, meter) for state, _ in read("narrow_sky")[reader]]
        return sum(values) / len(values)

    asked = ("moscow", "washington", "roots", "fuse")
    habits = ("hawk", "dove", "please_moscow", "please_washington", "balancer")
    others = {name: {meter: mean(name, meter) for meter in asked} for name in habits}
    assert max(others, key=lambda name: others[name]["moscow"]) == "please_moscow"
    assert max(others, key=lambda name: others[name]["washington"]) == "please_washington"
    assert min(others, key=lambda name: others[name]["roots"]) == "hawk"
    assert min(others, key=lambda name: others[name]["fuse"]) == "dove"
    apart = {name: abs(one["moscow"] - one["washington"]) for name, one in others.items()}
    assert min(apart, key=apart.__getitem__) == "balancer"
