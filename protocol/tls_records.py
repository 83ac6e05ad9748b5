"""What of TLS stands on the wire in the clear: the header of each record (RFC 8446 section 5.1).

    content type   1 byte    20 change_cipher_spec, 21 alert, 22 handshake, 23 application_data
    version        2 bytes   03 01 in the first ClientHello, else 03 03, whatever was agreed on
    length         2 bytes   of what follows, most significant first

In TLS 1.3 nearly everything after the ServerHello is of type 23, whatever it is: the real type is the last byte of what
was encrypted, and a tag of 16 bytes follows (section 5.2). So a record is 22 bytes longer than what it carries, if
nothing was added to hide the length. Whoever has no key sees types, lengths and times.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

HEADER: Final = 5
"""Bytes of a record's header."""

TAG: Final = 16
"""Bytes of the authentication tag: the same for every cipher suite of TLS 1.3 but one that nobody uses on the web."""

INNER_TYPE: Final = 1
"""The byte after the content that says what it is."""

OVERHEAD: Final = HEADER + INNER_TYPE + TAG
"""How many bytes longer than its content a protected record of TLS 1.3 is."""

HANDSHAKE: Final = 22
APPLICATION_DATA: Final = 23

NAMES: Final = {20: "change_cipher_spec", 21: "alert", 22: "handshake", 23: "application_data"}
"""RFC 8446 section 5.1: ContentType."""


@dataclass(frozen=True, slots=True)
class TlsRecord:
    """One record at `offset` of its sender's stream: what its header says, and all its bytes."""

    offset: int
    type: int
    version: int
    raw: bytes

    @property
    def size(self) -> int:
        """Its bytes, the header included."""
        return len(self.raw)

    @property
    def length(self) -> int:
        """What its header says that follows."""
        return len(self.raw) - HEADER

    @property
    def name(self) -> str:
        """What its header says that it is."""
        return NAMES.get(self.type, "unknown")


def read_records(stream: bytes) -> tuple[TlsRecord, ...]:
    """The whole records at the start of a stream; what is no record ends it."""
    records: list[TlsRecord] = []
    at = 0
    while at + HEADER <= len(stream):
        kind, version = stream[at], int.from_bytes(stream[at + 1 : at + 3], "big")
        stop = at + HEADER + int.from_bytes(stream[at + 3 : at + 5], "big")
        if kind not in NAMES or version >> 8 != 3 or stop > len(stream):
            break
        records.append(TlsRecord(at, kind, version, stream[at:stop]))
        at = stop
    return tuple(records)


def server_name(record: TlsRecord) -> str:
    """The name in a ClientHello that fills its record (RFC 8446 section 4.1.2, RFC 6066 section 3); nothing if there is
    none."""
    data = record.raw[HEADER:]
    if record.type != HANDSHAKE or data[:1] != b"\x01":
        return ""
    at = 4 + 2 + 32  # handshake header, legacy_version, random
    for size in (1, 2, 1):  # legacy_session_id, cipher_suites, legacy_compression_methods
        at += size + int.from_bytes(data[at : at + size], "big")
    at += 2
    while at + 4 <= len(data):
        kind, size = int.from_bytes(data[at : at + 2], "big"), int.from_bytes(data[at + 2 : at + 4], "big")
        if kind == 0:
            # A list of one name: the length of the list, the type of the name, its length.
            return data[at + 9 : at + 4 + size].decode("ascii", "replace")
        at += 4 + size
    return ""
