"""What a story mentions and where: every name that stands anywhere in it, every key that something reads.

The walk knows no kind of thing by heart. Whatever holds a name in a field mentions it, so that what a rule has never
heard of counts as a use, and the rule is silent.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from typing import Any

from game.expr.types import Checked, Key
from game.model.effect import Assign, Change, Keep
from game.model.prose import Link, Plain, Prose, parts_of
from game.model.story import Story
from game.source.span import Span

_WORD = re.compile(r"\w+")
_SILENT = (int, bool, type(None), Span)
_OWN = frozenset(("id", "fingerprint", "text", "because", "title", "by", "blurb", "note", "source"))
"""Fields that hold what a thing is called or what it says, and lead to nothing."""


@dataclass(slots=True)
class Heard:
    """What one part of a story mentions: ``names`` in fields, ``read`` keys, the ``words`` of its texts."""

    names: Counter[str] = field(default_factory=Counter)
    read: set[Key] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    kept: Counter[str] = field(default_factory=Counter)
    changed: set[Key] = field(default_factory=set)

    def asked(self) -> set[str]:
        """Every name in the keys that something reads: of ``took(hall.call)`` it is both."""
        return {word for key in self.read for word in _WORD.findall(key)}


@dataclass(frozen=True, slots=True)
class Mentions:
    """What each scene mentions, what everything else does, and all of it together."""

    scenes: Mapping[str, Heard]
    elsewhere: Heard
    whole: Heard


def mentions(story: Story) -> Mentions:
    """Listen to a whole story once."""
    scenes = {name: _heard(scene) for name, scene in story.scenes.items()}
    rest = Heard()
    for each in fields(story):
        if each.name not in ("scenes", "storylets", "style", "renamed", "idle"):
            _listen(getattr(story, each.name), rest)
    for storylet in story.storylets.values():
        _listen((storylet.deck, storylet.envelope), rest)
    whole = Heard()
    for heard in (*scenes.values(), rest):
        whole.names.update(heard.names)
        whole.kept.update(heard.kept)
        whole.read |= heard.read
        whole.words |= heard.words
        whole.changed |= heard.changed
    return Mentions(scenes, rest, whole)


def _heard(thing: object) -> Heard:
    heard = Heard()
    _listen(thing, heard)
    return heard


@cache
def _fields(kind: type[Any]) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind) if each.name != "at")


def _listen(thing: object, heard: Heard) -> None:
    stack: list[object] = [thing]
    while stack:
        one = stack.pop()
        if isinstance(one, _SILENT):
            continue
        if isinstance(one, str):
            heard.names.update(_WORD.findall(one) if "(" in one else (one,))
        elif isinstance(one, Checked):
            _ask(one, heard)
        elif isinstance(one, Prose):
            _hear(one, heard)
        elif isinstance(one, Mapping):
            stack.extend(one.values())
        elif isinstance(one, tuple | list | frozenset | set):
            stack.extend(one)
        elif is_dataclass(one):
            if isinstance(one, Keep):
                heard.kept[one.promise] += 1
            elif isinstance(one, Change | Assign):
                heard.changed.add(one.target)
            stack.extend(getattr(one, name) for name in _fields(one.__class__) if name not in _OWN or _leads(one, name))


def _leads(one: object, name: str) -> bool:
    """Whether a field of text is more than one line of it: prose has links and conditions of its own."""
    return not isinstance(getattr(one, name), str)


def _ask(checked: Checked, heard: Heard) -> None:
    heard.read |= checked.keys
    for key, inside in checked.held:
        heard.read.add(key)
        _ask(inside, heard)


def _hear(prose: Prose, heard: Heard) -> None:
    heard.read |= prose.keys
    for part in parts_of(prose.parts):
        if isinstance(part, Link):
            heard.names[part.target] += 1
        elif isinstance(part, Plain):
            heard.words.update(_WORD.findall(part.text))
