"""The right side: what the incremental validator knows, what the next byte may be, the table that says so, and the code
point that the begun character has or would have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.figures.pen import mono, sans, wrap
from app.figures.utf8_bytes import marker_bits, naive, row_of
from protocol.fragments import TAIL, WELL_FORMED

if TYPE_CHECKING:
    from app.figures.pen import Pen
    from app.figures.utf8_bytes import Text

LEFT: Final = 584.0
RIGHT: Final = 855.0
INNER: Final = 600.0
END: Final = 840.0
COLUMNS: Final = (608.0, 668.0, 728.0, 788.0)
CELL: Final = 56.0
HIGHEST: Final = 0x10FFFF
SURROGATES: Final = range(0xD800, 0xE000)


def draw_state(pen: Pen, text: Text, top: float, bottom: float) -> None:
    """The whole panel."""
    failed = text.code is not None
    said = state_words(pen, text)
    pen.box(
        "state", LEFT, top, RIGHT - LEFT, bottom - top, fill="raise", stroke="err.fill" if failed else "ink", line=2.5,
        radius=12, spoken=said,
    )  # fmt: skip
    tall = bottom - top >= 520
    y = top + (30 if tall else 26)
    pen.text(
        "state/name",
        INNER,
        y,
        pen.words.translate("figures", "Validator"),
        15,
        bold=True,
        color="text2",
        anchor="start",
    )
    y += 26 if tall else 22
    color = "err.edge" if failed else "text"
    for number, line in enumerate(wrap(said, sans(17, bold=True), END - INNER, pen.room.measure)[:2]):
        pen.text(f"state/said.{number}", INNER, y, line, 17, bold=True, color=color, anchor="start", within=END - INNER)
        y += 22
    y = _next(pen, text, y + (8 if tall else 2))
    y = _table(pen, text, y + (14 if tall else 6), 24 if tall else 19.5)
    _point(pen, text, y + (18 if tall else 8), bottom - 12)


def state_words(pen: Pen, text: Text) -> str:
    """What the validator has to say now."""
    words, state = pen.words, text.state
    if text.state.bad is not None or text.cut_off:
        return _failed_words(pen, text)
    if state.pending:
        said = words.translate("figures", "inside a character: {here} of {size}")
        return said.format(here=state.pending, size=state.size)
    places = (
        (not text.is_text, words.translate("figures", "off: binary is any bytes")),
        (not state.fed, words.translate("figures", "nothing has come yet")),
        (text.whole, words.translate("figures", "the message is whole and valid")),
    )
    return next((said for here, said in places if here), words.translate("figures", "between two characters"))


def _failed_words(pen: Pen, text: Text) -> str:
    words, bad = pen.words, text.state.bad
    if text.cut_off:
        return words.translate("figures", "the message ends inside a character: {code}").format(code=text.code)
    if text.code is None:
        return words.translate("figures", "byte {index} is not UTF-8").format(index=bad)
    return words.translate("figures", "byte {index} is not UTF-8: {code}").format(index=bad, code=text.code)


def _next(pen: Pen, text: Text, y: float) -> float:
    """What the next byte may be, as ranges."""
    words = pen.words
    if not text.is_text:
        return y
    head = words.translate("figures", "next byte")
    if text.state.bad is not None:
        head = words.translate("figures", "it had to be")
    pen.text("state/next", INNER, y + 12, head, 13, color="text2", anchor="start", within=END - INNER)
    if text.whole or text.cut_off:
        said, font = words.translate("figures", "none: FIN was 1"), sans(14, bold=True)
    else:
        said, font = ", ".join(_range(one) for one in _allowed(text)), mono(14, bold=True)
    pen.text("state/ranges", END, y + 12, said, font, anchor="end", within=END - INNER - 80)
    return y + 18


def _allowed(text: Text) -> list[range]:
    """The ranges, side by side ones joined; those for the bad byte if there is one."""
    state = text.state
    ranges = list(state.allowed)
    if state.bad is not None:
        ranges = _allowed_at(text, len(state.begun) - 1)
    joined: list[range] = []
    for one in sorted(ranges, key=lambda one: one.start):
        if joined and joined[-1].stop == one.start:
            joined[-1] = range(joined[-1].start, one.stop)
        else:
            joined.append(one)
    return joined


def _allowed_at(text: Text, place: int) -> list[range]:
    """What byte `place` of the begun character had to be."""
    row = text.state.row
    if place == 0 or row is None:
        return [first for first, _, _ in WELL_FORMED]
    return [row[1] if place == 1 and row[1] is not None else TAIL]


def _range(one: range) -> str:
    low, high = one.start, one.stop - 1
    return f"{low:02X}" if low == high else f"{low:02X}–{high:02X}"


def _table(pen: Pen, text: Text, y: float, pitch: float) -> float:
    """The table of well-formed sequences: the row of the begun character sunk, the place of the next byte ringed."""
    words, state = pen.words, text.state
    title = words.translate("figures", "well-formed (Unicode, table 3-7)")
    pen.text("table", INNER, y + 12, title, 13, bold=True, anchor="start", within=END - INNER)
    y += 18
    current = row_of(state.begun[0]) if state.begun and text.is_text else None
    place = len(state.begun) - 1 if state.bad is not None else state.pending
    for number, (first, second, more) in enumerate(WELL_FORMED):
        middle = y + pitch / 2
        here = number == current
        if here:
            pen.box("table/current", INNER - 4, middle - pitch / 2, END - INNER + 8, pitch, fill="sunk", radius=4)
        cells = [first, *([second] if second is not None else []), *[TAIL] * more]
        for column, one in enumerate(cells):
            narrowed = column == 1 and one != TAIL
            name = f"table.{number}.{column}"
            color = "text" if here or narrowed else "text2"
            pen.text(
                name,
                COLUMNS[column] + CELL / 2 - 6,
                middle + 4.4,
                _range(one),
                mono(12.5, bold=narrowed or here),
                color=color,
            )
            if here and column == place:
                stroke = "err.fill" if state.bad is not None or text.cut_off else "ink"
                pen.box(
                    "table/next",
                    COLUMNS[column] - 6,
                    middle - pitch / 2 + 1,
                    CELL,
                    pitch - 2,
                    stroke=stroke,
                    line=2,
                    radius=4,
                    above=2,
                )
        y += pitch
    lone = words.translate("figures", "no first byte: 80–C1 and F5–FF")
    wrong = state.bad is not None and current is None
    pen.text(
        "table/none",
        INNER,
        y + 13,
        lone,
        12.5,
        bold=wrong,
        color="err.edge" if wrong else "text3",
        anchor="start",
        within=END - INNER,
    )
    return y + 18


def _point(pen: Pen, text: Text, y: float, bottom: float) -> None:
    """The bits of the code point, taken from the bytes of the character, and what they make."""
    sequence = _sequence(text)
    if not sequence or y + 40 > bottom:
        return
    words, bad = pen.words, text.state.bad is not None
    value = naive(sequence)
    pen.line("point/line", ((INNER, y), (END, y)), "line")
    if bad and value is None:
        _say(pen, _stray(pen, sequence[0]), y + 20, bottom)
        return
    head = words.translate("figures", "its bits would say") if bad else words.translate("figures", "its bits say")
    pen.text("point/head", INNER, y + 19, head, 13, color="text2", anchor="start", within=END - INNER)
    parts = [f"{byte:08b}"[marker_bits(byte) :] for byte in sequence]
    runs = tuple(((" " if number else "") + part, mono(14, bold=True), "pay.edge") for number, part in enumerate(parts))
    pen.runs(
        "point/bits",
        INNER,
        y + 40,
        runs if value is not None else (*runs, (" …", mono(14), "text3")),
        within=END - INNER,
    )
    if value is None or y + 62 > bottom:
        return
    sign = chr(value) if value <= HIGHEST and value not in SURROGATES and chr(value).isprintable() else ""
    color = "err.edge" if bad else "text"
    said = ((f"U+{value:04X}", mono(15, bold=True), color), ("  " + sign, sans(16, bold=True), "text"))
    pen.runs("point/value", INNER, y + 62, said)
    if bad:
        _say(pen, _why(pen, value, sequence), y + 82, bottom)


def _say(pen: Pen, sentence: str, y: float, bottom: float) -> None:
    for number, line in enumerate(wrap(sentence, sans(13), END - INNER, pen.room.measure)):
        if y + 17 * number <= bottom:
            pen.text(f"point/why.{number}", INNER, y + 17 * number, line, 13, color="text2", anchor="start")


def _stray(pen: Pen, byte: int) -> str:
    """Why a byte can begin no character; what it would be in the encoding that it probably comes from."""
    words = pen.words
    if byte in TAIL:
        return words.translate("figures", "{byte:02x} can only continue a character").format(byte=byte)
    text = words.translate("figures", "{byte:02x} begins no character. Latin-1 would read “{sign}”.")
    return text.format(byte=byte, sign=bytes([byte]).decode("latin-1"))


def _sequence(text: Text) -> bytes:
    """The bytes of the character that is looked at: the begun one, the bad one, or the last whole one."""
    state = text.state
    if not text.is_text or not state.fed:
        return b""
    payload = bytes(byte.value for byte in text.bytes_)
    if state.bad is not None:
        start = state.bad + 1 - len(state.begun)
        ones = max(1, marker_bits(payload[start]) - 1)
        return payload[start : start + ones]
    if state.pending:
        return state.begun
    last = text.bytes_[state.fed - 1]
    return payload[last.start : state.fed]


def _why(pen: Pen, value: int, sequence: bytes) -> str:
    words = pen.words
    if value in SURROGATES:
        return words.translate("figures", "a surrogate: half of a pair in UTF-16, no character")
    if value > HIGHEST:
        return words.translate("figures", "beyond U+10FFFF, where Unicode ends")
    least = len(chr(value).encode())
    if least < len(sequence):
        return words.translate("figures", "too long: {least} of {size} bytes would do").format(
            least=least, size=len(sequence)
        )
    return words.translate("figures", "no character may be written so")
