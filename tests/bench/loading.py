"""Loading, beside a bare run through the same bytes' YAML events: 100, 1,000 and 10,000 scenes, and the campaign.

To a playable story; with every check; again, from the cache; the peak memory of each; PyYAML's own loaders and inkjs's
compiler on the same story. ``INKJS`` names a folder in which ``npm install inkjs`` was run. Sizes may be given.
"""

import contextlib
import io
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml
from generated import files, ink
from rounds import ratios, report

from game.cache.opening import open_path
from game.cli.main import main as narrowsky
from game.load.files import find

ROOT = Path(__file__).parents[2]
SIZES = (100, 1000, 10_000)
MANY = 5_000  # from so many scenes on, fewer rounds, and no loader that takes minutes


def timed(do: Callable[[], object]) -> float:
    """The seconds that one call takes."""
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


def events(story: Path) -> None:
    """Read every event and build nothing."""
    for source in find(story).files:
        for event in yaml.parse(source.data.decode(), yaml.CSafeLoader):
            _ = event.start_mark.line, event.start_mark.column


def playable(story: Path, cache: Path | None = None) -> None:
    """Load, and make ready."""
    assert open_path(story, (), cache).program is not None


def checked(story: Path) -> None:
    """All that ``narrowsky check`` does."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        narrowsky(["check", str(story)])


def plain(story: Path, loader: type) -> None:
    """PyYAML's own values."""
    for source in find(story).files:
        yaml.load(source.data, loader)


def memory(what: str, story: Path, cache: Path) -> float:
    """The peak of a process of its own, in MB."""
    done = subprocess.run(
        [sys.executable, __file__, "--alone", what, str(story), str(cache)], capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def alone(what: str, story: Path, cache: Path) -> None:
    """Do one thing and print the peak of this process's memory in MB."""
    ways: dict[str, Callable[[], object]] = {
        "nothing": lambda: None,
        "bare events": lambda: events(story),
        "playable": lambda: playable(story),
        "cached": lambda: playable(story, cache),
    }
    ways[what]()
    print(_peak())


def _peak() -> float:
    """The most this process took, in MB. What the system calls maximum includes the process it was forked from."""
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def inkjs(scenes: int, folder: Path) -> None:
    """The same story through inkjs's compiler, where it is to be had."""
    lab = os.environ.get("INKJS", "")
    source = folder / "story.ink"
    source.write_text(ink(scenes))
    command = ["node", str(Path(__file__).with_name("compile_ink.cjs")), str(source)]
    try:
        done = subprocess.run(command, cwd=lab or folder, capture_output=True, text=True, check=True, timeout=600)
    except (OSError, subprocess.SubprocessError):
        print("  inkjs: not to be had here (node, `npm install inkjs` in a folder, INKJS=that folder)")
        return
    took, peak = (float(word) for word in done.stdout.split())
    bare = timed(lambda: events(folder / "story"))
    print(f"  inkjs's compiler: {took / 1000 / bare:.1f} x bare events, peak {peak / 1e6:.0f} MB")


def measure(name: str, story: Path, cache: Path, scenes: int) -> None:
    """Everything about one story."""
    rounds = 3 if scenes >= MANY else 5
    size = sum(len(source.data) for source in find(story).files) / 1e6
    print(f"{name} ({size:.2f} MB)")

    def bare() -> float:
        return timed(lambda: events(story))

    report("  playable", *ratios(lambda: timed(lambda: playable(story)), bare, rounds), "bare events")
    report("  with every check", *ratios(lambda: timed(lambda: checked(story)), bare, rounds), "bare events")
    again, whole = (lambda: timed(lambda: playable(story, cache))), (lambda: timed(lambda: playable(story)))
    report("  from the cache", *ratios(again, whole, rounds), "uncached")
    report("  CSafeLoader", *ratios(lambda: timed(lambda: plain(story, yaml.CSafeLoader)), bare, 1), "bare events")
    if scenes < MANY:
        report("  SafeLoader", *ratios(lambda: timed(lambda: plain(story, yaml.SafeLoader)), bare, 1), "bare events")
    peaks = {what: memory(what, story, cache) for what in ("nothing", "bare events", "playable", "cached")}
    print("  peak memory: " + ", ".join(f"{what} {peak:.0f} MB" for what, peak in peaks.items()))


def main() -> None:
    """Measure the campaign, and generated stories of each size."""
    sizes = [int(given) for given in sys.argv[1:]] or SIZES
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        measure("the campaign", ROOT / "story" / "narrow_sky", folder / "cache", 0)
        for scenes in sizes:
            story = folder / "story"
            for name, text in files(scenes).items():
                (story / name).parent.mkdir(parents=True, exist_ok=True)
                (story / name).write_text(text)
            measure(f"{scenes:,} scenes", story, folder / "cache", scenes)
            inkjs(scenes, folder)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--alone"]:
        alone(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
    else:
        main()
