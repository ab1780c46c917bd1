"""Random edits of a story, as authors make them between two releases."""

import re
from dataclasses import dataclass
from random import Random
from typing import ClassVar

import yaml

from game.engine.prepare import prepare
from game.engine.program import Program
from game.load.files import SourceFile
from game.load.pipeline import load

GENTLE = ("reword", "reorder_choices", "reorder_places", "insert_choice", "insert_scene", "insert_storylet", "rename")
"""After these every session arrives as it was played."""
ROUGH = ("delete_choice", "delete_storylet", "change_condition", "lock_choice", "hide_choice", "change_effects")


@dataclass(frozen=True)
class Edit:
    """One edit: its kind, the story after it, and what it touched: a (place, choice) pair, or a storylet's id."""

    kind: str
    program: Program
    touched: tuple[str, str]
    renamed: tuple[str, str] = ("", "")

    def was(self, name: str) -> str:
        """What a name, be it a whole way such as ``scene.choice.inner``, was before the edit."""
        old, new = self.renamed
        return ".".join(old if part == new else part for part in name.split("."))


def edited(text: str, kind: str, luck: Random) -> Edit | None:
    """The story after one edit of this kind; None where it offers none, or can't be read after it."""
    story = yaml.load(text, yaml.BaseLoader)
    maker = _Editor(story, luck)
    touched = getattr(maker, kind)()
    if touched is None:
        return None
    changed = yaml.dump(story, Dumper=_AsWritten, sort_keys=False, allow_unicode=True, width=10_000)
    if maker.renamed[0]:
        changed = re.sub(rf"\b{maker.renamed[0]}\b", maker.renamed[1], changed)
        changed += f"renamed: {{{maker.renamed[0]}: {maker.renamed[1]}}}\n"
    loaded = load([SourceFile("story.yaml", changed.encode())])
    if not loaded.playable or loaded.story is None:
        return None
    return Edit(kind, prepare(loaded.story), touched, maker.renamed)


class _AsWritten(yaml.SafeDumper):
    """Writes values without quotation marks, and prose as blocks, as authors do."""

    yaml_implicit_resolvers: ClassVar = {}


def _scalar(dumper, text):
    prose = "\n" in text or re.search(r"[{}:'#|]", text) is not None
    return dumper.represent_scalar(
        "tag:yaml.org,2002:str", text.strip() + "\n" if prose else text, "|" if prose else ""
    )


_AsWritten.add_representer(str, _scalar)


class _Editor:
    """Edits a story's mappings in place; each edit says what it touched, or None where there is nothing to edit."""

    def __init__(self, story, luck: Random) -> None:
        self.story, self.luck = story, luck
        self.renamed = ("", "")
        self.scenes = story["scenes"] | story.get("storylets", {})

    def scene(self):
        with_choices = [name for name in self.scenes if self.scenes[name].get("choices")]
        name = self.luck.choice(with_choices)
        return name, self.scenes[name]["choices"]

    def choice(self):
        name, choices = self.scene()
        choice = self.luck.choice(list(choices))
        return name, choice, choices

    def reword(self):
        name, choice, choices = self.choice()
        choices[choice]["text"] = "Other words altogether."
        self.scenes[name]["text"] = "Another text, {first: said once | then: said again}."
        self.scenes[name]["title"] = "Another title"
        return name, choice

    def reorder_choices(self):
        name, choices = self.scene()
        shuffle(choices, self.luck)
        return name, ""

    def reorder_places(self):
        """Scenes of one date come in the order written, so those stay as they are."""
        if not any("at" in scene for scene in self.story["scenes"].values()):
            shuffle(self.story["scenes"], self.luck)
        for section in ("storylets", "codex", "characters", "facts"):
            shuffle(self.story.get(section, {}), self.luck)
        return "", ""

    def insert_choice(self):
        name, choices = self.scene()
        choices["quite_new"] = {"text": "Something quite new."} | next(
            ({"goto": one["goto"]} for one in choices.values() if "goto" in one), {}
        )
        shuffle(choices, self.luck)
        return name, "quite_new"

    def insert_scene(self):
        self.story["scenes"]["added"] = {
            "text": "Nobody comes here.",
            "choices": {"on": {"text": "On", "goto": "added"}},
        }
        return "added", ""

    def insert_storylet(self):
        if "storylets" not in self.story:
            return None
        like = next(iter(self.story["storylets"].values()))
        envelope = {"text": "A new envelope", "handler": like["envelope"]["handler"], "likely": "nothing"}
        envelope["default"] = {"effects": []}
        self.story["storylets"]["added"] = {"deck": like["deck"], "text": "New.", "envelope": envelope}
        return "added", ""

    def rename(self):
        name, choice, _ = self.choice()
        old = self.luck.choice((name, choice))
        self.renamed = (old, f"{old}_renamed")
        return name, choice

    def delete_choice(self):
        name, choice, choices = self.choice()
        del choices[choice]
        if not choices:
            return None
        return name, choice

    def delete_storylet(self):
        if len(self.story.get("storylets", {})) < 2:
            return None
        name = self.luck.choice(list(self.story["storylets"]))
        del self.story["storylets"][name]
        return name, ""

    def change_condition(self):
        conditioned = [
            (name, choice, key)
            for name, scene in self.scenes.items()
            for choice, written in scene.get("choices", {}).items()
            for key in ("when", "requires")
            if key in written
        ]
        if not conditioned:
            return None
        name, choice, key = self.luck.choice(conditioned)
        meter = next(iter(self.story["meters"]))
        self.scenes[name]["choices"][choice][key] = f"{meter} > {self.luck.randint(1, 99)}"
        return name, choice

    def lock_choice(self):
        name, choice, choices = self.choice()
        meter = next(iter(self.story["meters"]))
        choices[choice]["requires"] = f"{meter} > {self.luck.randint(1, 99)}"
        choices[choice]["locked"] = "Not any more."
        return name, choice

    def hide_choice(self):
        name, choice, choices = self.choice()
        meter = next(iter(self.story["meters"]))
        choices[choice]["when"] = f"{meter} > {self.luck.randint(1, 99)}"
        return name, choice

    def change_effects(self):
        name, choice, choices = self.choice()
        meter = self.luck.choice(list(self.story["meters"]))
        choices[choice]["effects"] = [f"{meter} {self.luck.choice(('+=', '-='))} {self.luck.randint(1, 30)}"]
        return name, choice


def shuffle(mapping, luck: Random) -> None:
    """Put a mapping's entries into another order, in place."""
    entries = list(mapping.items())
    luck.shuffle(entries)
    mapping.clear()
    mapping.update(entries)
