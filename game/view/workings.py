"""What stands behind a page, for authors: what chance was asked, why a card came, what each condition saw."""

from collections.abc import Iterator

from game.engine.events import Dealt
from game.engine.program import Program
from game.engine.standing import standing
from game.engine.state import State
from game.expr.compile import Values
from game.model.condition import Condition
from game.model.scene import Choice
from game.play.playthrough import Playthrough
from game.view.seen import Mark, Working, amount, condition
from game.view.workings_of_chance import asked, decks


def workings(playthrough: Playthrough) -> tuple[Working, ...]:
    """Everything behind the page where a playthrough stands, line by line: place, choices, chance, decks."""
    program, state = playthrough.program, playthrough.state
    parts = (
        ("Where", _where(playthrough)),
        ("Choices here", _choices(program, state)),
        ("What chance was asked on the way here", asked(playthrough)),
        *_dealt_before(playthrough),
        ("What the decks could deal now", decks(program, state)),
    )
    found: list[Working] = []
    for title, lines in parts:
        told = list(lines)
        if told:
            found += [Working(depth=0, text=title, mark="head"), *told]
    return tuple(found)


def _dealt_before(playthrough: Playthrough) -> Iterator[tuple[str, Iterator[Working]]]:
    """How what lies in the tray, or was taken out of it, was dealt, where that was on an earlier page."""
    state = playthrough.state
    scene = playthrough.program.scenes[state.scene].written.home if state.scene else ""
    here = {scene, *state.hand} - {""}
    for number in range(playthrough.decisions, -1, -1):
        at = playthrough.at(number)
        if any(isinstance(event, Dealt) and here & {*event.storylets} for event in at.moves[-1].step.events):
            if number < playthrough.decisions:
                yield f"What was dealt before, after decision {number}", asked(at, deals_only=True)
            return


def _where(playthrough: Playthrough) -> Iterator[Working]:
    program, state = playthrough.program, playthrough.state
    place = f"scene {state.scene}" if state.scene else "at the end" if state.ended else "in the tray"
    if 0 <= state.phase < len(program.phases):
        place += f", phase {program.phases[state.phase].written.id}"
    if program.phases:
        place += f", turn {playthrough.turn}"
    yield Working(depth=1, text=place)
    if state.scene:
        written = program.scenes[state.scene].written
        if written.when is not None:
            yield from condition("when", written.when.checked, program.layout.slots, state.values, 1)
    lists = {
        "threads": state.threads,
        "waiting for this to return": state.calls,
        "still to come in this phase": state.queue,
        "in hand": state.hand,
        "on offer": state.offered,
        "scenes due": state.scenes,
        "lines due": state.lines,
    }
    for named, names in lists.items():
        if names:
            yield Working(depth=1, text=f"{named}: {', '.join(names)}")
    for due in state.agenda:
        yield Working(depth=1, text=f"planned for turn {due.turn}: {due.plan}")


def _choices(program: Program, state: State) -> Iterator[Working]:
    """Each choice that is written here, hidden ones too."""
    if not state.scene:
        return
    values = state.values
    here = {one.id: one.open for one in standing(program, state.scene, values, state.threads)}
    for home in (state.scene, *state.threads):
        scene = program.scenes[home]
        for name, ready in scene.choices.items():
            own = name if home == state.scene else f"{home}.{name}"
            written = ready.written
            taken = written.once and ready.taken is not None and bool(values[ready.taken])
            yield Working(
                depth=1, text=f"{own}: {_stands(written, here.get(own), taken=taken)}", mark=_mark(here.get(own))
            )
            yield from _conditions(program, written, values)


def _stands(choice: Choice, is_open: bool | None, *, taken: bool) -> str:
    if is_open is None:
        if taken:
            return "hidden, as it is once and was taken"
        return "held back, as a fallback" if choice.fallback else "hidden"
    return "open" if is_open else "locked"


def _mark(is_open: bool | None) -> Mark:
    return "" if is_open is None else "yes" if is_open else "no"


def _conditions(program: Program, choice: Choice, values: Values) -> Iterator[Working]:
    asks: tuple[tuple[str, Condition | None], ...] = (("when", choice.when), ("requires", choice.requires))
    for name, asking in asks:
        if asking is not None:
            yield from condition(name, asking.checked, program.layout.slots, values, 2)
    if choice.check is not None:
        yield amount("odds", choice.check.odds.checked, program.layout.slots, values, 2)
