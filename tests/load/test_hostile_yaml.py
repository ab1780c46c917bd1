"""Files made to hang, crash or deceive: each is read within a bound and told about at its place."""

import gc
from time import perf_counter

import pytest
from reading import GOOD, TIMELESS, findings, load_text, timeless

from game.load.document import Entries, Scalar
from game.load.nodes import read
from game.source.clean import forbidden_in
from game.source.limits import ACT_EFFECTS, DIAGNOSTICS, FILE_BYTES, YAML_DEPTH, YAML_NODES

SLOWEST = 5
"""Seconds for one file, on a slow machine."""


def merges(levels):
    """Merges of merges, ten wide: 528 bytes that hang every safe loader."""
    lines = ["a0: &a0 {k: v}"]
    lines += [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 10)}]}}" for n in range(1, levels)]
    return "\n".join(lines)


def laughs(levels):
    """Aliases of aliases."""
    return "\n".join(["a0: &a0 [lol]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels))])


def circling_acts():
    wide = "\n".join(f"  a{n}: [{', '.join([f'{{act: a{n - 1}}}'] * 10)}]" for n in range(1, 12))
    return timeless(f"facts:\n  f: {{range: 0..9}}\nacts:\n  a0: [f += 1]\n{wide}\n")


def doubling_conditions():
    return timeless(
        "facts:\n  f: false\nconditions:\n  c0: f\n" + "".join(f"  c{n}: c{n - 1} and c{n - 1}\n" for n in range(1, 60))
    )


def every_kind_of(value):
    """A text of values as long as a file may be."""
    return (value * (FILE_BYTES // len(value)))[: FILE_BYTES - 200]


HOSTILE = {
    "lists 100,000 deep": "a: " + "[" * 100_000,
    "lists 100,000 deep and closed": "a: " + "[" * 100_000 + "]" * 100_000,
    "dashes 100,000 deep": "- " * 100_000,
    "mappings 100,000 deep": "a: " + "{a: " * 100_000,
    "keys 100,000 deep": "? " * 100_000,
    "indentation 1,000 deep": "".join(" " * n + "a:\n" for n in range(1_000)),
    "merge bomb": merges(9),
    "billion laughs": laughs(12),
    "alias of itself": "a: &a [*a]",
    "100,000 aliases": "a: &a 1\nb: [" + "*a," * 66_000 + "]",
    "anchors everywhere": "".join(f"k{n}: &a{n} v\n" for n in range(20_000)),
    "a Python object": "story: !!python/object/apply:os.system [id]",
    "a tag without a number": "story: !!int abc",
    "a tag of no time": "story: !!timestamp x",
    "an impossible date": "story: 2001-99-99\ntitle: 9999-02-30T99:99:99+99:99\nstart: 0000-00-00",
    "5,000 digits": "version: " + "9" * 5_000 + "\nstory: s\ntitle: t\nstart: a",
    "base 60": "version: " + ":".join(["59"] * 3_000),
    "infinite": "version: .inf\nstory: .nan\ntitle: ~\nstart: null",
    "a merge key": "<<: {a: 1}\nscenes: {<<: [1]}",
    "a list for a file": "- a\n- b",
    "words for a file": "once upon a time",
    "an empty file": "",
    "only comments": "# nothing\n# here\n",
    "only spaces": "   \n\n  \n",
    "only a mark": "---\n",
    "only dots": "...\n",
    "a directive": "%YAML 9.9\n---\na: b",
    "a tab for indentation": "scenes:\n\ta:\n\t\ttext: x",
    "a NUL": "story: a\0b",
    "a raw escape": "story: \x1b]52;c;x\x07",
    "a lone carriage return": "story: a\rtitle: b",
    "a lone surrogate": "story: \ud800",
    "no character": "story: \uffff",
    "a byte order mark inside": "story: a\ufeffb",
    "an escape written out": 'story: "\\e]52;c;x\\a"\n"\\e[2J": 1\ntitle: "\\u202e"\nstart: "\\x1b"',
    "a surrogate written out": 'story: "\\uD800"',
    "a code point out of range": 'story: "\\UFFFFFFFF"',
    "two documents": "story: a\n---\nstory: b\n",
    "an unknown escape": 'story: "\\q"',
    "an unclosed quote over a whole file": 'a: "' + "words and words\n" * 60_000,
    "a key of a megabyte": "k" * 1_000_000 + ": v",
    "a value of nearly two megabytes": TIMELESS + "blurb: " + "v" * (FILE_BYTES - 1_000),
    "a reference of a megabyte": TIMELESS + "renamed: {}\nscenes:\n  b:\n    text: x\n    then: " + "v" * 1_000_000,
    "a condition of a megabyte": timeless("facts:\n  f: false\nconditions:\n  c: ") + "f and " * 160_000 + "f",
    "a folded condition of a megabyte": timeless("conditions:\n  c: >\n") + "    f and\n" * 100_000,
    "text of a megabyte": timeless("codex:\n  c:\n    title: t\n    shelf: people\n    text: |\n")
    + "      {x}\n" * 80_000,
    "a key 60,000 times": "scenes:\n" + "  a:\n" * 60_000,
    "a section 60,000 times": "scenes:\n" * 60_000,
    "60,000 unknown keys": TIMELESS + "".join(f"k{n}: v\n" for n in range(60_000)),
    "20,000 unknown names": TIMELESS
    + "scenes:\n"
    + "".join(f"  s{n}: {{text: t, then: q{n}}}\n" for n in range(20_000)),
    "20,000 faulty conditions": TIMELESS + "conditions:\n" + "".join(f"  c{n}: d{n} and\n" for n in range(20_000)),
    "a file of faults of syntax": "scenes:\n" + "  a: b: c\n" * 100_000,
    "faults of syntax at the end": TIMELESS + "codex:\n" + "  c:\n" * 1 + "    # x\n" * 100_000 + "  d: e: f\n" * 50,
    "acts in acts in acts": circling_acts(),
    "conditions in conditions": doubling_conditions(),
    "a chain of conditions upwards": timeless("facts:\n  f: false\nconditions:\n  c0: f\n")
    + "".join(f"  c{n}: not c{n - 1}\n" for n in range(1, 5_000)),
    "a chain of conditions downwards": timeless("conditions:\n")
    + "".join(f"  c{n}: not c{n - 1}\n" for n in range(5_000, 0, -1))
    + "  c0: true\n",
    "a circle of 5,000 conditions": timeless("conditions:\n  c0: c4999\n")
    + "".join(f"  c{n}: not c{n - 1}\n" for n in range(1, 5_000)),
    "braces 10,000 deep": timeless("codex:\n  c:\n    title: t\n    shelf: people\n    text: |\n      ")
    + "{turn: " * 2_000
    + "}" * 2_000,
    "stars": timeless("codex:\n  c:\n    title: t\n    shelf: people\n    text: |\n      ") + "a*b**c[" * 2_800,
    "zeros": b"\0" * FILE_BYTES,
    "random bytes": bytes(range(256)) * 1_000,
    "UTF-16": GOOD.encode("utf-16"),
    "Latin-1": "story: Größe".encode("latin-1"),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_told_about_at_its_place_within_five_seconds(data):
    gc.collect()
    start = perf_counter()
    loaded = load_text(data)
    assert perf_counter() - start < SLOWEST
    assert loaded.playable or loaded.diagnostics
    lines = loaded.texts["story.yaml"].split("\n")
    for one in loaded.diagnostics:
        assert one.at.source == "story.yaml"
        assert one.at.line >= 1
        assert one.at.column >= 1
        assert one.at.line <= len(lines) or not loaded.texts["story.yaml"]
        assert forbidden_in(one.message + one.hint) is None
    assert len(loaded.diagnostics) <= DIAGNOSTICS + 1


LOCATED = {
    "nested lists": ("a:\n  b: " + "[" * 70, ("yaml-too-deep", 2, 5 + YAML_DEPTH - 1)),
    "alias": ("a: 1\nb: [x, *name]\n", ("yaml-alias", 2, 8)),
    "anchor": ("a: 1\nb: &name x\n", ("yaml-anchor", 2, 4)),
    "anchor on a mapping": ("a: 1\nb: &name {c: d}\n", ("yaml-anchor", 2, 4)),
    "tag": ("a: 1\nb: !!int 3\n", ("yaml-anchor", 2, 4)),
    "merge": ("a: 1\nb: {<<: {c: 1}}\n", ("yaml-merge", 2, 5)),
    "key": ("a: 1\nb: {[x]: 1}\n", ("yaml-key", 2, 5)),
    "document": ("a: 1\n---\nb: 1\n", ("yaml-document", 2, 1)),
    "duplicate key at the top": ("story: 1\nstory: 2\n", ("duplicate-key", 2, 1)),
    "duplicate key in a section": ("scenes:\n  a: x\n  a: y\n", ("duplicate-key", 3, 3)),
    "duplicate key in a scene": ("scenes:\n  a:\n    text: x\n    text: y\n", ("duplicate-key", 4, 5)),
    "duplicate key in a flow": ("scenes: {a: {text: x, text: y}}\n", ("duplicate-key", 1, 23)),
    "raw escape": ("a: 1\nb: é\x1b[2J\n", ("control-character", 2, 5)),
    "raw C1": ("a: 1\n  \x9b", ("control-character", 2, 3)),
    "bidi override": ("a: 1\nb: \u202e", ("control-character", 2, 4)),
    "lone carriage return": ("a: 1\nb: 2\rc: 3\n", ("control-character", 2, 5)),
    "not UTF-8": ("a: 1\nb: é".encode() + b"\xff", ("not-utf8", 2, 5)),
    "not UTF-8 behind a mark": (b"\xef\xbb\xbfa: 1\nb: \xff", ("not-utf8", 2, 4)),
    "cut UTF-8": ("a: é".encode()[:-1], ("not-utf8", 1, 4)),
    "tab": ("a:\n\tb: c\n", ("yaml-syntax", 2, 1)),
    "list": ("- a\n", ("not-a-mapping", 1, 1)),
    "words": ("\n\nonce upon\n", ("not-a-mapping", 3, 1)),
    "empty": ("", ("missing-key", 1, 1)),
}


@pytest.mark.parametrize(("data", "expected"), LOCATED.values(), ids=LOCATED)
def test_what_is_refused_is_refused_at_its_very_place(data, expected):
    assert expected in findings(load_text(data))


def test_one_run_tells_of_all_that_is_refused():
    found = findings(load_text("a: &x 1\nb: *x\n<<: 1\nc: !t d\nc: 1\n? [e]\n: 1\n"))
    refused = [one for one in found if one[0].startswith(("yaml", "duplicate"))]
    assert refused == [
        ("yaml-anchor", 1, 4),
        ("yaml-alias", 2, 4),
        ("yaml-merge", 3, 1),
        ("yaml-anchor", 4, 4),
        ("duplicate-key", 5, 1),
        ("yaml-key", 6, 3),
    ]


def test_a_duplicate_key_shows_both_places_and_is_told_once():
    loaded = load_text(timeless("codex:\n  c: {title: t, shelf: people, text: x}\n  c: {}\n"))
    (one,) = loaded.diagnostics
    assert (one.code, str(one.at), str(one.notes[0][1])) == ("duplicate-key", "story.yaml:11:3", "story.yaml:10:3")


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "on",
        "yes",
        "Off",
        "017",
        "0x1F",
        "1_000",
        "1:30:00",
        "1.10",
        "~",
        "null",
        "2001-01-01",
        ".inf",
        "1e3",
        "=",
        "<",
    ],
)
def test_a_scalar_is_the_text_that_is_written(written):
    document = read("s.yaml", f"{written}: {written}\n".encode())
    assert not document.diagnostics
    ((key, value),) = document.top.pairs
    assert isinstance(value, Scalar)
    assert (key.text, value.text, value.style) == (written, written, "")


@pytest.mark.parametrize("written", ["017", "1_000", "1:30:00", "0x10", "1.0", "true", ""])
def test_only_a_whole_number_is_a_whole_number(written):
    loaded = load_text(TIMELESS + f"version: {written}\n")
    if written == "017":
        assert loaded.story.version == 17
    else:
        assert findings(loaded) == [("not-a-number", 9, 10)] or findings(loaded) == [("not-a-number", 9, 9)]


@pytest.mark.parametrize("written", ["no", "yes", "on", "True", "1", ""])
def test_only_true_and_false_are_yes_and_no(written):
    assert [one[0] for one in findings(load_text(timeless(f"facts:\n  f: {written}\n")))] == ["not-yes-no"]


def test_a_byte_order_mark_at_the_start_is_no_fault_and_shifts_nothing():
    assert load_text(b"\xef\xbb\xbf" + GOOD.encode()).playable
    assert ("unknown-key", 1, 1) in findings(load_text(b"\xef\xbb\xbfstori: x\n"))


def test_dos_line_ends_are_no_fault_and_change_nothing():
    dos = load_text(GOOD.replace("\n", "\r\n"))
    assert dos.playable
    assert dos.story.fingerprint == load_text(GOOD).story.fingerprint


def test_a_file_may_hold_two_hundred_thousand_values_and_no_more():
    def document(values):
        return read("s.yaml", ("a:\n" + "- x\n" * (values - 3)).encode())

    assert not document(YAML_NODES).diagnostics
    (fault,) = document(YAML_NODES + 1).diagnostics
    assert (fault.code, fault.at.line) == ("yaml-too-large", YAML_NODES - 1)
    assert "200,000" in fault.message


def test_mappings_and_lists_go_sixty_four_deep_and_no_deeper():
    def document(depth):
        return read("s.yaml", ("a: " + "[" * (depth - 1) + "]" * (depth - 1)).encode())

    assert not document(YAML_DEPTH).diagnostics
    (fault,) = document(YAML_DEPTH + 1).diagnostics
    assert (fault.code, fault.at.column) == ("yaml-too-deep", 3 + YAML_DEPTH)
    assert "64" in fault.message


def test_a_first_document_is_read_though_a_second_follows():
    document = read("s.yaml", b"a: 1\nb: 2\n---\nc: 3\n")
    assert [key.text for key, _ in document.top.pairs] == ["a", "b"]


def test_acts_in_acts_are_written_out_up_to_a_limit_that_names_itself():
    messages = [one.message for one in load_text(circling_acts()).diagnostics]
    assert any(f"{ACT_EFFECTS:,}" in message for message in messages)


@pytest.mark.parametrize(
    ("conditions", "circles"),
    [
        ("  a: a\n", ["a"]),
        ("  a: b\n  b: a\n", ["a", "b"]),
        ("  a: b\n  b: c or f\n  c: not a\n  d: a and f\n", ["a", "b", "c"]),
    ],
)
def test_conditions_that_lead_back_to_themselves_are_told_about(conditions, circles):
    loaded = load_text(timeless("facts:\n  f: false\nconditions:\n") + conditions)
    named = [one.message.split("`")[1] for one in loaded.diagnostics if one.code == "condition-circle"]
    assert len(named) == 1
    assert named[0] in circles
    assert not loaded.playable


@pytest.mark.parametrize("order", [("one", "two"), ("two", "one")])
def test_a_word_written_like_a_condition_makes_no_circle(order):
    conditions = {"one": "two and f", "two": "b == one", "planner": "b is planner", "hall": "visits(hall) > 1"}
    written = "".join(f"  {name}: {conditions[name]}\n" for name in (*order, "planner", "hall"))
    loaded = load_text(timeless("facts:\n  f: false\n  b: {one_of: [none, one, planner]}\nconditions:\n") + written)
    assert not loaded.diagnostics


def test_a_condition_may_be_written_before_what_it_asks_for():
    loaded = load_text(timeless("facts:\n  f: false\nconditions:\n  a: b or c\n  b: not c\n  c: f\n"))
    assert not loaded.diagnostics


def test_findings_are_the_first_ones_found_and_the_rest_is_counted():
    wrong = "".join(f"  c{n}: gone > {n}\n" for n in range(300))
    loaded = load_text("conditions:\n" + wrong, TIMELESS + "meters:\n  a: b: c\n")
    assert len(loaded.diagnostics) == DIAGNOSTICS + 1
    assert "yaml-syntax" in {one.code for one in loaded.diagnostics}
    assert loaded.diagnostics[-1].message == "and 101 more"
    assert [one.at for one in loaded.diagnostics[:-1]] == sorted(one.at for one in loaded.diagnostics[:-1])


def test_an_empty_file_among_others_is_no_fault():
    assert load_text(GOOD, "", "# only a comment\n").playable


def test_keys_and_values_keep_their_order_and_places():
    document = read("s.yaml", b"b: 1\na:\n  - x\n  - {c: d}\n")
    assert [(key.text, key.line, key.column) for key, _ in document.top.pairs] == [("b", 1, 1), ("a", 2, 1)]
    items = document.top.pairs[1][1]
    assert [(item.line, item.column) for item in items.items] == [(3, 5), (4, 5)]
    assert isinstance(items.items[1], Entries)
    assert document.span(items.items[1]).end_column == 11
