"""Two versions of a story in a designer's terms."""

from small_stories import weekly

from game.analysis.paired import readings
from game.analysis.readers import reader_of
from game.author.moved import odds_moved
from game.author.versions import versions
from game.author.versions_text import odds_text, versions_text

STORY = """
facts: {word: false}
meters: {sky: {title: Sky, range: 0..100, start: 60}}
conditions: {clear: sky > 50}
claims: {never_high: {never: sky > 90}}
scenes:
  start:
    title: Here
    text: It begins at the long wall.
    choices:
      go: {text: Go on, requires: sky > 50, locked: Not so, effects: [sky += 5, word = true], result: You went.}
      stay: {text: Stay here, when: clear, effects: [sky -= 5]}
      try: {text: Try, check: {odds: 40, pass: {effects: [sky += 9], result: Well}, fail: {effects: [sky -= 9]}}}
"""


def changed(*swaps, before=STORY):
    now = before
    for old, new in swaps:
        assert old in now
        now = now.replace(old, new)
    return weekly(before), weekly(now)


def found(*swaps):
    old, new = changed(*swaps)
    return {kind.kind: kind for kind in versions(old.story, new.story).kinds if not kind.same}


def how(kind):
    return {one.name: one.how for one in kind.changed}


def test_a_story_moved_about_in_its_file_is_the_same():
    old, new = weekly(STORY), weekly("\n\n# a word before\n" + STORY.replace("  start:", "\n\n  start:"))
    assert all(kind.same for kind in versions(old.story, new.story).kinds)
    assert "Nothing that can be named is otherwise" in versions_text(versions(old.story, new.story))


def test_what_was_gained_and_lost_is_told_by_kind():
    kinds = found(
        ("      stay:", "      wait: {text: Wait a while longer}\n      stay:"), ("      try:", "      dare:")
    )
    assert set(kinds) == {"choice"}
    assert kinds["choice"].gained == ("start.wait", "start.dare")
    assert kinds["choice"].lost == ("start.try",)
    assert (kinds["choice"].before, kinds["choice"].now) == (3, 4)


def test_what_is_renamed_by_its_author_is_the_same_thing():
    old, new = weekly(STORY), weekly("renamed: {go: leave}\n" + STORY.replace("      go:", "      leave:"))
    (choice,) = [kind for kind in versions(old.story, new.story).kinds if not kind.same]
    assert choice.renamed == (("start.go", "start.leave"),)
    assert (choice.gained, choice.lost, choice.changed) == ((), (), ())


def test_what_says_the_same_under_another_name_is_pointed_out():
    kinds = found(("      stay:", "      remain:"))
    assert kinds["choice"].alike == (("start.stay", "start.remain"),)
    old, new = changed(("      stay:", "      remain:"))
    assert "start.stay and start.remain say the same" in versions_text(versions(old.story, new.story))


def test_each_change_is_told_in_an_authors_words():
    kinds = found(
        ("requires: sky > 50", "requires: sky > 70"),
        ("effects: [sky += 5, word = true]", "effects: [sky += 6, word = true]"),
        ("result: You went.", "result: You went a long way."),
        ("odds: 40", "odds: 40 + 5"),
        ("result: Well}", "result: Well, goto: start}"),
        ("at the long wall", "at the short wall"),
        ("never: sky > 90", "never: sky > 95"),
        ("clear: sky > 50", "clear: sky > 55"),
        ("start: 60}", "start: 64}"),
    )
    assert how(kinds["choice"])["start.go"] == (
        "requires: sky > 50 → sky > 70",
        "effects: without sky += 5, with sky += 6",
        "result written anew (2 → 5 words)",
    )
    assert how(kinds["choice"])["start.try"] == ("check odds: 40 → 40 + 5", "check pass goto: nothing → start")
    assert how(kinds["choice"])["start.stay"] == ("when: clear means something else now",)
    assert how(kinds["scene"]) == {"start": ("text written anew (6 words)",)}
    assert how(kinds["claim"]) == {"never_high": ("claim: sky > 90 → sky > 95",)}
    assert how(kinds["meter"]) == {"sky": ("start: 60 → 64",)}


def odds(old, new, runs=600):
    read = [readings(one, reader_of(one, "uniform"), runs, 1) for one in (old, new)]
    return odds_moved(old.story, new.story, *read)


def test_odds_that_moved_are_told_and_noise_is_not():
    same = odds(weekly(STORY), weekly(STORY))
    assert (same.moved, same.gained, same.lost) == ((), (), ())
    assert same.looked_at > 5
    moved = odds(*changed(("odds: 40", "odds: 70")))
    (one,) = [one for one in moved.moved if one.kind == "pass"]
    assert one.by.low <= one.now - one.before <= one.by.high
    assert "start.try" in odds_text(moved, "reads")


def test_what_only_one_version_has_is_told_with_its_share():
    gained = odds(*changed(("      stay:", "      wait: {text: Wait a while longer}\n      stay:")))
    ((fact, share),) = gained.gained
    assert fact == ("choice", "start.wait")
    assert 0.15 < share < 0.35
