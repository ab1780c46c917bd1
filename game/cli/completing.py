"""What could come next on a command line. The shells ask the program itself, so that they can know its sessions."""

# ruff: noqa: SLF001 - argparse says in no other way what it knows

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from game.cli.parser import Parser, parser_for

Words = list[tuple[str, str]]
"""What could be typed, each with what it is."""
FILES, FOLDERS, WORDS = "files", "folders", "words"
"""Who knows more: the shell about files and folders, we about our words."""
_SESSIONS = ("session", "sessions", "first", "second", "resume", "branch")
_STORIES = ("story", "old", "new")
_MANY = ("*", "+", argparse.REMAINDER)


@dataclass(slots=True)
class _Place:
    """Where a command line has come to: whose arguments come next, and which are behind."""

    parser: argparse.ArgumentParser
    waiting: argparse.Action | None = None
    """The option whose value comes next."""
    passed: int = 0
    """How many arguments without a dash there have been."""
    used: set[str] = field(default_factory=set)

    def take(self, word: str) -> None:
        """Go past a word."""
        option = self.parser._option_string_actions.get(word.partition("=")[0])
        if option is not None:
            self.used |= set(option.option_strings)
            takes = option.nargs != 0 and "=" not in word
            self.waiting = option if takes else None
        elif self.waiting is not None:
            self.waiting = None
        else:
            self._take_argument(word)

    def _take_argument(self, word: str) -> None:
        action = self.argument
        if isinstance(action, argparse._SubParsersAction) and word in action.choices:
            self.parser, self.passed = action.choices[word], 0
            if isinstance(self.parser, Parser):
                self.parser.complete()
        else:
            self.passed += 1

    @property
    def argument(self) -> argparse.Action | None:
        """The argument without a dash that comes next."""
        expected = self.parser._get_positional_actions()
        if self.passed < len(expected):
            return expected[self.passed]
        return expected[-1] if expected and expected[-1].nargs in _MANY else None


def answer(words: Sequence[str]) -> tuple[str, Words]:
    """Return what could stand in place of the last of these words, which follow ``narrowsky``; and of what kind it is.

    A shell that parts words at ``=`` may hand that sign over as a word.
    """
    *before, last = words if words[-1] != "=" else (*words[:-1], "")
    before = [word for word in before if word != "="]
    place = _Place(parser_for([*before, last] if before else ["--help"]))
    for word in before:
        place.take(word)
    name, sign, value = last.partition("=")
    if place.waiting is None and sign and name in place.parser._option_string_actions:
        kind, found = _values(place.parser._option_string_actions[name], place.parser)
        return kind, [(f"{name}={one}", about) for one, about in found if one.startswith(value)]
    if place.waiting is not None and not (place.waiting.nargs == "?" and last.startswith("-")):
        kind, found = _values(place.waiting, place.parser)
    elif last.startswith("-"):
        kind, found = WORDS, list(_options(place))
    elif place.argument is not None:
        kind, found = _values(place.argument, place.parser)
    else:
        kind, found = WORDS, []
    return kind, [(word, about) for word, about in found if word.startswith(last)]


def _options(place: _Place) -> Iterator[tuple[str, str]]:
    """The options that were not given yet; the long form of those that have one."""
    for action in place.parser._actions:
        if action.option_strings and not place.used & set(action.option_strings) and action.help != argparse.SUPPRESS:
            long = [one for one in action.option_strings if one.startswith("--")]
            for word in long or action.option_strings:
                yield word, _told(action)


def _values(action: argparse.Action, parser: argparse.ArgumentParser) -> tuple[str, Words]:
    """What could be said for an argument or an option."""
    if isinstance(action, argparse._SubParsersAction):
        return WORDS, [(one.dest, _told(one)) for one in action._choices_actions]
    if action.choices is not None:
        return WORDS, [(str(one), "") for one in action.choices]
    if action.dest in _SESSIONS:
        return WORDS, list(_sessions())
    if action.dest == "code" and parser.prog.endswith("explain"):
        return WORDS, list(_codes())
    if action.metavar == "DIR":
        return FOLDERS, []
    return (FILES if action.dest in _STORIES or action.metavar == "FILE" else WORDS), []


def _sessions() -> Iterator[tuple[str, str]]:
    from game.cli import places
    from game.cli.chosen import config_of
    from game.play.folder import Folder

    folder = Folder(places.saves_folder(config_of().settings.saves), places.bundled("saves"))
    return ((path.stem, "") for path in folder.journals())


def _codes() -> Iterable[tuple[str, str]]:
    from game.author.explain import codes

    return ((code, "") for code in codes())


def _told(action: argparse.Action) -> str:
    return (action.help or "").replace("%%", "%")
