"""A state while the next one is being made: the only thing in this room that changes, and only inside one step."""

from collections.abc import Callable

from game.engine.events import Changed, Event, Role, Told
from game.engine.luck import Luck, Outcome, Site
from game.engine.prose import Tell
from game.engine.state import Due, State
from game.expr.types import Key, Value
from game.model.names import RETURN
from game.source.limits import CALLS

LAST = 1 << 30
"""Behind all that has happened in a step."""
PHASES = 100
"""An event's time is its turn times this, plus the phase: later than every phase of the turn before."""


Do = Callable[["Draft"], None]
"""What an effect does."""


class Draft:
    """The working copy of one step.

    ``plan`` names the delayed plan whose effects are being done, ``keeping`` the promises that are just being kept,
    ``goto`` where it goes on, ``sent`` where an effect sends it, ``called`` what is called before,
    ``asked`` how often chance was asked at a site in a turn. Changes are told of while it is ``heard``, texts while
    it is ``read``.
    """

    __slots__ = (
        "agenda", "asked", "before", "called", "calls", "ended", "events", "goto", "hand", "heard", "keeping", "left",
        "lines", "luck", "offered", "phase", "plan", "queue", "read", "scene", "scenes", "sent", "threads", "values",
    )  # fmt: skip

    def __init__(self, state: State, luck: Luck) -> None:
        (
            values, self.scene, self.phase, queue, hand, self.left, agenda, lines, scenes, self.before, self.ended,
            calls, threads, offered,
        ) = state  # fmt: skip
        self.values: list[Value] = [*values]
        self.queue = [*queue]
        self.hand = [*hand]
        self.agenda = [*agenda]
        self.lines = [*lines]
        self.scenes = [*scenes]
        self.calls = [*calls]
        self.threads = [*threads]
        self.offered = [*offered]
        self.luck = luck
        self.events: list[Event] = []
        self.heard = True
        self.read = True
        self.plan = ""
        self.goto = ""
        self.sent = ""
        self.called = ""
        self.keeping: set[str] = set()
        self.asked: dict[tuple[str, int], int] = {}

    @property
    def turn(self) -> int:
        """The turn; it lies in the first slot."""
        turn = self.values[0]
        assert isinstance(turn, int)
        return turn

    @property
    def time(self) -> int:
        """When it is, down to the phase."""
        return self.turn * PHASES + self.phase

    def ask(self, site: str, outcomes: tuple[Outcome, ...]) -> str:
        """What chance answers at a site; asked there once more in the same step and turn, it is another question."""
        asked = self.asked[site, self.turn] = self.asked.get((site, self.turn), 0) + 1
        return self.luck(Site(site if asked == 1 else f"{site}#{asked}", self.turn), outcomes)

    def leave(self, otherwise: str) -> None:
        """Leave a place: for where it was sent, or else ``otherwise``; where a scene is called, there first."""
        if self.goto == RETURN and not self.calls:
            self.goto = ""
        self.goto = self.goto or otherwise
        if self.called:
            self.wait(self.goto)
            self.goto, self.called = self.called, ""

    def wait(self, place: str) -> None:
        """Let a place wait until what is called returns. One that would only return in its turn need not wait."""
        if place not in ("", RETURN):
            self.calls = [*self.calls, place][-CALLS:]

    def put_off(self) -> str:
        """Where it was to go on, which is now for somebody else to see to; nothing where it was to return."""
        place, self.goto = self.goto, ""
        return "" if place == RETURN else place

    def change(self, slot: int, key: Key, after: Value, because: str) -> None:
        """Set a value, and tell of it if it differs."""
        before = self.values[slot]
        if before != after:
            self.values[slot] = after
            if self.heard:
                self.changed(key, before, after, because)

    def changed(self, key: Key, before: Value, after: Value, because: str) -> None:
        """A value has changed."""
        self.events.append(Changed(key, before, after, because, self.plan))

    def tell(
        self,
        role: Role,
        title: str,
        owner: str,
        text: Tell,
        *,
        summary: Tell | None = None,
        plain: Tell | None = None,
        at: int = LAST,
    ) -> None:
        """A text reaches the reader, with the values as they are; ``at``: before what has happened from there on."""
        told = Told(role, title, owner, text, tuple(self.values), "", "", "", summary, plain)
        self.events.insert(at, told)

    def tell_line(self, told: Told) -> None:
        """A line of a phase reaches the reader."""
        self.events.append(told)

    def state(self) -> State:
        """The state that this has become."""
        return State(
            tuple(self.values),
            self.scene,
            self.phase,
            tuple(self.queue),
            tuple(self.hand),
            self.left,
            tuple(self.agenda),
            tuple(self.lines),
            tuple(self.scenes),
            self.before,
            self.ended,
            tuple(self.calls),
            tuple(self.threads),
            tuple(self.offered),
        )

    def plan_for(self, turn: int, plan: str) -> None:
        """Write a plan into the agenda; plans of one turn come due in the order they were made."""
        self.agenda.append(Due(turn, plan))
        self.agenda.sort(key=lambda due: due.turn)
