"""The decision map: what sessions share stands there once, and every decision of every session stands somewhere."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st
from small_stories import begun, played
from two_chambers import chambers

from game.play.compare import compare, decided
from game.play.tree import tree


def walked(seed, steps):
    playthrough = begun(chambers(), seed=seed)
    for step in steps:
        if not playthrough.ended:
            playthrough = playthrough.choose(playthrough.open[step % len(playthrough.open)])
    return playthrough


def test_what_sessions_share_stands_there_once_and_where_they_part_has_a_child_each():
    program = chambers()
    drawn = tree([("one", played(program, "wait", "toss")), ("two", played(program, "wait", "wait", "go"))])
    assert [(node.number, node.choice, node.sessions) for node in drawn.nodes] == [
        (0, "", ("one", "two")),
        (1, "wait", ("one", "two")),
        (2, "toss", ("one",)),
        (2, "wait", ("two",)),
        (3, "go", ("two",)),
    ]
    assert drawn.nodes[1].children == (2, 3)
    assert [node.parent for node in drawn.nodes] == [-1, 0, 1, 1, 3]
    assert [node.stand for node in drawn.nodes if node.stand] == [(("one", ""),), (("two", ""),)]
    assert drawn.path(4) == (0, 1, 3, 4)


def test_choices_that_nobody_took_are_counted_where_they_were_open():
    program = chambers()
    drawn = tree([("one", played(program, "wait", "toss")), ("two", played(program, "wait", "wait"))])
    assert [node.ways for node in drawn.nodes] == [2, 1, 3, 3]


def test_scenes_are_counted_as_read_or_not():
    drawn = tree([("one", begun(chambers()))])
    assert (drawn.read, drawn.unread) == (1, 9)


def test_a_branch_shares_its_parent_s_stem():
    parent = walked(3, [1] * 9)
    drawn = tree([("parent", parent), ("branch", parent.at(5))])
    assert all("branch" in node.sessions for node in drawn.nodes[:6])
    assert drawn.nodes[5].stand == (("branch", ""),)
    assert len(drawn.nodes) == 10


def test_a_session_that_ended_says_how():
    ended = walked(1, [2] * 40)
    assert ended.ended
    assert tree([("one", ended)]).nodes[-1].stand == (("one", "over"),)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2), st.lists(st.integers(0, 5), max_size=20)), min_size=1, max_size=6))
def test_every_session_can_be_walked_through_the_tree_and_parts_from_others_where_comparing_says(walks):
    sessions = [(f"session-{number}", walked(*walk)) for number, walk in enumerate(walks)]
    drawn = tree(sessions)
    for name, playthrough in sessions:
        path = drawn.path(drawn.of(name, playthrough.decisions))
        steps = [(drawn.nodes[index].place, drawn.nodes[index].choice) for index in path[1:]]
        assert steps == [(one.place, one.choice) for one in decided(playthrough)]
    assert sum(len(node.stand) for node in drawn.nodes) == len(sessions)
    assert all(drawn.nodes[child].parent == index for index, node in enumerate(drawn.nodes) for child in node.children)
    for name, playthrough in sessions[1:]:
        shared = sum(sessions[0][0] in node.sessions and name in node.sessions for node in drawn.nodes) - 1
        assert shared == compare(sessions[0][1], playthrough).shared


def test_a_session_of_thousands_of_decisions_is_drawn_in_a_moment():
    one = begun(chambers())
    for _ in range(1500):
        one = one.choose("wait")
    start = time.perf_counter()
    drawn = tree([("one", one), ("two", one.at(1200))])
    assert len(drawn.nodes) == 1501
    assert time.perf_counter() - start < 5
