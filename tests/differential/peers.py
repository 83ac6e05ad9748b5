"""Three libraries behind one face: ours, websockets and wsproto.

Each is an endpoint that is OPEN; it reads bytes, says what it heard, and writes. What is compared is what every library
tells: whole messages, pings, pongs, the Close, and the code with which it fails the connection. None of them may raise.
"""

from __future__ import annotations

import logging
from codecs import getincrementaldecoder
from dataclasses import dataclass, field

from websockets.client import ClientProtocol
from websockets.extensions.permessage_deflate import PerMessageDeflate as WebsocketsDeflate
from websockets.frames import Close
from websockets.protocol import State as WebsocketsState
from websockets.server import ServerProtocol
from wsproto import WSConnection
from wsproto.connection import Connection as WsprotoConnection
from wsproto.connection import ConnectionState, ConnectionType
from wsproto.events import BytesMessage, CloseConnection, Message, Ping, Pong, TextMessage
from wsproto.extensions import PerMessageDeflate as WsprotoDeflate
from wsproto.frame_protocol import CloseReason

from protocol.connection import Connection
from protocol.events import CloseReceived, Failed, MessageReceived, PingReceived, PongReceived
from protocol.extensions import Deflate
from protocol.violations import Violation
from protocol.vocabulary import CloseCode, Opcode, Role

Heard = tuple[object, ...]
"""("text", bytes), ("binary", bytes), ("ping", bytes), ("pong", bytes), ("close", code or None, reason)."""

QUIET = logging.getLogger("differential")
QUIET.disabled = True


@dataclass
class Ears:
    """What an endpoint has heard so far, and the code with which it failed the connection, if it did."""

    heard: list[Heard] = field(default_factory=list)
    failed: int | None = None


class Ours:
    """`protocol.connection`."""

    name = "ours"

    def __init__(self, connection: Connection) -> None:
        self.ears = Ears()
        self.broken: Violation | None = None
        self.connection = connection

    def receive(self, data: bytes) -> bytes:
        for event in self.connection.receive(data):
            match event:
                case MessageReceived(opcode, payload, text):
                    assert text is None or text.encode() == payload
                    self.ears.heard.append(("text" if opcode == Opcode.TEXT else "binary", payload))
                case PingReceived(payload):
                    self.ears.heard.append(("ping", payload))
                case PongReceived(payload):
                    self.ears.heard.append(("pong", payload))
                case CloseReceived(code, reason):
                    self.ears.heard.append(("close", code, reason))
                case Failed(violation):
                    self.broken = violation
                    self.ears.failed = violation.rule.close_code
                case _:
                    raise AssertionError(event)
        return self.connection.bytes_to_send()

    def say(self, kind: str, data: bytes, *, first: bool = True, fin: bool = True) -> bytes:
        if kind == "ping":
            self.connection.send_ping(data)
        elif kind == "pong":
            self.connection.send_pong(data)
        elif not first:
            self.connection.send_continuation(data, fin=fin)
        elif kind == "text":
            self.connection.send_text(data.decode(), fin=fin)
        else:
            self.connection.send_binary(data, fin=fin)
        return self.connection.bytes_to_send()

    def close(self, code: int | None, reason: str) -> bytes:
        self.connection.send_close(code, reason)
        return self.connection.bytes_to_send()


class Websockets:
    """websockets, without I/O. It gives frames; its own layers above join them and decode the text, as is done here."""

    name = "websockets"

    def __init__(self, protocol: ServerProtocol | ClientProtocol) -> None:
        self.ears = Ears()
        self.protocol = protocol
        self._opcode = 0
        self._parts: list[bytes] = []
        self._decoder = getincrementaldecoder("utf-8")()

    def receive(self, data: bytes) -> bytes:
        self.protocol.receive_data(data)
        for event in self.protocol.events_received():
            if self.ears.failed is None:
                self._frame(event)
        sent = self.protocol.close_sent
        ended = self.protocol.parser_exc is not None
        if ended and self.ears.failed is None and sent is not None:
            self.ears.failed = sent.code
        return b"".join(self.protocol.data_to_send())

    def _frame(self, frame) -> None:
        data = bytes(frame.data)
        if frame.opcode == Opcode.PING:
            self.ears.heard.append(("ping", data))
        elif frame.opcode == Opcode.PONG:
            self.ears.heard.append(("pong", data))
        elif frame.opcode == Opcode.CLOSE:
            close = Close.parse(data)
            self.ears.heard.append(("close", close.code if data else None, close.reason))
        else:
            self._data(frame.opcode, data, fin=frame.fin)

    def _data(self, opcode: int, data: bytes, *, fin: bool) -> None:
        if opcode != Opcode.CONTINUATION:
            self._opcode, self._parts = opcode, []
            self._decoder = getincrementaldecoder("utf-8")()
        self._parts.append(data)
        if self._opcode == Opcode.TEXT:
            try:
                self._decoder.decode(data, final=fin)
            except UnicodeDecodeError:
                self.ears.failed = CloseCode.INVALID_DATA
                return
        if fin:
            self.ears.heard.append(("text" if self._opcode == Opcode.TEXT else "binary", b"".join(self._parts)))

    def say(self, kind: str, data: bytes, *, first: bool = True, fin: bool = True) -> bytes:
        if kind == "ping":
            self.protocol.send_ping(data)
        elif kind == "pong":
            self.protocol.send_pong(data)
        elif not first:
            self.protocol.send_continuation(data, fin)
        elif kind == "text":
            self.protocol.send_text(data, fin)
        else:
            self.protocol.send_binary(data, fin)
        return b"".join(self.protocol.data_to_send())

    def close(self, code: int | None, reason: str) -> bytes:
        self.protocol.send_close(code, reason)
        return b"".join(self.protocol.data_to_send())


class Wsproto:
    """wsproto. It gives messages in the pieces in which they come; here they are joined."""

    name = "wsproto"

    def __init__(self, connection: WsprotoConnection | WSConnection) -> None:
        self.ears = Ears()
        self.connection = connection
        self._parts: list[bytes] = []

    def receive(self, data: bytes) -> bytes:
        out = b""
        if self.ears.failed is not None or self.connection.state is ConnectionState.CLOSED:
            return out
        self.connection.receive_data(data)
        for event in self.connection.events():
            match event:
                case TextMessage() | BytesMessage():
                    self._piece(event)
                case Ping():
                    self.ears.heard.append(("ping", bytes(event.payload)))
                    if self.connection.state is ConnectionState.OPEN:
                        out += self.connection.send(event.response())
                case Pong():
                    self.ears.heard.append(("pong", bytes(event.payload)))
                case CloseConnection():
                    self._close(event)
                    if self.connection.state is ConnectionState.REMOTE_CLOSING:
                        out += self.connection.send(event.response())
        return out

    def _piece(self, event: TextMessage | BytesMessage) -> None:
        self._parts.append(event.data.encode() if isinstance(event, TextMessage) else bytes(event.data))
        if event.message_finished:
            kind = "text" if isinstance(event, TextMessage) else "binary"
            self.ears.heard.append((kind, b"".join(self._parts)))
            self._parts = []

    def _close(self, event: CloseConnection) -> None:
        """It tells of a Close frame and of a failure by the same event; only the state is different."""
        if self.connection.state is ConnectionState.OPEN:
            self.ears.failed = int(event.code)
        else:
            code = None if event.code == CloseCode.NO_STATUS else int(event.code)
            self.ears.heard.append(("close", code, event.reason))

    def say(self, kind: str, data: bytes, *, first: bool = True, fin: bool = True) -> bytes:
        if kind == "ping":
            return self.connection.send(Ping(bytearray(data)))
        if kind == "pong":
            return self.connection.send(Pong(bytearray(data)))
        if kind == "text":
            return self.connection.send(TextMessage(data.decode(), message_finished=fin))
        return self.connection.send(Message(bytearray(data), message_finished=fin))

    def close(self, code: int | None, reason: str) -> bytes:
        return self.connection.send(
            CloseConnection(CloseReason.NO_STATUS_RCVD if code is None else code, reason or None)
        )


Peer = Ours | Websockets | Wsproto


# Endpoints that are OPEN, as a handshake with these parameters leaves them.


def websockets_reader(sender: Role, deflate: Deflate | None, limit: int) -> Websockets:
    """What reads the words of `sender`."""
    server = sender is Role.CLIENT
    kind = ServerProtocol if server else ClientProtocol
    options = {"state": WebsocketsState.OPEN, "max_size": limit, "logger": QUIET}
    protocol = kind(**options) if server else kind(_uri(), **options)
    if deflate is not None:
        mine = (deflate.server_no_context_takeover, deflate.server_max_window_bits)
        theirs = (deflate.client_no_context_takeover, deflate.client_max_window_bits)
        if not server:
            mine, theirs = theirs, mine
        # It makes its compressor at once, and zlib makes none of 8 bits; here it only reads.
        protocol.extensions = [WebsocketsDeflate(theirs[0], mine[0], theirs[1], max(mine[1], 9))]
    return Websockets(protocol)


def _uri():
    from websockets.uri import parse_uri

    return parse_uri("ws://server.example.com/chat")


def wsproto_reader(sender: Role, deflate: Deflate | None) -> Wsproto:
    """What reads the words of `sender`. wsproto knows no window of 8 bits; one of 9 reads what one of 8 has written."""
    extensions = []
    if deflate is not None:
        extension = WsprotoDeflate(
            deflate.client_no_context_takeover,
            max(9, deflate.client_max_window_bits),
            deflate.server_no_context_takeover,
            max(9, deflate.server_max_window_bits),
        )
        extension._enabled = True
        extensions.append(extension)
    kind = ConnectionType.SERVER if sender is Role.CLIENT else ConnectionType.CLIENT
    return Wsproto(WsprotoConnection(kind, extensions))
