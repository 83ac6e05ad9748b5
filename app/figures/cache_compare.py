"""Both attempts side by side: the same text, what became of it on the wire, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.figures.cache_words import masking_word
from app.figures.pen import mono, wrap
from lessons.plays.cache import AGAIN, ATTACK
from lessons.plays.cache_view import masking_of, moments_of, read_by_proxy, visible, visits
from lessons.plays.lenient_reader import START
from protocol.facts import FrameSent
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.figures.pen import Pen
    from protocol.chorus import Chorus
    from protocol.frames import Frame

LEFT: Final = 32.0
WIDE: Final = 404.0
GAP: Final = 16.0
CELLS: Final = 10


def draw_compare(pen: Pen, whole: Chorus, now: Chorus) -> str:
    """One column an attempt."""
    words = pen.words
    top, bottom = pen.room.top + 6, pen.room.height - 20
    names = [name for name in (ATTACK, AGAIN) if masking_of(whole, name) is not None]
    said = []
    for place, name in enumerate(names):
        x = LEFT + place * (WIDE + GAP)
        pen.box(f"attempt.{name}", x, top, WIDE, bottom - top, fill="raise", stroke="line2", radius=10)
        title = masking_word(words, masking_of(whole, name))
        pen.text(f"attempt.{name}/title", x + 16, top + 30, title, 18, bold=True, anchor="start", within=WIDE - 32)
        said.append(f"{title}: {_column(pen, now, name, place, x, top + 44, bottom)}")
    if not names:
        pen.text("none", 444, (top + bottom) / 2, words.translate("figures", "nothing"), 16, color="text2")
    return ". ".join(said)


def _column(pen: Pen, now: Chorus, name: str, place: int, x: float, top: float, bottom: float) -> str:
    words, prefix = pen.words, f"attempt.{name}"
    step = (bottom - top) / 4
    frame = _frame(now, name)
    heads = (
        words.translate("figures", "on the wire, the payload begins"),
        words.translate("figures", "read as text"),
        words.translate("figures", "what the proxy takes for a request"),
        words.translate("figures", "what the next visitor gets"),
    )
    for number, head in enumerate(heads):
        y = top + step * number
        pen.line(f"{prefix}/rule.{number}", ((x + 16, y), (x + WIDE - 16, y)), "line", 1)
        pen.text(f"{prefix}/head.{number}", x + 16, y + 22, head, 13, color="text2", anchor="start", within=WIDE - 32)
    if frame is None:
        return words.translate("figures", "nothing yet")
    for number, byte in enumerate(frame.wire[:CELLS]):
        left = x + 16 + number * 37
        pen.box(f"{prefix}/byte.{number}", left, top + 34, 34, 30, fill="pay.tint", spoken=f"{byte:02x}")
        pen.text(f"{prefix}/byte.{number}/digits", left + 17, top + 55, f"{byte:02x}", mono(16, bold=True))
    text = visible(frame.wire)
    for number, line in enumerate(_broken(pen, text)[:2]):
        pen.text(f"{prefix}/text.{number}", x + 16, top + step + 46 + 20 * number, line, mono(14, bold=True),
                 color="pay.edge", anchor="start", within=WIDE - 32)  # fmt: skip
    starts = [line for line in read_by_proxy(now, name, Role.CLIENT).lines if line.kind == START][1:]
    found = visible(starts[0].data) if starts else words.translate("figures", "nothing")
    pen.glyph(f"{prefix}/found/glyph", x + 26, top + 2 * step + 44, "cross" if starts else "tick", 18)
    pen.text(
        f"{prefix}/found",
        x + 42,
        top + 2 * step + 50,
        found,
        mono(14, bold=True) if starts else 14,
        anchor="start",
        within=WIDE - 58,
    )
    verdict = _verdict(pen, now, prefix, place, x, top + 3 * step)
    return f"{visible(frame.wire)}. {found}. {verdict}"


def _verdict(pen: Pen, now: Chorus, prefix: str, place: int, x: float, y: float) -> str:
    seen = visits(now)
    body = seen[place].body if place < len(seen) else None
    if body is None:
        return ""
    bad = seen[place].poisoned
    pen.glyph(f"{prefix}/got/glyph", x + 26, y + 44, "cross" if bad else "tick", 18)
    pen.text(
        f"{prefix}/got",
        x + 42,
        y + 50,
        body,
        mono(14, bold=True),
        color="err.edge" if bad else "ok.edge",
        anchor="start",
        within=WIDE - 58,
    )
    return body


def _broken(pen: Pen, text: str) -> list[str]:
    return wrap(text, mono(14, bold=True), WIDE - 32, pen.room.measure)


def _frame(now: Chorus, name: str) -> Frame | None:
    """The frame of an attempt that carries what is to look like a GET: its last one."""
    if name not in now.names or not any(
        moments_of(now, *(f"attempt.{one}" for one in ("none", "zero", "reused", "fresh")))
    ):
        return None
    frames = [fact.frame for fact in now.connection(name).of(FrameSent) if fact.who is Role.CLIENT]
    return frames[-1] if frames else None
