"""The payload of a frame without a masking key: index, byte and character, and why there is no key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.figures.frame_masking import LABEL_X, LEFT, RIGHT, draw_byte, table_columns
from app.figures.frame_parts import characters, chosen
from app.figures.frame_spans import draw_spans
from app.figures.frame_spoken import close_notes
from app.figures.tokens import field_link
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.drawing.marks import Words
    from app.figures.frame_parts import Character
    from app.figures.frame_plan import Plan
    from app.figures.frame_view import View
    from app.figures.pen import Pen

CELL: Final = 41
PITCH: Final = 44
MOST_BITS: Final = 6
"""As many bytes fit into the masking table."""
LIMIT: Final = (RIGHT - LEFT + PITCH - CELL) // PITCH


def shown_payload(view: View) -> tuple[int | None, ...]:
    """The payload bytes in the table, with None for a break."""
    return chosen(len(view.frame.wire), LIMIT)


def payload_characters(view: View) -> tuple[Character, ...]:
    """What the payload bytes in the table say; a character appears once."""
    found: dict[int, Character] = {}
    for index in shown_payload(view):
        if index is not None:
            found.update({each.start: each for each in characters(view.frame, index, index + 1)})
    return tuple(found.values())


def shows_bits(view: View) -> bool:
    """Whether each byte is shown bit by bit in the columns of the masking table: all of them fit, and none is
    only a part of a character."""
    few = 0 < len(view.frame.wire) <= MOST_BITS
    return few and all(each.stop - each.start == 1 for each in payload_characters(view))


def notes(pen: Pen, view: View) -> list[str]:
    """The sentences under the table: what a Close says, why there is no key, that nothing is masked."""
    words = pen.room.words
    told = close_notes(words, view.frame)
    empty = not view.frame.wire
    if view.frame.masked:
        if empty:
            told.append(words.translate("figures", "The payload is empty: the key has nothing to mask."))
        return told
    if empty:
        told.append(words.translate("figures", "The payload is empty."))
    if view.sender is Role.SERVER:
        text = words.translate(
            "figures",
            "No masking key: a server sends its frames unmasked, only a client masks (RFC 6455 section 5.1).",
        )
    else:
        text = words.translate(
            "figures",
            "No masking key, although a client must mask every frame that it sends (RFC 6455 section 5.1).",
        )
    return [*told, text]


def draw_payload(pen: Pen, plan: Plan, view: View) -> None:
    """The table of an unmasked payload."""
    words = pen.room.words
    title = words.translate("figures", "Payload")
    pen.text("table/title", LABEL_X, plan.head, title, 16, bold=True, anchor="start", within=104)
    if not plan.table:
        return
    if shows_bits(view):
        _draw_bits(pen, plan, view)
        return
    top, height = plan.table[0], plan.table_row
    base = top + height + (18 if height < 32 else 22)
    label = words.translate("figures", "payload[i]")
    pen.text("table/label.0", LABEL_X, top + height / 2 + 5, label, anchor="start", within=106)
    said = payload_characters(view)
    pen.text("table/label.1", LABEL_X, base, _said_label(words, said), anchor="start", within=106)
    edges: dict[int, tuple[float, float]] = {}
    for number, index in enumerate(shown_payload(view)):
        x = LEFT + number * PITCH
        if index is None:
            pen.text("table/break", x + CELL / 2, top + height / 2 + 5, "…", 18, color="text2")
            continue
        edges[index] = (x, x + CELL)
        _byte(pen, view, index, x, plan)
    for each in said:
        if each.stop - each.start == 1 and each.start in edges:
            pen.text(
                f"table/{each.start}/character", edges[each.start][0] + CELL / 2, base, each.text, 16,
                bold=True, mono=True,
                color="text" if each.meaning == "char" else "text3",
            )  # fmt: skip
    draw_spans(pen, base + 3, said, edges, below=True)


def _said_label(words: Words, said: tuple[Character, ...]) -> str:
    """What the payload bytes stand for: characters, and before them the code of a Close."""
    meanings = {each.meaning for each in said}
    if "code" not in meanings:
        return words.translate("figures", "character")
    return words.translate("figures", "code, reason") if len(meanings) > 1 else words.translate("figures", "close code")


def _draw_bits(pen: Pen, plan: Plan, view: View) -> None:
    """Payload and wire, one below the other: without a key nothing changes on the way."""
    words = pen.room.words
    labels = words.translate("figures", "payload[i]"), words.translate("figures", "= on the wire")
    for number, (top, text) in enumerate(zip(plan.table, labels, strict=True)):
        y = top + plan.table_row / 2 + 5
        pen.text(f"table/label.{number}", LABEL_X, y, text, bold=number == 1, anchor="start", within=106)
    pen.line("table/sum", ((LABEL_X, plan.sum_rule), (RIGHT, plan.sum_rule)), "ink", 1.5)
    said = {each.start: each for each in payload_characters(view)}
    for column in table_columns(view)[0]:
        index, each = column.index, said.get(column.index)
        value, byte = view.frame.wire[index], view.header + index
        heading = f"i = {index}"
        pen.text(
            f"table/{index}/heading", column.x, plan.head, heading, 14, color="text2", anchor="start",
            within=column.hex - column.x - 8,
        )  # fmt: skip
        if each is not None:
            color = "text" if each.meaning == "char" else "text3"
            pen.text(
                f"table/{index}/character", column.hex, plan.head, each.text, 16, bold=True, mono=True, color=color
            )
        spoken = words.translate("figures", "Payload byte {index}: 0x{value:02x}.").format(index=index, value=value)
        links = (f"byte:{byte}", field_link("payload data"))
        for number, top in enumerate(plan.table):
            name = f"table/{index}/{number}"
            draw_byte(pen, name, column, top, plan.table_row, value=value, field="pay", spoken=spoken, links=links)
            y = top + plan.table_row / 2 + 6
            pen.text(name + "/hex", column.hex, y, f"{value:02x}", 16, mono=True, bold=number == 1, links=links)


def _byte(pen: Pen, view: View, index: int, x: float, plan: Plan) -> None:
    top, height = plan.table[0], plan.table_row
    value, byte = view.frame.wire[index], view.header + index
    text = pen.room.words.translate("figures", "Payload byte {index}: 0x{value:02x}.")
    links = (f"byte:{byte}", field_link("payload data"))
    pen.text(
        f"table/{index}/heading",
        x + CELL / 2,
        plan.head,
        str(index),
        13,
        mono=True,
        color="text2",
        within=CELL,
    )
    pen.box(
        f"table/{index}/0", x, top, CELL, height, fill="pay.tint", links=links,
        spoken=text.format(index=index, value=value),
    )  # fmt: skip
    pen.text(
        f"table/{index}/0/hex",
        x + CELL / 2,
        top + height / 2 + 6.5,
        f"{value:02x}",
        18,
        bold=True,
        mono=True,
        links=links,
    )
