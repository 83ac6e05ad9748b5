"""Spans and bits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.fields import Field, Span, bit_at


def test_a_span_cuts_its_bytes():
    span = Span(1, 3)
    assert (span.size, span.cut(b"abcd")) == (2, b"bc")


@given(st.binary(min_size=1, max_size=9))
def test_bits_are_counted_from_the_most_significant(data):
    bits = "".join(str(bit_at(data, bit)) for bit in range(len(data) * 8))
    assert bits == f"{int.from_bytes(data):0{len(data) * 8}b}"


@pytest.mark.parametrize(
    ("start", "width", "first", "stop"), [(0, 1, 0, 1), (8, 1, 1, 9), (9, 7, 1, 16), (16, 32, 2, 48)]
)
def test_a_field_knows_its_bytes(start, width, first, stop):
    field = Field("x", start, width, 0)
    assert (field.first_byte, field.stop_bit) == (first, stop)
