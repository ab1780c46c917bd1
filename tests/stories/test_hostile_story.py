"""The hostile story is hostile everywhere: no field of the model that readers may see is left out."""

import pkgutil
from dataclasses import fields, is_dataclass
from importlib import import_module

from hostile_story import CONTROLS, LINE, WORDS, acts, hostile_story, is_text

import game.model

NAMES = {
    *("id", "start", "lines", "decks", "joins", "shown", "better", "truth", "entry", "promise", "character", "memory"),
    *(
        "achievement",
        "ending",
        "scene",
        "line",
        "coda",
        "kind",
        "if_none",
        "storylet",
        "goto",
        "call",
        "threads",
        "arc",
    ),
    *("chapter", "within", "tags", "then", "deck", "handler", "group", "about", "planned", "warns", "to", "target"),
    *(
        "style",
        "variation",
        "site",
        "keys",
        "name",
        "fingerprint",
        "shelf",
        "outcomes",
        "sizes",
        "renamed",
        "held",
        "meter",
    ),
    *("scenes", "storylets", "codex", "chapters", "achievements", "feeds", "claims", "strategies", "prefers"),
}
"""Fields that hold ids and other names of the story's own workings, which no reader sees."""
KINDS = ("style", "fault", "walk", "lazily", "condition", "fingerprint")
"""Files of the model that say how a story is written or walked through, not what is told."""


def kinds():
    for found in pkgutil.iter_modules(game.model.__path__):
        if found.name not in KINDS:
            module = import_module(f"game.model.{found.name}")
            yield from (
                kind for kind in vars(module).values() if is_dataclass(kind) and kind.__module__ == module.__name__
            )


def test_every_text_of_the_model_is_either_spoilt_or_known_to_be_a_name():
    unknown = [
        f"{kind.__name__}.{field.name}"
        for kind in kinds()
        for field in fields(kind)
        if "str" in str(field.type) and not is_text(kind.__name__, field.name) and field.name not in NAMES
    ]
    assert not unknown, unknown


def test_every_text_of_the_story_is_spoilt():
    story = hostile_story()
    for one in (*story.scenes.values(), *story.endings, *story.codex.values(), *story.world.meters):
        assert not one.title or one.title.endswith(LINE), one
    assert story.title.endswith(LINE)


def test_every_payload_is_noticed_where_it_gets_through():
    """A payload that the check itself lets pass would prove nothing."""
    harmless_alone = {"other screen", "where", "marks"}
    for name, payload in CONTROLS.items():
        assert bool(acts(payload)) == (name not in harmless_alone), name
    assert not any(acts(words) for words in WORDS.values())
