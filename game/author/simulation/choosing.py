"""The parts of the report that are about choices: how they stand and who takes them, and what they change later."""

from collections.abc import Iterator, Mapping, Sequence

from game.analysis.simulate.changes import Turned, asked
from game.analysis.simulate.findings import taken
from game.analysis.simulate.hinges import PASSAGES
from game.author.simulation.marks import Cell, Row, filtered, folded, note, number, safe, section, table
from game.author.simulation.report import Report, percent
from game.model.prose import first_words

_LONG, _LISTED = 90, 6
_MORE = "\N{HORIZONTAL ELLIPSIS}"
_SAID = (
    "Shares are of the times that a choice stood open beside another open one. Nobody takes: by what choices say that "
    "they move, no reader who wants some meter up or down, or no change, and none of those above with preferences, "
    "would take it. Everyone takes: readers with preferences do in 85 % or more, each of them in more than half."
)
_FORKED = (
    "Each run was read on after every choice that stood open, with the same luck. Counted are distinct later passages "
    "that come more often or more seldom than after another choice, by more than noise. Who read: "
)
_WRITTEN = (
    "By what is written: how many passages elsewhere ask for a fact, a promise, a memory or a happening that a choice "
    "sets, or whether it was taken. Meters and regard are left out."
)


def choices(report: Report) -> str:
    """Every choice, and every envelope: how often it stood open or locked, how often it was taken, and by whom."""
    flags = _flags(report)
    several = report.tallies if len(report.tallies) > 1 else ()
    head = ("Choice", "Open", "Locked", "Taken", "Taken, %", *(report.title(one.reader) for one in several))
    kinds = dict.fromkeys(flag for each in flags.values() for flag in each)
    caption = "Choices and envelopes; under each reader, the percentage in which they took it"
    rows = table(caption, head, _rows(report, flags), lively=True)
    return section("choices", "Choices", note(_SAID), filtered("choices", kinds, rows))


def _flags(report: Report) -> dict[str, list[str]]:
    """What was found of each choice or envelope."""
    found = report.findings
    flags: dict[str, list[str]] = {}
    for said, names in (
        ("never met", (*found.never.get("choice", ()), *found.never.get("storylet", ()))),
        ("never open", found.opened),
        ("never dealt", found.never_dealt),
        ("never chosen", found.never_chosen),
        ("nobody takes", [one.choice for one in found.shunned]),
        ("everyone takes", [one.choice for one in found.everyone]),
    ):
        for name in names:
            flags.setdefault(name, []).append(said)
    return flags


def _rows(report: Report, flags: Mapping[str, Sequence[str]]) -> Iterator[Row]:
    every, story = report.every, report.story
    for scene in story.scenes.values():
        for one in scene.choices:
            name = f"{scene.id}.{one.id}"
            yield _row(report, name, first_words(one.text.parts), every.times["choice", name], flags.get(name, ()))
    for name, storylet in story.storylets.items():
        if storylet.envelope is not None:
            words = first_words(storylet.envelope.text.parts)
            yield _row(report, name, words, every.times["storylet", name], flags.get(name, ()))


def _row(report: Report, name: str, words: str, times: int, flags: Sequence[str]) -> Row:
    every = report.every
    short = words if len(words) <= _LONG else words[:_LONG] + _MORE
    marks = "".join(f' <span class="flag">{safe(one)}</span>' for one in flags)
    several = report.tallies if len(report.tallies) > 1 else ()
    shares = [taken(one, name) for one in (every, *several)]
    cells = [
        Cell(f"{safe(name)}{marks}<p>{safe(short)}</p>", None, "what"),
        *map(number, (every.stood[name, "open"], every.stood[name, "locked"], times)),
        *(number(one.share if one.beside else -1, percent(one.share) if one.beside else "") for one in shares),
    ]
    return Row(cells, tuple(flags))


def hinges(report: Report) -> str:
    """What choices change later: by readings that were forked, and by what is written."""
    parts: list[str] = []
    if report.turned:
        parts.append(note(f"{_FORKED}{report.title(report.tallies[0].reader)}."))
        head = ("Choice", "Readings", "Passages", *(f"{kind}s" for kind in PASSAGES))
        parts.append(table("What hinges change", head, map(_turned, report.turned)))
        parts += [
            folded(f"{one.scene}.{one.choice}: {len(one.passages)} passages", _changed(one)) for one in report.turned
        ]
    exact = asked(report.story)
    if exact:
        parts.append(note(_WRITTEN))
        head = ("Choice", "Passages", "Among them")
        parts.append(table("Choices by what asks for them later", head, map(_asked, exact.items()), lively=True))
    return section("hinges", "What choices change later", *parts) if parts else ""


def _turned(one: Turned) -> Row:
    counts = (one.runs, len(one.passages), *map(one.of, PASSAGES))
    return Row([Cell(safe(f"{one.scene}.{one.choice}"), None, "id"), *map(number, counts)])


def _asked(one: tuple[str, tuple[str, ...]]) -> Row:
    name, passages = one
    listed = ", ".join(passages[:_LISTED]) + (f", {_MORE}" if len(passages) > _LISTED else "")
    return Row([Cell(safe(name), None, "id"), number(len(passages)), Cell(safe(listed), None, "words")])


def _changed(one: Turned) -> str:
    rows = (
        Row(
            [
                Cell(safe(each.passage[1]), None, "id"),
                Cell(safe(each.passage[0])),
                Cell(safe(each.beside), None, "id"),
                number(each.only_here),
                number(each.only_there),
            ]
        )
        for each in one.passages
    )
    head = ("Passage", "Kind", "Beside", "Only after this", "Only after that")
    return table(
        f"Readings in which a passage came after {one.choice}, or after the choice beside it, alone", head, rows
    )
