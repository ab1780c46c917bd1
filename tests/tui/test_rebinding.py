"""Keys of a player's own: they hold everywhere, are shown as they are, and can lock nobody in or out."""

import re
import subprocess
import sys

import pytest
from tui_driver import playing, press, screen_text
from tui_stage import game

from game.settings.config import Config
from game.tui.keyring import judged, rooms
from game.tui.rebinding import rebinding
from game.tui.screens.codex import CodexRoom
from game.tui.screens.play import PlayRoom
from game.tui.screens.title import TitleRoom

ROOMS = {
    "play": {"codex": ("c",), "take_back": ("u",), "back": ("escape",), "next": ("down", "j"), "quit": ("q", "ctrl+q")},
    "title": {"codex": ("c",), "new": ("n",), "quit": ("q", "ctrl+q")},
}


def with_keys(**keys):
    given = {command: (key,) if isinstance(key, str) else key for command, key in keys.items()}
    return game(config=Config(path="config.toml", places={"log": "config.toml:2:1"}).with_value("keys", given, "file"))


@pytest.mark.parametrize(
    ("wanted", "held"),
    [
        ({"codex": ("x",)}, {"codex": ("x",)}),
        ({"codex": ("?", "F2")}, {"codex": ("question_mark", "f2")}),
        ({"codex": ("u",), "take_back": ("c",)}, {"codex": ("u",), "take_back": ("c",)}),
        ({"back": ("backspace",), "quit": ("ctrl+x",)}, {"back": ("backspace",), "quit": ("ctrl+x",)}),
        ({"next": ("pgdn", "n")}, {"next": ("pagedown", "n")}),
    ],
)
def test_keys_that_can_hold_do(wanted, held):
    found = rebinding(wanted, ROOMS)
    assert (found.keys, found.notices) == (held, ())


@pytest.mark.parametrize(
    ("wanted", "held", "said"),
    [
        ({"codexx": ("x",)}, {}, "`keys.codexx`: there is no such command; did you mean `codex`?"),
        ({"codex": ("spcae",)}, {}, "`keys.codex`: there is no key `spcae`; did you mean `space`?"),
        ({"codex": ("u",)}, {}, "`keys.codex`: u is the key of `take_back` in play; give that another one too."),
        ({"codex": ("n",)}, {}, "`keys.codex`: n is the key of `new` in title; give that another one too."),
        (
            {"codex": ("x",), "new": ("x",)},
            {"codex": ("x",)},
            "`keys.new`: x is the key of `codex` in title; give that",
        ),
        ({"codex": ("q",)}, {}, "`keys.codex`: q is the key of `quit` in"),
        ({"codex": ("j",)}, {}, "`keys.codex`: j moves in lists and texts."),
        ({"codex": ("ctrl+c", "x")}, {"codex": ("x",)}, "`keys.codex`: ctrl+c belongs to the terminal."),
        ({"quit": ()}, {}, ""),
    ],
)
def test_keys_that_can_t_hold_are_said_and_nothing_is_lost(wanted, held, said):
    found = rebinding(wanted, ROOMS)
    assert found.keys == held
    assert " ".join(text for _, text in found.notices).startswith(said)


def test_a_chain_of_exchanges_falls_as_a_whole_where_one_link_does():
    found = rebinding({"codex": ("u",), "take_back": ("escape",)}, ROOMS)
    assert found.keys == {}
    assert len(found.notices) == 2


async def test_keys_of_one_s_own_work_and_the_old_ones_are_free():
    async with playing(game=with_keys(codex="z"), size=(120, 40)) as (app, pilot):
        await press(pilot, "c")
        assert isinstance(app.screen, PlayRoom)
        assert "z codex" in screen_text(app)
        await press(pilot, "z")
        assert isinstance(app.screen, CodexRoom)


async def test_help_and_palette_show_the_keys_as_they_are():
    async with playing(game=with_keys(codex="z", help=["f2", "i"]), size=(120, 60)) as (app, pilot):
        about = {command.title: command.help for command in app.get_system_commands(app.screen)}
        assert about["Codex"].endswith(" z")
        await press(pilot, "f2")
        shown = screen_text(app)
        assert re.search(r"\bz +Codex: people", shown)
        assert re.search(r"f2 i +Keys, signs", shown)


async def test_leaving_can_be_moved_and_never_lost():
    ours = with_keys(back="backspace", quit="u")
    seen = []
    async with playing(game=ours, size=(120, 40), seen=seen) as (app, pilot):
        assert any("`keys.quit`: u is the key of `take_back` in play" in one for one in seen)
        await press(pilot, "escape")
        assert isinstance(app.screen, PlayRoom)
        await press(pilot, "backspace")
        assert isinstance(app.screen, TitleRoom)
        await press(pilot, "q")
    assert app.return_code == 0


def test_what_is_wrong_with_a_key_is_said_with_its_place():
    config = judged(with_keys(log="nokey").config)
    assert config.settings.keys == {}
    assert config.notices[0].startswith("config.toml:2:1: `keys.log`: ")


def test_every_command_has_a_name_that_can_be_written_in_the_file():
    for room, commands in rooms().items():
        assert commands
        for command in commands:
            assert re.fullmatch(r"[a-z_]+[0-9]?", command), (room, command)


def test_no_room_has_one_key_for_two_commands():
    for room, commands in rooms().items():
        keys = [key for given in commands.values() for key in given]
        twice = {key for key in keys if keys.count(key) > 1}
        assert not twice, room


def test_the_list_of_keys_is_the_same_whatever_room_was_opened_first():
    listed = "from game.tui.keyring import key_pieces; print([repr(each.text.plain) for each in key_pieces({})])"
    play, codex = (
        subprocess.run(
            [sys.executable, "-c", f"import game.tui.screens.{first}; {listed}"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for first in ("play", "codex")
    )
    assert play == codex
    assert "Back to where you came from" in play
