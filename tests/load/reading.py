"""Stories as text for tests of reading: a good small one, places marked in text, findings as (code, line, column)."""

from textwrap import dedent

from game.analysis.style.judge import judge
from game.load.files import SourceFile
from game.load.pipeline import Loaded, load
from game.source.diagnostic import Diagnostic

OPEN, CLOSE = "⟦", "⟧"

GOOD = """\
story: small
title: A Small Story
version: 2
by: Somebody
blurb: Two rooms and a telephone
note: |
  Nobody is hurt.
start: hall
clock:
  unit: week
  turns: 4
  starts: early November
  phases:
    brief: {title: Brief, lines: brief, at_most: 2}
    tray: {title: Tray, deal: [post], hand: 2, take: 1}
    scene: {due: first, else: arcs}
    papers: {title: Papers, lines: papers, at_most: 2, one_event: true, when: turn >= 2}
sizes: {small: 3, some: 6}
meters:
  sky:
    title: Sky
    range: 0..100
    start: 60
    bands: {0: Blind, 40: Permitted, 80: Ours}
    soft: {25: 1/2, 10: 1/4}
    gains: [{when: word < 4, times: 1/2, because: nobody believes you}]
    drift: [{when: word >= 3, toward: 55, by: 1}, {by: -1, every: 2}]
    shown_as: sky + word
    appears: turn >= 2 or met(line)
facts:
  word: {range: 0..9, start: 5}
  open_door: false
  background: {one_of: [none, research, diplomat]}
truths:
  trucks: {parts: 60, stores: 40}
  error: {range: -8..8}
characters:
  gurevich: {name: Maya Gurevich, role: duty officer, regard: -3..3}
conditions:
  cornered: sky < 30 and word < 4
acts:
  strike(size): [sky -= size, {when: cornered, do: [word -= 1], else: [word += 1]}]
arcs:
  line: {title: The Line}
scenes:
  hall:
    title: The Hall
    arc: line
    at: 1
    enter: [word += 1]
    text: |
      A hall, with [Gurevich](character:gurevich) and {sky}. {first: New | then: Known}.

      > A cable. {cornered: *Bad* | Good}.
    choices:
      call:
        text: |
          "Ten minutes."
        cost: He can clear his own people
        when: background is not diplomat
        requires: word >= 2
        locked: Nobody listens
        effects:
          - {act: strike(some)}
          - sky += small
          - {happen: call_made}
          - {promise: twelve}
          - {remember: {gurevich: you called}}
          - {later: {scene: room, in: 2, kind: echo}}
          - {ledger: {name: Hussam, age: 61, place: airport road, doing: making tea, claims: {one_side: nothing}}}
        because: the call
        result: |
          Done.
      try_it:
        text: Try it
        once: true
        check: {odds: 40 + gurevich * 10, pass: {effects: [sky += small]}, fail: {goto: room}}
  room:
    title: The Room
    text: |
      A room.
storylets:
  olives:
    deck: post
    title: Olives
    when: visits(hall) >= 1 and not took(hall.call)
    weight: 2
    envelope:
      text: A letter about trees
      handler: gurevich
      likely: she pays
      default: {effects: [sky -= 2, {unlock: olive}], because: she paid}
    text: |
      Trees.
    choices:
      pay: {text: Pay, effects: [{reveal: trucks}, {keep: twelve}]}
      wait: {text: Wait}
lines:
  brief:
    quiet: {when: sky < 90, text: A quiet week}
  papers:
    called: {about: call_made, from: Moscow, text: They called}
rules:
  night: {when: sky < 2, once: true, do: [{end: dark}]}
promises:
  twelve: {to: gurevich, within: 2, text: you tell her first, kept: {effects: [gurevich += 1]}, broken: {}}
endings:
  dark: {title: Dark, order: 1, at: any, when: sky == 0, text: Dark now}
  over: {title: Over, order: 9, at: last, text: It is over}
codex:
  olive: {title: Olive, shelf: record, date: 2015, grade: A, source: a book, text: A tree}
renamed:
  corridor: hall
"""

TIMELESS = """\
story: small
title: Small
start: hall
scenes:
  hall:
    text: A hall
    choices:
      on: {text: Go on, goto: hall}
"""


def load_text(*texts: str | bytes) -> Loaded:
    """Load these texts as the files ``story.yaml``, ``2.yaml``, ``3.yaml`` ..."""
    names = ("story.yaml", *(f"{number}.yaml" for number in range(2, len(texts) + 1)))
    datas = (text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass") for text in texts)
    return load([SourceFile(name, data) for name, data in zip(names, datas, strict=True)])


def findings(loaded: Loaded) -> list[tuple[str, int, int]]:
    """What was found, as (code, line, column)."""
    return [(one.code, one.at.line, one.at.column) for one in said_of(loaded)]


def said_of(loaded: Loaded) -> tuple[Diagnostic, ...]:
    """What is found by reading, and what the judges of style say where the story has rules."""
    return (*loaded.diagnostics, *(judge(loaded.story, loaded.texts) if loaded.story is not None else ()))


def timeless(text: str) -> str:
    """A good small story without a clock, and this text behind it."""
    return TIMELESS + dedent(text)


def unmarked(text: str) -> tuple[str, tuple[int, int], tuple[int, int]]:
    """A text without its ⟦ ⟧, the place of what stood between them, and its end: lines and columns from 1."""
    before, rest = text.split(OPEN)
    inside, after = rest.split(CLOSE)
    return before + inside + after, _end(before), _end(before + inside)


def _end(text: str) -> tuple[int, int]:
    return text.count("\n") + 1, len(text) - text.rfind("\n")
