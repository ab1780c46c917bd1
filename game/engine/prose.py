"""Prose as closures: values in, strands of text out."""

from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import Literal, NamedTuple

from game.expr.compile import Values, compile_ask, compile_test
from game.expr.types import Key, Value
from game.model.prose import BandOf, Branch, Insert, Link, Part, Parts, Plain, Player, Prose, Sequence, Styled

Emphasis = Literal["", "em", "strong"]


class Strand(NamedTuple):
    """A stretch of text in one style; two newlines divide paragraphs; ``link`` is ``codex:id`` or ``character:id``.

    In place of one that is the ``player`` stands what the reader wants to be called, if they said.
    """

    text: str
    style: Emphasis = ""
    link: str = ""
    player: bool = False


_GAP = Strand("")
Strands = tuple[Strand, ...]
Tell = Callable[[Values], Strands]
Bands = Mapping[Key, tuple[tuple[str, int], ...]]


def compile_prose(prose: Prose, slots: Mapping[Key, int], bands: Bands, visits: int | None) -> Tell:
    """Return a text as a closure; ``visits`` is the slot that counts entries of the scene that holds it."""
    return _parts(prose.parts, _Compiler(slots, bands, visits), "", "")


def heading(title: str, varied: Tell | None, values: Values) -> str:
    """A title as it reads now."""
    return title if varied is None else " ".join("".join(strand.text for strand in varied(values)).split())


class _Compiler(NamedTuple):
    slots: Mapping[Key, int]
    bands: Bands
    visits: int | None


def _parts(parts: Parts, given: _Compiler, style: Emphasis, link: str) -> Tell:
    tellers = [_part(part, given, style, link) for part in parts]
    fixed = tuple(isinstance(part, Plain) for part in parts)
    if all(fixed):
        constant = tuple(strand for teller in tellers for strand in teller(()))
        return lambda _values: constant
    if len(tellers) == 1:
        return tellers[0]
    # What never varies is laid out once; what does is put into its place, from the last on.
    laid = [teller(())[0] if is_fixed else _GAP for teller, is_fixed in zip(tellers, fixed, strict=True)]
    gaps = [(index, teller) for index, teller in enumerate(tellers) if not fixed[index]][::-1]

    def tell(values: Values) -> Strands:
        found = laid.copy()
        for index, teller in gaps:
            found[index : index + 1] = teller(values)
        return tuple(found)

    return tell


def _part(part: Part, given: _Compiler, style: Emphasis, link: str) -> Tell:
    match part:
        case Plain():
            constant = (Strand(part.text, style, link),)
            return lambda _values: constant
        case Player():
            named = (Strand(part.called, style, link, player=True),)
            return lambda _values: named
        case Styled():
            return _parts(part.parts, given, part.style, link)
        case Link():
            return _parts(part.parts, given, style, f"{part.kind}:{part.target}")
        case Insert():
            ask = compile_ask(part.checked, given.slots)
            return lambda values: (Strand(shown(ask(values)), style, link),)
        case BandOf():
            slot, bands = given.slots[part.meter], given.bands[part.meter]
            return lambda values: (Strand(band_name(bands, values[slot]), style, link),)
        case Branch():
            test = compile_test(part.test, given.slots)
            yes, no = _parts(part.yes, given, style, link), _parts(part.no, given, style, link)
            return lambda values: yes(values) if test(values) else no(values)
        case Sequence():
            return _sequence(part, given, style, link)


def _sequence(part: Sequence, given: _Compiler, style: Emphasis, link: str) -> Tell:
    options = tuple(_parts(option, given, style, link) for option in part.options)
    slot = given.visits
    if slot is None:
        return options[0]
    turn = whose_turn(part)
    told: tuple[Tell, ...] = (*options, lambda _values: ())
    return lambda values: told[turn(values[slot])](values)


def whose_turn(part: Sequence) -> Callable[[int], int]:
    """Which text of a sequence stands, asked by how often its scene was entered; past the last where none does."""
    count, site = len(part.options), part.site
    match part.variation:
        case "first":
            return lambda visits: min(max(visits - 1, 0), count - 1)
        case "cycle":
            return lambda visits: max(visits - 1, 0) % count
        case "once":
            return lambda visits: min(max(visits - 1, 0), count)
        case "shuffle":
            return lambda visits: _shuffled(site, max(visits - 1, 0), count)


def _shuffled(site: str, index: int, count: int) -> int:
    """Which option stands at ``index``, in an order of its own for each round: keyed by the site, not by luck."""
    around, position = divmod(index, count)
    order = sorted(
        range(count), key=lambda option: blake2b(f"{site}/{around}/{option}".encode(), digest_size=8).digest()
    )
    return order[position]


def shown(value: Value) -> str:
    """A value as it reads in a text: numbers as digits, words with spaces."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value).replace("_", " ")


def band_name(bands: tuple[tuple[str, int], ...], value: int) -> str:
    """The name of the band in which ``value`` lies; empty if it is below them all."""
    name = ""
    for band, low in bands:
        if value >= low:
            name = band
    return name
