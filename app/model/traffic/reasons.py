"""What is wrong with a frame or head in two or three words, for the edge of a row and the head of a verdict.

The sentences of the rules say what holds when nothing is wrong; these say what is the case when something is.
"""

from __future__ import annotations

from typing import Final

from app.reasons import QT_TRANSLATE_NOOP

SHORT: Final = {
    "request.method": QT_TRANSLATE_NOOP("traffic", "Method is not GET"),
    "request.target": QT_TRANSLATE_NOOP("traffic", "Target is not valid"),
    "request.http": QT_TRANSLATE_NOOP("traffic", "HTTP older than 1.1"),
    "request.host": QT_TRANSLATE_NOOP("traffic", "Host is missing or wrong"),
    "request.upgrade": QT_TRANSLATE_NOOP("traffic", "Upgrade lacks “websocket”"),
    "request.connection": QT_TRANSLATE_NOOP("traffic", "Connection lacks “Upgrade”"),
    "request.key": QT_TRANSLATE_NOOP("traffic", "Key is not 16 bytes"),
    "request.version": QT_TRANSLATE_NOOP("traffic", "Version is not 13"),
    "request.origin": QT_TRANSLATE_NOOP("traffic", "Origin refused"),
    "request.protocol": QT_TRANSLATE_NOOP("traffic", "Subprotocols malformed"),
    "request.extensions": QT_TRANSLATE_NOOP("traffic", "Extensions malformed"),
    "request.deflate": QT_TRANSLATE_NOOP("traffic", "Compression offer not valid"),
    "request.length": QT_TRANSLATE_NOOP("traffic", "Content-Length in the request"),
    "request.coding": QT_TRANSLATE_NOOP("traffic", "Transfer-Encoding in the request"),
    "request.syntax": QT_TRANSLATE_NOOP("traffic", "Not a valid HTTP request"),
    "request.wait": QT_TRANSLATE_NOOP("traffic", "Sent before the answer"),
    "response.status": QT_TRANSLATE_NOOP("traffic", "Status is not 101"),
    "response.http": QT_TRANSLATE_NOOP("traffic", "HTTP older than 1.1"),
    "response.upgrade": QT_TRANSLATE_NOOP("traffic", "Upgrade is not “websocket”"),
    "response.connection": QT_TRANSLATE_NOOP("traffic", "Connection lacks “Upgrade”"),
    "response.accept": QT_TRANSLATE_NOOP("traffic", "Accept value wrong"),
    "response.extensions": QT_TRANSLATE_NOOP("traffic", "Extension was not offered"),
    "response.deflate": QT_TRANSLATE_NOOP("traffic", "Compression answer does not fit"),
    "response.protocol": QT_TRANSLATE_NOOP("traffic", "Subprotocol was not offered"),
    "response.syntax": QT_TRANSLATE_NOOP("traffic", "Not a valid HTTP response"),
    "frame.rsv": QT_TRANSLATE_NOOP("traffic", "RSV bit without an extension"),
    "frame.opcode": QT_TRANSLATE_NOOP("traffic", "Opcode not defined"),
    "frame.masked": QT_TRANSLATE_NOOP("traffic", "Not masked"),
    "frame.key": QT_TRANSLATE_NOOP("traffic", "Masking key is all zeros"),
    "frame.unmasked": QT_TRANSLATE_NOOP("traffic", "Masked by the server"),
    "frame.shortest": QT_TRANSLATE_NOOP("traffic", "Length not in its shortest form"),
    "frame.length63": QT_TRANSLATE_NOOP("traffic", "Top bit of the length is 1"),
    "frame.too-big": QT_TRANSLATE_NOOP("traffic", "Larger than the limit"),
    "control.length": QT_TRANSLATE_NOOP("traffic", "Control frame above 125 bytes"),
    "control.fin": QT_TRANSLATE_NOOP("traffic", "Control frame fragmented"),
    "fragment.orphan": QT_TRANSLATE_NOOP("traffic", "Continues no message"),
    "fragment.interleaved": QT_TRANSLATE_NOOP("traffic", "Interrupts a message"),
    "text.utf8": QT_TRANSLATE_NOOP("traffic", "Text is not UTF-8"),
    "ping.answer": QT_TRANSLATE_NOOP("traffic", "Ping not answered"),
    "frame.rsv1": QT_TRANSLATE_NOOP("traffic", "RSV1 in the wrong place"),
    "deflate.data": QT_TRANSLATE_NOOP("traffic", "Not valid DEFLATE data"),
    "close.length": QT_TRANSLATE_NOOP("traffic", "Close body of one byte"),
    "close.code": QT_TRANSLATE_NOOP("traffic", "Close code never sent"),
    "close.utf8": QT_TRANSLATE_NOOP("traffic", "Close reason is not UTF-8"),
    "close.answer": QT_TRANSLATE_NOOP("traffic", "Close not answered"),
    "close.after": QT_TRANSLATE_NOOP("traffic", "Data after Close"),
    "close.lost": QT_TRANSLATE_NOOP("traffic", "TCP ended without Close"),
}
"""Rule id -> what is the case when the rule is broken."""
