"""``narrowsky achievements``: what was earned in all sessions of a story, and what is still open."""

import argparse
import sys


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "achievements",
        help="list what you have achieved",
        description="List what was earned in all sessions of a story, with the day, and what is open and not hidden.",
        epilog="example: narrowsky achievements",
    )
    parser.add_argument("story", nargs="?", help="a story's folder or file; without it, the campaign")
    parser.add_argument("--saves", metavar="DIR", help="the folder of saved sessions (or set NARROWSKY_SAVES)")
    parser.add_argument("--json", action="store_true", help="as data")


def run(options: argparse.Namespace) -> int:
    """List; 0 also where there are none."""
    from game.cli.opening import open_shelf, open_story

    program = open_story(options.story)
    profile = open_shelf(program, options.saves).profile
    story, kept = program.story, profile.kept
    if profile.notice:
        print(profile.notice, file=sys.stderr)
    known = story.achievements.values()
    shown = [one for one in known if one.id in kept.achievements or not one.hidden]
    if options.json:
        import json

        found = [
            {"id": one.id, "title": one.title, "text": one.text, "earned": kept.achievements.get(one.id)}
            for one in shown
        ]
        endings = {ending.id: kept.endings.get(ending.id) for ending in story.endings}
        print(json.dumps({"story": story.id, "achievements": found, "endings": endings}, indent=2, ensure_ascii=False))
        return 0
    if not known:
        print(f"{story.title} has no achievements.", file=sys.stderr)
    for one in sorted(shown, key=lambda one: one.id not in kept.achievements):
        print(f"{kept.achievements.get(one.id, 'open'):<10}  {one.title}: {one.text}")
    hidden = len(known) - len(shown)
    seen = sum(ending.id in kept.endings for ending in story.endings)
    told = [f"{hidden} hidden"] if hidden else []
    print(", ".join([*told, f"{seen} of {len(story.endings)} endings seen"]), file=sys.stderr)
    return 0
