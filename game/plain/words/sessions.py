"""Words about sessions: the map of all, what this one is called, a copy to keep."""

from game.plain.reader import Reader
from game.plain.word import Word
from game.source.clean import clean_line
from game.view.decision_map import decision_map, map_text
from game.view.export.forms import FORMS, exported


def draw_map(reader: Reader, _rest: str) -> str:
    """Draw all sessions of the story as one tree."""
    name = reader.session.name
    drawn = decision_map([(name, reader.playthrough), *reader.keeper.others(name)])
    return map_text(drawn, width=reader.width).rstrip("\n")


def name(reader: Reader, rest: str) -> str:
    """Call the session so; without a title, say what it is called."""
    keeper, own = reader.keeper, reader.session.name
    if not rest:
        called = keeper.called(own)
        now = f"This session is called “{called}”." if called else f"This is {own}; it has no title yet."
        return reader.filled(f"{now} Type name and a title to call it otherwise.")
    called = keeper.rename(own, rest)
    return reader.filled(f"{own} is called “{called}” now." if called else "That is no title.")


def export(reader: Reader, rest: str) -> str:
    """Write the session down in one of the forms."""
    form = rest.lower() or next(iter(FORMS))
    if form not in FORMS:
        return reader.filled(f"Type export and one of these: {', '.join(FORMS)}.")
    own = reader.session.name
    text = exported(form, reader.keeper.called(own) or own, reader.playthrough)
    return reader.filled(f"Written to {clean_line(str(reader.keeper.keep_export(own, FORMS[form], text)))}")


WORDS = (
    Word(name="map", about="all your sessions of this story, and where they part", answer=draw_map),
    Word(name="name", usage="name TITLE", about="calls this session so", answer=name),
    Word(
        name="export",
        usage="export FORM",
        about=f"writes this session down: as a book, or as one of {', '.join(FORMS)}",
        answer=export,
    ),
)
