"""What an author wants to know of: can it ever come?"""

from dataclasses import dataclass, field
from typing import Literal

from game.source.span import NOWHERE, Span

Kind = Literal["scene", "storylet", "choice", "variant", "line", "ending", "coda", "claim"]
KINDS: tuple[Kind, ...] = ("scene", "storylet", "choice", "variant", "line", "ending", "coda", "claim")


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """One thing that may come: ``name`` is its id.

    A choice is named ``scene.choice`` and is reached when it is taken; a variant is named by the text that it is in and
    its number there, ``scene.text#2``, and is reached when it is told; a claim is reached by what decides it.
    """

    kind: Kind
    name: str
    at: Span = field(compare=False, default=NOWHERE)

    def __hash__(self) -> int:
        return hash(self.name)  # of one name there are few kinds, and they are asked for at every state
