"""The plain player: prints pages, reads numbers and a few words, until the story or the input ends."""

from collections.abc import Callable, Iterator
from functools import partial

from game.engine.step import EndlessError
from game.plain.keeping import WORDS, Keeper, Keeping
from game.play.session import Session
from game.source.clean import clean_line
from game.source.suggest import nearest
from game.view.compose import codex, compose, note
from game.view.page import Page
from game.view.transcript import codex_text, filled, gauges_text, note_text, page_text

Say = Callable[[str], None]
"""Writes text as it is; the caller sees to it that it reaches the reader at once."""

HELP = """\
Type the number of a choice. Or one of these words:
  back       take the last decision back
  again      show this page again
  decisions  what you have decided so far, by number
  map        all your sessions of this story, and where they part
  branch 5   begin another session at decision 5; this one is kept
  name TITLE calls this session so
  export     writes this session as a book; export html as a page
  meters     where everything stands
  codex      the entries met so far; codex NAME shows one
  help       this text
  quit       stop; the session is saved after every decision"""


class Player:
    """One session on bare input and output.

    ``lines`` are the reader's lines, ``story`` writes what belongs to the story, ``aside`` what is about the program.
    With ``echo`` each line read is repeated after the prompt, as on a terminal, so that a piped game reads the same.
    With ``summaries`` what has a summary is told by it. ``again`` is the command that would play this story again.
    """

    def __init__(
        self,
        session: Session,
        lines: Iterator[str],
        story: Say,
        aside: Say,
        keeper: Keeper,
        *,
        echo: bool,
        width: int,
        summaries: bool = False,
        again: str = "narrowsky play",
    ) -> None:
        self.keeping = Keeping(keeper, width)
        self.again = again
        self.compose = partial(compose, summaries=summaries)
        self.session = session
        self.lines = lines
        self.story = story
        self.aside = aside
        self.echo = echo
        self.width = width
        self._trouble = ""

    def play(self) -> None:
        """Play until the story ends, the reader quits, or the input does."""
        if self.session.notice:
            self.aside(self.session.notice + "\n")
        before = note(self.session.playthrough.program) if not self.session.playthrough.decisions else ()
        if before:
            self.aside(note_text(before, self.width) + "\n\n")
        page = self.compose(self.session.playthrough)
        self.story(page_text(page, self.width))
        while not page.ending:
            self._warn()
            self.story("\n> ")
            line = next(self.lines, None)
            if line is None:
                self.story("\n")
                self.aside(self._farewell())
                return
            line = clean_line(line).strip()
            if self.echo:
                self.story(f"{line}\n")
            if line.lower() in ("quit", "q", "exit"):
                self.aside(self._farewell())
                return
            page = self._answer(page, line)
        self._warn()
        self.aside(f"This session is kept as {self.session.name}.\n")

    def _answer(self, page: Page, line: str) -> Page:
        word, _, rest = line.partition(" ")
        if line.isdecimal():
            return self._choose(page, line)
        match word.lower():
            case known if known in WORDS:
                self.story(self.keeping.told(known, rest.strip(), self.session) + "\n")
            case "back" | "u" | "undo":
                if self.session.back():
                    page = self.compose(self.session.playthrough)
                    self.story("\n" + page_text(page, self.width))
                else:
                    self.story("This is the beginning.\n")
            case "again" | "look":
                self.story("\n" + page_text(page, self.width))
            case "branch":
                page = self._branch(page, rest.strip())
            case "meters":
                self.story(gauges_text(page.gauges, self.width) + "\n")
            case "codex":
                self.story(self._codex(rest.strip()) + "\n")
            case "help" | "?":
                self.story("\n".join(filled(line, self.width, hang=13) for line in HELP.split("\n")) + "\n")
            case _:
                self.story(filled(_unknown(page, line), self.width) + "\n")
        return page

    def _choose(self, page: Page, line: str) -> Page:
        open_options = [option for option in page.options if option.open]
        few_digits = 4
        number = int(line) if len(line) < few_digits else 0
        if not 1 <= number <= len(open_options):
            self.story(filled(_unknown(page, line), self.width) + "\n")
            return page
        try:
            self.session.choose(open_options[number - 1].id)
        except EndlessError as problem:
            self.story(filled(f"The story goes round and round from there: {problem}. Choose otherwise.", self.width))
            self.story("\n")
            return page
        page = self.compose(self.session.playthrough)
        self.story("\n" + page_text(page, self.width))
        return page

    def _branch(self, page: Page, typed: str) -> Page:
        """Go on in a new session that begins where a decision was taken; without its number, where this one stands."""
        most = self.session.playthrough.decisions + 1
        few_digits = 7
        number = most if not typed else int(typed) if typed.isdecimal() and len(typed) < few_digits else 0
        if not 1 <= number <= most:
            self.story(filled(f"There is no decision {typed[:20]}. Type decisions to see them all.", self.width) + "\n")
            return page
        left = self.session
        self.session = left.branch(number - 1)
        left.close()
        self.aside(f"{left.name} is kept. This is {self.session.name}, from decision {number} on.\n")
        page = self.compose(self.session.playthrough)
        self.story("\n" + page_text(page, self.width))
        return page

    def _codex(self, name: str) -> str:
        entries = [entry for entry in codex(self.session.playthrough) if entry.known]
        if not entries:
            return "The codex is empty so far."
        titles = {entry.title.lower(): entry for entry in entries}
        if not name:
            return filled("In the codex: " + ", ".join(entry.title for entry in entries) + ".", self.width)
        found = titles.get(name.lower()) or next(
            (one for one in entries if one.title.lower().startswith(name.lower())), None
        )
        if found is None:
            near = nearest(name.lower(), titles)
            also = f" It has “{titles[near].title}”." if near else ""
            return filled(f"The codex has no “{name}” so far.{also}", self.width)
        return codex_text(found, self.width)

    def _warn(self) -> None:
        """Say when saving fails, and when it works again; once each."""
        trouble = self.session.trouble
        if trouble != self._trouble:
            self._trouble = trouble
            self.aside(
                (f"{trouble} Play goes on; it is tried again with every decision." if trouble else "Saved again.")
                + "\n"
            )

    def _farewell(self) -> str:
        if self.session.trouble:
            return f"{self.session.trouble} The last decisions of this session are lost when you leave.\n"
        return f"Saved as {self.session.name}. Go on with: {self.again} --resume {self.session.name}\n"


def _unknown(page: Page, line: str) -> str:
    count = sum(option.open for option in page.options)
    if not count:
        return "Nothing can be chosen here. Type back to take the last decision back."
    if not line:
        return f"Type a number from 1 to {count}, or help."
    most = 40
    shown = line if len(line) <= most else line[:most] + "..."
    return f"“{shown}” is no choice here. Type a number from 1 to {count}, or help."
