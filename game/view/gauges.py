"""Meters as a reader sees them."""

from game.engine.events import Changed, TurnBegan
from game.engine.program import Program
from game.engine.prose import band_name
from game.engine.step import Step
from game.expr.types import Value
from game.model.world import Meter
from game.view.origins import Origins
from game.view.page import Gauge, Origin


def gauges(origins: Origins, step: Step, before: tuple[Value, ...]) -> tuple[Gauge, ...]:
    """Every meter that is shown now; ``before`` are the values as they stood when the last decision was taken."""
    why = reasons(origins, step, before)
    program, values = origins.program, step.state.values
    return tuple(
        _gauge(program, meter, values, before, why.get(meter.id, {}))
        for meter in program.story.world.meters
        if is_shown(program, meter, values)
    )


def reasons(origins: Origins, step: Step, before: tuple[Value, ...]) -> dict[str, dict[str, bool]]:
    """For each value that changed in a step, the reasons of it in their order, and whether each was planned before."""
    found: dict[str, dict[str, bool]] = {}
    turn = int(before[0]) if before else 0
    for event in step.events:
        if isinstance(event, TurnBegan):
            turn = event.turn
        elif isinstance(event, Changed):
            origin = origins.of_change(event, turn)
            because = event.because if origin is None else _late(origin)
            if because:
                found.setdefault(event.key, {})[because] = origin is not None
    return found


def _late(origin: Origin) -> str:
    """The reason of a change that was planned, with the turn of that."""
    return ", ".join(part for part in (origin.reason, f"from {origin.when}" if origin.when else "") if part)


def is_shown(program: Program, meter: Meter, values: tuple[Value, ...]) -> bool:
    """Whether readers see this meter now."""
    appears = program.appears.get(meter.id)
    return meter.shown != "never" and (appears is None or appears(values))


def _gauge(
    program: Program,
    meter: Meter,
    values: tuple[Value, ...],
    before: tuple[Value, ...],
    why: dict[str, bool],
) -> Gauge:
    now, then = seen(program, meter, values), seen(program, meter, before)
    in_words = meter.shown == "words"
    change = now - then
    if in_words and change:
        same = band_name(meter.bands, now) == band_name(meter.bands, then)
        change = 0 if same else 1 if change > 0 else -1
    return Gauge(
        id=meter.id,
        title=meter.title,
        group=meter.group,
        about=meter.about,
        shown=meter.shown,
        value=None if in_words else now,
        low=meter.low,
        high=meter.high,
        band=band_name(meter.bands, now),
        change=change,
        because=tuple(why),
        late=tuple(reason for reason, planned in why.items() if planned),
    )


def seen(program: Program, meter: Meter, values: tuple[Value, ...]) -> int:
    """The value readers see: the meter's own, or what it is shown as, within its range."""
    as_shown = program.shown.get(meter.id)
    value = values[program.layout.slots[meter.id]] if as_shown is None else as_shown(values)
    assert isinstance(value, int)
    return max(meter.low, min(meter.high, value))
