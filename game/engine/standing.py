"""Which choices stand where a reader is, open or locked; and what is left where none is open."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.engine.program import Program, ReadyChoice, ReadyScene
from game.expr.compile import Values


class Standing(NamedTuple):
    """A choice as it stands now: the id that names it here, the scene it is written in, whether it can be taken."""

    id: str
    scene: ReadyScene
    choice: ReadyChoice
    open: bool


def standing(program: Program, name: str, values: Values, threads: Sequence[str]) -> tuple[Standing, ...]:
    """What stands in a scene, in the order written, then what its threads bring, by ids such as ``thread.choice``.

    Where nothing is open, the scene's first fallback that is comes last; those of threads never do.
    """
    scene = program.scenes[name]
    found = [one for one in _of(scene, values) if not one.choice.written.fallback]
    for thread in threads:
        brought = (one for one in _of(program.scenes[thread], values) if not one.choice.written.fallback)
        found += [one._replace(id=f"{thread}.{one.id}") for one in brought]
    if not any(one.open for one in found):
        found += [one for one in _of(scene, values) if one.choice.written.fallback and one.open][:1]
    return tuple(found)


def silent(program: Program, name: str, values: Values, threads: Sequence[str]) -> Standing | None:
    """The choice that is taken by itself here, since it has no words and nothing else is open."""
    if not program.scenes[name].passes:
        return None
    return next((one for one in standing(program, name, values, threads) if one.choice.written.silent), None)


def _of(scene: ReadyScene, values: Values) -> Iterator[Standing]:
    for choice in scene.choices.values():
        if not _hidden(choice, values):
            is_open = choice.requires is None or choice.requires(values)
            yield Standing(choice.written.id, scene, choice, is_open)


def _hidden(choice: ReadyChoice, values: Values) -> bool:
    if choice.when is not None and not choice.when(values):
        return True
    return choice.written.once and choice.taken is not None and bool(values[choice.taken])
