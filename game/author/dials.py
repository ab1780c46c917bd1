"""Numbers of a story that can be turned: the odds of a check, a number in a condition."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from game.engine.prepare import prepare
from game.engine.program import Program
from game.expr.syntax import Binary, Literal
from game.expr.types import Whole
from game.load.document import Entries, Scalar
from game.load.nodes import read
from game.model.condition import Amount, Condition
from game.model.scene import Scene
from game.model.story import Story
from game.source.clean import clean_line
from game.source.fix import between
from game.source.span import Span

_HUNDRED = 100
_NUMBER = re.compile(r"(?<![\w.])\d+(?!\w)|(?<=\.\.)\d+")
_ASKED = re.compile(r"(?:(\w+)\s*(?:[<>]=?|[!=]=)|(\w+)\s+in\b(?:\s+\d+\s*\.\.)?)\s*$")
_MORE = 20
Program_at = Callable[[int], Program | None]
Remake = Callable[[Mapping[str, str]], Program | None]
"""From the story's own texts to the story, ready; None where it can't be played."""


class NoDialError(Exception):
    """There is nothing to turn there; the message says why, and what there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dial:
    """A number that can be turned: what it is, what stands there now, and between what it may be turned.

    ``at`` makes the story with another value in its place; None where it can't be played so. ``written`` says how the
    author would write a value.
    """

    name: str
    value: int
    low: int
    high: int
    at: Program_at
    written: Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number in a condition: in which text, from where to where, and the condition around it."""

    source: str
    start: int
    end: int
    value: int
    condition: str
    before: str


def check_dial(story: Story, name: str) -> Dial:
    """The odds of a check, by its choice; where they are reckoned, what is added to them. Raises NoDialError."""
    scene, _, own = name.rpartition(".")
    written = story.scenes.get(scene)
    choice = next((one for one in written.choices if one.id == own), None) if written is not None else None
    if written is None or choice is None or choice.check is None:
        checks = (
            f"{one.id}.{each.id}" for one in story.scenes.values() for each in one.choices if each.check is not None
        )
        raise NoDialError(f"there is no check at `{clean_line(name)}`; there are {', '.join(checks) or 'none'}")
    check, checked = choice.check, choice.check.odds.checked
    fixed = checked.tree.value if isinstance(checked.tree, Literal) and isinstance(checked.tree.value, int) else None

    def at(value: int) -> Program:
        number = Literal(0, 0, value)
        tree = number if fixed is not None else Binary(0, 0, "+", checked.tree, number)
        odds = Amount(checked=replace(checked, tree=tree))
        turned = replace(choice, check=replace(check, odds=odds))
        choices = tuple(turned if one.id == own else one for one in written.choices)
        return prepare(replace(story, scenes=_With(story.scenes, scene, replace(written, choices=choices))))

    return Dial(
        name=f"the odds of {name}" if fixed is not None else f"what is added to the odds of {name}, {checked.text}",
        value=fixed or 0,
        low=0 if fixed is not None else -_HUNDRED,
        high=_HUNDRED,
        at=at,
        written=lambda value: str(value) if fixed is not None else _sum(checked.text, value),
    )


def _sum(text: str, value: int) -> str:
    return f"{text} {'-' if value < 0 else '+'} {abs(value)}"


class _With(Mapping[str, Scene]):
    """Scenes, one of them another."""

    def __init__(self, scenes: Mapping[str, Scene], name: str, other: Scene) -> None:
        self._scenes, self._name, self._other = scenes, name, other

    def __getitem__(self, name: str) -> Scene:
        return self._other if name == self._name else self._scenes[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._scenes)

    def __len__(self) -> int:
        return len(self._scenes)


def number_dial(story: Story, texts: Mapping[str, str], name: str, which: int, remake: Remake) -> Dial:
    """A number in the conditions of ``name``: a condition, or what has one; the ``which``-th of them (0: the only one).

    Raises NoDialError.
    """
    found = list(numbers(story, texts, name))
    if not found:
        raise NoDialError(f"no number stands in a condition of `{clean_line(name)}` in this story's own files")
    if not which and len(found) > 1:
        told = "; ".join(f"{count}: {one.value} in `{clean_line(one.condition)}`" for count, one in enumerate(found, 1))
        raise NoDialError(f"there are {len(found)} numbers at `{clean_line(name)}`, choose with --number ({told})")
    if which > len(found):
        raise NoDialError(f"there are only {len(found)} numbers at `{clean_line(name)}`")
    one = found[max(which, 1) - 1]
    low, high = _range(story, one)

    def at(value: int) -> Program | None:
        text = texts[one.source]
        return remake({**texts, one.source: f"{text[: one.start]}{value}{text[one.end :]}"})

    def written(value: int) -> str:
        begins = len(one.before)
        return f"{one.before}{value}{one.condition[begins + one.end - one.start :]}"

    return Dial(
        name=f"the {one.value} in `{one.condition}`", value=one.value, low=low, high=high, at=at, written=written
    )


def numbers(story: Story, texts: Mapping[str, str], name: str) -> Iterator[Number]:
    """Every number in the conditions of what is called so, in the order written."""
    for span in (*_named(texts, name), *(one.at for one in _conditions(story, name))):
        text = texts.get(span.source)
        if text is not None:
            start, end = between(span, text)
            said = text[start:end]
            for found in _NUMBER.finditer(said):
                first, last = start + found.start(), start + found.end()
                yield Number(span.source, first, last, int(found[0]), said, said[: found.start()])


def _named(texts: Mapping[str, str], name: str) -> Iterator[Span]:
    """Where a named condition stands."""
    for source, text in texts.items():
        if "conditions" in text and name in text:
            document = read(source, text.encode())
            section = document.top.nodes.get("conditions")
            node = section.nodes.get(name) if isinstance(section, Entries) else None
            if isinstance(node, Scalar):
                yield document.span(node)


def _conditions(story: Story, name: str) -> Iterator[Condition]:
    """The conditions of a choice, or of what comes only while something holds."""
    scene, _, own = name.rpartition(".")
    things = [choice for choice in (story.scenes[scene].choices if scene in story.scenes else ()) if choice.id == own]
    yield from (one for choice in things for one in (choice.when, choice.requires) if one is not None)
    whens = {ending.id: ending.when for ending in story.endings} | {coda.id: coda.when for coda in story.codas}
    whens |= {line.id: line.when for line in story.lines} | {rule.id: rule.when for rule in story.world.rules}
    for when in (whens.get(name), story.scenes[name].when if name in story.scenes else None):
        if when is not None:
            yield when


def _range(story: Story, one: Number) -> tuple[int, int]:
    """Between what a number means something: the range of what it is held against, where that can be seen."""
    asked = _ASKED.search(one.before)
    name = (asked[1] or asked[2]) if asked else ""
    world = story.world
    ranges = {meter.id: (meter.low, meter.high) for meter in world.meters}
    types = {fact.id: fact.type for fact in world.facts} | {truth.id: truth.type for truth in world.truths}
    ranges |= {key: (found.low, found.high) for key, found in types.items() if isinstance(found, Whole)}
    ranges |= {person.id: (person.low, person.high) for person in world.characters}
    if world.clock is not None:
        ranges["turn"] = (1, world.clock.turns)
    return ranges.get(name, (0, max(2 * one.value, one.value + _MORE)))
