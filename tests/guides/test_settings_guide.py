"""The page about settings: its file is sound, and has all of them."""

import re
from pathlib import Path

from game.settings.reading import read_config
from game.settings.table import TABLE
from game.tui.keyring import judged

GUIDE = (Path(__file__).parents[2] / "story" / "guides" / "settings.md").read_text("utf-8")


def test_the_file_in_the_guide_is_sound_and_has_every_setting(tmp_path):
    path = tmp_path / "config.toml"
    path.write_text(re.search(r"```toml\n(.*?)```", GUIDE, re.DOTALL)[1])
    config = judged(read_config(path, {}, {}))
    assert config.notices == ()
    assert set(config.origins) == {setting.name for setting in TABLE} | {"keys"}


def test_what_the_guide_says_of_values_is_so():
    for setting in TABLE:
        assert re.search(rf"^{setting.name} = ", GUIDE, re.MULTILINE)
        options = getattr(setting.kind, "options", ())
        assert ", ".join(options) in GUIDE
