"""Claims as a part of a flow: over it, what decides a claim is met where some play decides it, and nowhere else."""

from itertools import product

import pytest
from small_stories import begun, timeless

from game.analysis.claims import Monitors
from game.analysis.explore.flow import Add, Either, Flow, Guard, Move, Point, Put, Way
from game.analysis.explore.watched import watched
from game.expr.compile import compile_tree
from game.expr.syntax import Literal
from game.expr.types import Whole, YesNo

STAIRS = """
facts: {step: {range: 0..4}, lit: false}
scenes:
  start:
    text: Stairs
    choices:
      up: {text: Up, when: not lit, effects: [step += 1], goto: start}
      down: {text: Down, when: not lit, effects: [step -= 1], goto: start}
      lamp: {text: Lamp, when: step == 2 and not lit, effects: [lit = true], goto: start}
      stop: {text: Stop, when: not lit, effects: [{end: done}]}
endings: {done: {title: Done, order: 1, at: any, text: It is over}}
"""
PATHS = [path for length in range(7) for path in product(("up", "down", "lamp", "stop"), repeat=length)]


def stairs(program):
    """The flow of that story, drawn by hand; with the lamp lit nothing is open any more."""
    conditions = {one.id: one.when.checked.tree for one in program.story.scenes["start"].choices if one.when}
    one = Literal(0, 0, 1)
    points = (Point("begin"), Point("start", awaits=True), Point("done", ending="done"), Point("lit", stuck=True))
    ways = (
        Way(0, 1),
        Way(1, 1, (Guard(conditions["up"]),), (Add("step", one, False, 0, 4),), moves=(Move("up"),)),
        Way(1, 1, (Guard(conditions["down"]),), (Add("step", one, True, 0, 4),), moves=(Move("down"),)),
        Way(1, 3, (Guard(conditions["lamp"]),), (Put("lit", Literal(0, 0, True)),), moves=(Move("lamp"),)),
        Way(1, 2, (), (Put("ended", Literal(0, 0, "done")),), moves=(Move("stop"),)),
    )
    types = {"step": Whole(0, 4), "lit": YesNo()}
    return Flow(points, ways, 0, types, {"step": (0,), "lit": (False,), "ended": ("",)}, exact=True)


def met_over(flow):
    """Every target that is met somewhere in a flow, by going everywhere."""
    keys = tuple(flow.start)
    slots = {key: slot for slot, key in enumerate(keys)}
    left = [(flow.begin, tuple(flow.start[key][0] for key in keys))]
    seen, met = set(left), set()

    def holds(tree, values):
        return bool(compile_tree(tree, slots)(values))

    def done(ops, values):
        for op in ops:
            if isinstance(op, Either):
                values = done(op.then if holds(op.when, values) else op.otherwise, values)
                continue
            changed = compile_tree(op.value if isinstance(op, Put) else op.amount, slots)(values)
            if isinstance(op, Add):
                changed = values[slots[op.key]] + (-changed if op.down else changed)
                changed = max(op.low, min(op.high, changed))
            values = (*values[: slots[op.key]], changed, *values[slots[op.key] + 1 :])
        return values

    while left:
        point, values = left.pop()
        for way in flow.ways:
            if way.source == point and all(holds(guard.tree, values) == guard.wanted for guard in way.guards):
                met.update(target.name for target in way.meets)
                reached = way.to, done(way.ops, values)
                if reached not in seen:
                    seen.add(reached)
                    left.append(reached)
    return met


def decided_by_playing(program):
    """Whether some play decides the claim."""
    monitors = Monitors(program)
    found = set()
    for path in PATHS:
        playthrough = begun(program)
        held = monitors.begin(playthrough.state)
        for choice in path:
            if choice not in playthrough.open:
                break
            playthrough = playthrough.choose(choice)
            held = monitors.after(held, playthrough.state)
        if not playthrough.open and not playthrough.ended:
            held = monitors.stopped(held)
        found.update(monitors.decided(held))
    return found


CLAIMS = [
    f"{kind}: {what}{bounds}"
    for kind in ("always", "never", "sometimes", "eventually")
    for what in ("step < 4", "step == 3", "lit or ended == done", "step in 1..2", "ended == done")
    for bounds in (
        "",
        ", after: step == 3",
        ", before: step == 2",
        ", after: step == 1, before: step == 3",
        ", after: lit",
        ", before: ended == done",
    )
]


def test_a_claim_is_decided_over_its_flow_where_a_play_decides_it():
    wrong = {}
    named = {f"c{number}": claim for number, claim in enumerate(CLAIMS)}
    program = timeless(STAIRS + "claims:\n" + "".join(f"  {name}: {{{said}}}\n" for name, said in named.items()))
    played, proved = decided_by_playing(program), met_over(watched(stairs(program), program.story))
    wrong = {said for name, said in named.items() if (name in played) != (name in proved)}
    assert wrong == set()
    assert 20 < len(played) < len(CLAIMS) - 20


@pytest.mark.parametrize("claims", ["", "claims: {c: {never: step == 9}}", "claims: {c: {eventually: lit}}"])
def test_a_flow_without_claims_is_itself_and_one_with_them_keeps_every_move(claims):
    program = timeless(STAIRS.replace("0..4", "0..9") + claims)
    flow = stairs(program)
    found = watched(flow, program.story)
    assert (found is flow) == (not claims)
    assert {way.moves for way in found.ways} == {way.moves for way in flow.ways}
    assert found.points[: len(flow.points)] == flow.points
