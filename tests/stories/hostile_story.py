"""The manual's sample story, which has every field of the format, with hostile text in every one of them.

It is put there behind the loader's back, which would refuse most of it: what shows text must not rely on that.
"""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache

from game.author.sample import PATH
from game.engine.prepare import prepare
from game.load.pipeline import load_path
from game.model.prose import Plain
from game.source.clean import forbidden_in

MARK = "66613"
CONTROLS = {
    "clear": f"\x1b[{MARK}J\x1b[2J",
    "move": f"\x1b[{MARK};1H",
    "colour": f"\x1b[{MARK}m",
    "other screen": "\x1b[?1049l\x1b[?47h",
    "mouse": f"\x1b[?{MARK}h",
    "scroll": f"\x1b[{MARK};2r",
    "where": "\x1b[6n",
    "who": "\x1b[>c",
    "ask setting": '\x1bP$q"p\x1b\\',
    "title": f"\x1b]0;{MARK}\x07",
    "title, long end": f"\x1b]2;{MARK}\x1b\\",
    "link": f"\x1b]8;;http://{MARK}.example/\x1b\\x\x1b]8;;\x1b\\",
    "clipboard": f"\x1b]52;c;{MARK}=\x07",
    "folder": f"\x1b]7;file:///{MARK}\x07",
    "notice": f"\x1b]777;notify;{MARK};x\x07",
    "file": f"\x1b]1337;File=name={MARK}:AAAA\x07",
    "ask colour": "\x1b]11;?\x07",
    "sixel": "\x1bPq#0;2;0;0;0#0~~\x1b\\",
    "picture": "\x1b_Gf=24,s=1,v=1;AAAA\x1b\\",
    "private": f"\x1b^{MARK}\x1b\\",
    "string": f"\x1bX{MARK}\x1b\\",
    "reset": "\x1bc\x1b#8",
    "letters": "\x1b(0\x0e\x0f",
    "csi of one byte": f"\x9b{MARK}m",
    "osc of one byte": f"\x9d0;{MARK}\x9c",
    "dcs of one byte": f"\x90{MARK}\x9c",
    "nothing": "\x00\x7f",
    "bell and back": "\x07abc\x08\x08\x08",
    "feeds": "a\x0bb\x0cc\rd",
    "direction": "\u202egnp.exe\u202c\u2066x\u2069\u200e\u200f\u061c",
    "lines": "a\u2028b\u2029c\x85d",
    "tags": "\U000e0041\U000e007f\ufeff\ufff9x\ufffb",
    "half a sign": "\ud800\udfff",
    "marks": "a" + "\u0301" * 40,
}
WORDS = {
    "click": "[@click=app.quit]quit[/]",
    "click, nested": "[@click=app.action_quit('a[0]')]x[/]",
    "shut": "[/]",
    "path": "[/tmp/user]",
    "odd colour": "[#zzz]x[/]",
    "name": "[Mira]",
    "sic": "[sic]",
    "style": "[bold red on white]x[/bold red on white]",
    "web": "[link=http://evil.example]x[/link]",
    "backslash": "\\[\\[/\\]",
    "variable": "$accent $x",
    "braces": "{x} {{y}} %s %(x)s {0.__class__}",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>\"'>&amp;",
    "markdown": "![x](http://evil.example) [x](javascript:1) # x `x` **",
    "table": "| x | --- |",
    "command": "$(id) `id` ; id # --saves ..",
    "wide": "\u4e16\u754c \U0001f469\u200d\U0001f680 \u05e9\u05dc\u05d5\u05dd",
}
PAYLOAD = " ".join([*WORDS.values(), *CONTROLS.values()])
LINE = " ".join([*WORDS.values(), *CONTROLS.values(), "x\ny"])
TEXT = {
    "Story": {"title", "by", "blurb", "themes", "player"},
    "Ending": {"hint"},
    "Clock": {"unit", "starts"},
    "Character": {"name", "role", "wants", "memories"},
    "Meter": {"title", "group", "about", "bands"},
    "Entry": {"title", "date", "grade", "source"},
    "Line": {"source"},
    "Ledger": {"name", "place", "doing", "claims"},
    "Promise": {"text"},
    "Achievement": {"title", "text"},
    "Envelope": {"likely"},
    "Remember": {"what"},
    "Content": {"about"},
    "Plain": {"text"},
    "Player": {"called"},
    "Strategy": {"about"},
}
EVERYWHERE = {"title", "because"}
"""Fields that are text wherever they are."""
_OURS = re.compile(
    r"\x1b\[[0-9;:?<>=]*(?:[mHABCDJKhlusn]|\$p| q)|\x1b\]22;[a-z-]*\x07"
    r"|\x1b\]52;c;(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?\x07"
)
"""What Textual writes: styles, moves, modes and questions about them, the pointer's shape, what is copied."""


def is_text(kind, name):
    """Whether this field of a story's value is for readers."""
    return name in EVERYWHERE or name in TEXT.get(kind, ())


def spoilt(value, words=LINE):
    """The same value with hostile words behind every text in it."""
    if isinstance(value, Plain):
        return Plain(text=f"{value.text} {PAYLOAD}")
    if isinstance(value, Mapping):
        return {key: spoilt(one, words) for key, one in value.items()}
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(spoilt(one, words) for one in value)
    if not is_dataclass(value):
        return value
    changed = {
        field.name: _text(getattr(value, field.name), words)
        if is_text(type(value).__name__, field.name)
        else spoilt(getattr(value, field.name), words)
        for field in fields(value)
        if field.init
    }
    return replace(value, **changed)


def _text(value, words):
    """Text in a field: alone, or in pairs of a name or a text and something else."""
    if isinstance(value, str):
        return f"{value} {words}" if value else value
    if isinstance(value, Mapping):
        return {_text(key, words): _text(one, words) for key, one in value.items()}
    if not isinstance(value, tuple):
        return value
    return tuple(
        tuple(_text(part, words) if isinstance(part, str) and at != _id(one) else part for at, part in enumerate(one))
        if isinstance(one, tuple)
        else _text(one, words)
        for one in value
    )


def _id(pair):
    """Where the id in a pair is: first, where two texts are paired; nowhere, where a text and a number are."""
    return 0 if isinstance(pair[1], str) else -1


@cache
def hostile_program():
    """The story, ready to be played."""
    return prepare(hostile_story())


@cache
def hostile_story():
    loaded = load_path(PATH)
    assert loaded.story is not None
    return spoilt(loaded.story)


def acts(text):
    """What in a terminal's input, or in a page, would do something there that is not Textual's own drawing."""
    found = [sign[0] for sign in re.finditer(r"\x1b[^a-zA-Z]*" + MARK, text)]
    plain = _OURS.sub("", text).replace("\r", "").replace("\t", " ")
    while (bad := forbidden_in(plain)) is not None:
        at, sign = bad
        found.append(f"{sign} in {plain[max(0, at - 20) : at + 30]!r}")
        plain = plain[at + 1 :]
        if len(found) > 9:
            break
    return found
