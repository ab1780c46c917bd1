"""Journals as bytes: whatever was done to a file, what stood before is read and nothing is raised."""

import json
from functools import cache
from hashlib import blake2b

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_stories import begun
from two_chambers import chambers

from game.play.codec import FORMAT, JournalError, decode, encode
from game.play.journal import Branched, Journal, Opened, Returned, Took
from game.source.limits import JOURNAL_BYTES


@cache
def long_journal() -> Journal:
    """A journal of 200 records, with coins tossed, decisions taken back and cards dealt."""
    playthrough = begun(chambers(), seed=3)
    while len(playthrough.journal.entries) < 199:
        step = len(playthrough.journal.entries)
        if step % 17 == 16:
            playthrough = playthrough.back(playthrough.decisions - 2)
        elif step < 190:
            playthrough = playthrough.choose("toss" if step % 3 else "wait")
        else:
            playthrough = playthrough.choose(playthrough.open[-1])
    return playthrough.journal


@cache
def long_bytes() -> bytes:
    return encode(long_journal()).encode()


def checked(body: object, before: str = "") -> bytes:
    """A line whose check value holds, whatever it says."""
    text = body if isinstance(body, str) else json.dumps(body, separators=(",", ":"))
    check = blake2b((before + text).encode(), digest_size=4).hexdigest()
    return f'{text[:-1]},"check":"{check}"}}\n'.encode()


HEAD = {"narrowsky": 1, "story": "small", "version": 1, "fingerprint": "f", "seed": 1, "started": "2026-01-01"}


def test_what_is_encoded_is_decoded():
    decoded = decode(long_bytes())
    assert decoded.journal == long_journal()
    assert decoded.size == len(long_bytes())
    assert decoded.damage == ""


def test_a_journal_cut_after_any_byte_gives_exactly_the_whole_records_before_the_cut():
    data, entries = long_bytes(), long_journal().entries
    assert data.count(b"\n") == 200
    first = data.index(b"\n")
    for cut in range(first + 1):
        with pytest.raises(JournalError):
            decode(data[:cut])
    whole = 0
    for cut in range(first + 1, len(data) + 1):
        ends = data[cut - 1] == 10
        whole += ends
        decoded = decode(data[:cut])
        assert len(decoded.journal.entries) == whole - 1, cut
        assert bool(decoded.damage) != ends, cut
        assert not ends or decoded.journal.entries == entries[: whole - 1]


def test_every_line_garbled_once_is_named_and_the_records_before_it_are_kept():
    lines = long_bytes().split(b"\n")[:-1]
    for index in range(1, len(lines)):
        for place in (0, len(lines[index]) // 2, len(lines[index]) - 1):
            broken = bytearray(lines[index])
            broken[place] ^= 0x20
            decoded = decode(b"\n".join([*lines[:index], bytes(broken), *lines[index + 1 :]]) + b"\n")
            assert decoded.journal.entries == long_journal().entries[: index - 1]
            assert f"line {index + 1}" in decoded.damage
            assert decoded.size == sum(len(line) + 1 for line in lines[:index])


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_garbled_bytes_anywhere_leave_the_records_before_them(data):
    original = long_bytes()
    at = data.draw(st.integers(0, len(original) - 1))
    junk = data.draw(st.binary(min_size=1, max_size=64))
    garbled = original[:at] + junk + original[at + len(junk) :]
    kept = original[:at].count(b"\n")
    try:
        decoded = decode(garbled)
    except JournalError:
        assert kept == 0
        return
    assert decoded.journal.entries[: kept - 1] == long_journal().entries[: kept - 1]
    assert len(decoded.journal.entries) <= 199
    assert garbled == original or decoded.damage or decoded.size == len(original)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_at_all_are_a_journal_or_a_journal_error(data):
    try:
        decode(data)
    except JournalError as problem:
        assert str(problem).isprintable()  # noqa: PT017 - either outcome is right


def test_a_line_left_out_or_two_lines_swapped_are_found_by_the_chain():
    lines = long_bytes().split(b"\n")[:-1]
    without = decode(b"\n".join(lines[:5] + lines[6:]) + b"\n")
    assert len(without.journal.entries) == 4
    assert "line 6" in without.damage
    swapped = decode(b"\n".join([*lines[:5], lines[6], lines[5], *lines[7:]]) + b"\n")
    assert len(swapped.journal.entries) == 4


def test_a_newer_format_is_refused_by_its_number():
    with pytest.raises(JournalError, match=rf"newer version \(format {FORMAT + 1}"):
        decode(checked(HEAD | {"narrowsky": FORMAT + 1}))


@pytest.mark.parametrize(
    "change",
    [
        {"narrowsky": "1"},
        {"narrowsky": True},
        {"narrowsky": 1.0},
        {"narrowsky": -1},
        {"story": 7},
        {"story": ["small"]},
        {"story": "\x1b]0;gone\x07"},
        {"story": "a" * 200},
        {"story": "left\u202eright"},
        {"seed": 2**64},
        {"seed": -1},
        {"seed": "7"},
        {"seed": None},
        {"drew": []},
        {"drew": {"tray": 3}},
        {"drew": {"tray": [None]}},
        {"drew": {"\x1b[2J": "a"}},
        {"before": "olives"},
        {"before": [1]},
        {"extends": "small"},
        {"extends": ["small"]},
        {"extends": [["small"]]},
        {"extends": [["small", "1"]]},
        {"extends": [[1, "small"]]},
        {"at": 3},
        {"at": "\x1b[2J"},
        {"with": "sky"},
        {"with": ["sky"]},
        {"with": {"sky": 3}},
        {"with": {"\x1b[2J": "3"}},
        {"branched": "x"},
        {"branched": ["x"]},
        {"branched": ["x", "y"]},
        {"branched": ["x", True]},
        {"branched": ["x", -1]},
    ],
    ids=str,
)
def test_wrong_types_in_the_first_line_are_refused(change):
    with pytest.raises(JournalError, match="first line") as caught:
        decode(checked(HEAD | change))
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    "body",
    [
        "7}",
        "[]}",
        '{"n":1e999}',
        '{"n":NaN,"back":0}',
        '{"n":' + "9" * 5000 + "}",
        '{"n":true,"back":0}',
        '{"n":2,"back":0}',
        '{"n":1,"back":-1}',
        '{"n":1,"back":1.5}',
        '{"n":1,"scene":"a","choice":"b"}',
        '{"n":1,"scene":"a","choice":["b"],"state":"0"}',
        '{"n":1,"scene":"a","choice":"\\ud800","state":"0"}',
        '{"n":1,"scene":"a\\u001b[2J","choice":"b","state":"0"}',
        '{"n":1,"scene":"a","choice":"b","drew":{"x":{"y":"z"}},"state":"0"}',
        '{"n":1,"x":' + "[" * 100_000 + "]" * 100_000 + "}",
    ],
    ids=lambda body: body[:40],
)
def test_records_that_say_nothing_sensible_are_damage_and_never_an_exception(body):
    head = checked(HEAD)
    check = head[-11:-3].decode()
    decoded = decode(head + checked(body, check))
    assert decoded.journal.entries == ()
    assert "line 2" in decoded.damage
    assert decoded.damage.isprintable()


def test_a_key_written_twice_can_say_nothing_that_the_check_value_does_not_cover():
    head = checked(HEAD)
    line = checked('{"n":1,"back":5,"back":0}', head[-11:-3].decode())
    decoded = decode(head + line)
    assert decoded.journal.entries in ((), (Returned(0),))
    assert decode(head + line.replace(b"5", b"6")).journal.entries == ()


def test_journals_larger_than_the_cap_are_refused_by_it():
    with pytest.raises(JournalError, match="5,000,000 bytes"):
        decode(b"x" * (JOURNAL_BYTES + 1))
    padded = checked(HEAD) + b"x" * (JOURNAL_BYTES - len(checked(HEAD)))
    assert "cut off" in decode(padded).damage


WORDS = st.from_regex(r"[a-z][a-z0-9_]{0,12}(\.[a-z]{1,5})?", fullmatch=True)
DREW = st.dictionaries(WORDS, st.lists(WORDS, min_size=1, max_size=4), max_size=3).map(
    lambda drew: tuple((site, tuple(outcomes)) for site, outcomes in drew.items())
)
ENTRIES = st.one_of(st.builds(Took, WORDS, WORDS, DREW, WORDS), st.builds(Returned, st.integers(0, 99)))
JOURNALS = st.builds(
    Journal,
    st.builds(
        Opened,
        story=WORDS,
        version=st.integers(0, 999),
        fingerprint=WORDS,
        seed=st.integers(0, 2**64 - 1),
        drew=DREW,
        before=st.lists(WORDS, max_size=3).map(tuple),
        started=st.just("2026-01-01"),
        branched=st.none() | st.builds(Branched, WORDS, st.integers(0, 99)),
    ),
    st.lists(ENTRIES, max_size=6).map(tuple),
)


@given(JOURNALS)
def test_every_journal_survives_its_own_encoding(journal):
    decoded = decode(encode(journal).encode("ascii"))
    assert (decoded.journal, decoded.damage) == (journal, "")
