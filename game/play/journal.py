"""The record of a session: what was decided and what fate answered, never a snapshot."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from game.engine.luck import NOTHING, Luck, Outcome, Site
from game.play.chain import Chain
from game.play.dice import roll

Drew = tuple[tuple[str, tuple[str, ...]], ...]
"""The luck one decision consumed: for each site, in the order asked, the ids of the outcomes."""


@dataclass(frozen=True, slots=True)
class Branched:
    """Where a session began that did not begin at the beginning: another session, after so many decisions."""

    session: str
    decisions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """How a session began: the story it plays, the seed of its dice, and what the first page drew.

    ``extends`` names the stories under it with their versions, the nearest first. ``at`` is the scene it began in, if
    not the story's first; ``given`` the values it began with, as texts by their names. ``player`` is what the reader
    wants to be called, empty where nothing was said; it changes no more than words.
    """

    story: str
    version: int
    fingerprint: str
    seed: int
    extends: tuple[tuple[str, int], ...] = ()
    at: str = ""
    given: tuple[tuple[str, str], ...] = ()
    drew: Drew = ()
    before: tuple[str, ...] = ()
    started: str = ""
    player: str = ""
    branched: Branched | None = None


@dataclass(frozen=True, slots=True)
class Took:
    """A decision: where, which, the luck it consumed, and a digest of the state it led to."""

    scene: str
    choice: str
    drew: Drew
    digest: str


@dataclass(frozen=True, slots=True)
class Returned:
    """Decisions taken back: ``to`` of them still stand."""

    to: int


Entry = Took | Returned


@dataclass(frozen=True, slots=True)
class Journal:
    """A session's whole record. What was taken back stays in it."""

    opened: Opened
    entries: Sequence[Entry] = ()

    @property
    def standing(self) -> tuple[Took, ...]:
        """The decisions that still stand, in order."""
        found: list[Took] = []
        for entry in self.entries:
            if isinstance(entry, Took):
                found.append(entry)
            else:
                del found[entry.to :]
        return tuple(found)

    def with_entry(self, entry: Entry) -> "Journal":
        """The journal with one entry more."""
        return Journal(self.opened, Chain.of(self.entries).and_then(entry))


def never_asked(_site: Site) -> int:
    """At the beginning no earlier decision asked anywhere."""
    return 0


@dataclass(slots=True)
class Fate:
    """Answers one decision's questions: from the record where there is one, else by the dice; and notes what it said.

    ``asked`` says how many earlier decisions asked at a site in its turn; ``sites`` are those asked here, this decision
    counted too. A ``sealed`` record is whole: where it names nothing that was dealt, nothing was, whatever there is to
    deal by now.
    """

    seed: int
    asked: Callable[[Site], int]
    recorded: Drew = ()
    sealed: bool = False
    drew: dict[str, list[str]] = field(default_factory=dict)
    sites: dict[Site, int] = field(default_factory=dict)
    _left: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._left = {site: list(outcomes) for site, outcomes in self.recorded}

    def answer(self, site: Site, outcomes: tuple[Outcome, ...]) -> str:
        """Return what happens at this site."""
        before = self.sites[site] - 1 if site in self.sites else self.asked(site)
        name = self._from_record(site, outcomes)
        if name is None:
            name = roll(self.seed, site, before, outcomes)
        self.drew.setdefault(site.id, []).append(name)
        self.sites[site] = before + 1
        return name

    def _from_record(self, site: Site, outcomes: tuple[Outcome, ...]) -> str | None:
        """The next answer on record that can be one here; those before it belong to what is no longer asked."""
        left = self._left.get(site.id, [])
        known = {outcome.id for outcome in outcomes}
        for index, name in enumerate(left):
            if name in known:
                del left[: index + 1]
                return name
        return NOTHING if self.sealed and NOTHING in known else None

    @property
    def luck(self) -> Luck:
        """The answers as the engine asks for them."""
        return self.answer

    @property
    def consumed(self) -> Drew:
        """What was answered."""
        return tuple((site, tuple(outcomes)) for site, outcomes in self.drew.items())
