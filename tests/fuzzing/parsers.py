"""Targets for everything that is read as a whole: heads, lists, texts. Each takes any bytes and asserts what must hold.

Only the error that a parser names may come out of it; what was read is written, and read again, as the same; and where
there is an outside oracle, it agrees.
"""

# An error that is expected is looked at as well; that is no case for `pytest.raises`.
# ruff: noqa: PT017

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from websockets.exceptions import InvalidHeader, WebSocketException
from websockets.frames import Close
from websockets.headers import parse_extension
from websockets.uri import parse_uri

from app.commands.octets import octets_of, parse_hex
from app.commands.output import InputError
from app.network.front import Front, Passed, Reply
from app.network.url import UrlError, parse_url
from protocol.accept import accept_trace, accept_value, key_bytes
from protocol.base64 import decode, encode
from protocol.closing import close_payload, may_be_sent, read_close
from protocol.extensions import DeflateOffer, DeflatePolicy, ExtensionError, agree, read_extensions, write_extensions
from protocol.fragments import Utf8, first_bad_byte
from protocol.handshake import Offer, Policy, Verdict, answer, build_response, check_request, check_response, offer_of
from protocol.http11 import HEAD_LIMIT, HeadError, Request, Response, head_end, read_request, read_response
from protocol.patterns.advice import read_retry_after
from protocol.patterns.carriers import carried_tokens, token_of_message
from protocol.patterns.envelope import EnvelopeError, read_envelope, write_envelope
from protocol.patterns.json_text import JsonError, read_object, write_object
from protocol.patterns.token_checks import verify_token
from protocol.patterns.tokens import Key, TokenError, from_base64url, split_token, to_base64url
from protocol.recording import DamagedRecordingError, Recording, load, read_lines
from protocol.vocabulary import GUID
from tests.fuzzing.dice import Dice, cut

POLICY = Policy(("server.example.com",), ("http://example.com",), ("chat",), deflate=DeflatePolicy())
OFFER = Offer("server.example.com", "/chat", "dGhlIHNhbXBsZSBub25jZQ==", deflate=DeflateOffer())
SECRET = Key(b"0123456789abcdef0123456789abcdef")


def one_head(data: bytes, how: int) -> int | None:
    """Where the head ends: however it comes."""
    stop = head_end(data)
    buffer, found = bytearray(), None
    for piece in cut(data, how):
        seen = len(buffer)
        buffer += piece
        found = head_end(buffer, seen)
        if found is not None:
            break
    assert found == stop
    assert stop is None or stop <= HEAD_LIMIT
    assert stop is not None or len(data) <= HEAD_LIMIT
    return stop


def spans_lie_in(head: Request | Response) -> None:
    """Every part has its place."""
    assert 0 <= head.start.start <= head.start.stop <= head.size
    at = head.start.stop
    for line in head.headers:
        assert line.span.start == at
        assert line.name_span.cut(head.raw) == line.name.encode()
        assert line.value_span.size == len(line.value)
        at = line.span.stop
    assert at == head.size - 2


def request_head(data: bytes) -> None:
    """A server reads a head, judges it and answers it; so does its front door."""
    dice = Dice(data)
    how, data = dice.number(256), dice.rest
    stop = one_head(data, how)
    if stop is None:
        return
    door, found = Front(), None
    for piece in cut(data, how):
        found = found or door.feed(piece)
    assert isinstance(found, Passed | Reply)
    try:
        request = read_request(data[:stop])
    except HeadError as error:
        assert 0 <= error.span.start <= error.span.stop <= stop
        return
    spans_lie_in(request)
    assert read_request(request.raw) == request
    checks = check_request(request, POLICY)
    assert [check.verdict for check in checks[:-1]].count(Verdict.BROKEN) == 0
    reply = answer(request, checks, POLICY)
    response = read_response(build_response(reply))
    assert (reply.status == 101) == (checks[-1].verdict is not Verdict.BROKEN)
    judged = check_response(response, offer_of(request))
    assert all(check.verdict is not Verdict.BROKEN for check in judged) == (reply.status == 101)
    for carried in carried_tokens(request):
        assert 0 <= carried.span.start < carried.span.stop <= request.size


def response_head(data: bytes) -> None:
    """A client reads a head and judges it."""
    dice = Dice(data)
    how, data = dice.number(256), dice.rest
    stop = one_head(data, how)
    if stop is None:
        return
    try:
        response = read_response(data[:stop])
    except HeadError as error:
        assert 0 <= error.span.start <= error.span.stop <= stop
        return
    spans_lie_in(response)
    checks = check_response(response, OFFER)
    assert checks[-1].verdict is Verdict.BROKEN or response.status == 101
    for value in response.get_all("Retry-After"):
        seconds = read_retry_after(value, 1.7e9)
        assert seconds is None or seconds >= 0


def extension_list(data: bytes) -> None:
    """Header lines with a list of extensions; websockets reads what we read."""
    values = data.decode("latin-1").split("\n")[:8]
    try:
        found = read_extensions(values)
    except ExtensionError as error:
        assert 0 <= error.line < max(len(values), 1)
        assert 0 <= error.span.start <= error.span.stop <= len(values[error.line])
        return
    assert read_extensions([write_extensions(found)]) == found
    for each in found:
        assert each.span.cut(values[each.line].encode("latin-1")).decode("latin-1").startswith(each.name)
    for policy in DeflatePolicy(), DeflatePolicy(True, True, 9, 10):
        agreed = agree(found, policy)
        assert agreed is None or agree((agreed[0],), policy) is not None or policy.client_max_window_bits < 15
    # Other spaces than HTTP's, and values in quotes with a backslash, are read in different ways.
    if all("\\" not in value and value.isascii() and value.isprintable() and value.strip(", ") for value in values):
        with suppress(InvalidHeader):
            theirs = [each for value in values for each in parse_extension(value)]
            assert theirs == [(each.name, list(each.parameters)) for each in found]


def close_body(data: bytes) -> None:
    """The payload of a Close frame; websockets takes the same ones."""
    if len(data) > 125:
        return
    body = read_close(data)
    try:
        theirs = Close.parse(data)
    except (WebSocketException, UnicodeDecodeError):
        theirs = None
    assert (body.violation is None) == (theirs is not None)
    if theirs is not None:
        assert body.reason == theirs.reason
        assert (body.code or 1005) == theirs.code
        assert close_payload(body.code, body.reason) == data
        assert body.code is None or may_be_sent(body.code)
    elif body.violation is not None:
        assert 0 <= body.violation.start_bit < body.violation.start_bit + body.violation.width <= 8 * len(data)


def utf8(data: bytes) -> None:
    """Text in pieces; the oracles are the table of the Unicode Standard and Python's decoder."""
    dice = Dice(data)
    how, data = dice.number(256), dice.rest
    reader, bad = Utf8(), None
    for piece in cut(data, how):
        bad = reader.feed(piece)
    assert bad == first_bad_byte(data)
    try:
        data.decode()
    except UnicodeDecodeError:
        assert bad is not None or reader.pending
    else:
        assert bad is None
        assert not reader.pending


def recording_lines(data: bytes) -> None:
    """A file that may be a recording."""
    text = data.decode("utf-8", "replace")
    try:
        loaded = read_lines(text.splitlines(), "x")
    except DamagedRecordingError:
        return
    recording: Recording = loaded.recording
    again = read_lines(list(recording.lines()), "x")
    assert again.damage == ""
    assert list(again.recording) == list(recording)
    assert (again.recording.setup, again.recording.reads) == (recording.setup, recording.reads)
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.jsonl")
        path.write_bytes(data)
        assert list(load(path).recording) == list(recording)


def accept_key(data: bytes) -> None:
    """Base64, keys and the accept value; the oracles are the standard library's."""
    text = data.decode("latin-1")
    try:
        expected = base64.b64decode(text.encode("ascii"), validate=True)
    except ValueError:
        expected = None
    try:
        found = decode(text)
    except ValueError:
        found = None
    if found is not None:
        assert found == expected
        assert decode(encode(found)) == found
    elif expected is not None and len(text) % 4 == 0:  # Python takes padding in the middle
        with suppress(binascii.Error):
            assert binascii.a2b_base64(text.encode("ascii"), strict_mode=True) is None
    assert key_bytes(text) == (found if found is not None and len(found) == 16 else None)
    assert encode(data) == base64.b64encode(data).decode()
    value = base64.b64encode(hashlib.sha1(data + GUID.encode()).digest()).decode()
    assert accept_value(text) == value
    if len(data) < 200:
        assert accept_trace(text).accept == value


def hex_input(data: bytes) -> None:
    """Hex as people type it, or a file that may be anything."""
    text = data.decode("utf-8", "replace")
    try:
        found = parse_hex(text)
    except InputError:
        found = None
    else:
        digits = "".join(each for each in text.replace("0x", "").replace("0X", "") if each in "0123456789abcdefABCDEF")
        assert found == bytes.fromhex(digits) or "0x" in text.lower()
        assert parse_hex(found.hex(" ")) == found
    with suppress(InputError):
        assert octets_of(data, "file")


def url(data: bytes) -> None:
    """An address; what we take, websockets takes, to the same place."""
    text = data.decode("utf-8", "replace")
    try:
        found = parse_url(text)
    except UrlError as error:
        assert str(error).endswith((".", "…"))
        return
    assert 1 <= found.port <= 65535
    assert found.target.startswith("/")
    assert found.target.isascii()
    assert " " not in found.target
    again = parse_url(("wss" if found.secure else "ws") + "://" + found.host_header + found.target)
    assert (again.port, again.target, again.secure) == (found.port, found.target, found.secure)
    if found.authorization is None and text.isascii():  # they want a password with every user, and do more IDNA
        theirs = parse_uri(text)
        assert (theirs.secure, theirs.port) == (found.secure, found.port)
    read_request(f"GET {found.target} HTTP/1.1\r\nHost: {found.host_header}\r\n\r\n".encode("ascii"))


def token(data: bytes) -> None:
    """A JSON Web Token, and the base64url in it."""
    text = data.decode("utf-8", "replace")
    verdict = verify_token(text, SECRET, 1.7e9)
    assert verdict.accepted is (verdict.why == "")
    with suppress(ValueError):
        assert to_base64url(from_base64url(text)) == text
    try:
        split = split_token(text)
    except TokenError as error:
        assert 0 <= error.span.start <= error.span.stop <= len(text)
        return
    for part in split.header, split.payload, split.signature:
        assert text[part.span.start : part.span.stop] == part.text


def json_text(data: bytes) -> None:
    """A JSON object in a text message, and the envelopes of acknowledged delivery."""
    text = data.decode("utf-8", "replace")
    try:
        found = read_object(text)
    except JsonError as error:
        assert str(error).endswith(".")
        assert token_of_message(text) is None
    else:
        assert found == json.loads(text)
        assert read_object(write_object(found)) == found
        token_of_message(text)
    try:
        envelope = read_envelope(text)
    except EnvelopeError as error:
        assert str(error).endswith(".")
    else:
        assert read_envelope(write_envelope(envelope)) == envelope
