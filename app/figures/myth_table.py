"""The claims that the figure `myth` puts to the test: what is said, what is done about it, what is true, and where that
stands. The texts are translated when they are drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from app.figures import myth_ends, myth_frames, myth_handshake
from app.reasons import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.figures.myth_seen import Evidence, Seen

Verdict = Literal["wrong", "half"]
"""A claim that is wrong, or half true."""


@dataclass(frozen=True, slots=True)
class Myth:
    """One claim. `evidence` reads the run that was made for it."""

    id: str
    claim: str
    done: str
    truth: str
    clauses: tuple[str, ...]
    verdict: Verdict
    evidence: Callable[[Seen], Evidence]
    framed: bool = True
    """Whether the bytes of a frame belong to what is seen."""


MYTHS: Final = (
    Myth(
        "heartbeat",
        QT_TRANSLATE_NOOP("figures", "The protocol has no heartbeat"),
        QT_TRANSLATE_NOOP("figures", "A server’s program asks every few seconds whether the client is still there."),
        QT_TRANSLATE_NOOP(
            "figures",
            "Ping and pong are there, and every ping must be answered. When to ping is up to the program.",
        ),
        ("RFC 6455 §5.5.2",),
        "half",
        myth_frames.heartbeat,
    ),
    Myth(
        "key",
        QT_TRANSLATE_NOOP("figures", "The key keeps intruders out"),
        QT_TRANSLATE_NOOP("figures", "A client without cookie, password or token asks with a key of its own choice."),
        QT_TRANSLATE_NOOP(
            "figures",
            "The key shows that the server has understood the request. Who the client is, it has to learn otherwise.",
        ),
        ("RFC 6455 §1.3", "§10.5"),
        "wrong",
        myth_handshake.key,
        framed=False,
    ),
    Myth(
        "reconnect",
        QT_TRANSLATE_NOOP("figures", "WebSocket reconnects by itself"),
        QT_TRANSLATE_NOOP("figures", "The server drops TCP. Time goes by, and nobody’s program does anything."),
        QT_TRANSLATE_NOOP(
            "figures",
            "CLOSED is the end of a connection. A program that wants another one opens it, after a random while.",
        ),
        ("RFC 6455 §7.2.3",),
        "wrong",
        myth_handshake.reconnect,
        framed=False,
    ),
    Myth(
        "gzip",
        QT_TRANSLATE_NOOP("figures", "Messages are compressed with gzip"),
        QT_TRANSLATE_NOOP("figures", "Both sides agree on permessage-deflate, and the client sends a text."),
        QT_TRANSLATE_NOOP(
            "figures",
            "They can be, if both sides agreed on it: with bare DEFLATE, without the header and the checksum of gzip.",
        ),
        ("RFC 7692 §7.2.1", "RFC 1952 §2.3"),
        "half",
        myth_frames.compressed,
    ),
    Myth(
        "big",
        QT_TRANSLATE_NOOP("figures", "Big messages are always split into frames"),
        QT_TRANSLATE_NOOP("figures", "The client sends a long text, all at once."),
        QT_TRANSLATE_NOOP(
            "figures",
            "One frame can hold nearly 2⁶³ bytes. A sender may split a message into several frames, and need not.",
        ),
        ("RFC 6455 §5.2", "§5.4"),
        "wrong",
        myth_frames.big,
    ),
    Myth(
        "order",
        QT_TRANSLATE_NOOP("figures", "HTTP sends its packets out of order, WebSocket keeps them in order"),
        QT_TRANSLATE_NOOP("figures", "The request and then a frame leave the client in several TCP segments."),
        QT_TRANSLATE_NOOP(
            "figures",
            "Both ride on the same TCP connection, and TCP hands its bytes on in the order in which they were written.",
        ),
        ("RFC 9293 §2.2",),
        "wrong",
        myth_handshake.order,
        framed=False,
    ),
    Myth(
        "1006",
        QT_TRANSLATE_NOOP("figures", "1006 is sent to the peer"),
        QT_TRANSLATE_NOOP("figures", "The client drops TCP without a Close frame."),
        QT_TRANSLATE_NOOP(
            "figures",
            "It must not stand in any Close frame. Each end tells it to its own program when it has received no Close.",
        ),
        ("RFC 6455 §7.1.5", "§7.4.1"),
        "wrong",
        myth_ends.never_sent,
        framed=False,
    ),
    Myth(
        "http2",
        QT_TRANSLATE_NOOP("figures", "HTTP/2 has no Upgrade, so no WebSocket"),
        QT_TRANSLATE_NOOP(
            "figures", "One conversation twice: over HTTP/1.1, and in a stream of a real HTTP/2 connection."
        ),
        QT_TRANSLATE_NOOP(
            "figures",
            "HTTP/2 has no Upgrade. An extended CONNECT makes one stream the way, and the frames on it are the same.",
        ),
        ("RFC 8441 §5", "RFC 9113 §8.6"),
        "half",
        myth_handshake.http2,
    ),
    Myth(
        "setting",
        QT_TRANSLATE_NOOP("figures", "Every HTTP/2 server takes WebSocket"),
        QT_TRANSLATE_NOOP("figures", "A client meets a server of WebSocket: over HTTP/1.1, and then over HTTP/2."),
        QT_TRANSLATE_NOOP(
            "figures",
            "Only one whose settings say so: ENABLE_CONNECT_PROTOCOL is 1. Without that a client may not ask.",
        ),
        ("RFC 8441 §3",),
        "wrong",
        myth_handshake.unannounced,
        framed=False,
    ),
    Myth(
        "streams",
        QT_TRANSLATE_NOOP("figures", "One connection multiplexes many streams"),
        QT_TRANSLATE_NOOP("figures", "The client begins a second text before the first one has ended."),
        QT_TRANSLATE_NOOP(
            "figures",
            "Each direction carries one message after the other. Between its fragments only control frames may come.",
        ),
        ("RFC 6455 §5.4",),
        "wrong",
        myth_frames.streams,
    ),
    Myth(
        "origin",
        QT_TRANSLATE_NOOP("figures", "WebSocket obeys the same-origin policy"),
        QT_TRANSLATE_NOOP("figures", "A page of another origin connects to a server that does not look at Origin."),
        QT_TRANSLATE_NOOP(
            "figures",
            "A page may connect to any origin, and read. The browser adds Origin; the server has to refuse.",
        ),
        ("RFC 6455 §10.2",),
        "wrong",
        myth_handshake.origin,
        framed=False,
    ),
    Myth(
        "masking",
        QT_TRANSLATE_NOOP("figures", "Masking encrypts"),
        QT_TRANSLATE_NOOP(
            "figures", "The client sends a masked text. Its frame is read as anybody on the way can read it."
        ),
        QT_TRANSLATE_NOOP(
            "figures",
            "The key stands in the frame. It makes bytes unpredictable, for proxies’ sake; secrecy is TLS’s task.",
        ),
        ("RFC 6455 §5.3", "§10.3"),
        "wrong",
        myth_frames.masking,
    ),
    Myth(
        "zero",
        QT_TRANSLATE_NOOP("figures", "Close codes run from 0"),
        QT_TRANSLATE_NOOP("figures", "The client’s program ends with the code that means success elsewhere."),
        QT_TRANSLATE_NOOP(
            "figures",
            "The first code is 1000, and that is the normal end. 0 to 999 are not used, and this server says so.",
        ),
        ("RFC 6455 §7.4.2",),
        "wrong",
        myth_ends.zero,
    ),
    Myth(
        "network",
        QT_TRANSLATE_NOOP("figures", "If the network fails, onclose fires at once"),
        QT_TRANSLATE_NOOP("figures", "The network loses everything from now on. Then the client sends again."),
        QT_TRANSLATE_NOOP(
            "figures",
            "A connection is closed when TCP is closed. An end that hears nothing does not know, unless it asks.",
        ),
        ("RFC 6455 §7.1.4",),
        "wrong",
        myth_ends.network,
    ),
    Myth(
        "frames",
        QT_TRANSLATE_NOOP("figures", "Every frame is one message"),
        QT_TRANSLATE_NOOP("figures", "The client sends a text in three fragments, with a ping in between."),
        QT_TRANSLATE_NOOP(
            "figures",
            "A message is one frame or more, and FIN ends it. A control frame is no message: no program gets it.",
        ),
        ("RFC 6455 §5.4", "§5.5"),
        "wrong",
        myth_frames.fragments,
    ),
    Myth(
        "first",
        QT_TRANSLATE_NOOP("figures", "The server must wait for a request"),
        QT_TRANSLATE_NOOP("figures", "The connection is open, the client says nothing, and the server has news."),
        QT_TRANSLATE_NOOP(
            "figures",
            "After the handshake each side sends when it likes. There is one HTTP request: the handshake itself.",
        ),
        ("RFC 6455 §1.2",),
        "wrong",
        myth_ends.first,
    ),
)
"""In the order of the lesson."""

BY_ID: Final = {myth.id: myth for myth in MYTHS}
