"""Why a card came, for authors: who else could have, in which tier and with what odds; and who could not, and why."""

from collections.abc import Iterator

from game.engine.events import Dealt
from game.engine.luck import NOTHING
from game.engine.program import Program, ReadyPhase, ReadyStorylet
from game.engine.state import State
from game.expr.compile import Values
from game.model.world import DealPhase
from game.play.playthrough import Playthrough
from game.play.questions import Question, questions
from game.view.seen import Working, condition


def asked(playthrough: Playthrough, *, deals_only: bool = False) -> Iterator[Working]:
    """Every question to chance of the last step, with the odds of each outcome; what was dealt without asking too."""
    program, move, found = playthrough.program, playthrough.moves[-1], questions(playthrough)
    before = move.step.state.before
    picked = {one.answer for one in found}
    for event in move.step.events:
        if isinstance(event, Dealt):
            for name in event.storylets:
                if name not in picked:
                    yield Working(depth=1, text=f"{name}: dealt by {event.phase}, as it was put on offer", mark="fell")
    deals = {phase.written.id for phase in program.phases if isinstance(phase.written, DealPhase)}
    for question in found:
        turn = f", turn {question.site.turn}" if question.site.turn else ""
        kind = "deal" if question.site.id in deals else "draw"
        if deals_only and kind != "deal":
            continue
        yield Working(depth=1, text=f"{kind} {question.site.id}{turn}: {question.answer}")
        yield from _outcomes(program, question, before, deal=kind == "deal")


def _outcomes(program: Program, question: Question, before: frozenset[str], *, deal: bool) -> Iterator[Working]:
    whole = sum(outcome.weight for outcome in question.outcomes)
    for outcome in sorted(question.outcomes, key=lambda one: -one.weight):
        if outcome.id == NOTHING and question.answer != NOTHING:
            continue
        odds = f"{100 * outcome.weight / whole:.4g} %" if outcome.weight else "no chance"
        told = f"{outcome.id}: {odds}, weight {outcome.weight}"
        if deal and outcome.id in program.storylets:
            ready = program.storylets[outcome.id]
            waits = "" if outcome.weight else ", waits for the tier above it"
            told = f"{outcome.id}: {odds}, weight {ready.written.weight}, {_tier(ready, before)}{waits}"
        yield Working(depth=2, text=told, mark="fell" if outcome.id == question.answer else "")


def _tier(ready: ReadyStorylet, before: frozenset[str]) -> str:
    seen = "seen in an earlier session" if ready.written.scene.id in before else "unseen"
    return f"priority {ready.written.priority}, {seen}"


def decks(program: Program, state: State) -> Iterator[Working]:
    """Each storylet of each deck: whether it could come if it were dealt now, and why not."""
    for phase in program.phases:
        if isinstance(phase.written, DealPhase):
            written = phase.written
            yield Working(depth=1, text=f"{written.id}: deals {written.hand}, of which {written.take} may be taken")
            for deck in written.decks:
                yield from _deck(program, state, phase, deck)


def _deck(program: Program, state: State, phase: ReadyPhase, deck: str) -> Iterator[Working]:
    slots, values = program.layout.slots, state.values
    written = phase.written
    assert isinstance(written, DealPhase)
    for name, when in written.joins:
        if name == deck:
            yield from condition(f"deck {deck} joins", when.checked, slots, values, 2)
    for one in program.decks.get(deck, ()):
        wanting = _wanting(one, state, values)
        stands = f"{wanting or 'may come'}, weight {one.written.weight}, {_tier(one, state.before)}"
        yield Working(
            depth=2,
            text=f"{one.written.scene.id}: {stands}",
            mark="no" if wanting else "yes",
        )
        if one.written.scene.when is not None:
            yield from condition("when", one.written.scene.when.checked, slots, values, 3)


def _wanting(one: ReadyStorylet, state: State, values: Values) -> str:
    """Why a storylet could not come now; empty where it could."""
    if one.dealt is not None and values[one.dealt]:
        return "has come, and comes once"
    if one.written.offered and one.written.scene.id not in state.offered:
        return "comes only where it is put on offer"
    return "" if one.when is None or one.when(values) else "its condition fails"
