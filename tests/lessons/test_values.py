"""What may stand in braces, against the examples of the RFC."""

from __future__ import annotations

import base64
import hashlib

import pytest

from lessons.values import MissingValueError, Values, is_known, placeholders
from tests.lessons_support import facts_of, lesson


def values(slug="closing-handshake", fault=""):
    return Values(facts_of(slug, fault), lesson(slug).scenario.patched({fault} - {""}))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        # RFC 6455 section 1.3
        ("key", "dGhlIHNhbXBsZSBub25jZQ=="),
        ("key.hex", "74 68 65 20 73 61 6d 70 6c 65 20 6e 6f 6e 63 65"),
        ("key.size", "16"),
        ("key.length", "24"),
        ("accept", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="),
        ("accept.expected", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="),
        ("sha.digest", "b3 7a 4f 2c c0 62 4f 16 90 f6 46 06 cf 38 59 45 b2 be c4 ea"),
        ("sha.joined_size", "60"),
        ("sha.zeros", "59"),
        ("sha.room", "4"),
        ("sha.extra", "9"),
        ("sha.padded_size", "128"),
        ("sha.length_hex", "00 00 00 00 00 00 01 e0"),
        ("sha.joined_bits", "480"),
        ("sha.blocks", "2"),
        ("sha.rounds", "160"),
        ("sha.guid_end", "5B11"),
        ("group.0.characters", "s3pP"),
        ("group.0.numbers", "44, 55, 41, 15"),
        ("group.6.hex", "c4 ea"),
        ("group.6.size", "2"),
        ("word.1.0", "6447686c"),
        ("word.2.15", "000001e0"),
        ("block.1.before.a", "67452301"),  # FIPS 180-4 section 5.3.1
        ("round.1.20.k", "6ed9eba1"),
        ("round.1.20.function", "Parity"),
        ("request.lines", "8"),
        ("request.size", "230"),
        ("request.subprotocols", "chat, superchat"),
        ("response.status", "101"),
        ("response.reason", "Switching Protocols"),
        ("response.subprotocol", "chat"),
        ("server.0.hex", "81 05 48 65 6c 6c 6f"),  # RFC 6455 section 5.7
        ("server.0.header_size", "2"),
        ("client.0.text", "Hello"),
        ("client.0.first_bits", "10000001"),
        ("client.0.second", "85"),
        ("client.0.opcode_name", "text"),
        ("client.0.mask.0.character", "H"),
        ("client.0.mask.0.payload", "48"),
        ("client.1.hex", "88 86 37 fa 21 3d 34 12 45 52 59 9f"),
        ("client.1.code", "1000"),
        ("client.1.code_hex", "03 e8"),
        ("client.1.reason", "done"),
        ("client.1.reason_size", "4"),
        ("server.1.hex", "88 02 03 e8"),
        ("told.client.code", "1000"),
        ("told.server.reason", "done"),
        ("told.server.clean", "true"),
        ("guid", "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"),
        ("offer.version", "13"),
        ("action.bye.code", "1000"),
    ],
)
def test_each_value_is_that_of_the_run(name, value):
    assert is_known(name)
    assert values()[name] == value


def test_the_register_after_a_block_is_the_sum():
    names = ("block.1.before.a", "round.1.79.a", "block.1.after.a")
    before, last, after = (int(values()[name], 16) for name in names)
    assert (before + last) % 2**32 == after
    assert values()["sha.digest"] == hashlib.sha1(values()["sha.joined"].encode()).digest().hex(" ")


def test_masking_is_xor():
    payload, key, wire = (int(values()[f"client.0.mask.3.{part}"], 16) for part in ("payload", "key", "wire"))
    assert payload ^ key == wire


def test_a_wrong_server_is_seen():
    wrong = values("accept-key", "wrong-guid")
    assert wrong["accept.expected"] == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="
    joined = wrong["key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B12"
    assert wrong["accept"] != wrong["accept.expected"]
    assert wrong["server.guid_end"] == "5B12"
    assert wrong["accept"] == base64.b64encode(hashlib.sha1(joined.encode()).digest()).decode()


@pytest.mark.parametrize(
    "name",
    [
        "accept",
        "accept.expected",
        "client.0.hex",
        "told.server.code",
        "response.subprotocol",
        "client.0.mask.0.key",
    ],
)
def test_what_a_refused_run_lacks_is_missing(name):
    with pytest.raises(MissingValueError):
        values("opening-handshake", "old-version")[name]


@pytest.mark.parametrize(
    "name",
    [
        "request.status",
        "request.accept",
        "server.0.mask.0.key",
        "client.0.mask.5.key",
        "round.3.0.a",
        "round.1.80.a",
        "block.3.after.a",
        "word.1.80",
        "group.7.hex",
        "action.hello.code",
        "nonsense",
    ],
)
def test_a_place_that_does_not_exist_is_missing(name):
    with pytest.raises(MissingValueError):
        values()[name]


@pytest.mark.parametrize("name", ["nonsense", "client.x.hex", "client.0.colour", "round.1.2.z", "request", "accept.x"])
def test_other_names_are_unknown(name):
    assert not is_known(name)


def test_a_text_is_filled():
    text = "{request.lines} lines, `{accept}`, {Not a name}, {}"
    assert list(placeholders(text)) == ["request.lines", "accept"]
    assert values().fill(text) == "8 lines, `s3pPLMBiTxaQ9kYGzzhZRbK+xOo=`, {Not a name}, {}"
