"""The answer to a key: base64(SHA-1(key + GUID)) (RFC 6455 sections 1.3 and 4.2.2, item 5.4).

The key is used as the text that stands in the header, not as the 16 bytes it decodes to. Only a server that
knows this recipe can give the right value, so that no client takes an answer meant for other protocols, or
one from a cache, for a WebSocket; it is no proof of identity and keeps no secret (section 10.8).

A key has 24 characters and the GUID 36: 60 bytes. SHA-1 adds 0x80, zeros and the length, at least 9 bytes, so
the 60 bytes become two blocks of 64.
"""

from __future__ import annotations

from dataclasses import dataclass

from protocol.base64 import Group, decode, encode, encode_steps
from protocol.sha1 import Sha1Trace, sha1, sha1_trace
from protocol.vocabulary import GUID


@dataclass(frozen=True, slots=True)
class AcceptTrace:
    """Every step from the key to the accept value: the joined text, SHA-1 open, the digest, base64 open."""

    key: str
    guid: str
    joined: bytes
    sha1: Sha1Trace
    digest: bytes
    groups: tuple[Group, ...]
    accept: str


def accept_value(key: str, guid: str = GUID) -> str:
    """The value of Sec-WebSocket-Accept for this Sec-WebSocket-Key, 28 characters."""
    return encode(sha1(join(key, guid)))


def accept_trace(key: str, guid: str = GUID) -> AcceptTrace:
    """The same value with every step on the way to it."""
    joined = join(key, guid)
    trace = sha1_trace(joined)
    groups = encode_steps(trace.digest)
    accept = "".join(group.characters for group in groups)
    return AcceptTrace(key, guid, joined, trace, trace.digest, groups, accept)


def join(key: str, guid: str = GUID) -> bytes:
    """The bytes that are hashed. A header is bytes, read as latin-1, so that any header value comes back as
    it was; text that no header can carry raises UnicodeEncodeError, which is a ValueError."""
    return (key + guid).encode("latin-1")


def key_bytes(key: str) -> bytes | None:
    """The 16 bytes that a key stands for, or None if it does not (section 4.2.1, item 5)."""
    try:
        data = decode(key)
    except ValueError:
        return None
    return data if len(data) == 16 else None
