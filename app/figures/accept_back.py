"""From a bit of the answer back to its causes: character, digest, sum, register, the round it was made in, the key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Rect
from app.figures.accept_digest import BIT, draw_strip_of_bits
from app.figures.pen import mono, sans
from protocol.causes import causes_of, turning_bits

if TYPE_CHECKING:
    from app.figures.accept_known import Focus
    from app.figures.accept_panel import PanelPen
    from protocol.accept import AcceptTrace
    from protocol.causes import Causes, Column

X: Final = 52.0
PITCH: Final = 28.0
CELL: Final = 26.0
TERM: Final = 88.0
"""From one addend to the next."""
KEY_BIT: Final = 784 / 128


def draw_back(pen: PanelPen, trace: AcceptTrace, focus: Focus) -> str:
    """The panel; returns what it shows in one sentence."""
    words, causes = pen.words, causes_of(trace, focus.bit)
    _draw_characters(pen, trace, causes)
    _draw_digest(pen, trace, causes)
    _draw_sum(pen, causes)
    _draw_round(pen, causes)
    count = _draw_key(pen, trace, causes)
    text = words.translate(
        "figures", "Bit {bit} of the answer is {value}; {count} of 128 bits of the key turn it over if they change."
    )
    return text.format(bit=causes.bit + 1, value=causes.value, count=count)


def _heading(pen: PanelPen, name: str, y: float, text: str, note: str = "") -> None:
    runs = ((text, sans(14, bold=True), "text"), *(((f"   {note}", sans(14), "text2"),) if note else ()))
    pen.runs(name, X, y, runs, within=784)


def _draw_characters(pen: PanelPen, trace: AcceptTrace, causes: Causes) -> None:
    """The accept value, and the six bits of the character that holds the bit."""
    words, place = pen.words, causes.bit // 6
    group = trace.groups[causes.bit // 24]
    number = group.sextets[place % 4] or 0
    bits = f"{number:06b}"
    y = pen.down(22, 28)
    text = words.translate("figures", "Character {place} of the answer").format(place=place + 1)
    note = words.translate("figures", "“{letter}” is number {number}: {bits}")
    _heading(pen, "back/answer", y, text, note.format(letter=trace.accept[place], number=number, bits=bits))
    top, height = y + 8, pen.between(26, 32)
    for at, letter in enumerate(trace.accept):
        current = at == place
        rect = Rect(X + PITCH * at, top, CELL, height)
        pen.rect(
            f"back/character.{at}", rect, "srv.tint" if current else "", "ink" if current else "line2",
            line=2.5 if current else 1, radius=4, links=(f"character:{at}",),
        )  # fmt: skip
        pen.text(f"back/character.{at}/letter", rect.x + CELL / 2, top + height / 2 + 6, letter, mono(16, bold=current))


def _draw_digest(pen: PanelPen, trace: AcceptTrace, causes: Causes) -> None:
    """All 160 bits, the one in question ringed, and the word that it belongs to."""
    words, y = pen.words, pen.down(84, 106)
    text = words.translate("figures", "Bit {bit} of the digest is {value}").format(
        bit=causes.bit + 1, value=causes.value
    )
    note = words.translate("figures", "in H{word}, there it is bit {place}").format(
        word=causes.word, place=causes.place
    )
    _heading(pen, "back/digest", y, text, note)
    top, height = y + 8, pen.between(16, 22)
    draw_strip_of_bits(pen, "back/bits", trace.digest, top, height)
    for word in range(5):
        x = X + 32 * BIT * word
        current = word == causes.word
        pen.bracket(
            f"back/h.{word}", x + 1, top + height + 7, 32 * BIT - 4, depth=-4, color="ink" if current else "line3"
        )
    x = X + BIT * causes.bit
    pen.rect("back/ring", Rect(x - 2.5, top - 3, BIT + 4, height + 6), "", "err.fill", line=2.5, radius=2, above=2)


def _draw_sum(pen: PanelPen, causes: Causes) -> None:
    """The last addition of block 2: what stood there before, and the register after round 79."""
    words, y = pen.words, pen.down(150, 190)
    letter = "abcde"[causes.word]
    text = words.translate("figures", "It is a sum: H{word} before the block + register {letter}")
    _heading(pen, "back/sum", y, text.format(word=causes.word, letter=letter))
    names = (words.translate("figures", "before"), letter)
    _draw_column(pen, "back/sum", causes.sum, names, y + pen.between(14, 16))


def _draw_round(pen: PanelPen, causes: Causes) -> None:
    """The five addends of the round that made the value, in their own column."""
    words, y = pen.words, pen.down(222, 280)
    letter = "abcde"[causes.word]
    text = words.translate("figures", "Register {letter} was made in round {round} of block 2")
    text = text.format(letter=letter, round=causes.round)
    if causes.word == 0:
        note = words.translate("figures", "as its sum, in the same place")
    elif causes.word == 1:
        note = words.translate("figures", "and moved down once, in the same place")
    else:
        note = words.translate("figures", "as bit {place}; moving from b to c rotates by 30").format(
            place=causes.made_place
        )
    _heading(pen, "back/round", y, text, note)
    _draw_column(
        pen, "back/round", causes.made, tuple(name for name, _ in causes.made.addends), y + pen.between(14, 16)
    )


def _draw_column(pen: PanelPen, name: str, column: Column, names: tuple[str, ...], top: float) -> None:
    """The bits of the addends with their names, the carry, and what is left of the sum."""
    words, x = pen.words, X
    height = pen.between(26, 30)
    entries = [(label, str(bit)) for label, (_, bit) in zip(names, column.addends, strict=True)]
    entries.append((words.translate("figures", "carry"), str(column.carry)))
    baseline = top + height / 2 + 5
    for place, (label, value) in enumerate(entries):
        if place:
            pen.text(f"{name}/plus.{place}", x - 12, baseline, "+", mono(15), color="text2")
        dark = value == "1" and place < len(entries) - 1
        pen.rect(
            f"{name}/{place}", Rect(x, top, CELL, height), "ink" if dark else "sunk", "" if dark else "line2", radius=3
        )
        pen.text(
            f"{name}/{place}/bit",
            x + CELL / 2,
            baseline,
            value,
            mono(15, bold=True),
            color="on-ink" if dark else "text",
        )
        width = pen.width(label, sans(12))
        pen.text(f"{name}/{place}/name", x + CELL + 5, baseline, label, 12, color="text2", anchor="start")
        x += max(TERM, CELL + width + 30) if place < len(entries) - 1 else CELL + width + 14
    text = words.translate("figures", "= {total}, of which {bit} stays").format(total=column.total, bit=column.bit)
    pen.text(f"{name}/total", x, baseline, text, sans(14, bold=True), anchor="start", within=836 - x)


def _draw_key(pen: PanelPen, trace: AcceptTrace, causes: Causes) -> int:
    """The 128 bits of the key: which of them would turn the bit over; returns how many."""
    words, y = pen.words, pen.down(294, 372)
    turning = turning_bits(trace.key, causes.bit)
    if not turning:
        text = words.translate("figures", "The key is not 16 bytes: it has no bits to turn")
        _heading(pen, "back/key", y, text)
        return 0
    count = sum(turning)
    text = words.translate("figures", "{count} of {all} bits of the key turn it").format(count=count, all=len(turning))
    note = words.translate("figures", "each was tried: turned over, and all 160 rounds run again")
    _heading(pen, "back/key", y, text, note)
    top, height = y + 10, pen.between(26, 34)
    for place, turns in enumerate(turning):
        x = X + KEY_BIT * place
        spoken = words.translate("figures", "Bit {bit} of the key").format(bit=place + 1)
        pen.rect(
            f"back/key.{place}", Rect(x, top, KEY_BIT - 1.2, height), "cli.fill" if turns else "sunk",
            "" if turns else "line", spoken=spoken, links=(f"key:{place // 8}",),
        )  # fmt: skip
    note = words.translate("figures", "filled: this one turns the bit of the answer, empty: it does not")
    pen.text("back/legend", X, top + height + 18, note, 13, color="text2", anchor="start", within=784)
    return count
