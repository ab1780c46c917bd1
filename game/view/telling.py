"""A page as its player wants it told: in summaries, plainly, with exact numbers, with hints."""

from dataclasses import replace

from game.engine.offers import touches
from game.play.playthrough import Playthrough
from game.settings.values import Settings
from game.view.compose import compose
from game.view.page import Option, Page


def page_for(playthrough: Playthrough, settings: Settings) -> Page:
    """The page where a playthrough stands, as these settings have it."""
    page = compose(playthrough, summaries=settings.summaries, plain=settings.plain_briefing, hints=settings.hints)
    if not (playthrough.state.scene and settings.exact_numbers):
        return page
    return replace(page, options=tuple(_in_numbers(playthrough, option) for option in page.options))


def _in_numbers(playthrough: Playthrough, option: Option) -> Option:
    """An option whose touches say their numbers as written; those of meters that show none keep to words."""
    program = playthrough.program
    worded = {meter.id for meter in program.story.world.meters if meter.shown == "words"}
    moved = [one for one in touches(program, playthrough.state, option.id).seen.values() if one.written]
    exact = (0 if one.meter in worded else one.written for one in moved)
    return replace(
        option,
        touches=tuple(replace(touch, exact=by) for touch, by in zip(option.touches, exact, strict=True)),
    )
