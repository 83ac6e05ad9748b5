"""The strip of 80 words: those of the block in the colours of their bytes, the current one, and its four
sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Rect
from app.figures.accept_known import word_kind
from app.figures.accept_panel import PanelPen, hex8
from app.figures.pen import mono, sans
from protocol.sha1 import BANDS, word_sources

if TYPE_CHECKING:
    from app.figures.accept_known import Focus
    from protocol.accept import AcceptTrace

X: Final = 52.0
PITCH: Final = 9.8
SQUARE: Final = 8.4
SEPARATOR: Final = (104, 106)
"""How far the strip reaches below the upper edge of the panel, in a low and in a high room."""

Span = tuple[float, float]


def square_x(t: int) -> float:
    """The left edge of a word's square."""
    return X + PITCH * t


def middle(t: int) -> float:
    """The middle of a word's square."""
    return square_x(t) + SQUARE / 2


def draw_bands(pen: PanelPen, t: int) -> None:
    """Twenty rounds each: their function and their constant, above the strip."""
    for band in BANDS:
        current = band.first <= t <= band.last
        x, name = square_x(band.first), f"band.{band.first}"
        width = 20 * PITCH - 4
        color = "ink" if current else "line2"
        y = pen.top + 29
        pen.line(name + "/line", ((x, y), (x + width, y)), color, 2.5 if current else 1)
        spoken = pen.words.translate("figures", "Rounds {first} to {last} use {function} and the constant {k}.")
        spoken = spoken.format(first=band.first, last=band.last, function=band.name, k=hex8(band.k))
        span = (f"t {band.first}–{band.last}   ", sans(13), "text2" if current else "text3")
        function = (band.name, sans(13, bold=True), "text" if current else "text3")
        pen.runs(name, x, pen.top + 22, (span, function), spoken=spoken)
        font = mono(12, bold=current)
        color = "text" if current else "text3"
        pen.text(name + "/k", x + width - 1, pen.top + 22, f"K {hex8(band.k)}", font, color=color, anchor="end")


def draw_strip(pen: PanelPen, trace: AcceptTrace, focus: Focus) -> None:
    """The 80 squares, what lies below them, and the line that closes the strip."""
    t = focus.t
    for place in range(80):
        _draw_square(pen, trace, focus, place)
    sources = word_sources(t)
    if sources:
        _draw_sources(pen, sources, t)
    taken = [_number_span(pen, place) for place in (*sources, t)]
    pen.text("strip/t", middle(t), pen.top + 83, str(t), mono(13, bold=True), anchor="middle")
    taken += _draw_segments(pen, trace, focus, taken)
    _draw_formula(pen, focus, taken)
    y = pen.down(*SEPARATOR)
    pen.line("strip/separator", ((32, y), (856, y)), "line")


def _draw_square(pen: PanelPen, trace: AcceptTrace, focus: Focus, t: int) -> None:
    """One word: in the colour of its bytes, made from others, current, or not reached."""
    name, x, y = f"strip/w.{t}", square_x(t), pen.top + 36
    links = (f"word:{focus.block}.{t}",)
    spoken = _spoken_word(pen, trace, focus.block, t) if t <= focus.t else ""
    if t == focus.t:
        pen.rect(name, Rect(x - 2, y - 3, 12.2, 25), "ink", radius=2, spoken=spoken, links=links, above=1)
        return
    rect = Rect(x, y, SQUARE, 19)
    kind = word_kind(trace, focus.block, t) if t < 16 else ""
    if kind in ("zero", "length"):
        inner = Rect(x + 0.5, y + 0.5, SQUARE - 1, 18)
        pen.rect(name, inner, "raise", "line2" if kind == "zero" else "ink", spoken=spoken, links=links)
    elif t < focus.t or kind:
        fill = {"key": "cli.fill", "guid": "text3", "one": "ink"}.get(kind, "line2")
        pen.rect(name, rect, fill, spoken=spoken, links=links)
    else:
        pen.empty(name, rect, links=links)


def _spoken_word(pen: PanelPen, trace: AcceptTrace, block: int, t: int) -> str:
    words = pen.words
    word = hex8(trace.sha1.blocks[block - 1].words[t])
    sources = word_sources(t)
    if not sources:
        text = words.translate("figures", "W{t} is {word}: bytes {first} to {last} of the block.")
        return text.format(t=t, word=word, first=4 * t, last=4 * t + 3)
    text = words.translate("figures", "W{t} is {word}, made from W{s0}, W{s1}, W{s2} and W{s3}.")
    s0, s1, s2, s3 = sources
    return text.format(t=t, word=word, s0=s0, s1=s1, s2=s2, s3=s3)


def _draw_sources(pen: PanelPen, sources: tuple[int, ...], t: int) -> None:
    """The four earlier words, outlined, and one line that leads from them to the current one."""
    y = pen.top + 69
    for place, source in enumerate(reversed(sources)):
        x, name = middle(source), f"strip/source.{place}"
        rect = Rect(square_x(source) - 0.8, pen.top + 35.2, 10, 20.6)
        pen.rect(name, rect, "", "ink", line=2, above=1)
        pen.line(name + "/line", ((x, pen.top + 57), (x, y)), "ink", 1.5)
        pen.text(name + "/t", x, pen.top + 83, str(source), mono(12), color="text2", anchor="middle")
    points = ((middle(sources[-1]), y), (middle(t), y), (middle(t), pen.top + 58.5))
    pen.line("strip/sources", points, "ink", 1.5, head=8)


def _number_span(pen: PanelPen, t: int) -> Span:
    half = pen.width(str(t), mono(13, bold=True)) / 2 + 3
    return middle(t) - half, middle(t) + half


def _draw_segments(pen: PanelPen, trace: AcceptTrace, focus: Focus, taken: list[Span]) -> list[Span]:
    """The names of the parts of the block below their words, where no number stands in the way."""
    words = pen.words
    names = {
        "key": (words.translate("figures", "key"), sans(13, bold=True), "cli.edge"),
        "guid": ("GUID", sans(13, bold=True), "text2"),
        "one": (words.translate("figures", "pad"), sans(13), "text2"),
        "zero": (words.translate("figures", "zeros"), sans(13), "text2"),
        "length": (words.translate("figures", "length"), sans(13), "text2"),
    }
    drawn: list[Span] = []
    of_word = [word_kind(trace, focus.block, t) for t in range(16)]
    for kind, (name, font, color) in names.items():
        places = [t for t, is_kind in enumerate(of_word) if is_kind == kind]
        if not places:
            continue
        width = pen.width(name, font)
        room = square_x(places[-1]) + SQUARE - square_x(places[0])
        narrow = width > room
        starts = [middle(places[0]) + (room - SQUARE) / 2 - width / 2] if narrow else [square_x(places[0])]
        if not narrow:
            starts += [right for _, right in taken if starts[0] < right < square_x(places[-1])]
        for start in starts:
            span = (start - 2, start + width + 2)
            fits = narrow or span[1] <= square_x(places[-1]) + PITCH + 2
            if fits and not any(left < span[1] and span[0] < right for left, right in taken + drawn):
                pen.text(f"strip/{kind}", start, pen.top + 83, name, font, anchor="start", color=color)
                drawn.append(span)
                break
    return drawn


def _draw_formula(pen: PanelPen, focus: Focus, taken: list[Span]) -> None:
    """How the current word came about: beside its number if there is room, else on a line of its own."""
    words, t = pen.words, focus.t
    sources = word_sources(t)
    if sources:
        s0, s1, s2, s3 = sources
        text = words.translate("figures", " = W{s0} ⊕ W{s1} ⊕ W{s2} ⊕ W{s3}, rotated left by 1 bit")
        text = text.format(s0=s0, s1=s1, s2=s2, s3=s3)
    else:
        text = words.translate("figures", " is word {t} of the block: bytes {first} to {last}")
        text = text.format(t=t, first=4 * t, last=4 * t + 3)
    runs = ((f"W{t}", sans(14, bold=True), "text"), (text, sans(14), "text2"))
    width = sum(pen.width(run[0], run[1]) for run in runs)
    x = max([middle(t) + 22] + [right + 12 for _, right in taken if right > middle(t) + 10])
    if x + width <= 844:
        pen.runs("strip/formula", x, pen.top + 82, runs)
    else:
        x = max(X, min(middle(t) - width / 2, 836 - width))
        pen.runs("strip/formula", x, pen.top + 99, runs, within=836 - x)
