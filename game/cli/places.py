"""Where things are: the stories, the sample sessions, the folder of saved sessions, the log."""

import os
from pathlib import Path

import game

CAMPAIGN = "narrow_sky"
SAVES_VARIABLE = "NARROWSKY_SAVES"
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
        return None if chosen == "off" else Path(chosen).expanduser()
    from platformdirs import user_cache_path

    return user_cache_path("narrowsky", appauthor=False)


def saves_folder(given: str | None) -> Path:
    """The folder of saved sessions: the flag, else the environment, else the checkout's or the platform's own."""
    chosen = given or os.environ.get(SAVES_VARIABLE, "")
    if chosen:
        return Path(chosen).expanduser()
    root = checkout()
    if root is not None:
        return root / "saves"
    from platformdirs import user_data_path

    return user_data_path("narrowsky", appauthor=False) / "saves"


def log_file() -> Path:
    """Where an error of our own is written down."""
    from platformdirs import user_log_path

    return user_log_path("narrowsky", appauthor=False) / "narrowsky.log"
