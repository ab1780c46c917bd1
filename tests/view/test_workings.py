"""What stands behind a page, for authors: why cards came, what each condition saw, hidden choices too."""

from small_stories import begun, weekly

from game.play.questions import questions
from game.view.workings import workings
from game.view.workings_text import workings_text

STORY = weekly(
    """
    characters: {ada: {name: Ada}}
    meters: {sky: {title: Sky, range: 0..100, start: 60}}
    facts: {secret: false, mood: {one_of: [calm, cross]}}
    truths: {whose: {ours: 25, theirs: 75}}
    conditions: {clear: sky > 50}
    scenes:
      start:
        text: Here
        choices:
          go: {text: Go, when: clear, effects: [{when: secret, do: [{offer: asked_for}]}]}
          shown: {text: Shown, requires: sky > 70 and (secret or mood == calm), locked: Not now}
          gone: {text: Gone, when: secret}
          try: {text: Try, check: {odds: sky // 2, pass: {effects: []}, fail: {effects: []}}}
          rest: {text: Rest, fallback: true}
    storylets:
      common: {deck: post, text: One, weight: 3, ENVELOPE}
      second: {deck: post, text: Two, ENVELOPE}
      third: {deck: post, text: Three, ENVELOPE}
      pressing: {deck: post, priority: 1, when: secret, text: Now, ENVELOPE}
      asked_for: {deck: post, offered: true, text: Asked, ENVELOPE}
      low: {deck: post, priority: -1, text: Low, ENVELOPE}
    """.replace(
        "ENVELOPE", "choices: {ok: {text: OK}}, envelope: {text: It, handler: ada, likely: waits, default: {}}"
    ),
    phases=("scene: {due: first}", "post: {deal: [post], hand: 2, take: 1}"),
)


def told(playthrough, about=""):
    return workings_text(workings(playthrough), about, 200)


def test_every_choice_is_told_with_what_its_conditions_saw_hidden_ones_too():
    said = told(begun(STORY))
    for line in (
        "  yes  go: open",
        "    yes  when: clear, that is sky > 50 (sky is 60)",
        "  no   shown: locked",
        "    no   requires: sky > 70 and (secret or mood == calm)",
        "      no   sky > 70 (sky is 60)",
        "      no   secret (secret is false)",
        "      yes  mood == 'calm' (mood is calm)",
        "  gone: hidden",
        "    no   when: secret (secret is false)",
        "    odds: sky // 2 = 30 (sky is 60)",
        "  rest: held back, as a fallback",
    ):
        assert line in said.splitlines(), line


def test_a_deal_is_told_card_by_card_with_tier_weight_and_odds():
    tray = begun(STORY, seed=3).choose("go")
    first, second, *_ = questions(tray)
    assert [one.site.id for one in (first, second)] == ["post", "post"]
    assert tray.state.hand == (first.answer, second.answer)
    lines = told(tray).splitlines()
    assert f"  deal post, turn 1: {first.answer}" in lines
    assert any(line.strip().removeprefix("here ") == "common: 60 %, weight 3, priority 0, unseen" for line in lines)
    low = "low: no chance, weight 1, priority -1, unseen, waits for the tier above it"
    assert any(line.strip() == low for line in lines)
    assert "  no   pressing: its condition fails, weight 1, priority 1, unseen" in [line[2:] for line in lines]
    assert any("asked_for: comes only where it is put on offer" in line for line in lines)
    assert any(f"{first.answer}: has come, and comes once" in line for line in lines)


def test_a_card_that_was_taken_still_says_why_it_was_dealt():
    tray = begun(STORY, seed=3).choose("go")
    taken = tray.choose(tray.state.hand[0])
    assert f"deal post, turn 1: {tray.state.hand[0]}" in told(taken)


def test_what_chance_answered_is_told_as_it_was_however_often_it_is_asked():
    start = begun(STORY, seed=8)
    drawn = start.state.values[STORY.layout.slots["whose"]]
    assert [(one.site.id, one.answer) for one in questions(start)] == [("whose", drawn)]
    assert f"draw whose: {drawn}" in told(start)
    tried = start.choose("try")
    asked = questions(tried)
    assert asked[0].site.id == "start.try"
    assert asked[0].outcomes[0].weight == 30
    assert questions(tried) == asked
    assert [one.answer for one in asked] == [name for _, names in tried.moves[-1].took.drew for name in names]


def test_only_what_is_about_some_words_is_told_under_what_it_belongs_to():
    said = told(begun(STORY), "MOOD").splitlines()
    assert said[0] == "Choices here"
    assert said[1:] == [
        "  no   shown: locked",
        "    no   requires: sky > 70 and (secret or mood == calm)",
        "      no   sky > 70 (sky is 60)",
        "      no   secret (secret is false)",
        "      yes  mood == 'calm' (mood is calm)",
    ]
    assert told(begun(STORY), "elsewhere") == "Nothing behind this page holds “elsewhere”."
