"""Loading, from bytes to a playable story, beside a bare run through the same bytes' YAML events."""

import time
from pathlib import Path

import yaml
from generated import story
from rounds import ratios, report

from game.engine.prepare import prepare
from game.load.files import SourceFile, find
from game.load.pipeline import load

ROOT = Path(__file__).parents[2]


def timed(do) -> float:
    """The seconds that one call takes."""
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


def events(sources: tuple[SourceFile, ...]) -> None:
    """Read every event and build nothing."""
    for source in sources:
        for event in yaml.parse(source.data.decode(), yaml.CSafeLoader):
            _ = event.start_mark.line, event.start_mark.column


def whole(sources: tuple[SourceFile, ...]) -> None:
    """Load, check and prepare."""
    loaded = load(sources)
    assert loaded.story is not None, loaded.diagnostics[:3]
    prepare(loaded.story)


def main() -> None:
    cases = {"the campaign": find(ROOT / "story" / "narrow_sky").files}
    for scenes in (100, 1000):
        cases[f"{scenes} scenes"] = (SourceFile("story.yaml", story(scenes).encode()),)
    for name, sources in cases.items():
        size = sum(len(source.data) for source in sources) / 1e6
        ours, bare = ratios(lambda s=sources: timed(lambda: whole(s)), lambda s=sources: timed(lambda: events(s)), 5)  # type: ignore[misc]
        report(f"{name} ({size:.2f} MB)", ours, bare, "bare events")


if __name__ == "__main__":
    main()
