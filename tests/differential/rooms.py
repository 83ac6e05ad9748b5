"""Real opening handshakes between one of our endpoints and one of another library, whoever is the client."""

from __future__ import annotations

from websockets.client import ClientProtocol
from websockets.extensions.permessage_deflate import ClientPerMessageDeflateFactory, ServerPerMessageDeflateFactory
from websockets.http11 import Request, Response
from websockets.server import ServerProtocol
from websockets.uri import parse_uri
from wire_support import KEY, MASK
from wsproto import ConnectionType, WSConnection
from wsproto.events import AcceptConnection
from wsproto.events import Request as WsprotoRequest
from wsproto.extensions import PerMessageDeflate

from protocol.connection import Connection
from protocol.events import Opened
from protocol.extensions import Deflate, DeflateOffer, DeflatePolicy
from protocol.handshake import Offer, Policy
from tests.differential.peers import QUIET, Ours, Peer, Websockets, Wsproto

URI = "ws://server.example.com/chat"
SUBPROTOCOLS = ["chat", "superchat"]


def our_client(offer: DeflateOffer | None) -> Connection:
    asked = Offer("server.example.com", "/chat", KEY, subprotocols=tuple(SUBPROTOCOLS), deflate=offer)
    return Connection.client(asked, lambda: MASK)


def our_server(policy: DeflatePolicy | None) -> Connection:
    return Connection.server(Policy(subprotocols=("superchat",), deflate=policy))


def opened(connection: Connection, data: bytes) -> None:
    assert connection.receive(data) == [Opened("superchat")]


def flags(deflate: Deflate) -> tuple[bool, bool, int, int]:
    return (
        deflate.server_no_context_takeover,
        deflate.client_no_context_takeover,
        deflate.server_max_window_bits,
        deflate.client_max_window_bits,
    )


def offer_of(deflate: Deflate | None) -> DeflateOffer | None:
    return None if deflate is None else DeflateOffer(*flags(deflate))


def policy_of(deflate: Deflate | None) -> DeflatePolicy | None:
    return None if deflate is None else DeflatePolicy(*flags(deflate))


# websockets


def with_websockets_server(asked: Deflate | None, allowed: Deflate | None) -> tuple[Ours, Peer]:
    """Our client asks for `asked`; their server insists on `allowed`."""
    client = our_client(offer_of(asked))
    factories = None if allowed is None else [ServerPerMessageDeflateFactory(*flags(allowed))]
    server = ServerProtocol(extensions=factories, subprotocols=["superchat"], logger=QUIET)
    client.connect()
    server.receive_data(client.bytes_to_send())
    (request,) = server.events_received()
    assert isinstance(request, Request)
    server.send_response(server.accept(request))
    opened(client, b"".join(server.data_to_send()))
    return Ours(client), Websockets(server)


def with_websockets_client(asked: Deflate | None, allowed: Deflate | None) -> tuple[Ours, Peer]:
    """Their client asks for `asked`; our server insists on `allowed`."""
    server = our_server(policy_of(allowed))
    factories = None if asked is None else [ClientPerMessageDeflateFactory(*flags(asked))]
    client = ClientProtocol(parse_uri(URI), extensions=factories, subprotocols=SUBPROTOCOLS, logger=QUIET)
    client.send_request(client.connect())
    opened(server, b"".join(client.data_to_send()))
    client.receive_data(server.bytes_to_send())
    (response,) = client.events_received()
    assert isinstance(response, Response)
    assert client.handshake_exc is None
    assert client.subprotocol == "superchat"
    return Ours(server), Websockets(client)


# wsproto


def extension_of(deflate: Deflate | None) -> list[PerMessageDeflate]:
    if deflate is None:
        return []
    server_fresh, client_fresh, server_bits, client_bits = flags(deflate)
    return [PerMessageDeflate(client_fresh, client_bits, server_fresh, server_bits)]


def with_wsproto_server(asked: Deflate | None, allowed: Deflate | None) -> tuple[Ours, Peer]:
    """Our client asks for `asked`; their server is set to `allowed`."""
    client = our_client(offer_of(asked))
    server = WSConnection(ConnectionType.SERVER)
    client.connect()
    server.receive_data(client.bytes_to_send())
    (request,) = server.events()
    assert isinstance(request, WsprotoRequest)
    opened(client, server.send(AcceptConnection(subprotocol="superchat", extensions=extension_of(allowed))))
    return Ours(client), Wsproto(server)


def with_wsproto_client(asked: Deflate | None, allowed: Deflate | None) -> tuple[Ours, Peer]:
    """Their client asks for `asked`; our server insists on `allowed`."""
    server = our_server(policy_of(allowed))
    client = WSConnection(ConnectionType.CLIENT)
    request = WsprotoRequest("server.example.com", "/chat", subprotocols=SUBPROTOCOLS, extensions=extension_of(asked))
    opened(server, client.send(request))
    client.receive_data(server.bytes_to_send())
    (accepted,) = client.events()
    assert isinstance(accepted, AcceptConnection)
    assert accepted.subprotocol == "superchat"
    return Ours(server), Wsproto(client)
