"""What changes: effects, one class a kind."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from game.expr.types import Checked, Key
from game.model.condition import Amount, Condition
from game.source.span import Span

Kind = Literal["", "echo", "bill", "ghost"]
KINDS: tuple[Kind, ...] = ("echo", "bill", "ghost")
"""How what the reader did comes back: somebody mentions it; it costs; it is what a coda is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """``target += amount`` or ``-=``; a meter's soft ends and gains apply."""

    target: Key
    amount: Amount
    down: bool
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assign:
    """``target = value``."""

    target: Key
    value: Checked
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditional:
    """``{when: ..., do: [...], else: [...]}``."""

    when: Condition
    do: tuple["Effect", ...]
    otherwise: tuple["Effect", ...]
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reveal:
    """A truth becomes known to the reader."""

    truth: str
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlock:
    """A codex entry becomes known."""

    entry: str
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happen:
    """Something happened this turn, of which lines and conditions may speak."""

    name: str
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """A promise is given."""

    promise: str
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """A promise is kept."""

    promise: str
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remember:
    """A character will remember this of the reader; ``memory`` is its id, if it was declared."""

    character: str
    what: str
    memory: str = ""
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Achieve:
    """The reader has earned an achievement."""

    achievement: str
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """The story ends here, with this ending."""

    ending: str
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Warn:
    """The reader is warned of an ending."""

    ending: str
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Goto:
    """It goes on at this scene, whatever else was said; ``return``: at what called."""

    scene: str
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Somebody was hurt: who, where, doing what, and what each side says of it."""

    name: str
    place: str
    doing: str
    age: int | None = None
    claims: tuple[tuple[str, str], ...] = ()
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """Something comes due at a later turn: a scene, a line, or effects; or a coda, at the end.

    ``id`` names this very plan (the place where it was written), so that what comes due can be traced to the decision
    that planted it. Exactly one of ``turn`` (a date) and ``after`` (turns from now) is given; for a coda
    neither.
    """

    id: str
    turn: int | None = None
    after: int | None = None
    scene: str = ""
    line: str = ""
    coda: str = ""
    do: tuple["Effect", ...] = ()
    because: str = ""
    kind: Kind = ""
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One outcome of a draw: ``when`` it may come, how likely beside the others, and what it does."""

    id: str
    weight: int
    when: Condition | None
    do: tuple["Effect", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """Chance picks one of the outcomes that may come; ``if_none`` is ``nothing``, ``all`` or an outcome's id.

    ``id`` names this very draw in records: the author's name for it, or the place where it was written.
    """

    id: str
    outcomes: tuple[Drawn, ...]
    if_none: str
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PutUp:
    """A storylet is put on offer: it is dealt for sure as soon as its deck is dealt from and its ``when`` holds."""

    storylet: str
    at: Span = field(compare=False)


Effect = (
    Change
    | Assign
    | Conditional
    | Reveal
    | Unlock
    | Happen
    | Pledge
    | Keep
    | Remember
    | Achieve
    | End
    | Warn
    | Goto
    | Ledger
    | Later
    | Draw
    | PutUp
)


_HOLDING: frozenset[type[object]] = frozenset((Conditional, Later, Draw))
"""Kinds of effects that have others in them."""


def effects_of(effects: Iterable[Effect]) -> list[Effect]:
    """Return every effect, nested ones too, in the order written."""
    written = list(effects)
    if _HOLDING.isdisjoint(map(type, written)):
        return written
    found: list[Effect] = []
    for effect in written:
        found.append(effect)
        if type(effect) is Conditional:
            found.extend(effects_of(effect.do) + effects_of(effect.otherwise))
        elif type(effect) is Later:
            found.extend(effects_of(effect.do))
        elif type(effect) is Draw:
            for outcome in effect.outcomes:
                found.extend(effects_of(outcome.do))
    return found
