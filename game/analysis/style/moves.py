"""Which meters some effects move, as written, as far as that is sure before anyone plays."""

from collections.abc import Collection, Mapping

from game.expr.compile import compile_count
from game.model.effect import Assign, Change, Effect, Later, effects_of


def touched(effects: tuple[Effect, ...], meters: Collection[str]) -> tuple[str, ...]:
    """The meters that these effects may move at once; what is only planned is left out."""
    found: dict[str, None] = {}
    for effect in effects:
        if isinstance(effect, Later):
            continue
        for each in (effect, *_inside(effect)):
            if isinstance(each, Change | Assign) and each.target in meters:
                found[each.target] = None
    return tuple(found)


def moves(effects: tuple[Effect, ...], meters: Collection[str]) -> Mapping[str, int] | None:
    """By how much these effects move each of the meters at once; None where that hangs on what happened before."""
    found: dict[str, int] = {}
    for effect in effects:
        if isinstance(effect, Later):
            continue
        if isinstance(effect, Change) and effect.target in meters and not effect.amount.checked.keys:
            amount = compile_count(effect.amount.checked, {})(())
            found[effect.target] = found.get(effect.target, 0) + (-amount if effect.down else amount)
        elif touched((effect,), meters):
            return None
    return {meter: by for meter, by in found.items() if by}


def _inside(effect: Effect) -> list[Effect]:
    """The effects in an effect that happen at once."""
    later = {id(each) for plan in effects_of((effect,)) if isinstance(plan, Later) for each in effects_of(plan.do)}
    return [each for each in effects_of((effect,))[1:] if id(each) not in later]
