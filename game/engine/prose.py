"""Prose as closures: values in, strands of text out."""

from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import Literal, NamedTuple

from game.expr.compile import Values, compile_ask, compile_test
from game.expr.syntax import Name
from game.expr.types import Checked, Key, Value, Whole
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
Words = Callable[[Values], str]
Bands = Mapping[Key, tuple[tuple[str, int], ...]]
_Strands = Callable[[Values], Strands]


class Tell:
    """A text made ready: called with the values it gives its strands, by ``words`` its bare words.

    What millions of readings need is the words alone; they are compiled when they are first asked for.
    """

    __slots__ = ("_ask", "_strands", "words")

    def __init__(self, strands: _Strands, words: Callable[[], Words]) -> None:
        self._strands = strands
        self._ask = words
        self.words: Words = self._first
        """From values to the same text without style: the texts of the strands, joined."""

    def __call__(self, values: Values) -> Strands:
        """The strands, as these values have it."""
        return self._strands(values)

    def _first(self, values: Values) -> str:
        self.words = self._ask()
        return self.words(values)


NO_WORDS = Tell(lambda _values: (), lambda: lambda _values: "")
"""What is told where nothing was written."""


def compile_prose(prose: Prose, slots: Mapping[Key, int], bands: Bands, visits: int | None) -> Tell:
    """Return a text made ready; ``visits`` is the slot that counts entries of the scene that holds it."""
    parts, given = prose.parts, _Compiler(slots, bands, visits)
    return Tell(_parts(parts, given, "", ""), lambda: _words(parts, given))


def heading(title: str, varied: Tell | None, values: Values) -> str:
    """A title as it reads now."""
    return title if varied is None else " ".join(varied.words(values).split())


class _Compiler(NamedTuple):
    slots: Mapping[Key, int]
    bands: Bands
    visits: int | None


def _parts(parts: Parts, given: _Compiler, style: Emphasis, link: str) -> _Strands:
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


def _part(part: Part, given: _Compiler, style: Emphasis, link: str) -> _Strands:
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


def _sequence(part: Sequence, given: _Compiler, style: Emphasis, link: str) -> _Strands:
    options = tuple(_parts(option, given, style, link) for option in part.options)
    slot = given.visits
    if slot is None:
        return options[0]
    turn = whose_turn(part)
    told: tuple[_Strands, ...] = (*options, lambda _values: ())
    return lambda values: told[turn(values[slot])](values)


def fixed_words(parts: Parts) -> str | None:
    """The words of a text that never varies; None of one that does."""
    found: list[str] = []
    for part in parts:
        match part:
            case Plain():
                found.append(part.text)
            case Player():
                found.append(part.called)
            case Styled() | Link():
                inner = fixed_words(part.parts)
                if inner is None:
                    return None
                found.append(inner)
            case _:
                return None
    return "".join(found)


def _words(parts: Parts, given: _Compiler) -> Words:
    """The same as ``_parts``, of words alone: pieces that never vary are joined once."""
    laid: list[str] = [""]
    gaps: list[tuple[int, Words]] = []
    for part in parts:
        fixed = fixed_words((part,))
        if fixed is not None:
            laid[-1] += fixed
        else:
            gaps.append((len(laid), _said(part, given)))
            laid += ["", ""]
    if not gaps:
        constant = laid[0]
        return lambda _values: constant
    if len(gaps) == 1 and not any(laid):
        return gaps[0][1]

    def words(values: Values) -> str:
        found = laid.copy()
        for index, say in gaps:
            found[index] = say(values)
        return "".join(found)

    return words


def _said(part: Part, given: _Compiler) -> Words:
    """The words of one piece that varies."""
    match part:
        case Insert():
            return _inserted(part.checked, given.slots)
        case BandOf():
            slot, bands = given.slots[part.meter], given.bands[part.meter]
            return lambda values: band_name(bands, values[slot])
        case Branch():
            return _either(part, given)
        case Sequence():
            return _one_by_one(part, given)
        case Styled() | Link():
            return _words(part.parts, given)
        case Plain() | Player():
            return _words((part,), given)


def _inserted(checked: Checked, slots: Mapping[Key, int]) -> Words:
    ask = compile_ask(checked, slots)
    if not isinstance(checked.type, Whole):
        return lambda values: shown(ask(values))
    if isinstance(checked.tree, Name):
        slot = slots[checked.tree.name]
        return lambda values: str(values[slot])
    return lambda values: str(ask(values))


def _either(part: Branch, given: _Compiler) -> Words:
    test = compile_test(part.test, given.slots)
    one, other = fixed_words(part.yes), fixed_words(part.no)
    if one is not None and other is not None:
        return lambda values: one if test(values) else other
    yes, no = _words(part.yes, given), _words(part.no, given)
    return lambda values: yes(values) if test(values) else no(values)


def _one_by_one(part: Sequence, given: _Compiler) -> Words:
    options = tuple(_words(option, given) for option in part.options)
    slot = given.visits
    if slot is None:
        return options[0]
    turn = whose_turn(part)
    said: tuple[Words, ...] = (*options, lambda _values: "")
    return lambda values: said[turn(values[slot])](values)


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
