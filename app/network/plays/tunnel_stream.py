"""The second half of the play `tunnel`: WebSocket on one stream of HTTP/2, both ends of it.

The client asks with an extended CONNECT (RFC 8441 sections 4 and 5) if the server has announced that it understands one
(section 3). What stood in the TCP connection then stands in DATA frames of the stream, and what FIN was is END_STREAM.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import DataReceived, Event, RequestReceived, ResponseReceived
from h2.settings import SettingCodes

from app.network.plays.tunnel_frames import (
    ACK,
    DATA,
    END_STREAM,
    HEADER,
    HEADERS,
    PREFACE,
    SETTINGS,
    StreamFrame,
    settings_of,
    stream_frames,
)
from app.network.stage import Keys
from protocol.chorus import Moment
from protocol.closing import close_payload
from protocol.frames import Frame, FrameReader, encode_frame
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.network.plays.wires import Wire
    from lessons.model import Scenario
    from protocol.chorus import Values
    from protocol.recording import Recording

KIND: Final = "h2."
"""What the kinds of this play's moments begin with."""

CONNECT_PROTOCOL: Final = int(SettingCodes.ENABLE_CONNECT_PROTOCOL)


class Tunnel:
    """Both ends of the HTTP/2 connection and the WebSocket endpoints behind them; `other` is the conversation over
    HTTP/1.1, with which each frame is compared."""

    def __init__(self, scenario: Scenario, wire: Wire, now: Callable[[], float], other: Recording) -> None:
        self.moments: list[Moment] = []
        self._scenario = scenario
        self._wire = wire
        self._now = now
        self._other = other
        keys = Keys.of(scenario)
        keys.key()
        self._masks = keys.masks()
        self._ends = {role: _end(role, announces=scenario.tunnel.announces) for role in Role}
        self._readers = {role: FrameReader() for role in Role}
        self._stream = 0

    async def run(self) -> None:
        """From the preface to the end of TCP."""
        client, server = self._ends[Role.CLIENT], self._ends[Role.SERVER]
        client.initiate_connection()
        server.initiate_connection()  # SETTINGS come first, then the acknowledgement (RFC 9113 section 3.4)
        for role in (Role.CLIENT, Role.SERVER, Role.CLIENT):
            await self._flush(role)
        if client.remote_settings.enable_connect_protocol == 1:
            if await self._ask() == HTTPStatus.OK:
                await self._talk()
        else:
            self._note("unasked", Role.CLIENT, {"setting": CONNECT_PROTOCOL})
        client.close_connection()
        await self._flush(Role.CLIENT)
        for role in Role:
            await self._wire.end(role)

    async def _ask(self) -> int:
        """The request and the answer, whose status is the result; neither has a key, an Upgrade or a Connection
        header. Origin means what it means over HTTP/1.1 (RFC 8441 section 5)."""
        client, scenario = self._ends[Role.CLIENT], self._scenario
        self._stream = client.get_next_available_stream_id()
        headers = [
            (":method", "CONNECT"),
            (":protocol", "websocket"),
            (":scheme", "http"),
            (":authority", scenario.host),
            (":path", scenario.target),
            ("sec-websocket-version", str(scenario.version)),
        ]
        if scenario.origin is not None:
            headers.append(("origin", scenario.origin))
        client.send_headers(self._stream, headers)
        await self._flush(Role.CLIENT)
        allowed = scenario.server.origins
        foreign = allowed is not None and scenario.origin is not None and scenario.origin not in allowed
        status = HTTPStatus.FORBIDDEN if foreign else HTTPStatus.OK
        self._ends[Role.SERVER].send_headers(self._stream, [(":status", str(int(status)))], end_stream=foreign)
        await self._flush(Role.SERVER)
        return status

    async def _talk(self) -> None:
        """A message and its echo, Close both ways, then the end of the stream; the server ends it first, as TCP."""
        setup = self._scenario.tunnel
        await self._say(Role.CLIENT, Opcode.TEXT, setup.text.encode())
        await self._say(Role.CLIENT, Opcode.CLOSE, close_payload(setup.code))
        for role in (Role.SERVER, Role.CLIENT):
            self._ends[role].end_stream(self._stream)
            await self._flush(role)

    async def _say(self, who: Role, opcode: Opcode, payload: bytes) -> None:
        key = self._masks() if who is Role.CLIENT else None
        self._ends[who].send_data(self._stream, encode_frame(opcode, payload, key=key))
        for frame in await self._flush(who):
            if who is Role.CLIENT:  # the server answers a message and a Close with the same
                await self._say(Role.SERVER, Opcode(frame.opcode), frame.payload)

    async def _flush(self, who: Role) -> list[Frame]:
        """What one end has to say crosses the wire; the WebSocket frames that the other end then has."""
        data = self._ends[who].data_to_send()
        if not data:
            return []
        events = self._ends[who.peer].receive_data(await self._wire.carry(who, data))
        self._tell(who, data, events)
        arrived = b"".join(event.data for event in events if isinstance(event, DataReceived) and event.data)
        return self._readers[who].feed(arrived)

    def _tell(self, who: Role, data: bytes, events: list[Event]) -> None:
        """The moments that these bytes are; `events` is what the library at the other end has read in them."""
        if data.startswith(PREFACE):
            self._note("preface", who, {"size": len(PREFACE), "hex": PREFACE.hex(" ")})
        for frame in stream_frames(data):
            if frame.kind == SETTINGS and not frame.flags & ACK and who is Role.SERVER:
                self._settings(frame)
            elif frame.kind == HEADERS and who is Role.CLIENT:
                self._request(frame, _headers(events))
            elif frame.kind == HEADERS:
                status = int(_headers(events)[":status"])
                self._note("response", who, {"stream": frame.stream, "size": frame.size, "status": status})
            elif frame.kind == DATA:
                self._data(who, frame)

    def _settings(self, frame: StreamFrame) -> None:
        settings = settings_of(frame)
        value, piece = settings.get(CONNECT_PROTOCOL, (0, b""))
        self._note("setting" if value else "missing", Role.SERVER, {
            "setting": CONNECT_PROTOCOL, "value": value, "hex": piece.hex(" "), "count": len(settings),
            "named": ", ".join(map(str, sorted(settings))),
        })  # fmt: skip

    def _request(self, frame: StreamFrame, headers: dict[str, str]) -> None:
        self._note("request", Role.CLIENT, {
            "stream": frame.stream, "size": frame.size, "header_size": HEADER, "count": len(headers),
            "method": headers[":method"], "protocol": headers[":protocol"], "names": ", ".join(headers),
            "headers": "\n".join(f"{name}: {value}" for name, value in headers.items()),
        })  # fmt: skip

    def _data(self, who: Role, frame: StreamFrame) -> None:
        if frame.payload:
            (inner,) = FrameReader().feed(frame.payload)
            self._note("data", who, {
                "stream": frame.stream, "who": who.value, "header": frame.header.hex(" "), "header_size": HEADER,
                "hex": frame.payload.hex(" "), "size": len(frame.payload), "opcode": f"{inner.opcode:X}",
                "text": inner.payload.decode("utf-8", "replace") if inner.opcode == Opcode.TEXT else "Close",
                "same": frame.payload in self._other.wire(who),
            })  # fmt: skip
        if frame.flags & END_STREAM:
            self._note("end", who, {"stream": frame.stream, "who": who.value, "header": frame.header.hex(" ")})

    def _note(self, kind: str, who: Role, values: Values) -> None:
        self.moments.append(Moment(self._now(), KIND + kind, who.value, who, values))


def _end(role: Role, *, announces: bool) -> H2Connection:
    """One end of HTTP/2. Only a server says the setting, and only with the value 1 (RFC 8441 section 3)."""
    end = H2Connection(H2Configuration(client_side=role is Role.CLIENT, header_encoding="utf-8"))
    del end.local_settings[SettingCodes.ENABLE_CONNECT_PROTOCOL]
    if announces and role is Role.SERVER:
        end.local_settings[SettingCodes.ENABLE_CONNECT_PROTOCOL] = 1
        end.local_settings.acknowledge()  # it stands in the first SETTINGS frame
    return end


def _headers(events: list[Event]) -> dict[str, str]:
    """The header fields that were read, by name."""
    read = (event.headers for event in events if isinstance(event, RequestReceived | ResponseReceived))
    return {_text(name): _text(value) for headers in read for name, value in headers}


def _text(part: str | bytes) -> str:
    return part if isinstance(part, str) else part.decode()
