"""Where something comes from that was planned: the turn and the decision that planted it."""

from collections.abc import Iterator

from game.engine.draft import PHASES
from game.engine.events import CameDue, Changed, Event, Planned, Told, TurnBegan
from game.engine.state import BEFORE
from game.model.effect import Kind
from game.play.playthrough import Playthrough
from game.view.decisions import chosen
from game.view.page import Origin

Planting = tuple[int, int, int]
"""For which turn something was planned, in which, and by which decision (0: the beginning)."""


class Origins:
    """Looks back through a playthrough, at what was planned and what came due; no further than somebody asks."""

    def __init__(self, playthrough: Playthrough) -> None:
        self.playthrough = playthrough
        self.program = playthrough.program
        self._plantings: dict[str, list[Planting]] | None = None

    def of_text(self, event: Told) -> Origin | None:
        """Where a text comes from that says it comes from somewhere; None for any other."""
        turn = int(event.values[0]) if event.values else 0
        if event.plan:
            return self.of_plan(event.plan, turn, event.kind)
        if event.role == "scene":
            plan = self._brought(event, turn)
            return self.of_plan(plan, turn, self.program.plans[plan].written.kind) if plan else None
        if event.role == "coda":
            plan = self._ghost(event.owner)
            return self.of_plan(plan, 0, self.program.plans[plan].written.kind) if plan else None
        if event.kind and event.about:
            happened = (int(self.program.value(event.values, f"event({event.about})")) - BEFORE) // PHASES
            return Origin(kind=event.kind, when=self._when(happened)) if happened < turn else None
        return None

    def of_change(self, event: Changed, turn: int) -> Origin | None:
        """Where a change comes from that was planned; None for any other."""
        return self.of_plan(event.plan, turn, "", event.because) if event.plan else None

    def of_plan(self, plan: str, turn: int, kind: Kind, because: str = "") -> Origin:
        """Where a plan that came due by ``turn`` was planted; what a plan planned goes back to its own origin."""
        reason, root = because or self.program.plans[plan].written.because, plan
        while (outer := root.rpartition("/")[0]) in self.program.plans:
            root = outer
            reason = reason or self.program.plans[root].written.because
        found = [one for one in self._planted().get(root, ()) if one[0] <= turn or root != plan]
        if not found:
            return Origin(kind=kind, because=reason)
        _, planted, number = found[-1]
        number = number if self._decided(number, root) else 0
        words = chosen(self.playthrough, number)
        return Origin(kind=kind, because=reason, when=self._when(planted), decision=words, number=number)

    def _when(self, turn: int) -> str:
        clock = self.program.story.world.clock
        return "" if clock is None else f"{clock.unit} {turn}"

    def _decided(self, number: int, plan: str) -> bool:
        """Whether it was the decision itself that planted this: a rule or the clock may have."""
        took = self.playthrough.moves[number].took
        return took is not None and plan.startswith((f"{took.scene}.{took.choice}/", f"{took.scene}.{took.choice}."))

    def _planted(self) -> dict[str, list[Planting]]:
        if self._plantings is None:
            self._plantings = {}
            for number, turn, event in dated(self.playthrough):
                if isinstance(event, Planned):
                    self._plantings.setdefault(event.plan, []).append((event.turn, turn, number))
        return self._plantings

    def _brought(self, told: Told, turn: int) -> str:
        """The plan that brought a scene: one that came due this turn, if this is the first telling since."""
        if not any(plan.written.scene == told.owner for plan in self.program.plans.values()):
            return ""
        brought = ""
        for _, at, event in dated(self.playthrough):
            if at != turn:
                continue
            if event is told:
                return brought
            if isinstance(event, CameDue) and self.program.plans[event.plan].written.scene == told.owner:
                brought = event.plan
            elif isinstance(event, Told) and event.role == "scene" and event.owner == told.owner:
                brought = ""
        return ""

    def _ghost(self, coda: str) -> str:
        """The plan that planted a coda first."""
        plans = self.program.plans
        return next((plan for plan in self._planted() if plans[plan].written.coda == coda), "")


def dated(playthrough: Playthrough) -> Iterator[tuple[int, int, Event]]:
    """Every event so far, with the number of its decision and its turn (1 in a story without a clock)."""
    turn = 1
    for number, move in enumerate(playthrough.moves):
        for event in move.step.events:
            if isinstance(event, TurnBegan):
                turn = event.turn
            yield number, turn, event
