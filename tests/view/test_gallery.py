"""The gallery: what was reached in all sessions, and of the rest only how much there is."""

from small_stories import timeless

from game.play.kept import Summary
from game.view.gallery import gallery, gallery_text

STORY = timeless("""
achievements:
  caller: {title: Caller, text: You called}
  late: {title: Late, text: It came late}
  thrice: {title: Thrice, text: You called three times, hidden: true}
scenes:
  start:
    text: It begins
    choices:
      leave: {text: Leave, effects: [{achieve: caller}, {achieve: late}, {achieve: thrice}, {end: over}]}
endings:
  over: {title: All over, order: 2, at: any, text: Over}
  early: {title: Too early, order: 1, at: any, text: Early}
  never: {title: Never told, order: 3, at: any, text: Never}
""").story


def session(name, ended, **more):
    return Summary(name=name, story="small", ended=ended, decisions=4, **more)


def test_what_was_reached_has_its_day_and_the_sessions_that_came_to_it():
    kept = (session("b", "All over"), session("a", "All over"), session("c", ""), session("s", "All over", sample=True))
    found = gallery(STORY, {"over": "2026-11-20"}, {"late": "2026-11-21"}, kept)
    assert [one.id for one in found.endings] == ["early", "over", "never"]
    assert [one.name for one in found.endings[1].sessions] == ["b", "a"]
    assert (found.reached, found.earned, found.hidden) == (1, 1, 1)
    assert [(one.title, one.day) for one in found.achievements] == [("Late", "2026-11-21"), ("Caller", "")]


def test_nothing_is_told_of_what_was_not_reached():
    found = gallery(STORY, {}, {}, ())
    assert "All over" not in repr(found)
    assert "Thrice" not in repr(found)


def test_an_ending_that_a_kept_session_shows_counts_although_the_profile_was_lost():
    found = gallery(STORY, {}, {}, (session("a", "Too early"),))
    assert found.endings[0].reached
    assert gallery_text(found)[:2] == ("1 of 3 endings reached.", "Too early. Reached in a.")


def test_sessions_of_another_story_reach_nothing_here():
    other = Summary(name="x", story="other", ended="All over")
    assert gallery(STORY, {}, {}, (other,)).reached == 0


def test_the_gallery_in_lines():
    found = gallery(STORY, {"over": "2026-11-20"}, {"thrice": "2026-11-21"}, (session("b", "All over", called="Rain"),))
    assert gallery_text(found) == (
        "1 of 3 endings reached.",
        "All over. Reached 2026-11-20, in Rain.",
        "1 of 3 achievements earned.",
        "Thrice, earned 2026-11-21: You called three times",
        "Caller, open: You called",
        "Late, open: It came late",
    )


def test_an_ending_not_reached_is_hinted_at_where_its_author_does():
    story = timeless("""
scenes: {start: {text: It begins, choices: {leave: {text: Leave, effects: [{end: over}]}}}}
endings: {over: {title: All over, order: 1, at: any, text: Over, hint: Leave.}}
""").story
    assert gallery_text(gallery(story, {}, {}, ()))[1:] == ("Not reached yet: Leave.",)
    reached = gallery(story, {"over": "2026-11-20"}, {}, ())
    assert "Leave." not in " ".join(gallery_text(reached))
