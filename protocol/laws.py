"""What the RFC says of each rule in its own words, and what it asks of whom when the rule is broken.

The sentences are quoted from RFC 6455 and stay in English in every language. A `Duty` is one thing that the RFC asks
for; `deed` names what is looked for in the recording to say whether it was done. Where a rule names no
reaction of its own, section 10.7 (invalid data) speaks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from protocol.closing import read_close
from protocol.rules import (
    CLOSE_AFTER,
    CLOSE_ANSWER,
    CLOSE_CODE,
    CLOSE_LENGTH,
    CLOSE_LOST,
    CLOSE_UTF8,
    CONTROL_FIN,
    CONTROL_LENGTH,
    FRAGMENT_INTERLEAVED,
    FRAGMENT_ORPHAN,
    FRAME_KEY,
    FRAME_LENGTH63,
    FRAME_MASKED,
    FRAME_OPCODE,
    FRAME_RSV,
    FRAME_RSV1,
    FRAME_SHORTEST,
    FRAME_TOO_BIG,
    FRAME_UNMASKED,
    PING_ANSWER,
    REQUEST_CONNECTION,
    REQUEST_HOST,
    REQUEST_HTTP,
    REQUEST_KEY,
    REQUEST_METHOD,
    REQUEST_SYNTAX,
    REQUEST_UPGRADE,
    REQUEST_VERSION,
    REQUEST_WAIT,
    RESPONSE_ACCEPT,
    RESPONSE_CONNECTION,
    RESPONSE_PROTOCOL,
    RESPONSE_UPGRADE,
    TEXT_UTF8,
)

if TYPE_CHECKING:
    from protocol.frames import Frame
    from protocol.rules import Rule

Deed = Literal["end", "close", "quiet", "status", "drop", "pong", "answer", "wait", "code", "limit"]


@dataclass(frozen=True, slots=True)
class Duty:
    """What the RFC asks for: its own word (empty if it has none), the deed, the section. `offender` if it is asked of
    the one who broke the rule, otherwise of the other one."""

    level: str
    deed: Deed
    section: str
    offender: bool = False
    rfc: int = 6455


@dataclass(frozen=True, slots=True)
class Law:
    """The sentence that is broken, in the RFC's words; its section and its word (empty if it has none)."""

    quote: str
    section: str
    level: str
    duties: tuple[Duty, ...] = ()


def _fails(section: str, rfc: int = 6455) -> tuple[Duty, ...]:
    """_Fail the WebSocket Connection_ (section 7.1.7), asked for by this section."""
    return (Duty("MUST", "end", section, rfc=rfc), Duty("SHOULD", "close", "7.1.7"), Duty("MUST NOT", "quiet", "7.1.7"))


MASKING: Final = (Duty("MUST", "end", "5.1"), Duty("MAY", "close", "5.1"))
INVALID: Final = (Duty("MAY", "end", "10.7"), Duty("SHOULD", "close", "10.7"))
REFUSED: Final = (Duty("MUST", "status", "4.2.1"),)
FAILS_HANDSHAKE: Final = (Duty("MUST", "end", "4.1"), Duty("MUST NOT", "quiet", "7.1.7"))

LAWS: Final[dict[str, Law]] = {
    FRAME_MASKED.id: Law("a client MUST mask all frames that it sends to the server", "5.1", "MUST", MASKING),
    FRAME_UNMASKED.id: Law(
        "A server MUST NOT mask any frames that it sends to the client.", "5.1", "MUST NOT", MASKING
    ),
    FRAME_RSV.id: Law(
        "MUST be 0 unless an extension is negotiated that defines meanings for non-zero values.", "5.2", "MUST",
        _fails("5.2"),
    ),
    FRAME_RSV1.id: Law(
        'An endpoint MUST NOT set the "Per-Message Compressed" bit of control frames and non-first fragments of a data'
        " message.", "6.1", "MUST NOT", _fails("6.1", 7692),
    ),
    FRAME_KEY.id: Law("the masking key MUST be derived from a strong source of entropy", "5.3", "MUST"),
    FRAME_OPCODE.id: Law(
        "If an unknown opcode is received, the receiving endpoint MUST _Fail the WebSocket Connection_.", "5.2", "MUST",
        _fails("5.2"),
    ),
    FRAME_SHORTEST.id: Law(
        "in all cases, the minimal number of bytes MUST be used to encode the length", "5.2", "MUST", INVALID
    ),
    FRAME_LENGTH63.id: Law(
        "a 64-bit unsigned integer (the most significant bit MUST be 0)", "5.2", "MUST", INVALID
    ),
    FRAME_TOO_BIG.id: Law(
        "Such an implementation SHOULD impose a limit on frame sizes and the total message size after reassembly from"
        " multiple frames.", "10.4", "SHOULD",
        (Duty("MUST", "limit", "10.4"), Duty("SHOULD", "close", "10.7"), Duty("MAY", "end", "10.7")),
    ),
    CONTROL_LENGTH.id: Law(
        "All control frames MUST have a payload length of 125 bytes or less and MUST NOT be fragmented.", "5.5", "MUST",
        INVALID,
    ),
    CONTROL_FIN.id: Law(
        "All control frames MUST have a payload length of 125 bytes or less and MUST NOT be fragmented.", "5.5",
        "MUST NOT", INVALID,
    ),
    FRAGMENT_ORPHAN.id: Law(
        "The opcode (frame-opcode) of the first frame containing the data MUST be set to the appropriate value from"
        " Section 5.2", "6.1", "MUST", INVALID,
    ),
    FRAGMENT_INTERLEAVED.id: Law(
        "The fragments of one message MUST NOT be interleaved between the fragments of another message unless an"
        " extension has been negotiated that can interpret the interleaving.", "5.4", "MUST NOT", INVALID,
    ),
    TEXT_UTF8.id: Law(
        "a particular text frame might include a partial UTF-8 sequence; however, the whole message MUST contain valid"
        " UTF-8.", "5.6", "MUST", _fails("8.1"),
    ),
    CLOSE_LENGTH.id: Law(
        "If there is a body, the first two bytes of the body MUST be a 2-byte unsigned integer (in network byte order)"
        " representing a status code", "5.5.1", "MUST", INVALID,
    ),
    CLOSE_CODE.id: Law(
        "{code} is a reserved value and MUST NOT be set as a status code in a Close control frame by an endpoint.",
        "7.4.1", "MUST NOT", INVALID,
    ),
    CLOSE_UTF8.id: Law(
        "When an endpoint is to interpret a byte stream as UTF-8 but finds that the byte stream is not, in fact, a"
        " valid UTF-8 stream, that endpoint MUST _Fail the WebSocket Connection_.", "8.1", "MUST", _fails("8.1"),
    ),
    CLOSE_AFTER.id: Law(
        "The application MUST NOT send any more data frames after sending a Close frame.", "5.5.1", "MUST NOT",
        (Duty("", "drop", "1.4"),),
    ),
    CLOSE_ANSWER.id: Law(
        "If an endpoint receives a Close frame and did not previously send a Close frame, the endpoint MUST send a"
        " Close frame in response.", "5.5.1", "MUST",
        (Duty("MUST", "answer", "5.5.1", offender=True), Duty("", "code", "7.1.5")),
    ),
    CLOSE_LOST.id: Law(
        "In either case, an endpoint initiates a closure by following the procedures to _Start the WebSocket Closing"
        " Handshake_", "7.3", "",
        (Duty("", "answer", "7.3", offender=True), Duty("", "code", "7.1.5")),
    ),
    PING_ANSWER.id: Law(
        "Upon receipt of a Ping frame, an endpoint MUST send a Pong frame in response, unless it already received a"
        " Close frame.", "5.5.2", "MUST", (Duty("MUST", "pong", "5.5.2", offender=True),),
    ),
    REQUEST_WAIT.id: Law(
        "Once the client's opening handshake has been sent, the client MUST wait for a response from the server before"
        " sending any further data.", "4.1", "MUST", (Duty("MUST", "wait", "4.1", offender=True),),
    ),
    REQUEST_SYNTAX.id: Law(
        "The handshake MUST be a valid HTTP request as specified by [RFC2616].", "4.1", "MUST", REFUSED
    ),
    REQUEST_METHOD.id: Law(
        "The method of the request MUST be GET, and the HTTP version MUST be at least 1.1.", "4.1", "MUST", REFUSED
    ),
    REQUEST_HTTP.id: Law(
        "The method of the request MUST be GET, and the HTTP version MUST be at least 1.1.", "4.1", "MUST", REFUSED
    ),
    REQUEST_HOST.id: Law(
        "The request MUST contain a |Host| header field whose value contains /host/", "4.1", "MUST", REFUSED
    ),
    REQUEST_UPGRADE.id: Law(
        'The request MUST contain an |Upgrade| header field whose value MUST include the "websocket" keyword.', "4.1",
        "MUST", REFUSED,
    ),
    REQUEST_CONNECTION.id: Law(
        'The request MUST contain a |Connection| header field whose value MUST include the "Upgrade" token.', "4.1",
        "MUST", REFUSED,
    ),
    REQUEST_KEY.id: Law(
        "The request MUST include a header field with the name |Sec-WebSocket-Key|.  The value of this header field"
        " MUST be a nonce consisting of a randomly selected 16-byte value that has been base64-encoded", "4.1", "MUST",
        REFUSED,
    ),
    REQUEST_VERSION.id: Law(
        "The request MUST include a header field with the name |Sec-WebSocket-Version|.  The value of this header field"
        " MUST be 13.", "4.1", "MUST", (Duty("MUST", "status", "4.2.2"),),
    ),
    RESPONSE_ACCEPT.id: Law(
        "If the response lacks a |Sec-WebSocket-Accept| header field or the |Sec-WebSocket-Accept| contains a value"
        " other than the base64-encoded SHA-1 […], the client MUST _Fail the WebSocket Connection_.", "4.1", "MUST",
        FAILS_HANDSHAKE,
    ),
    RESPONSE_UPGRADE.id: Law(
        "If the response lacks an |Upgrade| header field […] the client MUST _Fail the WebSocket Connection_.", "4.1",
        "MUST", FAILS_HANDSHAKE,
    ),
    RESPONSE_CONNECTION.id: Law(
        "If the response lacks a |Connection| header field […] the client MUST _Fail the WebSocket Connection_.", "4.1",
        "MUST", FAILS_HANDSHAKE,
    ),
    RESPONSE_PROTOCOL.id: Law(
        "this header field indicates the use of a subprotocol that was not present in the client's handshake […], the"
        " client MUST _Fail the WebSocket Connection_.", "4.1", "MUST", FAILS_HANDSHAKE,
    ),
}  # fmt: skip
"""By the id of the rule."""

UNUSED: Final = Law("Status codes in the range 0-999 are not used.", "7.4.2", "", INVALID)
RESERVED: Final = Law("Reserved.  The specific meaning might be defined in the future.", "7.4.1", "", INVALID)
UNASSIGNED: Final = Law(
    "Status codes in the range 1000-2999 are reserved for definition by this protocol, its future revisions, and"
    " extensions […]", "7.4.2", "", INVALID,
)  # fmt: skip
BEYOND: Final = Law("", "7.4.2", "", INVALID)
"""Section 7.4.2 gives the ranges up to 4999 and says nothing of what lies above."""
NEVER: Final = (1005, 1006, 1015)
"""The codes of which section 7.4.1 says in the same words that they MUST NOT be set."""


def law_of(rule: Rule, frame: Frame | None = None) -> Law:
    """The law behind a broken rule; `frame` is the one that breaks it."""
    law = LAWS.get(rule.id)
    if law is None:
        duties = _fails(rule.section, rule.rfc) if rule.close_code else REFUSED if rule.status else ()
        if rule.id.startswith("response."):
            duties = FAILS_HANDSHAKE
        return Law("", rule.section, rule.level, duties)
    if rule is CLOSE_CODE:
        code = read_close(frame.payload).code if frame is not None else None
        return replace(law, quote=law.quote.format(code=code)) if code in NEVER else _law_of_code(code)
    return law


def _law_of_code(code: int | None) -> Law:
    """What is said of a code that may not be sent and is none of NEVER; of 1004 if none is known."""
    if code is None or code == 1004:
        return RESERVED
    if code < 1000:
        return UNUSED
    return UNASSIGNED if code < 3000 else BEYOND
