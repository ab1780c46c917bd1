"""Draws among the effects: who takes part, what is recorded, and what becomes of a record when names change."""

from collections import Counter

from small_stories import begun, events, played, program_of, timeless

from game.engine import events as happened
from game.play.playthrough import Playthrough
from game.play.replay import replay

STORY = """
    facts: {low: true}
    meters: {oil: {title: Oil, range: 0..9, start: 5}}
    scenes:
      start:
        text: Begin
        threads: [other]
        choices:
          ask:
            text: Ask
            effects:
              - draw: {one: {weight: 3, do: [oil += 1]}, two: {do: [oil -= 1]}, never: {when: not low}}
              - draw: {one: {do: [oil += 1]}, two: {do: [oil -= 1]}}
            goto: start
      other: {text: Other, choices: {on: {text: On, goto: start}}}
"""


def drawn(playthrough):
    return [event.outcome for event in events(playthrough) if isinstance(event, happened.Drawn)]


def test_who_may_come_comes_by_weight_and_what_came_is_recorded_where_it_is_written():
    program = timeless(STORY)
    fell = Counter(drawn(played(program, "ask", seed=seed))[0] for seed in range(400))
    assert set(fell) == {"one", "two"}
    assert 260 < fell["one"] < 340
    asked = played(program, "ask", seed=3)
    assert dict(asked.journal.entries[0].drew) == dict(
        zip(("start.ask/draw", "start.ask/draw2"), ((name,) for name in drawn(asked)), strict=True)
    )


def test_a_record_survives_new_names_of_places_and_of_threads():
    text = "story: small\ntitle: Small\nstart: start\n" + "\n".join(line[4:] for line in STORY.split("\n"))
    made = program_of(text)
    renamed = (
        text.replace("start", "hall")
        .replace("hall: ", "start: ", 1)
        .replace("hall: 5", "start: 5")
        .replace("other", "elsewhere")
    )
    edited = program_of(renamed.replace("ask:", "beg:") + "\nrenamed: {start: hall, ask: beg, other: elsewhere}\n")
    for seed in range(8):
        before = begun(made, seed).choose("ask").choose("other.on").choose("ask")
        after = replay(edited, before.journal)
        assert isinstance(after, Playthrough), after.reason
        assert drawn(after) == drawn(before)
