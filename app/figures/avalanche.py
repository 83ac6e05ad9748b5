"""One bit of the key turned over, and where the registers of SHA-1 differ after each of the 80 + 80 rounds.

    left, middle   the five registers of both runs, one row a round, a 1 is dark
    right          the bits in which they differ, and how many
    below          both accept values

`focus` is `round.N`: the rounds up to the Nth, from 1 on, are shown. The options `bit` (1 to 128) and `round` go first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Scene
from app.figures.accept_known import known_at
from app.figures.avalanche_grid import draw_grids
from app.figures.avalanche_values import draw_values
from app.figures.pen import Pen
from app.model.control import Control
from protocol.avalanche import KEY_BITS, pair_of
from protocol.chorus import as_chorus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.drawing.marks import Room, Words
    from protocol.chorus import Chorus
    from protocol.knowledge import Facts

ROUNDS: Final = 160


def draw(facts: Facts | Chorus, cursor: int, focus: str, room: Room) -> Scene:
    """The scene of the key that the first `cursor` facts know."""
    pen = Pen(room)
    words = room.words
    title = words.translate("figures", "One bit of the key, and the avalanche")
    known = as_chorus(facts).until(max(0, cursor)).connection()
    key = known_at(known, len(known)).key
    pair = pair_of(key, option(room.options, "bit", 1) - 1) if key else None
    if pair is None:
        text = words.translate("figures", "No key of 16 bytes has been read.")
        pen.text("nothing", 444, (room.top + room.height) / 2, text, 16, color="text2", within=760)
        return Scene(tuple(pen.marks), height=room.height, title=title, description=text)
    shown = min(_round(focus, room.options), len(pair.rows))
    draw_grids(pen, pair, shown, (room.top, room.height - 106))
    told = draw_values(pen, pair, shown, room.height - 94)
    return Scene(tuple(pen.marks), height=room.height, title=title, description=told)


def option(options: Mapping[str, str | int], name: str, otherwise: int) -> int:
    """A whole number among the options."""
    value = options.get(name, otherwise)
    return value if isinstance(value, int) else int(value) if value.isdecimal() else otherwise


def _round(focus: str, options: Mapping[str, str | int]) -> int:
    number = focus.removeprefix("round.")
    named = int(number) if number.isdecimal() else ROUNDS
    return max(1, min(option(options, "round", named), ROUNDS))


def controls(focus: str, options: Mapping[str, str | int], words: Words) -> tuple[Control, ...]:
    """Which bit of the key is turned, and up to which round."""
    bit = max(1, min(option(options, "bit", 1), KEY_BITS))
    return (
        Control("bit", words.translate("figures", "Key bit"), "stepper", bit, 1, KEY_BITS),
        Control("round", words.translate("figures", "Rounds done"), "stepper", _round(focus, options), 1, ROUNDS),
    )
