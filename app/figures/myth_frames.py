"""What the experiments of the figure `myth` show about frames and messages."""

from __future__ import annotations

import gzip
import zlib
from typing import TYPE_CHECKING, Final

from app.figures.myth_seen import Evidence, Row, quoted
from app.figures.tokens import opcode_word
from protocol.masking import mask
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    from app.figures.myth_seen import Seen
    from protocol.frames import Frame

CLIENT, SERVER = Role.CLIENT, Role.SERVER

GZIP: Final = gzip.compress(b"")[:2]
"""ID1 and ID2 (RFC 1952 section 2.3.1)."""
TAIL: Final = b"\x00\x00\xff\xff"
"""What a sender takes away and a receiver puts back (RFC 7692 section 7.2)."""


def heartbeat(seen: Seen) -> Evidence:
    """A ping comes every few seconds, and every one is answered."""
    words = seen.words
    pings, pongs = seen.frames(SERVER, Opcode.PING), seen.frames(CLIENT, Opcode.PONG)
    gap = pings[1].time - pings[0].time if len(pings) > 1 else 0.0
    every = words.translate("figures", "{seconds} s").format(seconds=f"{gap:.0f}") if gap else ""
    rows = (
        Row(words.translate("figures", "Opcode of the server’s ping"), f"{pings[0].frame.opcode:X}" if pings else ""),
        Row(words.translate("figures", "Opcode of the client’s pong"), f"{pongs[0].frame.opcode:X}" if pongs else ""),
        Row(words.translate("figures", "From one ping to the next"), every),
        Row(words.translate("figures", "Pings so far"), str(len(pings)) if pings else ""),
        Row(words.translate("figures", "Pongs so far"), str(len(pongs)) if pongs else ""),
        Row(
            words.translate("figures", "Messages that a program got of it"),
            str(len(seen.messages(SERVER)) + len(seen.messages(CLIENT))) if pongs else "",
        ),
    )
    return Evidence(
        rows, len(pings) > 1 and len(pings) == len(pongs), _strip(pings[0].frame, SERVER) if pings else None
    )


def compressed(seen: Seen) -> Evidence:
    """The payload is raw DEFLATE: no tool for gzip reads it."""
    words, response, frame = seen.words, seen.response, seen.sent(CLIENT, 0)
    agreed = (response.get("Sec-WebSocket-Extensions") or "") if response is not None else ""
    text = _inflated(frame.payload) if frame is not None else None
    reads = _gunzipped(frame.payload) if frame is not None else False
    as_gzip = words.translate("figures", "read") if reads else words.translate("figures", "an error: no gzip")
    rows = (
        Row(words.translate("figures", "Agreed in the handshake"), agreed.split(";")[0], mono=True),
        Row(words.translate("figures", "RSV1 of the frame"), str(frame.rsv >> 2) if frame is not None else ""),
        Row(words.translate("figures", "Every gzip file begins with"), GZIP.hex(" ") if frame else "", mono=True),
        Row(
            words.translate("figures", "The payload begins with"),
            frame.payload[:2].hex(" ") if frame else "",
            mono=True,
        ),
        Row(words.translate("figures", "Read as gzip"), as_gzip if frame is not None else ""),
        Row(words.translate("figures", "Read as raw DEFLATE"), _deflated(seen, text, frame)),
    )
    shows = bool(agreed) and not reads and bool(text) and frame is not None and not frame.payload.startswith(GZIP)
    return Evidence(rows, shows, _strip(frame, CLIENT))


def _deflated(seen: Seen, text: str | None, frame: Frame | None) -> str:
    if not text or frame is None:
        return ""
    told = seen.words.translate("figures", "“{text}”, {before} bytes become {after}")
    return told.format(text=text, before=len(text.encode()), after=len(frame.payload))


def _inflated(payload: bytes) -> str | None:
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(payload + TAIL).decode("utf-8", "replace")
    except zlib.error:
        return None


def _gunzipped(payload: bytes) -> bool:
    try:
        return bool(gzip.decompress(payload))
    except (OSError, EOFError, zlib.error):
        return False


def big(seen: Seen) -> Evidence:
    """A long message in one frame."""
    words, data = seen.words, seen.data(CLIENT)
    frame, delivered = (data[0] if data else None), seen.messages(CLIENT)
    field = words.translate("figures", "{short}, then {bits} bits: {length}")
    form = (
        field.format(short=frame.header[1] & 0x7F, bits=frame.length_form, length=f"{frame.length:,}") if frame else ""
    )
    rows = (
        Row(words.translate("figures", "FIN of the first data frame"), str(int(frame.fin)) if frame else ""),
        Row(words.translate("figures", "Its length field"), form),
        Row(words.translate("figures", "Bytes of its header"), str(len(frame.header)) if frame else ""),
        Row(words.translate("figures", "Frames of the message"), str(len(delivered[0].frames)) if delivered else ""),
        Row(words.translate("figures", "Bytes delivered"), f"{len(delivered[0].payload):,}" if delivered else ""),
    )
    shows = bool(delivered) and len(delivered[0].frames) == 1 and len(delivered[0].payload) >= 2**16
    return Evidence(rows, shows, _strip(frame, CLIENT))


def streams(seen: Seen) -> Evidence:
    """A second message cannot begin inside the first, for a frame has no place to say whose it is."""
    words, first, second = seen.words, seen.sent(CLIENT, 0), seen.sent(CLIENT, 1)
    names = [field.name for field in second.fields()] if second is not None else []
    named = sum("stream" in name.lower() for name in names)
    of = words.translate("figures", "{part} of {count}").format(part=named, count=len(names))
    rows = (
        Row(words.translate("figures", "First frame"), _frame_text(seen, first)),
        Row(words.translate("figures", "Second frame"), _frame_text(seen, second)),
        Row(words.translate("figures", "Fields of it that name a stream"), of if names else ""),
        Row(words.translate("figures", "Rule that it breaks"), seen.broken()),
        Row(words.translate("figures", "The server’s reaction"), seen.close(SERVER)),
        Row(words.translate("figures", "Messages delivered"), seen.at_end(str(len(seen.messages(CLIENT))))),
    )
    return Evidence(rows, seen.close_code(SERVER) == 1002 and named == 0, _strip(second, CLIENT))


def _frame_text(seen: Seen, frame: Frame | None) -> str:
    if frame is None:
        return ""
    text = seen.words.translate("figures", "opcode {opcode} ({name}), FIN {fin}: {text}")
    said = quoted(seen.words, frame.payload.decode("utf-8", "replace"))
    name = opcode_word(seen.words, frame.opcode)
    return text.format(opcode=f"{frame.opcode:X}", name=name, fin=int(frame.fin), text=said)


def masking(seen: Seen) -> Evidence:
    """Whoever has the frame has the key."""
    words, data = seen.words, seen.data(CLIENT)
    frame = data[0] if data and data[0].key and data[0].wire else None
    first = f"{frame.wire[0]:02x} XOR {frame.key[0]:02x} = {frame.wire[0] ^ frame.key[0]:02x}" if frame else ""
    text = mask(frame.wire, frame.key).decode("utf-8", "replace") if frame else ""
    rows = (
        Row(words.translate("figures", "Payload on the wire"), frame.wire.hex(" ") if frame else "", mono=True),
        Row(words.translate("figures", "Key, four bytes before it"), frame.key.hex(" ") if frame else "", mono=True),
        Row(words.translate("figures", "The first byte"), first, mono=True),
        Row(words.translate("figures", "Anybody on the way reads"), quoted(words, text) if frame else ""),
        Row(words.translate("figures", "The server’s program reads"), seen.said(CLIENT)),
    )
    delivered = seen.messages(CLIENT)
    return Evidence(rows, bool(frame and delivered) and delivered[0].text == text, _strip(frame, CLIENT))


def fragments(seen: Seen) -> Evidence:
    """Several frames are one message, and one of them is none."""
    words, data, delivered = seen.words, seen.data(CLIENT), seen.messages(CLIENT)
    between = seen.frames(CLIENT, Opcode.PING)
    rows = (
        Row(words.translate("figures", "Data frames"), str(len(data)) if data else ""),
        Row(words.translate("figures", "Their opcodes"), ", ".join(f"{one.opcode:X}" for one in data), mono=True),
        Row(words.translate("figures", "Their FIN bits"), ", ".join(str(int(one.fin)) for one in data), mono=True),
        Row(
            words.translate("figures", "Control frame between them"),
            opcode_word(words, between[0].frame.opcode) if between else "",
        ),
        Row(words.translate("figures", "Messages delivered"), str(len(delivered)) if delivered else ""),
        Row(words.translate("figures", "The server’s program reads"), seen.said(CLIENT)),
    )
    shows = bool(delivered) and len(delivered[0].frames) > 1
    return Evidence(rows, shows, _strip(data[-1] if data else None, CLIENT))


def _strip(frame: Frame | None, who: Role) -> tuple[Frame, Role] | None:
    return (frame, who) if frame is not None else None
