"""Commands that go on with what was done, as a reader would have to type them here."""

import shlex


def play_again(story: str | None, saves: str | None, *more: str) -> str:
    """Return ``narrowsky play``, for the same story and folder of sessions, with ``more`` behind."""
    return shlex.join(["narrowsky", "play", *([] if story is None else [story]), *_kept(saves), *more])


def migrate_on(session: str, story: str | None, saves: str | None) -> str:
    """Return the command that carries the session over and goes on with it."""
    told = [] if story is None else ["--story", story]
    return shlex.join(["narrowsky", "migrate", session, "--go-on", *told, *_kept(saves)])


def saves_again(action: str, story: str | None, saves: str | None, *more: str) -> str:
    """Return ``narrowsky saves`` with this action, for the same story and folder of sessions, with ``more`` behind."""
    told = [] if story is None else ["--story", story]
    return shlex.join(["narrowsky", "saves", action, *more, *told, *_kept(saves)])


def _kept(saves: str | None) -> list[str]:
    return [] if saves is None else ["--saves", saves]
