"""Runs of a simulation as files, each a session to replay."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from game.analysis.readers import Reader
from game.analysis.simulate.session import session_of
from game.engine.going import EndlessError
from game.engine.program import Program
from game.play.codec import encode
from game.play.refusal import why_not
from game.play.writing import SUFFIX

_MISUSE = 2


def keep_runs(program: Program, readers: Sequence[Reader], seed: int, numbers: Iterable[int], folder: str) -> int:
    """Write these runs of each reader, as ``READER-NUMBER.jsonl``; 0, or 2 where the folder can't be written."""
    place, count = Path(folder), 0
    numbers = list(numbers)
    try:
        place.mkdir(parents=True, exist_ok=True)
        for reader in readers:
            for number in numbers:
                try:
                    journal = session_of(program, reader, seed, number).journal
                except EndlessError:
                    continue  # it is counted as one that came to no end
                name = f"{reader.name.replace(':', '-')}-{number + 1}{SUFFIX}"
                (place / name).write_text(encode(journal), "ascii")
                count += 1
    except OSError as problem:
        print(f"{folder} can't be written: {why_not(problem)}", file=sys.stderr)
        return _MISUSE
    print(f"Wrote {count:,} sessions to {folder}, for `narrowsky replay FILE`.", file=sys.stderr)
    return 0
