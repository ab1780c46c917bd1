"""The stories that can be chosen on the screen."""

from game.cli.stories import stories


def test_stories_shipped_with_the_game_are_listed_the_campaign_first_each_once(tmp_path):
    found = stories("story/first_steps", str(tmp_path))
    assert [one.path for one in found] == ["narrow_sky", "first_steps", "harbour_light"]
    assert not any(one.broken or one.sessions for one in found)
    assert all(one.title and one.blurb for one in found)


def test_a_story_that_can_not_be_played_is_listed_as_broken(tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "story.yaml").write_text("story: mine\ntitle: Mine\nstart: nowhere\n")
    mine = stories(str(folder), str(tmp_path))[-1]
    assert (mine.path, mine.title, mine.broken) == (str(folder), "Mine", True)
    assert mine.findings


def test_the_sessions_of_a_story_are_counted_and_it_can_be_opened(tmp_path):
    steps = next(one for one in stories(None, str(tmp_path)) if one.path == "first_steps")
    steps.opening()[1].begin(seed=1).close()
    assert next(one.sessions for one in stories(None, str(tmp_path)) if one.path == "first_steps") == 1
