"""A locked choice as text: its words, its author's reason, and line by line what it needs."""

from textual.content import Content

from game.tui.glyphs import DOT, LOCKED
from game.tui.text import separated, stacked, together, words
from game.view.locks import Lock, Need


def lock_text(lock: Lock, number: int, many: int) -> Content:
    """Return the ``number``-th of ``many`` locked choices."""
    head = together(words(f"{LOCKED} ", "$quiet"), words(lock.label, "bold $accent"))
    under = [words("locked", "$quiet")]
    if many > 1:
        under.append(words(f"{number} of {many} on this page", "$quiet"))
    parts = [stacked(head, separated(under, words(f" {DOT} ", "$quiet")))]
    if lock.reason:
        parts.append(words(lock.reason, "italic"))
    first, *rest = lock.needs
    lines = [together(words("It needs "), _said(first), words(":" if rest else "."))]
    lines += [together(words("  " * need.depth), words(f"{DOT} ", "$quiet"), _said(need)) for need in rest]
    parts.append(stacked(*lines))
    return stacked(*parts, gap=1)


def _said(need: Need) -> Content:
    """What is wanting, and quieter what there is."""
    perhaps = words("perhaps ", "$quiet") if need.perhaps else words("")
    now = words(f"; {need.now}", "$quiet") if need.now else words("")
    return together(perhaps, words(need.text, "bold" if need.now else ""), now)
