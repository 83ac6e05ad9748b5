"""Values of the accept key looked at from its ends: one bit of the key turned, and one bit of the answer followed back.

{avalanche.1.20}       bit 1 of the key turned: how many of the 160 bits differ after the 20th round
{avalanche.1.text}     how many bits of the hashed text; `digest`: of the digest; `accept`: characters of the answer
{back.77.keys}         bit 77 of the answer: how many bits of the key turn it; character, word, register, value ...
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lessons.values import MissingValueError
from protocol.avalanche import BITS, KEY_BITS, pair_of
from protocol.causes import causes_of, turning_bits

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.values import Values


def avalanche(values: Values, bit: str, what: str) -> str:
    """What one turned bit of the key does."""
    pair = pair_of(values.key(), int(bit) - 1)
    if pair is None or not 1 <= int(bit) <= KEY_BITS:
        raise MissingValueError("the key of this run has no bit {bit}", bit=bit)
    if what == "text":
        return str(pair.text_bits)
    if what == "digest":
        return str(pair.digest_count)
    if what == "accept":
        return str(sum(a != b for a, b in zip(pair.first.accept, pair.second.accept, strict=True)))
    if not 1 <= int(what) <= len(pair.counts):
        raise MissingValueError("there is no round {what}", what=what)
    return str(pair.counts[int(what) - 1])


def back(values: Values, bit: str, what: str) -> str:
    """Where one bit of the answer comes from."""
    if not 1 <= int(bit) <= BITS:
        raise MissingValueError("the answer has no bit {bit}", bit=bit)
    trace, number = values.trace(), int(bit) - 1
    causes = causes_of(trace, number)
    return {
        "character": trace.accept[number // 6],
        "word": f"H{causes.word}",
        "register": "abcde"[causes.word],
        "round": str(causes.round),
        "value": str(causes.value),
        "keys": str(sum(turning_bits(trace.key, number))),
    }[what]


VALUES: Final[dict[str, Callable[..., str]]] = {
    r"avalanche\.(\d+)\.(\d+|text|digest|accept)": avalanche,
    r"back\.(\d+)\.(character|word|register|round|value|keys)": back,
}
"""Names that may stand in braces, as patterns, with the functions that compute them."""
