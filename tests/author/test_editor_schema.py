"""The JSON Schema: every key of the format is in it, every good story fits it, misplaced keys don't."""

import json
import re
from pathlib import Path

import pytest
from json_schema_check import as_resolved, as_text, faults

from game.author.editor_schema import editor_schema
from game.author.extending import PATH as MOD
from game.author.kinds import WORDS, records
from game.author.sample import PATH
from game.load import schema, schema_effects
from game.load.nodes import read

ROOT = Path(__file__).parents[2]
SCHEMA = editor_schema()
STORIES = sorted([*(ROOT / "story").rglob("*.yaml"), *(ROOT / "tests" / "stories").rglob("story.yaml"), PATH, MOD])


def _found(text: str, seen=as_resolved):
    document = read("story.yaml", text.encode())
    assert not document.diagnostics
    return list(faults(seen(document.top), SCHEMA, SCHEMA))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.relative_to(ROOT).as_posix())
@pytest.mark.parametrize("seen", [as_text, as_resolved])
def test_every_good_story_fits_the_schema_as_text_and_as_editors_resolve_it(path, seen):
    document = read(path.name, path.read_bytes())
    assert list(faults(seen(document.top), SCHEMA, SCHEMA)) == []


def _objects(part):
    if isinstance(part, dict):
        if isinstance(part.get("properties"), dict):
            yield part
        for inner in part.values():
            yield from _objects(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _objects(inner)


def test_every_section_and_every_key_of_the_format_is_in_the_schema_with_what_it_is_for():
    top = SCHEMA["properties"]
    for name, about in schema.SECTIONS.items():
        assert about in top[name]["description"]
    known = [found["properties"] for found in _objects(SCHEMA)]
    for record in records():
        same = [one for one in known if set(record.fields) <= set(one)]
        assert same, record.name
        for key, field in record.fields.items():
            assert any(field.about in one[key]["description"] for one in same), (record.name, key)
    for key in schema_effects.EFFECTS:
        assert any(key in found.get("required", ()) for found in SCHEMA["$defs"]["effect"]["anyOf"][1:]), key


def test_where_words_are_known_they_are_listed():
    for words in WORDS.values():
        assert any(
            field.get("enum") == list(words) for found in _objects(SCHEMA) for field in found["properties"].values()
        )


def test_every_reference_in_the_schema_leads_somewhere():
    text = json.dumps(SCHEMA)
    for name in set(re.findall(r'"#/\$defs/(\w+)"', text)):
        assert name in SCHEMA["$defs"]
    assert "https://json-schema.org/draft/2020-12/schema" in text


@pytest.mark.parametrize(
    "text",
    [
        "scene: {}",
        "scenes: {one: {txt: a}}",
        "scenes: {one: {title: a}}",
        "scenes: {One: {text: a}}",
        "scenes: {turn: {text: a}}",
        "scenes: {one: {text: a, at: soon}}",
        "scenes: {one: {text: a, choices: {go: {text: b, effects: [moscow]}}}}",
        "scenes: {one: {text: a, enter: [{unlokc: b}]}}",
        "scenes: {one: {text: a, enter: [{unlock: b, reveal: c}]}}",
        "scenes: {one: {text: a, enter: [{later: {scene: one}}]}}",
        "scenes: {one: {text: a, enter: [{later: {scene: one, line: b, in: 1}}]}}",
        "meters: {sky: {title: Sky, range: 0-100, start: 1}}",
        "meters: {sky: {title: Sky, range: 0..100, start: 1, shown: numbers}}",
        "facts: {one: maybe}",
        "facts: {one: {one_of: [a], range: 0..1}}",
        "clock: {turns: 3, phases: {a: {deck: b}}}",
        "storylets: {one: {text: a}}",
        "promises: {one: {to: a, text: b, broken: {}}}",
        "endings: {one: {title: a, order: 1, at: once, text: b}}",
    ],
)
def test_a_fault_of_shape_is_marked(text):
    assert _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "scenes:",
        "scenes: {one: {text: 1914}}",
        "facts: {one: false, two: {range: 0..3}, three: {one_of: [a, b], start: b}}",
        "truths: {one: {a: 60, b: 40}, two: {range: -3..3}}",
        "acts: {'burn(size)': [oil -= size], rest: []}",
        "meters: {sky: {title: 7, range: -3..3, start: 0, soft: {25: 1/2}, gains: [{when: true, times: 2}]}}",
        "scenes: {one: {text: a, at: 3, when: turn == 2}, two: {text: a, arc: x, at: 2..4}}",
    ],
)
def test_what_is_written_well_is_not_marked(text):
    assert _found(text) == []
