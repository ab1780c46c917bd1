"""Codas: the tail pieces of an ending."""

from game.engine.draft import Draft
from game.engine.program import Program, ReadyCoda
from game.engine.prose import Tell, heading
from game.expr.compile import Values


def tell_codas(program: Program, draft: Draft) -> None:
    """Tell, in order, each coda whose ``when`` holds, by its first version that holds; planted ones if planted."""
    values = tuple(draft.values)
    for coda in program.codas:
        told = _version(coda, values)
        if told is not None:
            title = heading(coda.written.title, coda.title, values)
            draft.tell("coda", title, coda.written.id, told)


def _version(coda: ReadyCoda, values: Values) -> Tell | None:
    if coda.written.planted and not (coda.planted is not None and values[coda.planted]):
        return None
    if coda.when is not None and not coda.when(values):
        return None
    return next((tell for when, tell in coda.versions if when is None or when(values)), None)
