"""A session in the list: what it is called and how it stands, on one line; beneath it what there is to be known."""

from collections.abc import Set as AbstractSet

from textual.content import Content

from game.play.kept import Summary
from game.tui.glyphs import DOT
from game.tui.text import separated, words
from game.tui.widgets.menu import Item
from game.tui.widgets.spread import Spread

_BETWEEN, _DOT = words(f"  {DOT}  ", "$quiet"), words(f" {DOT} ", "$quiet")


def session_items(one: Summary, names: AbstractSet[str], *, marked: bool) -> tuple[Item, ...]:
    """Return its lines; ``names`` are all sessions there are, ``marked`` says that it is to be compared."""
    told = [_beneath(text) for text in (_parent(one, names), _trouble(one)) if text]
    return (Item(id=one.name, text=Spread(_name(one, marked=marked), _stands(one))), *told)


def _name(one: Summary, *, marked: bool) -> Content:
    parts = [words(one.called or one.name, "bold")]
    if one.called:
        parts.append(words(one.name, "$quiet"))
    if marked:
        parts.append(words("to compare", "bold $lift"))
    if one.sample:
        parts.append(words("sample", "$accent"))
    if one.problem:
        parts.append(words("parts from its story" if _parts(one) else "damaged", "bold $error"))
    return separated(parts, _BETWEEN)


def _stands(one: Summary) -> Content:
    if not one.story:
        return words("can't be opened", "$quiet")
    decisions = f"{one.decisions} decision{'' if one.decisions == 1 else 's'}"
    state = words(f"ended: {one.ended}", "$accent") if one.ended else words(one.where, "$foreground")
    return separated([state, words(decisions, "$quiet")] if state.plain else [words(decisions, "$quiet")], _DOT)


def _parent(one: Summary, names: AbstractSet[str]) -> str:
    if not one.parent:
        return ""
    gone = "" if one.parent in names else ", gone since,"
    return f"a branch of {one.parent}{gone} from decision {one.kept + 1} on"


def _trouble(one: Summary) -> str:
    """What is wrong, and what to do."""
    if not one.problem:
        return ""
    if not one.story:
        return f"{one.problem.removesuffix('.')}. Put it into the bin, or leave it: nothing else is harmed by it."
    if _parts(one):
        return f"{one.problem} Play it on, and you are asked what to do."
    return f"{one.problem} Play it on from the last whole decision; the rest of the file is kept aside."


def _parts(one: Summary) -> bool:
    return bool(one.story) and "The story has changed since" in one.problem


def _beneath(text: str) -> Item:
    return Item(text=words(f"  {text}", "$quiet"))
