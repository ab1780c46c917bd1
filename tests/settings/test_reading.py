"""Reading settings: which of four places holds, and what is said of what is wrong."""

import os
from pathlib import Path

import pytest

from game.settings.reading import read_config
from game.settings.values import DEFAULTS


def read(tmp_path, text="", environment=None, **flags):
    path = tmp_path / "config.toml"
    if text:
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_config(path, environment or {}, flags)


def test_without_a_file_everything_is_as_it_comes(tmp_path):
    config = read(tmp_path)
    assert (config.settings, config.notices, dict(config.origins)) == (DEFAULTS, (), {})


def test_a_flag_holds_over_the_environment_that_over_the_file_that_over_the_default(tmp_path):
    text = '[reading]\nwidth = 60\nspacing = "airy"\nreveal = 40\n'
    config = read(tmp_path, text, {"NARROWSKY_WIDTH": "66", "NARROWSKY_REVEAL": "80"}, width=90)
    found = config.settings
    assert (found.width, found.reveal, found.spacing, found.theme) == (90, 80, "airy", "night")
    assert config.origins == {"width": "flag", "reveal": "environment", "spacing": "file"}


def test_an_empty_word_of_the_environment_chooses_nothing(tmp_path):
    assert read(tmp_path, environment={"NARROWSKY_THEME": ""}).notices == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[reading]\n\n  widht = 80\n", ":3:3: there is no setting `reading.widht`; did you mean `width`?"),
        ("[reeding]\nwidth = 80\n", ":1:1: there is no section [reeding]; did you mean `reading`?"),
        ("# mine\nwidth = 80\n", ":2:1: `width` belongs under [reading]."),
        ("[look]\nwidth = 80\n", ":2:1: `width` belongs under [reading]."),
        ("reading.width = 400\n", ":1:1: `reading.width` is a whole number from 40 to 100, not 400; 72 columns holds."),
        ("[reading]\nwidth = true\n", ":2:1: `reading.width` is a whole number from 40 to 100, not true; 72 columns"),
        ('[look]\ntheme = "drak"\n', ':2:1: `look.theme` is one of night, dawn, contrast, terminal, not "drak"; night'),
        ('[reading]\nsummaries = "yes"\n', ':2:1: `reading.summaries` is true or false, not "yes"; no holds.'),
        ("reading = 4\n", ":1:1: `reading` is a section: write [reading], and its settings on lines below."),
        ("themes = 4\n", ":1:1: there is no setting `themes`; did you mean `theme`?"),
        ("[keys]\nlog = 4\n", ":2:1: `keys.log` is a key or a list of keys, not 4."),
        ("[keys]\nlog = ['']\n", ":2:1: `keys.log` is a key or a list of keys, not that."),
        ("[reading]\nwidth = \n", ":2:9: this is no TOML: Invalid value."),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_the_rest_holds(tmp_path, text, said):
    config = read(tmp_path, text)
    [notice] = config.notices
    assert notice.startswith(f"{tmp_path / 'config.toml'}{said}")
    assert config.settings == DEFAULTS


def test_one_wrong_line_spoils_no_other(tmp_path):
    config = read(tmp_path, '[reading]\nwidth = 20\nspacing = "airy"\n[keys]\nlog = "l"\nnew = ["n", "f2"]\n')
    assert config.settings.spacing == "airy"
    assert config.settings.keys == {"log": ("l",), "new": ("n", "f2")}
    assert len(config.notices) == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'[reading]\nname = "\xff"\n', ":2: byte 19 of this file is not UTF-8."),
        (b"x = " + b"[" * 50_000, "too large or too deep"),
        (b"x = " + b"9" * 50_000, "too large or too deep"),
        (b"#" * 100_001, "larger than 100,000 bytes"),
        (b"\x00", "this is no TOML"),
    ],
)
def test_a_hostile_file_is_one_sentence(tmp_path, data, said):
    config = read(tmp_path, data)
    assert said in config.notices[0]
    assert len(config.notices) == 1
    assert config.settings == DEFAULTS


@pytest.mark.parametrize("kind", ["folder", "pipe", "locked", "loop", "under a file", "long name"])
def test_a_file_that_can_t_be_read_is_one_sentence_too(tmp_path, kind):
    path = tmp_path / ("x" * 300 if kind == "long name" else "config.toml")
    match kind:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "locked":
            path.write_text("")
            path.chmod(0)
            if os.access(path, os.R_OK):
                pytest.skip("nothing is locked to this user")
        case "loop":
            path.symlink_to(path)
        case "under a file":
            (tmp_path / "file").touch()
            path = tmp_path / "file" / "config.toml"
    [notice] = read_config(path, {}, {}).notices
    assert notice.startswith(f"{path} can't be read: ")


def test_what_a_file_says_does_nothing_to_a_terminal(tmp_path):
    config = read(tmp_path, '[look]\n"\\u001b[2J\\u009b" = 1\ntheme = "\\u001b]0;x\\u0007"\n')
    assert len(config.notices) == 2
    assert "".join(config.notices).isprintable()


def test_a_word_of_the_environment_is_judged_as_the_file_is(tmp_path):
    config = read(tmp_path, environment={"NARROWSKY_WIDTH": "9" * 9999, "NARROWSKY_WIDHT": "80", "NARROWSKY_X": ""})
    assert config.notices == (
        f'NARROWSKY_WIDTH is a whole number from 40 to 100, not "{"9" * 40}...".',
        "NARROWSKY_WIDHT means nothing here; did you mean NARROWSKY_WIDTH?",
    )


def test_a_folder_is_meant_from_where_the_file_stands(tmp_path):
    assert read(tmp_path, '[folders]\nsaves = "mine"\n').settings.saves == str(tmp_path / "mine")
    assert read(tmp_path, '[folders]\nsaves = "~/mine"\n').settings.saves == str(Path.home() / "mine")
    assert read(tmp_path, '[folders]\nsaves = "~nobody_here/x"\n').settings.saves == str(tmp_path / "~nobody_here/x")
