"""Carrying a session over into an edited story: it arrives as it was played, or stops where and because it must."""

from dataclasses import replace

import pytest
from carrying_over import Figures, carry, carry_over_a_pile
from small_stories import begun, events, played, program_of
from story_edits import GENTLE, ROUGH, SAME
from two_chambers import chambers, text

from game.engine import events as happened
from game.play.codec import decode, encode
from game.play.migrate import migrate
from game.play.replay import Divergence, replay
from game.play.shelf import Shelf

HALL = """\
story: small
title: Small
start: hall
facts: {{bold: false}}
scenes:
  hall:
    title: The hall
    text: The hall.
    choices:
      ask: {{text: Ask, goto: hall}}
      {dare}
      wait: {{text: Wait, goto: {after}}}
  yard:
    text: The yard
    choices: {{ask: {{text: Ask there, goto: hall}}, leave: {{text: Leave, effects: [{{end: over}}]}}}}
endings: {{over: {{title: Over, order: 1, at: any, text: Over}}}}
{more}
"""
DARE = "dare: {text: Dare, effects: [bold = true], goto: hall}"


def story(dare=DARE, after="hall", more=""):
    return program_of(HALL.format(dare=dare, after=after, more=more))


def carried(program, *choices):
    return migrate(program, played(story(), *choices).journal)


def test_random_edits_never_turn_a_decision_into_another_and_gentle_ones_stop_nobody():
    figures = Figures()
    for seed in range(14):
        carry(seed, edits=6, sessions=3, figures=figures)
    for kind in GENTLE:
        assert figures.arrived[kind] == figures.tried[kind], kind
    for kind in SAME:
        assert figures.same[kind] == figures.tried[kind], kind
    rough = [kind for kind in ROUGH if figures.untouched[kind]]
    untouched = sum(figures.untouched[kind] for kind in rough)
    assert sum(figures.untouched_arrived[kind] for kind in rough) >= 0.9 * untouched > 20
    assert figures.stops


@pytest.mark.parametrize("kind", [*GENTLE, *ROUGH])
def test_every_kind_of_edit_keeps_to_what_was_played(kind):
    figures, seed = Figures(), 0
    while not figures.tried[kind] and seed < 30:
        carry(seed, edits=1, sessions=2, figures=figures, kinds=(kind,))
        seed += 1
    assert figures.tried[kind]
    assert kind not in GENTLE or figures.arrived[kind] == figures.tried[kind]


def test_many_gentle_edits_at_once_stop_nobody_and_change_nothing():
    figures = Figures()
    for seed in range(5):
        carry_over_a_pile(seed, many=8, sessions=3, figures=figures)
    assert figures.same["pile"] == figures.arrived["pile"] == figures.tried["pile"] == 15


def test_an_unedited_story_is_arrived_in_with_nothing_changed():
    found = carried(story(), "ask", "dare")
    assert (found.parting, found.differs, found.same, found.decisions) == (None, None, True, 2)


@pytest.mark.parametrize(
    ("edited", "why", "decision", "reason"),
    [
        (story(dare=""), "gone", 2, "`dare` in `hall` is gone"),
        (story(dare=DARE.replace("{text", "{when: bold, text")), "hidden", 2, "`dare` in `hall` is not offered there"),
        (story(dare=DARE.replace("{text", "{requires: bold, locked: No, text")), "locked", 2, "is locked now"),
        (story(after="yard"), "elsewhere", 4, "it decides in `hall`, and the story is in `yard`"),
        (story(dare=DARE.replace("bold = true", "{end: over}")), "ended", 3, "the story has ended"),
    ],
    ids=["gone", "hidden", "locked", "elsewhere", "ended"],
)
def test_a_session_stops_at_the_decision_that_no_longer_fits_and_says_why(edited, why, decision, reason):
    found = carried(edited, "ask", "dare", "wait", "ask")
    assert (found.parting.why, found.parting.decision) == (why, decision)
    assert reason in found.parting.reason
    assert found.playthrough.decisions == decision - 1


def test_a_story_that_goes_round_for_ever_after_a_decision_is_where_they_part():
    edited = program_of(
        HALL.format(dare=DARE, after="spin", more="").replace(
            "  yard:", "  spin: {text: Round, then: spun}\n  spun: {text: And round, then: spin}\n  yard:"
        )
    )
    assert carried(edited, "ask", "wait").parting.why == "endless"


def test_a_state_that_became_another_is_told_though_the_session_arrives():
    found = carried(story(dare=DARE.replace("bold = true", "bold = false")), "ask", "dare", "ask")
    assert (found.parting, found.differs) == (None, 2)


def test_a_session_outlives_an_engine_whose_states_look_otherwise(tmp_path, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("game.play.playthrough.digest", lambda _program, state: f"{len(repr(state)):08x}")
        session = Shelf(tmp_path, story()).begin(seed=1)
        for choice in ("ask", "dare", "wait"):
            session.choose(choice)
        session.close()
    shelf = Shelf(tmp_path, story())
    assert shelf.reading(session.name).problem == ""
    assert shelf.carried(session.name).migration.differs == 1
    resumed = shelf.resume(session.name)
    assert (resumed.name, resumed.notice) == (session.name, "")
    resumed.choose("ask")
    resumed.close()
    assert [one.choice for one in shelf.read(session.name).standing] == ["ask", "dare", "wait", "ask"]


def test_what_was_taken_back_may_be_gone():
    made = played(story(), "ask", "dare").back(1).choose("wait")
    found = replay(story(dare=""), made.journal)
    assert not isinstance(found, Divergence)
    assert [one.choice for one in found.standing] == ["ask", "wait"]
    assert found.journal.entries == made.journal.entries


def test_a_session_that_arrived_is_played_on_in_its_file(tmp_path):
    session = Shelf(tmp_path, story()).begin(seed=1)
    session.choose("dare")
    session.back()
    session.choose("wait")
    session.close()
    edited = Shelf(tmp_path, story(dare=""))
    resumed = edited.resume(session.name)
    assert (resumed.name, resumed.notice) == (session.name, "")
    resumed.choose("ask")
    resumed.close()
    assert decode((tmp_path / f"{session.name}.jsonl").read_bytes()).damage == ""
    assert [one.choice for one in edited.read(session.name).standing] == ["wait", "ask"]


def test_a_branch_from_an_edited_story_holds_that_story_s_names_and_states(tmp_path):
    session = Shelf(tmp_path, story()).begin(seed=1)
    for choice in ("dare", "ask"):
        session.choose(choice)
    session.close()
    edited = Shelf(
        tmp_path, story(dare=DARE.replace("dare:", "brave:").replace("true", "false"), more="renamed: {dare: brave}")
    )
    branch = edited.branch(session.name)
    branch.close()
    assert [one.choice for one in branch.playthrough.standing] == ["brave", "ask"]
    assert edited.reading(branch.name).problem == ""
    assert edited.carried(branch.name).migration.same


def test_a_name_that_was_changed_in_one_scene_and_lives_on_in_another_is_right_in_both():
    edited = program_of(
        HALL.format(dare=DARE, after="yard", more="renamed: {ask: inquire}").replace(
            "      ask: {text: Ask, goto: hall}", "      inquire: {text: Ask, goto: hall}"
        )
    )
    made = played(story(after="yard"), "ask", "wait", "ask", "ask")
    found = migrate(edited, made.journal)
    assert found.parting is None
    assert [one.choice for one in found.playthrough.standing] == ["inquire", "wait", "ask", "inquire"]


def test_a_new_choice_that_bears_the_old_name_of_a_renamed_one_is_never_taken_for_it():
    edited = story(dare="dared: {text: Dare, effects: [bold = true], goto: hall}\n      dare: {text: New, goto: hall}",
                   more="renamed: {dare: dared}")  # fmt: skip
    found = carried(edited, "ask", "dare", "ask")
    assert found.parting is None
    assert [one.choice for one in found.playthrough.standing] == ["ask", "dared", "ask"]
    unclear = story(
        dare="dared: {text: Dare, goto: yard}\n      dare: {text: New, goto: hall}", more="renamed: {dare: dared}"
    )
    stopped = carried(unclear, "ask", "dare", "ask").parting
    assert (stopped.why, stopped.decision) == ("unclear", 2)
    assert "several choices" in stopped.reason


def test_sessions_of_the_very_story_are_not_renamed():
    both = story(
        dare="dared: {text: Dare, goto: hall}\n      dare: {text: New, goto: yard}", more="renamed: {dare: dared}"
    )
    made = played(both, "dare", "ask")
    assert [one.choice for one in replay(both, made.journal).standing] == ["dare", "ask"]


def test_where_a_thin_deck_was_dealt_a_new_storylet_does_not_fill_the_hand_of_a_session_played_before_it():
    thin, thick = program_of(text(1)), program_of(text(2))
    made = played(thin, "go", seed=3)
    dealt = [event.storylets for event in events(made) if isinstance(event, happened.Dealt)]
    assert dealt == [("card_1",)]
    found = migrate(thick, made.journal)
    assert [event.storylets for event in events(found.playthrough) if isinstance(event, happened.Dealt)] == dealt
    assert found.playthrough.standing[0].drew == (("tray", ("card_1", "-")),)
    on = found.playthrough.choose("take").choose("on")
    again = replay(thick, decode(encode(on.journal).encode()).journal)
    assert not isinstance(again, Divergence)
    assert again.state == on.state
    assert on.state.scene == "card_2"


def test_dice_never_fall_on_nothing():
    for seed in range(50):
        assert len(begun(chambers(), seed=seed).choose("go").state.hand) == 2


def test_going_back_to_what_never_was_is_a_parting_in_an_edited_story_too():
    made = played(story(), "ask").back(0)
    journal = replace(made.journal, entries=(*made.journal.entries, replace(made.journal.entries[-1], to=4)))
    assert replay(story(dare=""), journal).why == "back"
