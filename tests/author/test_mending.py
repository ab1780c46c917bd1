"""``check --fix``: what is sure is mended, everything else stays byte for byte."""

import sys
from pathlib import Path

import pytest

from game.author.mending import mend
from game.cli.main import main
from game.source.fix import Fix, applied, between
from game.source.span import Span

sys.path.insert(0, str(Path(__file__).parents[1] / "load"))
from planting.ground import ground, judged, plant
from planting.kinds import KINDS
from planting.names import NAMES

BY_NAME = {kind.name: kind for kind in KINDS}
SURE = ["`=` for `==`", "`=` for `==` in prose", "`&&`", "`||`", "`!`", "a control character"]
"""After these the file is again what it was."""
WELL = ["`yes` and `no`", "a range the wrong way round", "a colon in a text", "swallowed quotation marks"]
"""After these there is nothing wrong with it."""

STORY = """\
story: s
title: T
start: hall  # where it begins
facts:
    lamp: no
    coat: {range: 9..0}
scenes:
  hall:
    text: Hello there
    choices:
      light:
        text: "Light."
        when: lamp = false && coat > 3
        efects: [lamp = true, coat += 1]
        goto: halls
      wait:
        text: He says: wait
        goto: halll
"""


@pytest.mark.parametrize("name", SURE)
def test_what_is_sure_becomes_what_it_was(name):
    for planted in plant(BY_NAME[name], 3):
        mended = mend(planted.sources, judged)
        assert {**planted.sources, **mended.texts} == ground()
        assert len(mended.changes) == 1


@pytest.mark.parametrize("kind", NAMES, ids=[kind.name for kind in NAMES])
def test_a_misspelt_name_becomes_the_one_that_was_meant_or_stays(kind):
    for planted in plant(kind, 1):
        mended = mend(planted.sources, judged)
        assert not mended.texts or {**planted.sources, **mended.texts} == ground()


@pytest.mark.parametrize("name", WELL)
def test_what_is_mended_has_no_finding_and_stays_so(name):
    for planted in plant(BY_NAME[name], 2):
        mended = mend(planted.sources, judged)
        now = {**planted.sources, **mended.texts}
        assert len(mended.changes) <= 1
        if mended.changes:
            assert judged(now) == ()
            assert mend(now, judged).changes == ()
            ((fix, before),) = mended.changes
            start, _ = between(fix.at, planted.sources[fix.at.source])
            text = now[fix.at.source]
            assert text[:start] + before + text[start + len(fix.text) :] == planted.sources[fix.at.source]


def test_a_whole_file_is_mended_and_only_where_it_is_sure(tmp_path, capsys):
    path = tmp_path / "s.yaml"
    data = b"\xef\xbb\xbf" + STORY.replace("\n", "\r\n").encode()
    path.write_bytes(data)
    assert main(["check", str(path), "--fix", "--dry-run"]) == 1
    assert path.read_bytes() == data
    out, err = capsys.readouterr()
    assert "s.yaml:14:20: `=` -> `==`" in out  # seen once the line above it was mended
    assert "none written" in err
    main(["check", str(path), "--fix"])
    mended = path.read_bytes()
    assert mended.startswith(b"\xef\xbb\xbf")
    assert mended.count(b"\n") == mended.count(b"\r\n")
    text = mended.decode("utf-8-sig").replace("\r\n", "\n")
    assert "start: hall  # where it begins\nfacts:\n    lamp: false\n    coat: {range: 0..9}\n" in text
    assert "when: lamp == false and coat > 3\n        effects: [lamp = true, coat += 1]\n        goto: hall\n" in text
    assert "        text: |\n          He says: wait\n        goto: hall\n" in text
    assert [one.name for one in tmp_path.iterdir()] == ["s.yaml"]
    before = path.stat().st_mtime_ns
    main(["check", str(path), "--fix"])
    assert path.stat().st_mtime_ns == before


def test_a_fix_is_made_at_its_very_place():
    fix = Fix(Span("s", 2, 3, 2, 5), "xyz")
    assert applied(fix, "ab\r\ncdefg\r\n") == "ab\r\ncdxyzg\r\n"
    assert applied(Fix(Span("s", 9, 1, 9, 1), "x"), "ab\n") == "ab\nx"
