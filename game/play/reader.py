"""The journals of a folder, read and replayed over a story; nothing is written."""

from dataclasses import dataclass
from pathlib import Path

from game.disk.whole import read_up_to
from game.engine.going import EndlessError
from game.engine.program import Program
from game.engine.start import StartError
from game.play.codec import Decoded, JournalError, decode
from game.play.folder import Folder, day_of, is_sample, number
from game.play.kept import Summary
from game.play.listing import Listing, Stands
from game.play.playthrough import Playthrough
from game.play.refusal import ShelfError
from game.play.replay import Divergence, reopen
from game.play.titles import Titles
from game.source.limits import ID_CHARACTERS, JOURNAL_BYTES
from game.source.suggest import nearest


class OtherStoryError(ShelfError):
    """A session of another story than the reader's."""


@dataclass(frozen=True, slots=True)
class Read:
    """A journal read and replayed as far as it goes; ``parts`` says where and why the story parts from it."""

    path: Path
    size: int
    decoded: Decoded
    playthrough: Playthrough
    parts: str

    @property
    def damage(self) -> str:
        """What of the file can't be read, in a sentence."""
        return f"In the saved file {self.decoded.damage}." if self.decoded.damage else ""

    @property
    def problem(self) -> str:
        """What keeps it from going further, in a sentence; empty if nothing does."""
        changed = f"The story has changed since, and parts from this session at {self.parts}." if self.parts else ""
        return " ".join(part for part in (self.damage, changed) if part)


class Reader:
    """Reads the journals of a folder over one story."""

    def __init__(self, folder: Folder, program: Program, titles: Titles) -> None:
        self.program = program
        self._folder = folder
        self._titles = titles

    def read(self, name: str) -> Read:
        """A session by its name, or by its path. Raises ShelfError."""
        return self.at(self.path_of(name), name)

    def at(self, path: Path, name: str) -> Read:
        """The session in a file, called ``name`` where something is wrong with it. Raises ShelfError."""
        try:
            data = read_up_to(path, JOURNAL_BYTES + 1)
            decoded = decode(data)
        except OSError as problem:
            raise ShelfError(f"`{name}` can't be read: {problem.strerror}") from None
        except JournalError as problem:
            raise ShelfError(f"`{name}` can't be opened: {problem}") from None
        journal, story = decoded.journal, self.program.story
        if journal.opened.story != story.id:
            raise OtherStoryError(f"`{name}` belongs to another story, `{journal.opened.story}`")
        try:
            found = reopen(self.program, journal)
        except EndlessError as problem:
            raise ShelfError(f"`{name}` can't be opened: the story has changed so that {problem}") from None
        except StartError as problem:
            raise ShelfError(f"`{name}` can't be opened, for it can't begin as it did: {problem}") from None
        if isinstance(found, Divergence):
            return Read(path, len(data), decoded, found.reached, f"decision {found.decision}: {found.reason}")
        return Read(path, len(data), decoded, found, "")

    def path_of(self, name: str) -> Path:
        """Where a session lies. Raises ShelfError."""
        path = self._folder.path_of(name)
        if path is None:
            raise ShelfError(_none_called(name, [one.stem for one in self._folder.journals()]))
        return path

    def find(self, name: str) -> str:
        """The name of the session that ``name`` says: its name, title, number or beginning. Raises ShelfError."""
        if self._folder.path_of(name) is not None:
            return name
        known = [path.stem for path in self._folder.journals()]
        titles = {one: title for one, title in self._titles.read().items() if one in known}
        titled = [one for one, title in titles.items() if title == name]
        titled = titled or [one for one, title in titles.items() if title.casefold() == name.casefold()]
        numbered = int(name) if name.isdecimal() and len(name) < ID_CHARACTERS else -1
        found = titled or [one for one in known if one.startswith(name) or number(Path(one)) == numbered]
        if len(found) == 1:
            return found[0]
        if found:
            raise ShelfError(f"`{name}` could be {', '.join(sorted(found))}")
        raise ShelfError(_none_called(name, [*known, *titles.values()]))

    def summaries(self) -> tuple[Summary, ...]:
        """Every session, the last played first, then by number, the newest first; this story's samples last."""
        titles, paths = self._titles.read(), self._folder.journals()
        found = zip(paths, Listing(self._folder.path, self.program.story).of(paths, self._stands), strict=True)
        return tuple(
            self._summary(path, titles.get(path.stem, ""), stands)
            for path, stands in found
            if not (stands.foreign and is_sample(path))
        )

    def _stands(self, path: Path) -> Stands:
        try:
            found = self.at(path, path.stem)
        except ShelfError as problem:
            return Stands(problem=str(problem), opened=False, foreign=isinstance(problem, OtherStoryError))
        playthrough = found.playthrough
        branched = playthrough.journal.opened.branched
        return Stands(
            where=playthrough.where,
            decisions=playthrough.decisions,
            ended=playthrough.state.ended,
            parent="" if branched is None else branched.session,
            kept=0 if branched is None else branched.decisions,
            problem=found.problem,
        )

    def _summary(self, path: Path, called: str, stands: Stands) -> Summary:
        story = self.program.story
        return Summary(
            name=path.stem,
            called=called,
            story=story.id if stands.opened else "",
            title=story.title if stands.opened else "",
            where=stands.where,
            decisions=stands.decisions,
            ended=next((one.title for one in story.endings if one.id == stands.ended), ""),
            sample=is_sample(path),
            parent=stands.parent,
            kept=stands.kept,
            problem=stands.problem,
            played=day_of(path),
        )


def _none_called(name: str, known: list[str]) -> str:
    near = nearest(name, known)
    hint = f"did you mean `{near}`?" if near else "`narrowsky saves` lists them"
    return f"no session is called `{name}`; {hint}"
