"""What a rule looks at: the story, its files, and everything that it mentions."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.analysis.mentions import Mentions
from game.model.story import Story


@dataclass(frozen=True, slots=True)
class Case:
    """A story, its ``sources`` by name, and what it mentions."""

    story: Story
    sources: Mapping[str, str]
    mentions: Mentions
