"""Keeping a setting: one line changes, and nothing that its owner wrote is lost."""

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from game.settings.file import read_file
from game.settings.kinds import Folder, Line, Number, OneOf, YesNo
from game.settings.table import BY_NAME, TABLE
from game.settings.writing import edited, keep, literal

MINE = """\
# my settings
look.theme = "dawn"   # for the morning

[reading]  # how I read
spacing  =  'airy'# more air
# width = 90
reveal=40

[keys]
"log" = [
  "l", # and no other
]
"""


def kept(tmp_path, before, name, value):
    path = tmp_path / "config.toml"
    path.write_bytes(before.encode())
    assert keep(path, name, value) == ""
    return path.read_bytes().decode()


@pytest.mark.parametrize(
    ("name", "value", "old", "new"),
    [
        ("spacing", "close", "spacing  =  'airy'# more air", 'spacing  =  "close"# more air'),
        ("reveal", 0, "reveal=40", "reveal=0"),
        ("theme", "night", '"dawn"   #', '"night"   #'),
        ("width", 66, "reveal=40\n", "reveal=40\nwidth = 66\n"),
        ("name", 'Noa "N" \\', '  "l", # and no other\n]\n', None),
    ],
)
def test_one_line_changes_and_comments_and_order_stay(tmp_path, name, value, old, new):
    after = kept(tmp_path, MINE, name, value)
    expected = MINE.replace(old, new) if new else MINE + '\n[player]\nname = "Noa \\"N\\" \\\\"\n'
    assert after == expected
    assert read_file(tmp_path / "config.toml").chosen[name] == value


def test_a_first_setting_makes_the_folder_and_the_file(tmp_path):
    path = tmp_path / "new" / "folder" / "config.toml"
    assert keep(path, "hints", True) == ""
    assert tomllib.loads(path.read_text()) == {"help": {"hints": True}}
    assert path.read_text().startswith("#")


def test_line_ends_stay_as_they_are(tmp_path):
    after = kept(tmp_path, "[look]\r\ntheme = 'dawn' # x\r\n", "theme", "night")
    assert after == '[look]\r\ntheme = "night" # x\r\n'
    assert kept(tmp_path, after, "motion", "reduced").count("\n") == after.count("\r\n") + 1


@pytest.mark.parametrize(
    "before",
    [
        "reading = {width = 60}\n",
        '[reading]\nwidth = """\n60"""\n',
        "[reading\n",
        "[reading]\nwidth = [\n60]\n",
        "reading = 3\n",
        'x = """\n[reading]\nwidth = 60\n"""\n[reading]\nwidth = 70\n',
        "\ufffe\x00",
    ],
)
def test_a_file_that_can_t_be_edited_with_certainty_is_left_alone(tmp_path, before):
    path = tmp_path / "config.toml"
    path.write_text(before)
    said = keep(path, "width", 80)
    assert said.startswith("This holds until you leave")
    assert str(path) in said
    assert path.read_text() == before


def test_a_folder_that_takes_no_file_is_one_sentence(tmp_path):
    (tmp_path / "file").touch()
    assert "is not kept" in keep(tmp_path / "file" / "config.toml", "width", 80)


def of_kind(setting):
    match setting.kind:
        case Number(low=low, high=high):
            return some.integers(low, high)
        case OneOf(options=options):
            return some.sampled_from(options)
        case YesNo():
            return some.booleans()
        case Line() | Folder():
            return some.text(some.characters(categories=("L", "N", "P", "S")), max_size=20)


changes = some.lists(
    some.sampled_from(TABLE).flatmap(lambda setting: some.tuples(some.just(setting.name), of_kind(setting))), max_size=8
)


@settings(deadline=None, max_examples=60)
@given(changes)
def test_any_changes_in_any_order_are_read_back_and_lose_no_comment(made):
    text, expected = MINE, tomllib.loads(MINE)
    for name, value in made:
        section = BY_NAME[name].section
        text = edited(text, section, name, literal(value))
        expected.setdefault(section, {})[name] = value
    assert tomllib.loads(text) == expected
    remarks = ("# my settings", "# for the morning", "# how I read", "# more air", "# width = 90", "# and no other")
    assert all(remark in text for remark in remarks)
