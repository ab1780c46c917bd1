"""One chapter of the manual, and the few forms it is written in: Markdown tables and code blocks."""

import inspect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter: the word that asks for it on the command line, its title, and its Markdown."""

    name: str
    title: str
    body: str

    def __str__(self) -> str:
        """The chapter as Markdown."""
        return f"## {self.title}\n\n{self.body.strip()}\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; a bar in a cell would end it, and is escaped."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def code(text: str, language: str = "yaml") -> str:
    """A code block."""
    return f"```{language}\n{text}\n```"


def said(thing: object, *paragraphs: int) -> str:
    """What the code itself says of a thing: these paragraphs of its docstring (all without any), as Markdown."""
    found = inspect.cleandoc(getattr(thing, "__doc__", None) or "").replace("``", "`").split("\n\n")
    chosen = [found[index] for index in paragraphs if index < len(found)] if paragraphs else found
    return "\n\n".join(chosen)


def verbatim(thing: object, begin: str) -> str:
    """The lines of a thing's docstring behind the line that begins so, up to the docstring's end."""
    text = inspect.cleandoc(getattr(thing, "__doc__", None) or "")
    return inspect.cleandoc(text.partition(begin)[2].partition("\n")[2])
