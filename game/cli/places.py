"""Where things are: the stories, the sample sessions, the folder of saved sessions, the log."""

import os
from pathlib import Path

import game
from game.disk.home import at_home

CAMPAIGN = "narrow_sky"
CONFIG_VARIABLE = "NARROWSKY_CONFIG"
CACHE_VARIABLE = "NARROWSKY_CACHE"

_PACKAGE = Path(game.__file__).resolve().parent


def checkout() -> Path | None:
    """The folder of the checkout this program runs from, or None for an installed copy."""
    root = _PACKAGE.parent
    return root if (root / "pyproject.toml").is_file() and (root / "story").is_dir() else None


def bundled(name: str) -> Path:
    """A folder shipped with the program: ``story`` or ``saves``."""
    root = checkout()
    return root / name if root is not None else _PACKAGE / "bundled" / name


def campaign() -> Path:
    """The folder of the campaign."""
    return bundled("story") / CAMPAIGN


def cache_folder() -> Path | None:
    """Where what was found out of stories is kept: the environment's, else the platform's own; None where it is off."""
    chosen = os.environ.get(CACHE_VARIABLE, "")
    if chosen:
        return None if chosen == "off" else at_home(chosen)
    from platformdirs import user_cache_path

    return user_cache_path("narrowsky", appauthor=False)


def config_file() -> Path:
    """The file of settings: the one that the environment names, else the platform's own."""
    chosen = os.environ.get(CONFIG_VARIABLE, "")
    if chosen:
        return at_home(chosen)
    from platformdirs import user_config_path

    return user_config_path("narrowsky", appauthor=False) / "config.toml"


def saves_folder(chosen: str) -> Path:
    """The folder of saved sessions: the one that was chosen, else the checkout's or the platform's own."""
    if chosen:
        return at_home(chosen)
    root = checkout()
    if root is not None:
        return root / "saves"
    from platformdirs import user_data_path

    return user_data_path("narrowsky", appauthor=False) / "saves"


def log_file() -> Path:
    """Where an error of our own is written down."""
    from platformdirs import user_log_path

    return user_log_path("narrowsky", appauthor=False) / "narrowsky.log"
