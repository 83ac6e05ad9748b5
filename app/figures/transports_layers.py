"""Where WebSocket sits: the parts of the address above, the layers of the connection in time below.

The address is told as the client took it apart. The layers are those of the recording: how many bytes each handed
to the one below it. TCP's own packets are not recorded; the three that open a connection are drawn after RFC 9293.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.drawing.marks import Rect
from app.figures.pen import mono, sans, wrap
from app.figures.sequence_marks import backed_label
from app.figures.transports_words import bytes_text
from protocol.facts import FrameSent, HeadSent
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.figures.pen import Pen
    from protocol.chorus import Chorus, Values

LEFT: Final = 32.0
WIDE: Final = 824.0
RIGHT: Final = LEFT + WIDE


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the address: its text, what it is, and what follows from it."""

    name: str
    text: str
    what: str
    means: str


def draw_layers(pen: Pen, whole: Chorus, now: Chorus, focus: str) -> str:
    """The address, and below it the layers; `focus` names what stands out."""
    url = _url(whole)
    top = pen.room.top + 8
    said = _address(pen, url, top, focus) if url is not None else ""
    _layers(pen, whole, now, top + 166, focus)
    return said


def _url(whole: Chorus) -> Values | None:
    """The address that the page's program opens, taken apart by the client."""
    return next((one.moment.values for one in whole.moments if one.moment.kind == "opens.websocket"), None)


def _parts(pen: Pen, url: Values) -> tuple[Part, ...]:
    words = pen.words
    port = words.translate("figures", "port {port}, plain TCP").format(port=url["plain"])
    parts = [
        Part("scheme", "ws", words.translate("figures", "scheme"), port),
        Part("sign", "://", "", ""),
        Part(
            "host", str(url["host"]), words.translate("figures", "host"), words.translate("figures", "goes into Host")
        ),
        Part(
            "path",
            str(url["path"]),
            words.translate("figures", "path"),
            words.translate("figures", "what the GET asks for"),
        ),
    ]
    if url["query"]:
        parts.append(Part("query", str(url["query"]), words.translate("figures", "query"),
                          words.translate("figures", "is sent with it")))  # fmt: skip
    return tuple(parts)


def _address(pen: Pen, url: Values, top: float, focus: str) -> str:
    words = pen.words
    parts = _parts(pen, url)
    font = mono(26, bold=True)
    widths = [max(pen.width(part.text, font), 0) for part in parts]
    gap = 26.0
    x = LEFT + 16
    pen.box("url", LEFT, top, WIDE, 142, fill="raise", stroke="ink" if focus == "url" else "line2",
            line=2 if focus == "url" else 1, radius=10)  # fmt: skip
    for number, (part, width) in enumerate(zip(parts, widths, strict=True)):
        below = max(pen.width(part.what, sans(14, bold=True)), pen.width(part.means, sans(13)))
        own = max(width, below) if part.what else width
        spoken = f"{part.text}: {part.what}, {part.means}" if part.what else ""
        pen.text(f"url/{part.name}", x + own / 2, top + 42, part.text, font, spoken=spoken, links=(f"url:{part.name}",),
                 color="text" if part.what else "text3")  # fmt: skip
        if part.what:
            y = top + 54
            pen.line(f"url/{part.name}/brace", ((x, y), (x, y + 6), (x + own, y + 6), (x + own, y)), "line3", 1.5)
            pen.text(f"url/{part.name}/what", x + own / 2, y + 25, part.what, 14, bold=True)
            pen.text(f"url/{part.name}/means", x + own / 2, y + 43, part.means, 13, color="text2")
        x += own + (gap if part.what and number + 1 < len(parts) and parts[number + 1].what else 6)
    text = words.translate(
        "figures",
        "wss: port {port}, TLS between TCP and the rest. A fragment (#) means nothing here and is not allowed.",
    ).format(port=url["secure"])
    pen.text("url/secure", LEFT + 16, top + 126, text, 13, color="text2", anchor="start", within=WIDE - 32)
    return f"{url['url']}. {text}"


@dataclass(frozen=True, slots=True)
class Stage:
    """A stretch of the connection's life: its name, what crosses in it, and what is written in the layer above TCP."""

    name: str
    title: str
    width: float
    rows: tuple[str, ...]
    known: bool


def _layers(pen: Pen, whole: Chorus, now: Chorus, top: float, focus: str) -> None:
    words = pen.words
    bottom = pen.room.height - 24
    labels = 116.0
    x, wide = LEFT + labels, WIDE - labels
    tcp, tls = bottom - 64, bottom - 104
    above = top + 40
    stages = _stages(pen, whole, now)
    for stage in stages:
        width = wide * stage.width
        dash = () if stage.known else (5.0, 4.0)
        color = "text" if stage.known else "text3"
        pen.text(
            f"stage.{stage.name}/title",
            x + width / 2,
            top + 20,
            stage.title,
            14,
            bold=True,
            color=color,
            within=width - 6,
        )
        if stage.rows:
            hot = focus == stage.name
            pen.box(f"stage.{stage.name}", x + 3, above, width - 6, tls - above - 6, fill=_ground(stage), dash=dash,
                    stroke="ink" if hot else "line3", line=2.5 if hot else 1.5, radius=8,
                    spoken=", ".join(stage.rows), links=(f"layer:{stage.name}",))  # fmt: skip
            _rows(pen, stage, x + 3, width - 6, above, tls - 6)
        else:
            _three_packets(pen, x + 3, width - 6, above, tcp - 6, known=stage.known, hot=focus == "tcp")
        x += width
    opening = wide * stages[0].width
    secure = words.translate("figures", "TLS, only with wss: everything above is encrypted")
    _layer(pen, "tls", Rect(LEFT + labels + opening + 3, tls, wide - opening - 6, 32), secure, hot=False)
    _layer(pen, "tcp", Rect(LEFT + labels + 3, tcp, wide - 6, 56), _tcp_text(pen, now), hot=focus == "tcp")
    pen.text("layer.above/name", LEFT, above + 24, words.translate("figures", "on top"), 16, bold=True, anchor="start",
             within=labels - 8)  # fmt: skip


def _layer(pen: Pen, name: str, rect: Rect, text: str, *, hot: bool) -> None:
    """A layer below the frames. TLS begins behind the packets that open TCP: those are not encrypted."""
    tcp, middle = name == "tcp", rect.y + rect.height / 2 + 5
    pen.box(
        f"layer.{name}", rect.x, rect.y, rect.width, rect.height, fill="sunk" if tcp else "",
        stroke="ink" if hot else "line3", line=2.5 if hot else 1.5 if tcp else 1.0, radius=8,
        dash=() if tcp else (5, 4), links=(f"layer:{name}",), spoken=text,
    )  # fmt: skip
    pen.text(f"layer.{name}/text", rect.x + rect.width / 2, middle, text, 13, color="text2", within=rect.width - 14)
    pen.text(f"layer.{name}/name", LEFT, middle, name.upper(), 16, bold=True, anchor="start")


def _three_packets(pen: Pen, x: float, width: float, top: float, bottom: float, *, known: bool, hot: bool) -> None:
    """SYN, SYN-ACK, ACK between the two ends (RFC 9293 section 3.5)."""
    left, right = x + 22, x + width - 22
    step = min(34.0, (bottom - top - 20) / 3)
    y = (top + bottom) / 2 - 1.5 * step
    color = "text2" if known else "line3"
    pen.glyph("open/client", left, y - 4, "client", 14)
    pen.glyph("open/server", right, y - 4, "server", 14)
    for at in (left, right):
        pen.line(f"open/life.{at:.0f}", ((at, y + 6), (at, y + 3 * step + 4)), "line3", 1.5)
    for number, text in enumerate(("SYN", "SYN-ACK", "ACK")):
        start, stop = (left, right) if number != 1 else (right, left)
        high = y + 10 + step * number
        pen.line(
            f"open/packet.{number}",
            ((start, high), (stop, high + step * 0.5)),
            color,
            2.5 if hot else 1.5,
            head=8,
            dash=() if known else (5, 4),
        )
        backed_label(
            pen, f"open/packet.{number}/text", (left + right) / 2, high + step * 0.25, text, size=12, color=color
        )


def _ground(stage: Stage) -> str:
    if not stage.known:
        return ""
    return {"http": "cli.tint", "frames": "pay.tint"}.get(stage.name, "raise")


def _rows(pen: Pen, stage: Stage, x: float, width: float, top: float, bottom: float) -> None:
    lines = [line for row in stage.rows for line in wrap(row, sans(14), width - 20, pen.room.measure)]
    step = min(22.0, (bottom - top - 16) / max(len(lines), 1))
    y = (top + bottom) / 2 - step * (len(lines) - 1) / 2 + 5
    for number, line in enumerate(lines):
        pen.text(f"stage.{stage.name}/row.{number}", x + width / 2, y + step * number, line, 14, within=width - 12,
                 color="text" if stage.known else "text3")  # fmt: skip


def _stages(pen: Pen, whole: Chorus, now: Chorus) -> tuple[Stage, ...]:
    words = pen.words
    heads = whole.of(HeadSent)
    frames = now.of(FrameSent)
    lines = []
    for fact in heads:
        text = (
            words.translate("figures", "request: {size}") if fact.who is Role.CLIENT
            else words.translate("figures", "answer: {size}")
        )  # fmt: skip
        lines.append(text.format(size=bytes_text(words, fact.head.size)))
    sent = {role: [fact.frame for fact in frames if fact.who is role] for role in Role}
    text = words.translate("figures", "frames so far: {down} down, {up} up")
    counted = text.format(down=len(sent[Role.SERVER]), up=len(sent[Role.CLIENT]))
    total = sum(frame.size for each in sent.values() for frame in each)
    return (
        Stage("open", words.translate("figures", "TCP opens"), 0.2, (), "tcp.open" in now),
        Stage(
            "http", words.translate("figures", "opening handshake"), 0.28, ("HTTP/1.1", *lines), "request.sent" in now
        ),
        Stage(
            "frames",
            words.translate("figures", "then, as long as it stays"),
            0.52,
            (words.translate("figures", "WebSocket frames, both ways"), counted, bytes_text(words, total)),
            "client.open" in now,
        ),
    )


def _tcp_text(pen: Pen, now: Chorus) -> str:
    words = pen.words
    if "tcp.open" not in now:
        return words.translate("figures", "three packets and one round trip before the first byte")
    return words.translate("figures", "bytes in order, or an error; one connection, kept until somebody ends it")
