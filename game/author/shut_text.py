"""What would open a choice, for the author: over many readings, or along a session."""

from collections import Counter, defaultdict

from game.analysis.noise import wilson
from game.analysis.shut import Along, Lack, Lacks, Shut
from game.play.playthrough import Playthrough
from game.source.clean import clean_line
from game.view.decisions import chosen, place_title
from game.view.draw import draw_line, words
from game.view.page import quoted

_HUNDRED = 100
_MOST = 8


def shut_text(name: str, shut: Shut, runs: int, reader: str) -> str:
    """How a choice stood over many readings, and the nearest changes that would open it where it never did."""
    opened, closed = shut.open.bit_count(), len(shut.lacks)
    lines = [
        f"{name}, by {runs:,} readings of a reader who {reader}:",
        f"  the place was come to in {_of(opened + closed, runs)}",
        f"  it stood open in {_of(opened, runs)}, and never in {_of(closed, runs)}",
    ]
    if closed:
        lines += ["", "Where it never stood open, the nearest change would have been:"]
        groups: dict[tuple[str, ...], list[Lacks]] = defaultdict(list)
        for lacks in shut.lacks.values():
            groups[tuple(one.asks for one in lacks)].append(lacks)
        order = sorted(groups.items(), key=lambda one: (-len(one[1]), one[0]))
        for asks, found in order[:_MOST]:
            lines.append(f"  {' and '.join(_bare(one) for one in asks)}, in {_of(len(found), closed)}")
            lines += [f"    {told}" for told in _distances(asks, found)]
    return "\n".join(clean_line(line) for line in lines)


def _distances(asks: tuple[str, ...], found: list[Lacks]) -> list[str]:
    """How far each part was from what it asks, in how many readings."""
    told = []
    for at, _ in enumerate(asks):
        each = [lacks[at] for lacks in found]
        counts = Counter((one.by, str(one.now).lower()) for one in each)
        if not each[0].keys:
            continue
        numbers = sorted(counts.items())[:_MOST]
        said = ", ".join(f"{now} in {count:,}{f' ({by} off)' if _number(now) else ''}" for (by, now), count in numbers)
        told.append(f"{', '.join(each[0].keys)} was {said}{', ...' if len(counts) > len(numbers) else ''}")
    return told


def along_text(name: str, playthrough: Playthrough, found: Along) -> str:
    """How a choice stood along a session, and the latest decision that would have opened it."""
    if not found.stood:
        lines = [f"This session never came to where {name} stands."]
    else:
        lines = [f"{name} stood in this session:"]
        lines += [f"  at decision {number}: {_lacked(lacks)}" for number, lacks in found.stood]
    other = found.otherwise
    if other is not None:
        took = chosen(playthrough, other.number)
        at = playthrough.at(other.number - 1)
        place = place_title(playthrough.program, at.place)
        label = next(
            words(draw_line(one.text(at.state.values), at.player)) for one in at.offers if one.choice == other.choice
        )
        decided = f"decision {other.number} ({place}) is {quoted(label)} instead of {quoted(took)}"
        lines += ["", f"It opens at decision {other.opens} if {decided}, the others as they were."]
    elif all(lacks for _, lacks in found.stood):
        tried = "of those that were tried " if found.given_up else ""
        lines += ["", f"No single decision {tried}taken otherwise opens it, the others as they were."]
    return "\n".join(clean_line(line) for line in lines)


def _lacked(lacks: Lacks) -> str:
    return "; ".join(_lack(one) for one in lacks) or "open"


def _lack(one: Lack) -> str:
    if not one.keys:
        return f"it asks {_bare(one.asks)}"
    off = f", {one.by} off" if _number(str(one.now)) else ""
    return f"it asks {_bare(one.asks)}; {', '.join(one.keys)} is {str(one.now).lower()}{off}"


def _number(text: str) -> bool:
    return text.lstrip("-").isdecimal()


def _bare(text: str) -> str:
    return text[1:-1] if text.startswith("(") and text.endswith(")") else text


def _of(count: int, runs: int) -> str:
    low, high = (_HUNDRED * end for end in wilson(count, runs))
    share = _HUNDRED * count / runs if runs else 0
    return f"{share:.1f} % ({count:,} of {runs:,}; 95 %: {low:.1f} to {high:.1f})"
