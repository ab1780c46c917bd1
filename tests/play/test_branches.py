"""Branches: any decision of any session can be the root of another life, and both futures are kept."""

import pytest
from two_chambers import chambers

from game.play.codec import decode
from game.play.journal import Branched
from game.play.shelf import Shelf, ShelfError


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path / "saves", chambers(), tmp_path / "samples")


def played(shelf, steps=12, seed=4):
    """A closed session of so many decisions; one of them was taken back on the way."""
    session = shelf.begin(seed=seed)
    for step in range(steps):
        choices = session.playthrough.open
        session.choose(choices[step % len(choices)])
        if step == 4:
            session.back()
            session.choose(choices[-1])
    session.close()
    return session


def bytes_of(shelf, name):
    return (shelf.folder / f"{name}.jsonl").read_bytes()


def test_a_branch_from_every_decision_stands_where_its_parent_stood_and_knows_it(shelf):
    parent = played(shelf)
    before = bytes_of(shelf, parent.name)
    for kept in range(parent.playthrough.decisions + 1):
        branch = shelf.branch(parent.name, kept)
        branch.close()
        assert branch.playthrough.state == parent.playthrough.at(kept).state
        again = shelf.read(branch.name)
        assert again.state == parent.playthrough.at(kept).state
        assert again.journal.opened.branched == Branched(parent.name, kept)
    assert bytes_of(shelf, parent.name) == before


def test_the_same_decisions_in_a_branch_meet_the_same_luck(shelf):
    parent = played(shelf)
    branch = shelf.branch(parent.name, 3)
    for took in parent.playthrough.journal.standing[3:]:
        branch.choose(took.choice)
    assert branch.playthrough.state == parent.playthrough.state
    branch.close()


def test_a_branch_can_be_branched_and_one_that_has_ended_too(shelf):
    session = shelf.begin(seed=1)
    while not session.playthrough.ended:
        session.choose(session.playthrough.open[-1])
    session.close()
    branch = shelf.branch(session.name, 2)
    other = shelf.branch(branch.name, 1)
    assert other.playthrough.journal.opened.branched == Branched(branch.name, 1)
    assert not other.playthrough.ended
    for one in (branch, other):
        one.close()
    whole = shelf.branch(session.name)
    assert whole.playthrough.ended
    whole.close()


def test_what_stands_nowhere_can_not_be_branched_from(shelf):
    name = played(shelf, 3).name
    for kept in (-1, 4, 10**9):
        with pytest.raises(ShelfError, match="took 3 decisions"):
            shelf.branch(name, kept)
    assert len(shelf.listed()) == 1


def test_a_session_being_played_is_branched_without_waiting_for_its_file(shelf, monkeypatch):
    session = shelf.begin(seed=1)
    session.choose("wait")
    with monkeypatch.context() as patch:
        patch.setattr("os.write", lambda *_given: 0)
        session.choose("toss")
        assert session.trouble
    branch = session.branch(2)
    assert branch.name != session.name
    branch.choose("wait")
    session.choose("go")
    assert (branch.playthrough.decisions, session.playthrough.decisions) == (3, 3)
    for one in (branch, session):
        one.close()
    assert [took.choice for took in shelf.read(branch.name).journal.standing] == ["wait", "toss", "wait"]
    assert [took.choice for took in shelf.read(session.name).journal.standing] == ["wait", "toss", "go"]


def test_a_branch_s_file_holds_only_what_stands_of_its_parent(shelf):
    name = shelf.branch(played(shelf).name, 6).name
    decoded = decode(bytes_of(shelf, name))
    assert decoded.damage == ""
    assert len(decoded.journal.entries) == 6
