"""A story is untrusted: whatever it holds is shown as text, and does nothing."""

from dataclasses import replace

import pytest
import tui_stage as stage
from textual.content import Content
from tui_driver import playing, press, screen_text
from tui_rooms import ROOMS, Stage

from game.tui import text
from game.tui.widgets.menu import Item, Menu
from game.tui.widgets.words import Words
from game.view.gallery import Earned, EndingSeen, Gallery
from game.view.page import Block, CodexPage, Paragraph, Run
from game.view.people import Given, Meeting, Memory, Person
from game.view.weight import Moved

MARKUP = "[@click=app.quit]quit[/] [/] [bold]b[/bold] [Mira] [sic] [red on red]x[/] \\[ $accent {x}"
CONTROL = "\x1b[2J\x1b]0;owned\x07\x1b]52;c;aGk=\x07\x9b31m\x00\x7f\u202egnp.exe\u2066"
PAYLOAD = MARKUP + CONTROL


def hostile_page(number, ending=""):
    para = Paragraph(((Run(PAYLOAD, "em"), Run(PAYLOAD, "strong", "codex:evil"), Run("x", "", f"codex:{PAYLOAD}")),))
    kinds = (
        ["turn", "brief", "tray", "scene", "result", "handled", "papers", "ledger", "promise", "codex", "reveal"]
        if not ending
        else ["ending", "papers"]
    )
    blocks = tuple(
        Block(kind=kind, title=PAYLOAD, paragraphs=(para, replace(para, document=True)), sources=(PAYLOAD, ""))
        for kind in kinds
    )
    offered = stage.option(
        "a",
        PAYLOAD,
        PAYLOAD,
        stage.up(PAYLOAD, PAYLOAD, 3),
        hidden=True,
        odds=50,
        otherwise=PAYLOAD,
    )
    locked = replace(offered, id="b", open=False, reason=PAYLOAD)
    gauge = stage.gauge("g", 5, PAYLOAD, 3, PAYLOAD, title=PAYLOAD, about=PAYLOAD, because=(PAYLOAD,))
    page = stage.page(number, PAYLOAD, PAYLOAD, blocks, () if ending else (offered, locked), ending=ending)
    return replace(
        page, story=PAYLOAD, gauges=(gauge, replace(gauge, value=None), replace(gauge, shown="pips", high=5))
    )


SCRIPT = (hostile_page(0), hostile_page(1), hostile_page(2, PAYLOAD))


def hostile_game():
    para = Paragraph(((Run(PAYLOAD),),))
    entry = CodexPage(
        id="evil",
        title=PAYLOAD,
        shelf=PAYLOAD,
        date=PAYLOAD,
        grade=PAYLOAD,
        source=PAYLOAD,
        paragraphs=(para,),
        known=True,
    )
    kept = (
        stage.kept("one", title=PAYLOAD, where=PAYLOAD),
        stage.kept("two", problem=PAYLOAD, ended=PAYLOAD, sample=True, title=PAYLOAD),
    )
    shelf = stage.FakeShelf(kept=kept, script=SCRIPT)
    return stage.game(
        shelf,
        title=PAYLOAD,
        by=PAYLOAD,
        blurb=PAYLOAD,
        note=(para,),
        decision_map=hostile_map,
        comparison=hostile_comparison,
        gallery=hostile_gallery,
        recap=hostile_recap,
        stories=lambda: tuple(
            replace(one, path=PAYLOAD, title=PAYLOAD, by=PAYLOAD, blurb=PAYLOAD) for one in stage.STORIES
        ),
        codex=lambda _: (entry, replace(entry, id="e2", known=False)),
        histories=lambda _: tuple(map(hostile_history, stage.HISTORIES)),
        people=lambda _: tuple(map(hostile_person, stage.PEOPLE)),
        ledger=lambda _: tuple(
            replace(line, name=PAYLOAD, when=PAYLOAD, place=PAYLOAD, doing=PAYLOAD, claims=((PAYLOAD, PAYLOAD),) * 2)
            for line in stage.LEDGER
        ),
    )


def hostile_person(one):
    said = dict.fromkeys(("name", "role", "wants"), PAYLOAD)
    return replace(
        one,
        **said,
        memories=tuple(replace(memory, what=PAYLOAD, when=PAYLOAD) for memory in one.memories),
        given=tuple(replace(word, text=PAYLOAD, due=PAYLOAD) for word in one.given),
        meetings=tuple(replace(place, title=PAYLOAD, when=PAYLOAD) for place in one.meetings),
    )


def hostile_gallery():
    ending = EndingSeen(id=PAYLOAD, title=PAYLOAD, day=PAYLOAD, sessions=(stage.kept("one", called=PAYLOAD),))
    earned = Earned(id=PAYLOAD, title=PAYLOAD, text=PAYLOAD, day=PAYLOAD)
    return Gallery(story=PAYLOAD, endings=(ending, EndingSeen(id="e2", hint=PAYLOAD)), achievements=(earned,), hidden=1)


def hostile_history(one):
    points = tuple(replace(point, band=PAYLOAD) for point in one.course.points)
    said = dict.fromkeys(("when", "title", "decision", "before", "after"), PAYLOAD)
    return replace(
        one,
        course=replace(one.course, title=PAYLOAD, group=PAYLOAD, points=points),
        about=PAYLOAD,
        bands=tuple(replace(band, name=PAYLOAD) for band in one.bands),
        shifts=tuple(replace(each, **said, because=(PAYLOAD,)) for each in one.shifts),
    )


def hostile_recap(_playthrough, _others):
    para = Paragraph(((Run(PAYLOAD),),))
    moved = Moved(gauge=PAYLOAD, up=True, now=PAYLOAD, weight=1)
    turning = stage.turning(1, PAYLOAD, PAYLOAD, PAYLOAD, moved, words=(PAYLOAD,), hurt=(PAYLOAD,), came=(PAYLOAD,))
    shift = replace(stage.SHIFT, when=PAYLOAD, decision=PAYLOAD, before=PAYLOAD, after=PAYLOAD)
    arc = stage.history("Sky", 60, 64, shifts=(shift,))
    person = Person(
        id=PAYLOAD,
        name=PAYLOAD,
        role=PAYLOAD,
        memories=(Memory(what=PAYLOAD, number=1, when=PAYLOAD),),
        given=(Given(text=PAYLOAD, became="kept", number=1, when=PAYLOAD, due=PAYLOAD),),
        meetings=(Meeting(number=1, when=PAYLOAD, title=PAYLOAD),),
    )
    return replace(
        stage.RECAP,
        story=PAYLOAD,
        ending=PAYLOAD,
        where=PAYLOAD,
        arcs=(replace(arc, course=replace(arc.course, title=PAYLOAD)),),
        turnings=(turning,),
        back=(turning.decision,),
        people=(person,),
        ledger=(para,),
        codas=(PAYLOAD,),
        beside=PAYLOAD,
    )


def hostile_session():
    return stage.FakeSession(SCRIPT, name="hostile", trouble=PAYLOAD, notice=PAYLOAD)


def hostile_map(sessions):
    made = stage.decision_map(sessions)
    spots = tuple(
        replace(
            one,
            title=PAYLOAD,
            text=PAYLOAD,
            stand=tuple((name, PAYLOAD if ending else "") for name, ending in one.stand),
        )
        for one in made.spots
    )
    return replace(made, story=PAYLOAD, spots=spots)


def hostile_comparison(first, second):
    made = stage.comparison(first, second)
    one = replace(stage.decision(1, PAYLOAD), title=PAYLOAD)
    meters = tuple(replace(course, title=PAYLOAD) for course in made.first.meters)
    side = replace(made.first, name=PAYLOAD, ending=PAYLOAD, where=PAYLOAD, ledger=(PAYLOAD,), meters=meters)
    rows = (
        replace(made.rows[0], first=one, second=one),
        replace(made.rows[1], first=one),
        replace(made.rows[2], first=one),
    )
    return replace(made, story=PAYLOAD, first=side, second=replace(side, ending="", ledger=()), rows=rows)


HOSTILE = Stage(game=hostile_game, session=hostile_session, reading=lambda: stage.reading(SCRIPT), name=PAYLOAD)
WITHOUT = ("go to", "palette")
"""Rooms that show nothing of a story."""


@pytest.mark.parametrize("room", ROOMS)
async def test_hostile_text_is_shown_and_does_nothing(room):
    there = ROOMS[room]
    size = (120, 40)
    async with playing(first=HOSTILE.first(there), game=hostile_game(), size=size) as (app, pilot):
        await press(pilot, *there.keys)
        shown = screen_text(app)
        assert not any(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 for sign in shown.replace("\n", ""))
        assert "\u202e" not in shown
        if room not in WITHOUT:
            assert "[@click=app.q" in shown or "[@CLICK=APP.Q" in shown
        for row in range(0, size[1], 3):
            for column in range(1, size[0], 23):
                style = app.screen.get_style_at(column, row)
                assert "@click" not in style.meta
                assert style.link is None
        assert not app._exit


async def test_clicking_a_term_with_a_hostile_target_is_harmless():
    async with playing(hostile_session(), game=hostile_game(), size=(100, 40)) as (app, pilot):
        for row in range(2, 38, 3):
            await pilot.click(offset=(12, row))
            if app.screen.query("#entry"):
                await press(pilot, "c")
        assert not app._exit


def test_text_is_cleaned_at_the_door_and_stays_text():
    for made in (text.words(PAYLOAD), text.line([Run(PAYLOAD)]), text.passage(PAYLOAD), text.spaced(PAYLOAD)):
        assert "\x1b" not in made.plain
        assert "\x9b" not in made.plain
        assert "[/]" in made.plain or "[ / ]" in made.plain
    assert text.words(MARKUP).plain == MARKUP
    assert text.words("a\nb").plain == "a b"


def test_strings_are_refused_by_what_shows_words():
    with pytest.raises(TypeError):
        Words("[bold]x")
    with pytest.raises(TypeError):
        Words(Content("x")).show("x")
    with pytest.raises(TypeError):
        Menu((Item(text="x", id="x"),))
