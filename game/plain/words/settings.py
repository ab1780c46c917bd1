"""Words about what the reader has chosen: told, and changed."""

from game.plain.reader import Reader
from game.plain.word import Word
from game.settings.table import BY_NAME, Setting
from game.source.suggest import nearest
from game.view.transcript import filled

_HERE = ("width", "summaries", "plain_briefing", "exact_numbers", "hints", "name", "saves")
"""The settings that matter where there is no screen; the others are for that."""


def told(reader: Reader, _rest: str) -> str:
    """Tell every setting that matters here."""
    lines = [_told(reader, BY_NAME[name]) for name in _HERE]
    return "\n".join((*lines, reader.filled("Type set, the name of one, and what it is to be: set summaries yes.")))


def choose(reader: Reader, rest: str) -> str:
    """Change a setting, at once and for the next time."""
    typed, _, value = rest.partition(" ")
    name = typed.lower().replace("-", "_")
    if name not in _HERE:
        near = nearest(name, _HERE)
        also = f" Did you mean {near}?" if near else ""
        return reader.filled(f"There is no setting “{typed}” here.{also} Type settings to see them all.")
    setting = BY_NAME[name]
    read = setting.kind.read(value.strip())
    if read is None:
        return reader.filled(f"{setting.title} can't be that: it is {setting.kind.told}.")
    trouble = reader.change(name, read)
    return "\n".join(said for said in (_told(reader, setting), reader.filled(trouble)) if said)


def _told(reader: Reader, setting: Setting) -> str:
    now = setting.kind.written(setting.of(reader.settings))
    return filled(f"{setting.name}: {now}. {setting.about}", reader.width, hang=3)


WORDS = (
    Word(name="settings", about="what you have chosen: width of lines, summaries, hints", answer=told),
    Word(name="set", usage="set NAME VALUE", about="choose otherwise; it is kept for the next time", answer=choose),
)
