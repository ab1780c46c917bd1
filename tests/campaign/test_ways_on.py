"""The campaign never leaves a reader without a way on: proved by its structure, whatever was done before."""

from pathlib import Path

from game.analysis.explore.lowering import flow_of
from game.analysis.explore.structure import onward
from game.engine.prepare import prepare
from game.load.pipeline import load_path

CAMPAIGN = Path(__file__).parents[2] / "story" / "narrow_sky"


def test_from_everywhere_in_the_campaign_an_ending_can_be_reached():
    story = load_path(CAMPAIGN).story
    assert story is not None
    found = onward(flow_of(prepare(story)))
    assert found.proved, found
