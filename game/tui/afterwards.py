"""What can be done after the end: at once, and after looking back."""

from typing import TYPE_CHECKING

from game.tui.offers import Row, own_rows
from game.view.decisions import Decision
from game.view.page import quoted

if TYPE_CHECKING:
    from game.view.recap import Recap


def after_rows(found: "Recap") -> tuple[Row, ...]:
    """Return what can be done next."""
    beside = (("compare", "Lay it beside another session", f"{found.beside}, which went another way"),)
    return own_rows(
        *(way_back(one) for one in found.back),
        ("watch_again", "Watch it again", "step through this game, decision by decision"),
        *(beside if found.beside else ()),
        ("export", "Write it down", "as a book, as its papers, as a recording, as data"),
        ("endings", "Endings", "those you have reached, and how many there are"),
        ("new", "New game", ""),
    )


def afterwards(back: tuple[Decision, ...]) -> tuple[Row, ...]:
    """Return what can be done at once where a story has ended; ``back`` are decisions to go back to."""
    return own_rows(
        ("recap", "Look back", "how it went, what mattered, what you have not seen"),
        *(way_back(one) for one in back),
        ("watch_again", "Watch it again", "step through this game, decision by decision"),
        ("new", "New game", ""),
        ("leave", "Back to the title", ""),
    )


def way_back(one: Decision) -> tuple[str, str, str]:
    """Return a row that leads back to a decision, in a new session."""
    about = f"and decide otherwise at {quoted(one.title)}; this session is kept"
    return f"rewind({one.number})", f"Go back to {quoted(one.text)}", about
