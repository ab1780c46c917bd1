"""Offers as a reader sees them: label, cost, what they touch, odds, the reason they are locked."""

from dataclasses import replace

from game.engine.offer import Offer
from game.engine.offers import touches
from game.engine.program import Program
from game.engine.touches import Touched
from game.play.playthrough import Playthrough
from game.view.draw import draw_line, words
from game.view.feeds import feeds
from game.view.page import Option, Touch
from game.view.reasons import reason_text

_MOST_MARKS = 3


def options(playthrough: Playthrough, *, hints: bool = False) -> tuple[Option, ...]:
    """The options of the page where a playthrough stands, in order; with ``hints`` they say which arcs they feed."""
    return tuple(_option(playthrough, offer, hints=hints) for offer in playthrough.offers)


def _option(playthrough: Playthrough, offer: Offer, *, hints: bool) -> Option:
    made = _envelope(playthrough, offer) if offer.envelope else _choice(playthrough, offer)
    return replace(made, feeds=feeds(playthrough, offer)) if hints else made


def _envelope(playthrough: Playthrough, offer: Offer) -> Option:
    program = playthrough.program
    envelope = program.storylets[offer.choice].written.envelope
    otherwise = ""
    if envelope is not None:
        people = {person.id: person.name for person in program.story.world.characters}
        otherwise = f"{people.get(envelope.handler, envelope.handler)}: {envelope.likely}"
    label = draw_line(offer.text(playthrough.state.values), playthrough.player)
    return Option(id=offer.choice, label=label, otherwise=otherwise)


def _choice(playthrough: Playthrough, offer: Offer) -> Option:
    program, player = playthrough.program, playthrough.player
    moved = touches(program, playthrough.state, offer.choice)
    return Option(
        id=offer.choice,
        label=draw_line(offer.text(playthrough.state.values), player),
        cost=() if offer.cost is None else draw_line(offer.cost(playthrough.state.values), player),
        open=offer.open,
        reason=reason(playthrough, offer),
        touches=tuple(_touch(program, one) for one in moved.seen.values() if one.written),
        hidden=moved.hidden,
        odds=offer.odds,
    )


def reason(playthrough: Playthrough, offer: Offer) -> str:
    """Why an offer is locked: its author's words, or else what it needs; empty where it is open."""
    if offer.open:
        return ""
    if offer.locked is not None:
        return words(draw_line(offer.locked(playthrough.state.values), playthrough.player))
    if offer.why is None:
        return ""
    return reason_text(playthrough.program.story, offer.why(playthrough.state.values))


def _touch(program: Program, touched: Touched) -> Touch:
    """The marks of a touch: the size word written, or the nearest; of a meter in pips, one mark a pip.

    In a story without size words the number stands for them, except of a meter that shows none.
    """
    meter = next(one for one in program.story.world.meters if one.id == touched.meter)
    amount = abs(touched.written)
    if meter.shown == "pips":
        size = str(amount) if amount > _MOST_MARKS else ""
        return Touch(gauge=meter.title, up=touched.written > 0, size=size, marks=min(amount, _MOST_MARKS))
    if not program.story.world.sizes:
        size = "" if meter.shown == "words" else str(amount)
        return Touch(gauge=meter.title, up=touched.written > 0, size=size, marks=1)
    sizes = sorted(program.story.world.sizes, key=lambda size: size[1])
    nearest = min(range(len(sizes)), key=lambda index: abs(sizes[index][1] - amount))
    word = touched.size or sizes[nearest][0]
    marks = next((index for index, size in enumerate(sizes) if size[0] == word), nearest) + 1
    return Touch(gauge=meter.title, up=touched.written > 0, size=word, marks=min(marks, _MOST_MARKS))
