"""What many readings tell, as data for other programs."""

from typing import Any

from game.analysis.explore.targets import targets_of
from game.analysis.simulate.changes import asked
from game.analysis.simulate.courses import END
from game.analysis.simulate.figures import courses, hanging, missed, spread
from game.analysis.simulate.margins import margins
from game.analysis.simulate.tally import Tally
from game.author.simulation.report import Report, share


def as_data(report: Report) -> dict[str, Any]:
    """The report as JSON's own kinds."""
    story, found = report.story, report.findings
    return {
        "story": story.id,
        "title": story.title,
        "fingerprint": story.fingerprint,
        "seed": report.seed,
        "runs": report.wanted,
        "stopped": report.stopped,
        "unit": "turn" if story.world.clock is not None else "decision",
        "readers": [_reader(report, one) for one in report.tallies],
        "all": _reader(report, report.every),
        "findings": {
            "never_met": {kind: list(names) for kind, names in found.never.items()},
            "never_dealt": list(found.never_dealt),
            "never_chosen": list(found.never_chosen),
            "never_open": list(found.opened),
            "nobody_takes": [one._asdict() for one in found.shunned],
            "everyone_takes": [one._asdict() | {"share": one.share} for one in found.everyone],
            "readers_with_preferences": list(found.judged),
        },
        "hinges": [
            {
                "scene": one.scene,
                "choice": one.choice,
                "readings": one.runs,
                "passages": [
                    {"kind": each.passage[0], "name": each.passage[1], "beside": each.beside,
                     "only_here": each.only_here, "only_there": each.only_there}
                    for each in one.passages
                ],
            }
            for one in report.turned
        ],
        "asked_later": {name: list(passages) for name, passages in asked(story).items()},
        "lines": {
            name: {str(line): count for line, count in sorted(margin.items())}
            for name, margin in sorted(margins(story, report.every).items())
        },
    }  # fmt: skip


def _reader(report: Report, tally: Tally) -> dict[str, Any]:
    story, runs = report.story, tally.runs
    endings = [(one.id, tally.endings[one.id]) for one in story.endings]
    missing, hangs = missed(story, tally), hanging(tally)
    return {
        "reader": tally.reader or "all",
        "title": report.title(tally.reader),
        "runs": runs,
        "endings": {name: _share(count, runs) for name, count in endings},
        "no_ending": {cut: _share(count, runs) for cut, count in sorted(tally.cut.items())},
        "decisions": _spread(tally.decisions),
        "words": _spread(tally.words) if tally.worded else None,
        "meters": {
            meter: {("end" if point == END else str(point)): found._asdict() for point, found in course.items()}
            for meter, course in courses(tally).items()
        },
        "met": {
            f"{one.kind}:{one.name}": {"runs": tally.met[one.kind, one.name], "times": tally.times[one.kind, one.name]}
            for one in targets_of(story)
            if one.kind != "claim" and (tally.worded or one.kind != "variant")
        },
        "by_turn": {
            name: {str(turn): count for (scene, turn), count in sorted(tally.heat.items()) if scene == name}
            for name in sorted({scene for scene, _ in tally.heat})
        },
        "dealt": {name: tally.dealt[name] for name in story.storylets},
        "choices": _stood(tally),
        "scenes_missed": {"share": missing.share, "of": missing.of},
        "hangs_on_earlier": {"share": hangs.share, "came": hangs.came, "did": hangs.did, "scenes": list(hangs.scenes)},
    }


def _share(count: int, runs: int) -> dict[str, float]:
    value, (low, high) = share(count, runs)
    return {"runs": count, "share": value, "low": low, "high": high}


def _spread(counts: Any) -> dict[str, Any]:
    found = spread(counts)
    said = {} if found is None else found._asdict()
    return said | {"counts": {str(number): count for number, count in sorted(counts.items())}}


def _stood(tally: Tally) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for (name, how), count in sorted(tally.stood.items()):
        found.setdefault(name, {})[how] = count
    return found
