"""The page: everything a reader sees after one decision, as plain values. All text in it is already cleaned."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; ``link`` is empty, ``codex:ID`` or ``character:ID``. No newlines."""

    text: str
    style: Literal["", "em", "strong"] = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of prose, or one ``document`` (a cable, a form) whose lines are kept as lines."""

    lines: tuple[tuple[Run, ...], ...]
    document: bool = False

    @property
    def text(self) -> str:
        """The words alone; a document's lines are joined by newlines."""
        return "\n".join("".join(run.text for run in line) for line in self.lines)


_MARKS = ' "“”'
"""What may stand around a decision's words, and is replaced by quotation marks of our own."""


def quoted(words: str) -> str:
    """Words of the story in our sentence, in one pair of marks: ``“Ten minutes.”``; marks within are single."""
    inner = words.strip(_MARKS).replace('"', "'")
    return f"“{inner}”"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What the reader did that something comes back to: in which turn, by which decision, and the author's reason.

    ``kind`` is echo, bill, ghost or empty; the others may be empty too. ``number`` is the decision's, 0 for none.
    """

    kind: str = ""
    when: str = ""
    decision: str = ""
    because: str = ""
    number: int = 0

    @property
    def text(self) -> str:
        """In words: ``a bill from week 2: the ten minutes``; empty for what is none of the three kinds."""
        if not self.kind:
            return ""
        lead = {"echo": "an echo of", "bill": "a bill from", "ghost": "from"}[self.kind]
        return f"{lead} {self.when or 'an earlier choice'}" + (f": {self.reason}" if self.reason else "")

    @property
    def reason(self) -> str:
        """The author's reason, or else the decision's own words."""
        return self.because or (quoted(self.decision) if self.decision else "")


BlockKind = Literal[
    "turn",
    "chapter",
    "brief",
    "tray",
    "scene",
    "result",
    "handled",
    "papers",
    "ledger",
    "promise",
    "codex",
    "achievement",
    "reveal",
    "ending",
    "coda",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One part of a page, in reading order.

    ``turn``     a new turn begins; ``title`` is ``Week 2``, no paragraphs
    ``chapter``  a chapter begins; ``title`` is its own, no paragraphs
    ``brief``    a phase's short texts; ``title`` is the phase's
    ``papers``   like ``brief``; ``sources`` holds each paragraph's city, empty where it goes on with the one before
    ``tray``     the in-tray is laid out; its envelopes are the page's options
    ``scene``    a scene begins; ``title`` is the scene's (may be empty), then its text
    ``result``   what came of the choice just made
    ``handled``  an envelope somebody else dealt with; ``title`` says which and who
    ``ledger``   somebody was hurt; one paragraph a person
    ``promise``  a word was given, kept or broken; one paragraph
    ``codex``    entries newly unlocked; ``title`` names them
    ``achievement`` something earned; ``title`` and one paragraph
    ``reveal``   a truth has become known
    ``ending``   the end; ``title`` is the ending's
    ``coda``     a tail piece of the ending; ``title`` may be empty

    ``origins`` says what a text comes back to, if to anything: of a brief or papers each paragraph's, else one for all.
    ``phase`` is of a scene that was simply dealt, without an envelope, the title of the phase that deals it.
    """

    kind: BlockKind
    title: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    sources: tuple[str, ...] = ()
    origins: tuple[Origin | None, ...] = ()
    phase: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """A gauge that a choice moves, as written: which way, a size word (may be empty), and one to three marks.

    ``exact`` is the number written, where the reader wants numbers and the gauge shows them; else 0.
    """

    gauge: str
    up: bool
    size: str
    marks: int
    exact: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One offer on a page, in order; locked ones carry their reason in ``reason``.

    ``hidden`` says that something moves which the reader can't see; ``odds`` is the chance in percent of a check;
    ``otherwise`` says who deals with an envelope that isn't opened, and how; ``feeds`` are the titles of arcs, for
    readers who want hints.
    """

    id: str
    label: tuple[Run, ...]
    cost: tuple[Run, ...] = ()
    open: bool = True
    reason: str = ""
    touches: tuple[Touch, ...] = ()
    hidden: bool = False
    odds: int | None = None
    otherwise: str = ""
    feeds: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The label's words."""
        return "".join(run.text for run in self.label)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauge:
    """A meter as seen now. ``value`` is None where it is shown in words only (then ``band`` says it).

    ``change`` is what the last decision and all that followed it did to the shown value (of one shown in words only:
    1, 0 or -1, whether its word changed and which way); ``because`` the reasons of it, newest last; ``late`` those of
    them that were planned in an earlier turn. ``shown`` is number, words or pips.
    """

    id: str
    title: str
    group: str
    about: str
    shown: str
    value: int | None
    low: int
    high: int
    band: str
    change: int
    because: tuple[str, ...] = ()
    late: tuple[str, ...] = ()

    @property
    def trend(self) -> str:
        """``rising``, ``falling`` or ``steady``."""
        return "rising" if self.change > 0 else "falling" if self.change < 0 else "steady"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodexPage:
    """One codex entry as seen; ``known`` entries have been met in the text or unlocked."""

    id: str
    title: str
    shelf: str
    date: str
    grade: str
    source: str
    paragraphs: tuple[Paragraph, ...]
    known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentNote:
    """What scenes of a story are about, for who wants to know before: a theme, and a sentence of it, perhaps empty."""

    id: str
    text: str = ""

    @property
    def title(self) -> str:
        """The theme in words."""
        return self.id.replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a reader sees after ``number`` decisions.

    ``where`` is the place in the calendar (``Week 2 of 24``), ``chosen`` the label of the decision that led here
    (empty on the first page), ``ending`` the title of the ending reached (empty before). A page without an ending
    whose options are all locked is ``stuck``.
    """

    number: int
    story: str
    where: str
    phase: str
    chosen: str
    blocks: tuple[Block, ...]
    options: tuple[Option, ...]
    gauges: tuple[Gauge, ...]
    ending: str

    @property
    def stuck(self) -> bool:
        """Whether the story has neither ended nor anything to choose."""
        return not self.ending and not any(option.open for option in self.options)
