"""Pages as their players want them: exact numbers."""

from small_stories import begun, played, timeless, weekly

from game.settings.values import DEFAULTS, Settings
from game.view.compose import compose
from game.view.telling import page_for
from game.view.transcript import page_text

NUMBERS = Settings(exact_numbers=True)
STORY = timeless("""
sizes: {small: 3, some: 6}
meters:
  sky: {title: Sky, range: 0..100, start: 50}
  word: {title: Word, range: 0..100, start: 50, shown: words, bands: {0: poor, 50: good}}
facts: {told: false, seen: false}
arcs: {line: {title: The Line}, house: {title: The House}, trade: {title: Trade}, none: {title: Nobody's}}
scenes:
  start:
    text: A street
    choices:
      tell:
        text: Tell
        effects: [told = true, sky += some, word -= small]
        goto: start
      go: {text: Go, goto: shelter}
      risk:
        text: Risk it
        check: {odds: 50, pass: {goto: shelter}, fail: {effects: [{when: sky > 1, do: [seen = true]}], goto: start}}
      wait: {text: Wait, effects: [sky += 1], goto: start}
      leave: {text: Leave, effects: [{end: over}]}
  shelter:
    arc: house
    text: The shelter
    choices:
      stay: {text: Stay, requires: sky > 10, effects: [{end: over}]}
      call: {text: Call, goto: line}
  line:
    arc: line
    text: The line
    choices: {ring: {text: Ring, when: told, effects: [{end: over}]}, not: {text: Not, effects: [{end: over}]}}
  trade:
    arc: trade
    when: seen or took(start.wait)
    text: The trade
    choices: {end: {text: End, effects: [{end: over}]}}
endings: {over: {title: Over, order: 1, at: any, text: The end of it}}
""")


def by_id(page):
    return {option.id: option for option in page.options}


def test_nothing_changes_for_who_chose_neither():
    reading = begun(STORY)
    assert page_for(reading, DEFAULTS) == compose(reading)


def test_choices_say_their_numbers_to_who_wants_them_but_not_of_what_is_told_in_words():
    page = page_for(begun(STORY), NUMBERS)
    told = {touch.gauge: (touch.size, touch.exact) for touch in by_id(page)["tell"].touches}
    assert told == {"Sky": ("some", 6), "Word": ("small", 0)}
    assert "(Sky up some (+6), Word down small)" in page_text(page)
    assert "+6" not in page_text(compose(begun(STORY)))


def test_an_ending_has_nothing_to_hint_at():
    page = page_for(played(STORY, "leave"), Settings(hints=True, exact_numbers=True))
    assert page.ending == "Over"
    assert page.options == ()


def test_a_scene_that_was_simply_dealt_names_the_part_of_the_turn_that_dealt_it():
    story = weekly(
        """
        scenes: {start: {text: It begins, choices: {on: {text: On}}}}
        storylets: {plate: {deck: desk, title: The plate, text: Brass, choices: {turn: {text: Turn it}}}}
        """,
        phases=(
            "scene: {title: The week, due: first, else: arcs}",
            "desk: {title: The desk, deal: [desk], take: 1, hand: 1}",
        ),
    )
    told = {block.title: block.phase for block in compose(played(story, "on")).blocks if block.kind == "scene"}
    assert told == {"The plate": "The desk"}
    assert compose(begun(story)).blocks[-1].phase == ""
