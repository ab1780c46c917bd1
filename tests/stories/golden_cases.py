"""The golden cases: a folder each, with a story, a plan of choices, and the transcript they give."""

from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from small_stories import begun

from game.engine.prepare import prepare
from game.engine.program import Program
from game.load.pipeline import load_path
from game.plain.player import Player
from game.play.codec import decode, encode
from game.play.playthrough import Playthrough
from game.play.replay import replay
from game.settings.values import Settings
from game.view.compose import compose
from game.view.transcript import number_of, transcript

FOLDER = Path(__file__).parent
NAMES = tuple(sorted(path.parent.name for path in FOLDER.glob("*/plan.txt")))


_PLAIN = "in plain words"


@dataclass(frozen=True)
class Case:
    """A case as it lies in its folder. Steps are ids of choices, or ``back``."""

    folder: Path
    program: Program
    seed: int
    player: str
    plain: bool
    steps: tuple[str, ...]

    @property
    def expected(self) -> Path:
        return self.folder / "expected.txt"


def case(name: str) -> Case:
    """Read a case: a plan has a step a line, and comments behind ``#``.

    It may also say ``seed N``, ``player NAME`` and ``in plain words``.
    """
    folder = FOLDER / name
    loaded = load_path(folder / "story.yaml")
    assert loaded.playable, loaded.diagnostics
    assert loaded.story is not None
    lines = (line.partition("#")[0].strip() for line in (folder / "plan.txt").read_text("utf-8").splitlines())
    plan = [line for line in lines if line]
    seeds = [int(line.removeprefix("seed ")) for line in plan if line.startswith("seed ")]
    players = [line.removeprefix("player ") for line in plan if line.startswith("player ")]
    plain = _PLAIN in plan
    steps = tuple(line for line in plan if not line.startswith(("seed ", "player ", _PLAIN)))
    return Case(folder, prepare(loaded.story), seeds[0] if seeds else 1, "".join(players), plain, steps)


def beginning(one: Case) -> Playthrough:
    """The playthrough before its first step."""
    return begun(one.program, one.seed, player=one.player)


def stages(one: Case) -> list[Playthrough]:
    """The playthrough at its beginning and after every step."""
    playthrough = beginning(one)
    found = [playthrough]
    for step in one.steps:
        playthrough = playthrough.back(playthrough.decisions - 1) if step == "back" else playthrough.choose(step)
        found.append(playthrough)
    return found


def kept_and_read_again(one: Case, playthrough: Playthrough) -> Playthrough:
    """The same playthrough, through a file's bytes and a replay."""
    decoded = decode(encode(playthrough.journal).encode())
    assert decoded.damage == ""
    assert decoded.journal == playthrough.journal
    again = replay(one.program, decoded.journal)
    assert isinstance(again, Playthrough), again
    return again


class PlayedSession:
    """A session that is written nowhere, for the plain player."""

    name, trouble, notice = "unwritten-0001", "", ""

    def __init__(self, playthrough: Playthrough) -> None:
        self.playthrough = playthrough

    def branch(self, kept: int) -> "PlayedSession":
        branch = PlayedSession(self.playthrough.at(kept))
        branch.name = f"{self.name[:-4]}{int(self.name[-4:]) + 1:04d}"
        return branch

    def close(self) -> None:
        """There is no file."""

    def choose(self, choice: str) -> None:
        self.playthrough = self.playthrough.choose(choice)

    def back(self) -> bool:
        if not self.playthrough.decisions:
            return False
        self.playthrough = self.playthrough.back(self.playthrough.decisions - 1)
        return True


def as_typed(one: Case) -> str:
    """What a reader sees who types the plan's numbers into the plain player."""
    session = PlayedSession(beginning(one))

    def typed():
        for step in one.steps:
            yield step if step == "back" else str(number_of(compose(session.playthrough), step))

    out = StringIO()
    settings = Settings(plain_briefing=one.plain)
    Player(session, typed(), out.write, lambda _text: None, None, echo=True, width=72, settings=settings).play()
    return out.getvalue()


def as_read(one: Case) -> str:
    """The transcript of the whole case."""
    return transcript(stages(one)[-1], plain=one.plain)
