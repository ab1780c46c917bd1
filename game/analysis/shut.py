"""What would open a choice that is shut: in one state, over many readings, along one session."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from game.analysis.paired import LONGEST
from game.engine.going import EndlessError
from game.engine.offers import NotOfferedError
from game.engine.program import Program
from game.engine.state import State
from game.expr.asks import Ask, ask_of
from game.expr.compile import Values, compile_tree
from game.expr.said import said
from game.expr.syntax import Binary, Expr, Unary
from game.expr.types import Key, Value
from game.play.playthrough import Playthrough

_WORD = 1
"""What it counts to change something that is no number."""
_MANY = 10_000
"""So many decisions are tried along a session before it is given up."""


@dataclass(frozen=True, slots=True)
class Lack:
    """One part of a condition that fails: what it asks, what was there, and how far a number is from what it asks."""

    asks: str
    keys: tuple[Key, ...]
    now: Value
    by: int


Lacks = tuple[Lack, ...]


def lacks_of(tree: Expr, values: Values, slots: Mapping[Key, int], *, wanted: bool = True) -> Lacks:
    """The nearest changes of values that let a condition come out as wanted; nothing where it does."""
    match tree:
        case Unary(op="not"):
            return lacks_of(tree.operand, values, slots, wanted=not wanted)
        case Binary(op="and" | "or"):
            one = lacks_of(tree.left, values, slots, wanted=wanted)
            other = lacks_of(tree.right, values, slots, wanted=wanted)
            if (tree.op == "and") == wanted:
                return tuple(dict.fromkeys((*one, *other)))
            return min(one, other, key=_cost)
        case _:
            if bool(compile_tree(tree, slots)(values)) == wanted:
                return ()
            ask = ask_of(tree, wanted)
            text = said(tree) if wanted else f"not {said(tree)}"
            if ask is None:
                return (Lack(text, (), "", _WORD),)
            now = sum(bool(values[slots[key]]) for key in ask.keys) if ask.counted else values[slots[ask.keys[0]]]
            return (Lack(text, ask.keys, now, _distance(ask, now)),)


def _cost(lacks: Lacks) -> tuple[int, int]:
    return len(lacks), sum(one.by for one in lacks)


def _distance(ask: Ask, now: Value) -> int:
    if isinstance(now, bool | str):
        return _WORD
    if ask.low is not None and now < ask.low:
        return ask.low - now
    if ask.high is not None and now > ask.high:
        return now - ask.high
    return _WORD


@dataclass(slots=True)
class Shut:
    """How a choice stood over many readings: in which it stood open, and what the nearest change was in the others.

    Readings are counted by bits; of each that came to the place and never saw it open, the nearest ``lacks`` are kept.
    """

    program: Program
    scene: str
    own: str
    open: int = 0
    lacks: dict[int, Lacks] = field(default_factory=dict)

    def look(self, run: int, state: State) -> None:
        """See how it stands in a state."""
        if state.scene != self.scene and self.scene not in state.threads:
            return
        found = lacking(self.program, state, self.scene, self.own)
        if found is None:
            return
        if not found:
            self.open |= 1 << run
            self.lacks.pop(run, None)
        elif not self.open >> run & 1 and (run not in self.lacks or _cost(found) < _cost(self.lacks[run])):
            self.lacks[run] = found


def lacking(program: Program, state: State, scene: str, own: str) -> Lacks | None:
    """What is lacking for a choice to be open here; nothing where it is, None where it was taken and comes once."""
    ready, slots, values = program.scenes[scene].choices[own], program.layout.slots, state.values
    if ready.written.once and ready.taken is not None and values[ready.taken]:
        return None
    conditions = (ready.written.when, ready.written.requires)
    trees = [one.checked.tree for one in conditions if one is not None]
    return tuple(dict.fromkeys(lack for tree in trees for lack in lacks_of(tree, values, slots)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Otherwise:
    """One decision of a session, taken otherwise, after which the choice opens: at decision ``opens``."""

    number: int
    choice: str
    opens: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Along:
    """How a choice stood along a session: the decisions at which it stood, each with what it lacked.

    ``otherwise`` is the latest decision that could have been taken so that it opens, everything after it taken as it
    was, as far as that was offered; None where no single one does. ``given_up`` says that not all were tried.
    """

    stood: tuple[tuple[int, Lacks], ...]
    otherwise: Otherwise | None
    given_up: bool = False


def along(playthrough: Playthrough, scene: str, own: str) -> Along:
    """Look at a choice along a session, the last decision otherwise first."""
    program = playthrough.program
    stood = tuple(_stood(playthrough, scene, own))
    if any(not lacks for _, lacks in stood):
        return Along(stood=stood, otherwise=None)
    tried = 0
    for number in range(playthrough.decisions - 1, -1, -1):
        here = playthrough.at(number)
        took = playthrough.moves[number + 1].took
        for choice in here.open:
            if took is None or choice == took.choice:
                continue
            for other in _course(playthrough, here, number, choice):
                tried += 1
                state = other.state
                if (state.scene == scene or scene in state.threads) and lacking(program, state, scene, own) == ():
                    found = Otherwise(number=number + 1, choice=choice, opens=other.decisions + 1)
                    return Along(stood=stood, otherwise=found)
            if tried > _MANY:
                return Along(stood=stood, otherwise=None, given_up=True)
    return Along(stood=stood, otherwise=None)


def _stood(playthrough: Playthrough, scene: str, own: str) -> Iterator[tuple[int, Lacks]]:
    for number in range(playthrough.pages):
        state = playthrough.moves[number].step.state
        if state.scene == scene or scene in state.threads:
            found = lacking(playthrough.program, state, scene, own)
            if found is not None:
                yield number + 1, found


def _course(whole: Playthrough, here: Playthrough, number: int, choice: str) -> Iterator[Playthrough]:
    """The session from a decision on that is taken otherwise; the later ones as they were, as far as they are offered.

    Where the next is not offered, the first that is open is taken, until the session would have ended.
    """
    try:
        now = here.back(number).choose(choice)
        yield now
        for move in whole.moves[number + 2 :]:
            if now.ended or not now.open or now.decisions > LONGEST or move.took is None:
                return
            wanted = move.took.choice if now.place == move.took.scene and move.took.choice in now.open else now.open[0]
            now = now.choose(wanted)
            yield now
    except (EndlessError, NotOfferedError):
        return
