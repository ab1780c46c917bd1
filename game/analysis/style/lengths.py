"""How long texts of each kind are: the shortest and the longest way through each are held against its bounds."""

import re
from collections.abc import Iterator

from game.analysis.advice import advice
from game.analysis.style.manuscript import Manuscript
from game.analysis.style.reading import Reading, bounds
from game.analysis.texts import Text, Use, count
from game.model.style import Length
from game.source.diagnostic import Diagnostic

_NAMED: dict[Use, str] = {
    "choice": "the label of `{}`", "cost": "the cost of `{}`", "result": "the result of `{}`",
    "envelope": "the envelope of `{}`", "line": "the line `{}`", "ending": "the ending `{}`",
    "coda": "the coda `{}`", "codex": "the entry `{}`",
    "summary": "a summary of `{}`", "note": "the note of `{}`", "scene": "the text of `{}`",
    "plain": "the plain words of `{}`",
}  # fmt: skip
_BREAK = re.compile(r"\n\s*\n")
_DOCUMENT = re.compile(r"^[ \t]*>.*$", re.MULTILINE)


def lengths(manuscript: Manuscript) -> Iterator[Diagnostic]:
    """One finding a text that is too short or too long, by the first of the rules that is about it."""
    rules = manuscript.style.lengths
    paragraph = next((rule for rule in rules if rule.of == "paragraph"), None)
    for text in manuscript.texts:
        rule = next((rule for rule in rules if _about(rule, text, manuscript)), None)
        if rule is not None:
            yield from _measured(manuscript, text, rule)
        if paragraph is not None:
            yield from _paragraphs(manuscript, text, paragraph)
    first = next((rule for rule in rules if rule.of == "first_choice"), None)
    if first is not None:
        yield from _first_choice(manuscript, first)


def _about(rule: Length, text: Text, manuscript: Manuscript) -> bool:
    story = manuscript.story
    match rule.of:
        case "scene":
            return _named(rule, text.owner) and text.use == "scene" and text.owner == text.scene not in story.storylets
        case "storylet":
            storylet = story.storylets.get(text.owner) if text.use == "scene" else None
            return storylet is not None and _named(rule, storylet.deck)
        case "result":
            return text.use == "result" or (text.use == "scene" and text.owner != text.scene)
        case "line":
            group = next((line.group for line in story.lines if line.id == text.owner), "")
            return text.use == "line" and _named(rule, group)
        case "codex":
            return text.use == "codex" and _named(rule, story.codex[text.owner].shelf)
        case _:
            return text.use == rule.of


def _named(rule: Length, name: str) -> bool:
    return not rule.only or name in rule.only


def _measured(manuscript: Manuscript, text: Text, rule: Length) -> Iterator[Diagnostic]:
    named = _NAMED[text.use].format(text.owner)
    asked = f"{rule.least} to {rule.most} are asked for"
    ways = manuscript.readings(text.prose)
    if not ways:
        fewest, most = bounds(text.prose)
        if fewest > rule.most or most < rule.least:
            some = f"at least {fewest}" if fewest > rule.most else f"at most {most}"
            yield advice("text-length", f"{named} has {some} words; {asked}", text.prose.at)
        return
    by_words = sorted(ways, key=lambda way: way.words)
    for way, wrong in (
        (by_words[-1], [one for one in ways if one.words > rule.most]),
        (by_words[0], [one for one in ways if one.words < rule.least]),
    ):
        if wrong:
            where = _where(way) if len(wrong) < len(ways) else ""
            words = f"{way.words} word{'' if way.words == 1 else 's'}"
            yield advice("text-length", f"{named} has {words}{where}; {asked}", text.prose.at)


def _where(way: Reading) -> str:
    """Under which conditions a way is taken: whether they can hold together is the author's to know."""
    return f" where {', '.join(way.when)}" if way.when else ""


def _paragraphs(manuscript: Manuscript, text: Text, rule: Length) -> Iterator[Diagnostic]:
    """One finding a paragraph; where it stands tells one from another over all the ways through."""
    said: set[tuple[int, int]] = set()
    for way in sorted(manuscript.readings(text.prose), key=lambda one: -one.words):
        for paragraph in _BREAK.split(way.text):
            told = _DOCUMENT.sub("", paragraph) if manuscript.style.spare_documents else paragraph
            words = count(told)
            if not words or rule.least <= words <= rule.most:
                continue
            at = manuscript.passage(text.prose).opening(told)
            if (at.line, at.column) not in said:
                said.add((at.line, at.column))
                message = f"this paragraph has {words} words{_where(way)}; {rule.least} to {rule.most} are asked for"
                yield advice("text-length", message, at)


def _first_choice(manuscript: Manuscript, rule: Length) -> Iterator[Diagnostic]:
    """What is read before the first choice: the first scene's text, and those it leads to, up to one with choices."""
    scene = start = manuscript.story.scenes[manuscript.story.start]
    words, seen = 0, {""}
    while scene.id not in seen:
        seen.add(scene.id)
        words += max((way.words for way in manuscript.readings(scene.text)), default=bounds(scene.text)[0])
        if not scene.choices and scene.then:
            scene = manuscript.story.scenes[scene.then]
    if scene.choices and not rule.least <= words <= rule.most:
        message = f"{words} words stand before the first choice; {rule.least} to {rule.most} are asked for"
        yield advice("text-length", message, start.at)
