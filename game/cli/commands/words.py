"""``narrowsky words``: how long a story is."""

import argparse
import sys
from collections.abc import Iterable, Sequence

TYPE_CHECKING = False  # as in ``typing``, which is not loaded for this
if TYPE_CHECKING:
    from typing import Any

    from game.author.words import Words
    from game.model.story import Story

_HOUR = 60
_FROM = 1  # the first column is a name, the others are numbers


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "words",
        help="count a story's words",
        description="Count a story's words by kind of text, arc, character and scene, with the time they take to read.",
        epilog="example: narrowsky words story/narrow_sky",
    )
    parser.add_argument("story", nargs="?", help="a story's folder or file; without it, the campaign")
    parser.add_argument("--tag", metavar="TAG", help="only the scenes with a tag, or with a choice that has it")
    parser.add_argument("--json", action="store_true", help="as data")


def run(options: argparse.Namespace) -> int:
    """Count and print; 0, or 2 where there is no such tag."""
    from game.author.tags import tags_of
    from game.author.words import words_of
    from game.cli.naming import UnknownError, known_name
    from game.cli.opening import open_story

    story = open_story(options.story).story
    try:
        tag = known_name("tag", options.tag, list(tags_of(story))) if options.tag is not None else ""
    except UnknownError as problem:
        print(problem, file=sys.stderr)
        return 2
    found = words_of(story, tag)
    if options.json:
        import json

        print(json.dumps(_data(story, found), indent=2, ensure_ascii=False))
    else:
        print(_text(story, found))
    return 0


def _data(story: "Story", found: "Words") -> "dict[str, Any]":
    from game.author.words import A_MINUTE

    return {
        "story": story.id,
        "title": story.title,
        "words": found.words,
        "minutes": found.minutes,
        "words_a_minute": A_MINUTE,
        "kinds": dict(found.uses),
        "arcs": {name: {"scenes": scenes, "words": words} for name, (scenes, words) in found.arcs.items()},
        "characters": {name: {"scenes": scenes, "words": words} for name, (scenes, words) in found.characters.items()},
        "scenes": [
            {
                "id": scene.id,
                "title": scene.title,
                "arc": scene.arc,
                "deck": scene.deck,
                "words": scene.words,
                "kinds": dict(scene.uses),
                "characters": list(scene.characters),
            }
            for scene in found.scenes
        ],
    }


def _text(story: "Story", found: "Words") -> str:
    from game.analysis.texts import USES
    from game.author.words import A_MINUTE

    arcs = {arc.id: arc.title for arc in story.world.arcs}
    people = {person.id: person.name for person in story.world.characters}
    by_words = sorted(found.characters.items(), key=lambda one: -one[1][1])
    parts = [
        f"{story.title}: {found.words:,} words, {_time(found.minutes)} at {A_MINUTE} words a minute.",
        "Every branch is counted, so one reading sees less; titles and gauges are not counted.",
        _table(("kind of text", "words"), ((use, found.uses.get(use, 0)) for use in USES if found.uses.get(use))),
        _table(("arc", "scenes", "words"), ((arcs[name], *both) for name, both in found.arcs.items())),
        _table(
            ("character", "scenes", "words"), ((people[name], *both) for name, both in by_words if both[0])
        ),
        "A character has the words of the scenes whose text links to them: [name](character:id).",
        _table(
            ("scene", "text", "choices", "results", "words"),
            (
                (scene.id, _of(scene.uses, "scene", "envelope"), _of(scene.uses, "choice", "cost"),
                 _of(scene.uses, "result"), scene.words)
                for scene in sorted(found.scenes, key=lambda one: -one.words)
            ),
        ),
    ]  # fmt: skip
    return "\n\n".join(part for part in parts if part)


def _of(uses: "Any", *wanted: str) -> int:
    return sum(uses.get(use, 0) for use in wanted)


def _time(minutes: int) -> str:
    return f"{minutes} min" if minutes < _HOUR else f"{minutes // _HOUR} h {minutes % _HOUR} min"


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Columns of even width; nothing where there are no rows."""
    lines = [[str(cell) if index < _FROM else f"{cell:,}" for index, cell in enumerate(row)] for row in rows]
    if not lines:
        return ""
    widths = [max(len(line[index]) for line in [list(head), *lines]) for index in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if index < _FROM else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in [list(head), *lines]
    )
