"""What each target of a story asks for, as its author wrote it."""

from collections.abc import Iterator

from game.analysis.explore.target import Kind
from game.analysis.explore.targets import every_variant
from game.model.condition import Condition
from game.model.story import Story


def asked_of(story: Story) -> dict[tuple[Kind, str], str]:
    """For each target that asks for something, by its kind and name, what that is; empty ones are left out."""
    found: dict[tuple[Kind, str], list[str]] = {}
    for scene in story.scenes.values():
        kind: Kind = "storylet" if scene.id in story.storylets else "scene"
        found[kind, scene.id] = list(_texts(scene.when))
        for choice in scene.choices:
            found["choice", f"{scene.id}.{choice.id}"] = list(_texts(choice.when, choice.requires))
    for line in story.lines:
        found["line", line.id] = list(_texts(line.when))
    for ending in story.endings:
        warned = [f"warnings({ending.id}) >= {ending.warned}"] if ending.warned else []
        found["ending", ending.id] = [*_texts(ending.when), *warned]
    for coda in story.codas:
        found["coda", coda.id] = list(_texts(coda.when))
    for variant in every_variant(story):
        found["variant", variant.target.name] = list(variant.said)
    return {which: ", ".join(f"`{text}`" for text in texts) for which, texts in found.items() if texts}


def _texts(*conditions: Condition | None) -> Iterator[str]:
    yield from (" ".join(one.checked.text.split()) for one in conditions if one is not None)
