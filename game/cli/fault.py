"""When something of ours breaks: one sentence for the player, the rest in a log file."""

import traceback
from datetime import UTC, datetime

from game import __version__
from game.cli import places


def write_down(problem: BaseException) -> str:
    """Write an error into the log and return the sentence that says so."""
    text = "".join(traceback.format_exception(problem))
    stamp = datetime.now(UTC).isoformat(timespec="seconds")
    path = places.log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", errors="replace") as file:
            file.write(f"{stamp} narrowsky {__version__}\n{text}\n")
    except OSError:
        return "Something of ours broke, and the log could not be written. Run again with --debug to see it."
    return f"Something of ours broke. Your session is saved up to the last decision. Details are in {path}"
