"""The variants of a text: each piece that stands only sometimes, with what must be so for it to be told."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.analysis.explore.flow import Guard
from game.analysis.explore.target import Target
from game.model.prose import Branch, Link, Parts, Prose, Sequence, Styled


@dataclass(frozen=True, slots=True)
class Turn:
    """A text of a sequence: told when it is this one's turn, by how often the scene that holds it was entered."""

    of: Sequence
    index: int


@dataclass(frozen=True, slots=True)
class Variant:
    """One piece that stands only sometimes; it is told where all of ``asks`` hold as its text is told.

    ``said`` are those as written: ``heat > 5``, ``not (heat > 5)``, ``cycle 2``.
    """

    target: Target
    asks: tuple[Guard | Turn, ...]
    said: tuple[str, ...]


def variants_of(prose: Prose | None, name: str) -> tuple[Variant, ...]:
    """Every variant of a text called ``name``, in the order written, by ``name#1``, ``name#2``...

    A side of a branch in which nothing stands is none.
    """
    if prose is None:
        return ()
    found = enumerate(_asked(prose.parts, ()), 1)
    return tuple(
        Variant(
            Target("variant", f"{name}#{number}", prose.at), tuple(ask for ask, _ in asks), tuple(s for _, s in asks)
        )
        for number, asks in found
    )


_Asked = tuple[tuple[Guard | Turn, str], ...]


def _asked(parts: Parts, outer: _Asked) -> Iterator[_Asked]:
    for part in parts:
        match part:
            case Styled() | Link():
                yield from _asked(part.parts, outer)
            case Branch():
                for inner, wanted in ((part.yes, True), (part.no, False)):
                    if inner:
                        said = part.test.text if wanted else f"not ({part.test.text})"
                        asks = (*outer, (Guard(part.test.tree, wanted), said))
                        yield asks
                        yield from _asked(inner, asks)
            case Sequence():
                for index, option in enumerate(part.options):
                    if option:
                        turn = (*outer, (Turn(part, index), f"{part.variation} {index + 1}"))
                        yield turn
                        yield from _asked(option, turn)
            case _:
                pass
