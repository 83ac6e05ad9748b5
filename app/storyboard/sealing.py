"""What TLS draws by lot, made the same every time: keys, signatures, and so every byte that is sealed.

    ClientHello, ServerHello   random, session ID and key share are drawn (RFC 8446 section 4.1); they are overwritten
    records of type 23         sealed with those keys; overwritten, header and length stay
    Certificate and            hold a signature (ECDSA, 70 to 72 bytes in DER, now and then less), the certificate also
    CertificateVerify          a serial number: their records get one length

What fills the places is a stream of bytes from SHA-256: nobody without a key could tell it from the real ones. Lengths
of all other records, their order and what is inside them are those of the run.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from protocol.recording import Entry, Kind, Recording
from protocol.tls_records import APPLICATION_DATA, HANDSHAKE, HEADER, INNER_TYPE, TAG, read_records
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from protocol.chorus import Moment, Played
    from protocol.tls_records import TlsRecord

SEALED: Final = "sealed"
"""The kind of the moments that say where the bytes of a write stand."""

RANDOM: Final = range(HEADER + 6, HEADER + 38)
"""Behind the header of the message (4 bytes) and the version (2)."""

KEY_SHARE: Final = 51
"""The extension that carries the public key of one side (RFC 8446 section 4.2.8)."""

VERIFY: Final = 4 + 2 + 2 + 72 + INNER_TYPE + TAG
"""The length of a CertificateVerify record with a signature of 72 bytes: header of the message, algorithm, length of
the signature, the signature, and what the record adds."""

ROUND: Final = 16
"""The certificate's record is as long as the next multiple of this."""

Places = dict[int, int]
"""Where the records of one sender begin and end: in the run, and in the rewritten stream."""


def with_same_seals(played: Played) -> Played:
    """The same play; connections that are TLS have the bytes that they have every time."""
    connections, places = dict(played.connections), dict[Role, Places]()
    for name in sorted(played.silent):
        recording = connections[name]
        streams = {role: read_records(recording.wire(role)) for role in Role}
        if any(sum(one.size for one in streams[role]) != recording.size(role) for role in Role):
            continue  # no TLS
        rewritten = {role: _rewritten(streams[role], role) for role in Role}
        places = {role: _places(streams[role], rewritten[role]) for role in Role}
        wires = {role: b"".join(rewritten[role]) for role in Role}
        connections[name] = _recording(recording, wires, places)
    moments = tuple(_moved(moment, places[moment.role]) if _stands(moment, places) else moment
                    for moment in played.moments)  # fmt: skip
    return replace(played, connections=connections, moments=moments)


def _rewritten(records: tuple[TlsRecord, ...], who: Role) -> list[bytes]:
    """The records of a sender as they are every time."""
    sealed = 0
    found = []
    for number, record in enumerate(records):
        raw = record.raw
        if record.type == HANDSHAKE:
            raw = _hello(bytearray(raw), who)
        elif record.type == APPLICATION_DATA:
            length = _length(record.length, sealed, who)
            raw = raw[:3] + length.to_bytes(2, "big") + _filler(f"{who.value} {number}", length)
            sealed += 1
        found.append(raw)
    return found


def _length(length: int, sealed: int, who: Role) -> int:
    """A server seals EncryptedExtensions, Certificate, CertificateVerify and Finished, in this order (section 2)."""
    if who is Role.SERVER and sealed == 1:
        return -(-length // ROUND) * ROUND
    return max(length, VERIFY) if who is Role.SERVER and sealed == 2 else length


def _hello(raw: bytearray, who: Role) -> bytes:
    """A ClientHello or ServerHello with another random, session ID and key share."""
    session = range(RANDOM.stop + 1, RANDOM.stop + 1 + raw[RANDOM.stop])
    for place in (RANDOM, session, *_key_shares(raw, session.stop, who)):
        # the session ID of a server repeats the client's
        name = "session" if place is session else f"{who.value} hello {place.start}"
        raw[place.start : place.stop] = _filler(name, len(place))
    return bytes(raw)


def _key_shares(raw: bytearray, at: int, who: Role) -> Iterator[range]:
    """Where the public keys stand; `at` is the byte after the session ID."""
    if who is Role.CLIENT:
        at += 2 + int.from_bytes(raw[at : at + 2], "big")  # cipher suites
        at += 1 + raw[at]  # compression methods
    else:
        at += 3  # the chosen ones
    at += 2  # the length of all extensions
    while at + 4 <= len(raw):
        kind, size = (int.from_bytes(raw[at + step : at + step + 2], "big") for step in (0, 2))
        at += 4
        if kind == KEY_SHARE:
            start = at + (2 if who is Role.CLIENT else 0)
            while start + 4 <= at + size:
                length = int.from_bytes(raw[start + 2 : start + 4], "big")
                yield range(start + 4, min(start + 4 + length, at + size))
                start += 4 + length
        at += size


def _filler(name: str, size: int) -> bytes:
    blocks = (sha256(f"{name} {number}".encode()).digest() for number in range(size // 32 + 1))
    return b"".join(blocks)[:size]


def _places(old: tuple[TlsRecord, ...], new: list[bytes]) -> Places:
    places, at = {0: 0}, 0
    for record, raw in zip(old, new, strict=True):
        at += len(raw)
        places[record.offset + record.size] = at
    return places


def _recording(recording: Recording, wires: dict[Role, bytes], places: dict[Role, Places]) -> Recording:
    """The recording with other bytes: whole records were written and read at once."""
    fresh = Recording(recording.setup, recording.reads)
    sent, read = dict.fromkeys(Role, 0), dict.fromkeys(Role, 0)
    for entry in recording:
        way = sent if entry.kind is Kind.DATA else read
        start = way[entry.who]
        way[entry.who] += entry.size
        new = places[entry.who]
        if entry.size and start in new and way[entry.who] in new:
            first, stop = new[start], new[way[entry.who]]
            data = wires[entry.who][first:stop] if entry.kind is Kind.DATA else b""
            fresh.append(Entry(entry.time, entry.who, entry.kind, data, stop - first))
        else:
            fresh.append(entry)
    return fresh


def _stands(moment: Moment, places: dict[Role, Places]) -> bool:
    return moment.kind == SEALED and moment.role in places and moment.values["stop"] in places[moment.role]


def _moved(moment: Moment, places: Places) -> Moment:
    """The moment with the new places of its bytes."""
    start, stop = (places[int(moment.values[name])] for name in ("start", "stop"))
    return replace(moment, values={**moment.values, "start": start, "stop": stop, "size": stop - start})
