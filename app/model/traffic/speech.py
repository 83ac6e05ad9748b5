"""One row of the table as a sentence: its tooltip, and what a reader of the screen says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.model.traffic.cells import cells, head_words, opcode_words
from protocol.findings import UNJUDGED, VIOLATION, WARNING
from protocol.ledger import GAP, HEAD
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.model.traffic.cells import Cells
    from protocol.ledger import Ledger


def sentence(ledger: Ledger, place: int) -> str:
    """What the row at this place of the ledger says, as far as a line allows."""
    row = cells(ledger, place)
    translate = QCoreApplication.translate
    if row.kind == GAP:
        words = translate("traffic", "{time}, connection {peer}: {missing}, {where}.")
        return words.format(time=row.time, peer=row.peer, missing=row.preview, where=row.reason)
    if row.kind == HEAD:
        words = translate("traffic", "{number}, {time}, connection {peer}: {what}, {wire} bytes. {preview}{verdict}")
    else:
        words = translate(
            "traffic",
            "{number}, {time}, connection {peer}, {way}: {what}, FIN {fin}, payload of {payload} bytes,"
            " {wire} on the wire. {preview}{verdict}",
        )
    return words.format(
        number=row.number,
        time=row.time,
        peer=row.peer,
        way=_way(row.who),
        what=head_words(row.who) if row.kind == HEAD else opcode_words(row.opcode),
        fin=row.fin,
        payload=row.payload,
        wire=row.wire,
        preview=row.preview,
        verdict=_verdict(row),
    )


def _way(who: Role) -> str:
    translate = QCoreApplication.translate
    return translate("traffic", "client to server") if who is Role.CLIENT else translate("traffic", "server to client")


def _verdict(row: Cells) -> str:
    """The verdict as a sentence of its own, with a space before it; nothing if the row is fine."""
    translate = QCoreApplication.translate
    sentences = {
        VIOLATION: translate("traffic", "Violation: {reason}."),
        WARNING: translate("traffic", "Warning: {reason}."),
        UNJUDGED: translate("traffic", "Not judged: bytes are missing."),
    }
    words = sentences.get(row.verdict, "")
    return " " + words.format(reason=row.reason) if words else ""
