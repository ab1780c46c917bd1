"""Luck as branches: everything that may come of one decision, each with the luck that brings it."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from game.engine.luck import Luck, Outcome, Site
from game.play.journal import Drew

Result = TypeVar("Result")
Answered = list[tuple[str, str]]


def branches(do: Callable[[Luck], Result]) -> Iterator[tuple[Result, Drew]]:
    """Do a thing once for each way that luck may go, the likelier answers as they are listed; with what luck said.

    An outcome without weight never comes. What ``do`` raises ends that branch and comes out here.
    """
    waiting: list[tuple[str, ...]] = [()]
    while waiting:
        given = waiting.pop()
        answered: Answered = []

        def luck(
            site: Site, outcomes: tuple[Outcome, ...], given: tuple[str, ...] = given, said: Answered = answered
        ) -> str:
            number = len(said)
            if number < len(given):
                name = given[number]
            else:
                may = [one.id for one in outcomes if one.weight]
                name = may[0]
                so_far = tuple(answer for _, answer in said)
                waiting.extend((*so_far, other) for other in reversed(may[1:]))
            said.append((site.id, name))
            return name

        result = do(luck)
        yield result, _drew(answered)


def _drew(answered: Answered) -> Drew:
    found: dict[str, list[str]] = {}
    for site, name in answered:
        found.setdefault(site, []).append(name)
    return tuple((site, tuple(names)) for site, names in found.items())
