"""Sessions as text: a list of them; one with where it stands, where it came from, every decision by its number."""

from collections.abc import Sequence

from game.play.kept import Summary
from game.play.playthrough import Playthrough
from game.view.decisions import decisions, turn_title
from game.view.transcript import WIDTH, filled, how_many


def session_text(
    name: str, called: str, playthrough: Playthrough, branches: Sequence[str] = (), width: int = WIDTH
) -> str:
    """Return it; ``called`` is its player's title for it, ``branches`` the sessions that began at its decisions."""
    opening, story = playthrough.journal.opened, playthrough.program.story
    ending = next((one.title for one in story.endings if one.id == playthrough.state.ended), "")
    stands = f"ended with {ending}" if ending else playthrough.where or "goes on"
    begun = f", begun {opening.started}" if opening.started else ""
    lines = [
        f"{name}, “{called}”" if called else name,
        f"{story.title}{begun}, seed {opening.seed}: {stands}, {how_many(playthrough.decisions, 'decision')}.",
    ]
    if opening.branched is not None:
        lines.append(f"A branch of {opening.branched.session}, from decision {opening.branched.decisions + 1} on.")
    if branches:
        lines.append(f"Branches of it: {', '.join(branches)}.")
    text = [filled(line, width) for line in lines]
    turn = 0
    for one in decisions(playthrough):
        if one.turn != turn or one.number == 1:
            turn = one.turn
            text.append(f"\n{turn_title(playthrough.program, turn)}".rstrip(" "))
        text.append(filled(f"{one.number:>4}. {one.title}: {one.text}", width, hang=6))
    return "\n".join(text) + "\n"


def summary_text(summary: Summary) -> str:
    """Where a session stands, without its name: ``“Rain”, Week 4 of 24, 12 decisions``; or what is wrong with it."""
    stands = f"ended: {summary.ended}" if summary.ended else summary.where
    told = [f"“{summary.called}”" if summary.called else "", stands, how_many(summary.decisions, "decision")]
    if summary.parent:
        told.append(f"branch of {summary.parent} at {summary.kept + 1}")
    if summary.sample:
        told.append("sample")
    line = ", ".join(part for part in told if part) if not summary.problem or summary.decisions else ""
    # The list names each session, and what is wrong with it stands within its line.
    problem = summary.problem.removeprefix(f"`{summary.name}` ").removesuffix(".")
    return "; ".join(part for part in (line, problem[:1].lower() + problem[1:]) if part)
