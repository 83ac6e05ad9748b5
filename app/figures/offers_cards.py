"""The two cards of the offers figure, and the line from each item to its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font, GlyphName, Stroke
from app.figures.offers_view import Fate, Item, Section, View
from app.figures.offers_words import answer_note, fate_word, offer_note, written
from app.figures.parts import LIFELINES, TOKENS
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.drawing.marks import Room
    from app.figures.pen import Pen

OFFER: Final = (86.0, 440.0)
ANSWER: Final = (498.0, 802.0)
PAD: Final = 16.0
INDENT: Final = 18.0
HEAD: Final = 34.0
FUTURE: Final = (5.0, 4.0)


@dataclass(frozen=True, slots=True)
class Line:
    """A place for one item, or for the name of a header (`item` None)."""

    section: int
    number: int
    y: float
    height: float
    header: str = ""

    @property
    def two(self) -> bool:
        """Whether there is room for a note."""
        return self.height >= 36

    @property
    def middle(self) -> float:
        """Where the joining line runs."""
        return self.y + self.height / 2

    @property
    def base(self) -> float:
        """The baseline of the first line of text."""
        return self.middle - 3 if self.two else self.middle + 5


@dataclass(frozen=True, slots=True)
class Sheet:
    """All places, from `top` to `bottom`."""

    top: float
    bottom: float
    lines: tuple[Line, ...]


def place_lines(view: View, room: Room, top: float, bottom: float) -> Sheet:
    """A place for every item that there ever is in this run, so that nothing moves; notes only where they fit."""
    del room
    count = sum(max(len(section.items), 1) for section in view.sections)
    space = bottom - top - HEAD - 8
    title = 30.0 if space - 60 >= 40 * count else 26.0
    height = min(54.0, (space - title * len(view.sections)) / max(count, 1))
    lines: list[Line] = []
    y = top + HEAD
    for place, section in enumerate(view.sections):
        lines.append(Line(place, -1, y, title, section.header))
        y += title
        for number in range(max(len(section.items), 1)):
            lines.append(Line(place, number, y, height))
            y += height
    return Sheet(top, y + 8, tuple(lines))


def draw_cards(pen: Pen, view: View, sheet: Sheet, focus: str) -> None:
    """Both cards, as far as they are known."""
    words = pen.words
    asks, says = words.translate("figures", "The client offers"), words.translate("figures", "The server answers")
    _draw_card(pen, sheet, Role.CLIENT, OFFER, asks, known=view.request is not None)
    _draw_card(pen, sheet, Role.SERVER, ANSWER, says, known=view.response is not None)
    if view.refused and view.response is not None:
        text = f"{view.response.status} {view.response.reason}"
        pen.text(
            "answer.refusal", ANSWER[0] + PAD, sheet.top + HEAD + 30, text, 16, bold=True, mono=True, anchor="start"
        )
    if view.request is None:
        return
    for line in sheet.lines:
        if line.section >= len(view.sections):  # what nobody offered is not known before the answer
            continue
        section = view.sections[line.section]
        if line.number < 0:
            _draw_header(pen, view, section, line)
        elif line.number < len(section.items):
            _draw_item(pen, view, section, line, section.items[line.number], focus)
        elif not section.items and line.number == 0:
            text = words.translate("figures", "nothing offered")
            pen.text(f"item.{line.section}.none", OFFER[0] + PAD, line.middle + 5, text, color="text3", anchor="start")


def _draw_card(pen: Pen, sheet: Sheet, role: Role, span: tuple[float, float], title: str, *, known: bool) -> None:
    left, width = span[0], span[1] - span[0]
    token, name = TOKENS[role], f"card.{role.value}"
    height, home = sheet.bottom - sheet.top, LIFELINES[role]
    near = span[0] if role is Role.CLIENT else span[1]
    if not known:
        pen.box(name, left, sheet.top, width, height, stroke="line3", line=1.5, radius=10, dash=FUTURE)
        pen.line(name + "/leaves", ((home, sheet.top + 17), (near, sheet.top + 17)), "line3", 1.5, dash=FUTURE)
    else:
        pen.box(name, left, sheet.top, width, height, fill="raise", stroke=token + ".fill", line=2, radius=10)
        pen.box(name + "/head", left + 1, sheet.top + 1, width - 2, HEAD - 2, fill=token + ".tint", radius=9)
        pen.box(name + "/square", left + 1, sheet.top + 12, width - 2, HEAD - 13, fill=token + ".tint")
        pen.line(name + "/leaves", ((home, sheet.top + 17), (near, sheet.top + 17)), token + ".fill", 3)
    pen.text(
        name + "/title", left + PAD, sheet.top + 23, title, 15, bold=known, color="text" if known else "text3",
        anchor="start", within=width - 2 * PAD,
    )  # fmt: skip


def _draw_header(pen: Pen, view: View, section: Section, line: Line) -> None:
    """The name of the header above its items, on each card that has any."""
    base = line.y + line.height - 8
    asked = not section.items or any(item.offer is not None for item in section.items)
    spans = [(OFFER, asked), (ANSWER, view.response is not None and not view.refused)]
    for number, (span, known) in enumerate(spans):
        if known:
            pen.text(
                f"header.{line.section}.{number}", span[0] + PAD, base, section.header, Font(13, mono=True),
                color="text3", anchor="start", within=span[1] - span[0] - 2 * PAD,
            )  # fmt: skip


def _draw_item(pen: Pen, view: View, section: Section, line: Line, item: Item, focus: str) -> None:
    words = pen.words
    name = f"item.{line.section}.{line.number}"
    fate = item.fate if view.response is not None else Fate.OPEN
    if item.offer is not None:
        note = offer_note(words, section.header, item)
        _draw_side(pen, name + ".offer", line, item, (OFFER, item.offer, note), faint=fate is Fate.DECLINED)
    if view.response is not None and not view.refused and not item.silent:
        note = answer_note(words, section.header, item)
        _draw_side(pen, name + ".answer", line, item, (ANSWER, item.answer, note), faint=item.answer is None)
        _draw_join(pen, name, section, line, item)
    if view.refused and view.broken is not None and item.fate is Fate.BROKEN:
        pen.glyph(name + "/twice", OFFER[1] - 22, line.middle, "cross", 18, above=1)
    if focus and focus == item.name:
        right = ANSWER[1] if view.response is not None and not view.refused else OFFER[1]
        pen.box(
            name + "/ring", OFFER[0] + 6, line.y + 1, right - OFFER[0] - 12, line.height - 2, stroke="ink", line=2.5,
            radius=6, above=3,
        )  # fmt: skip
    pen.box(
        name, OFFER[0] + 4, line.y, ANSWER[1] - OFFER[0] - 8, line.height, links=(f"item:{item.name}",),
        spoken=_spoken(pen, section, item, fate),
    )  # fmt: skip


def _draw_side(
    pen: Pen, name: str, line: Line, item: Item, what: tuple[tuple[float, float], tuple[str, str | None] | None, str],
    *, faint: bool,
) -> None:  # fmt: skip
    span, one, note = what
    glyph = 22 * (span is ANSWER)
    left = span[0] + PAD + glyph + INDENT * item.depth
    space = span[1] - 10 - left
    base = line.base
    if one is not None:
        text = written(one)
        size = next((size for size in (15, 14, 13) if pen.width(text, Font(size, bold=True, mono=True)) <= space), 12)
        color = "text2" if faint else "text"
        pen.text(name, left, base, text, Font(size, bold=True, mono=True), color=color, anchor="start", within=space)
    elif note:
        base = line.middle + 5
        pen.text(name, left, base, note, 14, color="text3", anchor="start", within=space)
        return
    broken = item.fate is Fate.BROKEN and span is ANSWER
    if note and line.two:
        color = "err.edge" if broken else "text2"
        pen.text(name + "/note", left, base + 17, note, 13, color=color, anchor="start", within=space)
    elif note and broken and one is not None:  # a mistake is named even where there is room for one line only
        used = pen.width(written(one), Font(15, bold=True, mono=True)) + 12
        if used + pen.width(note, Font(13)) <= space:
            pen.text(name + "/note", left + used, base, note, 13, color="err.edge", anchor="start")


def _draw_join(pen: Pen, name: str, section: Section, line: Line, item: Item) -> None:
    """From the item to its answer; with a verdict once the client has checked it."""
    looks: dict[Fate, tuple[str, float, tuple[float, ...], GlyphName]] = {
        Fate.CHOSEN: ("ink", 2.0, (), "now"),
        Fate.ADDED: ("ink", 2.0, (), "now"),
        Fate.DECLINED: ("line3", 1.5, (3.0, 4.0), "none"),
        Fate.BROKEN: ("ink", 2.0, (), "now"),
        Fate.OPEN: ("line3", 1.5, (3.0, 4.0), "pending"),
    }
    color, width, dash, glyph = looks[item.fate]
    spoiled = any(one.fate is Fate.BROKEN for one in section.items)
    if section.judged and item.fate in {Fate.CHOSEN, Fate.ADDED}:
        color, glyph = ("line3", "none") if spoiled else ("ok.fill", "tick")
    elif section.judged and item.fate is Fate.BROKEN:
        color, glyph = "err.fill", "cross"
    if item.offer is not None:
        pen.marks.append(
            Stroke(
                id=name + "/join", points=((OFFER[1], line.middle), (ANSWER[0], line.middle)), color=color, line=width,
                dash=dash, head=10 if item.answer is not None else 0, above=1,
            )
        )  # fmt: skip
    pen.glyph(name + "/fate", ANSWER[0] + PAD + 3, line.middle, glyph, 18, above=1)


def _spoken(pen: Pen, section: Section, item: Item, fate: Fate) -> str:
    words = pen.words
    parts = [written(one) for one in (item.offer, item.answer) if one is not None]
    text = words.translate("figures", "{item}: {fate}").format(item=" → ".join(parts), fate=fate_word(words, fate))
    notes = [
        offer_note(words, section.header, item),
        answer_note(words, section.header, item) if fate is not Fate.OPEN else "",
    ]
    return ". ".join(part for part in (text, *notes) if part)
