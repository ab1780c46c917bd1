"""Words about sessions: the list and the map of all, another one, what this one is called, a copy to keep."""

from game.plain.reader import Reader
from game.plain.word import Word
from game.play.session import Session
from game.play.share import code_of
from game.source.clean import clean_line
from game.view.comparison import beside
from game.view.comparison_text import comparison_text
from game.view.decision_map import decision_map, map_text
from game.view.export.forms import FORMS, exported
from game.view.gallery import gallery, gallery_text
from game.view.session_text import summary_text
from game.view.transcript import filled


def listed(reader: Reader, _rest: str) -> str:
    """List all sessions."""
    own = reader.session.name
    lines = (
        f"{one.name}{' (this one)' if one.name == own else ''}: {summary_text(one)}." for one in reader.keeper.listed()
    )
    return "\n".join(filled(line, reader.width, hang=3) for line in lines) or "No session is kept yet."


def resume(reader: Reader, rest: str) -> str:
    """Go on with another session; this one is kept."""
    if not rest:
        return reader.filled("Type resume and the name, number or title of a session. Type sessions to see them all.")
    name = reader.keeper.find(rest)
    if name == reader.session.name:
        return reader.filled("That is the session you are in.")
    return _moved(reader, reader.keeper.resume(name))


def new(reader: Reader, _rest: str) -> str:
    """Begin a new session; this one is kept."""
    return _moved(reader, reader.keeper.begin(player=reader.playthrough.player))


def code(reader: Reader, rest: str) -> str:
    """Begin a new session where a code leads; without one, tell the code of this session."""
    return (
        _moved(reader, reader.keeper.from_code(rest, player=reader.playthrough.player))
        if rest
        else code_of(reader.playthrough)
    )


def _moved(reader: Reader, session: Session) -> str:
    left = reader.session.name
    told = reader.move(session)
    reader.aside(f"{left} is kept. This is {reader.session.name}.\n")
    return told


def compare(reader: Reader, rest: str) -> str:
    """Lay this session beside another."""
    if not rest:
        return reader.filled("Type compare and the name, number or title of a session. Type sessions to see them all.")
    keeper, own = reader.keeper, reader.session.name
    name = keeper.find(rest)
    if name == own:
        return reader.filled("That is the session you are in.")
    clock = reader.playthrough.program.story.world.clock
    pair = (own, reader.playthrough), (name, keeper.read(name))
    called = [(keeper.called(one) or one, playthrough) for one, playthrough in pair]
    return comparison_text(beside(*called), "" if clock is None else clock.unit, width=reader.width)


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


def endings(reader: Reader, _rest: str) -> str:
    """Tell the endings and achievements that were reached in all sessions, and how many there are."""
    keeper = reader.keeper
    kept = keeper.profile.kept
    found = gallery(reader.playthrough.program.story, kept.endings, kept.achievements, keeper.listed())
    return "\n".join(filled(line, reader.width, hang=3) for line in gallery_text(found))


WORDS = (
    Word(name="sessions", also=("saves",), about="all sessions kept here", answer=listed),
    Word(
        name="resume",
        usage="resume NAME",
        also=("load",),
        about="go on with another session; this one is kept",
        answer=resume,
    ),
    Word(name="new", about="begin a new session; this one is kept", answer=new),
    Word(name="map", about="all your sessions of this story, and where they part", answer=draw_map),
    Word(
        name="endings",
        also=("achievements",),
        about="the endings you have reached in all sessions, and what was achieved",
        answer=endings,
    ),
    Word(
        name="compare",
        usage="compare NAME",
        about="this session beside another: where they part, how each went",
        answer=compare,
    ),
    Word(
        name="share",
        usage="share CODE",
        also=("code",),
        about="this session as one line for another player; with such a line, begin where it leads",
        answer=code,
    ),
    Word(name="name", usage="name TITLE", about="calls this session so", answer=name),
    Word(
        name="export",
        usage="export FORM",
        about=f"writes this session down: as a book, or as one of {', '.join(FORMS)}",
        answer=export,
    ),
)
