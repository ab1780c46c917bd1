"""Share codes: a session as one short printable line, for another player to watch or to go on from.

A code is ``NS1.`` and base64url of a check value and deflated lines: how the session began, then a line a decision with
its luck. It is data only, bounded before it is unpacked, and read by the same reader as journals; what it decides is
offered by the story or isn't decided.
"""

import json
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass, replace
from hashlib import blake2b

from game.engine.program import Program
from game.play.codec import JournalError, decode, encode, line_of
from game.play.journal import Journal
from game.play.playthrough import Playthrough
from game.play.refusal import RefusalError
from game.play.replay import Divergence, replay
from game.source.limits import CODE_CHARACTERS, CODE_DECISIONS

_MARK = "NS1."
_NEWER = "NS"
_CHECK = 6
_DEFLATE = -15
_UNPACKED = 500_000
_OFTEN = (
    b'"}{"narrowsky":1,"story":"","version":1,"fingerprint":"","seed":,"drew":{"":""}}\n{"scene":"tray","choice":""}\n'
)
"""What every code holds, so that none needs to spell it out."""


class CodeError(RefusalError):
    """No share code, or a damaged one; the message is for the player."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What a code holds: a journal of what stood, and the digest of the state it led to."""

    journal: Journal
    digest: str


def code_of(playthrough: Playthrough) -> str:
    """Return the code of a session as it stands, without its player's name.

    Raises CodeError for one too long to be shared so.
    """
    opening = replace(playthrough.journal.opened, started="", player="", branched=None)
    standing = playthrough.standing
    lines = encode(Journal(opening, standing)).splitlines()
    text = "\n".join(_bare(line) for line in lines) + "\n" + (standing[-1].digest if standing else "")
    packer = zlib.compressobj(9, zlib.DEFLATED, _DEFLATE, 9, zdict=_OFTEN)
    packed = packer.compress(text.encode()) + packer.flush()
    code = _MARK + urlsafe_b64encode(_check(packed) + packed).decode().rstrip("=")
    if len(code) > CODE_CHARACTERS or len(standing) > CODE_DECISIONS:
        raise CodeError("This session is too long for a code; share its file instead.")
    return code


def read_code(code: str) -> Shared:
    """Read a code, whatever was pasted with it of white space. Raises CodeError."""
    code = "".join(code[: 2 * CODE_CHARACTERS].split())
    if not code.startswith(_MARK):
        if code.startswith(_NEWER) and code[2:3].isdecimal():
            raise CodeError("This code was made by a newer version of the game.")
        raise CodeError("This is no share code; one begins with NS1.")
    if len(code) > CODE_CHARACTERS:
        raise CodeError(f"This code is longer than {CODE_CHARACTERS:,} characters.")
    try:
        data = urlsafe_b64decode(code[len(_MARK) :] + "===")
    except (NotBase64, ValueError):
        raise CodeError("This code is damaged. Was all of it pasted?") from None
    check, packed = data[:_CHECK], data[_CHECK:]
    if check != _check(packed):
        raise CodeError("This code is damaged. Was all of it pasted?")
    return _shared(_unpacked(packed))


def play_code(program: Program, shared: Shared) -> tuple[Playthrough, str]:
    """Play what a code holds over a story: as far as it goes, and in a sentence what keeps it from going further.

    Raises CodeError if it is of another story, EndlessError if this one comes to no choice.
    """
    opening, story = shared.journal.opened, program.story
    if opening.story != story.id:
        raise CodeError(f"This code is of another story, `{opening.story}`.")
    # Without a fingerprint the record is played by names and luck; its states were not sent along.
    found = replay(program, replace(shared.journal, opened=replace(opening, fingerprint="")))
    reached = found.reached if isinstance(found, Divergence) else found
    here = replace(reached.journal.opened, fingerprint=story.fingerprint, version=story.version, extends=story.extends)
    here = replace(here, player="")  # whoever wrote one into a code is not who reads it
    kept = replace(reached, journal=Journal(here, reached.standing))
    if isinstance(found, Divergence):
        return kept, f"It fits this version of the story up to decision {found.decision}: {found.reason}."
    if kept.standing and kept.standing[-1].digest != shared.digest:
        return kept, "It was played in another version of the story; some things may stand otherwise than they did."
    return kept, ""


def _bare(line: str) -> str:
    """A journal's line without what can be found again: its number, its check value, the state it led to."""
    body = json.loads(line)
    for key in ("n", "check", "state", "started"):
        body.pop(key, None)
    return json.dumps(body, separators=(",", ":"), ensure_ascii=True)


def _unpacked(packed: bytes) -> str:
    unpacker = zlib.decompressobj(_DEFLATE, zdict=_OFTEN)
    try:
        data = unpacker.decompress(packed, _UNPACKED)
        text = data.decode("ascii")
    except (zlib.error, UnicodeDecodeError):
        raise CodeError("This code is damaged: what it holds can't be unpacked.") from None
    if unpacker.unconsumed_tail or not unpacker.eof or text.count("\n") > CODE_DECISIONS + 1:
        raise CodeError("This code holds more than a session can.")
    return text


def _shared(text: str) -> Shared:
    """The journal, by way of a journal's own lines, so that nothing is taken that a file could not hold."""
    *bare, digest = text.split("\n")
    lines, check = [], ""
    try:
        for number, line in enumerate(bare):
            body = json.loads(line)
            if not isinstance(body, dict) or "back" in body:
                raise CodeError("This code holds no session.")
            whole, check = line_of({**body, **({"n": number, "state": ""} if number else {"started": ""})}, check)
            lines.append(whole)
        decoded = decode("".join(lines).encode("ascii"))
    except (ValueError, RecursionError):
        raise CodeError("This code holds no session.") from None
    except JournalError as problem:
        raise CodeError(f"This code can't be read: {problem}.") from None
    if decoded.damage:
        raise CodeError(f"This code can't be read: {decoded.damage}.")
    return Shared(decoded.journal, digest)


def _check(packed: bytes) -> bytes:
    return blake2b(packed, digest_size=_CHECK).digest()
