"""The chapters of the manual about language, time, numbers, names and limits, gathered from where the code says it."""

import ast
import inspect

from game.author.chapter import Chapter, code, said, table, verbatim
from game.engine import clock
from game.engine.effects import compile_adjust
from game.engine.storylets import tell_lines
from game.expr import parse
from game.expr.types import NOTHING
from game.load import markup
from game.load.census import Census
from game.load.known import MOST_VISITS, Known
from game.load.log import Log
from game.model import world
from game.model.names import RESERVED, is_id
from game.source import limits

CONDITIONS = (
    ("oil >= 20 and not rationed", "`and`, `or`, `not`; `== != < <= > >=`"),
    ("oil in 20..49", "within two numbers, both included"),
    ("oil is Low", "a meter or a count stands in this band"),
    ("oil is not Low", "or doesn't"),
    ("flag == red", "a one-of fact is this word; `flag is red` says the same"),
    ("pockets has knife", "a set holds this word"),
    ("count(pockets) == 2", "so many words are in a set"),
    ("boat == aground", "a truth came out so"),
    ("mate >= 1", "a character by name is their regard"),
    ("oil + letters * 2 > 60", "`+`, `-`, `*`"),
    ("oil // 10 == 3", "whole division, rounded down, by a written number"),
    ("turn == 4", "the turn's number, from 1"),
    ("fair_weather", "the turn lies in this part of the clock"),
    ("in_want or patience < 3", "a named condition stands for what it says"),
    ("visits(lamp_room) >= 2", "how often a scene was entered"),
    ("warnings(dismissed) >= 1", "how often the reader was warned of this ending"),
    (
        "held(oil is Low) >= 2",
        "for so many turns in a row any condition held as the turn ended",
    ),
    ("took(landing.shake)", "this choice was taken"),
    ("took(landing.trunk.sorry)", "so was this one, inside another"),
    ("met(relief)", "a scene of the arc was entered"),
    ("remembers(mate.looked_away)", "a character remembers this"),
    ("revealed(boat)", "the reader has learnt this truth"),
    ("happened(rope_broke)", "this happened, in this turn or the last"),
)
"""Conditions of the sample story, each with what it shows."""

PROSE = (
    ("*softly*, **aloud**", "emphasis"),
    ("[Brannock](character:mate), [the lamp](codex:lamp)", "links; they lead nowhere else"),
    ("{oil}, {flag}", "a number; a word"),
    ("{pockets}", "what is in a set, in the order declared, divided by commas; `nothing` where it is empty"),
    ("{band(oil)}", "the name of the band"),
    ("{name(mate)}", "the name of a character, without a link"),
    ("{player}", "what readers want to be called; where they said nothing, what `player` in the header says"),
    ("{rationed: half a cup | a cup}", "this if the condition holds, else that"),
    ("{lamp_lit: The lamp is lit.}", "this or nothing"),
    ("{oil is Dry: None. | {oil is Low: Little. | Enough.}}", "braces inside braces, for else-if"),
    ("{first: A door. | then: The door. | then: That door.}", "in turn, by visits to this scene; stays with the last"),
    ("{cycle: Tick. | Tock.}", "in turn, and round again"),
    ("{once: It smells of paint.}", "in turn, then nothing"),
    ("{shuffle: A gull. | A sail. | Nothing.}", "each once in some order, then again in another"),
    ("> A line of a document.", "lines that begin so are a document: cable, form, notice"),
)
"""Prose of the sample story, each with what it shows."""

ESCAPES = (
    ("{", "{{", "\\{", ""),
    ("}", "}}", "\\}", ""),
    ("|", "||", "\\|", "inside braces"),
    ("*", "", "\\*", "where it would begin emphasis"),
    ("[", "", "\\[", "where it would begin a link"),
    (">", "", "\\>", "where it would begin a line of a document"),
    ("\\", "", "\\\\", "before one of these signs"),
)
"""Signs of the text's own: the sign, doubled, behind a backslash, and where that is needed."""


def chapters() -> tuple[Chapter, ...]:
    """The chapters, in the manual's order."""
    return _conditions(), _prose(), _turn(), _numbers(), _names(), _limits()


def functions() -> dict[str, str]:
    """The questions with brackets, each with what stands in them."""
    known = Known(Census(), Log(), {}, {}, 0)
    return {name: function.about for name, function in known.scope.functions.items()}


def _conditions() -> Chapter:
    asked = table(("question", "in the brackets"), [(f"`{name}(...)`", about) for name, about in functions().items()])
    shown = table(("condition", "what it shows"), [(f"`{text}`", about) for text, about in CONDITIONS])
    body = f"""\
A condition is a question about the story, an amount a whole number. Both are written in one small language that can
ask and reckon and change nothing. Every name must be declared and every type must fit; a comparison that can never
hold, or always does, is a finding, with its column.

{shown}

**Locked choices.** Where a choice has `requires` and no `locked`, readers are told which part fails, and what there is:
*Needs Standing 2 or more; it is 1.* Bands are told by their names where the question was asked so (`sky is Open`) or
the meter is shown in words. That works for questions about one value each, of what readers can see: meters shown
as they are, facts with a `title`, the turn. About anything else `locked` must say it. While one of the meters isn't
shown, nothing is told of any.

The questions with brackets:

{asked}

Visits are counted up to {MOST_VISITS}, and so are the turns for which something has held. They are counted at each
turn's end, after drift and before rules: 1 where it holds then for the first time, 0 where it doesn't. `held` needs a
clock. The grammar, loosest first:

{code(verbatim(parse, "Grammar"), "text")}
"""
    return Chapter("expressions", "Conditions and amounts", body)


def _prose() -> Chapter:
    shown = table(("prose", "what it shows"), [(f"`{text}`", about) for text, about in PROSE])
    escapes = table(
        ("sign", "doubled", "or", "needed"),
        [(f"`{sign}`", f"`{twice}`" if twice else "", f"`{back}`", where) for sign, twice, back, where in ESCAPES],
    )
    body = f"""\
{said(markup, 1)}

Paragraphs are divided by an empty line; a part in braces may hold several. What takes turns goes by how often the
scene that holds it has been entered.

{shown}

What readers want to be called can't be asked about, and changes nothing but words; it may be any name in any script,
so let people say it, and put no article before it. Titles can't hold it.

A sign of the text's own:

{escapes}
"""
    return Chapter("prose", "Prose", body)


def _turn() -> Chapter:
    phases = "\n".join(
        f"- **{name}** {said(kind)}"
        for name, kind in (("Lines.", world.LinesPhase), ("Deal.", world.DealPhase), ("Scene.", world.ScenePhase))
    )
    body = f"""\
{said(clock, 1)}

{phases}

After a choice its effects are done, then its check's. The way on is the first of these that is there: its check's
`goto`, its own `goto`, the scene's `then`, what still waits in this phase, the next phase. A result is shown before
the changes it brings. Early endings (`at: any`) are looked at after every choice, when a tray closes, and at the turn's
end. One with `warned: 2` doesn't come by its `when` before the reader was warned of it twice, by `{{warn: ...}}` or by
a line with `warns`; an effect `{{end: ...}}` brings it all the same.

**Dealing.** First what was put on offer (`{{offer: storylet}}`), in that order, if its `when` holds; where it doesn't
come it stays on offer, unless it has come meanwhile and comes only once. One that says `offered: true` comes in no
other way. Then, of the storylets whose `when` holds: the
highest `priority` first, those unseen in earlier sessions before the others, then by `weight`. Where no more come than
are taken, they are simply read. A deck may join the others while something holds: `{{deck: night, when: fuse >= 60}}`.

**Lines.** {said(tell_lines, 0)}
{said(tell_lines, 1)}
Of one event a phase without `one_event` prints one line; with it, the phase speaks of the event with the most pressing
line alone, each source once.

**Scenes.** First what was planned, in the order planned; then scenes whose `at` is this turn, in the order written.
Where nothing is due and `else: arcs` stands, one beat of an arc: of those whose window is open, the one that closes
first. A beat comes once.

**Drift.** What moves is judged by how all meters stood before any of them moved; the order in which they are written
makes no difference.

What is planned beyond the last turn never comes. A promise whose date comes unkept is broken at that turn's end. After
the text of an ending its codas are told.
"""
    return Chapter("turn", "The order of a turn", body)


def _numbers() -> Chapter:
    body = f"""\
All numbers are whole; there are no fractions but the factors of `soft` and `gains`.

{said(compile_adjust, 1)} Setting (`=`) and drift know no factors.

Meters, counts and regard are cut to their range after every change. Whole division `//` rounds down, below zero
too: `-3 // 2` is `-2`.
Odds are cut to 0..100; a number written there lies within it. Results beyond `2^53` are cut to it. A choice shows the
change as written, the page the change that happened.
"""
    return Chapter("numbers", "Numbers and rounding", body)


def _names() -> Chapter:
    body = f"""\
{said(is_id).removeprefix("Whether `text` may be an id: ").capitalize()}

Scenes and storylets share their names, and so do meters, facts, truths, characters, conditions and parts: no two may be
called the same. A name declared twice is an error that shows both places.

A set can't hold the word `{NOTHING}`: it stands for an empty one.

These words are taken: {", ".join(f"`{word}`" for word in sorted(RESERVED))}.

The id of a choice, a scene, a storylet or a promise lasts: saved sessions speak of it. Where one must change, say so
in `renamed`.
"""
    return Chapter("names", "Names and reserved words", body)


def every_limit() -> tuple[tuple[str, int, str], ...]:
    """Every limit: its name, its number and its sentence."""
    found: list[tuple[str, int, str]] = []
    name = ""
    for line in ast.parse(inspect.getsource(limits)).body:
        if isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name):
            name = line.targets[0].id
        elif name and isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant):
            found.append((name, getattr(limits, name), str(line.value.value)))
            name = ""
    return tuple(found)


def _limits() -> Chapter:
    rows = [(about.rstrip("."), f"{number:,}", f"`{name}`") for name, number, about in every_limit()]
    body = f"""\
Each names itself where it is hit.

{table(("what", "most", "name in the code"), rows)}
"""
    return Chapter("limits", "Limits", body)
