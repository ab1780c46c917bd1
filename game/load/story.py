"""A story from its census: its world, then every section, each read against its record."""

import re

from game.expr.types import OneOf, Type, Whole
from game.load import problems
from game.load.cast import Cast
from game.load.census import ONE, Census
from game.load.clock import read_clock, turns_of
from game.load.codex import read_entry, read_line
from game.load.document import Document, Entries, Scalar
from game.load.effects import act_declarations
from game.load.endings import read_coda, read_ending
from game.load.fields import Fields
from game.load.heading import Declared
from game.load.known import Known
from game.load.log import Log
from game.load.markup import PLAYER
from game.load.parts import condition_of, read_parts, unread_parts
from game.load.people import read_character
from game.load.prose import prose
from game.load.schema import HEADER
from game.load.shelving import read_achievement, read_chapter
from game.load.style import read_style
from game.load.supply import groups_of
from game.load.unclear import Unclear
from game.load.world import read_arc, read_fact, read_meter, read_promise, read_rule, read_truth, types_of
from game.model.codex import PREVIOUSLY, Line
from game.model.names import is_id
from game.model.story import Base, Story
from game.model.world import World

_ELSEWHERE = 2
"""A new name stands in the story once where it is given, and at least once more."""


def story_of(census: Census, known: Known, world: World, cast: Cast, said: str) -> Story:
    """The story, whole but for what judges go by; ``said`` is its fingerprint."""
    sections, log = census.sections, known.log
    endings = sorted((read_ending(one, known) for one in sections["endings"].values()), key=lambda one: one.order)

    in_codas = known.knowing(ended=OneOf(tuple(sections["endings"])))
    codas = sorted((read_coda(one, in_codas) for one in sections["codas"].values()), key=lambda one: one.order)

    def header(key: str) -> Fields:
        return _header(census, key, log)

    return Story(
        id=header("story").id("story"),
        title=header("title").text("title"),
        extends=_bases(census, log),
        version=header("version").whole("version", 1, 1),
        start=header("start").name("start", "scene", census.scenes),
        by=header("by").text("by"),
        blurb=header("blurb").text("blurb"),
        note=prose(header("note"), "note", known, "note"),
        world=world,
        scenes=cast.scenes,
        storylets=cast.storylets,
        lines=_lines(census, known),
        endings=tuple(endings),
        codas=tuple(codas),
        codex={name: read_entry(one, known) for name, one in sections["codex"].items()},
        chapters={name: read_chapter(one, log) for name, one in sections["chapters"].items()},
        achievements={name: read_achievement(one, log) for name, one in sections["achievements"].items()},
        renamed=_renamed(census, log),
        themes=_themes(census, log),
        player=_player(census, header("player").text("player"), log),
        held=known.held,
        style=read_style(census.header["style"], known) if "style" in census.header else None,
        fingerprint=said,
        at=census.header["story"].at,
    )


def world_of(census: Census, log: Log) -> tuple[Known, World]:
    """What names mean, and everything the story keeps count of; the first must be known to read the second."""
    sections = census.sections
    unclear = Unclear(log)
    facts = [unclear.read(one, read_fact) for one in sections["facts"].values()]
    truths = [unclear.read(one, read_truth) for one in sections["truths"].values()]
    people = [unclear.read(one, read_character) for one in sections["characters"].values()]
    turns = turns_of(census)
    types: dict[str, Type] = types_of(census, unclear, facts, truths, people)
    if turns:
        types["turn"] = Whole(1, turns)
    parts = read_parts(census, turns, log)
    known = Known(
        census,
        log,
        types,
        _sizes(census, log),
        turns,
        {part.id: condition_of(part) for part in parts},
        frozenset(unclear.names) | unread_parts(census, parts),
    )
    act_declarations(known)
    for name in sections["conditions"]:
        known.named(name)
    known.narrowings()
    clock = census.header.get("clock")
    return known, World(
        clock=None if clock is None else read_clock(clock, known, parts),
        meters=tuple(read_meter(one, known) for one in sections["meters"].values()),
        facts=tuple(facts),
        truths=tuple(truths),
        characters=tuple(people),
        arcs=tuple(read_arc(one, log) for one in sections["arcs"].values()),
        promises=tuple(read_promise(one, known) for one in sections["promises"].values()),
        rules=tuple(read_rule(one, known) for one in sections["rules"].values()),
        sizes=tuple(known.sizes.items()),
    )


def _header(census: Census, key: str, log: Log) -> Fields:
    """One key of the header, read in the file it stands in; absent ones read as their defaults."""
    declared = census.header.get(key)
    if declared is None:
        return Fields.holding({}, Document("", "", Entries(1, 1)), HEADER, log)
    return Fields.holding({key: declared.node}, declared.document, HEADER, log)


def _bases(census: Census, log: Log) -> tuple[Base, ...]:
    """What it extends, the nearest first; the other keys of their headers are read to find what is wrong there."""
    found: list[Base] = []
    for keys in census.heading.each():
        fields = {key: Fields.holding({key: one.node}, one.document, HEADER, log) for key, one in keys.items()}
        for key in {"title", "by", "blurb"} & fields.keys():
            fields[key].text(key)
        version = fields["version"].whole("version", 1, 1) if "version" in fields else 1
        found.append(Base(fields["story"].id("story") if "story" in fields else "", version))
    return tuple(found)


def _sizes(census: Census, log: Log) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, one in census.heading.words["sizes"].items():
        fields = _word(one, log)
        if not is_id(name):
            log.add(problems.bad_id(one.at, name))
        text = fields.one(one.node, "a whole number")
        number = None if text is None else fields.number(text, 1, 1000, "a size")
        if number is not None:
            found[name] = number
    return found


def _word(declared: Declared, log: Log) -> Fields:
    return Fields.holding({}, declared.document, HEADER, log)


def _lines(census: Census, known: Known) -> tuple[Line, ...]:
    found: list[Line] = []
    groups = groups_of(census).known
    for group, declarations in census.groups.items():
        if group not in groups and group != PREVIOUSLY:
            known.log.add(problems.no_group(census.group_places[group], group, groups))
        found.extend(read_line(one, group, known) for one in declarations)
    return tuple(found)


def _themes(census: Census, log: Log) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, one in census.heading.words["themes"].items():
        if not is_id(name):
            log.add(problems.bad_id(one.at, name))
        fields = Fields.holding({"title": one.node}, one.document, HEADER, log)
        found[name] = fields.text("title")
    return found


def _player(census: Census, called: str, log: Log) -> str:
    """What people call a reader who gave no name; nothing else that texts could mean may be called ``player``."""
    header = census.header.get(PLAYER)
    for section in ("meters", "facts", "truths", "characters", "conditions"):
        same = census.sections[section].get(PLAYER)
        if same is not None and header is not None:
            log.add(problems.same_name(same.at, PLAYER, ONE[section], "word for the reader", header.at))
    return called


def _renamed(census: Census, log: Log) -> dict[str, str]:
    texts = ((old, _word(one, log).one(one.node, "an id")) for old, one in census.heading.words["renamed"].items())
    return {old: new.text for old, new in texts if new is not None}


def check_renames(census: Census, documents: list[Document], log: Log) -> None:
    """A new name may be a scene's, a choice's, or of anything that luck decides: it must stand somewhere else too."""
    for one in census.heading.words["renamed"].values():
        if isinstance(one.node, Scalar):
            word = re.compile(rf"\b{re.escape(one.node.text)}\b")
            if sum(len(word.findall(each.text)) for each in documents) < _ELSEWHERE:
                log.add(problems.unknown_reference(one.document.span(one.node), "scene or choice", one.node.text, ()))
