"""Small stories for tests: text in, a story made ready out; and ways to play it."""

from collections.abc import Iterable
from textwrap import dedent

from game.engine.events import Event, Told
from game.engine.prepare import prepare
from game.engine.program import Program
from game.expr.types import Value
from game.load.files import SourceFile
from game.load.pipeline import load
from game.play.journal import Opened
from game.play.playthrough import Playthrough, opened
from game.view.draw import draw_line, words
from game.view.transcript import transcript

HEADER = """\
story: small
title: Small
start: start
"""
WEEKS = """\
clock:
  unit: week
  turns: {turns}
  phases:
{phases}
"""
SCENE_PHASE = "scene: {title: The week, due: first, else: arcs}"
LAST = """\
endings:
  done: {title: Done, order: 99, at: last, text: It is over}
"""
START = """\
scenes:
  start:
    text: It begins
"""


def program_of(text: str) -> Program:
    """A story made ready; its findings fail the test."""
    loaded = load([SourceFile("story.yaml", dedent(text).encode())])
    assert loaded.playable, "\n".join(map(str, loaded.diagnostics))
    assert loaded.story is not None
    return prepare(loaded.story)


def weekly(body: str, *, turns: int = 3, phases: Iterable[str] = (SCENE_PHASE,)) -> Program:
    """A story in weeks: the body gives ``scenes`` and whatever else; without endings it gets one."""
    body = dedent(body)
    clock = WEEKS.format(turns=turns, phases="\n".join(f"    {phase}" for phase in phases))
    endings = "" if "\nendings:" in f"\n{body}" else LAST
    return program_of(HEADER + clock + endings + body)


def timeless(body: str) -> Program:
    """A story without a clock."""
    return program_of(HEADER + dedent(body))


def begun(program: Program, seed: int = 1, **opening: object) -> Playthrough:
    """A playthrough at its beginning."""
    story = program.story
    return opened(program, Opened(story=story.id, version=1, fingerprint=story.fingerprint, seed=seed, **opening))


def played(program: Program, *choices: str, seed: int = 1) -> Playthrough:
    """A playthrough after these choices."""
    playthrough = begun(program, seed)
    for choice in choices:
        playthrough = playthrough.choose(choice)
    return playthrough


def value(playthrough: Playthrough, key: str) -> Value:
    """What a key stands at now."""
    return playthrough.program.value(playthrough.state.values, key)


def events(playthrough: Playthrough) -> list[Event]:
    """Everything that happened so far."""
    return [event for move in playthrough.moves for event in move.step.events]


def told(playthrough: Playthrough, role: str = "") -> list[str]:
    """The texts that reached the reader so far, each on one line."""
    return [
        words(draw_line(event.tell(event.values), playthrough.player))
        for event in events(playthrough)
        if isinstance(event, Told) and role in ("", event.role)
    ]


def owners(playthrough: Playthrough, role: str = "") -> list[str]:
    """Whose texts reached the reader so far: scenes, storylets, lines' sources, endings."""
    return [event.owner for event in events(playthrough) if isinstance(event, Told) and role in ("", event.role)]


def read(playthrough: Playthrough) -> str:
    """The transcript so far."""
    return transcript(playthrough)
