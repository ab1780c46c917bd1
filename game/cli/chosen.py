"""What the player has chosen: the flags of a command over all else."""

import argparse

from game.settings.config import Config
from game.settings.table import TABLE


def config_of(options: argparse.Namespace) -> Config:
    """The settings that hold for a command."""
    config = Config()
    for setting in TABLE:
        value = getattr(options, setting.name, None)
        if value is not None:
            config = config.with_value(setting.name, value, "flag")
    return config
