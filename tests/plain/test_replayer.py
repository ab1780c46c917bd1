"""The plain replayer: a session read again, page by page, as it was then."""

from io import StringIO

from small_stories import played, weekly

from game.plain.replayer import Replayer
from game.view.compose import compose
from game.view.walk import Walk

PROGRAM = weekly(
    """
    arcs: {road: {title: The road}, sea: {title: The sea}}
    meters: {sky: {title: Sky, range: 0..100, start: 50}}
    scenes:
      start: {title: Home, text: It begins, choices: {go: {text: Go, effects: [sky += 4]}}}
      bend: {title: A bend, arc: road, at: 2, text: A bend, choices: {on: {text: Walk on, effects: [sky -= 7]}}}
      ford:
        title: A ford
        arc: road
        at: 3
        text: A ford
        choices: {over: {text: Wade}, back: {text: Turn, requires: sky > 50}}
    """
)
PLAYED = played(PROGRAM, "go", "on", "over")


def replayed(*lines, width=72):
    """What the story and the program said, and how often it paused."""
    story, aside, pauses = StringIO(), StringIO(), []
    replayer = Replayer(PLAYED, iter(lines), story.write, aside.write, lambda: pauses.append(1), echo=True, width=width)
    replayer.run()
    return story.getvalue(), aside.getvalue(), len(pauses)


def pages(*lines):
    """Which pages were shown."""
    aside = replayed(*lines)[1]
    return [int(line.split()[1]) for line in aside.splitlines() if line.startswith("Page ")]


def test_pages_are_shown_one_by_one_and_back_with_what_was_decided_on_them():
    story, aside, _ = replayed("", "", "back")
    assert "Page 1 of 4, Week 1 of 3.\n" in aside
    assert pages("", "", "back", "next", "", "") == [1, 2, 3, 2, 3, 4]
    assert "> Decision 1, Home: Go" in story
    assert "> Decision 2, A bend: Walk on" in story
    assert "This is the last page." in replayed("", "", "", "")[0]
    assert "This is the first page." in replayed("back")[0]


def test_a_turn_a_decision_and_the_next_decision_of_an_arc_are_gone_to():
    assert pages("turn 3") == [1, 3]
    assert pages("week 2") == [1, 2]
    assert pages("go 2") == [1, 2]
    assert pages("arc road", "arc", "arc") == [1, 2, 3]
    assert pages("arc The r") == [1, 2]
    assert "No later decision" in replayed("arc road", "arc", "arc")[0]
    assert "No later decision" in replayed("arc sea")[0]


def test_what_can_not_be_gone_to_is_said_and_nothing_moves():
    for junk in (
        "turn 9",
        "turn 0",
        "turn x",
        "go 0",
        "go 5",
        "go -1",
        "go " + "9" * 5000,
        "arc",
        "arc nowhere",
        "dance",
    ):
        assert pages(junk) == [1], junk
    assert "It never came to turn 9." in replayed("turn 9")[0]
    assert "Type arc and one of these: The road, The sea." in replayed("arc nowhere")[0]
    assert "“dance” is no word here" in replayed("dance")[0]


def test_playing_shows_the_rest_with_a_pause_before_each():
    assert pages("", "play") == [1, 2, 3, 4]
    assert replayed("", "play")[2] == 2


def test_meters_are_told_as_they_were_then():
    assert "Sky: 54, rising (+4)." in replayed("", "meters")[0]
    assert "Sky: 47, falling (-7)." in replayed("", "", "meters")[0]


def test_why_a_choice_was_locked_is_told_by_what_stood_then():
    said = replayed("why", "go 3", "why turn")[0]
    assert "Nothing is locked here." in said
    assert "Turn\nIt needs Sky 51 or more; it is 47." in said


def test_help_names_every_word_and_quit_stops():
    helped = replayed("help")[0]
    for word in ("back", "go", "turn", "arc", "play", "meters", "help", "quit"):
        assert f"\n  {word} " in helped
    assert pages("quit", "", "") == [1]


def test_hostile_lines_are_echoed_cleaned_and_a_narrow_page_is_kept_to():
    story, aside, _ = replayed("\x1b]0;gone\x07", "\x9b2J", "x" * 10_000)
    assert "\x1b" not in story + aside
    narrow = replayed("", "", "help", "arc", "junk", width=24)[0]
    assert max(map(len, narrow.split("\n"))) <= 24


def test_a_walk_shows_every_page_as_it_was_when_it_was_played():
    walk, playthrough, shown = Walk(PLAYED), played(PROGRAM), []
    for choice in ("go", "on", "over"):
        shown.append(compose(playthrough))
        playthrough = playthrough.choose(choice)
    shown.append(compose(playthrough))
    for number, page in enumerate(shown):
        assert compose(walk.to(number).here) == page
    assert walk.to(4) is None
    assert walk.to(-1) is None
