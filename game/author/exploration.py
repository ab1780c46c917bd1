"""What an exploration found, for the author to read: what can never come, what is not known, what is hard to find."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from game.analysis.explore.plays import SEEKING
from game.analysis.explore.portfolio import Exploration
from game.analysis.explore.since import Which
from game.analysis.explore.target import KINDS, Kind
from game.analysis.explore.verdict import Stuck, Verdict
from game.author.asked import asked_of
from game.author.exploration_since import since_text
from game.model.story import Story
from game.play.journal import Journal
from game.source.clean import clean_line

_PLURAL: Mapping[Kind, str] = {
    "scene": "scenes", "storylet": "storylets", "choice": "choices", "variant": "variants of texts", "line": "lines",
    "ending": "endings", "coda": "codas",
}  # fmt: skip
_IMPOSSIBLE = "Impossible: no reader can ever come to these, whatever they choose and whatever luck they have."
_UNKNOWN = "Unknown: nobody came to these, and nothing proves that nobody can."
_HARD = "Hard to find: thousands of plays never met these; they were met only by going after what they ask for."
_STUCK = {
    "never": "Stuck: never. From wherever a reader comes to, an ending can be reached.",
    "stuck": "Stuck: yes. A reader can come to a place from which nothing follows.",
    "hopeless": "Stuck: yes. A reader can come to a place from which no ending can be reached any more.",
    "unknown": "Stuck: not known.",
}
_MOST, _FEW = 25, 10
_LAST = 6
_SOUGHT = (SEEKING,)
"""Methods that find only what is gone after."""
_UNDER = " " * 12


def report_of(story: Story, found: Exploration, *, whole: bool = False) -> str:
    """The report as text; long lists are cut unless the ``whole`` is asked for."""
    usual = _usual(found)
    asked = asked_of(story)
    things = [one for one in found.verdicts if one.target.kind != "claim"]
    sections = (
        (_IMPOSSIBLE, [one for one in things if one.found == "impossible"], _MOST),
        (_UNKNOWN, [one for one in things if one.found == "unknown"], _MOST),
        (_HARD, [one for one in things if one.found == "reached" and one.by in _SOUGHT], _FEW),
    )
    parts = [
        f"{clean_line(story.title)}\n\n{counts(found)}",
        since_text(found.since, found.stuck_before, found.stuck.found, whole=whole) if found.since else "",
        stuck_text(found.stuck),
        _claims(story, found, usual),
        *(_section(said, which, asked, usual, len(which) if whole else most) for said, which, most in sections),
        _lines("The shortest way found to each ending:", _endings(story, found)),
    ]
    return "\n\n".join(part for part in parts if part)


def _usual(found: Exploration) -> tuple[str, ...]:
    """What was tried on most of what is unknown: said once, and not beneath each."""
    tried = Counter(one.tried for one in found.verdicts if one.found == "unknown")
    return tried.most_common(1)[0][0] if tried else ()


def counts(found: Exploration) -> str:
    """A table: of each kind of target how many have which verdict."""
    verdicts = ("reached", "impossible", "unknown")
    rows: list[tuple[str, ...]] = [("", *verdicts)]
    for kind in KINDS:
        counted = found.counted(kind)
        if counted and kind in _PLURAL:
            rows.append((_PLURAL[kind], *(f"{counted[one]:,}" if counted[one] else "." for one in verdicts)))
    widths = [max(len(row[index]) for row in rows) for index in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            (row[0].ljust(widths[0]), *(cell.rjust(wide) for cell, wide in zip(row[1:], widths[1:], strict=True)))
        )
        for row in rows
    )


def stuck_text(stuck: Stuck) -> str:
    """Whether a reader can be left without a way on, and how it is known."""
    by = f" [{stuck.by}]" if stuck.by else ""
    lines = [_STUCK[stuck.found], *([f"  {stuck.why}{by}"] if stuck.why else ())]
    if stuck.witness is not None:
        lines.append(f"  {path_text(stuck.witness)}")
    lines.extend(f"  {missing.kind} `{missing.name}` ({missing.at})" for missing in stuck.missing[:_MOST])
    lines.extend(f"  {one}" for one in stuck.tried)
    return "\n".join(map(clean_line, lines))


def path_text(journal: Journal) -> str:
    """A way in a line: how long it is, and its last decisions."""
    took = journal.standing
    if not took:
        return "at the very beginning"
    shown = ", ".join(f"{one.scene}: {one.choice}" for one in took[-_LAST:])
    return f"after {decisions(journal)}: {'... ' if len(took) > _LAST else ''}{shown}"


def decisions(journal: Journal) -> str:
    """How many decisions a journal holds, in words."""
    count = len(journal.entries)
    return "no decision" if not count else "1 decision" if count == 1 else f"{count:,} decisions"


def _section(said: str, which: Sequence[Verdict], asked: Mapping[Which, str], usual: tuple[str, ...], most: int) -> str:
    lines = [f"  tried on each: {'; '.join(usual)}"] if which and which[0].found == "unknown" else []
    for one in which[:most]:
        lines.extend(_one(one, asked.get((one.target.kind, one.target.name), ""), usual))
    if len(which) > most:
        lines.append(f"  ... and {len(which) - most:,} more (--all lists them)")
    return _lines(said, map(clean_line, lines))


def _lines(said: str, lines: Iterable[str]) -> str:
    """Lines under what is said of them; nothing where there are none."""
    below = list(lines)
    return "\n".join([said, *below]) if below else ""


def _one(verdict: Verdict, asked: str, usual: tuple[str, ...]) -> Iterator[str]:
    target = verdict.target
    where = f" ({target.at})" if target.at.source else ""
    asks = f", which asks for {asked}" if asked else ""
    yield f"  {target.kind} `{target.name}`{where}{asks}"
    yield from _known(verdict, usual, "    ")


def _known(verdict: Verdict, usual: tuple[str, ...], indent: str) -> Iterator[str]:
    """How a verdict is known; what was tried in vain, where that is not the usual."""
    if verdict.witness is not None:
        yield f"{indent}{path_text(verdict.witness)} [{verdict.by}]"
    if verdict.why:
        yield f"{indent}{verdict.why} [{verdict.by}]"
    if verdict.found == "unknown" and verdict.tried != usual:
        yield from (f"{indent}{tried}" for tried in verdict.tried)


def _claims(story: Story, found: Exploration, usual: tuple[str, ...]) -> str:
    lines: list[str] = []
    which = [one for one in found.verdicts if one.target.kind == "claim"]
    for verdict in which:
        claim = story.claims[verdict.target.name]
        stands = claim_stands(claim.kind, verdict)
        lines.append(f"  {stands:9} {claim.id}: {claim.said}")
        if claim.because and stands == "broken":
            lines.append(f"{_UNDER}because: {claim.because}")
        lines.extend(_known(verdict, usual, _UNDER))
    if any(one.found == "unknown" and one.tried == usual for one in which):
        lines.append(f"  tried on what is not known: {'; '.join(usual)}")
    return _lines("Claims:", map(clean_line, lines))


def claim_stands(kind: str, verdict: Verdict) -> str:
    """How a claim stands: it holds, it is broken, or that is not known."""
    if verdict.found == "unknown":
        return "not known"
    return "holds" if (verdict.found == "reached") == (kind == "sometimes") else "broken"


def is_finding(story: Story, verdict: Verdict, *, strict: bool = False) -> bool:
    """Whether an author must look at it: it can never come, a claim is broken; if ``strict``, it is unknown."""
    if verdict.found == "unknown":
        return strict
    if verdict.target.kind == "claim":
        return claim_stands(story.claims[verdict.target.name].kind, verdict) == "broken"
    return verdict.found == "impossible"


def _endings(story: Story, found: Exploration) -> Iterator[str]:
    titles = {ending.id: ending.title for ending in story.endings}
    for verdict in found.verdicts:
        if verdict.target.kind == "ending" and verdict.witness is not None:
            name = verdict.target.name
            yield clean_line(f"  {titles[name]} (`{name}`): {decisions(verdict.witness)}")
