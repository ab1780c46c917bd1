"""What became of what was found before, for the author: what is lost, what goes another way, what is found now."""

from collections.abc import Mapping, Sequence

from game.analysis.explore.since import Became, Since
from game.source.clean import clean_line

_SAID: Mapping[Became, str] = {
    "broken": "Broken: claims that held, or of which it was not known, and that a way breaks now.",
    "mended": "Mended: claims that a way broke before, and none that was found now.",
    "lost": "Lost: reached before, and not now.",
    "found": "Found: not reached before, and now it is.",
    "proved": "Proved: not known before, impossible now.",
    "open": "Open again: impossible before, not known now.",
    "changed": "Changed: reached still, but by another way; the stored witness no longer leads there.",
    "new": "New: not there before.",
    "gone": "Gone: no longer in the story.",
}
_MOST = 15


_BAD = ("stuck", "hopeless")


def since_text(found: Sequence[Since], then: str, now: str, *, whole: bool = False) -> str:
    """What became of everything, what an author must look at first; of what is as it was, only how many.

    ``then`` and ``now`` are what is known of being stuck.
    """
    still = sum(one.became == "still" for one in found)
    parts = [f"Since then: {still:,} stored witnesses still lead where they led."]
    if (then in _BAD) != (now in _BAD):
        parts.append("  Broken: readers can be stuck now." if now in _BAD else "  Mended: nobody was found stuck now.")
    for became, said in _SAID.items():
        which = [one for one in found if one.became == became]
        if which:
            most = len(which) if whole else _MOST
            parts.append(f"  {said} ({len(which):,})")
            parts.extend(f"    {line_of(one)}" for one in which[:most])
            if len(which) > most:
                parts.append(f"    ... and {len(which) - most:,} more (--all lists them)")
    return "\n".join(map(clean_line, parts))


def line_of(one: Since) -> str:
    """One target, with its place."""
    kind, name = one.which
    place = one.verdict.target.at if one.verdict is not None else None
    how = f", {one.verdict.found} now" if one.verdict is not None and one.became in ("lost", "new") else ""
    return f"{kind} `{name}`{f' ({place})' if place is not None and place.source else ''}{how}"
