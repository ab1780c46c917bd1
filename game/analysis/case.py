"""What a rule looks at: the story, its files, and what is found out of it once for all rules."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.analysis.mentions import Mentions
from game.model.effect import Effect
from game.model.story import Story


@dataclass(frozen=True, slots=True)
class Case:
    """A story, its ``sources`` by name, what it mentions, and every effect in it."""

    story: Story
    sources: Mapping[str, str]
    mentions: Mentions
    effects: list[Effect]
