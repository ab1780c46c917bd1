"""The manual's chapter about stories that extend others, with a sample that the tests load over the sample story."""

from pathlib import Path

from game.author.chapter import Chapter, code
from game.source.limits import BASES

PATH = Path(__file__).with_name("sample_mod.yaml")

_BODY = f"""\
A story may add to another without touching its files. It is a folder of its own, whose header says `extends: the_lamp`:
the other's id, which is also what its folder is called. That folder is looked for beside this one, then among the
stories that come with the game. Such a story is played and checked like any other, `narrowsky play the_fog`.

It has an id and a title of its own, and whatever else of `version`, `by` and `blurb` it wants; a `note`, a `player` or
a `style` of its own takes the place of the other's. `start` and `clock` are the other's. It may add to any section, to
`sizes`, `themes` and `renamed`, and by the section `choices` to the other's scenes. It can change nothing that is
there: a name that both declare is an error that shows both places. What it adds stands behind what was there: its
choices behind the scene's own, its rules behind the other's rules.

A finding in the other's files names them with their story: `the_lamp/world.yaml`. A story may extend one that extends
another, with at most {BASES} under it.

"""


def chapter() -> Chapter:
    """The chapter."""
    return Chapter("extending", "Stories that extend others", _BODY + code(PATH.read_text("utf-8").rstrip()))
