"""Scenes, their choices, and what follows from a choice."""

from dataclasses import dataclass, field

from game.model.condition import Amount, Condition
from game.model.effect import Effect
from game.model.prose import Prose
from game.model.shelving import Content
from game.source.span import NOWHERE, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """What follows: effects with their reason, a text, and perhaps a place to go on to, another one called before.

    ``summary`` stands in for the text, for readers who choose summaries.
    """

    effects: tuple[Effect, ...] = ()
    because: str = ""
    result: Prose | None = None
    summary: Prose | None = None
    goto: str = ""
    call: str = ""
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A random test: ``odds`` in percent (cut to 0..100), and what follows when it passes or fails."""

    odds: Amount
    passed: Consequence
    failed: Consequence
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A choice as written. ``when`` hides it, ``requires`` locks it with the reason in ``locked``.

    A ``fallback`` stands only where no other choice is open; a ``silent`` one has no text and is taken by itself.
    ``feeds`` names arcs that it feeds besides those it leads to.
    """

    id: str
    text: Prose
    cost: Prose | None = None
    when: Condition | None = None
    requires: Condition | None = None
    locked: Prose | None = None
    once: bool = False
    fallback: bool = False
    then: Consequence
    check: Check | None = None
    tags: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    at: Span = field(compare=False)

    @property
    def silent(self) -> bool:
        """Whether it has no words to be offered by."""
        return not self.text.parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The turns in which a scene may come, both ends included; ``first == last`` is a date."""

    first: int
    last: int
    at: Span = field(compare=False, default=NOWHERE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A place in the story: its text, its choices, and where it goes on to without one (``then``).

    ``heading`` is the title of one whose title varies; ``title`` then is how it reads first, for lists. ``plain`` is
    its text for readers who know nothing of its subject.

    What follows a choice may hold choices of its own, and choices may fall together at a place: those are scenes too,
    ``within`` the outermost one, whose visits they share. Some of them are ``silent``: they have no text.
    A scene without choices may ``call`` another before it goes on. The texts and choices of its ``threads`` stand in it
    too.
    """

    id: str
    title: str
    heading: Prose | None = None
    text: Prose
    plain: Prose | None = None
    choices: tuple[Choice, ...] = ()
    then: str = ""
    call: str = ""
    threads: tuple[str, ...] = ()
    arc: str = ""
    window: Window | None = None
    when: Condition | None = None
    enter: tuple[Effect, ...] = ()
    within: str = ""
    chapter: str = ""
    tags: tuple[str, ...] = ()
    content: Content | None = None
    at: Span = field(compare=False)

    @property
    def home(self) -> str:
        """The id of the scene that an author declared: its own, or that of the scene it is within."""
        return self.within or self.id

    @property
    def silent(self) -> bool:
        """Whether it tells nothing when it is entered."""
        return not self.text.parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """How a storylet lies in the tray: who will handle it if the reader doesn't, and what they will likely do."""

    text: Prose
    handler: str
    likely: str
    default: Consequence
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Storylet:
    """A scene that comes when it may: from its deck, by priority, then by weight; one ``offered`` only if put there."""

    scene: Scene
    deck: str
    weight: int = 1
    priority: int = 0
    once: bool = True
    offered: bool = False
    envelope: Envelope | None = None
