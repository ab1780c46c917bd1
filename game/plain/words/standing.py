"""Words about how things stand: the gauges, and what is known."""

from game.plain.reader import Reader
from game.plain.word import Word
from game.source.suggest import nearest
from game.view.compose import codex
from game.view.histories import Band, History, Shift, histories
from game.view.page import quoted
from game.view.recap import recap as look_back
from game.view.recap_text import recap_text
from game.view.transcript import codex_text, filled, gauges_text


def meters(reader: Reader, rest: str) -> str:
    """Tell where everything stands; with a name, how that gauge came there."""
    if not rest:
        return gauges_text(reader.page.gauges, reader.width)
    known = {one.course.title.lower(): one for one in histories(reader.playthrough)}
    found = known.get(rest.lower()) or next((one for name, one in known.items() if name.startswith(rest.lower())), None)
    if found is None:
        near = nearest(rest.lower(), known)
        also = f" Did you mean {known[near].course.title}?" if near else ""
        return reader.filled(f"No gauge is called “{rest}”.{also}")
    return "\n".join(filled(said, reader.width, hang=3) for said in _course(found))


def _course(found: History) -> list[str]:
    """A gauge in sentences: what it is, where it stands, between what, and what moved it most."""
    title, last = found.course.title, found.last
    stands = f"{last.text}, {last.band}" if last.value is not None and last.band else last.text
    told = [f"{title}: {stands}."] + ([found.about] if found.about else [])
    under, over = found.beside()
    sides = [f"under it {_named(under)}"] if under is not None else []
    sides += [f"over it {_named(over)}"] if over is not None else []
    if sides:
        told.append(f"The words beside: {'; '.join(sides)}.")
    if len(points := found.course.by_turn()) > 1:
        told.append(f"So far: {', '.join(point.text for point in points)}.")
    told += [f"{_by(shift)}: {shift.before} to {shift.after}{_because(shift)}." for shift in found.shifts]
    return told


def _named(band: Band) -> str:
    return band.name if band.begins is None else f"{band.name}, from {band.begins}"


def _by(shift: Shift) -> str:
    when = f"{shift.when}, " if shift.when else ""
    return f"{when}{shift.title}, {quoted(shift.decision)}" if shift.decision else f"{when}{shift.title}"


def _because(shift: Shift) -> str:
    return f" ({'; '.join(shift.because)})" if shift.because else ""


def entries(reader: Reader, rest: str) -> str:
    """List the codex as far as it is known, or tell one entry of it."""
    known = {entry.title.lower(): entry for entry in codex(reader.playthrough) if entry.known}
    if not known:
        return "The codex is empty so far."
    if not rest:
        return reader.filled("In the codex: " + ", ".join(entry.title for entry in known.values()) + ".")
    asked = rest.lower()
    found = known.get(asked) or next((entry for title, entry in known.items() if title.startswith(asked)), None)
    if found is None:
        near = nearest(asked, known)
        also = f" It has “{known[near].title}”." if near else ""
        return reader.filled(f"The codex has no “{rest}” so far.{also}")
    return codex_text(found, reader.width)


def recalled(reader: Reader, _rest: str) -> str:
    """Tell in three sentences what went before."""
    return reader.filled(reader.recall()) or "There is nothing to tell yet."


def recap(reader: Reader, _rest: str) -> str:
    """Look back on this session, beside the player's others."""
    others = reader.keeper.others(reader.session.name)
    return recap_text(look_back(reader.playthrough, others), reader.width)


WORDS = (
    Word(name="previously", about="what went before, in three sentences", answer=recalled),
    Word(name="recap", about="this session looked back on: how it went, what mattered, what is unseen", answer=recap),
    Word(
        name="meters",
        usage="meters NAME",
        also=("gauges",),
        about="how a gauge came to where it stands; without a name, where everything stands",
        answer=meters,
    ),
    Word(
        name="codex",
        usage="codex NAME",
        about="an entry of the codex; without a name, the titles of those met so far",
        answer=entries,
    ),
)
