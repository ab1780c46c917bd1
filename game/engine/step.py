"""``begin`` and ``choose``: from a state to the next, with everything that happened on the way."""

from typing import NamedTuple

from game.engine.clock import end_early, follow, next_phase, no_words, still_due
from game.engine.draft import Draft
from game.engine.entering import enter
from game.engine.events import Event, Passed, Planned, Tested, Told, TurnBegan
from game.engine.luck import Luck, Outcome, Site
from game.engine.offers import NotOfferedError, open_choice
from game.engine.program import Program
from game.engine.prose import heading
from game.engine.standing import Standing, silent
from game.engine.start import Start
from game.engine.state import State
from game.expr.types import Value, Whole
from game.model.names import RETURN
from game.source.limits import AGENDA, JUMPS

_HUNDRED = 100
FROM_THE_START = Start()


class Step(NamedTuple):
    """One result: where the reader stands now, and what happened, in order."""

    state: State
    events: tuple[Event, ...]


class EndlessError(Exception):
    """A story that goes round and round: a thousand steps without a choice, or ever more plans; it says where."""


def begin(program: Program, luck: Luck, before: frozenset[str] = frozenset(), start: Start = FROM_THE_START) -> Step:
    """Begin a story: draw its truths, enter its first scene, go on to the first choice.

    ``before`` are storylets met in earlier sessions; unseen ones are dealt first. ``start`` may give another scene,
    and values; truths among them are not drawn. Raises EndlessError.
    """
    draft = Draft(State(program.layout.start, before=before, phase=start.phase), luck)
    given = start.values or {}
    for key, value_given in given.items():
        draft.values[program.layout.slots[key]] = value_given
    for truth in program.story.world.truths:
        if truth.id in given:
            continue
        outcomes = tuple(Outcome(str(outcome), weight) for outcome, weight in truth.outcomes)
        drawn = luck(Site(truth.id, 0), outcomes)
        value: Value = int(drawn) if isinstance(truth.type, Whole) else drawn
        draft.values[program.layout.slots[truth.id]] = value
    if program.phases:
        draft.events.append(TurnBegan(draft.turn))
    draft.goto = start.scene or program.story.start
    _go_on(program, draft)
    return _stepped(draft)


def choose(program: Program, state: State, choice: str, luck: Luck) -> Step:
    """Take a choice, and go on to the next one or the end.

    ``choice`` is a choice's id, or in a tray the id of a storylet laid out. Raises NotOfferedError if it is not open
    now, EndlessError if no choice follows.
    """
    if state.ended:
        raise NotOfferedError("the story has ended")
    draft = Draft(state, luck)
    if state.scene:
        _take(program, draft, open_choice(program, state, choice))
    elif choice in state.hand and state.left > 0:
        draft.hand.remove(choice)
        draft.left -= 1
        draft.goto = choice
    else:
        raise NotOfferedError(f"`{choice}` is not offered here")
    _go_on(program, draft)
    return _stepped(draft)


def _stepped(draft: Draft) -> Step:
    """The step that was made. Where a circle within one turn plans and plans, it names what was planned last."""
    if len(draft.agenda) > AGENDA:
        last = next((event.plan for event in reversed(draft.events) if isinstance(event, Planned)), "")
        raise EndlessError(f"more than {AGENDA:,} things wait for later turns; the last was planned at `{last}`")
    return Step(draft.state(), tuple(draft.events))


def _take(program: Program, draft: Draft, taken: Standing) -> None:
    scene, choice = taken.scene, taken.choice
    if choice.taken is not None:
        draft.values[choice.taken] = True
    follow(draft, choice.then, "result", "", scene.id)
    if choice.odds is not None and choice.passed is not None and choice.failed is not None:
        odds = max(0, min(_HUNDRED, choice.odds(draft.values)))
        site = f"{scene.id}.{choice.id}"
        outcomes = (Outcome("pass", odds), Outcome("fail", _HUNDRED - odds))
        passed = draft.ask(site, outcomes) == "pass"
        draft.events.append(Tested(site, odds, passed))
        follow(draft, choice.passed if passed else choice.failed, "result", "", scene.id)
    if scene.id != draft.scene:
        host = program.scenes[draft.scene].written
        draft.wait(host.then)
        draft.wait(host.call)
    draft.leave(scene.written.then)
    draft.scene, draft.threads = "", []
    end_early(program, draft)


def _go_on(program: Program, draft: Draft) -> None:
    """Go on until a choice is awaited or the story has ended."""
    clock = program.story.world.clock
    last = ""
    for _ in range(JUMPS):
        if draft.ended:
            return
        if draft.scene:
            taken = silent(program, draft.scene, draft.values, draft.threads)
            if taken is None:
                return
            draft.events.append(Passed(taken.scene.written.id, taken.choice.written.id))
            _take(program, draft, taken)
        elif draft.calls and draft.goto in ("", RETURN):
            draft.goto = draft.calls.pop()
        elif draft.goto == RETURN:
            draft.goto = ""
        elif draft.goto:
            last = draft.goto
            enter(program, draft)
        elif draft.queue:
            name = draft.queue.pop(0)
            if still_due(program, draft, name):
                draft.goto = name
        elif draft.hand and draft.left > 0:
            return
        elif draft.hand:
            _hand_over(program, draft)
        elif clock is not None:
            next_phase(program, draft, clock)
        else:
            return
    raise EndlessError(f"no choice came in {JUMPS} steps; the last scene was `{last}`")


def _hand_over(program: Program, draft: Draft) -> None:
    """Others deal with the envelopes that were not opened."""
    hand, draft.hand = draft.hand, []
    for name in hand:
        default, scene = program.storylets[name].default, program.scenes[name]
        title = heading(scene.written.title, scene.title, draft.values)
        if default is not None:
            if default.result is None:
                draft.events.append(Told("handled", title, name, no_words, tuple(draft.values)))
            follow(draft, default, "handled", title, name)
            place = draft.put_off()
            if place:
                draft.queue.append(place)
    end_early(program, draft)
