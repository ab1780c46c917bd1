"""The plain player: a few words, junk, hostile bytes, and how it ends."""

from io import StringIO

import pytest
from golden_cases import PlayedSession
from small_stories import begun, timeless, weekly

from game.plain.player import Player
from game.play.shelf import Shelf

STORY = """
meters:
  sky: {title: Sky, range: 0..100, start: 50, bands: {0: Blind, 40: Open}}
  mood: {title: Mood, range: 0..9, start: 5, shown: words, bands: {0: Sour, 5: Even}}
  standing: {title: Standing, range: 0..5, start: 3, shown: pips}
  fuse: {title: Fuse, range: 0..100, start: 13, shown: never}
codex:
  base: {title: The air base at Khmeimim, shelf: people, text: An air base with a crossword}
  town: {title: A town, shelf: people, text: A town}
  never: {title: Never met, shelf: people, text: Nobody reads this}
scenes:
  start:
    text: |
      It begins at [a base](codex:base).
    choices:
      up: {text: Up, effects: [sky += 3, mood -= 1, {unlock: town}], goto: start}
      locked: {text: No way, requires: sky > 60, locked: Not with a sky of {sky}, goto: start}
      end: {text: End it, effects: [{end: over}]}
endings:
  over: {title: Over, order: 1, at: any, text: All over}
""".replace("locked: Not with a sky of {sky}, ", "locked: Not with that sky, ")


class Saving(PlayedSession):
    """A session whose saving can be said to fail."""

    def __init__(self, playthrough, troubles=(), notice=""):
        super().__init__(playthrough)
        self.troubles, self.notice = list(troubles), notice

    def choose(self, choice):
        super().choose(choice)
        if self.troubles:
            self.trouble = self.troubles.pop(0)


def play(*lines, session=None, shelf=None, echo=True, width=72, **more):
    """What the story and what the program said."""
    session = session or Saving(begun(timeless(STORY)))
    story, aside = StringIO(), StringIO()
    Player(session, iter(lines), story.write, aside.write, shelf, echo=echo, width=width, **more).play()
    return story.getvalue(), aside.getvalue()


def answers(*lines):
    """What came after each prompt."""
    return [answer.partition("\n")[2] for answer in play(*lines)[0].split("\n> ")[1:]]


def test_help_names_every_word_the_player_knows():
    helped = answers("help")[0]
    for word in ("back", "again", "meters", "codex", "decisions", "branch", "map", "name", "export", "help", "quit"):
        assert word in helped
    assert answers("?")[0] == helped


def test_meters_are_told_in_words_and_hidden_ones_not_at_all():
    assert answers("meters")[0] == "Sky: 50, Open.\nMood: Even.\nStanding: 3 of 5.\n"
    assert answers("1", "METERS")[1] == "Sky: 53, Open, rising (+3).\nMood: Sour.\nStanding: 3 of 5.\n"


def test_decisions_are_told_by_number():
    assert answers("decisions")[0] == "Nothing is decided yet.\n"
    assert answers("1", "1", "decisions")[2] == "1. Start: Up\n2. Start: Up\n"


def test_a_branch_begins_at_a_decision_and_the_session_left_is_kept():
    story, aside = play("1", "1", "1", "branch 2", "decisions", "meters")
    assert "unwritten-0001 is kept. This is unwritten-0002, from decision 2 on.\n" in aside
    after = [answer.partition("\n")[2] for answer in story.split("\n> ")[1:]]
    assert after[4] == "1. Start: Up\n"
    assert after[5].startswith("Sky: 53, Open")
    assert "Saved as unwritten-0002" in aside


def test_a_branch_without_a_number_begins_here_and_one_at_no_decision_nowhere():
    assert "from decision 2 on" in play("1", "branch")[1]
    for junk in ("0", "3", "-1", "x", "1.5", "9" * 5000):
        story, aside = play("1", f"branch {junk}")
        assert "There is no decision" in story
        assert "is kept" not in aside


def kept(tmp_path, *lines, width=72):
    """The same on a real shelf, in a new session."""
    shelf = Shelf(tmp_path, timeless(STORY))
    session = shelf.begin(seed=1)
    told = play(*lines, session=session, shelf=shelf, width=width)
    session.close()
    return [answer.partition("\n")[2] for answer in told[0].split("\n> ")[1:]]


def test_a_session_is_given_a_title_that_is_cleaned_and_told(tmp_path):
    none, named, now, junk, _ = kept(tmp_path, "name", "name  Rain \x1b[2J on  the road", "NAME", "name \x07")
    assert none == "This is small-0001; it has no title yet. Type name and a title to call\nit otherwise.\n"
    assert named == "small-0001 is called “Rain [2J on the road” now.\n"
    assert now.startswith("This session is called “Rain [2J on the road”.")
    assert junk.startswith("This session is called")
    assert Shelf(tmp_path, timeless(STORY)).called("small-0001") == "Rain [2J on the road"


def test_the_map_shows_this_session_and_the_others_of_its_story(tmp_path):
    kept(tmp_path, "1", "2")
    (tmp_path / "small-0007.jsonl").write_bytes(b"no journal\n")
    drawn = kept(tmp_path, "1", "1", "map", "quit")[2]
    assert drawn.startswith("Small: 2 sessions")
    assert "= small-0001 ended with Over" in drawn
    assert "= small-0008 stands here" in drawn


@pytest.mark.parametrize(("form", "ending"), [("", "md"), ("HTML", "html"), ("json", "json"), ("papers", "txt")])
def test_a_session_is_exported_beside_the_journals_under_a_name_of_ours(tmp_path, form, ending):
    told = kept(tmp_path, "1", "name ../../mine", f"export {form}", f"export {form}", width=500)[2]
    path = tmp_path / "exports" / f"small-0001.{ending}"
    assert told == f"Written to {path}\n"
    assert "../../mine" in path.read_text("utf-8") or form == "papers"
    assert len(Shelf(tmp_path, timeless(STORY)).listed()) == 1
    assert Shelf(tmp_path, timeless(STORY)).verify() == ()


def test_what_can_not_be_exported_is_said(tmp_path):
    assert kept(tmp_path, "export pdf")[0] == "Type export and one of these: markdown, html, cast, json, papers.\n"
    (tmp_path / "exports").write_text("in the way")
    assert "can't be written" in kept(tmp_path, "export", width=500)[0]


def test_the_sessions_are_listed_and_this_one_is_marked(tmp_path):
    kept(tmp_path, "1", "name Rain", "2")
    assert kept(tmp_path, "1", "sessions")[1] == (
        "small-0002 (this one): 1 decision.\nsmall-0001: “Rain”, ended: Over, 2 decisions.\n"
    )


def test_a_session_is_looked_back_on(tmp_path):
    told = kept(tmp_path, "1", "2", "recap")[2]
    assert told.startswith("Over, after 2 decisions.")
    assert "1. Start: “Up”. Mood fell to Sour, Sky rose to 53 (Open)." in told


def test_where_a_story_ended_early_a_reader_at_a_terminal_is_told_the_ways_back():
    early = weekly(
        "scenes:\n  start: {at: 1, text: It begins, choices: {leave: {text: Leave, effects: [{end: out}]}}}\n"
        "endings:\n  out: {title: Out, order: 1, at: any, text: Out}\n"
        "  done: {title: Done, order: 2, at: last, text: It}\n"
    )
    aside = play("1", session=Saving(begun(early)), echo=False)[1]
    assert "It ended early: branch 1 goes back to “Leave”." in aside


def test_the_endings_reached_in_all_sessions_are_told_the_others_counted(tmp_path):
    assert kept(tmp_path, "endings")[0] == "0 of 1 endings reached.\n"
    assert kept(tmp_path, "2", "endings")[1].startswith("1 of 1 endings reached.\nOver. Reached 20")


def test_another_session_is_gone_on_with_and_a_new_one_begun(tmp_path):
    kept(tmp_path, "1", "1", "name Rain")
    none, ask, own, there, _, begun_, here = kept(
        tmp_path, "resume nowhere", "resume", "resume small-0002", "resume rain", "sessions", "new", "decisions"
    )[:7]
    assert "nowhere" in none
    assert "Type sessions" in ask
    assert own == "That is the session you are in.\n"
    assert "It begins at" in there
    assert "It begins at" in begun_
    assert here == "Nothing is decided yet.\n"
    assert len(Shelf(tmp_path, timeless(STORY)).listed()) == 3


def test_a_session_is_compared_with_another(tmp_path):
    kept(tmp_path, "1", "2")
    none, ask, own, told = kept(tmp_path, "compare 9", "compare", "compare small-0002", "compare 1")[:4]
    assert "9" in none
    assert "Type sessions" in ask
    assert own == "That is the session you are in.\n"
    assert "small-0001" in told
    assert "small-0002" in told


def test_a_code_goes_out_and_leads_back_to_where_it_was_made(tmp_path):
    told = kept(tmp_path, "1", "share", width=60)[1]
    assert told.startswith("NS1.")
    assert told.count("\n") == 1
    there, decided = kept(tmp_path, f"share {told.strip()}", "decisions")[:2]
    assert "It begins at" in there
    assert decided == "1. Start: Up\n"
    assert "no share code" in kept(tmp_path, "share me")[0]


def test_after_the_end_words_are_answered_and_nothing_more_is_taken_from_a_pipe():
    story, aside = play("2", "decisions", "back", "1", "2", "1", "1")
    assert story.count("The end.\n") == 2
    assert "\n> decisions\n1. Start: End it\n" in story
    assert story.endswith("The end.\n")
    assert aside.count("is kept as") == 2


def test_after_the_end_a_reader_at_a_terminal_is_told_what_there_is_to_do():
    story, aside = play("2", "1", "quit", echo=False)
    assert "Type new to begin again" in aside
    assert "The story has ended." in story


def test_the_codex_tells_what_was_met_and_nothing_else():
    assert answers("codex")[0] == "In the codex: The air base at Khmeimim.\n"
    assert answers("1", "codex")[1] == "In the codex: The air base at Khmeimim, A town.\n"
    assert "An air base with a crossword" in answers("codex the air")[0]
    assert "An air base with a crossword" in answers("codex The Air Base At Khmeimim")[0]
    assert "no “never met”" in answers("codex never met")[0]
    assert "Nobody" not in "".join(answers("codex never met", "codex", "codex n"))


def test_an_empty_codex_says_so():
    program = timeless(STORY.replace("[a base](codex:base)", "a base"))
    assert "The codex is empty so far." in play("codex", session=Saving(begun(program)))[0]


def test_back_takes_the_last_decision_back_and_says_where_there_is_none():
    first, again, none, _ = answers("1", "back", "back")
    assert again.strip() == play()[0].partition("\n> ")[0].strip()
    assert none == "This is the beginning.\n"
    assert first.strip() != again.strip()


def test_again_shows_the_page_again():
    first, again, _ = answers("1", "again")
    assert again.strip() == first.strip()


@pytest.mark.parametrize("word", ["quit", "q", "QUIT", " exit "])
def test_quit_leaves_and_says_how_to_go_on(word):
    story, aside = play("1", word, "1")
    assert story.count("\n> ") == 2
    assert aside == "Saved as unwritten-0001. Go on with: narrowsky play --resume unwritten-0001\n"


def test_the_end_of_input_ends_politely():
    story, aside = play("1")
    assert story.endswith("\n> \n")
    assert "Saved as unwritten-0001" in aside


def test_the_end_of_the_story_ends_the_player_and_names_the_session():
    story, aside = play("2", "1", "1")
    assert story.endswith("The end.\n")
    assert aside == "This session is kept as unwritten-0001.\n"


@pytest.mark.parametrize(
    "junk",
    [
        "",
        "0",
        "3",
        "99",
        "-1",
        "+1",
        "1.0",
        "1 2",
        "9" * 5000,
        "choose 1",
        "backwards",
        "²",
        "\uff112",
        "None",
        "\\",
        "%s{}",
    ],
)
def test_junk_changes_nothing_and_says_what_can_be_typed(junk):
    answer = " ".join(answers(junk, "meters")[0].split())
    assert "from 1 to 2" in answer
    assert len(answer) < 200


def test_a_misspelt_word_is_answered_with_the_nearest_one():
    assert "Did you mean meters?" in answers("metres")[0]
    assert "Did you mean" not in answers("xyzzy")[0]


def test_locked_choices_have_no_number():
    story, _ = play()
    assert "-  No way\n   Locked: Not with that sky" in story
    assert "2. End it" in story


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b]0;owned\x07",
        "\x1b[2J1",
        "\x9b2J",
        "a\rb\x08\x7f",
        "\u202egnp.exe",
        "codex \x1b]52;c;cm0gLXJm\x07",
        "\ud800",
        "z" + "\u0300" * 500,
    ],
)
@pytest.mark.parametrize("echo", [True, False])
def test_what_a_reader_types_reaches_no_terminal_raw(hostile, echo):
    story, aside = play(hostile, session=Saving(begun(timeless(STORY))), echo=echo)
    for character in story + aside:
        assert character == "\n" or character.isprintable() or character == "\u0300"
    assert story.count("\u0300") <= 16


def test_an_echo_repeats_what_was_typed_and_without_it_nothing_is():
    assert "\n> junk\n" in play("junk")[0]
    assert "\n> “junk”" in play("junk", echo=False)[0]


def test_trouble_with_saving_is_said_once_and_its_end_too():
    session = Saving(begun(timeless(STORY)), ["Not saved: the disk is full."] * 2 + [""])
    _, aside = play("1", "1", "1", "1", session=session)
    assert aside.splitlines()[:2] == [
        "Not saved: the disk is full. Play goes on; it is tried again with every decision.",
        "Saved again.",
    ]


def test_leaving_unsaved_says_what_is_lost():
    session = Saving(begun(timeless(STORY)), ["Not saved: the disk is full."])
    _, aside = play("1", "quit", session=session)
    assert "are lost when you leave" in aside
    assert "Saved as" not in aside


def test_a_notice_is_said_before_anything_else():
    _, aside = play(session=Saving(begun(timeless(STORY)), notice="A torn line was cut off."))
    assert aside.startswith("A torn line was cut off.\n")


def test_a_choice_into_an_endless_round_is_refused_and_play_goes_on():
    program = timeless(
        """
        scenes:
          start:
            text: It begins
            choices: {round: {text: Round, goto: one}, out: {text: Out, goto: out}}
          one: {text: One, then: two}
          two: {text: Two, then: one}
          out: {text: Out, enter: [{end: over}]}
        endings: {over: {title: Over, order: 1, at: any, text: All over}}
        """
    )
    story, _ = play("1", "2", session=Saving(begun(program)))
    assert "goes round and round" in story
    assert story.endswith("The end.\n")


def test_a_page_with_nothing_to_choose_says_how_to_get_away():
    program = timeless(
        """
        scenes:
          start:
            text: It begins
            choices: {in: {text: In, goto: trap}, out: {text: Out, goto: out}}
          trap: {text: A trap, choices: {open: {text: Open, when: visits(trap) > 5, goto: out}}}
          out: {text: Out, enter: [{end: over}]}
        endings: {over: {title: Over, order: 1, at: any, text: All over}}
        """.replace("{in: {", "{enter: {")
    )
    story, _ = play("1", "", "1", "back", "2", session=Saving(begun(program)))
    assert "Take the last decision back" in story
    assert "from 1 to 0" not in story
    assert story.endswith("The end.\n")


@pytest.mark.parametrize("width", [20, 21, 40, 72])
def test_no_line_of_the_story_is_wider_than_the_page(width):
    program = weekly(
        STORY.replace(
            "at: any, text: All over}", "at: any, text: All over}\n  last: {title: Last, order: 2, at: last, text: L}"
        )
    )
    story, _ = play(
        "meters", "codex", "codex base", "codex the air", "help", "junk of some length", "", "1", "meters", "codex",
        session=Saving(begun(program)), echo=False, width=width,
    )  # fmt: skip
    for line in story.split("\n"):
        assert len(line.removeprefix("> ")) <= width, line
