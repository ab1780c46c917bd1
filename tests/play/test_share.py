"""Share codes: what was played arrives with another player, and no pasted line does harm."""

import json
import re
import time
import zlib
from base64 import urlsafe_b64encode
from hashlib import blake2b

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_stories import begun, played, program_of, timeless
from two_chambers import chambers, text

from game.play.codec import encode
from game.play.refusal import RefusalError
from game.play.share import _DEFLATE, _OFTEN, CodeError, code_of, play_code, read_code
from game.play.shelf import Shelf


def walked(seed, steps):
    playthrough = begun(chambers(), seed=seed)
    for step in steps:
        if not playthrough.ended:
            playthrough = playthrough.choose(playthrough.open[step % len(playthrough.open)])
    return playthrough


def packed(lines, digest="00000000"):
    """A code whose check value holds, whatever it says."""
    packer = zlib.compressobj(9, zlib.DEFLATED, _DEFLATE, 9, zdict=_OFTEN)
    said = lines if isinstance(lines, bytes) else ("\n".join(lines) + "\n" + digest).encode()
    data = packer.compress(said) + packer.flush()
    return "NS1." + urlsafe_b64encode(blake2b(data, digest_size=6).digest() + data).decode().rstrip("=")


HEAD = {"narrowsky": 1, "story": "chambers", "version": 1, "fingerprint": "f", "seed": 1}


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 50), st.lists(st.integers(0, 5), max_size=30))
def test_whatever_was_played_is_played_the_same_from_its_code(seed, steps):
    made = walked(seed, steps)
    found, problem = play_code(made.program, read_code(code_of(made)))
    assert problem == ""
    assert found.state == made.state
    assert found.standing == made.standing
    assert found.journal.opened.fingerprint == made.program.story.fingerprint


def test_a_code_is_one_short_printable_line_and_may_be_pasted_broken():
    made = walked(3, [2] * 30)
    code = code_of(made)
    assert re.fullmatch(r"NS1\.[A-Za-z0-9_-]+", code)
    assert len(code) < len(encode(made.journal)) / 2
    broken = "\n  ".join(code[at : at + 40] for at in range(0, len(code), 40))
    assert read_code(f"  {broken}\t\n") == read_code(code)


def test_what_was_taken_back_and_who_played_when_is_not_shared():
    made = walked(3, [1, 1]).back(1)
    shared = read_code(code_of(made)).journal
    assert [took.choice for took in shared.entries] == [took.choice for took in made.standing]
    assert shared.opened.started == ""
    assert shared.opened.branched is None


def test_a_code_carries_nobodys_name_and_plays_under_the_readers_own(tmp_path):
    shelf = Shelf(tmp_path, chambers())
    session = shelf.begin(seed=3, player="Ann")
    session.choose("toss")
    session.close()
    code = code_of(session.playthrough)
    assert read_code(code).journal.opened.player == ""
    mine = shelf.from_code(code, player="Ben\x1b")
    mine.close()
    assert mine.playthrough.journal.opened.player == "Ben"
    assert shelf.read(mine.name).journal.opened.player == "Ben"
    planted, _ = play_code(chambers(), read_code(packed([json.dumps(HEAD | {"player": "Mallory"})])))
    assert planted.journal.opened.player == ""
    with pytest.raises(CodeError):
        read_code(packed([json.dumps(HEAD | {"player": ["Mallory"]})]))


@pytest.mark.parametrize("place", [0.0, 0.3, 0.6, 0.99])
def test_a_code_that_lost_or_changed_a_sign_is_refused(place):
    code = code_of(walked(3, [1] * 9))
    at = 4 + int(place * (len(code) - 5))
    other = "A" if code[at] != "A" else "B"
    for wrong in (code[:at] + other + code[at + 1 :], code[:at] + code[at + 1 :], code[: at + 4], code + "AAAA"):
        if wrong != code:
            with pytest.raises(CodeError):
                read_code(wrong)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=300), st.text(max_size=300).map(lambda junk: "NS1." + junk)))
def test_any_line_at_all_is_a_code_or_a_refusal(line):
    with pytest.raises(CodeError) as caught:
        read_code(line)
    assert str(caught.value).isprintable()


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_anything_packed_as_a_code_is_a_session_or_a_refusal(data):
    try:
        play_code(chambers(), read_code(packed(data)))
    except CodeError as problem:
        assert str(problem).isprintable()  # noqa: PT017 - either outcome is right


@pytest.mark.parametrize(
    "body",
    [
        {"back": 0},
        {"scene": "hall"},
        {"scene": 1, "choice": "wait"},
        {"scene": "hall", "choice": "wait", "drew": [1]},
        {"scene": "hall\u001b[2J", "choice": "wait"},
        {"n": 7, "scene": "hall", "choice": "w" * 5000},
        [],
        7,
    ],
    ids=lambda body: str(body)[:30],
)
def test_records_that_no_journal_could_hold_are_refused(body):
    with pytest.raises(CodeError) as caught:
        read_code(packed([json.dumps(HEAD), json.dumps(body)]))
    assert str(caught.value).isprintable()


def test_a_code_that_unpacks_without_end_is_refused_before_it_does():
    for lines in (b"x" * 50_000_000, [json.dumps(HEAD)] + ['{"scene":"hall","choice":"wait"}'] * 9000, b"[" * 400_000):
        code = packed(lines)
        began = time.perf_counter()
        with pytest.raises(CodeError):
            read_code(code)
        assert time.perf_counter() - began < 2
    with pytest.raises(CodeError, match="20,000 characters"):
        read_code("NS1." + "A" * 10_000_000)


def test_a_code_can_only_decide_what_the_story_offers():
    program = chambers()
    for choice in ("card_1", "__class__", "", "gone"):
        line = json.dumps({"scene": "hall", "choice": choice})
        found, problem = play_code(program, read_code(packed([json.dumps(HEAD), line])))
        assert found.decisions == 0
        assert "up to decision 1" in problem


@pytest.mark.parametrize("opening", [{"at": "nowhere"}, {"with": {"nothing": "1"}}, {"with": {"purse": "x"}}], ids=str)
def test_a_code_that_begins_where_or_as_nothing_can_is_refused(tmp_path, opening):
    code = packed([json.dumps(HEAD | {"narrowsky": 2} | opening)])
    with pytest.raises(RefusalError, match="can't be played"):
        Shelf(tmp_path, chambers()).from_code(code)
    assert not list(tmp_path.iterdir())


def test_a_session_begun_in_the_middle_is_shared_as_it_began(tmp_path):
    shelf = Shelf(tmp_path, chambers())
    session = shelf.begin(seed=3, at="room_3", given=(("purse", "30"),))
    session.choose("toss")
    session.close()
    assert shelf.reading_code(code_of(session.playthrough)).playthrough.state == session.playthrough.state


def test_codes_of_other_stories_and_newer_versions_are_refused_by_name():
    code = code_of(walked(3, [1]))
    other = timeless(
        "scenes: {start: {text: A, choices: {go: {text: G, goto: start}}}}\n"
        "endings: {over: {title: Over, order: 1, at: any, when: visits(start) > 9, text: Over}}"
    )
    with pytest.raises(CodeError, match="another story, `chambers`"):
        play_code(other, read_code(code))
    with pytest.raises(CodeError, match="newer version"):
        read_code("NS2." + code[4:])
    with pytest.raises(CodeError, match="newer version"):
        read_code(packed([json.dumps(HEAD | {"narrowsky": 99})]))


def test_over_an_edited_story_it_goes_as_far_as_it_fits_and_says_so():
    made = played(chambers(), "wait", "toss", "wait")
    edited = program_of(text().replace("      toss:\n        text: Toss a coin", "      flip:\n        text: Flip it"))
    found, problem = play_code(edited, read_code(code_of(made)))
    assert found.decisions == 1
    assert problem == "It fits this version of the story up to decision 2: `toss` in `hall` is gone."
    richer = program_of(text().replace("purse += 3", "purse += 5").replace("purse -= 2", "purse -= 1"))
    found, problem = play_code(richer, read_code(code_of(made)))
    assert found.decisions == 3
    assert "another version" in problem


def test_a_session_too_long_for_a_code_says_so(monkeypatch):
    monkeypatch.setattr("game.play.share.CODE_DECISIONS", 3)
    with pytest.raises(CodeError, match="too long"):
        code_of(walked(3, [1] * 4))


def test_a_code_begins_a_session_of_one_s_own(tmp_path):
    shelf = Shelf(tmp_path, chambers())
    made = walked(3, [1] * 4)
    session = shelf.from_code(code_of(made))
    assert "shared with you" in session.notice
    assert session.playthrough.state == made.state
    session.choose(session.playthrough.open[0])
    session.close()
    again = shelf.reading(session.name)
    assert (again.problem, again.playthrough.decisions) == ("", 5)
    assert shelf.reading_code(code_of(made)).playthrough.state == made.state
    assert len(shelf.listed()) == 1
    with pytest.raises(RefusalError):
        shelf.from_code("nonsense")
