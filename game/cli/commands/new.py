"""``narrowsky new``: files to begin with."""

import argparse
import sys

TYPE_CHECKING = False  # as in ``typing``, which is not loaded for this
if TYPE_CHECKING:
    from pathlib import Path

    from game.author.scaffold import New


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command and its kinds."""
    parser = commands.add_parser(
        "new",
        help="make a story, an addition to one, a scene or a storylet to begin with",
        description="Make new files that play and pass check at once. Nothing that is there is touched.",
        epilog="example: narrowsky new story the_house",
    )
    kinds = parser.add_subparsers(dest="kind", metavar="story|mod|scene|storylet", required=True)
    story = kinds.add_parser(
        "story",
        help="a small whole story, to be changed into yours",
        description="Make a folder with a small whole story in it, which shows how each thing is written.",
        epilog="example: narrowsky new story the_house --in story",
    )
    story.add_argument("name", help="the story's id, and its folder's name")
    mod = kinds.add_parser(
        "mod",
        help="an addition to another story",
        description="Make a folder that adds a choice and a scene to another story, without touching its files.",
        epilog="example: narrowsky new mod the_harbour --extends narrow_sky",
    )
    mod.add_argument("name", help="the addition's id, and its folder's name")
    mod.add_argument("--extends", metavar="STORY", required=True, help="the id of the story it adds to")
    for each in (story, mod):
        each.add_argument("--in", dest="folder", metavar="DIR", default=".", help="where to make it; without, here")
    scene = kinds.add_parser(
        "scene",
        help="a scene, in a file of its own",
        description="Make a scene with two choices, and say how it can be reached.",
        epilog="example: narrowsky new scene the_cellar the_house",
    )
    storylet = kinds.add_parser(
        "storylet",
        help="a storylet, in a file of its own",
        description="Make a storylet in a deck that the story deals from.",
        epilog="example: narrowsky new storylet a_parcel the_house",
    )
    for each in (scene, storylet):
        each.add_argument("name", help="its id")
        each.add_argument("story", help="the story's folder")
    storylet.add_argument("--deck", default="", help="the deck it waits in; without, the first that will do")


def run(options: argparse.Namespace) -> int:
    """Make; 0, or 2 where it can't be made, or 1 where the story has faults."""
    from game.author.scaffold import CannotMakeError, write
    from game.source.clean import clean_line

    try:
        new = _made(options)
        write(new)
    except CannotMakeError as problem:
        print(clean_line(str(problem)), file=sys.stderr)
        return 2
    for name in new.files:
        print(f"Made {new.folder / name}")
    for line in new.said:
        print(line)
    return 0


def _made(options: argparse.Namespace) -> "New":
    from pathlib import Path

    from game.author.scaffold import Into, new_mod, new_scene, new_story, new_storylet
    from game.cli.opening import open_story, shelves

    if options.kind == "story":
        return new_story(options.name, Path(options.folder))
    if options.kind == "mod":
        folder = Path(options.folder)
        return new_mod(options.name, open_story(str(_base(options.extends, folder))).story, folder, shelves())
    into = Into(open_story(options.story).story, Path(options.story), shelves())
    if options.kind == "scene":
        return new_scene(options.name, into)
    return new_storylet(options.name, into, options.deck)


def _base(name: str, folder: "Path") -> "Path":
    """Where the story of that name lies: beside the new one, or among those that are shipped."""
    from game.author.scaffold import CannotMakeError
    from game.cli.opening import shelves
    from game.model.names import is_id

    places = (folder, *shelves())
    found = [place / called for place in places for called in (name, f"{name}.yaml") if is_id(name)]
    for path in found:
        if path.exists():
            return path
    raise CannotMakeError(f"There is no story `{name}` to extend in {' or '.join(str(place) for place in places)}.")
