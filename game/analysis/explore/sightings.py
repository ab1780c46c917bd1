"""Which targets a step meets: looked up by what was told and taken, so that it costs little beside the step itself."""

from collections.abc import Iterable

from game.analysis.explore.pending import Pending, pending
from game.analysis.explore.spoken import Spoken, spoken_by_envelope, spoken_by_scene, spoken_by_world
from game.analysis.explore.target import Target
from game.analysis.explore.targets import targets_of
from game.engine.events import Dealt, Passed, Told
from game.engine.program import Program
from game.engine.prose import Tell
from game.engine.standing import standing
from game.engine.state import State
from game.engine.step import Step


class Sightings:
    """What steps of one program meet.

    Things that are declared are seen whenever they come. Variants are looked for only until ``enough`` was said of
    them: whoever has seen one need not ask its conditions again.
    """

    def __init__(self, program: Program) -> None:
        self.program = program
        self.targets = targets_of(program.story)
        named = {(target.kind, target.name): target for target in self.targets}
        self._places = {name: one for (kind, name), one in named.items() if kind in ("scene", "storylet")}
        self._choices = {name: one for (kind, name), one in named.items() if kind == "choice"}
        self._ends = {kind: {n: one for (k, n), one in named.items() if k == kind} for kind in ("ending", "coda")}
        self._lines: dict[Tell, Target] = {
            line.text: named["line", line.written.id]
            for group in program.lines.values()
            for line in group.by_id.values()
            for group in program.lines.values()
            for line in group.by_id.values()
        }
        self._enough: set[Target] = set()
        self._known: set[str] = set()
        self._dealt: set[str] = set()
        self._variants: dict[Tell, Pending] = {}
        self._labels: dict[str, dict[str, tuple[Pending, Pending]]] = {}
        """By scene and choice: the variants of what it says, and of why it is locked."""
        self._envelopes: dict[str, Pending] = {}
        self._learn(spoken_by_world(program))

    def enough(self, target: Target) -> None:
        """Look for this variant no more."""
        if target.kind == "variant":
            self._enough.add(target)

    def met(self, before: State | None, choice: str, step: Step) -> list[Target]:
        """The targets that a step meets, some perhaps twice; ``before`` is None at the beginning."""
        found: list[Target] = []
        if before is not None and before.scene:
            found.append(self._choices[f"{before.scene}.{choice}" if "." not in choice else choice])
        for event in step.events:
            if isinstance(event, Told):
                self._told(event, found)
            elif isinstance(event, Passed):
                if event.choice:
                    found.append(self._choices[f"{event.scene}.{event.choice}"])
                else:
                    self._come(event.scene, found)
            elif isinstance(event, Dealt):
                for name in event.storylets:
                    self._learn_envelope(name)
        if self._labels or self._envelopes:
            self._offered(step.state, found)
        return found

    def _come(self, scene: str, found: list[Target]) -> None:
        if scene not in self._known:
            self._learn_scene(scene)
        place = self._places.get(scene)
        if place is not None:
            found.append(place)

    def _told(self, event: Told, found: list[Target]) -> None:
        role = event.role
        if role == "scene":
            self._come(event.owner, found)
        elif role in ("brief", "papers"):
            found.append(self._lines[event.tell])
        elif role in ("ending", "coda"):
            found.append(self._ends[role][event.owner])
        for tell in (event.tell, event.summary, event.plain):
            if tell is not None and tell in self._variants:
                left = self._variants[tell]
                left.look(event.values, self._enough, found)
                if not left:
                    del self._variants[tell]

    def _offered(self, state: State, found: list[Target]) -> None:
        """What stands on the page that awaits a decision."""
        if not state.scene:
            for name in state.hand if state.left > 0 else ():
                left = self._envelopes.get(name)
                if left is not None:
                    left.look(state.values, self._enough, found)
                    if not left:
                        del self._envelopes[name]
            return
        scenes = (state.scene, *state.threads)
        if not any(scene in self._labels for scene in scenes):
            return
        for one in standing(self.program, state.scene, state.values, state.threads):
            labels = self._labels.get(one.scene.written.id, {})
            said, locked = labels.get(one.choice.written.id, (Pending(), Pending()))
            said.look(state.values, self._enough, found)
            if not one.open:
                locked.look(state.values, self._enough, found)
        for scene in scenes:
            labels = self._labels.pop(scene, {})
            left_over = {name: both for name, both in labels.items() if any(both)}
            if left_over:
                self._labels[scene] = left_over

    def _learn(self, spoken: Iterable[Spoken]) -> None:
        for tell, prose, name, home in spoken:
            found = pending(prose, name, self.program.layout.slots, home)
            if found:
                self._variants.setdefault(tell, Pending()).update(found)

    def _learn_scene(self, name: str) -> None:
        self._known.add(name)
        scene, slots = self.program.scenes[name], self.program.layout.slots
        self._learn(spoken_by_scene(scene))
        home = scene.written.home
        for choice in (one.written for one in scene.choices.values()):
            whole = f"{name}.{choice.id}"
            said = pending(choice.text, f"{whole}.text", slots, home)
            said.update(pending(choice.cost, f"{whole}.cost", slots, home))
            locked = pending(choice.locked, f"{whole}.locked", slots, home)
            if said or locked:
                self._labels.setdefault(name, {})[choice.id] = said, locked

    def _learn_envelope(self, name: str) -> None:
        storylet = self.program.storylets[name]
        if name in self._dealt or storylet.written.envelope is None:
            return
        self._dealt.add(name)
        self._learn(spoken_by_envelope(storylet))
        found = pending(storylet.written.envelope.text, f"{name}.envelope", self.program.layout.slots, name)
        if found:
            self._envelopes[name] = found
