"""The settings that hold: a flag over the environment, that over the file, that over the default."""

from collections.abc import Mapping
from pathlib import Path

from game.settings.config import Config
from game.settings.file import read_file
from game.settings.table import TABLE
from game.settings.values import Value
from game.source.clean import clean_line
from game.source.suggest import nearest

OTHERS = ("NARROWSKY_CONFIG", "NARROWSKY_CACHE")
"""What else the environment may say of us."""
_OURS = "NARROWSKY_"
_MOST_SHOWN = 40


def read_config(path: Path, environment: Mapping[str, str], flags: Mapping[str, Value]) -> Config:
    """Return the settings; what is wrong in the file or the environment is said, and does not hold.

    ``flags`` are sound already.
    """
    written = read_file(path)
    config = Config(path=str(path), notices=written.wrong, places=written.places)
    for name, value in written.chosen.items():
        config = config.with_value(name, value, "file")
    found, said = _of(environment)
    for layer, origin in ((found, "environment"), (flags, "flag")):
        for name, value in layer.items():
            config = config.with_value(name, value, origin)
    return config.noting(*said)


def _of(environment: Mapping[str, str]) -> tuple[dict[str, Value], list[str]]:
    """What the environment chooses, and what is wrong with it. An empty value chooses nothing."""
    chosen: dict[str, Value] = {}
    wrong = []
    for setting in TABLE:
        if text := environment.get(setting.variable, ""):
            value = setting.kind.read(text)
            if value is None:
                shown = text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + "..."
                wrong.append(clean_line(f'{setting.variable} is {setting.kind.told}, not "{shown}".'))
            else:
                chosen[setting.name] = value
    known = [setting.variable for setting in TABLE] + list(OTHERS)
    strange = (name for name in sorted(environment) if name.startswith(_OURS) and name not in known)
    wrong.extend(
        clean_line(f"{name} means nothing here; did you mean {_OURS}{meant}?")
        for name in strange
        if (meant := nearest(name.removeprefix(_OURS), [one.removeprefix(_OURS) for one in known]))
    )
    return chosen, wrong
