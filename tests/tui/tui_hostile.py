"""The stage with hostile words before every text on it; and a program that opens it in a real terminal.

Whatever a screen is given is spoilt by its shape, so that what is added to a page, a map or a list is spoilt with it.
Run as a program with a room's name, it begins where the way to that room does; the keys are pressed from outside. With
``story FOLDER`` it is the hostile story itself that is played, its sessions in that folder.
"""

import sys
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from traceback import format_exception

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parents[1]), str(HERE.parent / "stories")]

import tui_stage as stage
from hostile_story import LINE, hostile_program
from tui_rooms import ROOMS, Stage

from game.tui import app as tui
from game.tui.given import Opened
from game.tui.opening import opened

NAMES = {"id", "kind", "shown", "shelf", "style", "link", "sessions", "parent", "better"}
"""Fields that hold names of ours, or ids, in whatever value."""
ALSO = {"Summary": {"name", "story"}, "Decision": {"choice", "place"}, "Spot": {"choice", "place"}}
"""And those that do in one kind of value."""


def spoilt(value):
    """A value a screen is given, with hostile words before every text in it."""
    if isinstance(value, str):
        return f"{LINE} {value}" if value else value
    if isinstance(value, Mapping):
        return {key: spoilt(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return tuple(spoilt(one) for one in value)
    if not is_dataclass(value):
        return value
    kept = NAMES | ALSO.get(type(value).__name__, set())
    changed = {
        one.name: _pairs(getattr(value, one.name)) if one.name == "stand" else spoilt(getattr(value, one.name))
        for one in fields(value)
        if one.init and one.name not in kept and "Literal" not in str(one.type)
    }
    if getattr(value, "link", ""):
        changed["link"] = f"{value.link}{LINE}"
    return replace(value, **changed)


def _pairs(stand):
    """Names of sessions, each with how it ended."""
    return tuple((name, spoilt(ended)) for name, ended in stand)


SCRIPT = spoilt(stage.SCRIPT)


def spoils(function):
    """A function of the stage whose answers are spoilt, unless they come of what was spoilt before."""
    return lambda *given: _spoilt_once(function(*given))


def _spoilt_once(value):
    return value if LINE in repr(value) or LINE in str(getattr(value, "story", "")) else spoilt(value)


def hostile_game():
    """The stage's game, spoilt."""
    shelf = stage.FakeShelf(kept=spoilt(stage.KEPT), script=SCRIPT)
    given = stage.game(shelf).opened
    changed = {
        one.name: spoils(value) if callable(value) else spoilt(value)
        for one in fields(Opened)
        if one.name not in ("shelf", "compose")
        for value in [getattr(given, one.name)]
    }
    game = stage.game(shelf, **changed)
    told = tuple(replace(one, opening=another) for one in spoilt(stage.STORIES))
    game = replace(game, stories=lambda: told)
    return replace(game, title=f"{LINE} {game.title}", by=f"{LINE} {game.by}", blurb=f"{LINE} {game.blurb}")


def another():
    """Another story, opened from the list of them."""
    return hostile_program(), stage.FakeShelf(kept=())


def hostile_session():
    return stage.FakeSession(SCRIPT, name="hostile", trouble=LINE, notice=LINE)


HOSTILE = Stage(game=hostile_game, session=hostile_session, reading=lambda: stage.reading(SCRIPT), name=LINE)


def begin(what, *given):
    """The app to be run."""
    if what != "story":
        return tui.NarrowSky(hostile_game(), first=HOSTILE.first(ROOMS[what]))
    from game.play.shelf import Shelf

    program = hostile_program()
    shelf = Shelf(Path(given[0]), program)
    story = program.story
    game = tui.Game(title=story.title, by=story.by, blurb=story.blurb, opening=lambda: opened(program, shelf), seed=1)
    return tui.NarrowSky(game)


if __name__ == "__main__":
    sys.exit(tui.run_app(begin(*sys.argv[1:]), lambda fault, _: ascii("".join(format_exception(fault)))))
