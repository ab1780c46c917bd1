"""The table of settings: of each its place in the file, its kind, and what it does."""

from dataclasses import dataclass

from game.settings.kinds import Folder, Kind, Line, Number, OneOf, YesNo
from game.settings.values import DEFAULTS, Settings, Value
from game.source.limits import PLAYER_CHARACTERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting: a field of ``Settings``, in its section of the file; ``title`` and ``about`` are for the reader."""

    name: str
    section: str
    kind: Kind
    title: str
    about: str

    @property
    def key(self) -> str:
        """Its key in the file, with the section."""
        return f"{self.section}.{self.name}"

    @property
    def variable(self) -> str:
        """Its name in the environment."""
        return f"NARROWSKY_{self.name.upper()}"

    @property
    def flag(self) -> str:
        """Its name on the command line."""
        return "--" + self.name.replace("_", "-")

    @property
    def default(self) -> Value:
        """What holds where nobody has chosen."""
        return self.of(DEFAULTS)

    def of(self, settings: Settings) -> Value:
        """Its value in these settings."""
        value: Value = getattr(settings, self.name)
        return value


TABLE = (
    Setting(
        name="width",
        section="reading",
        kind=Number(low=40, high=100, step=4, unit="columns"),
        title="Width of the page",
        about="How wide a line of prose may be; a narrower terminal makes it narrower.",
    ),
    Setting(
        name="spacing",
        section="reading",
        kind=OneOf(options=("close", "open", "airy")),
        title="Spacing",
        about="How much air there is between paragraphs and choices.",
    ),
    Setting(
        name="reveal",
        section="reading",
        kind=Number(low=0, high=400, step=20, unit="letters a second", zero="at once"),
        title="Reveal",
        about="How fast new text appears; any key shows the rest at once.",
    ),
    Setting(
        name="auto",
        section="reading",
        kind=Number(low=0, high=60, step=1, unit="seconds a screen", zero="off"),
        title="Move on by itself",
        about="How long a screen of text stands before the next is shown; it always waits at a choice.",
    ),
    Setting(
        name="skip",
        section="reading",
        kind=OneOf(options=("read", "all")),
        title="Skip",
        about="What tab passes over: what you have read before in any session, or all as far as the choices.",
    ),
    Setting(
        name="summaries",
        section="reading",
        kind=YesNo(),
        title="Summaries",
        about="Scenes that have a one-sentence summary are told by it.",
    ),
    Setting(
        name="plain_briefing",
        section="help",
        kind=YesNo(),
        title="Plain briefing",
        about="Scenes and briefs are told in words for those new to the subject, where the story has them.",
    ),
    Setting(
        name="exact_numbers",
        section="help",
        kind=YesNo(),
        title="Exact numbers",
        about="Choices say by how much they move a gauge, not only in which direction.",
    ),
    Setting(
        name="hints",
        section="help",
        kind=YesNo(),
        title="Hints",
        about="Choices say which threads of the story they feed.",
    ),
    Setting(
        name="theme",
        section="look",
        kind=OneOf(options=("night", "dawn", "contrast", "terminal")),
        title="Colours",
        about="Dark, light, high contrast, or the sixteen colours of your own terminal.",
    ),
    Setting(
        name="motion",
        section="look",
        kind=OneOf(options=("full", "reduced")),
        title="Motion",
        about="With reduced, nothing slides, fades or appears letter by letter.",
    ),
    Setting(
        name="name",
        section="player",
        kind=Line(most=PLAYER_CHARACTERS, empty="not given"),
        title="Your name",
        about="What a new game calls you, where the story asks.",
    ),
    Setting(
        name="saves",
        section="folders",
        kind=Folder(empty="the usual place"),
        title="Sessions",
        about="The folder in which sessions are kept; a change holds from the next start.",
    ),
)
"""Every setting but the keys, in the order in which they are shown."""

BY_NAME = {setting.name: setting for setting in TABLE}
BY_KEY = {setting.key: setting for setting in TABLE}
KEYS = "keys"
"""The section of the file that gives actions their keys."""
SECTIONS = (*dict.fromkeys(setting.section for setting in TABLE), KEYS)
"""The sections of the file."""
