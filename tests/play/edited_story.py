"""What an edit finds in a story's mappings, which are edited in place."""

from random import Random


class EditedStory:
    """A story as its mappings. Each edit says what it touched, or None where there is nothing for it to edit."""

    def __init__(self, story, luck: Random) -> None:
        self.story, self.luck = story, luck
        self.renamed = ("", "")
        self.within = ""
        self.scenes = story["scenes"] | story.get("storylets", {})

    def _scene(self):
        """A scene with choices: its name, and them."""
        name = self.luck.choice([name for name in self.scenes if self.scenes[name].get("choices")])
        return name, self.scenes[name]["choices"]

    def _choice(self):
        name, choices = self._scene()
        choice = self.luck.choice(list(choices))
        return name, choice, choices

    def _outer(self):
        """Every choice that has choices inside: the scene's name, the choice's, the choice as written."""
        return [
            (name, choice, written)
            for name, scene in self.scenes.items()
            for choice, written in scene.get("choices", {}).items()
            if "choices" in written
        ]

    def _inner(self):
        """A place inside a choice, one of the choices there, and all of them; None where there is none."""
        if not (outer := self._outer()):
            return None
        name, choice, written = self.luck.choice(outer)
        return f"{name}.{choice}", self.luck.choice(list(written["choices"])), written["choices"]

    def _written(self, *keys):
        """Every choice, outer or inner, that has one of these keys: its place, its name, it as written."""
        found = [
            (name, choice, one)
            for name, scene in self.scenes.items()
            for choice, one in scene.get("choices", {}).items()
        ]
        found += [(f"{name}.{choice}", inner, one) for name, choice, written in self._outer()
                  for inner, one in written["choices"].items()]  # fmt: skip
        return [one for one in found if not keys or any(key in one[2] for key in keys)]

    def _draws(self):
        """Every draw among the effects of choices: the choice's place and name, and the outcomes."""
        return [
            (place, choice, effect["draw"])
            for place, choice, written in self._written("effects")
            for effect in written["effects"]
            if isinstance(effect, dict) and "draw" in effect
        ]

    def _condition(self):
        meter = next(iter(self.story["meters"]))
        return f"{meter} > {self.luck.randint(1, 99)}"

    def _shuffle(self, mapping) -> None:
        """Put a mapping's entries into another order, in place."""
        entries = list(mapping.items())
        self.luck.shuffle(entries)
        mapping.clear()
        mapping.update(entries)
