"""How a story is laid out changes nothing: the same story, and no finding that it had not."""

from planting.ground import judged
from planting.harmless import variants

from game.load.files import SourceFile
from game.load.pipeline import load

HERE = 40
"""``fault_table.py`` tries a thousand."""


def fingerprint(texts):
    return load([SourceFile(name, text.encode()) for name, text in texts.items()]).story.fingerprint


def test_good_stories_written_otherwise_are_as_good_and_the_same():
    for done, before, after in variants(HERE):
        said = {(one.code, one.message) for one in judged(before)}
        assert {(one.code, one.message) for one in judged(after)} == said, done
        assert fingerprint(after) == fingerprint(before), done
