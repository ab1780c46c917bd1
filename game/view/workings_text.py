"""What stands behind a page, as plain text: all of it, or what is about some words."""

from game.view.seen import Working
from game.view.transcript import filled

_SIGNS = {"head": "", "yes": "yes  ", "no": "no   ", "fell": "here ", "": ""}
_STEP = 2


def workings_text(found: tuple[Working, ...], asked: str, width: int) -> str:
    """Return the lines, or only the groups that hold what was ``asked``, each under its heading."""
    told = about(found, asked)
    if not told:
        return filled(f"Nothing behind this page holds “{asked}”.", width)
    lines: list[str] = []
    for one in told:
        space = "\n" if lines and one.mark == "head" else ""
        lines.append(space + filled(f"{_SIGNS[one.mark]}{one.text}", width, indent=_STEP * one.depth, hang=_STEP))
    return "\n".join(lines)


def about(found: tuple[Working, ...], asked: str) -> tuple[Working, ...]:
    """The lines that hold some words, with what stands over them and what belongs to them."""
    kept: set[int] = set()
    over: list[tuple[int, bool]] = []  # the lines that this one belongs to, and whether one up to there holds the words
    for number, one in enumerate(found):
        while over and found[over[-1][0]].depth >= one.depth:
            over.pop()
        holds = asked.casefold() in one.text.casefold() or (bool(over) and over[-1][1])
        if holds:
            kept.update(line for line, _ in over)
            kept.add(number)
        over.append((number, holds))
    return tuple(one for number, one in enumerate(found) if number in kept)
