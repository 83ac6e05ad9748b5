"""What one row of the table says, cell by cell, as texts that are ready to be painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from app.model.traffic.clocks import clock
from app.model.traffic.reasons import SHORT
from protocol.findings import FINE, UNJUDGED
from protocol.ledger import GAP, HEAD
from protocol.previews import preview as row_preview
from protocol.vocabulary import Role, opcode_name

if TYPE_CHECKING:
    from protocol.ledger import Ledger, Row

HEXADECIMAL: Final = "0123456789ABCDEF"
UNSEEN: Final = dict.fromkeys((*range(32), *range(127, 160), 8232, 8233), "·")
"""Control characters and line ends: a row is one line."""


class Cells(NamedTuple):
    """The cells of one row. `kind` is FRAME, HEAD or GAP of `protocol.ledger`; a gap is told by `preview` and
    `reason` alone."""

    place: int
    kind: int
    number: str
    time: str
    peer: str
    who: Role
    opcode: int
    fin: int
    payload: str
    wire: str
    verdict: int
    preview: str
    reason: str


def cells(ledger: Ledger, place: int, limit: int = 120) -> Cells:
    """The cells of the row at this place of the ledger; the preview has at most about `limit` characters."""
    row = ledger.row(place)
    preview, reason = "", ""
    if row.kind == GAP:
        preview, reason = gap_words(ledger, row)
    else:
        preview = row_preview(row, limit).translate(UNSEEN)
        if row.verdict not in {FINE, UNJUDGED}:
            reason = "; ".join(dict.fromkeys(short_reason(each.rule.id) for each in ledger.findings(place)))
    frame = row.kind not in {GAP, HEAD}
    return Cells(
        place,
        row.kind,
        f"{place + 1:,}",
        clock(row.time, ledger.zone),
        f"#{row.talk.number}",
        row.who,
        row.opcode,
        int(row.fin),
        f"{row.length:,}" if frame else "",
        f"{row.wire:,}",
        row.verdict,
        preview,
        reason,
    )


def short_reason(rule_id: str) -> str:
    """What is wrong in the language of the window; the rule's id if it has no words yet."""
    source = SHORT.get(rule_id)
    return QCoreApplication.translate("traffic", source) if source else rule_id


def opcode_words(opcode: int) -> str:
    """The opcode as one hexadecimal digit, and what it means."""
    translate = QCoreApplication.translate
    names = {
        "continuation": translate("figures", "continuation"),
        "text": translate("figures", "text"),
        "binary": translate("figures", "binary"),
        "close": translate("traffic", "close"),
        "ping": translate("figures", "ping"),
        "pong": translate("figures", "pong"),
        "reserved": translate("figures", "reserved"),
    }
    return f"{HEXADECIMAL[opcode]} {names[opcode_name(opcode)]}"


def head_words(who: Role) -> str:
    """What the head of a side is."""
    translate = QCoreApplication.translate
    return translate("traffic", "HTTP request") if who is Role.CLIENT else translate("traffic", "HTTP response")


def way_words(who: Role) -> str:
    """Where what `who` sent goes to."""
    translate = QCoreApplication.translate
    return translate("traffic", "to server") if who is Role.CLIENT else translate("traffic", "to client")


def gap_words(ledger: Ledger, row: Row) -> tuple[str, str]:
    """How much is missing, and where."""
    translate = QCoreApplication.translate
    missing = translate("traffic", "missing %n bytes", "", row.length).replace(str(row.length), f"{row.length:,}", 1)
    if row.number is None:
        client = translate("traffic", "client to server: the place is lost until a frame is found again")
        server = translate("traffic", "server to client: the place is lost until a frame is found again")
        return missing, client if row.who is Role.CLIENT else server
    inside = ledger.place_of(row.talk, row.who, row.number)
    name = f"{inside + 1:,}" if inside is not None else str(row.number)
    client = translate("traffic", "client to server, inside {frame}: its length is known, so the next frame is found")
    server = translate("traffic", "server to client, inside {frame}: its length is known, so the next frame is found")
    return missing, (client if row.who is Role.CLIENT else server).format(frame=name)
