"""Time: the one place that says in which order things happen.

A turn runs through the phases as declared. After the last of them: drift, the counting of how long
things have held, rules, promises that are due, early endings;
then the turn number goes up, and what was planned for the new turn comes due (effects at once, scenes and lines in
their phases). After the last turn the endings are looked at in their order.
"""

from game.engine.codas import tell_codas
from game.engine.draft import PHASES, Do, Draft
from game.engine.effects import BROKEN, OPEN
from game.engine.events import CameDue, Ended, Role, TurnBegan, Word
from game.engine.layout import ENDED
from game.engine.program import Program, ReadyConsequence, ReadyEnding, ReadyPhase
from game.engine.prose import NO_WORDS, heading
from game.engine.state import BEFORE
from game.engine.storylets import deal, tell_lines
from game.expr.compile import Values
from game.expr.types import MOST_TURNS_HELD
from game.model.names import RETURN
from game.model.world import Clock, DealPhase, LinesPhase, ScenePhase


def next_phase(program: Program, draft: Draft, clock: Clock) -> None:
    """Go on to the next phase; past the last one the turn ends and another begins, or the story does."""
    draft.phase += 1
    if draft.phase >= len(program.phases):
        _end_turn(program, draft, clock)
        return
    phase = program.phases[draft.phase]
    if phase.when is not None and not phase.when(draft.values):
        return
    match phase.written:
        case LinesPhase():
            tell_lines(program, draft, phase.written)
        case DealPhase():
            _deal(program, draft, phase)
        case ScenePhase():
            _scenes(program, draft, phase.written)


def _deal(program: Program, draft: Draft, phase: ReadyPhase) -> None:
    written = phase.written
    assert isinstance(written, DealPhase)
    hand = deal(program, draft, phase, written)
    if len(hand) <= written.take:
        draft.queue = list(hand)
        return
    draft.hand, draft.left = list(hand), written.take
    draft.tell("tray", written.title, written.id, NO_WORDS if phase.text is None else phase.text)


def _scenes(program: Program, draft: Draft, phase: ScenePhase) -> None:
    """What is due: planned scenes in the order planned, then dated ones in the order written; else the arcs' beat."""
    turn, values = draft.turn, draft.values
    due = [*draft.scenes, *(name for name in program.dated.get(turn, ()) if not _came(program, name, values))]
    draft.scenes = []
    draft.queue = [name for name in dict.fromkeys(due) if may_come(program, name, values)]
    if not draft.queue and phase.arcs:
        ready = (name for name, window in program.beats if window.first <= turn <= window.last)
        open_beats = (name for name in ready if not _came(program, name, values) and may_come(program, name, values))
        draft.queue = [name for name in (next(open_beats, ""),) if name]


def _came(program: Program, name: str, values: Values) -> bool:
    slot = program.scenes[name].came
    return slot is not None and bool(values[slot])


def may_come(program: Program, name: str, values: Values) -> bool:
    """Whether a scene's ``when`` holds."""
    when = program.scenes[name].when
    return when is None or when(values)


def still_due(program: Program, draft: Draft, name: str) -> bool:
    """Whether what stands in the queue still comes: in a scene phase its ``when`` must hold then as well."""
    return not isinstance(program.phases[draft.phase].written, ScenePhase) or may_come(program, name, draft.values)


def follow(draft: Draft, consequence: ReadyConsequence, role: Role, title: str, owner: str) -> None:
    """Do what follows and go where it goes; its text comes before its changes and knows them.

    An effect that sends elsewhere counts more than its ``goto``; either more than where a promise kept in it leads.
    """
    begins = len(draft.events)
    outer, draft.sent = draft.sent, ""
    for do in consequence.do:
        do(draft)
    if consequence.result is not None and draft.read:
        draft.tell(role, title, owner, consequence.result, summary=consequence.summary, at=begins)
    draft.goto = draft.sent or consequence.goto or draft.goto
    draft.sent = outer
    if consequence.call:
        draft.called = consequence.call


def do_all(draft: Draft, effects: tuple[Do, ...]) -> None:
    """Do effects that belong to no consequence, and go where they send."""
    for do in effects:
        do(draft)
    draft.goto, draft.sent = draft.sent or draft.goto, ""
    if draft.goto == RETURN and not draft.calls:
        draft.goto = ""


def _end_turn(program: Program, draft: Draft, clock: Clock) -> None:
    _drift(program, draft)
    _count(program, draft)
    for rule in program.rules:
        if rule.fired is not None and draft.values[rule.fired]:
            continue
        window = rule.written.window
        if window is not None and not window.first <= draft.turn <= window.last:
            continue
        if rule.when is None or rule.when(draft.values):
            if rule.fired is not None:
                draft.values[rule.fired] = True
            do_all(draft, rule.do)
            _put_off(draft)
    _promises(program, draft)
    end_early(program, draft)
    if draft.ended:
        return
    if draft.turn >= clock.turns:
        _end(program, draft, program.last)
        return
    _begin_turn(program, draft)


def _drift(program: Program, draft: Draft) -> None:
    """What meters do by themselves; whether they do is judged for all of them before any has moved."""
    values: Values = draft.values
    due = [
        one for one in program.drifts if not draft.turn % one.written.every and (one.when is None or one.when(values))
    ]
    for drift in due:
        written = drift.written
        value: int = values[drift.slot]
        if written.toward is None:
            after = value + written.by
        elif value < written.toward:
            after = min(value + abs(written.by), written.toward)
        else:
            after = max(value - abs(written.by), written.toward)
        draft.change(drift.slot, drift.key, max(drift.low, min(drift.high, after)), written.because)


def _count(program: Program, draft: Draft) -> None:
    """One turn more for what holds, none for what doesn't."""
    values: Values = draft.values
    for slot, test in program.held:
        draft.values[slot] = min(values[slot] + 1, MOST_TURNS_HELD) if test(values) else 0


def _promises(program: Program, draft: Draft) -> None:
    """Promises whose date has come and which were not kept are broken."""
    for due in [one for one in draft.agenda if one.turn <= draft.turn and one.plan.startswith("promise(")]:
        if due not in draft.agenda:  # one broken before it kept this one
            continue
        draft.agenda.remove(due)
        promise = program.promises[due.plan[8:-1]]
        if draft.values[promise.slot] == OPEN:
            draft.values[promise.slot] = BROKEN
            draft.events.append(Word(promise.written.id, "broken"))
            follow(draft, promise.broken, "result", "", "")
            _put_off(draft)


def _put_off(draft: Draft) -> None:
    """Where something between two turns leads to a scene, it comes in the next turn's scene phase."""
    place = draft.put_off()
    if place:
        draft.scenes.append(place)


def _begin_turn(program: Program, draft: Draft) -> None:
    draft.values[0] = draft.turn + 1
    draft.phase = BEFORE
    draft.events.append(TurnBegan(draft.turn))
    for event, happened in program.events:
        when = draft.values[event]
        assert isinstance(when, int)
        if when < (draft.turn - 1) * PHASES + BEFORE:
            draft.values[event] = 0
            draft.values[happened] = False
    for due in [one for one in draft.agenda if one.turn <= draft.turn and not one.plan.startswith("promise(")]:
        draft.agenda.remove(due)
        plan = program.plans[due.plan]
        draft.events.append(CameDue(due.plan))
        if plan.written.scene:
            draft.scenes.append(plan.written.scene)
        elif plan.written.line:
            draft.lines.append(due.plan)
        draft.plan = due.plan
        do_all(draft, plan.do)
        draft.plan = ""
        _put_off(draft)
    if draft.ended:
        end_early(program, draft)


def end_early(program: Program, draft: Draft) -> None:
    """End the story if an effect asked for it or an early ending's condition holds."""
    if draft.ended:
        _finish(program, draft, draft.ended)
    else:
        _end(program, draft, program.early)


def _end(program: Program, draft: Draft, endings: tuple[ReadyEnding, ...]) -> None:
    """End with the first of some endings that may come now, if one may."""
    for ending in endings:
        if (ending.when is None or ending.when(draft.values)) and _warned(ending, draft.values):
            _finish(program, draft, ending.written.id)
            return


def _warned(ending: ReadyEnding, values: Values) -> bool:
    return ending.warned is None or values[ending.warned] >= ending.written.warned


def _finish(program: Program, draft: Draft, name: str) -> None:
    ending = next(one for one in program.endings if one.written.id == name)
    draft.ended, draft.scene, draft.goto, draft.threads = name, "", "", []
    draft.offered = []
    draft.queue, draft.hand, draft.left = [], [], 0
    draft.agenda, draft.lines, draft.scenes, draft.calls = [], [], [], []
    draft.events.append(Ended(name))
    draft.tell("ending", heading(ending.written.title, ending.title, draft.values), name, ending.text)
    slot = program.layout.slots.get(ENDED)
    if slot is not None:
        draft.values[slot] = name
    if ending.written.codas:
        tell_codas(program, draft)
