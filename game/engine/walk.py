"""A story walked through in place: the same engine as ``choose``, without a state and its events for every decision.

Who reads a story a thousand times, or looks for a way through it, needs few of the states on the way. A ``Walk`` goes
on in one draft, by the same closures; a state is made of it where it is asked for.
"""

from collections.abc import Sequence

from game.engine.draft import LAST, Draft
from game.engine.events import Role, Told
from game.engine.going import go_on, open_envelope, take
from game.engine.luck import Luck
from game.engine.program import Program, ReadyChoice, ReadyScene
from game.engine.prose import Tell
from game.engine.standing import fallback, standing
from game.engine.start import Start
from game.engine.state import State
from game.engine.step import FROM_THE_START, set_out
from game.expr.compile import Values


class Walk:
    """One walk, from the first choice on. Raises EndlessError as ``begin`` and ``choose`` do.

    ``luck`` answers as it goes. Where ``aloud`` is set, ``said`` holds the words of every text that was told since the
    last choice; else no text is made.
    """

    __slots__ = ("_draft", "_hosts", "_open", "_program", "_scene", "count", "ended", "values")

    def __init__(
        self,
        program: Program,
        luck: Luck,
        *,
        aloud: bool = False,
        before: frozenset[str] = frozenset(),
        start: Start = FROM_THE_START,
    ) -> None:
        self._program = program
        self._draft = _Murmur(State(program.layout.start, before=before, phase=start.phase), luck, aloud=aloud)
        self._open: Sequence[ReadyChoice] = ()
        self._hosts: list[ReadyScene] = []
        self._scene: ReadyScene | None = None
        self.values: Values = self._draft.values
        """The values as they are now, by slot; they change as it goes on."""
        self.count = 0
        """How many choices are open."""
        self.ended = ""
        """The ending that came; empty before."""
        set_out(program, self._draft, start)
        self._look()

    @property
    def scene(self) -> str:
        """The scene where a choice is awaited; empty in a tray, and at the end."""
        return self._draft.scene

    @property
    def said(self) -> list[str]:
        """The words told since the last choice, if it goes ``aloud``; what followed from a choice after its result."""
        return self._draft.said

    @property
    def open(self) -> tuple[str, ...]:
        """The ids of what can be chosen now, in the order they stand: those of ``open_choices``."""
        draft = self._draft
        if not draft.scene:
            return tuple(draft.hand) if draft.left > 0 else ()
        if self._hosts:
            names = zip(self._hosts, self._open, strict=True)
            return tuple([one.id if host.id == draft.scene else f"{host.id}.{one.id}" for host, one in names])
        return tuple([one.id for one in self._open])

    def labels(self) -> list[str]:
        """The words of every choice that is offered, open or locked; of envelopes what stands on them."""
        draft, values, scene = self._draft, self.values, self._scene
        if scene is None:
            laid = [self._program.storylets[name].envelope for name in draft.hand] if draft.left > 0 else []
            return [one.text.words(values) for one in laid if one is not None]
        if draft.threads or scene.fallbacks:
            stand = standing(self._program, scene.id, values, draft.threads)
            return [one.choice.offered.text.words(values) for one in stand]
        return [
            one.label or one.offered.text.words(values)
            for one in scene.ordinary
            if one.when is None or one.when(values)
        ]

    def take(self, number: int) -> None:
        """Take one of what is open, by its place in ``open``, and go on to the next choice or the end."""
        draft, program = self._draft, self._program
        draft.renew()
        if self._scene is not None:
            take(program, draft, self._hosts[number] if self._hosts else self._scene, self._open[number])
        else:
            open_envelope(draft, draft.hand[number])
        go_on(program, draft)
        self._look()

    def state(self) -> State:
        """Where it stands, as a value."""
        return self._draft.state()

    def _look(self) -> None:
        """See what is open."""
        draft, values = self._draft, self.values
        if self._hosts:
            self._hosts = []
        if not draft.scene:
            self._open, self._scene, self.ended = (), None, draft.ended
            self.count = len(draft.hand) if draft.left > 0 else 0
            return
        scene = self._scene = self._program.scenes[draft.scene]
        if draft.threads:
            found = [one for one in standing(self._program, draft.scene, values, draft.threads) if one.open]
            self._open, self._hosts = [one.choice for one in found], [one.scene for one in found]
        else:
            self._open = scene.ordinary if scene.always else [one for one in scene.ordinary if one.opens(values)]
            if not self._open:
                self._open = [one.choice for one in fallback(scene, values)]
        self.count = len(self._open)


class _Murmur(Draft):
    """The working copy of a whole walk: texts become words at once, and changes are not told of."""

    __slots__ = ("said",)

    def __init__(self, state: State, luck: Luck, *, aloud: bool) -> None:
        super().__init__(state, luck)
        self.heard, self.read = False, aloud
        self.said: list[str] = []

    def renew(self) -> None:
        """Forget what belonged to the last step."""
        if self.said:
            self.said = []
        if self.events:
            self.events.clear()
        if self.asked:
            self.asked.clear()
        self.goto = self.sent = self.called = self.plan = ""

    def tell(
        self,
        role: Role,  # noqa: ARG002  # a walk keeps the words alone
        title: str,  # noqa: ARG002  # a walk keeps the words alone
        owner: str,  # noqa: ARG002  # a walk keeps the words alone
        text: Tell,
        *,
        summary: Tell | None = None,  # noqa: ARG002  # a walk keeps the words alone
        plain: Tell | None = None,  # noqa: ARG002  # a walk keeps the words alone
        at: int = LAST,  # noqa: ARG002  # a walk keeps the words alone
    ) -> None:
        if self.read:
            self.said.append(text.words(self.values))

    def tell_line(self, told: Told) -> None:
        if self.read:
            self.said.append(told.tell.words(told.values))
