"""What rooms tell the app: where a reader wants to go. Rooms don't know each other; the app opens doors."""

from typing import TYPE_CHECKING, Literal

from textual.message import Message

from game.play.refusal import RefusalError
from game.settings.values import Value
from game.view.page import CodexPage

if TYPE_CHECKING:
    from game.play.playthrough import Playthrough
    from game.play.session import Session
    from game.tui.shelved import Shelved
    from game.view.locks import Lock


Record = Literal["log", "gauges", "people", "ledger"]
"""What is known of a session besides its pages."""


class TitleWanted(Message):
    """Back to the title screen."""


class NewWanted(Message):
    """A new session, please."""


class ListWanted(Message):
    """The list of sessions; ``watch`` if to watch one rather than play on."""

    def __init__(self, *, watch: bool) -> None:
        super().__init__()
        self.watch = watch


class ResumeWanted(Message):
    """Play a kept session on."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class WatchWanted(Message):
    """Watch a kept session."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class Opened(Message):
    """A session has been opened for playing."""

    def __init__(self, session: "Session") -> None:
        super().__init__()
        self.session = session


class LookBack(Message):
    """Watch a playthrough from its decision ``number`` on."""

    def __init__(self, playthrough: "Playthrough", name: str, number: int) -> None:
        super().__init__()
        self.playthrough = playthrough
        self.name = name
        self.number = number


class MapWanted(Message):
    """The decision map, perhaps where a session stood after its decision ``number``."""

    def __init__(self, name: str = "", number: int = 0) -> None:
        super().__init__()
        self.name = name
        self.number = number


class PointWanted(Message):
    """Watch a kept session from its decision ``number`` on."""

    def __init__(self, name: str, number: int) -> None:
        super().__init__()
        self.name = name
        self.number = number


class CompareWanted(Message):
    """Two kept sessions beside each other."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__()
        self.first = first
        self.second = second


class BranchWanted(Message):
    """A new session that begins with the first ``kept`` decisions of another; of ``playthrough``, if one is given."""

    def __init__(self, name: str, kept: int, playthrough: "Playthrough | None" = None) -> None:
        super().__init__()
        self.name = name
        self.kept = kept
        self.playthrough = playthrough


class OfSession(Message):
    """Something about a kept session."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class NameWanted(OfSession):
    """Call a session otherwise."""


class DeleteWanted(OfSession):
    """Put a session into the bin."""


class ExportWanted(OfSession):
    """Write a session down."""


class ShareWanted(OfSession):
    """A session as one line, for somebody else."""


class CodeAsked(Message):
    """Somebody else's session, by its line."""


class CheckWanted(Message):
    """Whether everything among the sessions is as it should be."""


class ShelfChanged(Message):
    """What is kept has changed; whoever shows it looks again."""


class CodexWanted(Message):
    """The codex, perhaps at an entry."""

    def __init__(self, entries: tuple[CodexPage, ...], entry: str = "") -> None:
        super().__init__()
        self.entries = entries
        self.entry = entry


class TermWanted(Message):
    """The entry of a term, without leaving the page; ``terms`` are all that are marked on it."""

    def __init__(self, entries: tuple[CodexPage, ...], terms: tuple[str, ...], term: str) -> None:
        super().__init__()
        self.entries = entries
        self.terms = terms
        self.term = term


class CodexOf(Message):
    """The codex as a kept session knows it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class RecordWanted(Message):
    """What is known of a session, as a playthrough of it stands."""

    def __init__(self, which: Record, playthrough: "Playthrough", name: str) -> None:
        super().__init__()
        self.which: Record = which
        self.playthrough = playthrough
        self.name = name


class RecordOf(Message):
    """What is known of a kept session."""

    def __init__(self, which: Record, name: str) -> None:
        super().__init__()
        self.which: Record = which
        self.name = name


class AboutWanted(Message):
    """About the story: who wrote it, what it is, what to know before."""


class StoriesWanted(Message):
    """The stories that can be chosen."""


class StoryWanted(Message):
    """Another story, please."""

    def __init__(self, story: "Shelved") -> None:
        super().__init__()
        self.story = story


class RecapWanted(Message):
    """A session that has ended, looked back on."""

    def __init__(self, playthrough: "Playthrough", name: str) -> None:
        super().__init__()
        self.playthrough = playthrough
        self.name = name


class EndingsWanted(Message):
    """The endings and achievements of the story, as far as they were reached."""


class Begun(Message):
    """Begin a game: for a reader called so, with this seed (None: dice of its own)."""

    def __init__(self, player: str = "", seed: int | None = None) -> None:
        super().__init__()
        self.player = player
        self.seed = seed


class SettingWanted(Message):
    """A setting is to hold from now on, and to be kept."""

    def __init__(self, name: str, value: Value) -> None:
        super().__init__()
        self.name = name
        self.value = value


class Left(Message):
    """A room has been left: back to the one before."""


class KeysWanted(Message):
    """Every command with its name and its keys."""


class WhyWanted(Message):
    """Why choices of a page are locked, without leaving it; ``choice`` is the one asked about."""

    def __init__(self, locks: "tuple[Lock, ...]", choice: str) -> None:
        super().__init__()
        self.locks = locks
        self.choice = choice


class StoryClosed(Message):
    """The story can't be opened."""

    def __init__(self, refusal: RefusalError) -> None:
        super().__init__()
        self.refusal = refusal
