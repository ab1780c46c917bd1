"""What happened in a step, in order: for pages, logs and proofs; nothing here can change the future."""

from typing import Literal, NamedTuple

from game.engine.prose import Tell
from game.expr.types import Key, Value
from game.model.effect import Kind, Ledger

Role = Literal["scene", "result", "tray", "brief", "papers", "handled", "ending", "coda"]


class TurnBegan(NamedTuple):
    """A turn began."""

    turn: int


class Told(NamedTuple):
    """A text reached the reader: what it is, whose (a scene's id, a line's source), and how to make its words.

    The words are made only when they are read, from the values as they were. ``plan`` names the plan that brought it,
    if one did; ``kind`` says how it comes back to what the reader did, ``about`` what event a line speaks of,
    ``summary`` what readers who choose summaries are told instead, ``plain`` what those do who choose plain words.
    """

    role: Role
    title: str
    owner: str
    tell: Tell
    values: tuple[Value, ...]
    plan: str = ""
    kind: Kind = ""
    about: str = ""
    summary: Tell | None = None
    plain: Tell | None = None


class Changed(NamedTuple):
    """A value changed; ``plan`` names the delayed plan that did it, if one did."""

    key: Key
    before: Value
    after: Value
    because: str
    plan: str


class Tested(NamedTuple):
    """A check was made."""

    site: str
    odds: int
    passed: bool


class Drawn(NamedTuple):
    """Chance, or the author where chance had no choice, picked an outcome."""

    site: str
    outcome: str


class Planned(NamedTuple):
    """Something was planned for a later turn; ``turn`` 0: for the end."""

    plan: str
    turn: int


class CameDue(NamedTuple):
    """What was planned came due."""

    plan: str


class Dealt(NamedTuple):
    """Storylets were laid out."""

    phase: str
    storylets: tuple[str, ...]


class Hurt(NamedTuple):
    """Somebody was hurt: a ledger line."""

    line: Ledger


class Noted(NamedTuple):
    """A codex entry was unlocked, a truth revealed, an ending warned of, or a character will remember something."""

    kind: Literal["unlock", "reveal", "remember", "achieve", "warn"]
    name: str
    what: str = ""


class Word(NamedTuple):
    """A promise was given (``turn``: by when), kept or broken."""

    promise: str
    became: Literal["given", "kept", "broken"]
    turn: int = 0


class Passed(NamedTuple):
    """It went on without a word: a scene that tells nothing was entered, or a ``choice`` of it took itself."""

    scene: str
    choice: str = ""


class Ended(NamedTuple):
    """The story ended."""

    ending: str


Event = TurnBegan | Told | Changed | Tested | Drawn | Planned | CameDue | Dealt | Hurt | Noted | Word | Passed | Ended
