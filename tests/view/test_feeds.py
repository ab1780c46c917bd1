"""Hints: which arcs a choice feeds; titles of arcs alone, never of a scene."""

from small_stories import begun, weekly

from game.view.compose import compose
from game.view.transcript import page_text

STORY = weekly(
    """
arcs: {line: {title: The line}, tea: {title: Tea}, ridge: {title: The ridge}}
promises: {page: {to: ada, by: 3, text: A page, kept: {goto: far}, broken: {effects: []}}}
characters: {ada: {name: Ada}}
scenes:
  start:
    text: Here
    threads: [beside]
    choices:
      nothing: {text: Nothing}
      said: {text: Said, feeds: [ridge, line]}
      on: {text: On, goto: through, feeds: [tea]}
      call: {text: Call, call: far}
      inside: {text: Inside, choices: {one: {text: One, goto: far}}}
      later: {text: Later, effects: [{when: turn > 2, do: [{later: {scene: far, in: 1}}]}, {offer: card}]}
      keep: {text: Keep, effects: [{promise: page}, {keep: page}]}
      try: {text: Try, check: {odds: 50, pass: {goto: far}, fail: {effects: [{goto: away}]}}}
  beside:
    text: Beside
    choices: {far: {text: Off, goto: far}}
  through: {title: A secret, text: Through, then: far}
  far: {title: Another secret, arc: line, text: Far, choices: {go: {text: Go}}}
  away: {text: Away, arc: ridge}
storylets:
  card: {deck: post, text: A card, arc: tea, ENVELOPE}
  bill: {deck: post, text: A bill, ENVELOPE}
""".replace("ENVELOPE", "envelope: {text: It, handler: ada, likely: she waits, default: {}}"),
    phases=("scene: {due: first}", "post: {deal: [post], hand: 2, take: 1}"),
)


def fed(playthrough):
    return {one.id: one.feeds for one in compose(playthrough, hints=True).options}


def test_a_choice_feeds_what_it_leads_to_now_or_later_and_what_its_author_says():
    assert fed(begun(STORY)) == {
        "nothing": (),
        "said": ("The ridge", "The line"),
        "on": ("Tea", "The line"),
        "call": ("The line",),
        "inside": (),
        "later": ("The line", "Tea"),
        "keep": ("The line",),
        "try": ("The line", "The ridge"),
        "beside.far": ("The line",),
    }


def test_an_envelope_feeds_the_arc_of_what_lies_in_it():
    assert fed(begun(STORY).choose("nothing")) == {"card": ("Tea",), "bill": ()}


def test_only_those_who_want_hints_are_told_and_no_scene_is_named():
    page = compose(begun(STORY), hints=True)
    assert "   Feeds: The line, The ridge.\n" in page_text(page)
    assert "secret" not in page_text(page)
    assert all(one.feeds == () for one in compose(begun(STORY)).options)
    assert "Feeds" not in page_text(compose(begun(STORY)))
