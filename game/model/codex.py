"""Glossary entries, and the short texts of a turn."""

from dataclasses import dataclass, field

from game.model.condition import Condition
from game.model.effect import Kind
from game.model.prose import Prose
from game.source.span import Span

SHELVES = ("record", "campaign", "people", "outside")
"""Before the branch, sourced; invented; persons; what happened in our world after the branch."""


PREVIOUSLY = "previously"
"""The group of lines that no phase prints: readers who come back are told them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One codex entry; ``grade`` and ``source`` say how well its fact is known."""

    id: str
    title: str
    shelf: str
    text: Prose
    date: str = ""
    grade: str = ""
    source: str = ""
    at: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A brief or a headline: comes when ``when`` holds and what it is ``about`` happened; ``source`` is its city.

    A ``planned`` one comes only where it was planned; ``kind`` says how it comes back to what the reader did;
    ``plain`` is its text for readers who know nothing of its subject.
    """

    id: str
    group: str
    text: Prose
    plain: Prose | None = None
    about: str = ""
    source: str = ""
    when: Condition | None = None
    priority: int = 0
    once: bool = True
    warns: str = ""
    planned: bool = False
    kind: Kind = ""
    at: Span = field(compare=False)
