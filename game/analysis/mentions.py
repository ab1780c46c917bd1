"""What a story mentions and where: every name that stands anywhere in it, every key that something reads.

The walk knows no kind of thing by heart. Whatever holds a name in a field mentions it, so that what a rule has never
heard of counts as a use, and the rule is silent.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any

from game.expr.types import Checked, Key
from game.model.effect import Assign, Change, Keep
from game.model.prose import Link, Plain, Prose, parts_of
from game.model.story import Story
from game.source.span import Span

_WORD = re.compile(r"\w+")
_OWN = frozenset(("id", "fingerprint", "text", "because", "title", "by", "blurb", "note", "source"))
"""Fields that hold what a thing is called or what it says, and lead to nothing while they are one line."""


@dataclass(slots=True)
class Heard:
    """What a whole story mentions: ``names`` in fields, keys that are ``read``, its ``texts`` piece by piece."""

    names: Counter[str] = field(default_factory=Counter)
    read: set[Key] = field(default_factory=set)
    texts: list[str] = field(default_factory=list)
    kept: Counter[str] = field(default_factory=Counter)
    changed: set[Key] = field(default_factory=set)

    def asked(self) -> set[str]:
        """Every name in the keys that something reads: of ``took(hall.call)`` it is both."""
        return {word for key in self.read for word in _WORD.findall(key)}

    def words(self) -> set[str]:
        """Every word of every text."""
        return {word for text in self.texts for word in _WORD.findall(text)}


@dataclass(frozen=True, slots=True)
class Mentions:
    """The names that each scene mentions, those that everything else does, and all that is heard of the story."""

    scenes: Mapping[str, frozenset[str]]
    elsewhere: frozenset[str]
    whole: Heard


def mentions(story: Story) -> Mentions:
    """Listen to a whole story once."""
    whole = Heard()
    scenes = {name: _listen(scene, whole) for name, scene in story.scenes.items()}
    told = ("scenes", "storylets", "style", "renamed", "idle", "claims", "strategies")
    rest = [getattr(story, each.name) for each in fields(story) if each.name not in told]
    rest += [(storylet.deck, storylet.envelope) for storylet in story.storylets.values()]
    elsewhere = _listen(rest, whole)
    _judged(story, whole)
    return Mentions(scenes, elsewhere, whole)


def _judged(story: Story, heard: Heard) -> None:
    """What claims and strategies ask is asked for; that they name a scene or a deck leads nobody there."""
    conditions = [each for one in story.claims.values() for each in (one.what, one.after, one.before)]
    conditions += [one.when for strategy in story.strategies.values() for one in strategy.prefers]
    for condition in conditions:
        if condition is not None:
            _ask(condition.checked, heard)


def _listen(thing: object, heard: Heard) -> frozenset[str]:
    """Hear everything in a thing, and give the names that it mentions."""
    names: list[str] = []
    stack: list[Any] = [thing]
    while stack:
        one = stack.pop()
        kind = one.__class__
        if kind is str:
            if "(" in one:
                names += _WORD.findall(one)
            else:
                names.append(one)
        elif kind is tuple:
            stack += one
        elif one is None:
            continue
        elif kind is Checked:
            _ask(one, heard)
        elif kind is Prose:
            _hear(one, heard, names)
        else:
            if kind is Change or kind is Assign:
                heard.changed.add(one.target)
            elif kind is Keep:
                heard.kept[one.promise] += 1
            leading, own = _inside(kind)
            stack += leading(one)
            stack += [each for each in own(one) if each.__class__ is not str]
    heard.names.update(names)
    return frozenset(names)


Values = Callable[[Any], Iterable[Any]]


@cache
def _inside(kind: type[Any]) -> tuple[Values, Values]:
    """What gives the values in a thing of this kind, and those that lead somewhere only if they are no line."""
    if issubclass(kind, Mapping):
        return (lambda thing: thing.values()), _getter([])
    if issubclass(kind, tuple | list | frozenset | set) and not issubclass(kind, Span):
        return iter, _getter([])
    if not is_dataclass(kind):
        return _getter([]), _getter([])
    names = [each.name for each in fields(kind) if each.name != "at" and each.type not in (int, bool, Span)]
    own = [each.name for each in fields(kind) if each.name in _OWN and each.type is not str]
    return _getter([name for name in names if name not in _OWN]), _getter(own)


def _getter(names: list[str]) -> Values:
    """``attrgetter`` gives a bare value where it gets one name, and wants at least one."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda thing: [getattr(thing, name) for name in names]


def _ask(checked: Checked, heard: Heard) -> None:
    heard.read |= checked.keys
    for key, inside in checked.held:
        heard.read.add(key)
        _ask(inside, heard)


def _hear(prose: Prose, heard: Heard, names: list[str]) -> None:
    heard.read |= prose.keys
    for part in parts_of(prose.parts):
        if part.__class__ is Plain:
            heard.texts.append(part.text)
        elif isinstance(part, Link):
            names.append(part.target)
