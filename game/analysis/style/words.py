"""Words that are avoided, and words that are used sparingly."""

from collections.abc import Iterator

from game.analysis.advice import advice
from game.analysis.style.manuscript import Manuscript
from game.analysis.style.passage import Passage, phrase
from game.model.style import Avoided
from game.source.diagnostic import Diagnostic


def avoided(manuscript: Manuscript) -> Iterator[Diagnostic]:
    """One finding a place where such a word stands: in the narrator's own words, or in anybody's."""
    rules = [(one, phrase(one.words)) for one in manuscript.style.avoided if one.words.strip()]
    for text in manuscript.texts if rules else ():
        passage = manuscript.passage(text.prose)
        for rule, pattern in rules:
            for at in passage.find(pattern, besides=_besides(passage, rule, manuscript)):
                who = "this story" if rule.everywhere else "the narrator"
                yield advice("avoided-word", f"{who} doesn't say `{rule.words}`", at, rule.why)


def _besides(passage: Passage, rule: Avoided, manuscript: Manuscript) -> tuple[tuple[int, int], ...]:
    """What is not the narrator's own."""
    if rule.everywhere:
        return ()
    return passage.quoted + (passage.documents if manuscript.style.spare_documents else ())


def sparing(manuscript: Manuscript) -> Iterator[Diagnostic]:
    """One finding a text that holds too many of some words, on the way that holds the most."""
    for rule in manuscript.style.at_most:
        patterns = [phrase(words) for words in rule.words]
        for text in manuscript.texts:
            ways = manuscript.readings(text.prose)
            found = [[one[0] for pattern in patterns for one in pattern.finditer(way.text)] for way in ways]
            most = max(range(len(ways)), key=lambda index: len(found[index]), default=None)
            if most is None or len(found[most]) <= rule.times:
                continue
            way = f" where {', '.join(ways[most].when)}" if ways[most].when else ""
            yield advice(
                "word-too-often",
                f"this text holds {', '.join(f'`{one}`' for one in found[most])}{way}: {rule.times} at most",
                manuscript.passage(text.prose).opening(found[most][-1]),
            )
