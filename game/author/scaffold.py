"""New files that play and pass ``check`` at once: a story, an addition to one, a scene, a storylet.

Nothing that is there is touched.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template

from game.load.bases import Bases
from game.load.files import SourceFile, find
from game.load.pipeline import load
from game.model.names import RESERVED, is_id
from game.model.story import Story
from game.model.world import DealPhase, ScenePhase
from game.source.diagnostic import Severity
from game.source.suggest import did_you_mean

_TEMPLATES = Path(__file__).with_name("templates")
_GOTO = "\n        goto: $start"
_ENVELOPE = """
    envelope:
      text: What lies in the tray, in one line.
      handler: $handler
      likely: what they will probably do if the reader opens another
      default:
        # effects: [METER -= 5]
        because: what they did about it
        result: |
          What the reader sees come of that."""


class CannotMakeError(Exception):
    """Why nothing was made; the message is for the author, whole."""


@dataclass(frozen=True, slots=True)
class New:
    """Files to be written into a story's folder (by their names in it), and what to tell the author."""

    folder: Path
    files: Mapping[str, str]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Into:
    """The story that something is added to, its folder, and where the stories lie that it may extend."""

    story: Story
    folder: Path
    shelves: tuple[Path, ...] = ()


def new_story(name: str, folder: Path) -> New:
    """A small whole story in a folder of its own."""
    _named(name, ())
    return _checked(_whole("story", name, folder, {}), ())


def new_mod(name: str, base: Story, folder: Path, shelves: tuple[Path, ...]) -> New:
    """An addition to the story ``base``, in a folder of its own: a choice in its first scene, and where that leads."""
    _named(name, base.scenes)
    taken = {base.id, *(under.id for under in base.extends)}
    if name in taken or any(choice.id == name for choice in base.scenes[base.start].choices):
        raise CannotMakeError(f"The story it extends has something called `{name}` already; choose another name.")
    return _checked(_whole("mod", name, folder, {"base": base.id, "start": base.start}), shelves)


def _whole(kind: str, name: str, folder: Path, more: Mapping[str, str]) -> New:
    """A folder made from a folder of templates; only those with words to fill in know the sign `$`."""
    root, place = _TEMPLATES / kind, folder / name
    if place.exists():
        raise CannotMakeError(f"{place} is there already; choose another name.")
    filled = {"name": name, "title": _title(name), **more}
    files = {
        path.relative_to(root).as_posix(): _filled(path.read_text("utf-8"), filled)
        for path in sorted(root.rglob("*.yaml"))
    }
    return New(place, files, (f"Play it: narrowsky play {place}", f"Find its faults: narrowsky check {place}"))


def new_scene(name: str, into: Into) -> New:
    """A scene with two choices, and how it can be reached."""
    story = into.story
    _named(name, story.scenes)
    clock = story.world.clock
    # Without a clock no turn goes on by itself: the choices lead back to where the story begins.
    goto = _filled(_GOTO, {"start": story.start}) if clock is None else ""
    text = _filled(_template("scene.yaml"), {"name": name, "title": _title(name), "first": goto, "second": goto})
    ways = [f"`goto: {name}` in a choice", f"`then: {name}` in a scene"]
    if clock is not None and any(isinstance(phase, ScenePhase) for phase in clock.phases):
        ways.append(f"`at: 2` in the scene itself, for the {clock.unit} it comes in")
    said = f"To reach it, add {', or '.join(ways)}."
    return _checked(New(_root(into.folder), {f"scenes/{name}.yaml": text}, (said,)), into.shelves)


def new_storylet(name: str, into: Into, deck: str = "") -> New:
    """A storylet in a deck that the story deals from; in a tray's deck it gets an envelope."""
    story = into.story
    _named(name, story.scenes)
    deals = _deals(story)
    if not deals:
        raise CannotMakeError(
            "No phase of this story deals from a deck. Give its clock one: narrowsky reference phases"
        )
    people = [person.id for person in story.world.characters]
    fit = [one for one, phases in deals.items() if people or not _lies(phases)]
    if deck and deck not in deals:
        raise CannotMakeError(f"No phase deals from a deck `{deck}`; {did_you_mean(deck, deals)}".rstrip("; "))
    if not fit or (deck and deck not in fit):
        raise CannotMakeError("In a tray somebody must handle the envelope: declare a character first.")
    deck = deck or fit[0]
    envelope = _filled(_ENVELOPE, {"handler": people[0]}) if _lies(deals[deck]) else ""
    filled = {"name": name, "title": _title(name), "deck": deck, "envelope": envelope}
    phases = ", ".join(f"`{phase.id}`" for phase in deals[deck])
    said = (f"It is dealt from the deck `{deck}` in the phase {phases}; --deck chooses another.",)
    files = {f"storylets/{name}.yaml": _filled(_template("storylet.yaml"), filled)}
    return _checked(New(_root(into.folder), files, said), into.shelves)


def write(new: New) -> None:
    """Write the files. Raises CannotMakeError where one is there, or can't be written; what was written stays."""
    for name, text in new.files.items():
        path = new.folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            raise CannotMakeError(f"{path}, or what should be a folder above it, is there already.") from None
        except OSError as problem:
            raise CannotMakeError(f"{path} can't be written: {problem.strerror}") from None


def _named(name: str, taken: Mapping[str, object] | tuple[()]) -> None:
    if not is_id(name):
        raise CannotMakeError(f"`{name}` can't be a name: small letters, digits and `_`, a letter first, at most 64.")
    if name in RESERVED:
        raise CannotMakeError(f"`{name}` is a word of the language; choose another name.")
    if name in taken:
        raise CannotMakeError(f"This story has a scene or storylet `{name}` already.")


def _root(folder: Path) -> Path:
    if not folder.is_dir():
        raise CannotMakeError(
            f"{folder} is one file. Put it into a folder of its own, and new files can lie beside it."
        )
    return folder


def _checked(new: New, shelves: tuple[Path, ...]) -> New:
    """The same, having seen that the story loads with it and brings no finding of its own."""
    for name in new.files:
        path = new.folder / name
        if path.exists():
            raise CannotMakeError(f"{path} is there already.")
        if not path.parent.resolve().is_relative_to(new.folder.resolve()):
            raise CannotMakeError(f"{path.parent} leads out of the story's folder.")
    found = find(new.folder).files if new.folder.exists() else ()
    added = [SourceFile(name, text.encode()) for name, text in new.files.items()]
    loaded = load([*found, *added], bases=Bases(new.folder, shelves))
    problems = [one for one in loaded.diagnostics if one.at.source in new.files or one.severity is Severity.ERROR]
    if problems:
        raise CannotMakeError(f"It would not pass check: {problems[0].at}: {problems[0].message}")
    return new


def _deals(story: Story) -> dict[str, list[DealPhase]]:
    """Every deck that is dealt from, with the phases that do."""
    clock = story.world.clock
    found: dict[str, list[DealPhase]] = {}
    for phase in clock.phases if clock is not None else ():
        if isinstance(phase, DealPhase):
            for deck in phase.decks:
                found.setdefault(deck, []).append(phase)
    return found


def _lies(phases: list[DealPhase]) -> bool:
    """Whether a storylet of these phases may lie in a tray unopened."""
    return any(phase.hand > phase.take for phase in phases)


def _template(name: str) -> str:
    return (_TEMPLATES / name).read_text("utf-8")


def _filled(text: str, values: Mapping[str, str]) -> str:
    return Template(text).substitute(values)


def _title(name: str) -> str:
    return name.replace("_", " ").capitalize()
