"""Slips of the pen in a sound story: one finding each, where it is mended, with a hint that mends it."""

import pytest
from reading import load_text

STORY = """\
story: mill
title: The Mill
start: yard
clock:
  turns: 4
  phases: {post: {deal: [mail]}, walk: {due: first}}
meters:
  grain: {title: Grain, range: 0..100, start: 50}
facts:
  lit: false
  bag: {title: Bag, any_of: [nail, string, loaf], start: [nail]}
characters:
  miller: {name: Hob Carter}
chapters:
  one: {title: The first week}
scenes:
  yard:
    chapter: one
    threads: [cat]
    text: The yard is wet.
    choices:
      knock:
        text: Knock.
        result: The door is thick.
        choices:
          again:
            text: Knock again.
            once: true
            effects: [lit = true]
          leave:
            text: Leave it.
        after:
          text: Rain, then less of it.
          call: cellar
      climb:
        text: Climb in.
        requires: bag has string
        check:
          odds: 40
          pass: {effects: [{later: {coda: crumbs}}, {offer: bill}]}
          fail: {effects: [{achieve: cats}, {draw: {wet: {do: [grain -= 3]}}}]}
      wait:
        text: Wait.
        effects: [grain += 1, {warn: drowned}]
      idle: {fallback: true}
    after:
      text: The clock goes.
  cat:
    when: lit and held(lit) >= 2
    text: A cat.
    choices:
      stroke: {text: Stroke it., once: true}
  cellar:
    text: Flour.
    then: return
storylets:
  bill:
    deck: mail
    offered: true
    text: It is for nine.
    choices:
      pay: {text: Pay it.}
endings:
  drowned: {title: Drowned, order: 1, at: any, when: grain == 0, warned: 1, text: Cold.}
  dry: {title: Dry, order: 2, at: last, text: You go home.}
codas:
  crumbs: {planted: true, text: There were crumbs.}
  tail: {text: The cat goes.}
achievements:
  cats: {title: Cat, text: You stroked it.}
claims:
  full: {always: grain > 0 or ended == drowned}
strategies:
  polite:
    title: Polite
    prefers: [{choice: yard.knock, score: 3}, {meter: grain, by: 2}]
"""

SLIPS = {
    "a key too far in": (
        "            text: Knock again.\n",
        "             text: Knock again.\n",
        "yaml-syntax",
        "indent it by 12 spaces",
    ),
    "a key not far enough in": (
        "        text: Climb in.\n",
        "       text: Climb in.\n",
        "yaml-syntax",
        "indent it by 8 spaces",
    ),
    "a head not far enough in": ("      knock:\n", "     knock:\n", "yaml-syntax", "indent it by 6 spaces"),
    "the first key not far enough in": (
        "    when: lit and",
        "   when: lit and",
        "yaml-syntax",
        "indent it by 4 spaces",
    ),
    "a head without its colon": ("      wait:\n", "      wait\n", "yaml-syntax", "write `key: value`"),
    "no space behind a colon": (
        "        text: Wait.\n",
        "        text:Wait.\n",
        "yaml-syntax",
        "put a space behind the colon",
    ),
    "a tag": ("text: Wait.", "text: !wait", "yaml-anchor", "write the text as a block"),
    "words behind a fold": ("text: Wait.", "text: > Wait.", "yaml-syntax", "on the lines below"),
    "a thread that is no list": ("threads: [cat]", "threads: cat", "wrong-shape", "write `[cat]`"),
    "a gather that is text": (
        "    after:\n      text: The clock goes.",
        "    after: The clock goes.",
        "wrong-shape",
        "write it behind `text:`",
    ),
    "a chapter that is text": (
        "{title: The first week}",
        "The first week",
        "wrong-shape",
        "write it behind `title:`",
    ),
    "an outcome that is a list": ("wet: {do: [grain -= 3]}", "wet: [grain -= 3]", "wrong-shape", "behind `do:`"),
    "a draw that is a list": ("{draw: {wet: {do: [grain -= 3]}}}", "{draw: [wet]}", "wrong-shape", ""),
    "a thread in a choice": (
        "        text: Wait.\n",
        "        threads: [cat]\n        text: Wait.\n",
        "unknown-key",
        "`threads` stands in a scene, or in a storylet",
    ),
    "an offer misspelt": ("{offer: bill}", "{offer: bil}", "unknown-name", "did you mean `bill`?"),
    "an offer of a scene": ("{offer: bill}", "{offer: cellar}", "unknown-name", "known here: `bill`"),
    "an achievement misspelt": ("{achieve: cats}", "{achieve: cast}", "unknown-name", "did you mean `cats`?"),
    "a warning misspelt": ("{warn: drowned}", "{warn: drownd}", "unknown-name", "did you mean `drowned`?"),
    "a coda that comes anyway": ("{coda: crumbs}", "{coda: tail}", "comes-anyway", "say `planted: true`"),
    "held misspelt": ("held(lit)", "hold(lit)", "unknown-function", "did you mean `held`?"),
    "a set without a title": (
        "title: Bag, any_of",
        "any_of",
        "missing-key",
        "only your own words can tell readers what it asks of `bag`",
    ),
    "a set asked like a list": (
        "threads: [cat]",
        "threads: [cat]\n    when: string in bag",
        "expression-syntax",
        "`bag has string`",
    ),
    "a change without brackets": (
        "effects: [lit = true]",
        "effects: lit = true",
        "wrong-shape",
        "write `[lit = true]`",
    ),
    "a call among effects": (
        "effects: [lit = true]",
        "effects: [{call: cellar}]",
        "unknown-key",
        "`call: ...` beside `effects`",
    ),
    "a turn misspelt": (
        "    text: The yard is wet.",
        "    text: |\n      The yard {frist: is | was} wet.",
        "unknown-name",
        "did you mean `first`?",
    ),
    "a question about the name": (
        "threads: [cat]",
        "threads: [cat]\n    when: player == ann",
        "unknown-name",
        "nothing can ask",
    ),
    "a claim that is a condition": (
        "{always: grain > 0 or ended == drowned}",
        "grain > 0 or ended == drowned",
        "wrong-shape",
        "write `{always: grain > 0 or ended == drowned}`",
    ),
    "a claim of no kind": ("{always: grain", "{alwyas: grain", "unknown-key", "did you mean `always`?"),
    "a choice that is preferred, misspelt": ("yard.knock", "yard.nock", "unknown-name", "did you mean `yard.knock`?"),
    "a preference without its brackets": (
        "prefers: [{choice: yard.knock, score: 3}, {meter: grain, by: 2}]",
        "prefers: {choice: yard.knock, score: 3}",
        "wrong-shape",
        "",
    ),
    "points of a meter": ("{meter: grain, by: 2}", "{meter: grain, score: 2}", "unknown-key", "known here: `by`"),
    "a range with a dash": ("range: 0..100", "range: 0-100", "bad-range", "two dots between"),
    "a range turned round": ("range: 0..100", "range: 100..0", "bad-range", "lower end first: `0..100`"),
}


def test_the_story_is_sound_before_anything_slips():
    assert load_text(STORY).diagnostics == ()


@pytest.mark.parametrize(("right", "wrong", "code", "hint"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_one_finding_where_it_was_made(right, wrong, code, hint):
    assert STORY.count(right) == 1
    found = load_text(STORY.replace(right, wrong)).diagnostics
    assert [one.code for one in found] == [code], [(one.message, one.at) for one in found]
    first = STORY[: STORY.index(right)].count("\n") + 1
    if code != "missing-key":  # that one is wanted where the choice is
        assert first <= found[0].at.line < first + 1 + wrong.count("\n")
    assert hint in found[0].hint


def test_an_ending_that_is_misspelt_leaves_its_choice_no_way_on_of_which_nothing_is_said():
    story = """\
story: s
title: S
start: a
scenes:
  a:
    text: Hello.
    choices:
      go: {text: Go., effects: [{end: ovr}]}
endings:
  over: {title: Over, order: 1, at: any, text: It is over.}
"""
    assert [one.code for one in load_text(story).diagnostics] == ["unknown-name"]


def test_an_achievement_that_could_not_be_read_is_not_said_to_be_out_of_reach_as_well():
    story = """\
story: s
title: S
start: a
achievements: {big: Huge}
scenes: {a: {text: Hi, choices: {x: {text: Go, goto: a}}}}
"""
    assert [one.code for one in load_text(story).diagnostics] == ["wrong-shape"]
