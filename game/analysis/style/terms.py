"""A scene that speaks of a codex entry links to it where it first does."""

from collections.abc import Iterator, Mapping

from game.analysis.advice import advice
from game.analysis.style.manuscript import Manuscript
from game.analysis.style.passage import name
from game.model.prose import Branch, Link, Parts, Plain, Prose, Sequence, Styled
from game.source.diagnostic import Diagnostic

_ARTICLES = ("The ", "A ", "An ")


def link_first(manuscript: Manuscript) -> Iterator[Diagnostic]:
    """One finding a scene and an entry: its first mention in the scene's text is no link.

    Silent where a link may have stood before, in a variant that not every reader gets.
    """
    if not manuscript.style.link_first:
        return
    for scene in (one for one in manuscript.story.scenes.values() if not one.within):
        for entry, words in _terms(manuscript).items():
            yield from _first(manuscript, scene.text, entry, words)


def _terms(manuscript: Manuscript) -> Mapping[str, tuple[str, ...]]:
    """By what words each entry may be called: those said, else its title, its article small within a sentence."""
    said = dict(manuscript.style.terms)
    return {entry.id: said.get(entry.id) or _title(entry.title) for entry in manuscript.story.codex.values()}


def _title(title: str) -> tuple[str, ...]:
    return (title, title[:1].lower() + title[1:]) if title.startswith(_ARTICLES) else (title,)


def _first(manuscript: Manuscript, prose: Prose, entry: str, words: tuple[str, ...]) -> Iterator[Diagnostic]:
    patterns = [name(one) for one in words]
    for target, text in _stretches(prose.parts):
        if target == entry:
            return
        if not target and any(pattern.search(text) for pattern in patterns):
            break
    else:
        return
    passage = manuscript.passage(prose)
    found = sorted(at for pattern in patterns for at in passage.find(pattern, besides=passage.links))
    if found:
        message = f"this text speaks of `{entry}` here and doesn't link to it"
        yield advice("unlinked-term", message, found[0], f"write [words](codex:{entry}) at the first mention")


def _stretches(parts: Parts) -> Iterator[tuple[str, str]]:
    """The plain stretches of a text in their order, each with where it links to, if it does."""
    for part in parts:
        match part:
            case Plain():
                yield "", part.text
            case Link():
                yield part.target if part.kind == "codex" else part.kind, ""
            case Styled():
                yield from _stretches(part.parts)
            case Branch():
                yield from _stretches(part.yes + part.no)
            case Sequence():
                for option in part.options:
                    yield from _stretches(option)
            case _:
                pass
