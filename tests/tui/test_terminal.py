"""In a real pseudo-terminal: signals, faults, colours, odd keys, any size, and silence while nothing happens."""

import os
import re
import signal
from pathlib import Path

import pytest
from tui_pty import ESCAPES, Terminal, game, kept

SCRIPT = Path(__file__).with_name("tui_terminal.py")
COLOUR = re.compile(rb"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m")
FIRST = b"W E E K"
FAULTS = ("handler", "timer", "worker", "thread", "compose", "draw")


@pytest.fixture
def terminal():
    made = []

    def start(how, **environment):
        made.append(Terminal(SCRIPT, how, **environment))
        return made[-1]

    yield start
    for each in made:
        each.end()


@pytest.fixture
def played(tmp_path):
    """The real game with three decisions taken."""
    one = game(tmp_path, "--seed", "1")
    one.wait_for(b"page-0-of")
    for number in range(3):
        one.write(b"1")
        one.wait_for(b"page-%d-of" % (number + 1))
    yield one
    one.end()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT])
def test_a_signal_leaves_the_terminal_as_it_was_and_every_decision_kept(played, tmp_path, number):
    assert not played.is_restored
    played.process.send_signal(number)
    assert played.left() == 128 + number
    assert played.is_restored
    assert b"Traceback" not in played.seen
    assert kept(tmp_path) == [3]


def test_a_signal_ends_even_a_game_that_never_comes_back(terminal):
    one = terminal("busy")
    one.wait_for(FIRST)
    one.write(b"1")
    one.read(0.3)
    one.process.send_signal(signal.SIGTERM)
    assert one.left() == 128 + signal.SIGTERM
    assert one.is_restored


def test_a_signal_ends_even_a_game_whose_terminal_takes_nothing_more(played, tmp_path):
    played.write(b"?" + b"jk" * 400)  # nobody reads what that draws, so the terminal fills up
    played.process.send_signal(signal.SIGTERM)
    assert played.process.wait(20) == 128 + signal.SIGTERM
    assert kept(tmp_path) == [3]


@pytest.mark.parametrize("owned", [True, False])
def test_a_closed_terminal_ends_the_game_and_every_decision_is_kept(tmp_path, owned):
    """Whether the kernel says so, or there is just nothing to read any more."""
    one = game(tmp_path, "--seed", "1", owned=owned)
    one.wait_for(b"page-0-of")
    one.write(b"1")
    one.wait_for(b"page-1-of")
    one.hang_up()
    assert one.process.wait(20) == 128 + signal.SIGHUP
    assert kept(tmp_path) == [1]
    one.end()


def test_stopped_it_gives_the_terminal_back_and_goes_on_where_it_was(played, tmp_path):
    played.process.send_signal(signal.SIGTSTP)
    played.read(1, quiet=0.5)
    assert played.is_restored
    played.process.send_signal(signal.SIGCONT)
    played.wait_for(b"page-3-of")
    played.write(b"1")
    played.wait_for(b"page-4-of")
    played.write(b"q")
    assert played.left() == 0
    assert played.is_restored
    assert kept(tmp_path) == [4]


def test_stopped_without_being_asked_it_draws_itself_again_and_leaves_cleanly(played):
    played.process.send_signal(signal.SIGSTOP)
    played.read(0.2)
    played.process.send_signal(signal.SIGCONT)
    played.wait_for(b"page-3-of")
    played.write(b"1")
    played.wait_for(b"page-4-of")
    played.write(b"q")
    assert played.left() == 0
    assert played.is_restored


def test_bytes_that_are_no_text_are_let_pass(played, tmp_path):
    played.write(b"\xff\xfe\x80\xc3(")
    played.read(0.3)
    played.write(b"1")
    played.wait_for(b"page-4-of")
    played.write(b"q")
    assert played.left() == 0
    assert kept(tmp_path) == [4]


def test_any_size_one_after_another(played):
    for size in ((0, 0), (1, 1), (2, 60), (500, 200), (3, 2), (500, 1), (1, 200), (20, 8), (0, 24), (80, 0)):
        played.resize(*size)
        played.read(0.3, quiet=0.05)
    for number in range(60):
        played.resize(20 + 3 * number, 5 + number)
    played.read(1, quiet=0.2)
    played.resize(80, 24)
    played.wait_for(b"page-3-of")
    played.write(b"1")
    played.wait_for(b"page-4-of")
    played.write(b"q")
    assert played.left() == 0
    assert played.is_restored


@pytest.mark.parametrize("how", FAULTS)
def test_a_fault_anywhere_ends_in_plain_words_without_the_storys_secrets(terminal, how):
    one = terminal(how)
    one.wait_for(FIRST)
    one.write(b"1")
    assert one.left() == 70
    assert one.is_restored
    said = one.seen.rpartition(b"\x1b[?1049l")[2]
    assert b"Sorry: RuntimeError in narrow_sky-0007." in said
    assert b"closed 1" in said
    assert b"secret" not in one.seen
    assert b"Traceback" not in one.seen


def test_what_breaks_while_we_leave_is_nobodys_concern(terminal):
    one = terminal("leaving")
    one.wait_for(FIRST)
    one.write(b"1")
    assert one.left() == 0
    assert b"Sorry" not in one.seen


def test_debug_lets_the_traceback_through(terminal):
    one = terminal("debug")
    one.wait_for(FIRST)
    one.write(b"1")
    one.left()
    assert b"the secret ending" in one.seen


def test_nothing_is_written_while_nothing_happens(terminal):
    for how, shown in (("title", b"New game"), ("play", FIRST)):
        one = terminal(how)
        one.wait_for(shown)
        one.read(0.6)
        assert one.read(0.8) == b""
        one.write(b"q")
        assert one.left() == 0


def test_the_terminal_s_own_colours_are_sixteen_and_its_own(terminal):
    one = terminal("play", NARROWSKY_THEME="terminal")
    one.read(10, b"W E E K")
    one.write(b"jjo")
    one.read(0.5)
    one.write(b"q")
    one.read(10, b"left 0")
    assert COLOUR.search(one.seen)
    assert not re.search(rb"\x1b\[[0-9;]*[34]8;[25];", one.seen)


def test_no_color_means_no_colour(terminal):
    plain, coloured, unset = terminal("play", NO_COLOR="1"), terminal("play"), terminal("play", NO_COLOR="")
    for one in (plain, coloured, unset):
        one.wait_for(FIRST)
        one.write(b"jjo")
        one.wait_for(b"Motion")
        one.write(b"l" + b"j" * 8 + b"l")
        one.read(0.5)
        one.write(b"q")
        one.left()
    assert not COLOUR.search(plain.seen)
    assert COLOUR.search(coloured.seen)
    assert COLOUR.search(unset.seen)


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"TERM": ""}])
def test_a_terminal_that_cannot_draw_gets_the_plain_player(tmp_path, environment):
    one = game(tmp_path, "--seed", "1", **environment)
    one.wait_for(b"> ")
    one.write(b"1\n")
    one.wait_for(b"page-1-of-many")
    one.write(b"quit\n")
    assert one.left() == 0
    assert b"\x1b" not in one.seen
    assert kept(tmp_path) == [1]
    one.end()


def test_keys_from_a_pipe_get_the_plain_player(tmp_path):
    """The screen alone is a terminal: nobody could press a key there."""
    reading, writing = os.pipe()
    one = game(tmp_path, "--seed", "1", stdin=reading)
    os.write(writing, b"1\nquit\n")
    os.close(writing)
    os.close(reading)
    assert one.left() == 0
    assert b"page-1-of-many" in ESCAPES.sub(b"", one.seen)
    assert b"\x1b" not in one.seen
    one.end()
