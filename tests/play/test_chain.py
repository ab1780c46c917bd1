"""A chain is a tuple to whoever reads it, and shares what it can with what it grew from."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.play.chain import Chain

LONG = tuple(range(1000))


def grown(many):
    chain = Chain()
    for one in range(many):
        chain = chain.and_then(one)
    return chain


@pytest.mark.parametrize("many", [0, 1, 127, 128, 129, 256, 500])
def test_it_reads_as_the_tuple_of_what_was_added(many):
    chain, plain = grown(many), LONG[:many]
    assert chain == plain
    assert plain == chain
    assert chain == Chain.of(plain)
    assert hash(chain) == hash(plain)
    assert repr(chain) == repr(plain)
    assert len(chain) == many
    assert list(chain) == list(plain)
    assert list(reversed(chain)) == list(reversed(plain))
    assert bool(chain) == bool(plain)
    assert chain != (*plain, "more")
    assert chain != list(plain)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 400), st.integers(-450, 450))
def test_every_place_is_the_tuples_place(many, key):
    chain, plain = grown(many), LONG[:many]
    if -many <= key < many:
        assert chain[key] == plain[key]
    else:
        with pytest.raises(IndexError):
            _ = chain[key]


ENDS = st.none() | st.integers(-450, 450)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 400), ENDS, ENDS, st.sampled_from((None, 1, 2, -1, -3)))
def test_every_slice_is_the_tuples_slice_and_grows_on(many, start, stop, step):
    cut, plain = grown(many)[start:stop:step], LONG[:many][start:stop:step]
    assert cut == plain
    assert cut.and_then("more") == (*plain, "more")


def test_what_it_grew_from_stays_as_it_was():
    chain = grown(300)
    cut = chain[:200]
    one, other = cut.and_then("one"), cut.and_then("other")
    assert (one[-1], other[-1]) == ("one", "other")
    assert chain == LONG[:300]
    assert cut == LONG[:200]


def test_no_record_is_copied_again_when_one_more_is_added():
    chain = grown(100_000)
    assert chain.and_then("more")._blocks is chain._blocks
    assert all(one is other for one, other in zip(chain[:90_000]._blocks, chain._blocks, strict=False))
