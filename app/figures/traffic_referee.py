"""The referee's pane: the verdict on one row, the sentence of the RFC behind it, the bits, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Scene
from app.figures.frame_parts import Part
from app.figures.frame_spoken import meaning
from app.figures.pen import Pen, mono, sans, wrap
from app.figures.tokens import RSV, edge, field_link, field_word, fill, needs_outline, on, tint, token
from app.figures.traffic_duties import HEADING, draw_deeds, draw_others, draw_required
from app.model.traffic.reasons import SHORT
from protocol.findings import FINE, UNJUDGED, VIOLATION, WARNING
from protocol.ledger import GAP, HEAD
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.drawing.marks import Anchor, GlyphName, Room, Words
    from app.model.traffic.verdict import Said
    from protocol.findings import Finding
    from protocol.frames import FrameHeader

WIDTH: Final = 264.0
PITCH, CELL = 16.3, 15.3
TITLE: Final = sans(18, bold=True)
LOOKS: Final[dict[int, tuple[str, GlyphName]]] = {
    FINE: ("ok", "tick"),
    WARNING: ("warn", "warning"),
    VIOLATION: ("err", "cross"),
}


def draw(said: Said, room: Room, width: float = WIDTH) -> Scene:
    """Everything about one row, from (0, 0) down; the scene is as high as it needs."""
    pen = Pen(room)
    title, under = _titles(said, room)
    top = _banner(pen, said, title, under, width)
    if said.finding is not None:
        top = _law(pen, said, said.finding, top, width)
    if said.header is not None:
        top = _bits(pen, said, said.header, top, width)
    top = draw_required(pen, said, top, width)
    top = draw_deeds(pen, said, top, width)
    top = draw_others(pen, said, top, width)
    return Scene(tuple(pen.marks), width, top + 8, title, under, background="pane")


def _titles(said: Said, room: Room) -> tuple[str, str]:
    """The verdict in a few words, and whose frame or head it is about."""
    words = room.words
    number = f"{said.row + 1:,}"
    if said.kind == GAP:
        return words.translate("figures", "Missing bytes"), words.translate("figures", "What is missing is not judged")
    if said.kind == HEAD:
        under = (
            words.translate("figures", "request, row {number}")
            if said.who is Role.CLIENT
            else words.translate("figures", "response, row {number}")
        )
    else:
        under = (
            words.translate("figures", "client frame {number}")
            if said.who is Role.CLIENT
            else words.translate("figures", "server frame {number}")
        )
    if said.finding is not None:
        return _short(words, said.finding.rule.id), under.format(number=number)
    titles = {
        FINE: words.translate("figures", "No rule is broken"),
        UNJUDGED: words.translate("figures", "Not judged"),
    }
    return titles.get(said.verdict, titles[UNJUDGED]), under.format(number=number)


def _short(words: Words, rule_id: str) -> str:
    """What is wrong, in a few words; the rule's id if it has none yet."""
    source = SHORT.get(rule_id)
    return words.translate("traffic", source) if source else rule_id


def _banner(pen: Pen, said: Said, title: str, under: str, width: float) -> float:
    family, glyph = LOOKS.get(said.verdict, ("", "none"))
    if said.kind == GAP:
        family, glyph = "", "none"
    lines = wrap(title, TITLE, width - 66, pen.room.measure)
    also = [_short(pen.room.words, rule.id) for rule in said.broken[1:]]
    more = [line for each in also for line in wrap("+ " + each, sans(14), width - 66, pen.room.measure)]
    height = 42 + 22 * len(lines) + 19 * len(more)
    pen.box(
        "verdict", 0.75, 0.75, width - 1.5, height - 1.5, fill=f"{family}.tint" if family else "raise",
        stroke=f"{family}.fill" if family else "line3", line=1.5, radius=10, spoken=f"{title}. {under}",
    )  # fmt: skip
    pen.glyph("verdict/glyph", 28, 32, glyph, 28)
    y = 27.0
    for number, line in enumerate(lines):
        pen.text(f"verdict/title.{number}", 54, y, line, TITLE, anchor="start")
        y += 22
    for number, line in enumerate(more):
        pen.text(f"verdict/more.{number}", 54, y, line, 14, anchor="start")
        y += 19
    pen.text("verdict/under", 54, y, under, 14, color="text2", anchor="start", within=width - 62)
    return float(height)


def _law(pen: Pen, said: Said, finding: Finding, top: float, width: float) -> float:
    """The rule in the RFC's words; where those are foreign to the reader, in the reader's too."""
    words, law = pen.words, said.law
    section = law.section if law is not None else finding.rule.section
    clause = f"RFC {finding.rule.rfc} §{section}"
    pen.text("law", 0, top + 28, words.translate("figures", "The rule"), HEADING, color="text2", anchor="start")
    pen.text(
        "law/clause", width, top + 28, clause, 13, color="text3", anchor="end", links=("cite:" + clause,), spoken=clause
    )
    own = words.rule(finding.rule.id)
    quote = law.quote.replace("_", "").replace("|", "").replace("  ", " ") if law is not None else ""
    top += 38
    begin = top
    lines = wrap(f"“{quote}”" if quote else own, sans(16), width - 14, pen.room.measure)
    for number, line in enumerate(lines):
        pen.text(f"law/quote.{number}", 14, top + 16 + 22 * number, line, 16, anchor="start")
    top += 22 * len(lines)
    if quote and words.lang != "en":
        for number, line in enumerate(wrap(own, sans(14), width - 14, pen.room.measure)):
            pen.text(f"law/own.{number}", 14, top + 18, line, 14, color="text2", anchor="start")
            top += 20
    pen.line("law/bar", ((1.5, begin), (1.5, top + 2)), "line2", 3)
    top += 16
    pen.line("law/rule", ((0, top), (width, top)), "line")
    return top


def _parts(header: FrameHeader) -> list[Part]:
    """The fields of the first two bytes; the reserved bits as one."""
    found = [Part("FIN", 0, 1), Part(RSV, 1, 4)]
    named = [field for field in header.fields() if field.name in {"opcode", "MASK", "payload length"}]
    return found + [Part(field.name, field.start_bit, field.stop_bit) for field in named]


def _bits(pen: Pen, said: Said, header: FrameHeader, top: float, width: float) -> float:
    """The first 16 bits as cells, those that break a rule ringed, and what they say."""
    words, finding = pen.words, said.finding
    pen.text("bits", 0, top + 22, words.translate("figures", "The bits"), HEADING, color="text2", anchor="start")
    pen.text(
        "bits/where", width, top + 22, words.translate("figures", "bytes 0 and 1"), 13, color="text3", anchor="end"
    )
    bits, cells = int.from_bytes(header.header[:2], "big"), top + 60
    broken = range(finding.start_bit, finding.start_bit + max(1, finding.width)) if finding is not None else range(0)
    inside = [bit for bit in broken[:16] if bit < 16] if len(broken) < header.size * 8 else []
    parts = _parts(header)
    for part in parts:
        for bit in range(part.start, part.stop):
            value = bits >> (15 - bit) & 1
            x = bit * PITCH
            ground = fill(part.name) if value else tint(part.name)
            spoken = words.translate("figures", "{field}, bit {bit}, value {value}").format(
                field=field_word(words, part.name), bit=bit, value=value
            )
            links = (f"bit:{bit}", field_link(part.name), f"byte:{bit // 8}")
            pen.box(f"bit.{bit}", x, cells, CELL, 32, fill=ground, spoken=spoken, links=links)
            color = on(part.name) if value else "text"
            pen.text(f"bit.{bit}/digit", x + CELL / 2, cells + 21, str(value), mono(14, bold=bool(value)), color=color)
            if bit in {0, 7, 15} or bit in inside[:1]:
                strong = bit in inside
                color, font = ("text", mono(12, bold=True)) if strong else ("text3", mono(12))
                pen.text(f"bit.{bit}/number", x + CELL / 2, cells - 6, str(bit), font, color=color)
        left, wide = part.start * PITCH, part.width * PITCH - 1
        outline = edge(part.name) if needs_outline(part.name) else ""
        pen.box(f"bar.{part.name}", left, cells + 33, wide, 5, fill=fill(part.name), stroke=outline)
    if inside:
        left = inside[0] * PITCH
        pen.box(
            "bits/ring", left - 2.5, cells - 2.5, (inside[-1] - inside[0] + 1) * PITCH + 4, 37, stroke="err.fill",
            line=3, radius=3, above=2,
        )  # fmt: skip
    _names(pen, header, parts, inside, cells + 56)
    top = cells + 66
    text = _sense(pen, said, header, finding)
    for line in wrap(text, sans(14), width, pen.room.measure) if text else []:
        pen.text(f"bits/sense.{top}", 0, top + 15, line, 14, anchor="start")
        top += 20
    top += 14
    pen.line("bits/rule", ((0, top), (width, top)), "line")
    return top


def _names(pen: Pen, header: FrameHeader, parts: list[Part], inside: list[int], y: float) -> None:
    """The names of the fields under their bars, as far as there is room."""
    words = pen.words
    length = words.translate("figures", "length {value}").format(value=header.header[1] & 0x7F)
    names = {"FIN": "FIN", "opcode": field_word(words, "opcode"), "MASK": "MASK", "payload length": length}
    for part in parts:
        if part.name in names:
            hit = any(part.start <= bit < part.stop for bit in inside)
            color = "err.edge" if hit else "text2" if token(part.name) == "fin" else edge(part.name)
            x = 0.0 if part.name == "FIN" else (part.start + part.stop) / 2 * PITCH - 0.5
            anchor: Anchor = "start" if part.name == "FIN" else "middle"
            pen.text(f"name.{part.name}", x, y, names[part.name], sans(12, bold=True), color=color, anchor=anchor)


def _sense(pen: Pen, said: Said, header: FrameHeader, finding: Finding | None) -> str:
    """What the broken bits say; nothing if no rule is broken, or if it is about the frame as a whole."""
    words = pen.words
    if finding is None or finding.width >= header.size * 8:
        return ""
    size = len(header.header)
    if finding.rule.id == "frame.masked":
        if not header.length:
            return words.translate("figures", "MASK is 0.")
        text = words.translate("figures", "MASK is 0, so bytes {first} to {last} are plain text on the wire.")
        return text.format(first=size, last=header.size - 1)
    if finding.start_bit >= size * 8:
        first = finding.start_bit // 8
        last = (finding.start_bit + max(1, finding.width) - 1) // 8
        if first == last:
            return words.translate("figures", "Byte {byte}, in the payload, breaks it.").format(byte=first)
        text = words.translate("figures", "Bytes {first} to {last}, in the payload, break it.")
        return text.format(first=first, last=last)
    field = next((each for each in header.fields() if each.start_bit <= finding.start_bit < each.stop_bit), None)
    return meaning(words, field.name, header, said.who)[0] if field is not None else ""  # type: ignore[arg-type]
