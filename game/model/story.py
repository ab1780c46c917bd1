"""A whole story."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from game.expr.types import Checked, Key
from game.model.achievement import Achievement
from game.model.claim import Claim
from game.model.codex import Entry, Line
from game.model.ending import Coda, Ending
from game.model.prose import Prose
from game.model.scene import Scene, Storylet
from game.model.shelving import Chapter
from game.model.strategy import Strategy
from game.model.style import Style
from game.model.world import World
from game.source.span import Span


class Base(NamedTuple):
    """A story that another extends."""

    id: str
    version: int


class Idle(NamedTuple):
    """An act or a named condition that nothing uses: both are written out where they are used, and only there."""

    kind: str
    id: str
    at: Span


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Story:
    """What an author wrote, whole and checked. Two stories are compared by ``fingerprint``.

    ``extends`` names the stories under it, the nearest first; what they declare is in here too. ``scenes`` holds the
    storylets' scenes too; ``renamed`` maps an old id to the new one; ``held`` are the conditions of which something
    asks for how many turns they have held, inner ones before those around them; ``themes`` are what its
    scenes are about that readers may want to know before, each with a sentence; ``player`` is what people call a reader
    who gave no name, empty where no text says the name. ``claims``, ``strategies`` and ``style`` are for judges of the
    story, and change nothing that is read.
    """

    id: str
    title: str
    extends: tuple[Base, ...] = ()
    version: int
    start: str
    by: str
    blurb: str
    note: Prose | None
    world: World
    scenes: Mapping[str, Scene]
    storylets: Mapping[str, Storylet]
    lines: tuple[Line, ...]
    endings: tuple[Ending, ...]
    codas: tuple[Coda, ...]
    codex: Mapping[str, Entry]
    chapters: Mapping[str, Chapter]
    achievements: Mapping[str, Achievement]
    renamed: Mapping[str, str]
    themes: Mapping[str, str]
    player: str = ""
    held: Mapping[Key, Checked]
    claims: Mapping[str, Claim] = field(default_factory=dict)
    strategies: Mapping[str, Strategy] = field(default_factory=dict)
    idle: tuple[Idle, ...] = ()
    style: Style | None = None
    fingerprint: str
    at: Span = field(compare=False)
