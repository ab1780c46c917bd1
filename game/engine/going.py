"""Going on: a choice taken, and everything that follows until the next one is awaited or the story has ended."""

from game.engine.clock import end_early, follow, next_phase, still_due
from game.engine.draft import Draft
from game.engine.entering import enter
from game.engine.events import Passed, Planned, Tested
from game.engine.luck import Outcome
from game.engine.program import Program, ReadyChoice, ReadyScene
from game.engine.prose import NO_WORDS, heading
from game.engine.standing import silent
from game.model.names import RETURN
from game.source.limits import AGENDA, JUMPS

_HUNDRED = 100


class EndlessError(Exception):
    """A story that goes round and round: a thousand steps without a choice, or ever more plans; it says where."""


def take(program: Program, draft: Draft, scene: ReadyScene, choice: ReadyChoice) -> None:
    """Take a choice that is open; ``scene`` is the one that it is written in."""
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
    if draft.called or not draft.goto or draft.goto == RETURN:
        draft.leave(scene.written.then)
    draft.scene = ""
    if draft.threads:
        draft.threads = []
    if draft.ended or program.early:
        end_early(program, draft)


def go_on(program: Program, draft: Draft) -> None:
    """Go on until a choice is awaited or the story has ended. Raises EndlessError."""
    clock = program.story.world.clock
    last = ""
    for _ in range(JUMPS):
        if draft.scene:
            if not program.scenes[draft.scene].passes:
                break
            taken = silent(program, draft.scene, draft.values, draft.threads)
            if taken is None:
                break
            draft.events.append(Passed(taken.scene.written.id, taken.choice.written.id))
            take(program, draft, taken.scene, taken.choice)
        elif draft.ended:
            break
        elif draft.goto and draft.goto != RETURN:
            last = draft.goto
            enter(program, draft)
        elif draft.calls:
            draft.goto = draft.calls.pop()
        elif draft.goto:
            draft.goto = ""
        elif draft.queue:
            name = draft.queue.pop(0)
            if still_due(program, draft, name):
                draft.goto = name
        elif draft.hand and draft.left > 0:
            break
        elif draft.hand:
            _hand_over(program, draft)
        elif clock is not None:
            next_phase(program, draft, clock)
        else:
            break
    else:
        raise EndlessError(f"no choice came in {JUMPS} steps; the last scene was `{last}`")
    if len(draft.agenda) > AGENDA:
        planned = next((event.plan for event in reversed(draft.events) if isinstance(event, Planned)), "")
        raise EndlessError(f"more than {AGENDA:,} things wait for later turns; the last was planned at `{planned}`")


def open_envelope(draft: Draft, storylet: str) -> None:
    """Take a storylet that is laid out."""
    draft.hand.remove(storylet)
    draft.left -= 1
    draft.goto = storylet


def _hand_over(program: Program, draft: Draft) -> None:
    """Others deal with the envelopes that were not opened."""
    hand, draft.hand = draft.hand, []
    for name in hand:
        default, scene = program.storylets[name].default, program.scenes[name]
        title = heading(scene.written.title, scene.title, draft.values)
        if default is not None:
            if default.result is None:
                draft.tell("handled", title, name, NO_WORDS)
            follow(draft, default, "handled", title, name)
            place = draft.put_off()
            if place:
                draft.queue.append(place)
    end_early(program, draft)
