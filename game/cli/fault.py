"""When something of ours breaks: a few plain words for the player, the rest in a log file."""

import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from game import __version__
from game.cli import places
from game.play.refusal import RefusalError
from game.source.clean import clean_text

TYPE_CHECKING = False  # as in ``typing``, which is not loaded for this
if TYPE_CHECKING:
    from game.play.session import Session

FAULT = 70
_BROKE = "Something of ours broke, and this had to stop. It was nothing you did."
_LARGEST = 1_000_000
_LONGEST = 500


def write_down(problem: BaseException, session: "Session | None" = None, again: str = "narrowsky play") -> str:
    """Write an error into the log; returns what to tell the player: what is kept, how to go on, where it is written.

    ``session`` is the one that was being played, ``again`` the command that would play its story.
    """
    lines = [_BROKE]
    if session is not None:
        if session.trouble:
            lines.append(f"The last decisions could not be kept: {session.trouble}")
        elif session.playthrough.decisions:
            lines.append("Every decision you took is kept.")
        if session.playthrough.decisions:
            lines.append(f"Go on with: {again} --resume {session.name}")
    lines.append(_written(problem))
    return clean_text("\n".join(lines))


def broken(problem: Exception, session: "Session", again: str, *, debug: bool) -> int:
    """Say on the error stream that playing broke; the exit code. Raises it on where it is no fault, or wanted whole."""
    if debug or isinstance(problem, RefusalError | BrokenPipeError):
        raise problem
    print(write_down(problem, session, again), file=sys.stderr)
    return FAULT


def _written(problem: BaseException) -> str:
    """Write the traceback down, without the values of anything: they would tell the story; say where."""
    found = traceback.TracebackException.from_exception(problem)
    text = clean_text("".join(_shortened(line) for line in found.format()))
    stamp = datetime.now(UTC).isoformat(timespec="seconds")
    path = places.log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _make_room(path)
        with path.open("a", encoding="utf-8", errors="replace") as file:
            file.write(f"{stamp} narrowsky {__version__}\n{text}\n")
    except OSError:
        return "The log could not be written; run again with --debug to see what happened."
    return f"What happened is written down, for whoever mends it, in {path}"


def _shortened(line: str) -> str:
    """A part of a traceback; what an error says of itself may be as long as a story."""
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}...\n"


def _make_room(path: Path) -> None:
    """Put a log that has grown large aside; of those put aside, the last is kept."""
    if path.is_file() and path.stat().st_size > _LARGEST:
        path.replace(path.with_suffix(".old.log"))
