"""A session: the one thing that changes while somebody plays, a playthrough and its journal file."""

from collections.abc import Callable

from game.play.codec import encode_entry
from game.play.playthrough import Playthrough
from game.play.profile import Profile
from game.play.writing import JournalFile


class Session:
    """A playthrough that is written down, decision by decision, before the next page is seen.

    ``name`` is the journal's name; ``notice`` what was found on opening it, to be said once.
    """

    def __init__(
        self,
        playthrough: Playthrough,
        file: JournalFile,
        check: str,
        branch: "Branch",
        *,
        profile: Profile,
        notice: str = "",
    ) -> None:
        self.playthrough = playthrough
        self._profile = profile
        if not playthrough.decisions:
            profile.keep(playthrough.moves[0].step.events)
        self.notice = " ".join(said for said in (notice, profile.notice) if said)
        self._branch = branch
        self._file = file
        self._check = check

    @property
    def name(self) -> str:
        """The journal's name."""
        return self._file.path.stem

    @property
    def trouble(self) -> str:
        """Empty, or why the last decisions are not on the disk yet."""
        return self._file.trouble

    def choose(self, choice: str) -> None:
        """Take a choice, write it down, and only then move on. Raises NotOfferedError if it is not open now."""
        self._move(self.playthrough.choose(choice))

    def back(self) -> bool:
        """Take the last decision back; False at the beginning."""
        if self.playthrough.decisions == 0:
            return False
        self._move(self.playthrough.back(self.playthrough.decisions - 1))
        return True

    def branch(self, kept: int) -> "Session":
        """Begin a new session with the first ``kept`` decisions of this one, which stays as it is.

        Raises ShelfError if fewer stand.
        """
        return self._branch(self.playthrough, self.name, kept)

    def _move(self, after: Playthrough) -> None:
        entries = after.journal.entries
        line, check = encode_entry(len(entries), entries[-1], self._check)
        self._file.append(line)
        self._check = check
        self.playthrough = after
        self._profile.keep(after.moves[-1].step.events)

    def close(self) -> None:
        """Let go of the file and its lock."""
        self._file.close()


Branch = Callable[[Playthrough, str, int], Session]
"""Begins a new session: from which playthrough, what it is called, how many of its decisions are kept."""
