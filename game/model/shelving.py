"""How scenes are sorted and announced: chapters, tags, what is in them that a reader may want to know before."""

from dataclasses import dataclass, field

from game.model.prose import Prose
from game.source.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A part of the story as readers know it; it begins with the first scene entered that belongs to it."""

    id: str
    title: str
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a scene is ``about`` that may be hard to read, and a ``summary`` for readers who choose summaries."""

    about: tuple[str, ...]
    summary: Prose | None = None
