"""The text messages of acknowledged delivery."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.patterns.envelope import Ack, Data, Envelope, EnvelopeError, Resume, read_envelope, write_envelope

UNICODE = st.text(st.characters(exclude_categories=["Cs"]), max_size=64)
NAMES = UNICODE.filter(bool)
ENVELOPES = st.one_of(
    st.builds(Data, NAMES, st.integers(1, 2**53 - 1), UNICODE),
    st.builds(Ack, NAMES, st.integers(0, 2**53 - 1)),
    st.builds(Resume, NAMES, st.integers(0, 2**53 - 1)),
)


@pytest.mark.parametrize(
    ("envelope", "text"),
    [
        (Data("c1-out", 8, "Hello"), '{"type":"data","stream":"c1-out","n":8,"body":"Hello"}'),
        (Ack("c1-out", 8), '{"type":"ack","stream":"c1-out","n":8}'),
        (Resume("c1-out", 8), '{"type":"resume","stream":"c1-out","n":8}'),
        (Ack("c1-out", 0), '{"type":"ack","stream":"c1-out","n":0}'),
    ],
)
def test_the_three(envelope: Envelope, text: str) -> None:
    assert write_envelope(envelope) == text
    assert read_envelope(text) == envelope


@given(ENVELOPES)
def test_written_and_read(envelope: Envelope) -> None:
    assert read_envelope(write_envelope(envelope)) == envelope


def test_names_of_others_are_not_looked_at() -> None:
    assert read_envelope('{"priority":1,"n":2,"stream":"s","type":"ack"}') == Ack("s", 2)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("hello", "not JSON"),
        ("{}", "“stream”"),
        ('{"stream":""}', "“stream”"),
        ('{"stream":"' + "s" * 65 + '"}', "“stream”"),
        ('{"stream":7}', "“stream”"),
        ('{"stream":"s"}', "“n”"),
        ('{"stream":"s","n":-1}', "“n”"),
        ('{"stream":"s","n":1.0}', "“n”"),
        ('{"stream":"s","n":true}', "“n”"),
        ('{"stream":"s","n":9007199254740992}', "“n”"),
        ('{"stream":"s","n":1}', "“type”"),
        ('{"stream":"s","n":1,"type":"nack"}', "“type”"),
        ('{"stream":"s","n":1,"type":["ack"]}', "“type”"),
        ('{"stream":"s","n":0,"type":"data","body":""}', "counts from 1"),
        ('{"stream":"s","n":1,"type":"data"}', "“body”"),
        ('{"stream":"s","n":1,"type":"data","body":{}}', "“body”"),
    ],
)
def test_what_is_none_of_them(text: str, why: str) -> None:
    with pytest.raises(EnvelopeError, match=why):
        read_envelope(text)


@given(st.text())
def test_any_text(text: str) -> None:
    with pytest.raises(EnvelopeError, match=r"\.$"):
        read_envelope("x" + text)
