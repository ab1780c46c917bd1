"""Why a choice is locked, in words, where its author gave none."""

from game.engine.prose import band_name, shown
from game.engine.reasons import Either, Every, Lacks, Reason
from game.expr.asks import Ask
from game.expr.types import Value
from game.model.story import Story
from game.model.world import Fact, Meter

UNSEEN = "Something is wanting that can't be seen from here."


def reason_text(story: Story, reason: Reason) -> str:
    """One sentence: what it needs, and what there is."""
    if isinstance(reason, Lacks):
        wanted, now = lacks(story, reason)
        return f"Needs {wanted}; {now}." if now else f"Needs {wanted}."
    said = _said(story, reason)
    return f"Needs {said}." if said else UNSEEN


def _said(story: Story, reason: Reason) -> str:
    match reason:
        case Lacks():
            wanted, now = lacks(story, reason)
            return f"{wanted} ({now})" if now else wanted
        case Every():
            return _joined([_said(story, part) for part in reason.parts], "and")
        case Either():
            return "either " + _joined([_said(story, part) for part in reason.parts], "or")
        case _:
            return ""


def _joined(parts: list[str], word: str) -> str:
    """``a and b``; ``a, b, and c``. Nothing where one of them can't be said."""
    if not all(parts):
        return ""
    *before, last = parts
    return f"{', '.join(before)}{',' if before[1:] else ''} {word} {last}"


def lacks(story: Story, reason: Lacks) -> tuple[str, str]:
    """What is wanted of a meter, a fact or the turn, and what there is."""
    ask, world = reason.ask, story.world
    name, _, word = ask.keys[0].removeprefix("has(").removesuffix(")").partition(".")
    if ask.keys == ("turn",) and world.clock is not None:
        return f"{world.clock.unit} {_range(ask, 'later', 'earlier')}", f"it is {world.clock.unit} {reason.now}"
    fact = next((one for one in world.facts if one.id == name), None)
    if fact is not None:
        return _fact(fact, ask, word, reason.now)
    meter = next(one for one in world.meters if one.id == name)
    return _meter(meter, ask, reason.now)


def _fact(fact: Fact, ask: Ask, word: str, now: Value) -> tuple[str, str]:
    if ask.counted:
        return f"{_range(ask, 'more', 'less')} in {fact.title}", f"there {'is' if now == 1 else 'are'} {now}"
    if word:
        return f"{shown(word)} in {fact.title}" if ask.inside else f"no {shown(word)} in {fact.title}", ""
    if ask.word:
        return _named(fact.title, shown(ask.word), ask.inside), f"it is {shown(now)}" if ask.inside else ""
    if ask.band:
        bands = getattr(fact.type, "bands", ())
        return _named(fact.title, ask.band, ask.inside), f"it is {band_name(bands, int(now))}" if ask.inside else ""
    return f"{fact.title} {_range(ask, 'more', 'less')}", f"it is {now}"


def _named(title: str, name: str, inside: bool) -> str:
    return f"{title} {name}" if inside else f"{title} other than {name}"


def _meter(meter: Meter, ask: Ask, value: Value) -> tuple[str, str]:
    now = int(value)
    band = band_name(meter.bands, now)
    if ask.band:
        return _named(meter.title, ask.band, ask.inside), f"it is {band}" if ask.inside else ""
    if meter.shown != "words":
        return f"{meter.title} {_range(ask, 'more', 'less')}", f"it is {now}"
    if not ask.inside:
        return f"{meter.title} other than {band}", ""
    more = ask.low is not None and now < ask.low
    end = ask.low if more else ask.high
    reached = "" if end is None else band_name(meter.bands, end)
    if reached in ("", band):
        return f"{'more' if more else 'less'} {meter.title}", f"it is {band}" if band else ""
    return f"{meter.title} {reached}", f"it is {band}"


def _range(ask: Ask, more: str, less: str) -> str:
    if ask.low is None or ask.high is None:
        return f"{ask.low} or {more}" if ask.high is None else f"{ask.high} or {less}"
    said = str(ask.low) if ask.low == ask.high else f"{ask.low} to {ask.high}"
    return said if ask.inside else f"other than {said}" if ask.low == ask.high else f"outside {said}"
