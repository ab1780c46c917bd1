"""The table of settings: whole, and each line of it fit for a reader, the file and the environment."""

from dataclasses import fields

import pytest

from game.settings.config import Config
from game.settings.table import TABLE
from game.settings.values import Settings


def test_every_field_but_the_keys_has_its_line():
    assert [setting.name for setting in TABLE] == [field.name for field in fields(Settings) if field.name != "keys"]


@pytest.mark.parametrize("setting", TABLE, ids=lambda setting: setting.name)
def test_the_default_is_of_the_kind(setting):
    assert setting.kind.holds(setting.default)
    assert setting.about.endswith(".")
    assert setting.kind.written(setting.default)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("width", "80", 80),
        ("width", "39", None),
        ("width", "\u0661\u0660\u0660", None),
        ("width", "9" * 5000, None),
        ("summaries", "Yes", True),
        ("summaries", "0", False),
        ("summaries", "perhaps", None),
        ("theme", "dawn", "dawn"),
        ("theme", "Dawn!", None),
        ("name", "Noa", "Noa"),
        ("name", "a\x1b[2J  b", "a[2J b"),
        ("saves", "a\nb", None),
    ],
)
def test_a_text_is_read_as_its_kind_or_not_at_all(name, text, value):
    [setting] = [one for one in TABLE if one.name == name]
    assert setting.kind.read(text) == value


def test_a_change_says_where_it_was_made():
    config = Config().with_value("theme", "dawn", "flag")
    assert (config.settings.theme, config.origins) == ("dawn", {"theme": "flag"})
    assert Config().settings.theme == "night"
