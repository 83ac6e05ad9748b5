"""Both ends of a TCP connection over loopback, for plays that need no listening server."""

from __future__ import annotations

import socket

from app.reasons import QT_TRANSLATE_NOOP, SaidError, reason

LOOPBACK = "127.0.0.1"


class NetworkError(SaidError, OSError):
    """The network did not let us run: one sentence that says what to do."""

    context = "network"


NO_PORT = QT_TRANSLATE_NOOP("network", "No port of {host} can be opened ({reason}): lessons need TCP on this machine.")
PORT_TAKEN = QT_TRANSLATE_NOOP(
    "network",
    "The port {port} on {host} cannot be used ({reason}): end the program that holds it or choose another port.",
)


def tcp_pair(port: int = 0) -> tuple[socket.socket, socket.socket]:
    """Both ends of a TCP connection over loopback: the client's socket and the server's. Raises NetworkError.

    The system completes the connection by itself, so that nobody waits here. Other programs may call the port as well;
    nobody talks to them.
    """
    try:
        with socket.create_server((LOOPBACK, port)) as listening:
            client = socket.create_connection(listening.getsockname()[:2])
            while True:
                server, caller = listening.accept()
                if caller == client.getsockname():
                    for sock in (client, server):  # what is written goes out at once, as asyncio's own sockets do it
                        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                    return client, server
                server.close()
    except OSError as error:
        sentence = PORT_TAKEN if port else NO_PORT
        raise NetworkError(sentence, port=str(port), host=LOOPBACK, reason=reason(error)) from error


def address_of(sock: socket.socket) -> str:
    """The address of our end, as `host:port`."""
    host, port = sock.getsockname()
    return f"{host}:{port}"
