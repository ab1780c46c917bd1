"""Effects that set down that something is so: a truth known, a word remembered, a warning given."""

from collections.abc import Mapping

from game.engine.draft import Do, Draft
from game.engine.events import Hurt, Noted
from game.expr.types import Key
from game.model.effect import Achieve, Effect, End, Goto, Happen, Ledger, PutUp, Remember, Reveal, Unlock, Warn
from game.model.ending import MOST_WARNINGS


def compile_mark(effect: Effect, slots: Mapping[Key, int]) -> Do:
    """Return an effect that only sets down that something is so."""
    match effect:
        case Reveal():
            slot, truth = slots[f"revealed({effect.truth})"], effect.truth

            def reveal(draft: Draft) -> None:
                if not draft.values[slot]:
                    draft.values[slot] = True
                    draft.events.append(Noted("reveal", truth))

            return reveal
        case Happen():
            event, happened = slots[f"event({effect.name})"], slots[f"happened({effect.name})"]

            def happen(draft: Draft) -> None:
                draft.values[event] = draft.time
                draft.values[happened] = True

            return happen
        case Warn():
            return compile_warning(effect.ending, slots.get(f"warnings({effect.ending})"))
        case Unlock():
            unlocked = Noted("unlock", effect.entry)
            return lambda draft: draft.events.append(unlocked)
        case Remember():
            return _remember(effect, slots.get(f"remembers({effect.character}.{effect.memory})"))
        case Achieve():
            achieved = Noted("achieve", effect.achievement)
            return lambda draft: draft.events.append(achieved)
        case Ledger():
            hurt = Hurt(effect)
            return lambda draft: draft.events.append(hurt)
        case PutUp() | Goto() | End():
            return _onward(effect, slots)
        case _:
            raise AssertionError(f"no way to do {type(effect).__name__}")


def _remember(effect: Remember, slot: int | None) -> Do:
    noted = Noted("remember", effect.character, effect.what)

    def remember(draft: Draft) -> None:
        draft.events.append(noted)
        if slot is not None:
            draft.values[slot] = True

    return remember


def _onward(effect: PutUp | Goto | End, slots: Mapping[Key, int]) -> Do:
    """Effects that say what comes next."""
    match effect:
        case PutUp():
            storylet, dealt = effect.storylet, slots.get(f"dealt({effect.storylet})")

            def put_up(draft: Draft) -> None:
                over = dealt is not None and draft.values[dealt]
                if storylet not in draft.offered and not over:
                    draft.offered.append(storylet)

            return put_up
        case Goto():
            scene = effect.scene

            def goto(draft: Draft) -> None:
                draft.sent = scene

            return goto
        case End():
            ending = effect.ending

            def end(draft: Draft) -> None:
                draft.ended = draft.ended or ending

            return end


def compile_warning(ending: str, slot: int | None) -> Do:
    """Return what counts one warning of an ending; without a slot nothing asks, and it is only told."""
    noted = Noted("warn", ending)

    def warn(draft: Draft) -> None:
        draft.events.append(noted)
        if slot is not None:
            count = draft.values[slot]
            assert isinstance(count, int)
            draft.values[slot] = min(count + 1, MOST_WARNINGS)

    return warn
