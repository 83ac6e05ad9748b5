"""The bit diagram of one frame, and that of frames in general (RFC 6455 section 5.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.diagram.boxes import BitBox, Break, Diagram, Row, Show, Width
from app.figures.frame_caption import caption
from app.figures.frame_layout import layout_caption, layout_rows, layout_title
from app.figures.frame_parts import shown_rows, value_text, within
from app.figures.frame_view import view_of
from app.figures.tokens import field_word

if TYPE_CHECKING:
    from app.drawing.marks import Words
    from app.figures.frame_layout import Piece
    from app.figures.frame_parts import Part
    from app.figures.frame_view import View
    from protocol.frames import Frame
    from protocol.vocabulary import Role


def frame_diagram(frame: Frame, sender: Role, words: Words, width: Width = 32, show: Show = "both") -> Diagram:
    """The boxes of this frame, with its values; a long one is cut with a break, as the RFC does."""
    view = view_of(frame, sender)
    places = shown_rows(len(view.raw), width)
    rows: list[Row | Break] = []
    for place in places:
        if place is None:
            first_left_out = (places[-3] or 0) + 1
            skipped = ((places[-1] or 0) - first_left_out) * width // 8
            text = words.translate("diagram", "{count} bytes are left out here")
            rest = words.translate("diagram", "{count} more bytes to the end")
            more = len(view.raw) - first_left_out * width // 8
            rows.append(Break(skipped, text.format(count=skipped), rest.format(count=more)))
            continue
        clipped = within(view.parts, place * width, (place + 1) * width)
        rows.append(Row(place * width, tuple(_box(words, view, part) for part in clipped)))
    title = words.translate("diagram", "WebSocket frame, {size} bytes").format(size=frame.size)
    return Diagram(tuple(rows), width, title, caption(words, view), words.lang, show)


def _box(words: Words, view: View, part: Part) -> BitBox:
    name = field_word(words, part.name)
    ends = next(one.stop for one in view.parts if one.name == part.name)
    if part.continued:
        name = words.translate("figures", "{field} (continued)").format(field=name)
    value = value_text(view.raw, part)
    short, goes_on = part.name, part.stop < ends
    return BitBox(part.name, part.start, part.stop, name, value, short, continued=part.continued, goes_on=goes_on)


def layout_diagram(words: Words, width: Width = 32, show: Show = "both") -> Diagram:
    """What a frame consists of: the extended length in its longest form and the masking key need not be there."""
    rows = tuple(
        Row(row[0].part.start, tuple(_piece(piece, show) for piece in row)) for row in layout_rows(words, width)
    )
    return Diagram(rows, width, layout_title(words), layout_caption(words), words.lang, show)


def _piece(piece: Piece, show: Show) -> BitBox:
    """A single bit has no room for words: alone, its length is a number."""
    part, value = piece.part, piece.note
    if part.width == 1:
        value = "1" if show == "values" else ""
    return BitBox(
        part.name, part.start, part.stop, piece.name, value, part.name,
        optional=piece.optional, continued=part.continued, goes_on=piece.goes_on,
    )  # fmt: skip
