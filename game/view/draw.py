"""Strands of text as paragraphs: blank lines divide, ``> `` lines make documents, white space is folded."""

import re

from game.engine.prose import Strand, Strands
from game.source.clean import clean_line, clean_text
from game.view.page import Paragraph, Run

_FOLD = re.compile(r"[ \n]+")
_DOCUMENT = ">"


def draw(strands: Strands, player: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text; those without words are left out. ``player`` is the reader's name, or empty."""
    name = clean_line(player)
    return tuple(paragraph for lines in _paragraphs(strands) if (paragraph := _paragraph(lines, name)) is not None)


def draw_line(strands: Strands, player: str) -> tuple[Run, ...]:
    """Return a text as one line, whatever it is divided into. ``player`` is the reader's name, or empty."""
    runs: list[Run] = []
    for paragraph in draw(strands, player):
        for line in paragraph.lines:
            if runs:
                runs.append(Run(" "))
            runs.extend(line)
    return tuple(runs)


def words(runs: tuple[Run, ...]) -> str:
    """The words of a line."""
    return "".join(run.text for run in runs)


def _paragraphs(strands: Strands) -> list[list[list[Strand]]]:
    """Strands divided into paragraphs, each a list of lines as written."""
    paragraphs: list[list[list[Strand]]] = [[[]]]
    for strand in strands:
        for index, piece in enumerate(clean_text(strand.text).split("\n")):
            if index:
                if _blank(paragraphs[-1][-1]):
                    if len(paragraphs[-1]) > 1:
                        paragraphs[-1].pop()
                        paragraphs.append([[]])
                else:
                    paragraphs[-1].append([])
            if piece:
                paragraphs[-1][-1].append(strand._replace(text=piece))
    return [[line for line in lines if not _blank(line)] for lines in paragraphs]


def _blank(line: list[Strand]) -> bool:
    return not any(strand.text.strip() for strand in line)


def _paragraph(lines: list[list[Strand]], player: str) -> Paragraph | None:
    if not lines:
        return None
    if all(line[0].text.lstrip().startswith(_DOCUMENT) for line in lines):
        drawn = [_line([_unquoted(line[0]), *line[1:]], player) for line in lines]
        return Paragraph(tuple(drawn), document=True)
    joined: list[Strand] = []
    for line in lines:
        if joined:
            joined.append(Strand(" "))
        joined.extend(line)
    line_of_runs = _line(joined, player)
    return Paragraph((line_of_runs,)) if line_of_runs else None


def _unquoted(strand: Strand) -> Strand:
    return strand._replace(text=strand.text.lstrip().removeprefix(_DOCUMENT))


def _line(strands: list[Strand], player: str) -> tuple[Run, ...]:
    """One line of runs: neighbours in one style joined, spaces folded, none at the ends.

    Only here the reader's name is put in: what it looks like makes no document and divides nothing.
    """
    runs: list[Run] = []
    open_space = False
    for strand in strands:
        text = _FOLD.sub(" ", player if strand.player and player else strand.text)
        if open_space or not runs:
            text = text.lstrip(" ") if not runs or runs[-1].text.endswith(" ") else text
        if not text:
            continue
        open_space = text.endswith(" ")
        style = strand.style
        last = runs[-1] if runs else None
        if last is not None and last.style == style and last.link == strand.link:
            runs[-1] = Run(last.text + text, last.style, last.link)
        else:
            runs.append(Run(text, style, strand.link))
    if runs:
        runs[-1] = Run(runs[-1].text.rstrip(" "), runs[-1].style, runs[-1].link)
    return tuple(run for run in runs if run.text)
