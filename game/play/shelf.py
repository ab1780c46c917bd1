"""The folder of journals: listed, begun, resumed, read.

What a new game does not need is imported when it is first asked for.
"""

# ruff: noqa: PLC0415 - see above

import contextlib
import secrets
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from game.disk.whole import write_whole
from game.engine.going import EndlessError
from game.engine.program import Program
from game.engine.start import StartError
from game.play.codec import decode, encode, encode_opened
from game.play.folder import EXPORTS, Folder, is_sample, session_name, size_of
from game.play.journal import Branched, Journal, Opened
from game.play.kept import Carried, Reading, Summary
from game.play.playthrough import Playthrough, opened
from game.play.profile import Profile
from game.play.reader import Read, Reader
from game.play.refusal import ShelfError, why_not
from game.play.session import Session
from game.play.titles import Titles
from game.play.writing import HeldError, JournalFile, Lock, set_aside
from game.source.clean import clean_name
from game.source.limits import PLAYER_CHARACTERS

if TYPE_CHECKING:
    from game.play.housekeeping import Finding


class Shelf:
    """The sessions of one story, in ``folder``; ``samples`` may hold more, never written to."""

    def __init__(self, folder: Path, program: Program, samples: Path | None = None) -> None:
        self.folder = folder
        self.program = program
        self.samples = samples
        self._folder = Folder(folder, samples)
        self.profile = Profile(folder, program.story)
        self._titles = Titles(folder)
        self._reader = Reader(self._folder, program, self._titles)

    def listed(self) -> tuple[Summary, ...]:
        """Every session, the last played first, then by number, the newest first; this story's samples last."""
        return self._reader.summaries()

    def begin(
        self, seed: int | None = None, *, at: str = "", given: tuple[tuple[str, str], ...] = (), player: str = ""
    ) -> Session:
        """Begin a new session; without a seed the dice get one of their own. Raises ShelfError.

        ``player`` is what the reader wants to be called, and the session too; it is cleaned here. It may begin ``at``
        a scene, and with values ``given`` as texts by their names: raises StartError where the story has no such scene,
        name or value.
        """
        story = self.program.story
        opening = Opened(
            story=story.id,
            version=story.version,
            fingerprint=story.fingerprint,
            extends=story.extends,
            seed=secrets.randbits(32) if seed is None else seed,
            started=datetime.now(UTC).strftime("%Y-%m-%d"),
            before=self.profile.before(seed),
            player=clean_name(player, PLAYER_CHARACTERS),
            at=at,
            given=given,
        )
        try:
            session = self._new(opened(self.program, opening))
        except EndlessError as problem:
            raise ShelfError(f"this story can't be begun: {problem}") from None
        if opening.player:
            with contextlib.suppress(ShelfError):  # it has its own name in any case
                self._titles.write(session.name, self._titles.untaken(opening.player))
        return session

    def resume(self, name: str) -> Session:
        """Go on with a session where it stands.

        A sample, one that another program is writing, and one whose story has changed so that it no longer fits, go on
        as a branch, which the session's ``notice`` says. Damaged ends are kept aside. Raises ShelfError.
        """
        found = self._reader.read(name)
        if is_sample(found.path):
            return self._copied(found, "This is a copy of a session shipped with the game.")
        if found.parts:
            return self._copied(found, f"The story has changed since: {found.parts}. You go on from there in a copy.")
        try:
            lock = Lock(found.path)
        except HeldError as problem:
            return self._copied(found, f"This session is open elsewhere ({problem}); you go on in a copy.")
        except OSError as problem:
            return self._copied(found, f"This session can't be written to ({why_not(problem)}); you go on in a copy.")
        if size_of(found.path) != found.size:
            try:
                found = self._reader.read(name)  # another program went on with it until just now
            except ShelfError:
                lock.free()
                raise
            if found.parts:
                lock.free()
                return self.resume(name)
        file = JournalFile(found.path, size=found.decoded.size, lock=lock)
        notice = ""
        if found.decoded.damage:
            try:
                aside = set_aside(found.path, found.decoded.size)
            except OSError as problem:
                file.close()
                return self._copied(found, f"This session can't be mended ({why_not(problem)}); you go on in a copy.")
            notice = (
                f"In the saved file {found.decoded.damage}. You stand at the last whole decision; "
                f"the rest is kept in {aside.name}."
            )
        self._folder.remember(name)
        check = found.decoded.check
        return Session(found.playthrough, file, check, self.branch_of, profile=self.profile, notice=notice)

    def branch(self, name: str, kept: int | None = None) -> Session:
        """Begin a new session with the first ``kept`` decisions of another (without it, all); the other stays as it is.

        Raises ShelfError if fewer stand.
        """
        found = self._reader.read(name)
        return self.branch_of(found.playthrough, session_name(found.path), kept)

    def carried(self, name: str) -> Carried:
        """A session played over this story, however it was edited meanwhile. Raises ShelfError."""
        from game.play.migrate import migrate

        found = self._reader.read(name)
        journal = found.decoded.journal
        return Carried(session_name(found.path), migrate(self.program, journal), found.damage)

    def from_code(self, code: str, *, player: str = "") -> Session:
        """Begin a new session where a share code leads, for a reader called ``player``. Raises RefusalError."""
        playthrough, problem = self._by_code(code)
        opening = replace(playthrough.journal.opened, player=clean_name(player, PLAYER_CHARACTERS))
        playthrough = replace(playthrough, journal=replace(playthrough.journal, opened=opening))
        return self._new(playthrough, f"This session was shared with you. {problem}".strip())

    def reading_code(self, code: str) -> Reading:
        """What a share code holds, to be read. Raises RefusalError."""
        playthrough, problem = self._by_code(code)
        return Reading("shared", playthrough, problem)

    def _by_code(self, code: str) -> tuple[Playthrough, str]:
        from game.play.share import play_code, read_code

        try:
            playthrough, problem = play_code(self.program, read_code(code))
        except (EndlessError, StartError) as fault:
            raise ShelfError(f"This code can't be played: {fault}") from None
        started = datetime.now(UTC).strftime("%Y-%m-%d")
        opening = replace(playthrough.journal.opened, started=started)
        return replace(playthrough, journal=replace(playthrough.journal, opened=opening)), problem

    def rename(self, name: str, title: str) -> str:
        """Call a session so, and return what it is called from now on; its file keeps its name. Raises ShelfError."""
        return self._titles.write(session_name(self._reader.path_of(name)), title)

    def called(self, name: str) -> str:
        """What its player calls a session; empty where it was never renamed."""
        return self._titles.read().get(name, "")

    def others(self, name: str) -> tuple[tuple[str, Playthrough], ...]:
        """The player's other sessions of this story, as far as they can be read, each with its name; no samples."""
        found = []
        for path in self._folder.journals():
            if path.stem != name and not is_sample(path):
                with contextlib.suppress(ShelfError):
                    found.append((path.stem, self._reader.at(path, path.stem).playthrough))
        return tuple(found)

    def keep_export(self, name: str, ending: str, text: str) -> Path:
        """Write a copy of a session into a folder beside them, in place of an older one; where it lies.

        Raises ShelfError.
        """
        path = self.folder / EXPORTS / f"{name}{ending}"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, text)
        except OSError as problem:
            raise ShelfError(f"`{path}` can't be written: {why_not(problem)}") from None
        return path

    def delete(self, name: str) -> Path:
        """Put a session into the bin, and return where it lies. Raises ShelfError if it can't be taken away now."""
        from game.play.housekeeping import throw_away

        return throw_away(self._folder, name)

    def verify(self, *, mend: bool = False) -> "tuple[Finding, ...]":
        """What is not in order in the folder, of whatever story; with ``mend`` it is mended where it can be."""
        from game.play.housekeeping import verify

        return verify(self._folder, mend=mend)

    def read(self, name: str) -> Playthrough:
        """A session as far as it goes, for reading only; ``name`` may be a path. Raises ShelfError."""
        return self._reader.read(name).playthrough

    def reading(self, name: str) -> Reading:
        """A session as far as it goes, and what keeps it from going further. Raises ShelfError."""
        found = self._reader.read(name)
        return Reading(session_name(found.path), found.playthrough, found.problem)

    def find(self, name: str) -> str:
        """The name of the session that ``name`` says: its name, title, number or beginning. Raises ShelfError."""
        return self._reader.find(name)

    def _copied(self, found: Read, notice: str) -> Session:
        return self.branch_of(found.playthrough, session_name(found.path), notice=notice)

    def branch_of(self, playthrough: Playthrough, name: str, kept: int | None = None, notice: str = "") -> Session:
        """Begin a new session where a playthrough stood; the other keeps its file. Raises ShelfError if fewer stand."""
        many = playthrough.decisions if kept is None else kept
        if not 0 <= many <= playthrough.decisions:
            raise ShelfError(
                f"`{name}` took {playthrough.decisions} decisions; there is no decision {many + 1} to take anew"
            )
        opening = replace(
            playthrough.journal.opened,
            branched=Branched(name, many),
            fingerprint=self.program.story.fingerprint,
            version=self.program.story.version,
            extends=self.program.story.extends,
        )
        journal = Journal(opening, playthrough.standing[:many])
        return self._new(Playthrough(self.program, journal, playthrough.moves[: many + 1]), notice)

    def _new(self, playthrough: Playthrough, notice: str = "") -> Session:
        path = self._folder.fresh(self.program.story.id)
        lock: Lock | None = None
        with contextlib.suppress(OSError, HeldError):  # the first append says what the trouble is, and goes on trying
            lock = Lock(path)
        file = JournalFile(path, lock=lock)
        _, check = encode_opened(playthrough.journal.opened)
        lines = encode(playthrough.journal)
        file.append(lines)
        if playthrough.journal.entries:
            check = decode(lines.encode("ascii")).check
        self._folder.remember(file.path.stem)
        return Session(playthrough, file, check, self.branch_of, profile=self.profile, notice=notice)
