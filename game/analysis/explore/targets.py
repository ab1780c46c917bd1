"""Every target of a story: all that an author wrote and would want somebody to meet.

A scene or storylet is reached when it is entered, a choice when it is taken (by the reader, or by itself if it has no
words), a line, ending or coda when it is told, a variant when it stands in a text that is told or offered. A claim is
reached by what decides it: what breaks it, or for ``sometimes`` what shows it.
"""

from collections.abc import Iterator

from game.analysis.explore.target import Target
from game.analysis.explore.variants import Variant, variants_of
from game.model.codex import PREVIOUSLY
from game.model.prose import Prose
from game.model.scene import Choice, Consequence, Scene, Storylet
from game.model.story import Story
from game.model.world import DealPhase

Named = tuple[Prose | None, str]
"""A text and its name, by which its variants are called."""


def targets_of(story: Story) -> tuple[Target, ...]:
    """Every target: scenes, storylets, choices, lines, endings, codas, claims, and the variants of all texts."""
    found: list[Target] = []
    found += [Target("scene", one.id, one.at) for one in story.scenes.values() if is_place(story, one)]
    found += [Target("storylet", name, one.scene.at) for name, one in story.storylets.items()]
    for scene in story.scenes.values():
        found += [Target("choice", f"{scene.id}.{choice.id}", choice.at) for choice in scene.choices]
    found += [Target("line", line.id, line.at) for line in story.lines if line.group != PREVIOUSLY]
    found += [Target("ending", ending.id, ending.at) for ending in story.endings]
    found += [Target("coda", coda.id, coda.at) for coda in story.codas]
    found += [Target("claim", name, claim.at) for name, claim in story.claims.items()]
    found += [variant.target for variant in every_variant(story)]
    return tuple(found)


def is_place(story: Story, scene: Scene) -> bool:
    """Whether an author declared it as a scene: it is no storylet's, and not within another."""
    return not scene.within and scene.id not in story.storylets


def every_variant(story: Story) -> Iterator[Variant]:
    """Every variant of every text that a reader comes to by reading.

    Entries of the codex are looked up, not come to; what tells those who come back what went before is told outside of
    the story.
    """
    for prose, name in (*_of_the_world(story), *(one for scene in story.scenes.values() for one in of_scene(scene))):
        yield from variants_of(prose, name)
    for storylet in story.storylets.values():
        for prose, name in of_envelope(storylet):
            yield from variants_of(prose, name)


def _of_the_world(story: Story) -> Iterator[Named]:
    clock = story.world.clock
    for phase in clock.phases if clock is not None else ():
        if isinstance(phase, DealPhase):
            yield phase.text, f"{phase.id}.text"
    for line in (one for one in story.lines if one.group != PREVIOUSLY):
        yield line.text, f"{line.id}.text"
        yield line.plain, f"{line.id}.plain"
    for promise in story.world.promises:
        yield from of_consequence(promise.kept, f"{promise.id}.kept")
        yield from of_consequence(promise.broken, f"{promise.id}.broken")
    for ending in story.endings:
        yield ending.heading, f"{ending.id}.title"
        yield ending.text, f"{ending.id}.text"
    for coda in story.codas:
        yield coda.heading, f"{coda.id}.title"
        for number, version in enumerate(coda.versions, 1):
            yield version.text, f"{coda.id}.version{number}"


def of_scene(scene: Scene) -> Iterator[Named]:
    """The texts of a scene and its choices."""
    yield from of_place(scene)
    for choice in scene.choices:
        yield from of_choice(choice, f"{scene.id}.{choice.id}")


def of_place(scene: Scene) -> Iterator[Named]:
    """The texts that are told as a scene is come to."""
    yield scene.heading, f"{scene.id}.title"
    yield scene.text, f"{scene.id}.text"
    yield scene.plain, f"{scene.id}.plain"
    yield None if scene.content is None else scene.content.summary, f"{scene.id}.summary"


def of_choice(choice: Choice, name: str) -> Iterator[Named]:
    """The texts of a choice called ``name``: its label and what follows it."""
    yield choice.text, f"{name}.text"
    yield choice.cost, f"{name}.cost"
    yield choice.locked, f"{name}.locked"
    yield from of_consequence(choice.then, f"{name}.result")
    if choice.check is not None:
        yield from of_consequence(choice.check.passed, f"{name}.pass")
        yield from of_consequence(choice.check.failed, f"{name}.fail")


def of_envelope(storylet: Storylet) -> Iterator[Named]:
    """The texts of a storylet's envelope."""
    if storylet.envelope is not None:
        yield storylet.envelope.text, f"{storylet.scene.id}.envelope"
        yield from of_consequence(storylet.envelope.default, f"{storylet.scene.id}.handled")


def of_consequence(consequence: Consequence, name: str) -> Iterator[Named]:
    """The texts of what follows."""
    yield consequence.result, name
    yield consequence.summary, f"{name}.summary"
