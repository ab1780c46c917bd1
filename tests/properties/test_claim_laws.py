"""Laws of claims, over random stories: what a play decides is never proved undecidable, and no claim changes a play."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from random_stories import story
from small_stories import program_of

from game.analysis.chance import Stream
from game.analysis.claims import Monitors
from game.analysis.explore.fortune import Fortune
from game.analysis.explore.lowering import flow_of
from game.analysis.explore.proofs import proofs
from game.analysis.explore.target import Target
from game.analysis.explore.values import Values
from game.engine.going import EndlessError
from game.engine.offers import open_choices
from game.engine.program import Program
from game.engine.step import begin, choose
from game.play.playthrough import digest

STEPS, CLAIMS = 40, 8
STORIES = settings(max_examples=60, deadline=None)
SEEDS = st.integers(0, 10**6)
ASKED = (
    "sky > 45", "home <= 50", "fuse in 5..15", "seen", "mood == cross", "count >= 2", "visits(scene_1) >= 2",
    "met(road)", "took(scene_0.go)", "ended == early", "ended == out", "revealed(weather)",
    "kit has coat", "weather == rain",
)  # fmt: skip


def with_claims(seed: int) -> tuple[str, str]:
    """A random story's text, and that of some claims about it."""
    luck = Random(seed)

    def one(number: int) -> str:
        kind = luck.choice(("always", "never", "sometimes", "eventually"))
        bounds = "".join(f", {word}: {luck.choice(ASKED)}" for word in ("after", "before") if luck.random() < 0.4)
        return f"  c{number}: {{{kind}: {luck.choice(ASKED)}{bounds}}}\n"

    return story(seed), "claims:\n" + "".join(map(one, range(CLAIMS)))


def decided(made: Program, play: int) -> tuple[set[str], list[str]]:
    """The claims that a random play decides, and the digest of every state of it."""
    monitors, dice, fortune = Monitors(made), Random(play), Fortune(Stream(play))
    digests: list[str] = []
    held: tuple[int, ...] = ()
    try:
        state = begin(made, fortune).state
        held = monitors.begin(state)
        for _ in range(STEPS):
            digests.append(digest(made, state))
            offered = open_choices(made, state)
            if not offered:
                held = held if state.ended else monitors.stopped(held)
                break
            state = choose(made, state, dice.choice(offered), fortune).state
            held = monitors.after(held, state)
    except EndlessError:
        pass
    return set(monitors.decided(held)), digests


@given(SEEDS, SEEDS)
@STORIES
def test_a_claim_changes_no_state_of_a_play(seed: int, play: int) -> None:
    told, claims = with_claims(seed)
    assert decided(program_of(told + claims), play)[1] == decided(program_of(told), play)[1]


@given(SEEDS, SEEDS)
@STORIES
def test_what_a_play_decides_is_never_proved_undecidable(seed: int, play: int) -> None:
    told, claims = with_claims(seed)
    while "\nclock:" in told:  # only stories without one have a flow
        seed += 1
        told, claims = with_claims(seed)
    made = program_of(told + claims)
    targets = {name: Target("claim", name) for name in made.story.claims}
    impossible = proofs(Values(flow_of(made)), targets.values())
    for again in range(20):
        for name in decided(made, play + again)[0]:
            assert targets[name] not in impossible, (claims, impossible[targets[name]])
