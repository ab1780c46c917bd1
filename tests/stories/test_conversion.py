"""A chapter written in ink and converted by hand: the same words and the same choices along every path that ink took.

``night_boat/paths.json`` holds twelve walks through ``source.ink``, with what ink (inkjs 2.4) said and offered at every
step. The one shuffle in it is left out: each engine shuffles in its own way.
"""

import json
from pathlib import Path

import pytest

from game.engine.prepare import prepare
from game.load.pipeline import load_path
from game.play.journal import Opened
from game.play.playthrough import opened
from game.view.compose import compose

FOLDER = Path(__file__).parent / "night_boat"
PATHS = json.loads((FOLDER / "paths.json").read_text("utf-8"))
SHUFFLED = ("A finch looks at you sideways. ", "A finch puts its head under its wing. ")


def _words(text: str) -> str:
    joined = " ".join(text.replace("*", "").split()) + " "
    for either in SHUFFLED:
        joined = joined.replace(either, "")
    return joined.strip()


@pytest.mark.parametrize("path", PATHS, ids=range(len(PATHS)))
def test_a_converted_chapter_says_and_offers_what_ink_did(path):
    loaded = load_path(FOLDER / "story.yaml")
    assert loaded.playable
    assert loaded.story is not None
    program = prepare(loaded.story)
    playthrough = opened(program, Opened(story="night_boat", version=1, fingerprint="", seed=1))
    for step in path:
        page = compose(playthrough)
        paragraphs = (
            paragraph.text
            for block in page.blocks
            if block.kind in ("scene", "result")
            for paragraph in block.paragraphs
        )
        assert _words(" ".join(paragraphs)) == _words(step["text"])
        assert sorted(option.text for option in page.options) == sorted(map(_words, step["offered"]))
        if "took" in step:
            playthrough = playthrough.choose(next(one.id for one in page.options if one.text == _words(step["took"])))
    assert playthrough.ended
