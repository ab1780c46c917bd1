"""Odds as a table: how likely what may come is, how sure that is, and what a decision changed."""

from collections.abc import Iterator, Sequence

from game.analysis.exact_odds import Fact
from game.analysis.odds import Odds
from game.model.story import Story
from game.source.clean import clean_line

_HUNDRED = 100
_WIDE = 44
_TITLES = {
    "ending": "Endings",
    "storylet": "Storylets",
    "choice": "Choices",
    "scene": "Scenes",
    "coda": "Codas",
}
KINDS = tuple(_TITLES)


def odds_text(story: Story, kinds: Sequence[str], now: Odds, before: Odds | None = None) -> str:
    """Return the table; with ``before``, how each stood before the decision."""
    parts = [_how(now)]
    for kind in kinds:
        facts = [(kind, name) for name in _names(story, kind, now, before)]
        facts.sort(key=lambda fact: (-now.chance(fact), fact))
        if facts:
            parts.append("\n".join((_TITLES[kind], *(_line(fact, now, before) for fact in facts), *_none(kind, now))))
    return "\n\n".join(parts)


def _names(story: Story, kind: str, *found: Odds | None) -> list[str]:
    """What odds are told of: every ending and storylet, and of the rest what came at all."""
    came = [name for one in found if one is not None for this, name in one.chances if this == kind]
    endings = [one.id for one in story.endings] if kind == "ending" else []
    return list(dict.fromkeys((*endings, *(story.storylets if kind == "storylet" else ()), *came)))


def _how(odds: Odds) -> str:
    if odds.exact:
        return f"Exact: all {odds.states:,} states ahead were gone through." if odds.states else "It has ended."
    return f"By {odds.runs:,} readings, each with what it is between in 95 of 100 cases: {odds.why}."


def _line(fact: Fact, now: Odds, before: Odds | None) -> str:
    said = f"  {clean_line(fact[1]):<{_WIDE}} {_percent(now, fact)}"
    if before is None:
        return said
    return f"{said}   before {_percent(before, fact)}   {_moved(fact, now, before)}".rstrip()


def _moved(fact: Fact, now: Odds, before: Odds) -> str:
    by = _HUNDRED * (now.chance(fact) - before.chance(fact))
    old, new = before.between(fact), now.between(fact)
    noise = not (now.exact and before.exact) and old.low <= new.high and new.low <= old.high
    return "(may be noise)" if noise and by else f"{by:+.1f}" if by else ""


def _percent(odds: Odds, fact: Fact) -> str:
    share = _HUNDRED * odds.chance(fact)
    if odds.exact:
        return f"{share:7.3f} %"
    low, high = (_HUNDRED * end for end in odds.between(fact))
    return f"{share:5.1f} % ({low:.1f} to {high:.1f})"


def _none(kind: str, odds: Odds) -> Iterator[str]:
    if kind == "ending" and odds.no_end > 1e-9:  # noqa: PLR2004 - what is left of counting in floats
        yield f"  {'(no ending)':<{_WIDE}} {_HUNDRED * odds.no_end:.3f} %"
