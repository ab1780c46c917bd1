"""Random edits of a story, as authors make them between two releases."""

import re
from dataclasses import dataclass, replace
from random import Random
from typing import ClassVar

import yaml
from gentle_edits import GentleEdits
from rough_edits import RoughEdits

from game.engine.prepare import prepare
from game.engine.program import Program
from game.load.files import SourceFile
from game.load.pipeline import load


def _kinds(editor) -> tuple[str, ...]:
    return tuple(name for name in vars(editor) if not name.startswith("_"))


GENTLE = _kinds(GentleEdits)
"""After these every session arrives as it was played."""
ROUGH = _kinds(RoughEdits)
SAME = frozenset(GENTLE) - {"reword", "rename", "rename_in_one_scene", "insert_line", "insert_truth", "insert_thread"}
"""After these not even a value differs: no name is another, nothing more is told, counted or drawn."""


@dataclass(frozen=True)
class Edit:
    """One edit: its kind, the story after it, and what it touched.

    ``touched`` is a (place, choice) pair; without a choice, whatever happens in the place (a scene, or a storylet);
    without either, nothing that anybody plays. ``*`` is everywhere.
    """

    kind: str
    text: str
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
    maker = (GentleEdits if kind in GENTLE else RoughEdits)(story, luck)
    touched = getattr(maker, kind)()
    if touched is None:
        return None
    changed = yaml.dump(story, Dumper=_AsWritten, sort_keys=False, allow_unicode=True, width=10_000)
    if maker.renamed[0]:
        where = rf"(?<={maker.within}\.)" if maker.within else r"\b"
        changed = re.sub(rf"{where}{maker.renamed[0]}\b", maker.renamed[1], changed)
        changed += f"renamed: {{{maker.renamed[0]}: {maker.renamed[1]}}}\n"
    loaded = load([SourceFile("story.yaml", changed.encode())])
    if not loaded.playable or loaded.story is None:
        return None
    return Edit(kind, changed, prepare(loaded.story), touched, maker.renamed)


def pile(text: str, many: int, luck: Random) -> Edit | None:
    """A story after several gentle edits, none of which renames."""
    edit = None
    for _ in range(many):
        more = edited(text if edit is None else edit.text, luck.choice(sorted(SAME)), luck)
        edit = more or edit
    return edit and replace(edit, kind="pile", touched=("*", ""))


class _AsWritten(yaml.SafeDumper):
    """Writes values without quotation marks, and prose as blocks, as authors do."""

    yaml_implicit_resolvers: ClassVar = {}


def _scalar(dumper, text):
    prose = "\n" in text or re.search(r"[{}:'#|]", text) is not None
    return dumper.represent_scalar(
        "tag:yaml.org,2002:str", text.strip() + "\n" if prose else text, "|" if prose else ""
    )


_AsWritten.add_representer(str, _scalar)
