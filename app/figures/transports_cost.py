"""What one event costs each way: the bytes from the delivery of the event before to its own, to scale.

Of each byte it is said what it is: a request, an answer's head, what frames the event, or the event. Below the bar
stand the bytes that brought it, as they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.figures.pen import fit, mono
from app.figures.transports_words import bytes_text, way_name
from lessons.plays.http_messages import messages
from lessons.plays.transports import WAYS
from lessons.plays.transports_count import Delivery, deliveries, events_of, passages
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.figures.pen import Pen
    from protocol.chorus import Chorus
    from protocol.recording import Recording

LEFT: Final = 32.0
WIDE: Final = 824.0
SCALE: Final = 700.0
"""How wide the longest bar is."""


@dataclass(frozen=True, slots=True)
class Cost:
    """The bytes of one event: requests, heads of answers, what frames it, itself; and the ones that brought it."""

    requests: int
    up: int
    heads: int
    framing: int
    event: int
    request: bytes
    bringing: bytes
    text: str

    @property
    def size(self) -> int:
        """All bytes."""
        return self.up + self.heads + self.framing + self.event


def cost_of(recording: Recording, found: tuple[Delivery, ...], number: int) -> Cost | None:
    """What event `number` costs over this connection; None if it has not arrived. The first pays for the beginning."""
    one = next((each for each in found if each.event.number == number and each.passage is not None), None)
    if one is None or one.passage is None or one.got is None:
        return None
    before = next((each.got for each in found if each.event.number == number - 1 and each.got is not None), -1.0)
    pieces = [each for each in passages(recording, one.got) if before < (each.arrived or each.sent) <= one.got]
    ups = [each for each in pieces if each.who is Role.CLIENT]
    bringing = recording.cut(Role.SERVER, one.passage.start, one.passage.stop)
    event = len(one.event.text)
    others = sum(each.size for each in pieces if each.who is Role.SERVER and each.start != one.passage.start)
    head = next((each.head.size for each in messages(bringing, Role.SERVER)), 0)
    request = recording.cut(Role.CLIENT, ups[-1].start, ups[-1].stop) if ups else b""
    return Cost(
        len(ups),
        sum(each.size for each in ups),
        others + head,
        one.passage.size - head - event,
        event,
        request,
        bringing,
        one.event.text,
    )


def draw_cost(pen: Pen, whole: Chorus, now: Chorus, number: int) -> str:
    """One row a way."""
    words = pen.words
    costs = {way: _cost(whole, now, way, number) for way in WAYS}
    last = {way: _cost(whole, whole, way, number) for way in WAYS}
    most = max((cost.size for cost in last.values() if cost is not None), default=1)
    top, bottom = pen.room.top + 8, pen.room.height - 40
    height = (bottom - top) / len(WAYS)
    said = []
    for place, (way, cost) in enumerate(costs.items()):
        y = top + place * height
        if place:
            pen.line(f"cost.{way}/rule", ((LEFT, y - 4), (LEFT + WIDE, y - 4)), "line", 1)
        pen.text(f"cost.{way}/name", LEFT, y + 22, way_name(words, way), 16, bold=True, anchor="start")
        if cost is None:
            text = words.translate("figures", "has not brought it yet")
            pen.text(f"cost.{way}/none", LEFT, y + 46, text, 14, color="text2", anchor="start")
        else:
            _bar(pen, way, cost, y, SCALE / most)
            text = bytes_text(words, cost.size)
        said.append(f"{way_name(words, way)}: {text}")
    _legend(pen)
    return ". ".join(said)


def _cost(whole: Chorus, now: Chorus, way: str, number: int) -> Cost | None:
    recording = whole.recordings.get(way)
    if recording is None:
        return None
    return cost_of(recording, tuple(deliveries(recording, events_of(now), now.now)), number)


def _parts(pen: Pen, cost: Cost) -> tuple[tuple[str, int, str, str], ...]:
    """What the bytes are: a name, how many, their colour, and the word for them."""
    words = pen.words
    return (
        ("up", cost.up, "cli.fill", words.translate("figures", "requests")),
        ("heads", cost.heads, "srv.fill", words.translate("figures", "heads of answers")),
        ("framing", cost.framing, "op.fill", words.translate("figures", "framing")),
        ("event", cost.event, "pay.fill", words.translate("figures", "the event itself")),
    )


def _bar(pen: Pen, way: str, cost: Cost, y: float, scale: float) -> None:
    words, name = pen.words, f"cost.{way}"
    total = bytes_text(words, cost.size)
    pen.text(name + "/total", LEFT + WIDE, y + 22, total, 16, bold=True, anchor="end")
    x = LEFT
    for part, size, color, word in _parts(pen, cost):
        if not size:
            continue
        pen.box(f"{name}/{part}", x, y + 32, max(size * scale, 1.5), 20, fill=color,
                spoken=f"{word}: {bytes_text(words, size)}", links=(f"part:{part}",))  # fmt: skip
        x += max(size * scale, 1.5)
    text = words.translate("figures", "requests: {requests}, {up}; heads {heads}, framing {framing}, event {event}")
    shown = text.format(
        requests=cost.requests, up=bytes_text(words, cost.up), heads=cost.heads, framing=cost.framing, event=cost.event
    )
    pen.text(name + "/sum", LEFT + 190, y + 22, shown, 13, color="text2", anchor="start", within=WIDE - 190 - 110)
    line = y + 70
    if cost.request and way != "websocket":
        pen.text(
            name + "/request",
            LEFT,
            line,
            visible(cost.request),
            mono(13),
            color="cli.edge",
            anchor="start",
            within=WIDE,
        )
        line += 18
    before, _, rest = visible(cost.bringing).partition(cost.text)
    color = "op.edge" if cost.framing else "srv.edge"
    event, after = (cost.text, mono(13, bold=True), "pay.edge"), (rest, mono(13), color)
    space = WIDE - sum(pen.width(run[0], run[1]) for run in (event, after))
    head = (fit(before, mono(13), space, pen.room.measure), mono(13), color)
    pen.runs(name + "/bytes", LEFT, line, (head, event, after), spoken=visible(cost.bringing))


def visible(data: bytes) -> str:
    """Bytes as text on one line: line ends as a sign, and what is no text as hex digits."""
    head = 0
    while head < len(data) and (data[head] >= 0x80 or data[head] < 0x0A or (head == 1 and data[0] >= 0x80)):
        head += 1
    text = data[head:].decode("utf-8", "replace").replace("\r\n", "↵ ").replace("\n", "↓ ")
    return (data[:head].hex(" ") + " " + text).strip()


def _legend(pen: Pen) -> None:
    x, y = LEFT, pen.room.height - 14
    for name, _, color, word in _parts(pen, Cost(0, 0, 0, 0, 0, b"", b"", "")):
        pen.box(f"legend/{name}", x, y - 10, 12, 12, fill=color)
        label = pen.text(f"legend/{name}/text", x + 18, y, word, 13, color="text2", anchor="start")
        x += 18 + label.width + 24
    words = pen.words
    pen.text("legend/scale", LEFT + WIDE, y, words.translate("figures", "all bars to one scale"), 13, color="text2",
             anchor="end")  # fmt: skip
