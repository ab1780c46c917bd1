"""What was reached in all sessions of a story: its endings and achievements, the others only as far as may be said."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.model.story import Story
from game.play.kept import Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingSeen:
    """An ending. One that wasn't reached has an id and perhaps a hint: neither title nor day, and no sessions.

    ``day`` is when it was first reached, empty where nobody wrote that down; ``sessions`` are those kept that came
    to it, the last played first.
    """

    id: str
    title: str = ""
    day: str = ""
    hint: str = ""
    sessions: tuple[Summary, ...] = ()

    @property
    def reached(self) -> bool:
        """Whether some session came to it, kept or not."""
        return bool(self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Earned:
    """An achievement that may be told of; ``day`` is when it was earned, empty before."""

    id: str
    title: str
    text: str
    day: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gallery:
    """All of it. ``endings`` stand in the story's order; achievements earned come first; ``hidden`` counts the rest."""

    story: str
    endings: tuple[EndingSeen, ...]
    achievements: tuple[Earned, ...]
    hidden: int

    @property
    def reached(self) -> int:
        """How many of the endings were reached."""
        return sum(one.reached for one in self.endings)

    @property
    def earned(self) -> int:
        """How many of the achievements were earned."""
        return sum(bool(one.day) for one in self.achievements)


def gallery(
    story: Story, endings: Mapping[str, str], achievements: Mapping[str, str], sessions: Iterable[Summary]
) -> Gallery:
    """Return what was reached: ``endings`` and ``achievements`` are ids, each with its day; ``sessions`` those kept."""
    own = [one for one in sessions if one.story == story.id and one.ended and not one.sample]
    told = [one for one in story.achievements.values() if one.id in achievements or not one.hidden]
    earned = (
        Earned(id=one.id, title=one.title, text=one.text, day=achievements.get(one.id, ""))
        for one in sorted(told, key=lambda one: one.id not in achievements)
    )
    return Gallery(
        story=story.title,
        endings=tuple(
            EndingSeen(
                id=one.id,
                title=one.title,
                day=endings.get(one.id, ""),
                sessions=tuple(session for session in own if session.ended == one.title),
            )
            if one.id in endings or any(session.ended == one.title for session in own)
            else EndingSeen(id=one.id, hint=one.hint)
            for one in sorted(story.endings, key=lambda one: one.order)
        ),
        achievements=tuple(earned),
        hidden=len(story.achievements) - len(told),
    )


def gallery_text(found: Gallery) -> tuple[str, ...]:
    """The gallery in lines, an ending or achievement each, with a line before each of the two."""
    lines = [f"{found.reached} of {len(found.endings)} endings reached."]
    for one in found.endings:
        if one.reached:
            names = ", ".join(session.called or session.name for session in one.sessions)
            told = ", ".join(part for part in (one.day, f"in {names}" if names else "") if part)
            lines.append(f"{one.title}. Reached{f' {told}' if told else ''}.")
        elif one.hint:
            lines.append(f"Not reached yet: {one.hint}")
    if found.achievements or found.hidden:
        hidden = f"; {found.hidden} hidden" if found.hidden else ""
        lines.append(f"{found.earned} of {len(found.achievements)} achievements earned{hidden}.")
    lines += [f"{one.title}, {f'earned {one.day}' if one.day else 'open'}: {one.text}" for one in found.achievements]
    return tuple(lines)
