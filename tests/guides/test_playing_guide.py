"""The page for players: every key it names does something on the page of a story."""

import re
from pathlib import Path

from game.tui.key_names import canonical
from game.tui.playing import PLAYING

GUIDE = (Path(__file__).parents[2] / "story" / "guides" / "playing.md").read_text("utf-8")
NUMBERS = {"1", "9"}


def test_every_key_of_the_guide_is_a_key_of_the_page():
    rows = re.findall(r"^\| (`.*?) \|", GUIDE, re.MULTILINE)
    named = {key for row in rows for key in re.findall(r"`(.+?)`", row)} - NUMBERS
    known = {key for one in PLAYING for key in one.keys.split(",")}
    assert named
    assert {canonical(key) for key in named} <= known


def test_every_command_of_the_page_that_has_a_letter_stands_in_the_guide():
    told = set(re.findall(r"`(.+?)`", GUIDE))
    for one in PLAYING:
        if one.listed and not one.debug and len(one.keys.split(",")[0]) == 1:
            assert one.keys.split(",")[0] in told, one.about
