"""What the player has chosen: the flags of a command, over the environment, over the file."""

import argparse
import os
import sys

from game.cli import places
from game.settings.config import Config
from game.settings.reading import read_config
from game.settings.table import TABLE


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
