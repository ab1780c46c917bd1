"""The tags of a story: which there are, and what has them."""

from game.model.story import Story


def tags_of(story: Story) -> tuple[str, ...]:
    """Every tag of a story's scenes and choices, in alphabetical order."""
    found = {tag for scene in story.scenes.values() for tag in scene.tags}
    found |= {tag for scene in story.scenes.values() for choice in scene.choices for tag in choice.tags}
    return tuple(sorted(found))


def tagged(story: Story, tag: str) -> frozenset[str]:
    """The ids of the scenes that have a tag, or a choice that does; one inside another counts as that."""
    return frozenset(
        scene.home
        for scene in story.scenes.values()
        if tag in scene.tags or any(tag in choice.tags for choice in scene.choices)
    )
