"""Two endpoints talk over a memory wire; each test reads like their conversation."""

import pytest
from wire_support import KEY, MASK, Wire

from protocol.closing import CloseTold
from protocol.connection import Connection, StateError
from protocol.events import Closed, CloseReceived, Failed, MessageReceived, Opened, PingReceived, PongReceived, Refused
from protocol.extensions import DeflateOffer, DeflatePolicy
from protocol.frames import encode_frame
from protocol.handshake import Offer, Policy, build_request
from protocol.rules import REQUEST_VERSION, RESPONSE_ACCEPT
from protocol.vocabulary import Opcode, Role, State

CLIENT, SERVER = Role.CLIENT, Role.SERVER


def told(wire, who):
    return [event.told for event in wire.events[who] if isinstance(event, Closed)]


def texts(wire, who):
    return [event.text for event in wire.events[who] if isinstance(event, MessageReceived)]


def test_the_opening_handshake_opens_both_ends():
    wire = Wire()
    wire.client.connect()
    assert (wire.client.state, wire.server.state) == (State.CONNECTING, State.CONNECTING)
    wire.send(CLIENT)
    wire.deliver(CLIENT)
    assert wire.server.state is State.OPEN
    assert wire.client.state is State.CONNECTING
    wire.run()
    assert wire.client.state is State.OPEN
    assert wire.events == {CLIENT: [Opened(None)], SERVER: [Opened(None)]}


def test_the_rfc_example_is_answered_as_the_rfc_says():
    """RFC 6455 section 1.3."""
    wire = Wire().open()
    assert b"Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n" in wire.recording.wire(SERVER)


def test_one_offered_subprotocol_is_agreed_on():
    wire = Wire(Offer("h", "/", KEY, subprotocols=("chat", "superchat")), Policy(subprotocols=("superchat",))).open()
    assert wire.events == {CLIENT: [Opened("superchat")], SERVER: [Opened("superchat")]}


def test_an_echo():
    """RFC 6455 section 5.7: a masked and an unmasked text message."""
    wire = Wire().open()
    wire.client.send_text("Hello")
    wire.run()
    wire.server.send_text("Hello")
    wire.run()
    assert (texts(wire, SERVER), texts(wire, CLIENT)) == (["Hello"], ["Hello"])
    assert wire.recording.wire(CLIENT).endswith(bytes.fromhex("818537fa213d7f9f4d5158"))
    assert wire.recording.wire(SERVER).endswith(bytes.fromhex("810548656c6c6f"))


def test_a_ping_between_fragments_is_answered_at_once():
    """RFC 6455 section 5.4."""
    wire = Wire().open()
    wire.client.send_text("Hel", fin=False)
    wire.client.send_ping(b"?")
    wire.client.send_continuation(b"lo", fin=True)
    wire.run()
    assert [type(event) for event in wire.events[SERVER]] == [Opened, PingReceived, MessageReceived]
    assert texts(wire, SERVER) == ["Hello"]
    assert wire.events[CLIENT][-1] == PongReceived(b"?")


@pytest.mark.parametrize("first", Role)
def test_a_clean_close(first):
    wire = Wire().open()
    wire.ends[first].send_close(1000, "done")
    assert wire.ends[first].state is State.CLOSING
    wire.run()
    assert (wire.client.state, wire.server.state) == (State.CLOSED, State.CLOSED)
    assert CloseReceived(1000, "done") in wire.events[first.peer]
    assert told(wire, first.peer) == [CloseTold(1000, "done", clean=True)]
    assert told(wire, first) == [CloseTold(1000, "", clean=True)]


def test_the_server_ends_tcp_first():
    """RFC 6455 section 7.1.1."""
    wire = Wire().open()
    wire.client.send_close(1000)
    wire.send(CLIENT)
    wire.deliver(CLIENT)
    wire.send(SERVER)
    assert wire.server.close_tcp
    wire.deliver(SERVER)
    assert (wire.client.state, wire.client.close_tcp) == (State.CLOSING, False)
    wire.deliver(SERVER)
    assert (wire.client.state, wire.client.close_tcp) == (State.CLOSED, True)


def test_both_close_at_once():
    wire = Wire().open()
    wire.client.send_close(1000, "c")
    wire.server.send_close(1001, "s")
    for who in Role:
        wire.send(who)
    wire.run()
    assert told(wire, CLIENT) == [CloseTold(1001, "s", clean=True)]
    assert told(wire, SERVER) == [CloseTold(1000, "c", clean=True)]


def test_an_empty_close_is_told_as_1005():
    wire = Wire().open()
    wire.client.send_close(None)
    wire.run()
    assert told(wire, SERVER) == [CloseTold(1005, "", clean=True)]
    assert told(wire, CLIENT) == [CloseTold(1005, "", clean=True)]


def test_a_dropped_connection_is_told_as_1006():
    wire = Wire().open()
    wire.reset(CLIENT)
    wire.deliver(CLIENT)
    assert told(wire, SERVER) == told(wire, CLIENT) == [CloseTold(1006, "", clean=False)]


def test_nothing_is_read_after_a_close():
    """RFC 6455 section 5.5.1."""
    wire = Wire().open()
    wire.client.send_raw(encode_frame(Opcode.CLOSE, b"\x03\xe8", key=MASK) + encode_frame(Opcode.TEXT, b"!", key=MASK))
    wire.run()
    assert texts(wire, SERVER) == []


@pytest.mark.parametrize(
    ("frame", "rule", "code"),
    [
        (encode_frame(Opcode.TEXT, b"Hello"), "frame.masked", 1002),
        (encode_frame(Opcode.TEXT, b"Hello", rsv=4, key=MASK), "frame.rsv", 1002),
        (encode_frame(0x3, b"", key=MASK), "frame.opcode", 1002),
        (encode_frame(Opcode.PING, b"", fin=False, key=MASK), "control.fin", 1002),
        (encode_frame(Opcode.PING, bytes(126), key=MASK), "control.length", 1002),
        (encode_frame(Opcode.TEXT, b"Hello", length_form=16, key=MASK), "frame.shortest", 1002),
        (encode_frame(Opcode.CONTINUATION, b"", key=MASK), "fragment.orphan", 1002),
        (encode_frame(Opcode.TEXT, b"\xff", key=MASK), "text.utf8", 1007),
        (encode_frame(Opcode.CLOSE, b"\x03", key=MASK), "close.length", 1002),
        (encode_frame(Opcode.CLOSE, b"\x03\xed", key=MASK), "close.code", 1002),
        (encode_frame(Opcode.CLOSE, b"\x03\xe8\xff", key=MASK), "close.utf8", 1007),
        (bytes.fromhex("82ff7fffffffffffffff") + MASK, "frame.too-big", 1009),
    ],
)
def test_a_broken_rule_fails_the_connection(frame, rule, code):
    wire = Wire().open()
    wire.client.send_raw(encode_frame(Opcode.TEXT, b"before", key=MASK) + frame)
    wire.run()
    failed = [event.violation.rule.id for event in wire.events[SERVER] if isinstance(event, Failed)]
    assert failed == [rule]
    assert texts(wire, SERVER) == ["before"]
    assert told(wire, SERVER) == [CloseTold(1006, "", clean=False)]
    assert CloseReceived(code, "") in wire.events[CLIENT]


def test_a_masked_frame_from_the_server_fails_at_the_client():
    """RFC 6455 section 5.1."""
    wire = Wire().open()
    wire.server.send_raw(encode_frame(Opcode.TEXT, b"Hello", key=MASK))
    wire.run()
    assert [event.violation.rule.id for event in wire.events[CLIENT] if isinstance(event, Failed)] == ["frame.unmasked"]


def test_a_refused_request_never_opens():
    wire = Wire(Offer("h", "/", KEY, version=12)).open()
    assert wire.events[SERVER] == [Refused(REQUEST_VERSION, 426)]
    assert b"426 Upgrade Required" in wire.recording.wire(SERVER)
    assert (wire.client.state, wire.server.state) == (State.CLOSED, State.CLOSED)
    assert told(wire, CLIENT) == [CloseTold(1006, "", clean=False)]
    assert told(wire, SERVER) == []


def test_a_wrong_guid_is_noticed_by_the_client():
    wire = Wire(policy=Policy(guid="258EAFA5-E914-47DA-95CA-C5AB0DC85B12")).open()
    assert wire.events[CLIENT][0] == Refused(RESPONSE_ACCEPT, 101)
    assert told(wire, CLIENT) == told(wire, SERVER) == [CloseTold(1006, "", clean=False)]


@pytest.mark.parametrize("garbage", [b"\x16\x03\x01\x02\x00\x01\r\n\r\n", b"hello\r\n\r\n", bytes(20000)])
def test_garbage_instead_of_http_is_answered_with_400(garbage):
    wire = Wire()
    wire.client.send_raw(garbage)
    wire.run()
    assert wire.recording.wire(SERVER).startswith(b"HTTP/1.1 400 ")
    assert wire.server.state is State.CLOSED


def test_garbage_instead_of_a_response_fails_the_handshake():
    wire = Wire()
    wire.client.connect()
    wire.send(CLIENT)
    wire.server.send_raw(b"SSH-2.0-server\r\n\r\n")
    wire.run()
    assert told(wire, CLIENT) == [CloseTold(1006, "", clean=False)]


def test_our_own_mistakes_are_exceptions():
    wire = Wire()
    with pytest.raises(StateError):
        wire.client.send_text("too early")
    with pytest.raises(StateError):
        wire.client.send_close()
    with pytest.raises(StateError):
        wire.server.connect()
    wire.open()
    wire.client.send_close()
    with pytest.raises(StateError):
        wire.client.send_text("too late")
    with pytest.raises(StateError):
        wire.client.send_close()


def test_bytes_are_given_once():
    wire = Wire()
    wire.client.connect()
    assert wire.client.bytes_to_send().startswith(b"GET /chat HTTP/1.1\r\n")
    assert wire.client.bytes_to_send() == b""


def test_a_program_without_room_gives_up():
    """Section 7.4.1: 1009 for a message that is too big to process, here for the memory that is left."""
    wire = Wire().open()
    wire.server.receive(encode_frame(Opcode.BINARY, bytes(1000), fin=False, key=MASK))
    assert wire.server.held > 1000
    [failed] = wire.server.give_up()
    assert failed.violation.rule.close_code == 1009
    assert wire.server.held == 0
    assert wire.server.bytes_to_send() == bytes.fromhex("880203f1")
    assert wire.server.close_tcp
    assert wire.server.give_up() == []


def test_a_server_may_change_its_mind_about_compression():
    """RFC 7692 section 5: "the server MAY decline"."""
    server = Connection.server(Policy(deflate=DeflatePolicy()))
    server.agree_to_no_compression()
    offer = Offer("server.example.com", "/chat", "dGhlIHNhbXBsZSBub25jZQ==", deflate=DeflateOffer())
    server.receive(build_request(offer))
    assert b"permessage-deflate" not in server.bytes_to_send()
    assert server.deflate is None
    assert server.state is State.OPEN
