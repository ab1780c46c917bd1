"""What a story keeps count of: clock and phases, meters, facts, truths, characters, arcs, promises, rules."""

from dataclasses import dataclass, field

from game.expr.types import Checked, Type, Value
from game.model.condition import Condition
from game.model.effect import Effect
from game.model.prose import Prose
from game.model.scene import Consequence, Window
from game.source.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesPhase:
    """Short texts about what happened: at most so many of a group."""

    id: str
    title: str
    lines: str
    at_most: int
    one_event: bool = False
    when: Condition | None = None
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class DealPhase:
    """Storylets dealt from decks: ``hand`` are laid out, ``take`` of them are read; the others' defaults follow.

    Some decks join the others only while a condition holds: those in ``joins``.
    """

    id: str
    title: str
    decks: tuple[str, ...]
    joins: tuple[tuple[str, Condition], ...] = ()
    hand: int
    take: int
    text: Prose | None = None
    when: Condition | None = None
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenePhase:
    """What was scheduled for this turn; where nothing was and ``arcs`` is set, the arcs' next beat."""

    id: str
    title: str
    arcs: bool
    when: Condition | None = None
    at: Span = field(compare=False)


Phase = LinesPhase | DealPhase | ScenePhase


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The calendar: ``turns`` of one ``unit`` each, the phases of every turn in their order, and the clock's parts."""

    unit: str
    turns: int
    starts: str
    phases: tuple[Phase, ...]
    parts: tuple["Part", ...] = ()
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of turns with a name, which is a condition; its title is shown as it begins."""

    id: str
    title: str
    window: Window
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """A fraction, exact."""

    over: int
    under: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """A change toward the top counts ``times`` as much while ``when`` holds."""

    when: Condition
    times: Factor
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """What a meter does by itself at the end of every ``every``-th turn: by so much, perhaps toward a value."""

    by: int
    toward: int | None = None
    every: int = 1
    when: Condition | None = None
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meter:
    """A bounded number with named ranges.

    ``soft`` lists (distance, factor): a change toward an end counts by the factor within that distance of it.
    ``shown`` is number, words, pips or never; ``shown_as`` what readers see instead of the value; ``appears`` when.
    """

    id: str
    title: str
    low: int
    high: int
    start: int
    bands: tuple[tuple[str, int], ...] = ()
    group: str = ""
    about: str = ""
    shown: str = "number"
    better: str = "none"
    soft: tuple[tuple[int, Factor], ...] = ()
    gains: tuple[Gain, ...] = ()
    drift: tuple[Drift, ...] = ()
    shown_as: Checked | None = None
    appears: Condition | None = None
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A declared yes/no, one-of, any-of or small count; an any-of has at the start what is in it.

    ``title`` is its name for readers, if they may be told of it.
    """

    id: str
    type: Type
    start: Value | tuple[str, ...]
    title: str = ""
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """A fact drawn once, at the start: outcomes with their weights."""

    id: str
    type: Type
    outcomes: tuple[tuple[Value, int], ...]
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Character:
    """Somebody, with a regard for the reader; ``memories`` are what they may come to remember: ids with their words."""

    id: str
    name: str
    role: str = ""
    wants: str = ""
    low: int = 0
    high: int = 0
    start: int = 0
    memories: tuple[tuple[str, str], ...] = ()
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """A chain of scenes."""

    id: str
    title: str
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A word given to someone by a date (``by`` a turn, or ``within`` turns of being given)."""

    id: str
    to: str
    text: str
    by: int | None
    within: int | None
    kept: Consequence
    broken: Consequence
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """When something holds at a turn's end, do this."""

    id: str
    do: tuple[Effect, ...]
    when: Condition | None = None
    window: Window | None = None
    once: bool = False
    because: str = ""
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Everything a story keeps count of."""

    clock: Clock | None
    meters: tuple[Meter, ...]
    facts: tuple[Fact, ...]
    truths: tuple[Truth, ...]
    characters: tuple[Character, ...]
    arcs: tuple[Arc, ...]
    promises: tuple[Promise, ...]
    rules: tuple[Rule, ...]
    sizes: tuple[tuple[str, int], ...]
