"""Every setting as a flag of a command that plays or shows. Looked up in the table only by whoever needs them."""

import argparse
from collections.abc import Callable
from typing import Any

from game.settings.kinds import Folder, Line, Number, OneOf, YesNo
from game.settings.table import TABLE, Setting

_MOST_SHOWN = 40


def add_settings(parser: argparse.ArgumentParser) -> None:
    """Give a command a flag for each setting; what is not given is None."""
    group = parser.add_argument_group("settings", "for this once; to keep them, see `narrowsky paths`")
    for setting in TABLE:
        more: dict[str, Any]
        match setting.kind:
            case Number() as kind:
                more = {"type": _reader(kind), "metavar": "N"}
            case OneOf(options=options):
                more = {"choices": options}
            case YesNo():
                more = {"action": argparse.BooleanOptionalAction}
            case Line() as kind:
                more = {"type": _reader(kind), "metavar": "TEXT"}
            case Folder() as kind:
                more = {"type": _reader(kind), "metavar": "DIR"}
        group.add_argument(setting.flag, dest=setting.name, help=_about(setting), **more)


def _reader(kind: Number | Line | Folder) -> Callable[[str], object]:
    def read(text: str) -> object:
        value = kind.read(text)
        if value is None:
            raise argparse.ArgumentTypeError(f"{kind.told}, not `{text[:_MOST_SHOWN]}`")
        return value

    return read


def _about(setting: Setting) -> str:
    """What a setting does, as help writes it."""
    about = setting.about[0].lower() + setting.about[1:].removesuffix(".").replace("%", "%%")
    return f"{about} ({setting.kind.low} to {setting.kind.high})" if isinstance(setting.kind, Number) else about
