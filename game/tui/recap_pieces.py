"""A session looked back on, as pieces."""

from textual.content import Content

from game.tui.glyphs import DOT, LEVELS, MINUS
from game.tui.pieces import Piece, heading
from game.tui.text import NOTHING, paragraph, spaced, stacked, together, words
from game.view.histories import History
from game.view.page import quoted
from game.view.people import Person
from game.view.recap import Recap
from game.view.recap_text import consequences, left_with, unseen
from game.view.transcript import how_many
from game.view.turnings import Turning

_GAUGE = 18
_COLUMNS = 20
_NUMBER = 5
_TENTH = 10
"""A course is drawn no taller than if it took up so many hundredths of its gauge's range."""


def recap_pieces(found: Recap) -> tuple[Piece, ...]:
    """Return it in reading order."""
    parts = (found.where, how_many(found.decisions, "decision"))
    told = [
        Piece("ending", spaced(found.ending or found.story)),
        Piece("centred", words(f" {DOT} ".join(part for part in parts if part), "$quiet")),
    ]
    told += _part("How it went", [_arc(one, found.decisions) for one in found.arcs])
    told += _part("What mattered", [_turning(one) for one in found.turnings])
    told += _part("People", [_person(one) for one in found.people])
    told += _part("The ledger", [Piece("item", paragraph(one), NOTHING, 2) for one in found.ledger])
    told += _part("What came after", [Piece("line", words(one), NOTHING, 2) for one in found.codas])
    return (
        *told,
        heading("What you have not seen"),
        Piece("item", words(f"{unseen(found).capitalize()}."), NOTHING, 2),
    )


def course(one: History, last: int, columns: int = _COLUMNS) -> str:
    """Return a gauge over the pages up to ``last`` as a row of signs; spaces where it wasn't seen."""
    heights = {point.page: one.height(point)[0] for point in one.course.points}
    low, whole = min(heights.values()), one.height(one.last)[1]
    tall = max(max(heights.values()) - low, whole // _TENTH, 1)
    many = min(columns, last + 1)
    signs = []
    for column in range(many):
        page = round(column * last / max(many - 1, 1))
        seen = [height for at, height in heights.items() if at <= page]
        signs.append(LEVELS[(seen[-1] - low) * (len(LEVELS) - 1) // tall] if seen else " ")
    return "".join(signs)


def _part(title: str, shown: list[Piece]) -> list[Piece]:
    return [heading(title), *shown] if shown else []


def _arc(one: History, pages: int) -> Piece:
    """A gauge: where it began, its course, where it ended; beneath, what moved it most."""
    first, last = one.course.points[0], one.last
    drawn = words(f"{course(one, pages).ljust(_COLUMNS)} ", "$accent")
    band = f"  {last.band}" if last.value is not None and last.band else ""
    top = together(words(f"{first.text:>4} ", "$quiet"), drawn, words(last.text, "bold"), words(band, "$quiet"))
    if last.value is None:
        way = f"{first.text} to {last.text}" if first.text != last.text else f"{last.text} throughout"
        top = words(way)
    if not one.shifts:
        return Piece("item", top, words(one.course.title), _GAUGE)
    most = one.shifts[0]
    change = "" if last.value is None else f"{'+' if most.change > 0 else MINUS}{abs(most.change)} "
    when = f"in {most.when.lower()}, " if most.when else ""
    return Piece(
        "item",
        stacked(top, words(f"{change}{when}with {quoted(most.decision)}", "$quiet")),
        words(one.course.title),
        _GAUGE,
    )


def _turning(one: Turning) -> Piece:
    where = f" {DOT} ".join(part for part in (one.decision.title, one.when) if part)
    text = (
        words(quoted(one.decision.text), "bold"),
        words(where, "$quiet"),
        *(words(said) for said in consequences(one)),
    )
    return Piece("item", stacked(*text), words(str(one.decision.number), "$accent"), _NUMBER)


def _person(one: Person) -> Piece:
    top: Content = words(one.name, "bold")
    if one.role:
        top = together(top, words(f"  {DOT}  {one.role}", "$quiet"))
    left = [words(said) for said in left_with(one)]
    return Piece("line", stacked(top, *left), NOTHING, 2)
