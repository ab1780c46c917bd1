"""What an exploration found, for the author to read: what can never come, what is not known, what is hard to find."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from game.analysis.explore.plays import PLAYS
from game.analysis.explore.portfolio import Exploration
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
_UNKNOWN = "Unknown: nobody came to these, and nothing proves that nobody can. Below each stands what was tried."
_HARD = "Hard to find: thousands of plays never met these; they were met only by going after what they ask for."
_STUCK = {
    "never": "Stuck: never. Every reader comes to an ending, whatever they choose.",
    "stuck": "Stuck: yes. There is a way to a place where nothing can be chosen and nothing follows.",
    "hopeless": "Stuck: yes. There is a way to a place from which no ending can be reached any more.",
    "unknown": "Stuck: not known.",
}
_MOST, _FEW = 25, 10
_LAST = 6


def report_of(story: Story, found: Exploration, *, whole: bool = False) -> str:
    """The report as text; long lists are cut unless the ``whole`` is asked for."""
    asked = asked_of(story)
    before = since_text(found.since, whole=whole) if found.since else ""
    things = [one for one in found.verdicts if one.target.kind != "claim"]
    parts = [f"{clean_line(story.title)}\n\n{counts(found)}", before, stuck_text(found.stuck), _claims(story, found)]
    for said, which, most in (
        (_IMPOSSIBLE, [one for one in things if one.found == "impossible"], _MOST),
        (_UNKNOWN, [one for one in things if one.found == "unknown"], _MOST),
        (_HARD, [one for one in things if one.found == "reached" and one.by != PLAYS], _FEW),
    ):
        parts.append(_section(said, which, asked, len(which) if whole else most))
    parts.append(_lines("The shortest way found to each ending:", _endings(story, found)))
    return "\n\n".join(part for part in parts if part)


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


def _section(said: str, which: Sequence[Verdict], asked: Mapping[tuple[Kind, str], str], most: int) -> str:
    lines = [line for one in which[:most] for line in _one(one, asked.get((one.target.kind, one.target.name), ""))]
    if len(which) > most:
        lines.append(f"  ... and {len(which) - most:,} more (--all lists them)")
    return _lines(said, lines)


def _lines(said: str, lines: Iterable[str]) -> str:
    """Lines under what is said of them; nothing where there are none."""
    below = list(lines)
    return "\n".join([said, *below]) if below else ""


def _one(verdict: Verdict, asked: str) -> Iterator[str]:
    target = verdict.target
    where = f" ({target.at})" if target.at.source else ""
    asks = f", which asks for {asked}" if asked else ""
    yield clean_line(f"  {target.kind} `{target.name}`{where}{asks}")
    if verdict.witness is not None:
        yield clean_line(f"    {path_text(verdict.witness)} [{verdict.by}]")
    if verdict.why:
        yield clean_line(f"    {verdict.why} [{verdict.by}]")
    yield from (clean_line(f"    {tried}") for tried in verdict.tried if verdict.found == "unknown")


def _claims(story: Story, found: Exploration) -> str:
    lines: list[str] = []
    for verdict in found.verdicts:
        if verdict.target.kind != "claim":
            continue
        claim = story.claims[verdict.target.name]
        lines.append(f"  {claim_stands(claim.kind, verdict):9} {claim.id}: {claim.said}")
        if claim.because and claim_stands(claim.kind, verdict) == "broken":
            lines.append(f"            because: {claim.because}")
        if verdict.witness is not None:
            lines.append(f"            {path_text(verdict.witness)}")
        if verdict.why:
            lines.append(f"            {verdict.why} [{verdict.by}]")
        if verdict.found == "unknown":
            lines.extend(f"            {tried}" for tried in verdict.tried)
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
