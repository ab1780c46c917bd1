"""What a locked choice needs, for a reader who asks: part by part, as far as it can be seen."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.engine.offer import Offer
from game.engine.reasons import Either, Every, Lacks, Reason, Unsaid, Unseen, is_sure
from game.expr.asks import Ask
from game.play.playthrough import Playthrough
from game.view.decisions import place_title
from game.view.draw import draw_line, words
from game.view.page import quoted
from game.view.reasons import lacks
from game.view.transcript import filled

_TOGETHER = "all of these"
_ANY = "any one of these"
_UNSEEN = "something that can't be seen from here"
_INDENT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One line of what is wanting: ``text`` is what, ``now`` what there is instead, ``depth`` what it is a part of.

    ``perhaps`` says that it can't be seen from here whether that is so.
    """

    text: str
    now: str = ""
    depth: int = 0
    perhaps: bool = False

    @property
    def said(self) -> str:
        """In words."""
        lead = "perhaps " if self.perhaps else ""
        return f"{lead}{self.text}{f'; {self.now}' if self.now else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """A locked choice of a page: its words, its author's reason (may be empty), and what is wanting."""

    id: str
    label: str
    reason: str
    needs: tuple[Need, ...]


def locks(playthrough: Playthrough) -> tuple[Lock, ...]:
    """What the locked choices of the place need where a playthrough stands, in their order."""
    return tuple(_lock(playthrough, offer) for offer in playthrough.offers if not offer.open)


def lock_text(lock: Lock, width: int) -> str:
    """A locked choice and what it needs, as text."""
    parts = [filled(lock.label, width)]
    if lock.reason:
        parts.append(filled(lock.reason, width))
    first, *rest = lock.needs
    parts.append(filled(f"It needs {first.said}{':' if rest else '.'}", width))
    parts += [filled(need.said, width, indent=_INDENT * need.depth, hang=_INDENT) for need in rest]
    return "\n".join(parts)


def locks_text(found: tuple[Lock, ...], asked: str, width: int) -> str:
    """The locked choices whose words hold what was ``asked``, all of them where nothing was; or that there are none."""
    wanted = [one for one in found if asked.casefold() in one.label.casefold()]
    if wanted:
        return "\n\n".join(lock_text(one, width) for one in wanted)
    told = f"No locked choice here holds “{asked}”." if found else "Nothing is locked here."
    return filled(told, width)


def _lock(playthrough: Playthrough, offer: Offer) -> Lock:
    player = playthrough.player
    said = "" if offer.locked is None else words(draw_line(offer.locked(playthrough.state.values), player))
    reason: Reason = Unseen() if offer.why is None else offer.why(playthrough.state.values)
    return Lock(
        id=offer.choice,
        label=words(draw_line(offer.text(playthrough.state.values), player)),
        reason=said,
        needs=tuple(_needs(playthrough, reason, 0, perhaps=False)),
    )


def _needs(playthrough: Playthrough, reason: Reason, depth: int, *, perhaps: bool) -> Iterator[Need]:
    match reason:
        case Every() | Either():
            together = isinstance(reason, Every)
            yield Need(text=_TOGETHER if together else _ANY, depth=depth, perhaps=perhaps)
            for part in reason.parts:
                yield from _needs(playthrough, part, depth + 1, perhaps=together and not is_sure(part))
        case Lacks():
            text, now = _lacks(playthrough, reason)
            yield Need(text=text, now=now, depth=depth, perhaps=perhaps)
        case Unsaid():
            named = [_name(playthrough, key) for key in reason.keys]
            told = f"{', '.join(named[:-1])} and {named[-1]}" if named[1:] else "".join(named)
            yield Need(text=f"{told} to stand otherwise", depth=depth, perhaps=perhaps)
        case Unseen():
            yield Need(text=_UNSEEN, depth=depth, perhaps=perhaps)


def _lacks(playthrough: Playthrough, reason: Lacks) -> tuple[str, str]:
    """What is wanted, and what there is."""
    kind, _, rest = reason.ask.keys[0].partition("(")
    if kind == "took":
        return _taken(playthrough, rest.removesuffix(")"), reason.ask), ""
    if kind == "visits":
        return _visited(playthrough, rest.removesuffix(")"), reason), ""
    return lacks(playthrough.program.story, reason)


def _taken(playthrough: Playthrough, name: str, ask: Ask) -> str:
    """What was chosen is named; what was never chosen may never have been seen."""
    if ask.inside:
        return "something that you haven't chosen"
    scene, _, own = name.rpartition(".")
    program = playthrough.program
    label = program.scenes[scene].choices[own].offered.text(playthrough.state.values)
    said = words(draw_line(label, playthrough.player))
    return f"that you had not chosen {quoted(said)}" if said else "that you had not come the way you came"


def _visited(playthrough: Playthrough, scene: str, reason: Lacks) -> str:
    """Where a reader was is named; where they never were is not."""
    now = int(reason.now)
    if not now:
        return "a place where you haven't been"
    ask, title = reason.ask, place_title(playthrough.program, scene)
    more = ask.low is not None and now < ask.low
    return f"you to have been at {title} {'more' if more else 'less'} often"


def _name(playthrough: Playthrough, key: str) -> str:
    """What a value that a reader sees is called."""
    world = playthrough.program.story.world
    name = key.removeprefix("has(").partition(".")[0]
    titles = {meter.id: meter.title for meter in world.meters} | {fact.id: fact.title for fact in world.facts}
    clock = world.clock
    return titles.get(name) or (clock.unit if name == "turn" and clock is not None else "what you have done")
