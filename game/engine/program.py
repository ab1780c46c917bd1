"""A story made ready: every part as written, beside what was compiled from it."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.engine.draft import Do
from game.engine.layout import Layout
from game.engine.offer import Offer
from game.engine.prose import Tell
from game.engine.touches import Trace
from game.expr.compile import Count, Test
from game.expr.types import Key, Value
from game.model.codex import Line
from game.model.effect import Later
from game.model.ending import Coda, Ending
from game.model.scene import Choice, Scene, Storylet, Window
from game.model.story import Story
from game.model.world import Drift, Phase, Promise, Rule


@dataclass(frozen=True, slots=True)
class ReadyConsequence:
    """What follows, compiled."""

    do: tuple[Do, ...]
    result: Tell | None
    goto: str
    call: str
    summary: Tell | None


@dataclass(frozen=True, slots=True)
class ReadyChoice:
    """A choice, compiled; ``taken`` is the slot that remembers it, if anything asks.

    ``when`` knows that one that may be taken once stands only until it was; ``opens`` is both conditions in one.
    ``label`` are the words of a text that never varies.
    """

    id: str
    written: Choice
    when: Test | None
    requires: Test | None
    opens: Test
    label: str
    then: ReadyConsequence
    odds: Count | None
    passed: ReadyConsequence | None
    failed: ReadyConsequence | None
    taken: int | None
    offered: Offer
    locked_offer: Offer
    touches: tuple[Trace, ...]


@dataclass(frozen=True, slots=True)
class ReadyScene:
    """A scene, compiled; ``visits`` and ``came`` are the slots that count it, if anything asks; ``marks`` it sets.

    ``title`` is there where the title varies; ``passes`` says that some choice of it can take itself. ``ordinary`` are
    the choices that are no ``fallbacks``, and ``always`` says that each of them is always open; in a ``chancy`` one
    some choice is a check. A ``silent`` one tells nothing, and one that ``stays`` has something to choose.
    """

    id: str
    written: Scene
    title: Tell | None
    when: Test | None
    enter: tuple[Do, ...]
    text: Tell
    summary: Tell | None
    plain: Tell | None
    choices: Mapping[str, ReadyChoice]
    ordinary: tuple[ReadyChoice, ...]
    fallbacks: tuple[ReadyChoice, ...]
    always: bool
    chancy: bool
    visits: int | None
    passes: bool
    silent: bool
    stays: bool
    came: int | None
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReadyStorylet:
    """A storylet, compiled; ``dealt`` is the slot of one that comes only once."""

    id: str
    written: Storylet
    when: Test | None
    dealt: int | None
    envelope: Offer | None
    default: ReadyConsequence | None


@dataclass(frozen=True, slots=True)
class ReadyLine:
    """A line, compiled; ``event`` is the slot of what it is about, ``shown`` of one that comes only once.

    ``warn`` counts the warning that it is.
    """

    written: Line
    when: Test | None
    event: int | None
    shown: int | None
    text: Tell
    plain: Tell | None
    warn: Do | None


@dataclass(frozen=True, slots=True)
class ReadyLines:
    """The lines of a group: all ``by_id``; those that need no plan, ``free``, the most pressing first."""

    by_id: Mapping[str, ReadyLine]
    free: tuple[ReadyLine, ...]


@dataclass(frozen=True, slots=True)
class ReadyPhase:
    """A phase, compiled; ``joins`` says when each deck that only joins is dealt from."""

    written: Phase
    when: Test | None
    text: Tell | None
    joins: Mapping[str, Test]


@dataclass(frozen=True, slots=True)
class ReadyPlan:
    """A delayed thing, compiled."""

    written: Later
    do: tuple[Do, ...]


@dataclass(frozen=True, slots=True)
class ReadyDrift:
    """What a meter does by itself."""

    written: Drift
    key: Key
    slot: int
    low: int
    high: int
    when: Test | None


@dataclass(frozen=True, slots=True)
class ReadyRule:
    """A rule, compiled; ``fired`` is the slot of one that works only once."""

    written: Rule
    when: Test | None
    do: tuple[Do, ...]
    fired: int | None


@dataclass(frozen=True, slots=True)
class ReadyEnding:
    """An ending, compiled; ``warned`` is the slot that counts its warnings, if anything asks."""

    written: Ending
    title: Tell | None
    when: Test | None
    text: Tell
    warned: int | None


@dataclass(frozen=True, slots=True)
class ReadyCoda:
    """A coda, compiled: its versions with what each asks, and the slot that says whether it was planted."""

    written: Coda
    title: Tell | None
    when: Test | None
    versions: tuple[tuple[Test | None, Tell], ...]
    planted: int | None


@dataclass(frozen=True, slots=True)
class ReadyPromise:
    """A promise, compiled: what follows when it is kept and when it is broken, and its slot."""

    written: Promise
    kept: ReadyConsequence
    broken: ReadyConsequence
    slot: int


@dataclass(frozen=True, slots=True, eq=False)
class Program:
    """A story made ready to be played; made once by ``prepare`` and shared by every playthrough of it."""

    story: Story
    layout: Layout
    scenes: Mapping[str, ReadyScene]
    storylets: Mapping[str, ReadyStorylet]
    decks: Mapping[str, tuple[ReadyStorylet, ...]]
    lines: Mapping[str, ReadyLines]
    before: tuple[ReadyLine, ...]
    """The lines that tell readers who come back what went before, the most pressing first."""
    phases: tuple[ReadyPhase, ...]
    plans: Mapping[str, ReadyPlan]
    drifts: tuple[ReadyDrift, ...]
    rules: tuple[ReadyRule, ...]
    endings: tuple[ReadyEnding, ...]
    early: tuple[ReadyEnding, ...]
    """Those that come as soon as their condition holds."""
    last: tuple[ReadyEnding, ...]
    """Those that are looked at after the last turn."""
    codas: tuple[ReadyCoda, ...]
    promises: Mapping[str, ReadyPromise]
    shown: Mapping[str, Count]
    appears: Mapping[str, Test]
    dated: Mapping[int, tuple[str, ...]]
    """The scenes of each date, in the order written."""
    beats: tuple[tuple[str, Window], ...]
    """The arcs' scenes that may come within several turns: the one that must come soonest first."""
    held: tuple[tuple[int, Test], ...]
    """The slots that count for how many turns something has held, inner conditions before those around them."""
    codex: Mapping[str, Tell]
    note: Tell | None
    events: tuple[tuple[int, int], ...]
    """For each thing that can happen, the slots of when it did and of whether it just did."""

    def value(self, values: tuple[Value, ...], key: Key) -> Value:
        """The value of ``key`` among ``values``. Raises KeyError if nothing keeps it."""
        return values[self.layout.slots[key]]
