"""What happened in a step, in order: for pages, logs and proofs; nothing here can change the future."""

from dataclasses import dataclass
from typing import Literal

from game.engine.prose import Tell
from game.expr.types import Key, Value
from game.model.effect import Ledger

Role = Literal["scene", "result", "tray", "brief", "papers", "handled", "ending"]


@dataclass(frozen=True, slots=True)
class TurnBegan:
    """A turn began."""

    turn: int


@dataclass(frozen=True, slots=True)
class Told:
    """A text reached the reader: what it is, whose (a scene's id, a line's source), and how to make its words.

    The words are made only when they are read, from the values as they were.
    """

    role: Role
    title: str
    owner: str
    tell: Tell
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """A value changed; ``plan`` names the delayed plan that did it, if one did."""

    key: Key
    before: Value
    after: Value
    because: str
    plan: str


@dataclass(frozen=True, slots=True)
class Tested:
    """A check was made."""

    site: str
    odds: int
    passed: bool


@dataclass(frozen=True, slots=True)
class Planned:
    """Something was planned for a later turn."""

    plan: str
    turn: int


@dataclass(frozen=True, slots=True)
class CameDue:
    """What was planned came due."""

    plan: str


@dataclass(frozen=True, slots=True)
class Dealt:
    """Storylets were laid out."""

    phase: str
    storylets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hurt:
    """Somebody was hurt: a ledger line."""

    line: Ledger


@dataclass(frozen=True, slots=True)
class Noted:
    """A codex entry was unlocked, a truth revealed, or a character will remember something."""

    kind: Literal["unlock", "reveal", "remember"]
    name: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A promise was given (``turn``: by when), kept or broken."""

    promise: str
    became: Literal["given", "kept", "broken"]
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Ended:
    """The story ended."""

    ending: str


Event = TurnBegan | Told | Changed | Tested | Planned | CameDue | Dealt | Hurt | Noted | Word | Ended
