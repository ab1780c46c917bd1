"""What is declared and never used."""

from collections.abc import Iterator

from game.analysis.advice import advice
from game.analysis.case import Case
from game.source.diagnostic import Diagnostic


def unused(case: Case) -> Iterator[Diagnostic]:
    """Facts, truths, meters, characters, arcs, codex entries nobody ever names, promises nobody gives."""
    world, heard = case.story.world, case.mentions.whole
    asked = heard.asked()
    used = heard.names.keys() | asked
    for fact in world.facts:
        if fact.id not in used:
            yield advice("unused", f"nothing sets or asks for the fact `{fact.id}`", fact.at)
    for truth in world.truths:
        if truth.id not in used:
            yield advice("unused", f"nothing asks for the truth `{truth.id}`", truth.at)
    for meter in world.meters:
        if meter.id not in used and meter.shown == "never" and not meter.drift:
            yield advice("unused", f"nothing changes, shows or asks for the meter `{meter.id}`", meter.at)
    strangers = [person for person in world.characters if person.id not in used]
    words = heard.words() if strangers else set[str]()
    for person in strangers:
        if words.isdisjoint(person.name.replace(".", " ").split()):
            yield advice("unused", f"nothing speaks of `{person.id}`, and no text has the name", person.at)
    for arc in world.arcs:
        if arc.id not in used:
            yield advice("unused", f"no scene belongs to the arc `{arc.id}`", arc.at)
    for entry in case.story.codex.values():
        if entry.id not in used:
            hint = f"link to it, `[words](codex:{entry.id})`, or write `{{unlock: {entry.id}}}`"
            yield advice("unused", f"nothing leads to the codex entry `{entry.id}`", entry.at, hint)
    for kind, name, at in case.story.idle:
        yield advice("unused", f"nothing uses the {kind} `{name}`", at)
    for promise in world.promises:
        if heard.names[promise.id] == heard.kept[promise.id]:
            hint = f"write `{{promise: {promise.id}}}` where it is given"
            yield advice("never-given", f"the promise `{promise.id}` is never given", promise.at, hint)
