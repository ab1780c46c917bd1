"""Chapters, tags, content notes and achievements, from their nodes."""

from game.load.census import Declared
from game.load.fields import Fields
from game.load.known import Known
from game.load.log import Log
from game.load.prose import prose
from game.load.schema import CHAPTER, CONTENT
from game.load.schema_told import ACHIEVEMENT
from game.model.achievement import Achievement
from game.model.shelving import Chapter, Content


def read_chapter(declared: Declared, log: Log) -> Chapter:
    """One chapter."""
    fields = Fields(declared.document, declared.node, CHAPTER, log, name=declared.key)
    return Chapter(id=declared.name, title=fields.text("title", declared.name), at=declared.at)


def read_achievement(declared: Declared, log: Log) -> Achievement:
    """One achievement."""
    fields = Fields(declared.document, declared.node, ACHIEVEMENT, log, name=declared.key)
    return Achievement(
        id=declared.name,
        title=fields.text("title", declared.name),
        text=fields.text("text"),
        hidden=fields.yes_no("hidden", default=False),
        at=declared.at,
    )


def read_tags(fields: Fields) -> tuple[str, ...]:
    """The tags of a scene or a choice, each once."""
    return tuple(dict.fromkeys(word for word, _ in fields.words("tags"))) if fields.has("tags") else ()


def read_content(scene: Fields, known: Known, site: str) -> Content | None:
    """The content note of a scene, if it has one."""
    node = scene.nodes.get("content")
    if node is None:
        return None
    fields = Fields(scene.document, node, CONTENT, known.log)
    words, themes = fields.words("about"), known.census.heading.words["themes"]
    if themes:
        for _, node in words:
            fields.reference(node, "theme", themes)
    about = tuple(dict.fromkeys(word for word, _ in words))
    return Content(about=about, summary=prose(fields, "summary", known, f"{site}.summary"))
