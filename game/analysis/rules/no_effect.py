"""Effects that do nothing."""

from collections.abc import Iterator

from game.analysis.advice import advice
from game.analysis.case import Case
from game.expr.syntax import Literal, Name
from game.model.effect import Assign, Change, Conditional, Effect, Later
from game.source.diagnostic import Diagnostic


def no_effect(case: Case) -> Iterator[Diagnostic]:
    """Changes by nothing, a value set to itself, conditions and plans of nothing, a scene told within itself."""
    for effect in case.effects:
        why = _why(effect)
        if why:
            yield advice("does-nothing", why, effect.at)
    for scene in case.story.scenes.values():
        if scene.id in scene.threads:
            yield advice(
                "does-nothing", f"`{scene.id}` can't be told within itself", scene.at, "leave it out of `threads`"
            )
    for rule in case.story.world.rules:
        if not rule.do:
            yield advice("does-nothing", f"the rule `{rule.id}` does nothing", rule.at)


def _why(effect: Effect) -> str:
    match effect:
        case Change(amount=amount) if isinstance(amount.checked.tree, Literal) and amount.checked.tree.value == 0:
            return f"`{effect.target}` is changed by nothing here"
        case Assign(target=target, value=value) if isinstance(value.tree, Name) and value.tree.name == target:
            return f"`{target}` is set to itself here"
        case Conditional(do=(), otherwise=()):
            return "nothing is done here, whether it holds or not"
        case Later(do=(), scene="", line="", coda=""):
            return "nothing is planned here"
        case _:
            return ""
