"""A story says what its author wrote: values, defaults, and the limits of what may be written."""

import gc

import pytest
from reading import GOOD, TIMELESS, findings, load_text, timeless

from game.expr.types import OneOf, Whole, YesNo
from game.load.pipeline import load
from game.model.effect import Change, Conditional, End, Later, Ledger, Remember, effects_of
from game.model.prose import BandOf, Branch, Insert, Link, Plain, Sequence, Styled, parts_of
from game.model.scene import Window
from game.model.world import DealPhase, Factor, LinesPhase, ScenePhase
from game.source.limits import ID_CHARACTERS, PROSE_CHARACTERS, PROSE_DEPTH


@pytest.fixture(scope="module")
def story():
    loaded = load_text(GOOD)
    assert loaded.playable
    return loaded.story


def prose_of(text):
    """The parts of a prose field."""
    words = "\n".join(f"      {line}" for line in text.split("\n"))
    loaded = load_text(GOOD, f"codex:\n  words:\n    title: W\n    shelf: people\n    text: |\n{words}\n")
    assert loaded.playable, loaded.diagnostics
    return loaded.story.codex["words"].text


def test_the_header(story):
    assert (story.id, story.title, story.version, story.by) == ("small", "A Small Story", 2, "Somebody")
    assert (story.blurb, story.start) == ("Two rooms and a telephone", "hall")
    assert story.note.parts == (Plain("Nobody is hurt."),)


def test_the_clock_and_its_phases_in_their_order(story):
    clock = story.world.clock
    assert (clock.unit, clock.turns, clock.starts) == ("week", 4, "early November")
    brief, tray, scene, papers = clock.phases
    assert isinstance(brief, LinesPhase)
    assert isinstance(tray, DealPhase)
    assert isinstance(scene, ScenePhase)
    assert (brief.lines, brief.at_most, brief.one_event) == ("brief", 2, False)
    assert (tray.decks, tray.hand, tray.take) == (("post",), 2, 1)
    assert scene.arcs
    assert papers.one_event
    assert papers.when.checked.keys == {"turn"}


def test_a_meter(story):
    (sky,) = story.world.meters
    assert (sky.low, sky.high, sky.start, sky.shown, sky.better) == (0, 100, 60, "number", "none")
    assert sky.bands == (("Blind", 0), ("Permitted", 40), ("Ours", 80))
    assert sky.soft == ((10, Factor(over=1, under=4)), (25, Factor(over=1, under=2)))
    assert sky.gains[0].because == "nobody believes you"
    assert [(one.by, one.toward, one.every) for one in sky.drift] == [(1, 55, 1), (-1, None, 2)]
    assert sky.shown_as.keys == {"sky", "word"}
    assert sky.appears.checked.keys == {"turn", "met(line)"}


def test_facts_truths_and_people(story):
    word, door, background = story.world.facts
    assert (word.type, word.start) == (Whole(0, 9), 5)
    assert (door.type, door.start) == (YesNo(), False)
    assert (background.type, background.start) == (OneOf(("none", "research", "diplomat")), "none")
    trucks, error = story.world.truths
    assert trucks.outcomes == (("parts", 60), ("stores", 40))
    assert error.outcomes == tuple((number, 1) for number in range(-8, 9))
    (her,) = story.world.characters
    assert (her.name, her.low, her.high, her.start) == ("Maya Gurevich", -3, 3, 0)


def test_a_scene_and_its_choices(story):
    hall = story.scenes["hall"]
    assert (hall.title, hall.arc, hall.window) == ("The Hall", "line", Window(first=1, last=1))
    call, try_it = hall.choices
    assert (call.id, call.then.because, call.once, try_it.once) == ("call", "the call", False, True)
    assert call.text.parts == (Plain('"Ten minutes."'),)
    assert call.requires is not None
    assert call.locked.parts == (Plain("Nobody listens"),)
    assert try_it.check.odds.checked.keys == {"gurevich"}
    assert try_it.check.failed.goto == "room"
    kinds = [type(one).__name__ for one in call.then.effects]
    assert kinds == ["Change", "Conditional", "Change", "Happen", "Pledge", "Remember", "Later", "Ledger"]


def test_an_act_stands_written_out_with_its_parameter(story):
    down, otherwise, up = story.scenes["hall"].choices[0].then.effects[:3]
    assert isinstance(down, Change)
    assert isinstance(otherwise, Conditional)
    assert (down.target, down.down, down.amount.checked.tree.value) == ("sky", True, 6)
    assert [one.down for one in effects_of((otherwise,))[1:]] == [True, False]
    assert (up.amount.size, up.amount.checked.tree.value) == ("small", 3)


def test_what_is_planned_remembered_and_counted(story):
    remember, later, ledger = story.scenes["hall"].choices[0].then.effects[-3:]
    assert isinstance(remember, Remember)
    assert isinstance(later, Later)
    assert isinstance(ledger, Ledger)
    assert (remember.character, remember.what) == ("gurevich", "you called")
    assert (later.id, later.scene, later.after, later.turn, later.kind) == ("hall.call/1", "room", 2, None, "echo")
    assert (ledger.name, ledger.age, ledger.claims) == ("Hussam", 61, (("one_side", "nothing"),))


def test_a_storylet_and_its_envelope(story):
    olives = story.storylets["olives"]
    assert (olives.deck, olives.weight, olives.priority, olives.once) == ("post", 2, 0, True)
    assert (olives.envelope.handler, olives.envelope.likely) == ("gurevich", "she pays")
    assert olives.envelope.default.because == "she paid"
    assert story.scenes["olives"] is olives.scene


def test_lines_rules_promises_endings_and_codex(story):
    quiet, called = story.lines
    assert (quiet.group, quiet.once, called.about, called.source) == ("brief", True, "call_made", "Moscow")
    (night,) = story.world.rules
    assert (night.once, type(night.do[0])) == (True, End)
    (twelve,) = story.world.promises
    assert (twelve.to, twelve.within, twelve.by, twelve.text) == ("gurevich", 2, None, "you tell her first")
    dark, over = story.endings
    assert (dark.early, over.early, over.when) == (True, False, None)
    olive = story.codex["olive"]
    assert (olive.shelf, olive.date, olive.grade, olive.source) == ("record", "2015", "A", "a book")


def test_everything_written_knows_where_it_is_written(story):
    lines = GOOD.split("\n")
    for thing, word in [
        (story.scenes["hall"], "hall:"),
        (story.scenes["hall"].choices[1], "try_it:"),
        (story.world.meters[0], "sky:"),
        (story.lines[1], "called:"),
        (story.codex["olive"], "olive:"),
    ]:
        assert lines[thing.at.line - 1][thing.at.column - 1 :].startswith(word)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("plain words", [Plain]),
        ("*one* and **two**", [Styled, Plain, Plain, Styled, Plain]),
        ("**one *two* three**", [Styled, Plain, Styled, Plain, Plain]),
        ("[Olive *oil*](codex:olive)", [Link, Plain, Styled, Plain]),
        ("{sky} in {band(sky)}", [Insert, Plain, BandOf]),
        ("{cornered: a}", [Branch, Plain]),
        ("{cornered: a | {sky > 50: b | c}}", [Branch, Plain, Branch, Plain, Plain]),
        ("{cycle: a | b | c}", [Sequence, Plain, Plain, Plain]),
        ("{cornered: *a* | **b**}", [Branch, Styled, Plain, Styled, Plain]),
        ("{first: a | then: b}", [Sequence, Plain, Plain]),
        ("{first: *a* | *b*}", [Sequence, Styled, Plain, Styled, Plain]),
        ("a * b ** c", [Plain]),
        ("a [bracket] and | a bar", [Plain]),
    ],
)
def test_prose_is_read_as_it_is_written(text, kinds):
    assert [type(one) for one in parts_of(prose_of(text).parts)] == kinds


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{sky}}", "{sky}"),
        ("a || b", "a | b"),
        ("\\*a\\* \\[b] \\{ \\} \\| \\\\", "*a* [b] { } | \\"),
        ("2 * 3", "2 * 3"),
        ("> a cable\n> of two lines\n\nwords", "> a cable\n> of two lines\n\nwords"),
        ('"Quoted," she says: so # it is', '"Quoted," she says: so # it is'),
        ("[sky] (codex:olive)", "[sky] (codex:olive)"),
        ("%s {{0}} <b>&amp;</b> [@click=app.quit]x[/]", "%s {0} <b>&amp;</b> [@click=app.quit]x[/]"),
    ],
)
def test_signs_of_the_text_s_own_are_text(text, said):
    assert prose_of(text).parts == (Plain(said),)


def test_an_option_may_hold_its_own_signs_and_paragraphs():
    (branch,) = prose_of("{cornered: a || b }} c\n\nd | e}").parts
    assert branch.yes == (Plain("a | b } c\n\nd"),)
    assert branch.no == (Plain("e"),)


def test_emphasis_ends_with_its_option_and_its_paragraph():
    for text in ("{cornered: *a | b*}", "*a\n\nb*", "*a {cornered: b* | c}"):
        loaded = load_text(timeless(f"facts:\n  cornered: false\nnote: |\n  {text}\n".replace("\n\n", "\n\n  ")))
        assert {one.code for one in loaded.diagnostics} == {"emphasis"}


def test_prose_knows_what_it_reads(story):
    text = story.scenes["hall"].text
    assert text.keys == {"sky", "word"}
    assert text.counts_visits


def test_a_text_may_have_twenty_thousand_characters_and_no_more():
    def text(length):
        return timeless(f"note: {'x' * length}\n")

    assert load_text(text(PROSE_CHARACTERS)).playable
    (one,) = load_text(text(PROSE_CHARACTERS + 1)).diagnostics
    assert (one.code, "20,000" in one.message) == ("text-too-long", True)


def test_braces_go_sixteen_deep_and_no_deeper():
    def text(depth):
        return timeless("facts:\n  f: false\nnote: |\n  " + "{f: " * depth + "a" + "}" * depth + "\n")

    assert load_text(text(PROSE_DEPTH)).playable
    (one,) = load_text(text(PROSE_DEPTH + 1)).diagnostics
    assert (one.code, "16" in one.message) == ("prose-too-deep", True)


def test_an_id_may_have_sixty_four_characters_and_no_more():
    assert findings(load_text(timeless(f"facts:\n  {'x' * ID_CHARACTERS}: false\n"))) == []
    assert findings(load_text(timeless(f"facts:\n  {'x' * (ID_CHARACTERS + 1)}: false\n"))) == [("bad-id", 10, 3)]


@pytest.mark.parametrize(
    "body",
    ["{when: f, do: [g += 1]}", "{when: g >= 0, do: [g += 1]}"],
    ids=["sometimes", "always"],
)
def test_what_always_holds_is_warned_of_and_done_all_the_same(body):
    loaded = load_text(timeless(f"facts:\n  f: false\n  g: {{range: 0..9}}\nrules:\n  r: {{do: [{body}]}}\n"))
    assert loaded.playable
    assert [one.severity for one in loaded.diagnostics] == (["warning"] if ">=" in body else [])
    (effect,) = loaded.story.world.rules[0].do
    assert isinstance(effect, Conditional)
    assert len(effect.do) == 1


def test_a_text_that_always_comes_is_warned_of_and_comes_all_the_same():
    loaded = load_text(timeless("facts:\n  g: {range: 0..9}\nnote: |\n  {g >= 0: said}.\n"))
    assert loaded.playable
    assert [one.code for one in loaded.diagnostics] == ["always-holds"]
    assert isinstance(loaded.story.note.parts[0], Branch)


def test_control_characters_written_as_escapes_reach_no_text_of_the_story():
    loaded = load_text(TIMELESS.replace("title: Small", 'title: "S\\e]0;x\\am\\u202eall"'))
    assert loaded.playable
    assert loaded.story.title == "S]0;xmall"


def test_names_shared_by_a_meter_and_another_thing_are_told_about_and_nothing_breaks():
    for section, value in [
        ("facts", "false"),
        ("truths", "{a: 100}"),
        ("characters", "{name: X}"),
        ("conditions", "word > 3"),
    ]:
        loaded = load_text(GOOD, f"{section}:\n  sky: {value}\n")
        assert "same-name" in {one.code for one in loaded.diagnostics}


def test_loading_leaves_no_trace_in_the_collector():
    for was in (True, False):
        (gc.enable if was else gc.disable)()
        try:
            load_text(GOOD)
            assert gc.isenabled() is was
        finally:
            gc.enable()


def test_no_files_are_no_story():
    loaded = load([])
    assert (loaded.story, loaded.diagnostics, loaded.playable) == (None, (), False)
