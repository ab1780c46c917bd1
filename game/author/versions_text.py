"""Two versions of a story as a report for its author."""

from game.author.moved import KINDS, Moved, Odds
from game.author.parts import PLURAL
from game.author.versions import KindOf, Versions
from game.source.clean import clean_line

_MOST = 12
_HUNDRED = 100


def versions_text(found: Versions, *, whole: bool = False) -> str:
    """What was gained, lost, renamed and changed; long lists are cut unless the ``whole`` is asked for."""
    before, now = found.words
    parts = [f"Words: {before:,} → {now:,} ({now - before:+,})."]
    told = [_kind(kind, whole=whole) for kind in found.kinds if not kind.same]
    return "\n\n".join([*parts, *told] if told else [*parts, "Nothing that can be named is otherwise."])


def _kind(kind: KindOf, *, whole: bool) -> str:
    title = PLURAL[kind.kind].capitalize()
    counts = f"{kind.before:,} → {kind.now:,}" if kind.before != kind.now else f"{kind.now:,}"
    lines = [f"{title}: {counts}"]
    alike = dict(kind.alike)
    for word, names in (("gained", kind.gained), ("lost", kind.lost)):
        if names:
            lines += _listed(word, list(names), whole=whole)
    lines += _listed("renamed", [f"{old} → {new}" for old, new in kind.renamed], whole=whole)
    if alike:
        said = [f"{old} and {new} say the same" for old, new in alike.items()]
        lines += _listed("perhaps renamed (then say so under `renamed`, for saved sessions)", said, whole=whole)
    changed = [f"{one.name}: {'; '.join(one.how)}" for one in kind.changed]
    lines += _listed("changed", changed, whole=whole, each=True)
    return "\n".join(clean_line(line) for line in lines)


def _listed(word: str, names: list[str], *, whole: bool, each: bool = False) -> list[str]:
    """Names after a word, or each on a line of its own beneath it."""
    if not names:
        return []
    shown = names if whole else names[:_MOST]
    more = [f"and {len(names) - len(shown):,} more (--all)"] if len(shown) < len(names) else []
    if each:
        return [f"  {word}:", *(f"    {one}" for one in (*shown, *more))]
    return [f"  {word}: {', '.join((*shown, *more))}"]


def odds_text(found: Odds, reader: str) -> str:
    """Which shares moved by more than noise."""
    head = f"Odds, by {found.runs:,} readings of each version with the same luck, by a reader who {reader}:"
    lines = [head]
    for kind, title in KINDS.items():
        moved = [one for one in found.moved if one.kind == kind]
        if moved:
            lines += [f"  {title}:", *(f"    {_moved(one)}" for one in moved)]
    if not found.moved:
        lines.append(f"  none of {found.looked_at:,} moved by more than noise")
    for word, shares in (("new", found.gained), ("was there before", found.lost)):
        lines += [f"  {word}: {kind} {name}, in {_percent(share)}" for (kind, name), share in shares if kind != "pass"]
    return "\n".join(lines)


def _moved(one: Moved) -> str:
    by, low, high = (_HUNDRED * share for share in (one.now - one.before, one.by.low, one.by.high))
    name = f"{one.name} " if one.name else ""
    return f"{name}{_percent(one.before)} → {_percent(one.now)} ({by:+.1f}, between {low:+.1f} and {high:+.1f})"


def _percent(share: float) -> str:
    return f"{_HUNDRED * share:.1f} %"
