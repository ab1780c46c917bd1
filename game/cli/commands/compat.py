"""``narrowsky compat``: which sessions a new version of a story would break, and where."""

import argparse
import sys

TYPE_CHECKING = False  # as in ``typing``, which is not loaded for this
if TYPE_CHECKING:
    from game.play.kept import Carried
    from game.play.playthrough import Playthrough
    from game.play.shelf import Shelf


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "compat",
        help="which sessions a new version of a story would break, and where",
        description="Play sessions of a story over its next version, before that is released, and say which of them "
        "would stop, at which decision and why. Nothing is written.",
        epilog="example: narrowsky compat story/narrow_sky story/narrow_sky sample-one-minute",
    )
    parser.add_argument("old", help="the story as its players have it: a folder or file")
    parser.add_argument("new", help="the story as it will be: a folder or file")
    parser.add_argument(
        "sessions", nargs="*", default=[], help="which sessions, by name or file; without any, all there are"
    )
    parser.add_argument("--saves", metavar="DIR", help="the folder of saved sessions (or set NARROWSKY_SAVES)")
    parser.add_argument("--json", action="store_true", help="as data")


def run(options: argparse.Namespace) -> int:
    """Play them over; 0 if all arrive, 1 if any stops or can't be read."""
    from game.cli.opening import open_shelf, open_story
    from game.play.refusal import RefusalError, ShelfError

    old, new = (open_shelf(open_story(path), options.saves) for path in (options.old, options.new))
    if old.program.story.id != new.program.story.id:
        raise RefusalError(f"`{old.program.story.id}` and `{new.program.story.id}` are two stories, by their ids")
    found: list[tuple[Carried, Playthrough | None]] = []
    broken: dict[str, str] = {}
    for name in [old.find(name) for name in options.sessions] or [one.name for one in old.listed()]:
        try:
            found.append(_carried(old, new, name))
        except ShelfError as problem:
            broken[name] = str(problem)
    if options.json:
        import json

        from game.cli.carrying import as_data

        unread = [{"name": name, "arrives": False, "problem": said} for name, said in broken.items()]
        read = [as_data(one, before) for one, before in found]
        print(json.dumps([*read, *unread], indent=2, ensure_ascii=False))
    else:
        _tell(found)
    for said in broken.values():
        print(said, file=sys.stderr)
    arrived = sum(one.migration.parting is None for one, _ in found)
    print(f"{arrived} of {len(found) + len(broken)} sessions arrive.", file=sys.stderr)
    return 0 if arrived == len(found) + len(broken) else 1


def _tell(found: "list[tuple[Carried, Playthrough | None]]") -> None:
    from game.view.carrying import carried_text, condition_of

    for one, before in found:
        print(f"{one.name} {carried_text(one.migration, before)}")
        parting = one.migration.parting
        if parting is not None and condition_of(parting):
            print(f"  by the condition at {condition_of(parting)}")


def _carried(old: "Shelf", new: "Shelf", name: str) -> "tuple[Carried, Playthrough | None]":
    """One session in the new story, and in the old one as far as it fits that."""
    before = old.carried(name).migration
    return new.carried(name), None if before.parting is not None else before.playthrough
