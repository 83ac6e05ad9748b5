"""What reading a file can say besides its connections: an error that ends it, or remarks on what was read.

A remark never stops the reading: it names what is no WebSocket, what is missing and where a file breaks off. Sentences
are templates with values, so that a window can say them in the reader's language (context `files`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar, Final, Literal

from app.reasons import QT_TRANSLATE_NOOP, SaidError


class CaptureError(SaidError):
    """A file that cannot be opened at all: what, where, and what to do."""

    context = "files"


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence about a file: `source` with `values` filled in. `talk` is the number of the one it is about.

    `kind` is `note` for what is as it should be, `lack` for what the capture does not hold, `damage` for a file that
    is not whole."""

    context: ClassVar[str] = "files"

    source: str
    values: dict[str, str] = field(default_factory=dict)
    kind: Literal["note", "lack", "damage"] = "note"
    talk: int | None = None

    def __str__(self) -> str:
        return self.source.format(**self.values)


Say = Callable[[Remark], object]
"""Takes each remark when it is made."""

UNREADABLE: Final = QT_TRANSLATE_NOOP("files", "“{path}” cannot be read: {reason}.")
UNKNOWN: Final = QT_TRANSLATE_NOOP(
    "files",
    "“{path}” is none of pcap, pcapng, HAR and recordings of this program; it begins with {begin}. "
    "Save it in one of these formats and open that.",
)
EMPTY: Final = QT_TRANSLATE_NOOP("files", "“{path}” is empty: there is nothing to open.")
COMPRESSED: Final = QT_TRANSLATE_NOOP(
    "files", "“{path}” is compressed with {method}, which is not read here; decompress it and open that."
)
BAD_GZIP: Final = QT_TRANSLATE_NOOP("files", "“{path}” begins like a gzip file but cannot be decompressed.")
SHORT_HEAD: Final = QT_TRANSLATE_NOOP("files", "“{path}” ends within its file header: no packet is in it.")
BAD_SECTION: Final = QT_TRANSLATE_NOOP(
    "files", "“{path}” begins like a pcapng file, but the section header at byte 0 has no known byte order."
)
NO_HAR: Final = QT_TRANSLATE_NOOP(
    "files", "“{path}” is JSON, but neither a HAR (an object “log” with “entries”) nor a recording of this program."
)
BAD_RECORDING: Final = QT_TRANSLATE_NOOP(
    "files", "“{path}”, line 1: it is a recording, but not one of the version that this program reads."
)

CUT_SHORT: Final = QT_TRANSLATE_NOOP(
    "files", "The file breaks off inside the packet at byte {at}; everything before it was read."
)
BAD_LENGTH: Final = QT_TRANSLATE_NOOP(
    "files", "The length {length} at byte {at} cannot be; everything before it was read, nothing after it."
)
BAD_ORDER: Final = QT_TRANSLATE_NOOP(
    "files", "The section at byte {at} has no known byte order; everything before it was read, nothing after it."
)
GZIP_BREAKS: Final = QT_TRANSLATE_NOOP(
    "files", "The compressed data breaks off or is damaged; what could be decompressed was read."
)
NO_INTERFACE: Final = QT_TRANSLATE_NOOP("files", "Packets of an interface that the file does not describe: {count}.")
BAD_LINE: Final = QT_TRANSLATE_NOOP("files", "Line {line} is no entry; everything before it was read.")
BAD_JSON: Final = QT_TRANSLATE_NOOP(
    "files", "The JSON cannot be read at character {at}; everything before it was read."
)
READING_STOPS: Final = QT_TRANSLATE_NOOP("files", "The file could not be read any further: {reason}.")

LINKS: Final = QT_TRANSLATE_NOOP("files", "Packets of link types that are not read here ({types}): {count}.")
NOT_TCP: Final = QT_TRANSLATE_NOOP("files", "Packets that are no TCP: {count}.")
BAD_PACKETS: Final = QT_TRANSLATE_NOOP("files", "Packets whose headers are damaged or cut off: {count}.")
FRAGMENTS: Final = QT_TRANSLATE_NOOP("files", "IP packets of which a fragment is missing: {count}.")
DROPPED: Final = QT_TRANSLATE_NOOP("files", "Packets that the capturing program reports as lost: {count}.")
CUT_PACKETS: Final = QT_TRANSLATE_NOOP(
    "files", "Packets that were captured in part only (a snapshot length was set): {count}. Their rest is a gap."
)
BACKWARDS: Final = QT_TRANSLATE_NOOP(
    "files",
    "Packets that are older than what came before them on their connection: {count}. They are shown at its time.",
)
REPEATED: Final = QT_TRANSLATE_NOOP("files", "TCP segments that were sent again: {count}. They are shown once.")
DIFFERING: Final = QT_TRANSLATE_NOOP(
    "files",
    "Repeated or overlapping TCP segments carry other bytes than the first time: {count}. The first bytes count.",
)
STRAY: Final = QT_TRANSLATE_NOOP("files", "TCP segments far outside their connection, left out: {count}.")
PLAIN_HTTP: Final = QT_TRANSLATE_NOOP("files", "Connections of plain HTTP, without a WebSocket: {count}.")
TLS: Final = QT_TRANSLATE_NOOP(
    "files", "Connections of TLS: {count}. What they say is encrypted and cannot be told without their keys."
)
HTTP2: Final = QT_TRANSLATE_NOOP("files", "Connections of HTTP/2, which is not read here: {count}.")
OTHER: Final = QT_TRANSLATE_NOOP("files", "Connections of other protocols: {count}.")
SILENT: Final = QT_TRANSLATE_NOOP("files", "TCP connections without any data: {count}.")
TOO_MANY: Final = QT_TRANSLATE_NOOP("files", "WebSocket connections beyond the first {limit}, left out: {count}.")
NO_WEBSOCKET: Final = QT_TRANSLATE_NOOP("files", "There is no WebSocket connection in this file.")

BY_MASK: Final = QT_TRANSLATE_NOOP(
    "files",
    "The opening handshake of connection {talk} is not in the capture: nobody knows what was negotiated. Who is the "
    "client was told by the masks.",
)
BY_PORT: Final = QT_TRANSLATE_NOOP(
    "files",
    "The opening handshake of connection {talk} is not in the capture: nobody knows what was negotiated. Who is the "
    "client was told by the port numbers.",
)
BY_SYN: Final = QT_TRANSLATE_NOOP(
    "files",
    "The opening handshake of connection {talk} is not in the capture: nobody knows what was negotiated. Who is the "
    "client was told by who opened TCP.",
)
BY_HEAD: Final = QT_TRANSLATE_NOOP(
    "files",
    "The opening handshake of connection {talk} is not whole in the capture: nobody knows what was negotiated. Who is "
    "the client was told by an HTTP head.",
)
SKIPPED_BYTES: Final = QT_TRANSLATE_NOOP(
    "files", "Connection {talk}: {count} bytes before the first frame that begins in the capture were left out."
)
PAGES: Final = QT_TRANSLATE_NOOP(
    "files", "Connection {talk}: {count} HTTP requests on the same TCP connection before it were left out."
)
TUNNEL: Final = QT_TRANSLATE_NOOP("files", "Connection {talk} runs inside a tunnel through a proxy ({target}).")

REBUILT: Final = QT_TRANSLATE_NOOP(
    "files",
    "Connection {talk} was rebuilt from a HAR, which holds messages and no bytes: masking keys, fragments, "
    "compression, pings and pongs are not in it. Its frames were made anew, with keys of our own, and are not judged.",
)
ADDED: Final = QT_TRANSLATE_NOOP(
    "files", "Connection {talk}: header lines that the HAR lacks were added, so that its handshake is whole: {names}."
)
NO_MESSAGES: Final = QT_TRANSLATE_NOOP(
    "files", "Connection {talk}: the HAR has its handshake but no messages; the browser did not export them."
)
BAD_MESSAGES: Final = QT_TRANSLATE_NOOP("files", "Connection {talk}: messages of the HAR that cannot be read: {count}.")
