"""What a flow is drawn from: the story, the keys that are followed, and what may be planned for each turn."""

from dataclasses import dataclass, field

from game.analysis.explore.sketch import Control, Sketch
from game.analysis.explore.target import Kind, Target
from game.analysis.explore.targets import targets_of
from game.engine.draft import PHASES
from game.engine.layout import ENDED, TURN
from game.engine.program import Program
from game.engine.state import BEFORE
from game.expr.types import MOST_TURNS_HELD, Key, OneOf, SetOf, Type, Value, Whole, YesNo, member
from game.model.ending import MOST_WARNINGS
from game.model.story import Story

_MOST_VISITS = 99
_PROMISED = 3


@dataclass(slots=True)
class Ground:
    """The story, the sketch of its flow, the types and beginnings of its keys, its targets by kind and name.

    ``agenda`` holds for each turn the plans that may come due in it, ``scenes`` the scenes that may; ``waits`` by turn,
    phase and scene the keys that say that it still waits there, ``several`` those of what may wait more than once.
    ``rough`` says that something is followed only roughly, so that the flow has ways that the engine has not.
    """

    program: Program
    story: Story
    sketch: Sketch
    types: dict[Key, Type]
    start: dict[Key, tuple[Value, ...]]
    targets: dict[tuple[Kind, str], Target]
    turns: int
    agenda: dict[int, dict[str, None]] = field(default_factory=dict)
    scenes: dict[int, dict[str, None]] = field(default_factory=dict)
    waits: dict[tuple[int, int, str], tuple[Key, ...]] = field(default_factory=dict)
    several: set[Key] = field(default_factory=set)
    rough: bool = False

    def waiting(self, scene: str, control: Control) -> tuple[Key, ...]:
        """The keys that say that a scene still waits in a phase."""
        return self.waits.get((control.turn, control.phase, scene), ())

    def keeps(self, key: Key) -> bool:
        """Whether the story keeps this."""
        return key in self.types

    def keep(self, key: Key, kind: Type, start: Value) -> Key:
        """Follow a key besides the story's own."""
        if key not in self.types:
            self.types[key] = kind
            self.start[key] = (start,)
        return key

    def flag(self, key: Key) -> Key:
        """Follow whether something is so; at first it isn't."""
        return self.keep(key, YesNo(), start=False)

    def met(self, kind: Kind, name: str) -> tuple[Target, ...]:
        """The target of this kind and name, if it is one."""
        found = self.targets.get((kind, name))
        return () if found is None else (found,)


def ground_of(program: Program) -> Ground:
    """A ground with nothing drawn on it."""
    story, clock = program.story, program.story.world.clock
    turns = 0 if clock is None else clock.turns
    types = _declared(story)
    for key in program.layout.slots:
        if key not in types:
            types[key] = _of_history(key, story, turns)
    start: dict[Key, tuple[Value, ...]] = {
        key: (program.layout.start[slot],) for key, slot in program.layout.slots.items()
    }
    for truth in story.world.truths:
        start[truth.id] = tuple(value for value, weight in truth.outcomes if weight)
    targets = {(target.kind, target.name): target for target in targets_of(story)}
    return Ground(program, story, Sketch(), types, start, targets, turns)


def _declared(story: Story) -> dict[Key, Type]:
    world = story.world
    types: dict[Key, Type] = {meter.id: Whole(meter.low, meter.high, meter.bands) for meter in world.meters}
    for fact in world.facts:
        if isinstance(fact.type, SetOf):
            types |= {member(fact.id, word): YesNo() for word in fact.type.words}
        else:
            types[fact.id] = fact.type
    types |= {person.id: Whole(person.low, person.high) for person in world.characters}
    types |= {truth.id: truth.type for truth in world.truths}
    return types


def _of_history(key: Key, story: Story, turns: int) -> Type:
    """What a key may hold that nobody declared: what the engine counts and notes by itself."""
    if key == TURN:
        return Whole(1, max(1, turns))
    if key == ENDED:
        return OneOf(("", *(ending.id for ending in story.endings)))
    match key.partition("(")[0]:
        case "visits":
            return Whole(0, _MOST_VISITS)
        case "held":
            return Whole(0, MOST_TURNS_HELD)
        case "warnings":
            return Whole(0, MOST_WARNINGS)
        case "promise":
            return Whole(0, _PROMISED)
        case "event":
            return Whole(0, (turns + 1) * PHASES)
        case _:
            return YesNo()


def moment(turn: int, phase: int) -> int:
    """When something happens, as the engine notes it."""
    return turn * PHASES + phase


assert BEFORE < 0, "what happens before the phases of a turn is earlier than what happens in them"
