"""Every piece of YAML in the author's guide loads, plays, and is what the shipped first story holds."""

import random
import re
from pathlib import Path

import pytest

from game.cli.main import main
from game.engine.prepare import prepare
from game.load.pipeline import load_path
from game.play.journal import Opened
from game.play.playthrough import opened

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "story" / "guides" / "writing.md").read_text("utf-8")
STEPS = re.findall(r"<!-- file: (\S+?)(?:, in an addition to (\S+))? -->\n```yaml\n(.+?)```", GUIDE, re.DOTALL)


def _plays(folder: Path) -> set[str]:
    loaded = load_path(folder, (ROOT / "story",))
    assert loaded.diagnostics == (), loaded.diagnostics
    assert loaded.story is not None
    program = prepare(loaded.story)
    endings = set()
    for seed in range(60):
        dice = random.Random(seed)
        game = opened(program, Opened(story=loaded.story.id, version=1, fingerprint="", seed=seed))
        while not game.ended and game.decisions < 100:
            game = game.choose(dice.choice(game.open))
        assert game.ended
        endings.add(game.state.ended)
    return endings


def test_every_sample_of_the_guide_is_read():
    assert len(STEPS) == GUIDE.count("```yaml")


def test_each_step_of_the_first_story_loads_and_plays(tmp_path):
    for name, base, text in STEPS:
        if base:
            continue
        (tmp_path / name).write_text(text, "utf-8")
        endings = _plays(tmp_path)
    assert endings == {"island", "ashore"}
    shipped = {path.name: path.read_text("utf-8") for path in (ROOT / "story" / "first_steps").glob("*.yaml")}
    assert shipped == {path.name: path.read_text("utf-8") for path in tmp_path.glob("*.yaml")}


@pytest.mark.parametrize(("name", "base", "text"), [step for step in STEPS if step[1]])
def test_a_branch_is_added_to_the_campaign_as_the_guide_says(tmp_path, name, base, text):
    (story,) = re.findall(rf"narrowsky new mod (\S+) --extends\s+{Path(base).name}", GUIDE)
    folder = tmp_path / story
    assert main(["new", "mod", story, "--extends", Path(base).name, "--in", str(tmp_path)]) == 0
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    assert _plays(folder)
