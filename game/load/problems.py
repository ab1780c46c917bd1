"""What is said about what an author declared: every wording of the readers stands here."""

import re
from collections.abc import Iterable

from game.source.clean import clean_line
from game.source.diagnostic import Diagnostic, Severity
from game.source.limits import ACT_EFFECTS, DIAGNOSTICS, FINDINGS
from game.source.span import Span
from game.source.suggest import did_you_mean

_ENDS = re.compile(r"\s*(-?\d{1,9})\s*\.\.\s*(-?\d{1,9})\s*")


def declared_twice(at: Span, kind: str, name: str, first: Span) -> Diagnostic:
    return Diagnostic(
        code="declared-twice",
        message=f"the {kind} `{name}` is declared a second time",
        at=at,
        notes=(("the first is here", first),),
    )


def same_name(at: Span, name: str, kind: str, other: str, first: Span) -> Diagnostic:
    return Diagnostic(
        code="same-name",
        message=f"the {kind} `{name}` has the name of a {other}",
        at=at,
        hint="conditions could not tell them apart: rename one",
        notes=((f"the {other} is here", first),),
    )


def bad_id(at: Span, name: str) -> Diagnostic:
    hint = "small letters, digits and `_`, a letter first, at most 64"
    return Diagnostic(code="bad-id", message=f"`{clean_line(name)}` can't be an id", at=at, hint=hint)


def reserved(at: Span, name: str) -> Diagnostic:
    return Diagnostic(
        code="reserved-word", message=f"`{name}` is a word of the language", at=at, hint="choose another name"
    )


def unknown_key(at: Span, key: str, where: str, known: tuple[str, ...], homes: tuple[str, ...] = ()) -> Diagnostic:
    """``homes``: where else in the format the key stands."""
    return Diagnostic(
        code="unknown-key",
        message=f"{where} has no `{clean_line(key)}`",
        at=at,
        hint=did_you_mean(key, known) or (homes and f"`{key}` stands in {', or in '.join(homes)}") or "",
    )


def missing_key(at: Span, key: str, where: str) -> Diagnostic:
    return Diagnostic(code="missing-key", message=f"{where} needs `{key}`", at=at)


def wrong_shape(at: Span, wanted: str, found: str, hint: str = "") -> Diagnostic:
    return Diagnostic(code="wrong-shape", message=f"{wanted} is wanted here, and this is {found}", at=at, hint=hint)


def not_whole(at: Span, text: str) -> Diagnostic:
    return Diagnostic(code="not-a-number", message=f"`{clean_line(text)}` is no whole number", at=at)


def out_of_range(at: Span, what: str, low: int, high: int) -> Diagnostic:
    return Diagnostic(code="out-of-range", message=f"{what} runs from {low} to {high}", at=at)


def not_yes_no(at: Span, text: str) -> Diagnostic:
    return Diagnostic(code="not-yes-no", message=f"`{clean_line(text)}` is neither `true` nor `false`", at=at)


def bad_range(at: Span, text: str) -> Diagnostic:
    turned = _ENDS.fullmatch(text)
    hint = "write both ends, with two dots between them: `0..100`"
    if turned is not None:
        hint = f"write the lower end first: `{turned[2]}..{turned[1]}`"
    return Diagnostic(
        code="bad-range",
        message=f"`{clean_line(text)}` is no range",
        at=at,
        hint=hint,
    )


def bad_factor(at: Span, text: str) -> Diagnostic:
    return Diagnostic(code="bad-factor", message=f"`{clean_line(text)}` is no fraction", at=at, hint="write `1/2`")


def not_among(at: Span, text: str, words: tuple[str, ...]) -> Diagnostic:
    message = f"`{clean_line(text)}` is none of {', '.join(words)}"
    return Diagnostic(code="unknown-word", message=message, at=at, hint=did_you_mean(text, words))


def unknown_reference(at: Span, kind: str, name: str, known: Iterable[str]) -> Diagnostic:
    message = f"no {kind} is called `{clean_line(name)}`"
    return Diagnostic(code="unknown-name", message=message, at=at, hint=did_you_mean(name, known))


def ending_no_scene(at: Span, name: str) -> Diagnostic:
    message = f"no scene is called `{name}`: it is an ending"
    return Diagnostic(code="unknown-name", message=message, at=at, hint=f"write `effects: [{{end: {name}}}]`")


def expression(at: Span, code: str, message: str, hint: str) -> Diagnostic:
    severity = Severity.WARNING if code == "always-holds" else Severity.ERROR
    return Diagnostic(code=code, message=message, at=at, hint=hint, severity=severity)


def condition_circle(at: Span, name: str) -> Diagnostic:
    return Diagnostic(code="condition-circle", message=f"what `{name}` means leads back to itself", at=at)


def bad_effect(at: Span, text: str) -> Diagnostic:
    return Diagnostic(
        code="bad-effect",
        message=f"`{clean_line(text)}` is no effect",
        at=at,
        hint="write `meter += 3`, `fact = value`, or `{reveal: ...}`, `{later: ...}` and the like",
    )


def not_changeable(at: Span, name: str, why: str) -> Diagnostic:
    return Diagnostic(code="not-changeable", message=f"`{name}` can't be changed: {why}", at=at)


def bad_act(at: Span, message: str) -> Diagnostic:
    return Diagnostic(code="bad-act", message=message, at=at)


def too_many_effects(at: Span) -> Diagnostic:
    message = f"the acts of this story, each use written out, come to more than {ACT_EFFECTS:,} effects"
    return Diagnostic(code="bad-act", message=message, at=at)


def bands(at: Span, message: str) -> Diagnostic:
    return Diagnostic(code="bad-bands", message=message, at=at)


def weights(at: Span, total: int) -> Diagnostic:
    return Diagnostic(code="odds-sum", message=f"the odds of a truth add up to 100; these make {total}", at=at)


def one_of(at: Span, where: str, keys: str) -> Diagnostic:
    return Diagnostic(code="one-of-these", message=f"{where} takes exactly one of {keys}", at=at)


def only_one_of(at: Span, where: str, keys: str) -> Diagnostic:
    return Diagnostic(code="one-of-these", message=f"{where} takes only one of {keys}", at=at)


def no_start(at: Span, *, extends: bool) -> Diagnostic:
    needed = "a story needs `story`, `title` and `start`"
    message = "a story that extends another needs `story` and `title` of its own" if extends else needed
    return Diagnostic(code="missing-key", message=message, at=at)


def no_last_ending(at: Span) -> Diagnostic:
    return Diagnostic(
        code="no-last-ending",
        message="when the last turn is over no ending is sure to come",
        at=at,
        hint="give the last ending `at: last` and no `when`",
    )


def goes_nowhere(at: Span, name: str) -> Diagnostic:
    return Diagnostic(
        code="goes-nowhere",
        message=f"`{name}` has no way on: no `goto`, no `then`, and no clock whose next phase could follow",
        at=at,
        hint="add `then:` to the scene, or `goto:` to the choice",
    )


def returns_nowhere(at: Span, name: str) -> Diagnostic:
    return Diagnostic(
        code="goes-nowhere",
        message=f"`{name}` can be come to without a call, and then `return` leads nowhere",
        at=at,
        hint="come to its scene by `call:` alone, or say where it goes on instead",
    )


def unused_deck(at: Span, deck: str, known: tuple[str, ...]) -> Diagnostic:
    return Diagnostic(
        code="unknown-name",
        message=f"no phase deals from the deck `{deck}`",
        at=at,
        hint=did_you_mean(deck, known),
    )


def empty_deck(at: Span, deck: str, meant: str) -> Diagnostic:
    message = f"no storylet waits in the deck `{deck}`"
    return Diagnostic(code="unknown-name", message=message, at=at, hint=f"did you mean `{meant}`?")


def no_group(at: Span, group: str, known: tuple[str, ...]) -> Diagnostic:
    return Diagnostic(
        code="unknown-name",
        message=f"no phase prints the lines `{group}`",
        at=at,
        hint=did_you_mean(group, known),
    )


def no_envelope(at: Span, name: str) -> Diagnostic:
    return Diagnostic(
        code="no-envelope",
        message=f"`{name}` can lie in a tray unopened, and nobody deals with it then",
        at=at,
        hint="give it an `envelope:` with `text`, `handler`, `likely` and `default`",
    )


def comes_anyway(at: Span, kind: str, name: str, declared: Span) -> Diagnostic:
    return Diagnostic(
        code="comes-anyway",
        message=f"the {kind} `{name}` comes without being planned",
        at=at,
        hint=f"say `planted: true` in the {kind}, and it comes only then",
        notes=((f"the {kind} is here", declared),),
    )


def not_early(at: Span) -> Diagnostic:
    return Diagnostic(
        code="not-early",
        message="only an ending that may come at any time is warned of",
        at=at,
        hint="write `at: any`, or leave `warned` out",
    )


def never_warned(at: Span, ending: str) -> Diagnostic:
    return Diagnostic(
        code="never-warned",
        message=f"nothing ever warns of `{ending}`, so it never comes",
        at=at,
        hint=f"warn of it by an effect `{{warn: {ending}}}`, or by a line with `warns: {ending}`",
    )


def needs_locked(at: Span, keys: tuple[str, ...]) -> Diagnostic:
    asked = ", ".join(f"`{clean_line(key)}`" for key in keys[:5]) or "this"
    return Diagnostic(
        code="missing-key",
        message="a choice with `requires` needs `locked`",
        at=at,
        hint=f"only your own words can tell readers what it asks of {asked}",
    )


def parts_overlap(at: Span, name: str, other: str, first: Span) -> Diagnostic:
    return Diagnostic(
        code="parts-overlap",
        message=f"the parts `{clean_line(name)}` and `{clean_line(other)}` have turns in common",
        at=at,
        notes=((f"`{clean_line(other)}` is here", first),),
    )


def never_planted(at: Span, kind: str, name: str) -> Diagnostic:
    return Diagnostic(
        code="never-planted",
        message=f"nothing plans the {kind} `{name}`, so it never comes",
        at=at,
        hint=f"plan it with `{{later: {{{kind}: {name}{', in: 2' if kind == 'line' else ''}}}}}`",
    )


def never_offered(at: Span, name: str) -> Diagnostic:
    return Diagnostic(
        code="never-planted",
        message=f"nothing puts the storylet `{name}` on offer, so it never comes",
        at=at,
        hint=f"write `{{offer: {name}}}` where it begins, or leave out `offered`",
    )


def unearnable(at: Span, name: str) -> Diagnostic:
    return Diagnostic(
        code="unearnable",
        message=f"no effect gives the achievement `{name}`, so nobody can earn it",
        at=at,
        hint=f"give it with `{{achieve: {name}}}`",
    )


def too_many(count: int, at: Span) -> Diagnostic:
    message = f"and {count} more" if count <= FINDINGS - DIAGNOSTICS else f"and {count} more; reading stopped there"
    return Diagnostic(code="more-findings", message=message, at=Span(at.source, at.line, 1, at.line, 1))
