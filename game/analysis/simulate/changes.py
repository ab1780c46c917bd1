"""What hinges change: the passages that come more often, or more seldom, after one choice than after another.

And what can be read off the text alone: how many passages ask for what a choice sets.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from game.analysis.explore.targets import every_variant
from game.analysis.explore.variants import Turn, Variant
from game.analysis.noise import moved
from game.analysis.simulate.tally import Fact, Fork, Tally
from game.engine.layout import planted
from game.expr.syntax import keys_of
from game.expr.types import Key
from game.model.condition import Condition
from game.model.effect import Assign, Change, Happen, Later, Pledge, Remember, Reveal, effects_of
from game.model.scene import Choice
from game.model.story import Story


class Changed(NamedTuple):
    """A passage that a choice changes: beside which other one most, in how many readings it came only after each."""

    passage: Fact
    beside: str
    only_here: int
    only_there: int
    runs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """What a choice of a hinge changes: distinct passages, those that differ most first."""

    scene: str
    choice: str
    runs: int
    passages: tuple[Changed, ...]

    def of(self, kind: str) -> int:
        """How many passages of a kind."""
        return sum(one.passage[0] == kind for one in self.passages)


def turned(tally: Tally) -> tuple[Turned, ...]:
    """For each choice at which readings were forked, what it changes by more than noise."""
    met: dict[Fork, Counter[Fact]] = defaultdict(Counter)
    for (scene, one, other, kind, name), count in tally.apart.items():
        met[scene, one, other][kind, name] += count
    looked_at = {
        scene: sum(len(met[fork] | met[fork[0], fork[2], fork[1]]) for fork in tally.forks if fork[0] == scene)
        for scene in dict.fromkeys(fork[0] for fork in tally.forks)
    }
    found: dict[tuple[str, str], dict[Fact, Changed]] = {}
    for scene, one, other in sorted(tally.forks):
        mine, theirs = met[scene, one, other], met[scene, other, one]
        changed = found.setdefault((scene, one), {})
        for passage in sorted(mine | theirs):
            here, there = mine[passage], theirs[passage]
            before = changed.get(passage)
            if moved(there, here, looked_at[scene]) and (
                before is None or abs(here - there) > abs(before.only_here - before.only_there)
            ):
                changed[passage] = Changed(passage, other, here, there, tally.forks[scene, one, other])
    return tuple(
        Turned(
            scene=scene,
            choice=choice,
            runs=max(count for fork, count in tally.forks.items() if fork[:2] == (scene, choice)),
            passages=tuple(sorted(changed.values(), key=lambda one: (-abs(one.only_here - one.only_there), one))),
        )
        for (scene, choice), changed in found.items()
    )


def asked(story: Story) -> dict[str, tuple[str, ...]]:
    """By choice, the passages elsewhere that ask for what it sets: exact, by what is written; the most asked first.

    What it sets are facts, truths it reveals, promises, memories, things that happen, codas, and that it was taken.
    What meters and regard become is not counted: nearly everything hangs on those.
    """
    readers = passages_by_key(story)
    found: dict[str, tuple[str, ...]] = {}
    for scene in story.scenes.values():
        for choice in scene.choices:
            keys = sets(story, choice) | {f"took({scene.id}.{choice.id})"}
            asking = dict.fromkeys(name for key in sorted(keys) for name in readers.get(key, ()))
            own = tuple(name for name in asking if not _within(name, scene.home))
            if own:
                found[f"{scene.id}.{choice.id}"] = own
    return dict(sorted(found.items(), key=lambda one: -len(one[1])))


def _within(passage: str, scene: str) -> bool:
    name = passage.partition(" ")[2]
    return name == scene or name.startswith(f"{scene}.")


def sets(story: Story, choice: Choice) -> set[Key]:
    """The keys that a choice sets, whatever comes of its check; meters and regard are left out."""
    outcomes = [choice.then] if choice.check is None else [choice.then, choice.check.passed, choice.check.failed]
    facts = {one.id for one in story.world.facts}
    found: set[Key] = set()
    for effect in effects_of(effect for outcome in outcomes for effect in outcome.effects):
        match effect:
            case Assign() | Change() if effect.target in facts or "(" in effect.target:  # a fact, or a word of a set
                found.add(effect.target)
            case Reveal():
                found.add(f"revealed({effect.truth})")
            case Happen():
                found |= {f"event({effect.name})", f"happened({effect.name})"}
            case Pledge():
                found.add(f"promise({effect.promise})")
            case Remember() if effect.memory:
                found.add(f"remembers({effect.character}.{effect.memory})")
            case Later() if effect.coda:
                found.add(planted(effect.coda))
            case _:
                pass
    return found


def passages_by_key(story: Story) -> Mapping[Key, tuple[str, ...]]:
    """By key, the passages whose coming hangs on it: ``kind name``."""
    found: dict[Key, dict[str, None]] = defaultdict(dict)
    for name, keys in _asking(story):
        for key in keys:
            found[key][name] = None
    return {key: tuple(names) for key, names in found.items()}


def _asking(story: Story) -> Iterator[tuple[str, frozenset[Key]]]:
    for variant in every_variant(story):
        yield f"variant {variant.target.name}", _keys(variant)
    for scene in story.scenes.values():
        yield from _if(f"scene {scene.id}", scene.when)
        for choice in scene.choices:
            for condition in (choice.when, choice.requires):
                yield from _if(f"choice {scene.id}.{choice.id}", condition)
    for line in story.lines:
        yield from _if(f"line {line.id}", line.when)
    for ending in story.endings:
        yield from _if(f"ending {ending.id}", ending.when)
    for coda in story.codas:
        yield from _if(f"coda {coda.id}", coda.when)
        yield f"coda {coda.id}", frozenset((planted(coda.id),))
        for version in coda.versions:
            yield from _if(f"coda {coda.id}", version.when)


def _keys(variant: Variant) -> frozenset[Key]:
    return frozenset(key for ask in variant.asks if not isinstance(ask, Turn) for key in keys_of(ask.tree))


def _if(name: str, condition: Condition | None) -> Iterator[tuple[str, frozenset[Key]]]:
    if condition is not None:
        yield name, condition.checked.keys
