"""Why a choice is locked, for a reader who asks: each part that fails, and nothing of what isn't shown."""

from small_stories import begun, timeless

from game.view.locks import locks, locks_text

STORY = """
clock: {unit: week, turns: 3, phases: {week: {due: first}}}
meters:
  standing: {title: Standing, range: 0..5, start: 1}
  fuse: {title: Fuse, range: 0..9, start: 1, shown: never}
  mask: {title: Mask, range: 0..9, start: 1, shown_as: mask + fuse}
facts:
  secret: false
  bag: {title: the bag, any_of: [phone, map]}
endings: {over: {title: Over, order: 1, at: last, text: Over}}
scenes:
  start:
    title: The desk
    text: A desk.
    choices:
      one: {text: One, requires: CONDITION, locked: Not today.}
      stay: {text: Stay a while, effects: [{later: {scene: again, in: 1}}]}
  again:
    text: Again.
    choices:
      one: {text: One, requires: CONDITION, locked: Not today.}
      go: {text: Go}
"""


def needs(condition, *, later=False, **given):
    story = timeless(STORY.replace("CONDITION", condition))
    start = begun(story, given=tuple(given.items()))
    (lock,) = locks(start.choose("stay") if later else start)
    assert lock.reason == "Not today."
    return [(one.depth, one.said) for one in lock.needs]


def test_the_part_that_fails_is_told_with_the_readers_own_value_though_the_author_gave_a_reason():
    assert needs("standing >= 2") == [(0, "Standing 2 or more; it is 1")]
    assert needs("standing >= 1 and standing >= 3") == [(0, "Standing 3 or more; it is 1")]


def test_parts_are_told_as_they_hang_together():
    assert needs("turn > 1 and (standing > 2 or bag has map and bag has phone)") == [
        (0, "all of these"),
        (1, "week 2 or later; it is week 1"),
        (1, "any one of these"),
        (2, "Standing 3 or more; it is 1"),
        (2, "all of these"),
        (3, "map in the bag"),
        (3, "phone in the bag"),
    ]


def test_what_is_told_is_the_same_whatever_the_unseen_is():
    """Else a reader could learn a hidden value by asking."""
    for condition in (
        "standing > 2 and secret",
        "standing > 2 and (bag has map or fuse > 4)",
        "standing > 2 and mask > 3",
    ):
        told = {tuple(needs(condition, secret=secret, fuse=fuse, mask=mask)) for secret, fuse, mask in (
            ("true", "9", "9"), ("false", "0", "0"))}  # fmt: skip
        assert len(told) == 1, condition
        assert "perhaps" in str(told)
        assert "fuse" not in str(told).lower()
        assert "secret" not in str(told)
        assert "Mask" not in str(told)


def test_where_all_that_is_seen_is_there_it_is_the_unseen_that_is_wanting():
    assert needs("standing >= 1 and secret") == [(0, "something that can't be seen from here")]
    assert needs("bag has map or not (fuse < 5 or secret)") == [
        (0, "any one of these"),
        (1, "map in the bag"),
        (1, "something that can't be seen from here"),
    ]


def test_what_a_reader_did_is_named_and_what_they_didnt_is_not():
    assert needs("took(start.stay) or visits(again) > 0") == [
        (0, "any one of these"),
        (1, "something that you haven't chosen"),
        (1, "a place where you haven't been"),
    ]
    assert needs("not took(start.stay) or visits(start) > 1", later=True) == [
        (0, "any one of these"),
        (1, "that you had not chosen “Stay a while”"),
        (1, "you to have been at The desk more often"),
    ]


def test_values_that_are_asked_together_are_named_together():
    assert needs("standing > turn * 2") == [(0, "Standing and week to stand otherwise")]


def test_all_locked_choices_are_told_or_those_that_were_asked_for():
    story = begun(timeless(STORY.replace("CONDITION", "standing > 2")))
    told = "One\nNot today.\nIt needs Standing 3 or more; it is 1."
    assert locks_text(locks(story), "", 72) == locks_text(locks(story), "oNE", 72) == told
    assert locks_text(locks(story), "two", 72) == "No locked choice here holds “two”."
    assert locks_text((), "", 72) == "Nothing is locked here."
