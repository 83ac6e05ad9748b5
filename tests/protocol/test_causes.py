"""Where a bit of the digest comes from."""

from __future__ import annotations

from base64 import b64decode, b64encode

import pytest

from protocol.accept import accept_trace, accept_value
from protocol.causes import causes_of, turning_bits

KEY = "dGhlIHNhbXBsZSBub25jZQ=="
TRACE = accept_trace(KEY)


@pytest.mark.parametrize("bit", range(160))
def test_every_column_gives_the_bit_that_it_explains(bit):
    causes = causes_of(TRACE, bit)
    value = int.from_bytes(TRACE.digest, "big") >> 159 - bit & 1
    assert causes.value == causes.sum.bit == value
    register = TRACE.sha1.blocks[-1].rounds[79].registers[causes.word] >> causes.place & 1
    assert causes.made.bit == register == dict(causes.sum.addends)["register"]
    made = TRACE.sha1.blocks[-1].rounds[causes.round].a >> causes.made_place & 1
    assert causes.made.bit == made


def test_registers_that_moved_down_are_older():
    assert [causes_of(TRACE, 32 * word).round for word in range(5)] == [79, 78, 77, 76, 75]


@pytest.mark.parametrize("bit", [0, 77, 159])
def test_the_bits_of_the_key_that_turn_it(bit):
    turning = turning_bits(KEY, bit)
    assert len(turning) == 128
    for place in (0, 63, 127):
        turned = int.from_bytes(b64decode(KEY), "big") ^ 1 << 127 - place
        other = accept_value(b64encode(turned.to_bytes(16, "big")).decode())
        one, two = (int.from_bytes(b64decode(each), "big") >> 159 - bit & 1 for each in (TRACE.accept, other))
        assert turning[place] is (one != two)


def test_what_is_no_key_has_no_bits():
    assert turning_bits("AAAA", 3) == ()
