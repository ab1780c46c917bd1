"""What is said of words on the command line that mean nothing: what they may have meant."""

from collections.abc import Iterable, Sequence

from game.source.clean import clean_line
from game.source.suggest import nearest

_MANY = 8


def unknown_words(words: Sequence[str], options: Iterable[str]) -> str:
    """Of words that no one takes; ``options`` are those that are taken here."""
    known = [one for one in options if one.startswith("--")]
    said = []
    for word in words:
        name = word.split("=", 1)[0]
        if not word.startswith("-"):
            said.append(f"`{_cleaned(word)}` is more than it takes")
        else:
            near = nearest(name, known)
            said.append(f"there is no option `{_cleaned(name)}` here" + (f"; did you mean `{near}`?" if near else ""))
    return ", and ".join(said)


def unknown_choice(word: str, what: str, known: Iterable[str]) -> str:
    """Of a word that is none of those ``known``; ``what`` is what they are, ``command``."""
    names = list(known)
    near = nearest(word, names)
    said = f"there is no {what} `{_cleaned(word)}`"
    if near:
        return f"{said}; did you mean `{near}`?"
    return f"{said}; there are {', '.join(names)}" if len(names) <= _MANY else f"{said}; `narrowsky --help` lists them"


def _cleaned(word: str) -> str:
    most = 60
    shown = clean_line(word.encode("utf-8", "replace").decode())
    return shown if len(shown) <= most else shown[:most] + "..."
