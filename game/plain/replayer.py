"""The plain replayer: a session that was played, page by page, as somebody asks for it."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from game.play.playthrough import Playthrough
from game.settings.values import DEFAULTS, Settings
from game.source.clean import clean_line
from game.view.compose import compose
from game.view.decisions import chosen, place_title
from game.view.locks import locks, locks_text
from game.view.transcript import filled, gauges_text, page_text
from game.view.walk import Walk, arc_named
from game.view.workings import workings
from game.view.workings_text import workings_text

Say = Callable[[str], None]

HELP = """\
Press enter for the next page. Or one of these words:
  back       the page before
  go 7       the page on which decision 7 was taken
  turn 3     where the third turn begins
  arc NAME   the next decision of an arc; again with only: arc
  play       the pages that follow, one after another
  meters     where everything stood
  why WORDS  why a choice was locked, by words of it; without any, all of them
  help       this text
  quit       stop"""
_FOR_AUTHORS = "\n  debug WORDS  why cards were dealt, what each condition saw; with words, only what holds them"
_FEW_DIGITS = 7


class Replayer:
    """A session on bare input and output, to be read again.

    ``lines`` are the reader's lines, ``story`` writes what belongs to the story, ``aside`` what is about the program;
    ``pause`` waits between pages that are played. With ``echo`` each line read is repeated after the prompt. ``others``
    says, by the number of a decision, what was decided there elsewhere; ``settings`` are what the reader has chosen.
    With ``debug`` it tells authors what readers don't see.
    """

    def __init__(
        self,
        playthrough: Playthrough,
        lines: Iterator[str],
        story: Say,
        aside: Say,
        pause: Callable[[], None],
        *,
        echo: bool,
        width: int,
        settings: Settings = DEFAULTS,
        others: Mapping[int, Sequence[str]] | None = None,
        debug: bool = False,
    ) -> None:
        self.walk = Walk(playthrough)
        self.lines = lines
        self.story = story
        self.aside = aside
        self.pause = pause
        self.echo = echo
        self.width = width
        self.settings = settings
        self.others = others or {}
        self.debug = debug
        self._arc = ""

    def run(self) -> None:
        """Read until the reader quits, or the input ends."""
        self.show()
        while True:
            self.story("\n: ")
            line = next(self.lines, None)
            if line is None:
                self.story("\n")
                return
            line = clean_line(line).strip()
            if self.echo:
                self.story(f"{line}\n")
            if line.lower() in ("quit", "q", "exit"):
                return
            self._answer(line)

    def play(self) -> None:
        """Show the pages from here to the last, with a pause after each."""
        while (after := self.walk.step()) is not None:
            self.pause()
            self.walk = after
            self.show()

    def show(self) -> None:
        """Show the page, where it stands among the others, and what was decided on it."""
        here, walk = self.walk.here, self.walk
        where = f", {here.where}" if here.where else ""
        self.aside(f"\nPage {walk.number + 1} of {walk.last + 1}{where}.\n")
        page = compose(here, summaries=self.settings.summaries, plain=self.settings.plain_briefing)
        self.story("\n" + page_text(page, self.width))
        if walk.number < walk.last:
            took = walk.playthrough.moves[walk.number + 1].took
            place = place_title(here.program, took.scene) if took is not None else ""
            decided = f"Decision {walk.number + 1}, {place}: {chosen(walk.playthrough, walk.number + 1)}"
            self.story("\n" + filled(f"> {decided}", self.width, hang=2) + "\n")
            for other in self.others.get(walk.number + 1, ()):
                self.story(filled(f"But {other}", self.width, indent=2, hang=2) + "\n")

    def _answer(self, line: str) -> None:
        word, _, rest = line.partition(" ")
        rest = rest.strip()
        match word.lower():
            case "" | "next" | "n":
                self._go(self.walk.step(), "This is the last page.")
            case "back" | "b":
                self._go(self.walk.step(-1), "This is the first page.")
            case "go":
                self._go(self.walk.to(_number(rest) - 1), f"There is no decision {rest[:20]}.")
            case "turn" | "week" | "day" | "month":
                self._go(self.walk.to_turn(_number(rest)), f"It never came to {word.lower()} {rest[:20]}.")
            case "arc":
                self._to_arc(rest)
            case "play":
                self.play()
            case "meters":
                self.story(gauges_text(compose(self.walk.here).gauges, self.width) + "\n")
            case "why":
                self.story(locks_text(locks(self.walk.here), rest, self.width) + "\n")
            case "debug" if self.debug:
                self.story(workings_text(workings(self.walk.here), rest, self.width) + "\n")
            case "help" | "?":
                told = HELP + (_FOR_AUTHORS if self.debug else "")
                self.story("\n".join(filled(one, self.width, hang=13) for one in told.split("\n")) + "\n")
            case _:
                self.story(
                    filled(f"“{line[:40]}” is no word here. Press enter for the next page, or type help.", self.width)
                )
                self.story("\n")

    def _to_arc(self, typed: str) -> None:
        arc = arc_named(self.walk.playthrough.program, typed) if typed else self._arc
        if not arc:
            arcs = [one.title for one in self.walk.playthrough.program.story.world.arcs]
            told = f"Type arc and one of these: {', '.join(arcs)}." if arcs else "This story has no arcs."
            self.story(filled(told, self.width) + "\n")
            return
        self._arc = arc
        self._go(self.walk.to_arc(arc), "No later decision belongs to this arc.")

    def _go(self, walk: Walk | None, otherwise: str) -> None:
        if walk is None:
            self.story(filled(otherwise, self.width) + "\n")
            return
        self.walk = walk
        self.show()


def _number(typed: str) -> int:
    """A number as typed; -1 for anything else."""
    return int(typed) if typed.isdecimal() and len(typed) < _FEW_DIGITS else -1
