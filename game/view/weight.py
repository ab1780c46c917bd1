"""How much each decision moved: what the gauges showed before it, and after all that followed from it."""

from dataclasses import dataclass

from game.engine.events import Hurt, Word
from game.engine.prose import band_name
from game.model.world import Meter
from game.play.playthrough import Playthrough
from game.view.decisions import Decision, decisions
from game.view.gauges import is_shown, seen

_WORD, _LIFE = 15, 25
"""What a promise kept or broken weighs, and somebody hurt, beside hundredths of a gauge's range."""
_STEP = 10
"""What a gauge weighs that is shown in words, when its word changes, and each pip of one shown in pips."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A gauge that moved: its title, which way, and where it stood then, in words: ``41 (Rooted)``."""

    gauge: str
    up: bool
    now: str
    weight: int

    @property
    def text(self) -> str:
        """In a few words: ``Roots fell to 41 (Rooted)``."""
        return f"{self.gauge} {'rose' if self.up else 'fell'} to {self.now}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A decision with the gauges it moved, those that moved most first.

    ``weight`` adds up what a reader saw of it: hundredths of each gauge's range, promises that ended, people hurt.
    """

    decision: Decision
    moved: tuple[Moved, ...]
    weight: int


def weighed(playthrough: Playthrough) -> tuple[Weighed, ...]:
    """Every decision that stands, in order. Gauges that are hidden before or after weigh nothing."""
    return tuple(_weighed(playthrough, one) for one in decisions(playthrough))


def _weighed(playthrough: Playthrough, decision: Decision) -> Weighed:
    move = playthrough.moves[decision.number]
    found = [_moved(playthrough, meter, decision.number) for meter in playthrough.program.story.world.meters]
    moved = sorted((one for one in found if one is not None), key=lambda one: -one.weight)
    weight = sum(one.weight for one in moved)
    for event in move.step.events:
        if isinstance(event, Hurt):
            weight += _LIFE
        elif isinstance(event, Word) and event.became != "given":
            weight += _WORD
    return Weighed(decision=decision, moved=tuple(moved), weight=weight)


def _moved(playthrough: Playthrough, meter: Meter, number: int) -> Moved | None:
    program = playthrough.program
    before, after = (playthrough.moves[at].step.state.values for at in (number - 1, number))
    if not is_shown(program, meter, before) or not is_shown(program, meter, after):
        return None
    then, now = seen(program, meter, before), seen(program, meter, after)
    band = band_name(meter.bands, now)
    if meter.shown == "words":
        same = band == band_name(meter.bands, then)
        return None if same else Moved(gauge=meter.title, up=now > then, now=band, weight=_STEP)
    if now == then:
        return None
    by = abs(now - then)
    if meter.shown == "pips":
        return Moved(gauge=meter.title, up=now > then, now=f"{now} of {meter.high}", weight=_STEP * by)
    weight = max(1, 100 * by // max(1, meter.high - meter.low))
    return Moved(gauge=meter.title, up=now > then, now=f"{now} ({band})" if band else str(now), weight=weight)
