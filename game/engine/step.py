"""``begin`` and ``choose``: from a state to the next, with everything that happened on the way."""

from typing import NamedTuple

from game.engine.draft import Draft
from game.engine.events import Event, TurnBegan
from game.engine.going import go_on, open_envelope, take
from game.engine.luck import Luck, Outcome, Site
from game.engine.offers import NotOfferedError, open_choice
from game.engine.program import Program
from game.engine.start import Start
from game.engine.state import State
from game.expr.types import Value, Whole

FROM_THE_START = Start()


class Step(NamedTuple):
    """One result: where the reader stands now, and what happened, in order."""

    state: State
    events: tuple[Event, ...]


def begin(program: Program, luck: Luck, before: frozenset[str] = frozenset(), start: Start = FROM_THE_START) -> Step:
    """Begin a story: draw its truths, enter its first scene, go on to the first choice.

    ``before`` are storylets met in earlier sessions; unseen ones are dealt first. ``start`` may give another scene,
    and values; truths among them are not drawn. Raises EndlessError.
    """
    draft = Draft(State(program.layout.start, before=before, phase=start.phase), luck)
    set_out(program, draft, start)
    return Step(draft.state(), tuple(draft.events))


def set_out(program: Program, draft: Draft, start: Start) -> None:
    """From a draft in which nothing has happened to the first choice. Raises EndlessError."""
    given = start.values or {}
    for key, value_given in given.items():
        draft.values[program.layout.slots[key]] = value_given
    for truth in program.story.world.truths:
        if truth.id in given:
            continue
        outcomes = tuple(Outcome(str(outcome), weight) for outcome, weight in truth.outcomes)
        drawn = draft.luck(Site(truth.id, 0), outcomes)
        value: Value = int(drawn) if isinstance(truth.type, Whole) else drawn
        draft.values[program.layout.slots[truth.id]] = value
    if program.phases:
        draft.events.append(TurnBegan(draft.turn))
    draft.goto = start.scene or program.story.start
    go_on(program, draft)


def choose(program: Program, state: State, choice: str, luck: Luck) -> Step:
    """Take a choice, and go on to the next one or the end.

    ``choice`` is a choice's id, or in a tray the id of a storylet laid out. Raises NotOfferedError if it is not open
    now, EndlessError if no choice follows.
    """
    if state.ended:
        raise NotOfferedError("the story has ended")
    draft = Draft(state, luck)
    if state.scene:
        taken = open_choice(program, state, choice)
        take(program, draft, taken.scene, taken.choice)
    elif choice in state.hand and state.left > 0:
        open_envelope(draft, choice)
    else:
        raise NotOfferedError(f"`{choice}` is not offered here")
    go_on(program, draft)
    return Step(draft.state(), tuple(draft.events))
