"""A comparison as plain text: made to be read aloud as well as seen, so nothing in it depends on columns."""

from game.view.comparison import Beside, Comparison, Side
from game.view.courses import Course
from game.view.decisions import Decision
from game.view.transcript import WIDTH, filled, how_many

_TITLES = ("DECISIONS", "METERS", "LEDGER")


def comparison_text(found: Comparison, turn: str, width: int = WIDTH) -> str:
    """Return a comparison as text; ``turn`` is what the story calls a turn, empty without a clock."""
    parts = [
        filled(f"{found.story}: {found.first.name} beside {found.second.name}.", width),
        "\n".join(filled(_stood(side), width, hang=2) for side in (found.first, found.second)),
        _parting(found, width),
        _decisions(found, turn, width),
        _meters(found, turn, width),
        _ledgers(found, width),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _stood(side: Side) -> str:
    came = f"ended with {side.ending}" if side.ending else f"stands in {side.where}" if side.where else "goes on"
    return f"{side.name} {came}, after {how_many(side.decisions, 'decision')}."


def _parting(found: Comparison, width: int) -> str:
    first, second = found.parting.first, found.parting.second
    begun = f"They begin with {how_many(found.shared, 'decision')} alike" if found.shared else ""
    if first is None and second is None:
        return filled("They decide alike to the last decision." if found.shared else "Neither decides anything.", width)
    lines: list[str] = []
    if first is None or second is None:
        further = found.second.name if first is None else found.first.name
        lines.append(filled(f"{begun}; then only {further} goes on." if begun else f"Only {further} decides.", width))
    else:
        lines.append(filled(f"{begun}, then part:" if begun else "They part at once:", width))
        lines.extend(_said(side.name, one, width) for side, one in ((found.first, first), (found.second, second)))
    if found.fate is not None:
        since = f"decision {found.fate}" if found.fate else "the very beginning"
        lines.append(filled(f"Their luck has differed since {since}.", width))
    return "\n".join(lines)


def _said(name: str, one: Decision, width: int) -> str:
    return filled(f"{name}, decision {one.number}, {one.title}: {one.text}", width, indent=2, hang=2)


def _decisions(found: Comparison, turn: str, width: int) -> str:
    lines: list[str] = []
    last = 0
    for row in found.rows:
        one = row.first or row.second
        if one is None:
            continue
        if turn and one.turn != last:
            last = one.turn
            lines.append(f"\n{turn.capitalize()} {last}" if lines else f"{turn.capitalize()} {last}")
        lines.append(_row(found, row, one, width))
    return "\n".join([_TITLES[0], *lines]) if lines else ""


def _row(found: Comparison, row: Beside, one: Decision, width: int) -> str:
    if row.alike:
        return filled(f"{one.title}. Both: {one.text}", width, indent=2, hang=2)
    lines = [filled(f"{one.title}.", width, indent=2)]
    for side, decision in ((found.first, row.first), (found.second, row.second)):
        if decision is not None:
            lines.append(filled(f"{side.name}: {decision.text}", width, indent=4, hang=2))
    return "\n".join(lines)


def _meters(found: Comparison, turn: str, width: int) -> str:
    first = {course.id: course for course in found.first.meters}
    second = {course.id: course for course in found.second.meters}
    lines: list[str] = []
    for name in [*first, *(name for name in second if name not in first)]:
        titled = first.get(name) or second[name]
        lines.append(filled(f"{titled.title}.", width, indent=2))
        for side, course in ((found.first, first.get(name)), (found.second, second.get(name))):
            lines.append(filled(f"{side.name}: {_over_time(course, turn)}", width, indent=4, hang=2))
    title = f"{_TITLES[1]} at the end of each {turn}" if turn else _TITLES[1]
    return "\n".join([title, *lines]) if lines else ""


def _over_time(course: Course | None, turn: str) -> str:
    """What a meter showed, turn by turn, and since when, where that is not the first turn."""
    if course is None:
        return "not seen"
    points = course.by_turn()
    since = f"from {turn} {points[0].turn}: " if turn and points[0].turn > 1 else ""
    return since + ", ".join(point.text for point in points)


def _ledgers(found: Comparison, width: int) -> str:
    if not found.first.ledger and not found.second.ledger:
        return ""
    shared = [line for line in found.first.ledger if line in found.second.ledger]
    parts = [("Both", shared)]
    parts += [(side.name, [line for line in side.ledger if line not in shared]) for side in (found.first, found.second)]
    lines = [_TITLES[2]]
    for name, named in parts:
        if named:
            lines.append(filled(f"{name}.", width, indent=2))
            lines.extend(filled(line, width, indent=4, hang=2) for line in named)
    return "\n".join(lines)
