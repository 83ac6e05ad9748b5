"""The end of a TCP connection that nobody closed: who ended it, and how many Close frames there were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.marks import Stroke
from app.figures.close_layout import LEFT, LIFE, MIDDLE, WIDE
from app.figures.parts import peer_name
from app.figures.sequence_marks import PEER_GLYPHS, cut_marks
from app.figures.sequence_words import end_text
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.figures.close_layout import Placed, Theatre
    from app.figures.pen import Pen
    from app.figures.sequence_rungs import Rung


def cut_band(stage: Theatre, item: Placed) -> None:
    """The card of the cut; before it happened there is nothing to announce."""
    pen = stage.pen
    ends = [rung for rung in item.band.rungs if rung.sent < stage.cursor]
    if not ends:
        return
    closes = [rung for rung in stage.rungs if rung.is_close and rung.sent < ends[0].sent]
    pen.box("cut/card", LEFT, item.top, WIDE, item.height, fill="sunk", stroke="line2", radius=10)
    title = _title(pen, ends[0], anyone=bool(closes))
    spoken = _spoken(pen, ends, title)
    pen.text("cut/title", MIDDLE, item.at(20, 26), title, 16, bold=True, within=WIDE - 32, spoken=spoken)
    if len(ends) == 1 and not pen.room.options.get("proxy"):
        _by_peer(pen, item, ends[0])
    else:
        _by_proxy(pen, item, ends)
    for role in Role:
        if not any(role is end.sender or (end.arrived or stage.cursor) < stage.cursor for end in ends):
            continue
        height = item.start if len(ends) == 1 and role is ends[0].sender else item.stop
        cut_marks(pen, role, LIFE[role], height)
    if item.height >= 164:
        text = pen.room.words.translate("figures", "Close frames before it")
        pen.text("cut/counts", MIDDLE, item.at(98, 122), text, 13, color="text2")
        _counts(pen, item, closes)


def _title(pen: Pen, end: Rung, *, anyone: bool) -> str:
    words = pen.room.words
    if end.end == "rst":
        if anyone:
            return words.translate("figures", "TCP reset, one Close unanswered")
        return words.translate("figures", "TCP reset, no Close frame")
    if anyone:
        return words.translate("figures", "TCP closed, one Close unanswered")
    return words.translate("figures", "TCP closed, no Close frame")


def _spoken(pen: Pen, ends: list[Rung], title: str) -> str:
    text = pen.room.words.translate("figures", "{title}: sent by {peers}")
    return text.format(title=title, peers=", ".join(peer_name(pen.room.words, end.sender) for end in ends))


def _by_peer(pen: Pen, item: Placed, end: Rung) -> None:
    """The peer that ended the connection, named in a box, and one arrow to the other one."""
    words, sender = pen.room.words, end.sender
    away = 1 if sender is Role.CLIENT else -1
    center = MIDDLE - away * 78
    box = center - 82
    top = item.at(30, 52)
    pen.box("cut/who", box, top, 164, 40, fill="raise", stroke="ink", line=2, radius=8, above=1)
    pen.glyph("cut/who/glyph", box + 20, top + 20, PEER_GLYPHS[sender], 16, above=2)
    name = peer_name(words, sender)
    doing = words.translate("figures", "resets TCP") if end.end == "rst" else words.translate("figures", "ends TCP")
    pen.text("cut/who/name", box + 38, top + 17, name, 14, bold=True, anchor="start", within=120, above=2)
    pen.text("cut/who/does", box + 38, top + 33.5, doing, 12, color="text2", anchor="start", within=120, above=2)
    edge = center + away * 82
    _arrow(pen, "cut/arrow", (edge, top + 22), (LIFE[sender.peer] - away * 12, item.stop), _end_spoken(pen, end))
    own = center - away * 82
    points = ((LIFE[sender] + away * 12, item.start), (own, top + 20))
    pen.marks.append(Stroke(id=pen.prefix + "cut/own", points=points, color="ink", line=2.5))
    _name(
        pen,
        "cut/segment",
        (edge + LIFE[sender.peer] - away * 12) / 2,
        item.at(28, 46) + 10,
        end_text(pen.room.words, end.end),
    )


def _by_proxy(pen: Pen, item: Placed, ends: list[Rung]) -> None:
    """Somebody between the peers ended both sides."""
    words = pen.room.words
    top = item.at(30, 52)
    pen.box("cut/who", 372, top, 144, 40, fill="raise", stroke="ink", line=2, radius=8, above=1)
    pen.text("cut/who/name", MIDDLE, top + 17, words.translate("figures", "proxy"), 14, bold=True, above=2)
    does = words.translate("figures", "between the peers")
    pen.text("cut/who/does", MIDDLE, top + 33.5, does, 12, color="text2", within=132, above=2)
    for number, (edge, role, x) in enumerate(((372.0, Role.CLIENT, 312.0), (516.0, Role.SERVER, 576.0))):
        away = -1 if role is Role.CLIENT else 1
        end = next((end for end in ends if end.sender is not role), ends[0])
        _arrow(
            pen,
            f"cut/arrow.{number}",
            (edge, top + 22),
            (LIFE[role] - away * 12, item.stop),
            _end_spoken(pen, end),
        )
        _name(pen, f"cut/segment.{number}", x, item.at(28, 46) + 10, end_text(pen.room.words, end.end))


def _arrow(pen: Pen, name: str, start: tuple[float, float], stop: tuple[float, float], spoken: str) -> None:
    pen.marks.append(
        Stroke(
            id=pen.prefix + name, points=(start, stop), color="ink", line=2.5, head=11, spoken=spoken,
            above=2, enter="grow",
        )
    )  # fmt: skip


def _name(pen: Pen, name: str, x: float, y: float, text: str) -> None:
    pen.text(name, x, y + 5, text, 14, bold=True, within=110, above=2)


def _end_spoken(pen: Pen, end: Rung) -> str:
    """Who ends the TCP connection, and how."""
    text = pen.room.words.translate("figures", "{peer} sends {what}")
    return text.format(peer=peer_name(pen.room.words, end.sender), what=end_text(pen.room.words, end.end))


def _counts(pen: Pen, item: Placed, closes: list[Rung]) -> None:
    """How many Close frames went each way: one number where it is the same."""
    words = pen.room.words
    to_client = sum(rung.sender is Role.SERVER for rung in closes)
    to_server = len(closes) - to_client
    top = item.at(106, 132)
    numbers = [to_client] if to_client == to_server else [to_client, to_server]
    left = MIDDLE - (54 * len(numbers) + 8 * (len(numbers) - 1)) / 2
    for place, number in enumerate(numbers):
        x = left + place * 62
        pen.box(f"cut/count.{place}", x, top, 54, 34, fill="raise", stroke="ink", line=1.5, radius=6)
        pen.text(f"cut/count.{place}/value", x + 27, top + 24, str(number), 19, bold=True, mono=True)
    right = MIDDLE * 2 - left
    client, server = words.translate("figures", "to the client"), words.translate("figures", "to the server")
    pen.text("cut/to.client", left - 9, top + 21, client, 13, color="text2", anchor="end", within=120)
    pen.text("cut/to.server", right + 9, top + 21, server, 13, color="text2", anchor="start", within=120)
