"""A stage for the screens: hand-made pages of the campaign's first weeks, a session and a shelf without an engine."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace

from game.play.kept import Carried, Summary
from game.play.refusal import ShelfError
from game.tui.given import Game, Opened
from game.tui.shelved import Shelved
from game.view.comparison import Beside, Comparison, Side
from game.view.courses import Course, Point
from game.view.decision_map import DecisionMap, Spot
from game.view.decisions import Decision
from game.view.gallery import Earned, EndingSeen, Gallery
from game.view.histories import Band, History, Shift
from game.view.ledger import LedgerLine
from game.view.locks import Lock, Need
from game.view.page import Block, CodexPage, Gauge, Option, Page, Paragraph, Run, Touch
from game.view.people import Given, Meeting, Memory, Person
from game.view.recap import Recap
from game.view.seen import Working
from game.view.turnings import Turning
from game.view.weight import Moved


def para(*runs, document=False):
    """A paragraph; strings are plain runs, ``*so*`` is not read."""
    made = tuple(run if isinstance(run, Run) else Run(run) for run in runs)
    return Paragraph((made,), document)


def paper(*lines):
    return Paragraph(tuple((Run(line),) for line in lines), document=True)


def up(gauge, size="small", marks=1):
    return Touch(gauge=gauge, up=True, size=size, marks=marks)


def down(gauge, size="small", marks=1):
    return Touch(gauge=gauge, up=False, size=size, marks=marks)


def option(name, label, cost="", *touches, **more):
    return Option(id=name, label=(Run(label),), cost=(Run(cost),) if cost else (), touches=touches, **more)


def gauge(name, value, band, change=0, group="The north", **more):
    values = {"about": f"How it stands with {name}.", "low": 0, "high": 100, "title": name.capitalize(), **more}
    return Gauge(id=name, group=group, value=value, band=band, change=change, **{"shown": "number", **values})


def gauges(shift=0):
    capitals, home = "Three capitals", "Home"
    return (
        gauge("moscow", 50 + shift, "Transactional", shift, capitals),
        gauge("washington", 62 - shift, "Solid", -shift, capitals, because=("Exhibit A was put on a table",)),
        gauge("europe", 50, "Correct", 0, capitals),
        gauge("home", 54, "Holding", 0, home),
        gauge("community", 3, "", 0, home, shown="pips", high=5, title="Community"),
        gauge("sky", 60 + 2 * shift, "Open", 2 * shift, because=("ten minutes of notice on the airport road",)),
        gauge("roots", 40, "Rooted"),
        gauge("fuse", 25 + shift, "Warm", shift),
        gauge("standing", 3, "", 0, "You", shown="pips", high=5),
        gauge("word", None, "careful", 0, "You", shown="words"),
    )


LINE = Block(
    kind="scene",
    title="The Line, 02:10",
    paragraphs=(
        para(
            "The room under the Kirya has no clock on its east wall. There was one. Someone got tired of looking at it."
            " Lieutenant Colonel ",
            Run("Maya Gurevich", "", "character:gurevich"),
            " holds a handset the colour of old teeth. She is on hold with an air base in another country, and she is"
            " doing a crossword in Russian.",
        ),
        para('"They play music now," she says. "Swan Lake. He says he chose it to annoy his political officer."'),
        para(
            "On the screen, a long shed near the Damascus airport road. Trucks went in on Tuesday. Nobody has seen"
            " what came out of them. Dr. Sasson has typed ",
            Run("likely weapons parts", "em"),
            " on the slide and added, by hand, ",
            Run("60%", "em"),
            ".",
        ),
        para(
            'General Raz does not look at the slide. "The aircraft are up. The only open question is how long before'
            " release she tells the Russians at ",
            Run("Khmeimim", "", "codex:khmeimim"),
            ". Usually that's decided above me. Tonight it's about level with you.\"",
        ),
        para(
            'You have been National Security Adviser for nine days. The music stops. "Pogodin," says the handset,'
            " and coughs."
        ),
    ),
)
LINE_OPTIONS = (
    option(
        "ten_minutes",
        '"Ten minutes."',
        "He can clear his own people. So can whoever else he tells.",
        up("Sky"),
        down("Roots"),
        up("Fuse"),
        hidden=True,
    ),
    option(
        "one",
        '"One."',
        "He will know it was us, and he will know how much we trusted him.",
        up("Roots", "some", 2),
        up("Fuse", "some", 2),
        down("Sky", "some", 2),
        up("Home"),
        hidden=True,
    ),
    option(
        "home",
        '"Bring them home until we know better than sixty."',
        "Nobody dies tonight. The trucks keep their secret.",
        up("Roots"),
        up("Sky"),
        down("Home"),
        hidden=True,
        odds=55,
    ),
    option(
        "handset",
        '"Give me the handset."',
        "A voice at your rank cannot be un-heard.",
        up("Sky"),
        up("Moscow"),
        open=False,
        reason="nobody hands a telephone to an adviser with less than Standing 4",
    ),
)
RESULT = Block(
    kind="result",
    paragraphs=(
        para(
            "Gurevich says a time and a district. Pogodin repeats both, like a man reading back a prescription, and"
            " thanks her. On the screen, in minute six, headlights cross the yard and go. In minute ten there is a"
            " light with no sound in it."
        ),
        para('"Half, maybe," says Sasson. "Half of something."'),
        para("Nobody was in the shed. That was the point of minute six."),
    ),
)
TRAY = Block(
    kind="tray",
    title="The in-tray",
    paragraphs=(para("Three envelopes lie on the desk. You have an hour, and an hour is one envelope."),),
)
TRAY_OPTIONS = (
    option("olives", "Olives", "A drone fell in a grove.", otherwise="Khatib writes to the farmer, correctly."),
    option("poll", "The poll", "Sixty-one percent want something.", otherwise="Yotam answers the pollster."),
    option("tea", "Tea", "Veretin is in town.", otherwise="The embassy sends flowers."),
)
WEEK_TWO = (
    RESULT,
    Block(kind="codex", title="Khmeimim, The Line"),
    Block(
        kind="ledger",
        paragraphs=(
            para(
                "Hussam Darwish, 61, airport road, was making tea. Damascus: killed by an air attack."
                " Israel: no comment."
            ),
        ),
    ),
    Block(kind="turn", title="Week 2"),
    Block(
        kind="brief",
        title="Monday brief",
        paragraphs=(
            para("The shed on the airport road is a rectangle of wet ash. Russian military police photographed it."),
            para("Washington asks, in writing, what the sixty percent stood on."),
        ),
    ),
    TRAY,
)
DESK = (
    Block(
        kind="scene",
        title="The Grandson",
        paragraphs=(
            paper(
                "APPLICATION FOR ENTRY  ·  form 11-B",
                "Applicant   Faina Reznik, 79, Ashdod",
                "Request     entry for a grandson, Saratov",
            ),
            para(
                "The form is badly photocopied. Minister Kaplan has clipped a note to it: ",
                Run("She taught my daughter the violin.", "em"),
                " Someone at Interior has clipped a note to that: ",
                Run("There are four thousand of these.", "em"),
            ),
        ),
    ),
)
PAPERS = Block(
    kind="papers",
    title="The Friday papers",
    paragraphs=(
        para("Night watchman dies in strike near airport"),
        para("Adviser nine days in post: who is asking the questions?"),
        para("Duluth snowed in for a third day"),
    ),
    sources=("Moscow", "Jerusalem", "Washington"),
)
ENDING = (
    PAPERS,
    Block(
        kind="promise",
        paragraphs=(para("You gave Holloway your word: ninety days, and she reads it first."),),
    ),
    Block(
        kind="handled",
        title="The poll — Yotam",
        paragraphs=(para("Yotam answered the pollster. He was precise and he was quoted."),),
    ),
    Block(kind="reveal", paragraphs=(para("The trucks on the airport road carried parts."),)),
    Block(
        kind="ending",
        title="The Line Holds",
        paragraphs=(
            para("The handset is in a glass case now, in a corridor visitors are walked down."),
            para("Gurevich was asked to check the wording. She changed used to answered."),
        ),
    ),
)


def page(number, where, phase, blocks, options=(), *, ending="", shift=0):
    return Page(
        number=number,
        story="Narrow Sky",
        where=where,
        phase=phase,
        chosen="",
        blocks=blocks,
        options=options,
        gauges=gauges(shift),
        ending=ending,
    )


SCRIPT = (
    page(0, "Week 1 of 4", "The scene", (Block(kind="turn", title="Week 1"), LINE), LINE_OPTIONS),
    page(1, "Week 2 of 4", "The in-tray", WEEK_TWO, TRAY_OPTIONS, shift=4),
    page(
        2,
        "Week 2 of 4",
        "The desk",
        DESK,
        (
            option("sign", "Sign it.", "One is one.", up("Community"), down("Home")),
            option("rule", "Send it back for a rule.", "Four thousand is also four thousand.", up("Europe")),
        ),
        shift=-3,
    ),
    page(3, "Week 4 of 4", "The end", ENDING, ending="The Line Holds", shift=1),
)
CODEX = (
    CodexPage(
        id="khmeimim",
        title="Khmeimim",
        shelf="record",
        date="2015",
        grade="A",
        source="Russian legal portal via press",
        paragraphs=(
            para(
                "An air base on the Syrian coast, used by the Russian air group since September 2015. A telephone line"
                " runs from it to Israeli headquarters, so that neither shoots the other by mistake. See ",
                Run("the line", "", "codex:line"),
                ".",
            ),
        ),
        known=True,
    ),
    CodexPage(
        id="il20",
        title="The Il-20",
        shelf="record",
        date="2018",
        grade="C",
        source="",
        paragraphs=(),
        known=False,
    ),
    CodexPage(
        id="line",
        title="The Line",
        shelf="campaign",
        date="",
        grade="",
        source="",
        paragraphs=(para("Two handsets and two people who have never met."),),
        known=True,
    ),
    CodexPage(
        id="gurevich",
        title="Lt. Col. Maya Gurevich",
        shelf="people",
        date="",
        grade="",
        source="",
        paragraphs=(para("Duty officer on the line. Crosswords, in Russian."),),
        known=True,
    ),
)


PEOPLE = (
    Person(
        id="gurevich",
        name="Lt. Col. Maya Gurevich",
        role="duty officer on the line",
        wants="the log to be true",
        memories=(Memory(what="you took the handset yourself", number=1, when="Week 1"),),
        given=(Given(text="A page, signed", became="open", number=1, when="Week 1", due="Week 4"),),
        meetings=(
            Meeting(number=0, when="Week 1", title="The Line, 02:10"),
            Meeting(number=2, when="Week 2", title="The Grandson"),
        ),
    ),
    Person(id="raz"),
    Person(
        id="kaplan",
        name="Grigory Kaplan",
        role="Minister of Absorption",
        meetings=(Meeting(number=2, when="Week 2", title="The Grandson"),),
    ),
)
LEDGER = (
    LedgerLine(
        number=1,
        when="Week 2",
        name="Hussam Darwish",
        age=61,
        place="airport road",
        doing="was making tea",
        claims=(("Damascus", "killed by an air attack"), ("Israel", "no comment")),
    ),
    LedgerLine(
        number=2, when="Week 2", name="Noam Biton", age=None, place="Beit Tamar", doing="was on the stairs", claims=()
    ),
)


def history(name, title, *values, group="The north", shown="number", high=100, shifts=(), better=()):
    """A gauge that showed these values, one a page; where it shows words they are its bands."""
    in_words = shown == "words"
    points = tuple(
        Point(page, page + 1, None if in_words else value, value if in_words else "Open")
        for page, value in enumerate(values)
    )
    return History(
        course=Course(id=name, title=title, group=group, low=0, high=high, points=points),
        shown=shown,
        about=f"How it stands with {name}.",
        bands=better,
        shifts=shifts,
    )


def shift(number, change, before, after, decision="Ten minutes.", *because):
    return Shift(
        number=number,
        when="Week 1",
        title="The Line, 02:10",
        decision=decision,
        change=change,
        before=before,
        after=after,
        because=because,
    )


BANDS = (Band("Contested", 20), Band("Open", 60), Band("Ours", 80))
TOLD = (Band("worthless", None), Band("clever", None), Band("careful", None))
HISTORIES = (
    history(
        "sky",
        "Sky",
        60,
        68,
        54,
        62,
        better=BANDS,
        shifts=(shift(2, -14, "68", "54", "Sign it.", "the form"), shift(1, 8, "60", "68")),
    ),
    history("standing", "Standing", 3, 3, 2, 2, group="You", shown="pips", high=5, shifts=(shift(2, -1, "3", "2"),)),
    history(
        "word",
        "Word",
        "careful",
        "careful",
        "clever",
        "clever",
        group="You",
        shown="words",
        better=TOLD,
        shifts=(shift(2, -1, "careful", "clever"),),
    ),
    history("roots", "Roots", 40, 40, 40, 40),
)


@dataclass(frozen=True)
class FakeTook:
    choice: str


@dataclass(frozen=True)
class FakeMove:
    took: FakeTook | None


@dataclass(frozen=True)
class FakePlaythrough:
    """A playthrough: a script and the choices taken so far."""

    script: tuple
    taken: tuple = ()
    program = SimpleNamespace(phases=("scene",), scenes={})
    place = "the_line"

    @property
    def pages(self):
        return len(self.taken) + 1

    @property
    def ended(self):
        return bool(self.script[len(self.taken)].ending)

    @property
    def moves(self):
        return (FakeMove(None), *(FakeMove(FakeTook(choice)) for choice in self.taken))

    @property
    def decisions(self):
        return len(self.taken)

    @property
    def where(self):
        return self.script[len(self.taken)].where

    @property
    def turn(self):
        return int(self.where.split()[1]) if self.where.startswith("Week ") else 1

    def at(self, number):
        return replace(self, taken=self.taken[:number])


@dataclass
class FakeSession:
    script: tuple = SCRIPT
    name: str = "narrow_sky-0007"
    trouble: str = ""
    notice: str = ""
    taken: list = field(default_factory=list)
    closed: int = 0

    @property
    def playthrough(self):
        return FakePlaythrough(self.script, tuple(self.taken))

    def choose(self, option_id):
        options = {each.id: each for each in self.script[len(self.taken)].options}
        assert options[option_id].open
        self.taken.append(option_id)

    def back(self):
        if not self.taken:
            return False
        self.taken.pop()
        return True

    def close(self):
        self.closed += 1


def kept(name, **more):
    values = {"story": "narrow_sky", "title": "Narrow Sky", "where": "Week 2 of 4", "decisions": 7, **more}
    return Summary(name=name, **values)


KEPT = (
    kept("narrow_sky-0007", played="2026-11-22"),
    kept("narrow_sky-0006", where="Week 4 of 4", decisions=31, ended="The Line Holds"),
    kept("narrow_sky-0005", story="", problem="line 12 is damaged: its check does not fit the line before"),
    kept("a-quiet-month", sample=True, decisions=18),
)


@dataclass
class FakeShelf:
    profile = SimpleNamespace(notice="")
    kept: tuple = KEPT
    script: tuple = SCRIPT
    opened: list = field(default_factory=list)
    exported: dict = field(default_factory=dict)

    def listed(self):
        return self.kept

    def begin(self, seed=None, *, player=""):  # noqa: ARG002  # the shelf it stands for takes it
        self.opened.append(FakeSession(self.script, name="narrow_sky-0008"))
        return self.opened[-1]

    def resume(self, name):
        if name == "narrow_sky-0005":
            raise ShelfError("Line 12 of it is damaged.")
        self.opened.append(FakeSession(self.script, name=name, taken=[self.script[0].options[0].id]))
        return self.opened[-1]

    def carried(self, name):
        if name == "narrow_sky-0005":
            raise ShelfError("Line 12 of it is damaged.")
        return Carried(name, None, "")

    def read(self, name):  # noqa: ARG002  # the shelf it stands for takes it
        return reading(self.script)

    def keep_export(self, name, ending, text):
        self.exported[f"{name}{ending}"] = text
        return Path("exports") / f"{name}{ending}"

    def called(self, name):
        return next((one.called for one in self.kept if one.name == name), "")

    def branch(self, name, kept):
        if kept > 3:
            raise ShelfError(f"`{name}` took 3 decisions")
        taken = [each.options[0].id for each in self.script[:kept]]
        self.opened.append(FakeSession(self.script, name=f"branch-of-{name}-at-{kept}", taken=taken))
        return self.opened[-1]

    def branch_of(self, playthrough, name, kept):  # noqa: ARG002  # the shelf it stands for takes it
        return self.branch(name, kept)


def reading(script=SCRIPT):
    return FakePlaythrough(script, tuple(each.options[0].id for each in script[:-1]))


def spot(number, text, sessions, parent, children, *stand, ways=0):
    return Spot(
        number=number,
        turn=1,
        place="the_line",
        title="The Line, 02:10",
        choice=text,
        text=text,
        sessions=sessions,
        stand=stand,
        ways=ways,
        parent=parent,
        children=children,
    )


def decision_map(sessions):
    """The script's own map: three go the same way, then part; the fourth went another way at once."""
    names = tuple(name for name, _ in sessions)
    first, second, third = (names * 3)[:3]
    return DecisionMap(
        story="Narrow Sky",
        sessions=len(names),
        read=2,
        unread=5,
        spots=(
            spot(0, "", names, -1, (1,)),
            spot(1, "Ten minutes.", names, 0, (2,)),
            spot(2, "Olives", names, 1, (3,)),
            spot(3, "Wait.", names, 2, (4, 5), ways=2),
            spot(4, "Sign it.", (first,), 3, (), (first, "The Line Holds")),
            spot(5, "Send it back.", (second, third), 3, (6,)),
            spot(6, "Ask her.", (second, third), 5, (7,), (second, "")),
            spot(7, "Ask him.", (third,), 6, (8,)),
            spot(8, "Ask nobody.", (third,), 7, (), (third, "")),
        ),
    )


def decision(number, text, turn=1):
    return Decision(number=number, turn=turn, place="p", title="The Line, 02:10", choice=text, text=text)


def side(name, ending, *values, ledger=()):
    points = tuple(Point(page, page + 1, value, "Warm") for page, value in enumerate(values))
    told = tuple(replace(point, value=None) for point in points)
    return Side(
        name=name,
        decisions=3,
        where="Week 2 of 4",
        ending=ending,
        ledger=ledger,
        meters=(
            Course(id="sky", title="Sky", group="", low=0, high=100, points=points),
            Course(id="word", title="Word", group="", low=0, high=100, points=told),
        ),
    )


def comparison(first, second):
    """Alike at first, then not, then one decides alone."""
    return Comparison(
        story="Narrow Sky",
        first=side(first[0], "The Line Holds", 50, 60, 70, ledger=("Hussam Darwish, 61.", "Ali, 7.")),
        second=side(second[0], "", 50, 40, 30, ledger=("Ali, 7.",)),
        shared=1,
        fate=0,
        parting=Beside(decision(2, "Olives", 2), decision(2, "Tea", 2)),
        rows=(
            Beside(decision(1, "Ten minutes."), decision(1, "Ten minutes.")),
            Beside(decision(2, "Olives", 2), decision(2, "Tea", 2)),
            Beside(decision(3, "Sign it.", 2), None),
        ),
    )


def compose(playthrough):
    number = len(playthrough.taken)
    offered = playthrough.script[number - 1].options if number else ()
    chosen = next((each.text for each in offered if each.id == playthrough.taken[-1]), "")
    return replace(playthrough.script[number], number=number, chosen=chosen)


GALLERY = Gallery(
    story="Narrow Sky",
    endings=(
        EndingSeen(id="out", hint="Be told twice."),
        EndingSeen(id="held", title="The Line Holds", day="2026-11-20", sessions=(KEPT[1],)),
        EndingSeen(id="quiet", title="The Long Quiet", day="2026-11-02"),
        EndingSeen(id="war"),
    ),
    achievements=(
        Earned(id="music", title="On hold", text="You heard the whole of Swan Lake.", day="2026-11-20"),
        Earned(id="tea", title="Tea", text="Drink it while it is hot."),
    ),
    hidden=2,
)


def turning(number, when, title, text, *moved, **more):
    decision = Decision(number=number, turn=number, place="p", title=title, choice="c", text=text)
    values = {"words": (), "hurt": (), "came": (), "weight": 10, **more}
    return Turning(decision=decision, when=when, moved=moved, **values)


def history(title, *values, **more):
    points = tuple(Point(page, page, value, "Open") for page, value in enumerate(values))
    course = Course(id=title.lower(), title=title, group="", low=0, high=100, points=points)
    return History(course=course, shown="number", about="", bands=(), **{"shifts": (), **more})


TURNINGS = (
    turning(
        1,
        "Week 1",
        "The Line, 02:10",
        '"Ten minutes."',
        Moved(gauge="Sky", up=True, now="64 (Open)", weight=4),
        came=("a bill in week 4, “The tea”",),
        hurt=("Hussam Darwish",),
    ),
    turning(2, "Week 2", "The in-tray", "Olives", words=("You gave Holloway your word",)),
    turning(3, "Week 2", "The Grandson", "Sign it.", Moved(gauge="Home", up=False, now="51", weight=3), parted=True),
)
SHIFT = Shift(
    number=1,
    when="Week 1",
    title="The Line, 02:10",
    decision='"Ten minutes."',
    change=4,
    before="60",
    after="64",
    because=(),
)
RECAP = Recap(
    story="Narrow Sky",
    ending="The Line Holds",
    where="Week 4 of 4",
    decisions=3,
    early=False,
    arcs=(history("Sky", 60, 64, 62, 58, shifts=(SHIFT,)), history("Moscow", 50, 50, 50), history("Word", None)),
    turnings=TURNINGS,
    back=tuple(one.decision for one in TURNINGS[:2]),
    people=(
        Person(
            id="holloway",
            name="Katherine Holloway",
            role="US National Security Adviser",
            memories=(Memory(what="You called first.", number=2, when="Week 2"),),
            given=(Given(text="A page, signed.", became="kept", number=2, when="Week 2", due="Week 4"),),
            meetings=(Meeting(number=2, when="Week 2", title="Four rules"),),
        ),
    ),
    unmet=2,
    ledger=(para("Hussam Darwish, 61, airport road, was making tea."),),
    codas=("The line", "The tea"),
    beside="narrow_sky-0006",
    scenes=5,
    ways=12,
    entries=1,
)


STORIES = (
    Shelved(path="narrow_sky", title="Narrow Sky", by="the desk", blurb="Two telephones.", opening=None, sessions=4),
    Shelved(path="harbour", title="Harbour Light", by="", blurb="A ship.", opening=None, findings=1),
    Shelved(path="my/story", title="Mine", by="", blurb="", opening=None, findings=3, broken=True),
)


NEEDS = (
    Need(text="all of these"),
    Need(text="Standing 4 or more", now="it is 3", depth=1),
    Need(text="any one of these", depth=1),
    Need(text="Moscow 60 or more", now="it is 50", depth=2),
    Need(text="something that you haven't chosen", depth=2),
    Need(text="something that can't be seen from here", depth=1, perhaps=True),
)


def locks(playthrough):
    """What the locked choices of a page need."""
    locked = [one for one in compose(playthrough).options if not one.open]
    return tuple(Lock(id=one.id, label=one.text, reason=one.reason, needs=NEEDS) for one in locked)


WORKINGS = (
    Working(depth=0, text="Choices here", mark="head"),
    Working(depth=1, text="ten_minutes: open", mark="yes"),
    Working(depth=1, text="handset: locked", mark="no"),
    Working(depth=2, text="requires: standing >= 4 (standing is 3)", mark="no"),
    Working(depth=0, text="What chance was asked on the way here", mark="head"),
    Working(depth=1, text="deal tray, turn 1: olives"),
    Working(depth=2, text="olives: 50 %, weight 1, priority 0, unseen", mark="fell"),
    Working(depth=2, text="oranges: 50 %, weight 1, priority 0, unseen"),
)


def game(shelf=None, **more):
    values = {
        "title": "Narrow Sky",
        "by": "the desk",
        "blurb": "Four weeks, two telephones, one sky. You advise a prime minister; two great powers share your"
        " neighbours' air.",
        "stories": lambda: STORIES,
    }
    inside = {
        "note": (para("There is war in this story, and people who are hurt by it are named."),),
        "shelf": shelf or FakeShelf(),
        "compose": lambda playthrough, _settings: compose(playthrough),
        "codex": lambda _playthrough: CODEX,
        "histories": lambda _playthrough: HISTORIES,
        "people": lambda _playthrough: PEOPLE,
        "ledger": lambda _playthrough: LEDGER,
        "met": lambda _playthrough, name: next((each for each in CODEX if each.id == name), None),
        "decision_map": decision_map,
        "comparison": comparison,
        "elsewhere": lambda _map, _name: {},
        "parting": lambda _migration: "",
        "exported": lambda form, name, _playthrough: (f".{form}", f"{name}, written down"),
        "code": lambda _playthrough: "NS1.AAAA",
        "previously": lambda playthrough, _settings: ("You stopped at the fence.",) if playthrough.taken else (),
        "recap": lambda _playthrough, _others: RECAP,
        "locks": locks,
        "workings": lambda _playthrough: WORKINGS,
        "ways_back": lambda _playthrough: (),
        "gallery": lambda: GALLERY,
    }
    inside |= {name: more.pop(name) for name in tuple(more) if name in inside}
    return Game(**values | more, opening=lambda: Opened(**inside))
