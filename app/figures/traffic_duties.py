"""The lower half of the referee's pane: what the RFC asks for, what was done, and what became of the other rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.figures.pen import mono, sans, wrap
from lessons.narration.verdicts import duty_text
from protocol.referee import Ruling
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.drawing.marks import GlyphName, Words
    from app.figures.pen import Pen
    from app.model.traffic.verdict import DeedShown, Said
    from protocol.aftermath import Required
    from protocol.referee import Applied

TAG: Final = sans(12, bold=True)
HEADING: Final = sans(13, bold=True)


def draw_required(pen: Pen, said: Said, top: float, width: float) -> float:
    """What is asked of each side: solid tags for a MUST, outlined ones for the rest; the lower end."""
    for who in Role:
        asked = [each for each in said.required if each.by is who]
        if asked:
            heading = (
                pen.words.translate("figures", "Required of the client")
                if who is Role.CLIENT
                else pen.words.translate("figures", "Required of the server")
            )
            sections = ", ".join(dict.fromkeys("§" + each.duty.section for each in asked))
            pen.text(f"asked.{who.value}", 0, top + 22, heading, HEADING, color="text2", anchor="start")
            pen.text(
                f"asked.{who.value}/clause", width, top + 22, sections, 13, color="text3", anchor="end", within=110
            )
            top += 34
            wide = max(_tag_width(pen, each.duty.level) for each in asked)
            for number, each in enumerate(asked):
                top = _asked(pen, f"asked.{who.value}.{number}", each, top, width, wide)
            top += 8
            pen.line(f"asked.{who.value}/rule", ((0, top), (width, top)), "line")
    return top


def _tag_width(pen: Pen, level: str) -> float:
    return max(46.0, pen.width(level, TAG) + 14) if level else 0.0


def _asked(pen: Pen, name: str, each: Required, top: float, width: float, wide: float) -> float:
    level, words = each.duty.level, duty_text(each, pen.words.lang)
    solid = level.startswith("MUST")
    x = wide + 10 if wide else 0.0
    lines = wrap(words, sans(14, bold=solid), width - x, pen.room.measure)
    if level:
        half = 0.0 if solid else 0.75
        pen.box(
            name + "/tag", half, top + half, wide - 2 * half, 20 - 2 * half, fill="ink" if solid else "",
            stroke="" if solid else "line3", line=1.5, radius=4, spoken=f"{level}: {words}",
        )  # fmt: skip
        pen.text(name + "/level", wide / 2, top + 14.5, level, TAG, color="on-ink" if solid else "text")
    for number, line in enumerate(lines):
        pen.text(f"{name}/words.{number}", x, top + 15 + 19 * number, line, sans(14, bold=solid), anchor="start")
    return top + 28 + 19 * (len(lines) - 1)


def draw_deeds(pen: Pen, said: Said, top: float, width: float) -> float:
    """What the one who has to react did, with its delay; the lower end."""
    if not said.did:
        return top
    words = pen.words
    heading = (
        words.translate("figures", "What the client did")
        if said.did[0].deed.by is Role.CLIENT
        else words.translate("figures", "What the server did")
    )
    pen.text("did", 0, top + 22, heading, HEADING, color="text2", anchor="start")
    top += 34
    for number, each in enumerate(said.did):
        name, text, deed = f"did.{number}", deed_words(words, each), each.deed
        glyph: GlyphName = "none" if deed.right is None else "tick" if deed.right else "cross"
        delay = "" if deed.what == "nothing" else delay_text(words, deed.delay)
        wide = pen.width(delay, mono(13))
        links = (f"frame:{each.frame}",) if each.frame is not None else ()
        spoken = ", ".join(part for part in (text, delay) if part)
        pen.glyph(name + "/glyph", 10, top + 10, glyph, 15, spoken=spoken, links=links)
        lines = wrap(text, sans(14, bold=True), width - 28 - wide - 8, pen.room.measure)
        for place, line in enumerate(lines):
            pen.text(
                f"{name}/words.{place}", 28, top + 15 + 19 * place, line, sans(14, bold=True), anchor="start",
                spoken=spoken if not place else "", links=links,
            )  # fmt: skip
        pen.text(name + "/delay", width, top + 15, delay, mono(13), color="text2", anchor="end")
        top += 9 + 19 * len(lines)
        if each.frame is not None:
            where = words.translate("figures", "frame {number}").format(number=f"{each.frame:,}")
            more = ", §5.5.1" if deed.what == "late" else ""
            pen.text(
                name + "/frame",
                28,
                top + 6,
                where + more,
                13,
                color="text2",
                anchor="start",
                spoken=spoken,
                links=links,
            )
            top += 18
    return top + 6


def deed_words(words: Words, each: DeedShown) -> str:
    """What was done, in a few words."""
    deed = each.deed
    close = words.translate("figures", "Close {code}") if deed.code is not None else words.translate("figures", "Close")
    return {
        "close": close.format(code=deed.code),
        "data": words.translate("figures", "went on: %n data frame(s)", "", deed.count),
        "late": words.translate("figures", "%n data frame(s) after its Close", "", deed.count),
        "fin": words.translate("figures", "TCP closed"),
        "rst": words.translate("figures", "TCP reset"),
        "answer": words.translate("figures", "answered with {status}").format(status=deed.code),
        "nothing": words.translate("figures", "nothing until the recording ends"),
    }[deed.what]


def delay_text(words: Words, seconds: float) -> str:
    """A delay as `+21 ms` or `+3.4 s`."""
    if seconds < 0.0095:
        number = f"{seconds * 1000:.1f}".removesuffix(".0")
        return words.translate("figures", "+{number} ms").format(number=number)
    if seconds < 0.9995:
        return words.translate("figures", "+{number} ms").format(number=round(seconds * 1000))
    return words.translate("figures", "+{number} s").format(
        number=f"{seconds:,.1f}" if seconds < 100 else f"{seconds:,.0f}"
    )


def draw_others(pen: Pen, said: Said, top: float, width: float) -> float:
    """The rules that hold and those that nobody can judge; rules that say nothing about such a frame are counted."""
    rows = [("done", each) for each in said.ruled(Ruling.HOLDS)]
    rows += [("none", each) for each in said.ruled(Ruling.UNJUDGED)]
    if not rows:
        return top
    words = pen.words
    heading = (
        words.translate("figures", "Rules that hold") if not said.broken else words.translate("figures", "Other rules")
    )
    pen.line("others/rule", ((0, top), (width, top)), "line")
    pen.text("others", 0, top + 22, heading, HEADING, color="text2", anchor="start")
    silent = len(said.ruled(Ruling.NOT_APPLICABLE))
    if silent:
        text = words.translate("figures", "%n do not apply", "", silent)
        pen.text("others/silent", width, top + 22, text, 13, color="text3", anchor="end")
    top += 34
    for number, (sign, each) in enumerate(rows):
        top = _other(pen, f"other.{number}", "done" if sign == "done" else "none", each, top, width)
    return top


def _other(pen: Pen, name: str, sign: GlyphName, each: Applied, top: float, width: float) -> float:
    words = pen.words
    text = words.rule(each.rule.id)
    lines = wrap(text, sans(13), width - 24, pen.room.measure)
    told = (
        words.translate("figures", "{rule}: holds. {clause}")
        if sign == "done"
        else words.translate("figures", "{rule}: nobody can judge it here. {clause}")
    )
    spoken = told.format(rule=text, clause=each.rule.cited)
    last = (each.start_bit + each.width + 7) // 8
    links = (f"rule:{each.rule.id}", *(f"byte:{byte}" for byte in range(max(0, each.start_bit) // 8, min(last, 16))))
    pen.glyph(name + "/sign", 8, top + 9, sign, 12, spoken=spoken, links=links)
    for place, line in enumerate(lines):
        pen.text(
            f"{name}/words.{place}", 24, top + 13 + 17 * place, line, 13, color="text2", anchor="start",
            spoken=spoken if not place else "", links=links,
        )  # fmt: skip
    return top + 5 + 17 * len(lines)
