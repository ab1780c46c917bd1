"""Two versions of a story beside each other: what was gained, lost, renamed and changed, in a designer's terms."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from game.analysis.texts import count, texts_of, written
from game.author.differences import differences
from game.author.parts import PLURAL, parts_of
from game.model.prose import Prose
from game.model.story import Story

_ENOUGH_WORDS = 2
"""So many words two texts must have, for being the same to mean something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One thing that both versions have: its name now, what it was called, and what differs, in short lines."""

    name: str
    was: str
    how: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindOf:
    """What became of all things of one kind.

    ``renamed`` are those that the author declares to be called otherwise, the old name before the new;
    ``alike`` those that are lost and gained with the same words, though nothing says that they are the same.
    """

    kind: str
    before: int
    now: int
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...]
    alike: tuple[tuple[str, str], ...]
    changed: tuple[Changed, ...]

    @property
    def same(self) -> bool:
        """Whether nothing is otherwise."""
        return not (self.gained or self.lost or self.renamed or self.changed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """Two versions of a story: kind by kind, and how many words each has."""

    kinds: tuple[KindOf, ...]
    words: tuple[int, int]


def versions(old: Story, new: Story) -> Versions:
    """Hold two versions against each other."""
    before, now = parts_of(old), parts_of(new)
    kinds = tuple(_kind(kind, before[kind], now[kind], new.renamed) for kind in PLURAL)
    return Versions(kinds=kinds, words=(_words(old), _words(new)))


def name_now(name: str, known: Mapping[str, Any], renamed: Mapping[str, str]) -> str:
    """What a thing of the old version is called now; empty where it is gone."""
    if name in known:
        return name
    whole = renamed.get(name) or ".".join(renamed.get(part, part) for part in name.split("."))
    return whole if whole in known else ""


def _kind(kind: str, before: Mapping[str, Any], now: Mapping[str, Any], renamed: Mapping[str, str]) -> KindOf:
    called = {name: name_now(name, now, renamed) for name in before}
    kept = {new: old for old, new in called.items() if new}
    lost = tuple(name for name, new in called.items() if not new)
    gained = tuple(name for name in now if name not in kept)
    changed = (
        Changed(name=new, was=old, how=how)
        for new, old in kept.items()
        if (how := tuple(differences(before[old], now[new], frozenset((old, new)) if old != new else frozenset())))
    )
    return KindOf(
        kind=kind,
        before=len(before),
        now=len(now),
        gained=gained,
        lost=lost,
        renamed=tuple((old, new) for new, old in kept.items() if old != new),
        alike=tuple(_alike(lost, gained, before, now)),
        changed=tuple(changed),
    )


def _alike(
    lost: tuple[str, ...], gained: tuple[str, ...], before: Mapping[str, Any], now: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """Which of those lost and gained say the same in as many words; each once."""
    said: dict[Prose, str] = {}
    for name in gained:
        text = _text(now[name])
        if text is not None:
            said.setdefault(text, name)
    for name in lost:
        text = _text(before[name])
        found = None if text is None else said.pop(text, None)
        if found is not None:
            yield name, found


def _text(thing: Any) -> Prose | None:
    text = getattr(getattr(thing, "scene", thing), "text", None)
    return text if isinstance(text, Prose) and count(written(text.parts)) >= _ENOUGH_WORDS else None


def _words(story: Story) -> int:
    return sum(count(written(text.prose.parts)) for text in texts_of(story))
