"""A session looked back on, in words."""

from collections.abc import Iterable

from game.view.histories import History
from game.view.page import quoted
from game.view.people import Person
from game.view.recap import Recap
from game.view.transcript import WIDTH, filled, how_many
from game.view.turnings import Turning

_GAUGES = 3
"""So many gauges are told of a decision: those that it moved most."""


def recap_text(found: Recap, width: int = WIDTH) -> str:
    """Return it: what became of the gauges, what mattered, the people, the ledger, what stayed unseen."""
    parts = [
        [stands(found)],
        ["How it went.", *(arc_text(one) for one in found.arcs)],
        ["What mattered.", *(turning_text(one) for one in found.turnings)],
        ["People.", *(person_text(one) for one in found.people)],
        ["The ledger.", *(one.text for one in found.ledger)],
        ["What came after.", *found.codas],
        [f"Not seen: {unseen(found)}."],
    ]
    told = [part for part in parts if part[1:] or part in (parts[0], parts[-1])]
    return "\n\n".join("\n".join(filled(line, width, hang=2) for line in part if line) for part in told).strip()


def stands(found: Recap) -> str:
    """How the session ended, or where it stands: ``Out of Office, in week 4 of 4, after 17 decisions.``"""
    where = f"in {found.where[0].lower()}{found.where[1:]}" if found.where else ""
    parts = (found.ending or "It has not ended", where, f"after {how_many(found.decisions, 'decision')}")
    return f"{', '.join(part for part in parts if part)}."


def arc_text(one: History) -> str:
    """What became of a gauge: ``Sky: from 60 to 56 (Permitted); most in week 1, “One.”, from 65 to 59.``"""
    first, last = one.course.points[0], one.last
    band = f" ({last.band})" if last.band and last.value is not None else ""
    way = f"from {first.text} to {last.text}" if first.text != last.text else f"{last.text}, as at the beginning"
    shift = shift_text(one)
    return f"{one.course.title}: {way}{band}{f'; most {shift}' if shift else ''}."


def shift_text(one: History) -> str:
    """The biggest change of a gauge and the decision behind it; empty where it never moved."""
    if not one.shifts:
        return ""
    most = one.shifts[0]
    when = f"in {most.when.lower()}, " if most.when else ""
    return f"{when}{quoted(most.decision)}, from {most.before} to {most.after}"


def turning_text(one: Turning) -> str:
    """A decision that mattered, with its number: where, what it moved, what came of it."""
    where = ", ".join(part for part in (one.when, one.decision.title) if part)
    said = f"{one.decision.number}. {where}: {quoted(one.decision.text)}"
    stop = "" if said.rstrip("”").endswith((".", "!", "?")) else "."
    return " ".join((said + stop, *consequences(one)))


def consequences(one: Turning) -> Iterable[str]:
    """What a decision moved, what came back of it, and whether others decided otherwise there, a sentence each."""
    if one.moved:
        yield f"{', '.join(moved.text for moved in one.moved[:_GAUGES])}."
    for word in one.words:
        yield f"{word}."
    if one.hurt:
        yield f"In the ledger: {', '.join(one.hurt)}."
    if one.came:
        yield f"Later: {'; '.join(one.came)}."
    if one.parted:
        yield "Here another session of yours went another way."


def person_text(one: Person) -> str:
    """Somebody as they end: who they are, where they were last met, what they are left with."""
    return " ".join((f"{one.name}{f', {one.role}' if one.role else ''}.", *left_with(one), last_met(one)))


def last_met(one: Person) -> str:
    """Where somebody was met last: ``Last met in week 4, at “Tea”.``"""
    last = one.meetings[-1]
    when = f" in {last.when.lower()}" if last.when else ""
    return f"Last met{when}{',' if when else ''} at {quoted(last.title)}." if last.title else f"Last met{when}."


def left_with(one: Person) -> Iterable[str]:
    """What somebody is left with: memories of the reader, and words given to them."""
    if one.memories:
        yield f"Remembers: {'; '.join(memory.what.removesuffix('.') for memory in one.memories)}."
    for word in one.given:
        became = {"kept": "you kept it", "broken": "you broke it", "open": "it is still owed"}[word.became]
        yield f"Your word, {word.text.removesuffix('.')}: {became}."


def unseen(found: Recap) -> str:
    """What stayed unseen, in numbers only: ``5 scenes, 12 choices and 1 codex entry``; or ``nothing``."""
    if not any((found.scenes, found.ways, found.entries, found.unmet)):
        return "nothing"
    people = f"{found.unmet} {'person' if found.unmet == 1 else 'people'}" if found.unmet else ""
    entries = f"{found.entries} codex {'entry' if found.entries == 1 else 'entries'}" if found.entries else ""
    parts = [
        how_many(found.scenes, "scene") if found.scenes else "",
        how_many(found.ways, "choice") if found.ways else "",
        people,
        entries,
    ]
    *first, last = [part for part in parts if part]
    return f"{', '.join(first)} and {last}" if first else last
