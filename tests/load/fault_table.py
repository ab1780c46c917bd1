"""Plants each kind of mistake in ten places of the slice and prints what was found: ``python fault_table.py``."""

import sys
from dataclasses import dataclass
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]

from planting.ground import PLACES, Kind, judged, plant
from planting.harmless import variants
from planting.kinds import KINDS


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one kind: planted, found by its code, at the right place, and findings in all."""

    kind: Kind
    planted: int
    found: int
    placed: int
    findings: int


def row(kind: Kind, places: int = PLACES, *, told: bool = False) -> Row:
    """Plant a kind and look at what is found."""
    planted = list(plant(kind, places))
    found = placed = findings = 0
    for one in planted:
        diagnostics = judged(one.sources)
        right = (one.source, one.line, one.column)
        codes = {each.code for each in diagnostics}
        spots = {(each.at.source, each.at.line, each.at.column) for each in diagnostics if each.code == kind.code}
        found += kind.code in codes
        placed += right in spots
        findings += len(diagnostics)
        if told and (right not in spots or len(diagnostics) != 1):
            print(f"  {kind.name}: {kind.code} wanted at {right}")
            print("   ", one.sources[one.source].split("\n")[one.line - 1][:110])
            for each in diagnostics[:4]:
                print("   >", each.at, each.code, each.message[:90])
            told = False
    return Row(kind, len(planted), found, placed, findings)


def main() -> None:
    """Print the table."""
    print(f"{'kind':52} {'code':20} planted found place findings")
    rows = [row(kind, told="-v" in sys.argv) for kind in KINDS]
    for one in rows:
        sure = one.planted == one.found == one.placed == one.findings
        print(
            f"{one.kind.name:52} {one.kind.code:20} {one.planted:7} {one.found:5} {one.placed:5} "
            f"{one.findings:8}{'' if sure else '  <--'}"
        )
    planted, found, placed = (sum(getattr(one, what) for one in rows) for what in ("planted", "found", "placed"))
    more = sum(one.findings for one in rows)
    print(f"{len(rows)} kinds: {planted} planted, {found} found, {placed} at the right place, {more} findings")
    _harmless(1000)


def _harmless(count: int) -> None:
    """Print how many findings good stories have when they are written otherwise."""
    more = 0
    for done, before, after in variants(count):
        said = {(one.code, one.message) for one in judged(before)}
        new = [one for one in judged(after) if (one.code, one.message) not in said]
        more += len(new)
        for one in new[:1]:
            print(f"  {done}: {one.at}: {one.code}: {one.message}")
    print(f"{count} good stories written otherwise: {more} findings")


if __name__ == "__main__":
    main()
