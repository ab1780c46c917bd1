"""Paragraphs longer than anybody reads on a screen."""

import re
from collections.abc import Iterator

from game.analysis.advice import advice
from game.analysis.case import Case
from game.analysis.style.passage import Passage
from game.analysis.style.reading import shortest
from game.analysis.texts import count, texts_of, written
from game.source.diagnostic import Diagnostic
from game.source.limits import PARAGRAPH_WORDS

_BREAK = re.compile(r"\n\s*\n")
_DOCUMENT = re.compile(r"^[ \t]*>.*$", re.MULTILINE)


def paragraphs(case: Case) -> Iterator[Diagnostic]:
    """One finding a paragraph that is too long on the shortest way through its text.

    Silent where the story has a rule of its own.
    """
    style = case.story.style
    if style is not None and any(rule.of == "paragraph" for rule in style.lengths):
        return
    for text in texts_of(case.story):
        told = written(text.prose.parts)
        # Every word takes a character and one between it and the next.
        if len(told) <= 2 * PARAGRAPH_WORDS or count(told) <= PARAGRAPH_WORDS:
            continue
        told_at_least = shortest(text.prose)
        for paragraph in _BREAK.split(told_at_least) if told_at_least is not None else ():
            told = _DOCUMENT.sub("", paragraph)
            words = count(told)
            source = case.sources.get(text.prose.at.source)
            if words > PARAGRAPH_WORDS and source is not None:
                at = Passage(text.prose.at, source.split("\n")).opening(told)
                message = f"this paragraph has {words} words; more than {PARAGRAPH_WORDS} are hard to read on a screen"
                yield advice("long-paragraph", message, at, "an empty line divides it")
