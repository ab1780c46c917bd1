"""What is known so far, while methods take turns: which targets are open, by whom the others were settled, and how."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from game.analysis.explore.flow import Flow
from game.analysis.explore.lowering import flow_of
from game.analysis.explore.sightings import Sightings
from game.analysis.explore.target import Target
from game.analysis.explore.trail import Trail
from game.engine.program import Program

_BETWEEN = 500
"""States between two looks at whether to go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How far a search may go.

    ``states`` a method may make, ``whole`` the one that goes through all of them; after ``quiet`` of them that settle
    nothing, plays stop (0: the more targets there are the more of them); ``longest`` is how many decisions a play may
    take; ``memory`` bounds what is held, in bytes; ``seed`` is of plays. ``checkpoints`` are scenes from which plays go
    on, each from many states.
    """

    states: int = 2_000_000
    whole: int = 150_000
    quiet: int = 0
    longest: int = 1_000
    memory: int = 1 << 30
    seed: int = 1
    checkpoints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How a search stands: the ``method`` at work, ``states`` made so far by all, targets open and in all."""

    method: str
    states: int
    open: int
    targets: int


@dataclass(frozen=True, slots=True)
class Endless:
    """A ``choice`` at the end of a way (None: the beginning) after which the story goes round and round by itself."""

    trail: Trail | None
    choice: str
    problem: str


Watch = Callable[[Progress], bool]
"""Is told how a search stands, and says whether it may go on."""


def unwatched(_progress: Progress) -> bool:
    """Go on."""
    return True


@dataclass(slots=True)
class Board:
    """What is known. ``open`` holds the targets of which nothing is, in order; ``halted`` says that a search was cut.

    ``trails`` are ways to targets and ``proofs`` why there is none, each with whose they are; ``tried`` what came to
    nothing. ``stuck`` is a way to a place where nothing is open, ``endless`` of a circle without a
    decision, ``hopeless`` is a way past every ending, ``never_stuck`` a proof that there are none, each with whose it
    is; ``unsure`` says why values did not prove it, ``missing`` of which scenes.
    """

    program: Program
    limits: Limits
    watch: Watch
    sightings: Sightings
    open: dict[Target, None]
    targets: tuple[Target, ...]
    method: str = ""
    states: int = 0
    halted: bool = False
    trails: dict[Target, tuple[Trail, str]] = field(default_factory=dict)
    proofs: dict[Target, tuple[str, str]] = field(default_factory=dict)
    tried: dict[Target, tuple[str, ...]] = field(default_factory=dict)
    stuck: Trail | None = None
    endless: Endless | None = None
    hopeless: tuple[Trail, str] | None = None
    never_stuck: tuple[str, str] | None = None
    unsure: str = ""
    missing: tuple[Target, ...] = ()
    _told: int = 0
    _flow: Flow | None = None

    @property
    def flow(self) -> Flow:
        """The flow of the story, drawn when a first method asks for it."""
        if self._flow is None:
            self._flow = flow_of(self.program)
        return self._flow

    def reach(self, target: Target, trail: Trail) -> None:
        """A target was met at the end of a way; of two ways the shorter is kept."""
        known = self.trails.get(target)
        if known is not None and known[0].length <= trail.length:
            return
        self.trails[target] = trail, self.method if known is None else known[1]
        if known is None:
            self.open.pop(target, None)
            self.sightings.enough(target)

    @property
    def known_about_stuck(self) -> bool:
        """Whether it is known if a reader can be left without a way on."""
        found = (self.stuck, self.endless, self.hopeless, self.never_stuck)
        return any(one is not None for one in found)

    def strand(self, trail: Trail) -> None:
        """Nothing can be chosen at the end of a way, though no ending came; of two ways the shorter is kept."""
        if self.stuck is None or trail.length < self.stuck.length:
            self.stuck = trail

    def prove(self, target: Target, why: str) -> None:
        """It can't be reached."""
        if target in self.open:
            del self.open[target]
            self.proofs[target] = self.method, why

    def give_up(self, targets: Iterable[Target], limit: str) -> None:
        """The method at work did not settle these; ``limit`` says what stopped it."""
        for target in targets:
            if target in self.open:
                self.tried[target] = (*self.tried.get(target, ()), f"{self.method}: {limit}")

    def goes_on(self, states: int = 1) -> bool:
        """Count states that were made; whether the search may go on."""
        self.states += states
        if self.states - self._told >= _BETWEEN:
            self._told = self.states
            self.look()
        return not self.halted

    def look(self) -> None:
        """Tell how it stands, and ask whether to go on."""
        progress = Progress(method=self.method, states=self.states, open=len(self.open), targets=len(self.targets))
        self.halted = self.halted or not self.watch(progress)


def board_of(program: Program, limits: Limits, watch: Watch) -> Board:
    """A board on which everything is open."""
    sightings = Sightings(program)
    return Board(
        program=program,
        limits=limits,
        watch=watch,
        sightings=sightings,
        open=dict.fromkeys(sightings.targets),
        targets=sightings.targets,
    )
