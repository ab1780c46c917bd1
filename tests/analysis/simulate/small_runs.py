"""Runs of small stories for these tests."""

from functools import cache
from pathlib import Path

from small_stories import timeless, weekly

from game.analysis.simulate.task import Task, done
from game.engine.prepare import prepare
from game.load.pipeline import load_path

STORIES = Path(__file__).parents[3] / "story"

LADDER = """
    meters:
      heat: {title: Heat, range: 0..99, start: 3, better: low}
      calm: {title: Calm, range: 0..9, start: 3, better: high}
    facts: {met_anna: false}
    endings:
      burnt: {title: Burnt, order: 1, at: any, when: heat >= 70, text: All of it burns}
      done: {title: Done, order: 2, at: last, text: It is over}
    strategies:
      warm: {title: Warm, prefers: [{meter: heat, by: 1}]}
      cool: {title: Cool, prefers: [{meter: heat, by: -1}]}
    scenes:
      start:
        text: One two three
        choices:
          anna: {text: Greet Anna, effects: [met_anna = true, heat += 1]}
          ben: {text: Greet Ben now, effects: [heat += 1]}
      week_two:
        at: 2
        text: A week
        choices:
          best: {text: Best, effects: [heat -= 1, calm += 1]}
          worse: {text: Worse, effects: [heat += 1, calm -= 1]}
          never: {text: Never, effects: [heat += 1, calm += 1], requires: heat >= 60, locked: Too cold}
      week_five:
        at: 5
        text: |
          {met_anna: Anna is here. | Nobody is here.}
        choices:
          on: {text: On}
          off: {text: Off}
      lost:
        at: 4
        when: heat >= 50
        text: Nobody comes here
    """


@cache
def ladder():
    return weekly(LADDER, turns=6)


@cache
def shipped(name):
    return prepare(load_path(STORIES / name).story)


def runs(program, count=40, *, reader="uniform", first=0, **more):
    return done(program, Task(reader=reader, seed=1, first=first, last=first + count, **more))


@cache
def circle():
    """A story without a clock, in which readers may go round for ever, stand before a wall, or leave."""
    return timeless("""
        meters: {steps: {title: Steps, range: 0..99, start: 0}}
        endings: {out: {title: Out, order: 1, at: any, text: Out}}
        scenes:
          start:
            text: A circle
            choices:
              round: {text: Round, effects: [steps += 1], goto: start}
              wall: {text: Wall, goto: wall}
              leave: {text: Leave, effects: [{end: out}]}
          wall:
            text: A wall
            choices:
              climb: {text: Climb, requires: steps >= 60, goto: start}
        """)
