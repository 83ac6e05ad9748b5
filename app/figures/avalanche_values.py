"""Below the grids: how many bits differ by now, and both accept values once all rounds are over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.figures.pen import mono, sans
from protocol.avalanche import BITS

if TYPE_CHECKING:
    from app.figures.pen import Pen
    from protocol.avalanche import Pair

LEFT: Final = 48.0
VALUES: Final = 420.0
STEP: Final = 14.6


def draw_values(pen: Pen, pair: Pair, shown: int, top: float) -> str:
    """The box; returns what it says in one sentence."""
    words = pen.words
    done = shown == len(pair.rows)
    pen.box("values", 32, top, 824, 82, fill="raise", stroke="ink", line=2, radius=10)
    text = words.translate("figures", "Bit {bit} of the key turned: {count} bit of the text")
    if pair.text_bits != 1:
        text = words.translate("figures", "Bit {bit} of the key turned: {count} bits of the text")
    text = text.format(bit=pair.bit + 1, count=pair.text_bits)
    pen.text("values/cause", LEFT, top + 27, text, 14, color="text2", anchor="start", within=VALUES - LEFT - 16)
    now = words.translate("figures", "After 1 round: {count} of {bits} bits differ")
    if shown != 1:
        now = words.translate("figures", "After {rounds} rounds: {count} of {bits} bits differ")
    now = now.format(rounds=shown, count=pair.counts[shown - 1], bits=BITS)
    pen.text("values/now", LEFT, top + 51, now, sans(15, bold=True), anchor="start", within=VALUES - LEFT - 16)
    if not done:
        later = words.translate("figures", "the accept values come after the last round")
        pen.text("values/later", VALUES, top + 46, later, 14, color="text3", anchor="start", within=420)
        return f"{text}. {now}."
    end = words.translate("figures", "In the digest: {count} of {bits} bits differ").format(
        count=pair.digest_count, bits=BITS
    )
    pen.text("values/digest", LEFT, top + 71, end, 13, color="text2", anchor="start", within=VALUES - LEFT - 16)
    one, other = pair.first.accept, pair.second.accept
    for row, (name, value) in enumerate((("first", one), ("second", other))):
        for place, letter in enumerate(value):
            differs = one[place] != other[place]
            x = VALUES + STEP * place
            pen.text(f"values/{name}.{place}", x + STEP / 2, top + 34 + 26 * row, letter, mono(16, bold=differs),
                     color="err.edge" if differs and row else "text")  # fmt: skip
    return f"{text}. {now}. {end}."
