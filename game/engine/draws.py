"""Draws as closures over a draft: chance picks one of the outcomes that may come."""

from collections.abc import Mapping

from game.engine.draft import Do, Draft
from game.engine.events import Drawn
from game.engine.luck import Outcome
from game.expr.compile import Test, compile_test
from game.expr.types import Key
from game.model import effect as model


def compile_draw(draw: model.Draw, done: Mapping[str, tuple[Do, ...]], slots: Mapping[Key, int]) -> Do:
    """Return a draw whose outcomes do what ``done`` says.

    Outcomes whose ``when`` holds take part, by weight. Where none may come, ``if_none`` says what does: nothing, one
    of them without being drawn, or the draw of all, whatever their ``when``.
    """
    tests: list[tuple[Outcome, Test | None]] = [
        (Outcome(one.id, one.weight), None if one.when is None else compile_test(one.when.checked, slots))
        for one in draw.outcomes
    ]
    everything = tuple(outcome for outcome, _ in tests)
    site, if_none = draw.id, draw.if_none

    def drawn(draft: Draft) -> None:
        may = tuple(outcome for outcome, test in tests if test is None or test(draft.values))
        if not may and if_none == "nothing":
            return
        name = draft.ask(site, may or everything) if may or if_none == "all" else if_none
        draft.events.append(Drawn(site, name))
        for do in done[name]:
            do(draft)

    return drawn
