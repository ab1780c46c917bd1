"""Which choices stand where a reader is, open or locked; and what is left where none is open."""

from collections.abc import Sequence
from typing import NamedTuple

from game.engine.program import Program, ReadyChoice, ReadyScene
from game.expr.compile import Values


class Standing(NamedTuple):
    """A choice as it stands now: the id that names it here, the scene it is written in, whether it can be taken."""

    id: str
    scene: ReadyScene
    choice: ReadyChoice
    open: bool


def standing(program: Program, name: str, values: Values, threads: Sequence[str]) -> list[Standing]:
    """What stands in a scene, in the order written, then what its threads bring, by ids such as ``thread.choice``.

    Where nothing is open, the scene's first fallback that is comes last; those of threads never do.
    """
    scene = program.scenes[name]
    found = [
        Standing(choice.id, scene, choice, is_open(choice, values))
        for choice in scene.ordinary
        if not is_hidden(choice, values)
    ]
    for thread in threads:
        brought = program.scenes[thread]
        found += [
            Standing(f"{thread}.{choice.id}", brought, choice, is_open(choice, values))
            for choice in brought.ordinary
            if not is_hidden(choice, values)
        ]
    if scene.fallbacks and not any(one.open for one in found):
        found += fallback(scene, values)
    return found


def fallback(scene: ReadyScene, values: Values) -> list[Standing]:
    """The fallback that is left where nothing else is open, if one is."""
    for choice in scene.fallbacks:
        if not is_hidden(choice, values) and is_open(choice, values):
            return [Standing(choice.id, scene, choice, open=True)]
    return []


def stands(program: Program, name: str, values: Values, threads: Sequence[str], choice: str) -> Standing | None:
    """One of the choices that stand in a scene, by its id; None if it doesn't."""
    scene = program.scenes[name]
    ready = scene.choices.get(choice)
    if ready is not None and not ready.written.fallback:  # which others stand says nothing about this one
        return None if is_hidden(ready, values) else Standing(choice, scene, ready, is_open(ready, values))
    return next((one for one in standing(program, name, values, threads) if one.id == choice), None)


def silent(program: Program, name: str, values: Values, threads: Sequence[str]) -> Standing | None:
    """The choice that is taken by itself here, since it has no words and nothing else is open."""
    return next((one for one in standing(program, name, values, threads) if one.choice.written.silent), None)


def is_hidden(choice: ReadyChoice, values: Values) -> bool:
    """Whether a choice does not stand now."""
    return choice.when is not None and not choice.when(values)


def is_open(choice: ReadyChoice, values: Values) -> bool:
    """Whether a choice that stands can be taken."""
    return choice.requires is None or choice.requires(values)
