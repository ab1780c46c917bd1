"""The manual: everything the format has is in it, and whatever it shows loads."""

import inspect
import re

import pytest
from small_stories import begun, program_of, read

from game.author import extending, language
from game.author.chapter import table
from game.author.kinds import KINDS, ONE_OF, RECORDS, SECTION_RECORDS, WORDS, records
from game.author.reference import chapters, manual
from game.author.sample import PATH, excerpt
from game.engine import clock
from game.load import fields, schema, schema_effects, schema_judged, schema_style, schema_told
from game.load.files import SourceFile
from game.load.keys import Record
from game.load.pipeline import load, load_path
from game.model.names import RESERVED
from game.source import limits

MANUAL = manual()
SAMPLE = PATH.read_text("utf-8")


def _loaded(text):
    return load([SourceFile("story.yaml", text.encode())])


def _without_findings(text):
    loaded = _loaded(text)
    assert loaded.diagnostics == ()
    assert loaded.story is not None
    return loaded.story


def test_every_section_record_and_key_is_in_the_manual():
    for name, about in schema.SECTIONS.items():
        assert f"## {name.capitalize()}: {about}" in MANUAL
    for record in records():
        for key, field in record.fields.items():
            rows = re.findall(rf"^\| `{key}` \|.*$", MANUAL, re.MULTILINE)
            assert any(field.about.replace("|", "\\|") in row for row in rows), (record.name, key)
            assert not field.required or any(" | yes | " in row for row in rows), (record.name, key)
    for key, field in schema_effects.EFFECTS.items():
        assert f"| `{key}` | {field.kind} |" in MANUAL


def test_every_record_of_the_format_is_one_the_manual_knows():
    tables = vars(schema) | vars(schema_effects) | vars(schema_told) | vars(schema_style) | vars(schema_judged)
    declared = [value for value in tables.values() if isinstance(value, Record)]
    assert {record.name for record in declared} == {record.name for record in records()}
    assert set(SECTION_RECORDS) <= set(schema.SECTIONS)


def test_every_kind_is_explained_and_none_that_is_not_there():
    used = {field.kind for record in records() for field in record.fields.values()}
    used |= {field.kind for field in schema_effects.EFFECTS.values()}
    assert used == set(KINDS)
    assert set(RECORDS) <= set(KINDS)
    for kind in KINDS:
        assert f"### {kind}\n" in MANUAL


def test_the_sample_story_has_no_fault_and_shows_every_key(monkeypatch):
    shown = set()
    before = fields.Fields.__init__

    def noting(self, document, node, record, *rest, **more):
        before(self, document, node, record, *rest, **more)
        shown.update((record.name, key) for key in self.nodes)

    monkeypatch.setattr(fields.Fields, "__init__", noting)
    _without_findings(SAMPLE)
    top = set(re.findall(r"^(\w+):", SAMPLE, re.MULTILINE)) | {"extends"}
    assert set(schema.HEADER.fields) | set(schema.SECTIONS) == top
    for record in records():
        if record is not schema.HEADER:
            assert {key for name, key in shown if name == record.name} == set(record.fields), record.name
    for key in schema_effects.EFFECTS:
        assert f"{key}:" in SAMPLE


def test_the_sample_that_extends_the_sample_story_has_no_fault(tmp_path):
    (tmp_path / "the_lamp.yaml").write_text(SAMPLE)
    (tmp_path / "the_fog.yaml").write_text(extending.PATH.read_text("utf-8"))
    loaded = load_path(tmp_path / "the_fog.yaml")
    assert loaded.diagnostics == ()
    assert [base.id for base in loaded.story.extends] == ["the_lamp"]
    assert extending.PATH.read_text("utf-8") in MANUAL


def test_every_example_is_a_piece_of_the_sample_story():
    for kind in KINDS.values():
        piece = excerpt(kind.example)
        assert piece in MANUAL
        assert all(line.strip() in SAMPLE for line in piece.split("\n"))
    with pytest.raises(KeyError):
        excerpt("scenes.nowhere")


def test_every_condition_shown_holds_in_the_sample_story():
    asked = "".join(f"  shown_{index}: {text}\n" for index, (text, _) in enumerate(language.CONDITIONS))
    _without_findings(SAMPLE.replace("conditions:\n", "conditions:\n" + asked))
    for text, _ in language.CONDITIONS:
        assert f"`{text}`" in MANUAL


def test_every_prose_shown_is_read():
    scenes = "".join(f"  shown_{index}:\n    text: |\n      {text}\n" for index, (text, _) in enumerate(language.PROSE))
    _without_findings(SAMPLE.replace("scenes:\n", "scenes:\n" + scenes, 1))


def test_every_escape_gives_its_sign():
    for sign, twice, back, _ in language.ESCAPES:
        for written in filter(None, (twice, back)):
            program = program_of(
                "story: small\ntitle: Small\nstart: start\nfacts: {said: true}\n"
                f"scenes:\n  start:\n    text: |\n      a {{said: b {written} c}} {written}d\n"
                "    choices: {stop: {text: Stop, effects: [{end: done}]}}\n"
                "endings: {done: {title: Done, order: 1, at: any, text: Over}}\n"
            )
            assert f"a b {sign} c {sign}d" in read(begun(program))


def test_every_question_is_listed_with_what_it_asks_about():
    assert set(language.functions()) >= {"visits", "took", "met", "revealed", "happened"}
    for name, about in language.functions().items():
        assert f"| `{name}(...)` | {about} |" in MANUAL


def test_the_order_of_a_turn_is_the_code_s_own_words():
    said = inspect.cleandoc(clock.__doc__).split("\n\n")[1]
    assert said in MANUAL


def test_every_limit_is_in_the_manual_with_its_number():
    names = [name for name in vars(limits) if name.isupper()]
    assert names == [name for name, _, _ in language.every_limit()]
    for name in names:
        assert f"{getattr(limits, name):,} | `{name}` |" in MANUAL


def test_every_reserved_word_is_in_the_manual():
    for word in RESERVED:
        assert f"`{word}`" in MANUAL.partition("These words are taken")[2].partition("\n\n")[0]


PLANTED = {
    ("a scene phase", "due"): "due: first",
    ("a scene phase", "else"): "else: arcs",
    ("a meter", "shown"): "shown: number",
    ("a meter", "better"): "better: high",
    ("an ending", "at"): "at: any",
    ("a codex entry", "shelf"): "shelf: campaign",
    ("a codex entry", "grade"): "grade: A",
    ("`later`", "kind"): "kind: echo",
    ("a line", "kind"): "kind: bill\n",
    ("a length", "of"): "of: scene",
    ("a length", "shelf"): "shelf: people",
}


def test_the_words_of_a_key_are_those_that_the_loader_takes():
    assert set(PLANTED) == set(WORDS)
    kinds = {(record.name, key) for record in records() for key, one in record.fields.items() if one.kind == "word"}
    assert kinds == set(WORDS)
    for place, written in PLANTED.items():
        planted = re.sub(r": \w+", ": zzz", written, count=1)
        found = [one for one in _loaded(SAMPLE.replace(written, planted, 1)).diagnostics if "zzz" in one.message]
        assert len(found) == 1
        assert f"none of {', '.join(WORDS[place])}" in found[0].message


def test_where_exactly_one_key_must_be_there_the_loader_says_so():
    for groups in ONE_OF.values():
        for group in groups:
            assert f"Exactly one of {', '.join(f'`{key}`' for key in group)} must be there." in MANUAL
    neither = SAMPLE.replace("    within: 2\n", "")
    assert "one-of-these" in {one.code for one in _loaded(neither).diagnostics}


def test_a_chapter_can_be_asked_for_by_name_and_is_part_of_the_whole():
    names = [chapter.name for chapter in chapters()]
    assert len(set(names)) == len(names)
    assert set(schema.SECTIONS) <= set(names)
    for chapter in chapters():
        assert str(chapter) in MANUAL
        assert f"narrowsky reference {chapter.name}`" in MANUAL


def test_a_bar_in_a_cell_does_not_end_it():
    assert table(("a",), [("x | y",)]).endswith("| x \\| y |")
