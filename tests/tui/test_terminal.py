"""In a real pseudo-terminal: signals, faults, colours, and silence while nothing happens."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("tui_terminal.py")
COLOUR = re.compile(rb"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m")


class Terminal:
    def __init__(self, how, **environment):
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        known = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **environment}
        self.process = subprocess.Popen(
            [sys.executable, SCRIPT, how], stdin=slave, stdout=slave, stderr=slave, env=known, start_new_session=True
        )
        os.close(slave)
        self.seen = b""

    def read(self, seconds, until=None):
        """Read for so long, or until something is seen; returns what came."""
        came, end = b"", time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            ready, _, _ = select.select([self.master], [], [], left)
            if not ready:
                break
            try:
                part = os.read(self.master, 65536)
            except OSError:
                break
            if not part:
                break
            came += part
            self.seen += part
            if until and until in came:
                break
        return came

    def write(self, keys):
        os.write(self.master, keys)

    def end(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.master)


@pytest.fixture
def terminal():
    made = []

    def start(how, **environment):
        made.append(Terminal(how, **environment))
        return made[-1]

    yield start
    for each in made:
        each.end()


def restored(terminal):
    return b"\x1b[?1049l" in terminal.seen and b"\x1b[?1000l" in terminal.seen and b"\x1b[?25h" in terminal.seen


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_the_terminal_as_it_was(terminal, number):
    one = terminal("play")
    one.read(10, b"W E E K")
    one.process.send_signal(number)
    one.read(10, b"closed 1")
    assert one.process.wait(10) == 128 + number
    assert restored(one)
    assert b"Traceback" not in one.seen


def test_a_closed_terminal_ends_the_game(terminal):
    one = terminal("play")
    one.read(10, b"W E E K")
    os.close(one.master)
    one.process.send_signal(signal.SIGHUP)
    assert one.process.wait(10) is not None
    one.master = os.open(os.devnull, os.O_RDONLY)


def test_a_fault_ends_in_one_sentence_without_the_storys_secrets(terminal):
    one = terminal("break")
    one.read(10, b"W E E K")
    one.write(b"1")
    one.read(10, b"closed")
    assert one.process.wait(10) == 70
    assert restored(one)
    said = one.seen.rpartition(b"\x1b[?1049l")[2]
    assert b"Sorry: RuntimeError." in said
    assert b"secret" not in one.seen
    assert b"Traceback" not in one.seen


def test_debug_lets_the_traceback_through(terminal):
    one = terminal("debug")
    one.read(10, b"W E E K")
    one.write(b"1")
    one.read(10, b"closed")
    assert b"the secret ending" in one.seen


def test_nothing_is_written_while_nothing_happens(terminal):
    for how in ("title", "play"):
        one = terminal(how)
        one.read(10, b"quit")
        one.read(0.6)
        assert one.read(0.8) == b""
        one.write(b"q")
        one.read(10, b"left 0")
        assert one.process.wait(10) == 0


def test_no_color_means_no_colour(terminal):
    plain, coloured, unset = terminal("play", NO_COLOR="1"), terminal("play"), terminal("play", NO_COLOR="")
    for one in (plain, coloured, unset):
        one.read(10, b"W E E K")
        one.write(b"jj")
        one.read(0.5)
        one.write(b"q")
        one.read(10, b"left 0")
    assert not COLOUR.search(plain.seen)
    assert COLOUR.search(coloured.seen)
    assert COLOUR.search(unset.seen)
