"""Two sessions beside each other as blocks of text: how they stand, where they part, decisions, gauges, ledgers."""

from dataclasses import dataclass

from textual.content import Content

from game.tui.courses import ends, span, spark
from game.tui.glyphs import DOT, PARTED
from game.tui.text import stacked, together, words
from game.tui.widgets.columns import Columns
from game.tui.widgets.hanging import Hanging
from game.view.comparison import Beside, Comparison, Side
from game.view.courses import Course

_INDENT = 4


@dataclass(frozen=True, slots=True)
class Block:
    """One block: its look, and whether it is a decision on which the two differ."""

    kind: str
    text: Content | Columns | Hanging
    differs: bool = False


def compared(found: Comparison, unit: str) -> tuple[Block, ...]:
    """Return the whole comparison; ``unit`` is what a turn is called, empty in a story without a clock."""
    sides = Columns(_stood(found.first), _stood(found.second), _INDENT)
    return (
        Block("sides", sides),
        Block("line", _parting(found)),
        *_decisions(found, unit),
        *_gauges(found),
        *_ledgers(found),
    )


def _stood(side: Side) -> Content:
    came = f"ended: {side.ending}" if side.ending else f"stands in {side.where}" if side.where else "goes on"
    return stacked(words(side.name, "bold $accent"), words(came), words(_many(side.decisions, "decision"), "$quiet"))


def _parting(found: Comparison) -> Content:
    parting = found.parting
    if parting.first is None and parting.second is None:
        told = "They decide alike to the last decision." if found.shared else "Neither has decided anything."
    else:
        begun = f"They begin with {_many(found.shared, 'decision')} alike" if found.shared else ""
        alone = found.second.name if parting.first is None else found.first.name if parting.second is None else ""
        if alone:
            told = f"{begun}; then only {alone} goes on." if begun else f"Only {alone} has decided anything."
        else:
            told = f"{begun}, then they part." if begun else "They part at the first decision."
    if found.fate is not None:
        since = f"decision {found.fate}" if found.fate else "the very beginning"
        told += f" Their luck has differed since {since}."
    return words(told)


def _decisions(found: Comparison, unit: str) -> list[Block]:
    blocks = [Block("heading", words("DECISIONS"))] if found.rows else []
    last = 0
    for row in found.rows:
        one = row.first or row.second
        if one is None:
            continue
        if unit and one.turn != last:
            last = one.turn
            blocks.append(Block("turn-of", words(f"{unit} {last}", "bold")))
        blocks += _row(row)
    return blocks


def _row(row: Beside) -> list[Block]:
    one = row.first or row.second
    if one is None:
        return []
    number = words(f"{one.number:>3} ", "$quiet")
    if row.alike:
        told = together(words(f"{one.title} {DOT} ", "$quiet"), words(one.text))
        return [Block("line", Hanging(number, told, _INDENT))]
    first = words(row.first.text) if row.first else words("–", "$quiet")  # noqa: RUF001 - a dash: nothing here
    second = words(row.second.text) if row.second else words("–", "$quiet")  # noqa: RUF001  # the dash that stands for nothing decided
    return [
        Block("differs", together(words(f"{PARTED:>3} ", "$lift"), words(one.title, "bold")), differs=True),
        Block("line", Columns(first, second, _INDENT)),
    ]


def _gauges(found: Comparison) -> list[Block]:
    first = {course.id: course for course in found.first.meters}
    second = {course.id: course for course in found.second.meters}
    blocks: list[Block] = []
    for name in dict.fromkeys([*first, *second]):
        one, other = first.get(name), second.get(name)
        low, high = span(one, other)
        titled = first.get(name) or second[name]
        blocks.append(Block("line", together(words(" " * _INDENT), words(titled.title, "bold"))))
        blocks.append(Block("line", Columns(_course(one, low, high), _course(other, low, high), _INDENT)))
    return [Block("heading", words("GAUGES OVER TIME")), *blocks] if blocks else []


def _course(course: Course | None, low: int, high: int) -> Content:
    if course is None:
        return words("not seen", "$quiet")
    drawn = spark(course, low, high)
    return together(words(f"{drawn}  " if drawn else "", "$accent"), words(ends(course), "$quiet"))


def _ledgers(found: Comparison) -> list[Block]:
    first, second = found.first.ledger, found.second.ledger
    if not first and not second:
        return []
    shared = [line for line in first if line in second]
    blocks = [Block("heading", words("THE LEDGER"))]
    before = words(" " * _INDENT)
    blocks += [Block("line", Hanging(before, words(f"In both: {line}"), _INDENT)) for line in shared]
    alone = [stacked(*(words(line) for line in side if line not in shared)) for side in (first, second)]
    if any(one.plain for one in alone):
        left, right = (one if one.plain else words("nobody else" if shared else "nobody", "$quiet") for one in alone)
        blocks.append(Block("line", Columns(left, right, _INDENT)))
    return blocks


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
