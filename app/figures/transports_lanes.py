"""One lane a way: the server's line above, the page's below, and every piece of bytes as a stroke between them.

Time runs to the right. A stroke leans by the time that the bytes are on their way; the ground between the lines is sunk
while an answer is awaited that the server holds back, or does not end, and another one while frames may go both ways.
Under the page's line a bar stands for each
event: from the moment in which it came up until the page had it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from app.drawing.marks import Label
from app.figures.pen import sans, wrap
from app.figures.transports_axis import (
    AXIS,
    COLUMNS,
    FOOT,
    GROUNDS,
    HEAD,
    LEFT,
    RIGHT,
    Axis,
    axis_of,
    draw_head,
    draw_legend,
    draw_ticks,
)
from app.figures.transports_words import bytes_text, seconds_text, way_name
from lessons.plays.transports import WAYS
from lessons.plays.transports_count import count, events_of, passages, recordings_of
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.drawing.marks import AnyMark
    from app.figures.pen import Pen
    from lessons.plays.transports_count import Count, Passage
    from protocol.chorus import Chorus


@dataclass(frozen=True, slots=True)
class Lane:
    """Where a way stands: the upper edge and the height of its lane."""

    way: str
    top: float
    height: float

    @property
    def server(self) -> float:
        """y of the server's line."""
        return self.top + 14

    @property
    def page(self) -> float:
        """y of the page's line."""
        return self.top + self.height - 26


def draw_lanes(pen: Pen, whole: Chorus, now: Chorus, way: str, number: int | None) -> str:
    """All lanes, all time or the time around event `number`; a `way` in focus stands out."""
    events, known = events_of(whole), events_of(now)
    axis = axis_of(whole, events, number)
    top, bottom = pen.room.top + HEAD, pen.room.height - FOOT
    height = (bottom - top) / len(WAYS)
    draw_head(pen, axis, known, top, bottom)
    draw_ticks(pen, axis, bottom)
    counts = [count(now, each) for each in WAYS]
    for place, each in enumerate(counts):
        lane = Lane(each.way, top + place * height, height)
        before = len(pen.marks)
        _lane(pen, lane, axis, whole, now, each)
        if way and way != each.way:
            pen.marks[before:] = [_stepped_back(mark) for mark in pen.marks[before:]]
        elif way:
            pen.box(
                f"lane.{each.way}/frame",
                LEFT - 8,
                lane.top + 1,
                RIGHT - LEFT + 16,
                height - 4,
                stroke="ink",
                line=2,
                radius=8,
            )
    draw_legend(pen)
    return ". ".join(_sentence(pen, each) for each in counts) + "."


def _stepped_back(mark: AnyMark) -> AnyMark:
    """A mark of a way that is not in focus: shapes fade, words stay legible in every theme."""
    if isinstance(mark, Label):
        return replace(mark, color="text3")
    return replace(mark, opacity=0.35)


def _sentence(pen: Pen, found: Count) -> str:
    text = pen.words.translate("figures", "{way}: requests {requests}, {up} up, {down} down, delay {delay} on average")
    return text.format(
        way=way_name(pen.words, found.way), requests=found.requests,
        up=bytes_text(pen.words, found.up), down=bytes_text(pen.words, found.down),
        delay=seconds_text(pen.words, found.mean),
    )  # fmt: skip


def _lane(pen: Pen, lane: Lane, axis: Axis, whole: Chorus, now: Chorus, found: Count) -> None:
    name, words = f"lane.{lane.way}", pen.words
    middle = (lane.server + lane.page) / 2
    pen.line(name + "/rule", ((LEFT, lane.top), (RIGHT, lane.top)), "line", 1)
    lines = wrap(way_name(words, lane.way), sans(15, bold=True), AXIS[0] - LEFT - 26, pen.room.measure)
    for place, line in enumerate(lines):
        y = middle + 5 + 19 * (place - (len(lines) - 1) / 2)
        pen.text(f"{name}/name.{place}", LEFT, y, line, 15, bold=True, anchor="start", spoken=_sentence(pen, found),
                 links=("way:" + lane.way,))  # fmt: skip
    here, edge = axis.x(now.now), AXIS[1]
    for role, y in ((Role.SERVER, lane.server), (Role.CLIENT, lane.page)):
        side = "server" if role is Role.SERVER else "client"
        pen.glyph(f"{name}/{side}", AXIS[0] - 12, y, "server" if side == "server" else "client", 12)
        pen.line(f"{name}/{side}.past", ((AXIS[0], y), (here, y)), "text2", 1.5)
        if here < edge:
            pen.line(f"{name}/{side}.future", ((here, y), (edge, y)), "line3", 1, dash=(2, 4))
    kind = "frames" if lane.way == "websocket" else "open"
    spoken = {
        "open": words.translate("figures", "The answer is not over"),
        "frames": words.translate("figures", "Frames may go both ways"),
    }[kind]
    fill, stroke = GROUNDS[kind]
    for number, (first, last) in enumerate(_open(whole, now, lane.way)):
        if axis.holds(first, last):
            width = max(axis.x(last) - axis.x(first), 1)
            pen.box(f"{name}/{kind}.{number}", axis.x(first), lane.server, width, lane.page - lane.server, fill=fill,
                    stroke=stroke, spoken=spoken)  # fmt: skip
    brings = {one.passage.start for one in found.deliveries if one.passage is not None}
    for wire, recording in recordings_of(whole, lane.way).items():
        for number, piece in enumerate(passages(recording, whole.now)):
            if piece.sent <= now.now and axis.holds(piece.sent, piece.arrived or now.now):
                new = piece.who is Role.SERVER and wire == lane.way and piece.start in brings
                _stroke(pen, f"{name}/{wire}.{number}", lane, axis, piece, now.now, brings=new)
    _delays(pen, lane, axis, found, now.now)
    _numbers(pen, lane, middle, found)


def _open(whole: Chorus, now: Chorus, way: str) -> list[tuple[float, float]]:
    """From when to when the server owes an answer that it holds back, or gives one that does not end; of the WebSocket,
    from when to when its page may send frames: since the 101 arrived."""
    recording = whole.recordings.get(way)
    if recording is None:
        return []
    if way in {"stream", "websocket"}:
        answer = next((one for one in passages(recording, now.now) if one.who is Role.SERVER), None)
        begun = None if answer is None else answer.arrived if way == "websocket" else answer.sent
        return [(begun, now.now)] if begun is not None else []
    found = []
    pieces = passages(recording, now.now)
    for piece, after in zip_longest(pieces, pieces[1:]):
        if piece.who is Role.CLIENT and piece.arrived is not None:
            found.append((piece.arrived, after.sent if after is not None else now.now))
    return found if way == "longpoll" else []


def _stroke(
    pen: Pen, name: str, lane: Lane, axis: Axis, piece: Passage, now: float, *, brings: bool
) -> None:  # fmt: skip
    """A piece on its way; one that has not arrived ends where it is."""
    up = piece.who is Role.CLIENT
    start, stop = (lane.page, lane.server) if up else (lane.server, lane.page)
    part = _part(piece, now)
    end = piece.sent + ((piece.arrived or now) - piece.sent) * part
    y = start + (stop - start) * part
    color = ("cli" if up else "srv") + ".fill"
    words = pen.words
    texts = words.translate("figures", "{size} up, at {time}"), words.translate("figures", "{size} down, at {time}")
    spoken = texts[not up].format(size=bytes_text(words, piece.size), time=seconds_text(words, piece.sent))
    fresh = part < 1 or (piece.arrived is not None and now - piece.arrived < 0.02)
    pen.line(name, ((axis.x(piece.sent), start), (axis.x(end), y)), color, 2.5 if brings or fresh else 1.5, above=2,
             head=8 if fresh else 0)  # fmt: skip
    pen.marks[-1] = replace(pen.marks[-1], spoken=spoken)
    if brings and part == 1:
        pen.box(name + "/dot", axis.x(end) - 3.5, stop - 3.5, 7, 7, fill="pay.fill", radius=3.5, above=3)


def _part(piece: Passage, now: float) -> float:
    """How much of its way a piece has made; one that has just left is drawn a little on its way, so that it is seen."""
    if piece.arrived is None:
        return 0.3
    return min(max((now - piece.sent) / max(piece.arrived - piece.sent, 1e-6), 0.3), 1.0)


def _delays(pen: Pen, lane: Lane, axis: Axis, found: Count, now: float) -> None:
    words = pen.words
    y = lane.page + 10
    for one in found.deliveries:
        end = one.got if one.got is not None else now
        if not axis.holds(one.event.came, end):
            continue
        x, right = axis.x(one.event.came), axis.x(end)
        name = f"lane.{lane.way}/delay.{one.event.number}"
        link = (f"event:{one.event.number}",)
        if one.got is None:
            spoken = words.translate("figures", "Event {number} has not come to the page yet").format(
                number=one.event.number
            )
            pen.box(name, x, y - 3, max(right - x, 2), 6, stroke="ink", dash=(3, 2), spoken=spoken, links=link)
        else:
            text = words.translate("figures", "Event {number} comes to the page after {time}")
            spoken = text.format(number=one.event.number, time=seconds_text(words, one.delay or 0))
            pen.box(name, x, y - 3, max(right - x, 2), 6, fill="ink", spoken=spoken, links=link)


def _numbers(pen: Pen, lane: Lane, middle: float, found: Count) -> None:
    words = pen.words
    delay = seconds_text(words, found.mean) if found.delays else "–"
    shown = (str(found.requests), str(found.up), str(found.down), delay)
    for (name, right), text in zip(COLUMNS, shown, strict=True):
        pen.text(f"lane.{lane.way}/{name}", right, middle + 5, text, 15, bold=True, mono=name != "delay", anchor="end",
                 within=62)  # fmt: skip
    if found.delays:
        text = words.translate("figures", "at most {time}").format(time=seconds_text(words, found.longest))
        pen.text(f"lane.{lane.way}/longest", RIGHT, middle + 23, text, 12, color="text2", anchor="end", within=120)
