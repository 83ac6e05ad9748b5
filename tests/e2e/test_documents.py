"""The JSON documents: the names that other programs rely on, and numbers that an outside oracle finds as well."""

from __future__ import annotations

import base64
import hashlib
import json
import struct
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.commands import run
from lessons.model import LANGUAGES
from tests.lessons_support import course, runs

KEYS = ["dGhlIHNhbXBsZSBub25jZQ==", "UdTUf90CC561cQXn4n5XRg=="]
GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"

FRAME = {"offset", "size", "fin", "rsv", "opcode", "masked", "payload_hex", "text", "fields", "broken"}
FIELD = {"name", "start_bit", "width", "value", "section"}
BROKEN = {"rule", "section", "level", "text", "close_code"}
CONNECTION = ["client", "server", "request", "response", "broken", "frames", "messages", "states", "told"]
MESSAGE = {"from", "opcode", "size", "text", "frames"}
STATE = {"time", "who", "from", "to", "section"}
TOLD = {"code", "reason", "clean"}


@pytest.fixture
def document(capsys):
    """What a command prints, which is one JSON document and nothing else."""

    def printed(*words, code=0):
        assert run(list(words)) == code
        out, _ = capsys.readouterr()
        assert out.isascii()
        return json.loads(out)

    return printed


# accept: SHA-1 once more, straight from FIPS 180-4, sharing no line with the program.


def turned(word, count):
    return (word << count | word >> (32 - count)) & 0xFFFFFFFF


def sha1_rounds(message):
    """For each block its 80 words and 80 rounds (t, f, k, w, a, b, c, d, e after the round), and the digest."""
    bits = len(message) * 8
    padded = message + b"\x80" + bytes(-(len(message) + 9) % 64) + struct.pack(">Q", bits)
    state = (0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0)
    blocks = []
    for start in range(0, len(padded), 64):
        words = list(struct.unpack(">16I", padded[start : start + 64]))
        while len(words) < 80:
            words.append(turned(words[-3] ^ words[-8] ^ words[-14] ^ words[-16], 1))
        a, b, c, d, e = state
        rounds = []
        for t, w in enumerate(words):
            if t < 20:
                f, k = (b & c) ^ (~b & 0xFFFFFFFF & d), 0x5A827999
            elif t < 40:
                f, k = b ^ c ^ d, 0x6ED9EBA1
            elif t < 60:
                f, k = (b & c) ^ (b & d) ^ (c & d), 0x8F1BBCDC
            else:
                f, k = b ^ c ^ d, 0xCA62C1D6
            a, b, c, d, e = (turned(a, 5) + f + e + k + w) & 0xFFFFFFFF, a, turned(b, 30), c, d
            rounds.append({"t": t, "f": f, "k": k, "w": w, "a": a, "b": b, "c": c, "d": d, "e": e})
        state = tuple((x + y) & 0xFFFFFFFF for x, y in zip(state, (a, b, c, d, e), strict=True))
        blocks.append({"words": words, "rounds": rounds})
    return blocks, struct.pack(">5I", *state)


@given(st.binary(max_size=200))
def test_the_oracle_is_sha_1(message):
    assert sha1_rounds(message)[1] == hashlib.sha1(message).digest()


@pytest.mark.parametrize("key", KEYS)
def test_accept_with_all_160_rounds(document, key):
    told = document("accept", key, "--steps", "--json")
    blocks, digest = sha1_rounds((key + GUID).encode())
    assert told == {
        "key": key,
        "guid": GUID,
        "joined_hex": (key + GUID).encode().hex(),
        "blocks": blocks,
        "digest_hex": digest.hex(),
        "accept": base64.b64encode(digest).decode(),
    }
    assert [len(block["rounds"]) for block in told["blocks"]] == [80, 80]


@pytest.mark.parametrize(
    ("key", "accept"), [(KEYS[0], "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="), (KEYS[1], "GZk41FJZSYY0CmsrZPGpUGRQzkY=")]
)
def test_accept(document, key, accept):
    assert document("accept", key, "--json") == {"key": key, "guid": GUID, "accept": accept}


# decode


def check_frame(frame, keys=FRAME):
    assert keys <= set(frame)
    assert [set(field) for field in frame["fields"]] == [FIELD] * len(frame["fields"])
    assert all(set(broken) >= BROKEN for broken in frame["broken"])
    bit = 0
    for field in frame["fields"]:
        assert field["start_bit"] == bit
        bit += field["width"]
    assert bit == frame["size"] * 8


def test_decode_the_example_of_the_rfc(document):
    told = document("decode", "818537fa213d7f9f4d5158", "--from", "client", "--json")
    assert told["missing_bytes"] == 0
    (frame,) = told["frames"]
    check_frame(frame)
    assert [(field["name"], field["start_bit"], field["width"], field["value"]) for field in frame["fields"]] == [
        ("FIN", 0, 1, 1),
        ("RSV1", 1, 1, 0),
        ("RSV2", 2, 1, 0),
        ("RSV3", 3, 1, 0),
        ("opcode", 4, 4, 1),
        ("MASK", 8, 1, 1),
        ("payload length", 9, 7, 5),
        ("masking key", 16, 32, "37fa213d"),
        ("payload data", 48, 40, "7f9f4d5158"),
    ]


@settings(max_examples=50)
@given(st.binary(max_size=60), st.sampled_from(["client", "server"]))
def test_decode_any_bytes(data, sender):
    from app.commands.verdicts import judge_stream, stream_json  # what the command prints, without its stdout
    from protocol.vocabulary import Role

    told = json.loads(json.dumps(stream_json(judge_stream(data, Role(sender)))))
    assert {"frames", "missing_bytes"} <= set(told)
    for frame in told["frames"]:
        check_frame(frame)
        start, size = frame["offset"], frame["size"]
        assert 0 <= start < start + size <= len(data)
        bits = "".join(f"{byte:08b}" for byte in data[start : start + size])
        for field in frame["fields"]:
            cut = bits[field["start_bit"] : field["start_bit"] + field["width"]]
            value = field["value"]
            assert int(cut, 2) == (int(value, 16) if isinstance(value, str) else value)


# lessons and lesson


def test_lessons(document):
    told = document("lessons", "--json")
    assert list(told) == ["lessons"]
    for one, lesson in zip(told["lessons"], course().lessons, strict=True):
        assert {"slug", "title", "steps", "questions", "faults", "goal"} <= set(one)
        assert one["slug"] == lesson.slug
        assert list(one["title"]) == list(one["goal"]) == list(LANGUAGES)
        assert one["questions"] == len(lesson.questions) > 0
        assert one["faults"] == len(lesson.faults) > 0
        steps = document("lesson", lesson.slug, "--json")["steps"]
        assert one["steps"] == len(steps)


@pytest.mark.parametrize(("slug", "fault"), runs())
def test_lesson(document, slug, fault):
    told = document("lesson", slug, "--json", *(["--fault", fault] if fault else []))
    assert {"slug", "steps", "connections"} <= set(told)
    assert told["slug"] == slug
    for step in told["steps"]:
        assert {"id", "title", "text", "facts"} <= set(step)
        assert step["title"]
        assert step["text"]
    assert told["connections"]
    for connection in told["connections"]:
        check_connection(connection)


def check_connection(connection):
    assert list(connection) == CONNECTION
    for frame in connection["frames"]:
        check_frame(frame, keys=FRAME | {"time", "from"})
        assert frame["from"] in {"client", "server"}
    assert all(set(message) >= MESSAGE for message in connection["messages"])
    assert all(set(state) >= STATE for state in connection["states"])
    assert all(set(broken) >= BROKEN for broken in connection["broken"])
    assert list(connection["told"]) == ["client", "server"]
    assert all(each is None or set(each) == TOLD for each in connection["told"].values())
    for side in ("client", "server"):
        states = [state for state in connection["states"] if state["who"] == side]
        assert all(a["to"] == b["from"] for a, b in pairwise(states))


def test_a_lesson_as_it_went_over_the_wire(document):
    (connection,) = document("lesson", "closing-handshake", "--json")["connections"]
    assert connection["client"].startswith("127.0.0.1:")
    assert connection["server"].startswith("127.0.0.1:")
    assert connection["request"]["method"] == "GET"
    assert connection["response"]["status"] == 101
    headers = {line["name"]: line["value"] for part in ("request", "response") for line in connection[part]["headers"]}
    digest = hashlib.sha1((headers["Sec-WebSocket-Key"] + GUID).encode()).digest()
    assert headers["Sec-WebSocket-Accept"] == base64.b64encode(digest).decode()
    assert [frame["opcode"] for frame in connection["frames"]] == [1, 1, 8, 8]
    assert [frame["masked"] for frame in connection["frames"]] == [True, False, True, False]
    assert connection["told"]["client"] == {"code": 1000, "reason": "", "clean": True}
