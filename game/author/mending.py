"""Mending a story: what is sure to help is changed, each change tried before it is kept, nothing else touched."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.author.remedies import remedy
from game.source.diagnostic import Diagnostic
from game.source.fix import Fix, applied, between

_ROUNDS = 5
Findings = Callable[[Mapping[str, str]], tuple[Diagnostic, ...]]
"""From the texts of a story to everything that is found in them."""


@dataclass(frozen=True, slots=True)
class Mended:
    """The ``texts`` that changed, by name; each ``change`` with what stood there before."""

    texts: Mapping[str, str]
    changes: tuple[tuple[Fix, str], ...]


def mend(texts: Mapping[str, str], findings: Findings) -> Mended:
    """Make every change that takes a finding away and brings no other, but what it hid on its own line.

    Changes are made from the end of a file to its beginning, so that none moves the place of another; of two that
    overlap one is made. What was hidden behind a fault is looked at in a round of its own.
    """
    now = dict(texts)
    changes: list[tuple[Fix, str]] = []
    for _ in range(_ROUNDS):
        made = _round(now, findings)
        changes += made
        if not made:
            break
    changed = {name: text for name, text in now.items() if text != texts[name]}
    return Mended(changed, tuple(changes))


def _round(now: dict[str, str], findings: Findings) -> list[tuple[Fix, str]]:
    """Make what can be made in the texts as they are ``now``; return it in the order of the files."""
    found = findings(now)
    made: list[tuple[Fix, str]] = []
    for finding in sorted(found, key=lambda one: one.at, reverse=True):
        text = now.get(finding.at.source)
        fix = None if text is None else remedy(finding, text)
        if text is None or fix is None or any(_overlap(fix, other) for other, _ in made):
            continue
        tried = now | {fix.at.source: applied(fix, text)}
        left = findings(tried)
        if _better(found, left, fix, tried):
            start, end = between(fix.at, text)
            made.append((fix, text[start:end]))
            now.update(tried)
            found = left
    return made[::-1]


def _better(before: tuple[Diagnostic, ...], after: tuple[Diagnostic, ...], fix: Fix, texts: Mapping[str, str]) -> bool:
    """Whether a fix took a finding away and brought none, or only one that stood behind it and can be mended too."""
    known = Counter(map(_said, before))
    fresh = [one for one in after if not _taken(known, _said(one))]
    if len(after) < len(before):
        return not fresh
    hidden = [one for one in fresh if (one.at.source, one.at.line) == (fix.at.source, fix.at.line)]
    return len(after) == len(before) and hidden == fresh and all(remedy(one, texts[one.at.source]) for one in hidden)


def _taken(known: Counter[tuple[str, str, str]], said: tuple[str, str, str]) -> bool:
    known[said] -= 1
    return known[said] >= 0


def _said(finding: Diagnostic) -> tuple[str, str, str]:
    return finding.code, finding.at.source, finding.message


def _overlap(one: Fix, other: Fix) -> bool:
    if one.at.source != other.at.source:
        return False
    start = max((one.at.line, one.at.column), (other.at.line, other.at.column))
    return start < min((one.at.end_line, one.at.end_column), (other.at.end_line, other.at.end_column))
