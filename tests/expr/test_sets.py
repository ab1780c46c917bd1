"""Sets in expressions: what is in them, how many there are, how they read, and what they are not."""

from itertools import product

import pytest

from game.expr.check import check
from game.expr.compile import compile_ask, compile_test
from game.expr.types import Function, OneOf, Scope, SetOf, Whole, YesNo, member

WORDS = ("phone", "road_map", "coat")
KIT = SetOf(WORDS)
SCOPE = Scope(
    names={"kit": KIT, "bag": SetOf(WORDS), "name": OneOf(WORDS), "sky": Whole(0, 9)},
    functions={"count": Function("a set", {"kit": KIT}.get, lambda: ("kit",))},
    conditions={},
    constants={},
)
ASKED = YesNo()
SLOTS = {member("kit", word): slot for slot, word in enumerate(WORDS)}


def faults(text, wanted=ASKED):
    return [(one.code, text[one.start : one.end]) for one in check(text, SCOPE, wanted)[1]]


@pytest.mark.parametrize("values", list(product((False, True), repeat=3)))
def test_a_set_is_asked_counted_and_told(values):
    inside = [word for word, there in zip(WORDS, values, strict=True) if there]
    for word in WORDS:
        asked, _ = check(f"kit has {word}", SCOPE, YesNo())
        assert asked is not None
        assert asked.keys == {member("kit", word)}
        assert compile_test(asked, SLOTS)(values) == (word in inside)
    many, _ = check("count(kit) * 2 >= 4", SCOPE, YesNo())
    assert many is not None
    assert many.keys == set(SLOTS)
    assert compile_test(many, SLOTS)(values) == (len(inside) >= 2)
    told, _ = check("kit", SCOPE)
    assert told is not None
    assert told.keys == set(SLOTS)
    assert compile_ask(told, SLOTS)(values) == (", ".join(inside) or "nothing")


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("kit has fone", "unknown-word", "fone"),
        ("kit has nothing", "unknown-word", "nothing"),
        ("sky has phone", "wrong-type", "sky"),
        ("name has phone", "wrong-type", "name"),
        ("kit is phone", "wrong-type", "kit"),
        ("kit == phone", "wrong-type", "phone"),
        ("phone == kit", "wrong-type", "phone"),
        ("kit == bag", "wrong-type", "kit == bag"),
        ("kit == 3", "wrong-type", "kit == 3"),
        ("kit", "wrong-type", "kit"),
        ("not kit", "wrong-type", "kit"),
        ("kit and sky > 3", "wrong-type", "kit"),
        ("kit > 3", "wrong-type", "kit"),
        ("count(kit) > 3", "never-holds", "count(kit) > 3"),
        ("count(kit) >= 0", "always-holds", "count(kit) >= 0"),
        ("count(sky) > 3", "unknown-name", "sky"),
        ("kit has", "expression-syntax", ""),
        ("kit has not phone", "expression-syntax", "not"),
        ("has > 3", "expression-syntax", "has"),
    ],
)
def test_a_set_used_for_what_it_is_not_is_a_fault_at_its_place(text, code, place):
    assert faults(text) == [(code, place)]


def test_a_set_is_no_amount_and_no_word():
    assert faults("kit", Whole(0, 9)) == [("wrong-type", "kit")]
    assert faults("kit", OneOf(WORDS)) == [("wrong-type", "kit")]
