"""Words about people: who they are, what they want, what they remember, and who was hurt."""

from game.plain.reader import Reader
from game.plain.word import Word
from game.source.suggest import nearest
from game.view.ledger import ledger
from game.view.people import Given, Person, people
from game.view.transcript import how_many


def cast(reader: Reader, rest: str) -> str:
    """Name everybody met so far, or tell of one of them."""
    everybody = people(reader.playthrough)
    met = {one.name.lower(): one for one in everybody if one.met}
    if not met:
        return "You have met nobody yet."
    if not rest:
        names = ", ".join(one.name for one in met.values())
        others = len(everybody) - len(met)
        more = f" {how_many(others, 'other')} not yet." if others else ""
        return reader.filled(f"You have met {names}.{more} Type people and a name for more.")
    asked = rest.lower()
    found = met.get(asked) or next((one for name, one in met.items() if asked in name.split() or asked in name), None)
    if found is None:
        near = nearest(asked, [part for name in met for part in name.split()])
        also = f" Did you mean {near.capitalize()}?" if near else ""
        return reader.filled(f"You have met nobody called “{rest}”.{also}")
    return "\n".join(reader.filled(said) for said in _told(found))


def _told(one: Person) -> list[str]:
    first = one.meetings[0]
    told = [f"{one.name}{f', {one.role}' if one.role else ''}."]
    told.append(f"Wants, as far as you know: {one.wants}." if one.wants else "What they want, you don't know.")
    told += [f"Remembers{_of(memory.when)}: {memory.what}." for memory in one.memories]
    told += [_word(word) for word in one.given]
    told.append(f"First met{_of(first.when)}{f', at {first.title}' if first.title else ''}.")
    return told


def _word(word: Given) -> str:
    due = f", due by the end of {word.due.lower()}" if word.became == "open" and word.due else ""
    became = {"open": f"You gave your word{due}", "kept": "You kept your word", "broken": "You broke your word"}
    return f"{became[word.became]}: {word.text.removesuffix('.')}."


def _of(when: str) -> str:
    return f" in {when.lower()}" if when else ""


def hurt(reader: Reader, _rest: str) -> str:
    """Tell every line of the ledger."""
    lines = ledger(reader.playthrough)
    return "\n".join(reader.filled(line.text) for line in lines) or "Nobody stands in the ledger."


WORDS = (
    Word(
        name="people",
        usage="people NAME",
        also=("dossier", "who"),
        about="who somebody is, what they want and remember; without a name, whom you have met",
        answer=cast,
    ),
    Word(name="ledger", about="everybody who was hurt, and what is said of it", answer=hurt),
)
