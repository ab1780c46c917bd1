"""The pages that teach: for every code of a finding what it means, a story that has it, and the same story mended.

A page lies in ``pages/CODE.md``. In the samples a line ``# here`` stands below the line of the fault, its ``#`` under
the very place; what is wrong with files themselves is told instead of shown. The tests load every sample.
"""

from functools import cache
from pathlib import Path

from game.source.clean import clean_line
from game.source.suggest import nearest

_PAGES = Path(__file__).with_name("pages")


class UnknownCodeError(LookupError):
    """No finding has this code; the message names the nearest one that there is."""


@cache
def codes() -> tuple[str, ...]:
    """Every code that has a page, by the alphabet."""
    return tuple(sorted(path.stem for path in _PAGES.glob("*.md")))


def page(code: str) -> str:
    """The page of a code, as Markdown. Raises UnknownCodeError where there is none."""
    if code not in codes():
        near = nearest(code, codes())
        hint = f"did you mean `{near}`?" if near else "`narrowsky explain` lists them all."
        raise UnknownCodeError(f"No finding has the code `{clean_line(code)}`; {hint}")
    return (_PAGES / f"{code}.md").read_text("utf-8")


def summary(code: str) -> str:
    """The first sentence of a code's page, on one line."""
    introduction = page(code).split("\n\n")[1]
    first, stop, _ = " ".join(introduction.split()).partition(". ")
    return first + "." if stop else first


def contents() -> str:
    """Every code with its first sentence, a line each."""
    width = max(map(len, codes())) + 2
    return "\n".join(f"{code:<{width}}{summary(code)}" for code in codes())
