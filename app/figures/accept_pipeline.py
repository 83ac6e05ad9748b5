"""The six stages as cards, each with a true miniature of what it makes, and the dotted lines into the
panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Rect
from app.figures.accept_mini import draw_miniature
from app.figures.accept_panel import PanelPen
from app.figures.pen import mono, sans

if TYPE_CHECKING:
    from app.figures.accept_known import Focus, Known

CARDS: Final = (
    ("join", 32, 132),
    ("pad", 179, 140),
    ("schedule", 334, 142),
    ("rounds", 491, 110),
    ("digest", 616, 118),
    ("base64", 749, 107),
)
"""Stage, x and width: as wide as the miniature needs."""

MARGIN: Final = 12
PANEL_X: Final = 32
PANEL_WIDTH: Final = 824


def draw_pipeline(pen: PanelPen, known: Known, focus: Focus) -> None:
    """All six cards: done, current or to come, with an arrow from each to the next."""
    top, height = pen.cards, pen.card_height
    names = stage_names(pen)
    reached = focus.place if known.trace else 0
    for place, (stage, x, width) in enumerate(CARDS):
        card = Rect(x, top, width, height)
        current = place == reached and known.trace is not None
        pending = place > reached or known.trace is None
        caption = _caption(pen, known, focus, stage, pending=pending)
        spoken = _spoken(pen, names[stage], caption, place, current=current, pending=pending)
        stroke, line = ("ink", 2.5) if current else ("line2", 1)
        pen.rect(f"card.{stage}", card, "raise", stroke, line=line, radius=10, spoken=spoken)
        if place:
            y = top + (22 if pen.short else 69)
            color = "line2" if pending else "text3"
            pen.line(f"card.{stage}/arrow", ((x - 14, y), (x - 1, y)), color, 2, head=8)
        _draw_head(pen, stage, card, f"{place + 1}  {names[stage]}", current=current, pending=pending)
        if pen.short:
            continue
        color = "text3" if pending else "text2"
        font = mono(13) if stage == "base64" else sans(13)
        y = top + pen.between(113, 125)
        pen.text(f"card.{stage}/caption", x + MARGIN, y, caption, font, anchor="start", color=color, within=width - 14)
        draw_miniature(pen, known, focus, stage, (x + MARGIN, top), pending=pending, current=current)


def _draw_head(pen: PanelPen, stage: str, card: Rect, title: str, *, current: bool, pending: bool) -> None:
    """Number and name; a tick when done, a dot when current."""
    x, y = card.right - 25, card.y + 18
    color = "text3" if pending else "text"
    font = sans(14, bold=True)
    pen.text(
        f"card.{stage}/title",
        card.x + MARGIN,
        card.y + 23,
        title,
        font,
        anchor="start",
        color=color,
        within=card.width - 38,
    )
    if current:
        pen.rect(f"card.{stage}/now", Rect(card.right - 22.5, y - 4.5, 9, 9), "ink", radius=4.5)
    elif not pending:
        pen.line(f"card.{stage}/done", ((x, y), (x + 4, y + 4), (x + 11, y - 4)), "text2", 2)


def stage_names(pen: PanelPen) -> dict[str, str]:
    """The name of each stage in the reader's language."""
    words = pen.words
    return {
        "join": words.translate("figures", "Join"),
        "pad": words.translate("figures", "Pad"),
        "schedule": words.translate("figures", "Schedule"),
        "rounds": words.translate("figures", "Rounds"),
        "digest": words.translate("figures", "Digest"),
        "base64": words.translate("figures", "Base64"),
    }


def _caption(pen: PanelPen, known: Known, focus: Focus, stage: str, *, pending: bool) -> str:
    """The line at the foot of a card: its numbers, computed from this key; stages to come do not count."""
    words, trace = pen.words, known.trace
    if trace is None:
        return ""
    joined, blocks = len(trace.joined), len(trace.sha1.blocks)
    zeros = 64 * blocks - joined - 9
    texts = {
        "join": words.translate("figures", "{key} + {guid} = {joined} bytes"),
        "pad": "{joined}+1+{zeros}+8 = {blocks} × 64",
        "schedule": words.translate("figures", "16 words grow to 80"),
        "rounds": words.translate("figures", "{blocks} blocks × 80"),
        "digest": words.translate("figures", "20 bytes"),
        "base64": trace.accept[:4] + "…" + trace.accept[-4:],
    }
    if pending or not focus.padded:
        texts["pad"] = words.translate("figures", "blocks of 64 bytes")
    if pending:
        texts["rounds"] = words.translate("figures", "80 per block")
        texts["base64"] = texts["base64"] if known.computed else ""
    elif focus.stage == "rounds":
        texts["rounds"] = words.translate("figures", "block {block}, t = {t}")
    return texts[stage].format(
        key=len(trace.key), guid=len(trace.guid), joined=joined, zeros=zeros, blocks=blocks, block=focus.block,
        t=focus.t,
    )  # fmt: skip


def _spoken(pen: PanelPen, name: str, caption: str, place: int, *, current: bool, pending: bool) -> str:
    words = pen.words
    if current:
        text = words.translate("figures", "Stage {number} of 6, {name}: shown below. {caption}")
    elif pending:
        text = words.translate("figures", "Stage {number} of 6, {name}: to come. {caption}")
    else:
        text = words.translate("figures", "Stage {number} of 6, {name}: done. {caption}")
    return text.format(number=place + 1, name=name, caption=caption).strip()


def draw_panel(pen: PanelPen, known: Known, focus: Focus) -> None:
    """The panel below the pipeline, opened from the current card; from the last one for the answer."""
    bottom = pen.cards + pen.card_height
    _, x, width = CARDS[min(focus.place, len(CARDS) - 1)]
    for side, start, end in (("left", x, PANEL_X), ("right", x + width, PANEL_X + PANEL_WIDTH)):
        points = ((start, bottom - 8), (start, bottom), (end, pen.top + 10))
        if known.trace is None:
            continue
        pen.line(f"panel/{side}", points, "ink", 1.25, dash=(2, 4))
    rect = Rect(PANEL_X, pen.top, PANEL_WIDTH, pen.bottom - pen.top)
    pen.rect("panel", rect, "raise", "ink", line=2.5, radius=12)
