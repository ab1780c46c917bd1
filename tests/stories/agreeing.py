"""Every method of the judge, held against the referee: what each says of a small story must be so."""

from enumerated import Everything

from game.analysis.exact_odds import Ahead, TooManyError
from game.analysis.explore.board import Limits, board_of, unwatched
from game.analysis.explore.by_arrays import settle
from game.analysis.explore.by_tracking import track
from game.analysis.explore.by_values import exclude, values_of
from game.analysis.explore.exhaustive import Exhaustive
from game.analysis.explore.plays import Plays
from game.analysis.explore.portfolio import explore
from game.analysis.readers import uniform

KINDS = ("scene", "storylet", "choice", "ending")
LIMITS = Limits(quiet=300, states=20_000)


def _plays(board):
    plays = Plays(board)
    plays.look_around(board)
    plays.seek(board)


METHODS = {
    "plays": _plays,
    "possible values": lambda board: exclude(board, values_of(board)),
    "tracked values": lambda board: track(board, values_of(board)),
    "dense arrays": lambda board: settle(board, values_of(board)),
    "all states": lambda board: Exhaustive(board).run(),
}


def disagreements(program, odds=4):
    """What any method says of a story that is not so; None where it is too large; and who settled what."""
    truth = Everything(program)
    if not truth.whole:
        return None, {}
    wrong, settled = [], {}
    for name, method in METHODS.items():
        board = board_of(program, LIMITS, unwatched)
        board.method = name
        method(board)
        trails, proofs = ({(one.kind, one.name) for one in some} for some in (board.trails, board.proofs))
        wrong += _judged(name, trails, proofs, truth)
        stuck = board.stuck is not None or board.endless is not None
        wrong += _of_stuck(name, stuck, board.hopeless is not None, board.never_stuck is not None, truth)
        if name == "all states" and not truth.endless:
            asked = {(one.kind, one.name) for one in board.targets if one.kind in KINDS}
            wrong += [f"{name}: left {one} open" for one in asked - trails - proofs]
            if truth.stuck() != stuck or (board.never_stuck is None) != (truth.stuck() or truth.hopeless()):
                wrong.append(f"{name}: says {board.never_stuck} of being stuck")
        settled[name] = len(trails) + len(proofs)
    found = explore(program, LIMITS)
    by = {
        kind: {(one.target.kind, one.target.name) for one in found.verdicts if one.found == kind}
        for kind in ("reached", "impossible")
    }
    wrong += _judged("portfolio", by["reached"], by["impossible"], truth)
    said = found.stuck.found
    wrong += _of_stuck("portfolio", said == "stuck", said == "hopeless", said == "never", truth)
    settled["portfolio"] = len(by["reached"]) + len(by["impossible"])
    return wrong + list(_odds(program, truth, odds)), settled


def _judged(name, reached, impossible, truth):
    mine = {one for one in reached if one[0] in KINDS}
    return [
        *(f"{name}: {one} was never met" for one in mine - truth.met),
        *(f"{name}: {one} is not impossible" for one in impossible & truth.met),
    ]


def _of_stuck(name, stuck, hopeless, never, truth):
    if stuck and not truth.stuck():
        yield f"{name}: nobody is stuck"
    if hopeless and not truth.hopeless():
        yield f"{name}: nobody is past every ending"
    if never and (truth.stuck() or truth.hopeless()):
        yield f"{name}: somebody is stuck"


def _odds(program, truth, most):
    """Exact odds: of every ending, and of some of the rest."""
    try:
        ahead = Ahead(program, uniform(program), (), lambda _done: True)
    except TooManyError:
        return
    facts = {one for one in ahead.facts() if one[0] in KINDS}
    if facts != {one for one in truth.met if one[0] in KINDS}:
        yield "odds: something else may come"
    for fact in sorted(facts, key=lambda one: (one[0] != "ending", one))[:most]:
        if abs(ahead.chance(fact) - truth.chance(fact)) > 1e-7:
            yield f"odds: {fact} has {truth.chance(fact)}, not {ahead.chance(fact)}"
