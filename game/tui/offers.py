"""Offers as rows: a number, the label, and beneath it, quieter, what a choice costs and moves."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.content import Content

from game.tui.gauges import signed
from game.tui.glyphs import DOT, DOWN, MORE, UP
from game.tui.text import line, separated, stacked, together, words
from game.view.page import Option, Page, Touch

if TYPE_CHECKING:
    from game.view.decision_map import Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line a reader can take: ``id`` is what is answered, ``text`` all that is shown of it.

    ``number`` is the key that takes it; locked ones have none, so that keys and the plain player's numbers agree. An
    ``envelope`` lies in the tray.
    """

    id: str
    number: int
    text: Content
    reason: str = ""
    envelope: bool = False


def rows(page: Page) -> tuple[Row, ...]:
    """Return the options of a page, in their order; locked ones keep their place."""
    found: list[Row] = []
    for option in page.options:
        number = 1 + sum(bool(row.number) for row in found) if option.open else 0
        found.append(_row(option, number))
    return tuple(found)


def beside(offered: tuple[Row, ...], others: "Iterable[Spot]") -> tuple[Row, ...]:
    """Return rows with the sessions that took them elsewhere beneath each."""
    names = {spot.choice: ", ".join(spot.sessions) for spot in others}
    return tuple(
        replace(row, text=stacked(row.text, words(f"taken in {names[row.id]}", "italic $lift")))
        if row.id in names
        else row
        for row in offered
    )


def own_rows(*said: tuple[str, str, str]) -> tuple[Row, ...]:
    """Return rows of our own, each an action, a label and a word about it: what to do next, not what to decide."""
    found: list[Row] = []
    for number, (action, label, about) in enumerate(said, 1):
        parts = [words(label)] + ([words(about, "$quiet")] if about else [])
        found.append(Row(id=action, number=number, text=stacked(*parts)))
    return tuple(found)


def _row(option: Option, number: int) -> Row:
    label = line(option.label, "" if option.open else "$quiet")
    parts = [label]
    if option.cost:
        parts.append(line(option.cost, "italic $quiet"))
    if moves := _moves(option):
        parts.append(separated(moves, words(f" {DOT} ", "$quiet")))
    if not option.open:
        parts.append(
            together(words("locked", "bold $quiet"), words(f": {option.reason}" if option.reason else "", "$quiet"))
        )
    if option.feeds:
        parts.append(words(f"feeds {', '.join(option.feeds)}", "$quiet"))
    if option.otherwise:
        parts.append(words(f"otherwise {option.otherwise}", "$quiet"))
    return Row(id=option.id, number=number, text=stacked(*parts), reason=option.reason, envelope=bool(option.otherwise))


def _moves(option: Option) -> list[Content]:
    parts = [_touch(touch) for touch in option.touches]
    if option.odds is not None:
        parts.insert(0, words(f"{option.odds} % chance", "bold $quiet"))
    if option.hidden:
        parts.append(words(MORE, "$quiet"))
    return parts


def _touch(touch: Touch) -> Content:
    sign = (UP if touch.up else DOWN) * touch.marks
    said = " ".join(part for part in (touch.size, signed(touch.exact)) if part and part != str(abs(touch.exact)))
    return together(
        words(f"{touch.gauge} ", "$quiet"),
        words(sign, "$lift" if touch.up else "$fall"),
        words(f" {said}" if said else "", "$quiet"),
    )
