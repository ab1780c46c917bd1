"""The plain player: prints pages, reads numbers and a few words, until the story or the input ends."""

from collections.abc import Callable, Iterator

from game.engine.going import EndlessError
from game.plain.reader import WIDEST, Keeper, Reader
from game.plain.words import BY_NAME, WORDS
from game.play.refusal import RefusalError
from game.play.session import Session
from game.settings.config import Keep, kept_nowhere
from game.settings.values import DEFAULTS, Settings
from game.source.clean import clean_line
from game.source.suggest import nearest
from game.view.compose import note
from game.view.page import Page, quoted
from game.view.transcript import filled, note_text, page_text
from game.view.turnings import ways_back

Say = Callable[[str], None]
"""Writes text as it is; the caller sees to it that it reaches the reader at once."""

_LEAVE = ("quit", "q", "exit")
_HELP = ("help", "?")
_AFTERWARDS = (
    "The story has ended. Type new to begin again, recap to look back, branch 5 to decide anew from decision 5 on,"
    " help, or quit."
)
_MOST_DIGITS = 3
_MOST_SHOWN = 40


class Player:
    """One session on bare input and output.

    ``lines`` are the reader's lines, ``story`` writes what belongs to the story, ``aside`` what is about the program.
    With ``echo`` each line read is repeated after the prompt, as on a terminal, so that a piped game reads the same.
    ``settings`` are what the reader has chosen, ``keep`` keeps a change of them; no line is wider than ``columns``.
    ``again`` is the command that would play this story again. With ``debug`` it tells authors what readers don't see.
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
        settings: Settings = DEFAULTS,
        keep: Keep = kept_nowhere,
        columns: int = WIDEST,
        debug: bool = False,
        again: str = "narrowsky play",
    ) -> None:
        self.reader = Reader(
            session=session,
            keeper=keeper,
            width=width,
            aside=aside,
            settings=settings,
            keep=keep,
            columns=columns,
            debug=debug,
        )
        self.again = again
        self.lines = lines
        self.story = story
        self.aside = aside
        self.echo = echo
        self._trouble = ""
        self._ended = False

    @property
    def session(self) -> Session:
        """The session being read; another than it began with, once the reader has branched."""
        return self.reader.session

    def play(self) -> None:
        """Play until the story ends, the reader quits, or the input does."""
        reader = self.reader
        if self.session.notice:
            self.aside(self.session.notice + "\n")
        before = note(reader.playthrough.program, reader.playthrough.player) if not reader.playthrough.decisions else ()
        if before:
            self.aside(note_text(before, reader.width) + "\n\n")
        told = reader.recall()
        if told:
            self.aside(filled(f"Previously: {told}", reader.width) + "\n\n")
        self.story(page_text(reader.page, reader.width))
        while True:
            self._warn()
            self._close()
            line = self._asked()
            if line is None or line.lower() in _LEAVE:
                self.aside("" if reader.page.ending else self._farewell())
                return
            self.story(self._answer(line))

    def _close(self) -> None:
        """Say once, where the story has ended, that the session is kept and what can be done now."""
        ended = bool(self.reader.page.ending)
        if ended and not self._ended:
            self.aside(f"This session is kept as {self.session.name}.\n")
            self.aside("" if self.echo else filled(f"{self._ways_back()}{_AFTERWARDS}", self.reader.width) + "\n")
        self._ended = ended

    def _ways_back(self) -> str:
        """Where a story that ended early can be taken up again, in a sentence with a space after it."""
        found = [f"branch {one.number} goes back to {quoted(one.text)}" for one in ways_back(self.reader.playthrough)]
        return f"It ended early: {', '.join(found)}. " if found else ""

    def _asked(self) -> str | None:
        """The next line typed, cleaned; None where the input has ended.

        Once the story has, only a word is taken from a pipe: more numbers than the story had choices are no question.
        """
        ended = self.echo and bool(self.reader.page.ending)
        if not ended:
            self.story("\n> ")
        line = next(self.lines, None)
        if line is None:
            self.story("" if ended else "\n")
            return None
        line = clean_line(line).strip()
        if ended and _first(line) not in (*BY_NAME, *_HELP):
            return None
        if self.echo:
            self.story(f"\n> {line}\n" if ended else f"{line}\n")
        return line

    def _answer(self, line: str) -> str:
        """What a line is answered with; ends with a newline."""
        if line.isdecimal():
            return self._choose(line)
        rest = line.partition(" ")[2]
        width = self.reader.width
        if _first(line) in _HELP:
            return help_text(width, debug=self.reader.debug) + "\n"
        word = BY_NAME.get(_first(line))
        if word is None:
            return filled(_unknown(self.reader.page, line), width) + "\n"
        try:
            said = word.answer(self.reader, rest.strip())
        except RefusalError as problem:
            said = filled(clean_line(str(problem)), width)
        return said.rstrip("\n") + "\n"

    def _choose(self, line: str) -> str:
        page, width = self.reader.page, self.reader.width
        open_options = [option for option in page.options if option.open]
        number = int(line) if len(line) <= _MOST_DIGITS else 0
        if not 1 <= number <= len(open_options):
            return filled(_unknown(page, line), width) + "\n"
        try:
            self.session.choose(open_options[number - 1].id)
        except EndlessError as problem:
            return filled(f"The story goes round and round from there: {problem}. Choose otherwise.", width) + "\n"
        return self.reader.turn()

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


def help_text(width: int, *, debug: bool = False) -> str:
    """Every word, with what it does, in lines of ``width``."""
    told = [(word.written, word.about) for word in WORDS if debug or not word.debug]
    told += [("help", "this text"), ("quit", "stop; the session is saved after every decision")]
    margin = 1 + max(len(written) for written, _ in told)
    lines = (filled(f"  {written.ljust(margin)}{about}", width, hang=margin + 2) for written, about in told)
    return "\n".join((filled("Type the number of a choice. Or one of these words:", width), *lines))


def _first(line: str) -> str:
    """The word a line begins with, as words are known."""
    return line.partition(" ")[0].lower()


def _unknown(page: Page, line: str) -> str:
    count = sum(option.open for option in page.options)
    if page.ending:
        return _AFTERWARDS
    if not count:
        return "Nothing can be chosen here. Type back to take the last decision back."
    if not line:
        return f"Type a number from 1 to {count}, or help."
    shown = line if len(line) <= _MOST_SHOWN else line[:_MOST_SHOWN] + "..."
    near = nearest(_first(line)[:_MOST_SHOWN], BY_NAME)
    meant = f" Did you mean {near}?" if near else ""
    return f"“{shown}” is no choice here.{meant} Type a number from 1 to {count}, or help."
