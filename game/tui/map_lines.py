"""The decision map in words and signs: each of its lines, and what is said beside it of the one under the cursor."""

from collections.abc import Mapping

from textual.content import Content

from game.tui.glyphs import DOT, ENDED, FOLD, STANDS, TIMES
from game.tui.text import NOTHING, stacked, together, words
from game.tui.widgets.spread import Spread
from game.view.decision_map import DecisionMap, Spot
from game.view.map_rows import MapRow

_GUIDE = 40
_NAMED = 3


def map_line(found: DecisionMap, row: MapRow, called: Mapping[str, str], marked: str = "") -> Spread:
    """Return a line of the map; ``called`` is what sessions are called here, ``marked`` one chosen to be compared."""
    spot = found.spots[row.spot]
    guide = words(row.guide if len(row.guide) <= _GUIDE else "… " + row.guide[-_GUIDE:], "$secondary")
    match row.kind:
        case "fold":
            return Spread(together(guide, words(f"{FOLD} {_decisions(row.more)}", "$quiet")), NOTHING)
        case "stand":
            mark = words(f" {DOT} to compare", "bold $lift") if row.session == marked else NOTHING
            if row.alone:
                begun = found.spots[row.run]
                return Spread(
                    together(guide, _decision(begun)),
                    together(_more(row), _stand(row, called), mark),
                    short=together(guide, words(f"{begun.number} ", "$accent"), words(begun.text)),
                    end=together(words("  "), _sign(row)),
                    weighs=True,
                )
            return Spread(together(guide, _sign(row), words(" "), _stand(row, called), mark), _more(row))
        case "decision":
            many = len(spot.sessions)
            right = words(f"{TIMES}{many}", "$quiet") if many > 1 else NOTHING
            if not spot.number:
                return Spread(together(guide, words("The beginning", "bold $accent")), right)
            return Spread(together(guide, _decision(spot)), right)


def _decision(spot: Spot) -> Content:
    return together(words(f"{spot.number} ", "$accent"), words(f"{spot.title} {DOT} ", "$quiet"), words(spot.text))


def _sign(row: MapRow) -> Content:
    return words(ENDED, "bold $accent") if row.ending else words(STANDS, "bold $lift")


def _stand(row: MapRow, called: Mapping[str, str]) -> Content:
    name = words(called.get(row.session, row.session), "" if row.ending else "bold")
    how = words(f" {DOT} {row.ending}", "$accent") if row.ending else words(f" {DOT} stands here", "$quiet")
    return together(name, how)


def _more(row: MapRow) -> Content:
    """How many decisions are folded before it, where some are."""
    told = f"{FOLD} {row.more}  " if row.alone else f"{FOLD} after {row.more} more"
    return words(told, "$quiet") if row.more else NOTHING


def spot_told(found: DecisionMap, row: MapRow, called: Mapping[str, str], turn: str) -> Content:
    """Return what is known of the line under the cursor; ``turn`` is what the story calls the turn it fell in."""
    spot = found.spots[row.spot]
    parts = [_headed(row, spot, called, turn)]
    if row.kind == "fold":
        parts.append(words("Between these no session parts from another. Go right to see each of them.", "$quiet"))
    elif spot.number:
        parts.append(words(spot.text))
    if row.alone and row.more:
        told = f"It went its own way from decision {found.spots[row.run].number} on. Go right to see all of it."
        parts.append(words(told, "$quiet"))
    parts.append(words(_through(spot, called), "$quiet"))
    if ways := _ways(spot):
        parts.append(words(ways, "$quiet"))
    return stacked(*parts)


def _headed(row: MapRow, spot: Spot, called: Mapping[str, str], turn: str) -> Content:
    if row.kind == "stand":
        name = called.get(row.session, row.session)
        told = f"{name} ended here: {row.ending}" if row.ending else f"{name} stands here and can go on"
        return words(told, "bold $accent")
    if row.kind == "fold":
        return words(_decisions(row.more), "bold $accent")
    if not spot.number:
        return words("The beginning", "bold $accent")
    place = f" {DOT} ".join(part for part in (f"Decision {spot.number}", turn, spot.title) if part)
    return words(place, "bold $accent")


def _through(spot: Spot, called: Mapping[str, str]) -> str:
    names = [called.get(name, name) for name in spot.sessions]
    if len(names) == 1:
        return f"Only {names[0]} came here."
    shown = ", ".join(names[:_NAMED]) + (f" and {len(names) - _NAMED} more" if len(names) > _NAMED else "")
    return f"{len(names)} sessions came here: {shown}."


def _ways(spot: Spot) -> str:
    taken = len(spot.children)
    untaken = f"{spot.ways} way{'' if spot.ways == 1 else 's'} on from here that nobody took." if spot.ways else ""
    parting = f"They part here, {taken} ways. " if taken > 1 else ""
    return (parting + untaken).strip()


def _decisions(many: int) -> str:
    return f"{many} decision{'' if many == 1 else 's'}"
