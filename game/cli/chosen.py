"""What the player has chosen: the flags of a command, over the environment, over the file."""

import argparse
import os
import sys

from game.cli import places
from game.settings.config import Config, Keep
from game.settings.reading import read_config
from game.settings.table import TABLE
from game.settings.values import Value


def config_of(options: argparse.Namespace | None = None) -> Config:
    """The settings that hold for a command."""
    given = {setting.name: getattr(options, setting.name, None) for setting in TABLE}
    flags = {name: value for name, value in given.items() if value not in (None, "")}
    return read_config(places.config_file(), os.environ, flags)


def announced(config: Config) -> Config:
    """Say on standard error what was chosen wrongly; return the settings."""
    for notice in config.notices:
        print(notice, file=sys.stderr)
    return config


def keeper(config: Config) -> Keep:
    """What keeps a changed setting: in the file that these settings were read from."""

    def keep_it(name: str, value: Value) -> str:
        from pathlib import Path

        from game.settings.writing import keep

        return keep(Path(config.path), name, value)

    return keep_it
