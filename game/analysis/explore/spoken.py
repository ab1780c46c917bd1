"""Every text that the engine tells, by the closure that tells it: so that what was told is known from an event."""

from collections.abc import Iterator
from typing import NamedTuple

from game.analysis.explore.targets import of_consequence
from game.engine.program import Program, ReadyConsequence, ReadyScene, ReadyStorylet
from game.engine.prose import Tell
from game.model.prose import Prose
from game.model.scene import Consequence


class Spoken(NamedTuple):
    """A text called ``name`` as written, told by ``tell``; its sequences take turns by the visits of ``home``."""

    tell: Tell
    prose: Prose
    name: str
    home: str = ""


def spoken_by_world(program: Program) -> Iterator[Spoken]:
    """What is told by lines, trays, promises, endings and codas."""
    for line in (one for group in program.lines.values() for one in group.by_id.values()):
        yield from _both(line.text, line.written.text, f"{line.written.id}.text")
        yield from _both(line.plain, line.written.plain, f"{line.written.id}.plain")
    for phase in program.phases:
        yield from _both(phase.text, getattr(phase.written, "text", None), f"{phase.written.id}.text")
    for name, promise in program.promises.items():
        yield from _followed(promise.kept, promise.written.kept, f"{name}.kept")
        yield from _followed(promise.broken, promise.written.broken, f"{name}.broken")
    for ending in program.endings:
        yield from _both(ending.text, ending.written.text, f"{ending.written.id}.text")
        yield from _both(ending.text, ending.written.heading, f"{ending.written.id}.title")
    for coda in program.codas:
        for number, ((_, tell), version) in enumerate(zip(coda.versions, coda.written.versions, strict=True), 1):
            yield from _both(tell, version.text, f"{coda.written.id}.version{number}")
            yield from _both(tell, coda.written.heading, f"{coda.written.id}.title")


def spoken_by_scene(scene: ReadyScene) -> Iterator[Spoken]:
    """What is told as a scene is entered, with its title, and by what follows its choices."""
    written, home = scene.written, scene.written.home
    yield from _both(scene.text, written.heading, f"{written.id}.title", home)
    yield from _both(scene.text, written.text, f"{written.id}.text", home)
    yield from _both(scene.plain, written.plain, f"{written.id}.plain", home)
    summary = None if written.content is None else written.content.summary
    yield from _both(scene.summary, summary, f"{written.id}.summary", home)
    for choice in scene.choices.values():
        name, check = f"{written.id}.{choice.written.id}", choice.written.check
        yield from _followed(choice.then, choice.written.then, f"{name}.result", home)
        if check is not None:
            yield from _followed(choice.passed, check.passed, f"{name}.pass", home)
            yield from _followed(choice.failed, check.failed, f"{name}.fail", home)


def spoken_by_envelope(storylet: ReadyStorylet) -> Iterator[Spoken]:
    """What is told where others deal with an envelope."""
    envelope, home = storylet.written.envelope, storylet.written.scene.id
    if envelope is not None:
        yield from _followed(storylet.default, envelope.default, f"{home}.handled", home)


def _followed(ready: ReadyConsequence | None, written: Consequence, name: str, home: str = "") -> Iterator[Spoken]:
    if ready is not None:
        for tell, (prose, called) in zip((ready.result, ready.summary), of_consequence(written, name), strict=True):
            yield from _both(tell, prose, called, home)


def _both(tell: Tell | None, prose: Prose | None, name: str, home: str = "") -> Iterator[Spoken]:
    if tell is not None and prose is not None:
        yield Spoken(tell, prose, name, home)
