"""A story's cover: what its title screen says, read from its first file alone, before the story is opened."""

from dataclasses import dataclass
from pathlib import Path

from game.load.document import Scalar
from game.load.files import Unreadable, read_inside
from game.load.nodes import read
from game.source.clean import clean_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """Title, author and one line about it; empty where the file doesn't say."""

    title: str = ""
    by: str = ""
    blurb: str = ""


def cover_of(folder: Path) -> Cover:
    """Read the cover of the story in ``folder`` from its ``story.yaml``. Never raises; loading finds what is wrong."""
    try:
        document = read("story.yaml", read_inside(folder / "story.yaml", folder))
    except Unreadable:
        return Cover()
    said = {key.text: clean_line(value.text) for key, value in document.top.pairs if isinstance(value, Scalar)}
    return Cover(title=said.get("title", ""), by=said.get("by", ""), blurb=said.get("blurb", ""))
