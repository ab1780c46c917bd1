"""The hostile stage and the hostile story in a real terminal: of all that is written there, nothing acts."""

import signal
from pathlib import Path

import pytest
from hostile_story import MARK, acts
from tui_pty import Terminal
from tui_rooms import ROOMS

SCRIPT = Path(__file__).with_name("tui_hostile.py")
SIGNS = {"enter": b"\r", "escape": b"\x1b", "down": b"\x1b[B", "up": b"\x1b[A", "right": b"\x1b[C", "left": b"\x1b[D"}
SIGNS |= {"end": b"\x1b[F", "home": b"\x1b[H", "space": b" ", "tab": b"\t", "question_mark": b"?", "ctrl+p": b"\x10"}
SIGNS |= {"pagedown": b"\x1b[6~", "pageup": b"\x1b[5~", "slash": b"/", "backspace": b"\x7f", "delete": b"\x1b[3~"}
SIGNS |= {"full_stop": b".", "comma": b",", "left_square_bracket": b"[", "right_square_bracket": b"]"}


def signs(key):
    """What a terminal sends for a key."""
    return SIGNS.get(key) or key.encode()


def click(one, column, row):
    one.write(b"\x1b[<0;%d;%dM\x1b[<0;%d;%dm" % (column, row, column, row))


def checked(one):
    """Leave, and look at everything that was written."""
    one.process.send_signal(signal.SIGTERM)
    assert one.left() == 128 + signal.SIGTERM, one.seen[-3000:]
    assert one.is_restored
    written = one.seen.decode("utf-8", "surrogateescape")
    assert acts(written) == []
    return written


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_writes_what_acts_nor_runs_what_is_clicked(room):
    one = Terminal(SCRIPT, room, size=(120, 40))
    try:
        one.wait_for(b"app.")
        one.read(0.3, quiet=0.1)
        for key in ROOMS[room].keys:
            one.write(signs(key))
            one.read(1.0, quiet=0.15)
        for row in range(3, 39, 7):
            click(one, 20, row)
            one.read(0.2, quiet=0.03)
        assert one.process.poll() is None
        assert MARK in checked(one)
    finally:
        one.end()


def test_the_hostile_story_is_played_through_all_its_rooms(tmp_path):
    """Title, note, play, every room of play, decisions, back, sessions, map, replay: by its own keys and engine."""
    one = Terminal(SCRIPT, "story", tmp_path, size=(120, 40))
    try:
        one.wait_for(b"app.")
        for key in (
            "n",
            "enter",
            "1",
            "c",
            "escape",
            "m",
            "escape",
            "question_mark",
            "escape",
            "1",
            "u",
            "1",
            "1",
            "1",
        ):
            one.write(signs(key))
            one.read(1.0, quiet=0.15)
        for key in ("d", "enter", "escape", "escape", "escape", "s", "r", "end", "escape", "escape", "a", "ctrl+p"):
            one.write(signs(key))
            one.read(1.0, quiet=0.15)
        assert one.process.poll() is None
        assert MARK in checked(one)
    finally:
        one.end()
