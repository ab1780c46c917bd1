"""A story's scenes and storylets: all of them at once, or each when it is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock

from game.load.census import Census
from game.load.known import Known
from game.load.late import Index
from game.load.scenes import read_scene, read_storylet
from game.load.supply import decks_of
from game.model.lazily import Lazily
from game.model.scene import Scene, Storylet


@dataclass(frozen=True, slots=True)
class Cast:
    """All scenes by their ids, inner ones behind those around them, and the storylets.

    ``early`` are the scenes that ask for how long something has held: that is counted from a story's beginning.
    """

    scenes: Mapping[str, Scene]
    storylets: Mapping[str, Storylet]
    early: tuple[str, ...]


def read_cast(census: Census, known: Known) -> Cast:
    """Read every scene and storylet."""
    decks, scenes = decks_of(census).known, list[Scene]()
    storylets: dict[str, Storylet] = {}
    early: list[str] = []
    for name, declared in census.sections["scenes"].items():
        counted = len(known.held)
        scenes += read_scene(declared, known)
        early += [name] if len(known.held) > counted else []
    for name, declared in census.sections["storylets"].items():
        counted = len(known.held)
        storylets[name], inside = read_storylet(declared, decks, known)
        scenes += inside
        early += [name] if len(known.held) > counted else []
    return Cast({scene.id: scene for scene in scenes}, storylets, tuple(early))


def late_cast(census: Census, known: Known, index: Index) -> Cast:
    """Scenes and storylets of a story known to be sound, each read when it is asked for."""
    decks = decks_of(census).known
    plain, waiting = census.sections["scenes"], census.sections["storylets"]
    found: dict[str, tuple[Storylet | None, tuple[Scene, ...]]] = {}
    one_at_a_time = Lock()  # what is planned in a scene is numbered while it is read

    def read(name: str) -> tuple[Storylet | None, tuple[Scene, ...]]:
        with one_at_a_time:
            if name not in found:
                found[name] = (
                    (None, read_scene(plain[name], known))
                    if name in plain
                    else read_storylet(waiting[name], decks, known)
                )
            return found[name]

    def storylet(name: str) -> Storylet:
        asked = read(name)[0]
        assert asked is not None
        return asked

    around = {one: name for name in (*plain, *waiting) for one in (name, *index.inside.get(name, ()))}
    scenes = Lazily(around.keys(), lambda name: next(one for one in read(around[name])[1] if one.id == name))
    for name in index.early.scenes:
        read(name)
    return Cast(scenes, Lazily(waiting.keys(), storylet), index.early.scenes)
