"""``narrowsky paths``: where everything is that this program reads or writes, and whether the settings are sound."""

import argparse

TYPE_CHECKING = False  # as in ``typing``, which is not loaded for this
if TYPE_CHECKING:
    from pathlib import Path

    from game.settings.config import Config

NAMES = ("settings", "sessions", "profile", "exports", "cache", "log", "stories", "samples")


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "paths",
        help="where everything is, and whether the settings are sound",
        description="Where settings, sessions and all else are. With a name, only that path, for use in other commands."
        " Says what is wrong in the settings, and then leaves with 1.",
        epilog='example: cd "$(narrowsky paths sessions)"',
    )
    parser.add_argument("name", nargs="?", choices=NAMES, metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--saves", metavar="DIR", help="the folder of saved sessions (or set NARROWSKY_SAVES)")
    parser.add_argument("--json", action="store_true", help="as data")


def run(options: argparse.Namespace) -> int:
    """Print the paths; 0, or 1 where the settings are not sound."""
    from game.cli.chosen import announced, config_of
    from game.source.clean import clean_line

    config = config_of(options)
    if config.settings.keys:
        from game.tui.keyring import judged

        config = judged(config)
    found = _paths(config)
    if options.name is not None:
        path, _ = found[options.name]
        print("" if path is None else path)
        return 0
    if options.json:
        import json

        told = {name: None if path is None else str(path) for name, (path, _) in found.items()}
        print(json.dumps(told | {"notices": list(config.notices)}, indent=1, ensure_ascii=False))
    else:
        for name, (path, about) in found.items():
            print(clean_line(f"{name.ljust(10)}{'off' if path is None else path}{_remark(path)}"))
            print(f"{'':10}{about}")
        announced(config)
    return 1 if config.notices else 0


def _paths(config: "Config") -> "dict[str, tuple[Path | None, str]]":
    """Each path by its name, with what is there."""
    from pathlib import Path

    from game.cli import places
    from game.play.folder import EXPORTS
    from game.play.profile import NAME

    sessions = places.saves_folder(config.settings.saves)
    return {
        "settings": (Path(config.path), "what you have chosen; NARROWSKY_CONFIG names another file"),
        "sessions": (sessions, "one file a session; --saves, NARROWSKY_SAVES or folders.saves name another folder"),
        "profile": (sessions / NAME, "what outlives sessions: endings seen, achievements"),
        "exports": (sessions / EXPORTS, "copies of sessions, as books and as data"),
        "cache": (places.cache_folder(), "may be deleted at any time; NARROWSKY_CACHE names another folder, or is off"),
        "log": (places.log_file(), "what broke, if something of ours ever did"),
        "stories": (places.bundled("story"), "the stories that come with the game"),
        "samples": (places.bundled("saves"), "the sample sessions that come with the game"),
    }


def _remark(path: "Path | None") -> str:
    import os

    return "" if path is None or os.path.lexists(path) else "  (not there yet)"
