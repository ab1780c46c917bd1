"""``narrowsky export``: a session to keep or to show."""

import argparse

_FORMS = ("markdown", "html", "cast", "json", "papers")


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "export",
        help="a session as a book, a recording or data",
        description="Write a session as a book in Markdown, as one page of HTML that reads like a book and needs "
        "nothing else, as a recording of its replay for terminals (asciicast), as JSON, or its papers alone.",
        epilog="example: narrowsky export sample-ten-minutes --as html -o book.html",
    )
    parser.add_argument("session", help="a session's name, title, number, the beginning of its name, or a file")
    parser.add_argument("--as", dest="form", choices=_FORMS, default="markdown", help="in which form (markdown)")
    parser.add_argument("-o", "--output", metavar="FILE", help="write it there, in place of what is there")
    parser.add_argument("--story", metavar="STORY", help="the story it was played in; without it, the campaign")
    parser.add_argument("--saves", metavar="DIR", help="the folder of saved sessions (or set NARROWSKY_SAVES)")


def run(options: argparse.Namespace) -> int:
    """Write it; 0, 1 where the session could only be read in part, 2 where the file can't be written."""
    from game.cli.opening import open_shelf, open_story, read_session
    from game.cli.output import deliver
    from game.view.export.forms import exported

    shelf = open_shelf(open_story(options.story), options.saves)
    found = read_session(shelf, options.session)
    text = exported(options.form, shelf.called(found.name) or found.name, found.playthrough)
    return deliver(text, options.output) or (1 if found.problem else 0)
