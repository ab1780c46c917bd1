"""Every written piece of a story, and what it is for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from game.model.prose import BandOf, Branch, Insert, Link, Parts, Plain, Player, Prose, Sequence, Styled
from game.model.scene import Choice, Consequence, Scene, Storylet
from game.model.story import Story
from game.model.world import DealPhase

Use = Literal[
    "scene", "choice", "cost", "result", "envelope", "line", "ending", "coda", "codex", "note", "summary", "plain"
]
USES: tuple[Use, ...] = (
    "scene",
    "choice",
    "cost",
    "result",
    "envelope",
    "line",
    "ending",
    "coda",
    "codex",
    "note",
    "summary",
    "plain",
)
"""What a text is for: ``choice`` is labels and the reasons of locked ones, ``note`` the content note and tray texts."""

_WORD = re.compile(r"\w[\w'\N{RIGHT SINGLE QUOTATION MARK}.,-]*")


@dataclass(frozen=True, slots=True)
class Text:
    """One written piece: what it is for, the id of what it belongs to, and that of the scene it stands in, if any."""

    use: Use
    owner: str
    scene: str
    prose: Prose


def texts_of(story: Story) -> Iterator[Text]:
    """Every text of a story, in the order of its files' sections."""
    if story.note is not None:
        yield Text("note", story.id, "", story.note)
    clock = story.world.clock
    for phase in clock.phases if clock is not None else ():
        if isinstance(phase, DealPhase) and phase.text is not None:
            yield Text("note", phase.id, "", phase.text)
    for scene in story.scenes.values():
        yield from scene_texts(scene, story.storylets.get(scene.id))
    for line in story.lines:
        yield Text("line", line.id, "", line.text)
        if line.plain is not None:
            yield Text("plain", line.id, "", line.plain)
    for promise in story.world.promises:
        for consequence in (promise.kept, promise.broken):
            yield from _result(consequence, promise.id, "")
    for ending in story.endings:
        yield Text("ending", ending.id, "", ending.text)
    for coda in story.codas:
        for version in coda.versions:
            yield Text("coda", coda.id, "", version.text)
    for entry in story.codex.values():
        yield Text("codex", entry.id, "", entry.text)


def scene_texts(scene: Scene, storylet: Storylet | None) -> Iterator[Text]:
    """Every text of one scene, its choices, their results and its envelope."""
    if storylet is not None and storylet.envelope is not None:
        yield Text("envelope", scene.id, scene.id, storylet.envelope.text)
        yield from _result(storylet.envelope.default, scene.id, scene.id)
    if not scene.silent:
        yield Text("scene", scene.id, scene.home, scene.text)
    if scene.plain is not None:
        yield Text("plain", scene.id, scene.home, scene.plain)
    if scene.content is not None and scene.content.summary is not None:
        yield Text("summary", scene.id, scene.home, scene.content.summary)
    for choice in scene.choices:
        yield from _choice(choice, f"{scene.id}.{choice.id}", scene.home)


def _choice(choice: Choice, owner: str, scene: str) -> Iterator[Text]:
    if not choice.silent:
        yield Text("choice", owner, scene, choice.text)
    if choice.locked is not None:
        yield Text("choice", owner, scene, choice.locked)
    if choice.cost is not None:
        yield Text("cost", owner, scene, choice.cost)
    yield from _result(choice.then, owner, scene)
    if choice.check is not None:
        yield from _result(choice.check.passed, owner, scene)
        yield from _result(choice.check.failed, owner, scene)


def _result(consequence: Consequence, owner: str, scene: str) -> Iterator[Text]:
    if consequence.result is not None:
        yield Text("result", owner, scene, consequence.result)
    if consequence.summary is not None:
        yield Text("summary", owner, scene, consequence.summary)


def written(parts: Parts) -> str:
    """All words of a text, those of every branch and turn too; a value that is put in counts as one word."""
    found: list[str] = []
    for part in parts:
        match part:
            case Plain():
                found.append(part.text)
            case Styled() | Link():
                found.append(written(part.parts))
            case Insert() | Player() | BandOf():
                found.append("0")
            case Branch():
                found.append(f" {written(part.yes)} {written(part.no)} ")
            case Sequence():
                found.append(" " + " ".join(written(option) for option in part.options) + " ")
    return "".join(found)


def count(text: str) -> int:
    """How many words these are; what is joined by a hyphen or an apostrophe is one."""
    return len(_WORD.findall(text))
