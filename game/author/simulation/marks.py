"""Small pieces of a page: words made safe, tables, sections."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from game.source.clean import clean_line


def safe(text: str) -> str:
    """Words of a story, or of anybody, for a page: cleaned, on one line, and escaped."""
    return escape(clean_line(text))


class Cell(NamedTuple):
    """A cell of a table: what it shows, already safe, and the number it is sorted by, if it isn't by its words."""

    shown: str
    value: float | None = None
    kind: str = ""


def number(value: float, shown: str | None = None) -> Cell:
    """A cell with a number."""
    return Cell(f"{value:,}" if shown is None else shown, value, "n")


class Row(NamedTuple):
    """A row of a table, the first cell its heading; ``kinds`` are what its readers may pick rows by."""

    cells: Sequence[Cell]
    kinds: tuple[str, ...] = ()


def table(caption: str, head: Sequence[str], rows: Iterable[Row], *, lively: bool = False) -> str:
    """A table whose first column heads its rows; a ``lively`` one can be sorted."""
    there = list(rows)
    first = there[0].cells if there else ()
    sides = [one.kind for one in first] + [""] * len(head)
    heads = "".join(
        f'<th scope="col" class="{side}">{_heading(one, lively)}</th>' for one, side in zip(head, sides, strict=False)
    )
    kind = ' class="lively"' if lively else ""
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{safe(caption)}"><table{kind}>'
        f"<caption>{safe(caption)}</caption><thead><tr>{heads}</tr></thead><tbody>\n"
        + "\n".join(map(_row, there))
        + "\n</tbody></table></div>"
    )


def filtered(what: str, kinds: Iterable[str], inside: str) -> str:
    """A lively table with what filters it: by words, and by one of these kinds."""
    options = "".join(f'<option value="{safe(one)}">{safe(one)}</option>' for one in kinds)
    select = f'<label>Only <select><option value="">all</option>{options}</select></label>' if options else ""
    words = f'<label>Filter {safe(what)} <input type="search" placeholder="words or ids"></label>'
    return f'<div class="filter">{words}{select}<output aria-live="polite"></output></div>\n{inside}'


def _row(row: Row) -> str:
    kinds = f' data-k="{safe("|".join(row.kinds))}"' if row.kinds else ""
    return f"<tr{kinds}>{_cell(row.cells[0], 'th')}{''.join(_cell(cell, 'td') for cell in row.cells[1:])}</tr>"


def _heading(title: str, lively: bool) -> str:
    return f'<button type="button">{safe(title)}</button>' if lively else safe(title)


def _cell(cell: Cell, tag: str) -> str:
    scope = ' scope="row"' if tag == "th" else ""
    kind = f' class="{cell.kind}"' if cell.kind else ""
    value = f' data-v="{cell.value:.6g}"' if cell.value is not None else ""
    return f"<{tag}{scope}{kind}{value}>{cell.shown}</{tag}>"


def section(name: str, title: str, *parts: str) -> str:
    """A section of the page."""
    inside = "\n".join(part for part in parts if part)
    return f'<section id="{name}" aria-labelledby="{name}-h"><h2 id="{name}-h">{safe(title)}</h2>\n{inside}\n</section>'


def folded(summary: str, inside: str) -> str:
    """What is shown when it is asked for."""
    return f"<details><summary>{safe(summary)}</summary>\n{inside}\n</details>"


def note(text: str) -> str:
    """A sentence that explains."""
    return f'<p class="note">{safe(text)}</p>'
