"""A thousand clients that come back: arrivals in each second against what the server takes, one panel a schedule.

All panels share both axes, so that they can be compared by eye.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.drawing.marks import Box, Rect

if TYPE_CHECKING:
    from app.drawing.marks import Words
    from app.figures.crowd_story import Crowds, Second
    from app.figures.pen import Pen

PLOT: Final = 88.0
RIGHT: Final = 856.0
LEGEND: Final = 30.0
AXIS: Final = 24.0
HEAD: Final = 30.0
"""Height of the words above each panel."""


def schedule_name(words: Words, name: str) -> str:
    """What a schedule is called."""
    names = {
        "linear": words.translate("figures", "linear, five attempts"),
        "exponential": words.translate("figures", "exponential"),
        "full": words.translate("figures", "exponential, full jitter"),
        "equal": words.translate("figures", "exponential, equal jitter"),
        "decorrelated": words.translate("figures", "exponential, decorrelated jitter"),
        "advised": words.translate("figures", "as RFC 6455 §7.2.3 advises"),
    }
    return names.get(name, name)


@dataclass(frozen=True)
class Panel:
    """One crowd and the place of its plot."""

    pen: Pen
    crowds: Crowds
    name: str
    seconds: tuple[Second, ...]
    cursor: int
    top: float
    height: float

    @property
    def known(self) -> tuple[Second, ...]:
        """The seconds that are over."""
        return tuple(one for one in self.seconds if one.place < self.cursor)

    @property
    def base(self) -> float:
        """y of its axis."""
        return self.top + self.height

    def x(self, second: float) -> float:
        """Where a second begins."""
        return PLOT + (RIGHT - PLOT) * second / max(1, self.crowds.length)

    def y(self, count: float) -> float:
        """How high so many arrivals stand."""
        return self.base - (self.height - 4) * min(1.0, count / max(1, self.crowds.most))


def many(pen: Pen, crowds: Crowds, cursor: int) -> str:
    """The panels and the legend; the sentence that describes them."""
    top, bottom = pen.room.top, pen.room.height - 10 - LEGEND
    each = (bottom - top) / len(crowds.seconds)
    sentences = []
    for number, (name, seconds) in enumerate(crowds.seconds.items()):
        start = top + each * number + HEAD
        panel = Panel(pen, crowds, name, seconds, cursor, start, each - HEAD - AXIS)
        _panel(panel)
        sentences.append(_sentence(panel))
    _legend(pen, bottom + 8)
    return " ".join(sentences)


def _panel(panel: Panel) -> None:
    pen, words, crowds, name = panel.pen, panel.pen.room.words, panel.crowds, panel.name
    title = schedule_name(words, name)
    pen.text(f"{name}/title", PLOT, panel.top - 10, title, 16, bold=True, anchor="start", within=280)
    away = panel.x(min(crowds.away, max(len(panel.known), 0)))
    if away > PLOT:
        spoken = words.translate("figures", "The server is gone: nobody listens at its port")
        rect = Rect(PLOT, panel.top, away - PLOT, panel.height)
        pen.marks.append(Box(id=f"{name}/away", rect=rect, fill="sunk", spoken=spoken))
    pen.line(f"{name}/base", ((PLOT, panel.base), (RIGHT, panel.base)), "line3", 1)
    for second in panel.known:
        _bars(panel, second)
    _takes(panel)
    _scale(panel)
    _outcome(panel)


def _bars(panel: Panel, second: Second) -> None:
    """One second: what was taken below, what was turned away or refused above."""
    pen, words = panel.pen, panel.pen.room.words
    name = f"{panel.name}.{second.number}"
    x, wide = panel.x(second.number) + 1.5, panel.x(1) - PLOT - 3
    sentence = words.translate(
        "figures", "Second {second}: {taken} are taken, {turned} get 503, {refused} find nobody who listens"
    )
    spoken = sentence.format(second=second.number, taken=second.taken, turned=second.turned, refused=second.refused)
    base = panel.base
    current = second is panel.known[-1]
    if second.taken:
        top = panel.y(second.taken)
        pen.box(f"{name}/taken", x, top, wide, base - top, fill="ok.fill", spoken=spoken)
        base = top
    if second.turned:
        top = panel.y(second.taken + second.turned)
        pen.box(
            f"{name}/turned",
            x,
            top,
            wide,
            base - top,
            fill="err.tint",
            stroke="err.fill",
            hatch="err.fill",
            spoken=spoken,
        )
    if second.refused:
        top = panel.y(second.refused)
        pen.box(
            f"{name}/refused",
            x,
            top,
            wide,
            panel.base - top,
            fill="stage",
            stroke="line3",
            hatch="line2",
            spoken=spoken,
        )
    if current:
        middle = x + wide / 2
        pen.line(f"{panel.name}/now", ((middle, panel.base), (middle, panel.base + 6)), "ink", 3)


def _takes(panel: Panel) -> None:
    """The line of what the server takes in a second."""
    pen, words = panel.pen, panel.pen.room.words
    y = panel.y(panel.crowds.takes)
    pen.line(f"{panel.name}/takes", ((PLOT, y), (RIGHT, y)), "ink", 1.5, dash=(6, 4), above=2)
    text = words.translate("figures", "takes {count}").format(count=panel.crowds.takes)
    pen.text(f"{panel.name}/takes/text", PLOT - 6, y + 4.5, text, 12, bold=True, anchor="end", within=PLOT - 10)


def _scale(panel: Panel) -> None:
    """Numbers at both axes."""
    pen, words = panel.pen, panel.pen.room.words
    most = panel.crowds.most
    pen.text(
        f"{panel.name}/most", PLOT - 6, panel.y(most) + 8, str(most), 13, color="text2", anchor="end", within=PLOT - 10
    )
    step = 5 if panel.crowds.length <= 60 else 10
    for second in range(0, panel.crowds.length + 1, step):
        text = words.translate("figures", "{time} s").format(time=second)
        pen.text(
            f"{panel.name}/second.{second}", min(panel.x(second), RIGHT - 12), panel.base + 18, text, 12, color="text2"
        )


def _outcome(panel: Panel) -> None:
    """How many are back, and how many never will be."""
    pen, words, known = panel.pen, panel.pen.room.words, panel.known
    back, gone = (known[-1].back, known[-1].gone) if known else (0, 0)
    clients = panel.crowds.clients
    text = words.translate("figures", "{back} of {clients} back").format(back=back, clients=clients)
    x, wide, y = RIGHT - 180, 180.0, panel.top - 22
    pen.box(f"{panel.name}/all", x, y, wide, 12, fill="sunk", stroke="line2", spoken=text)
    if back:
        pen.box(f"{panel.name}/back", x, y, wide * back / clients, 12, fill="ok.fill", spoken=text)
    lost = words.translate("figures", "{gone} gave up").format(gone=gone)
    if gone:
        wide_gone = wide * gone / clients
        pen.box(
            f"{panel.name}/gone", x + wide - wide_gone, y, wide_gone, 12, fill="err.tint", stroke="err.fill",
            hatch="err.fill", spoken=lost,
        )  # fmt: skip
        text = f"{text}, {lost}"
    pen.text(f"{panel.name}/outcome", x - 10, panel.top - 11, text, 14, bold=True, anchor="end", within=290)


def _legend(pen: Pen, y: float) -> None:
    words = pen.room.words
    entries = (
        ("refused", words.translate("figures", "nobody listens"), "stage", "line3", "line2"),
        ("taken", words.translate("figures", "101: taken"), "ok.fill", "", ""),
        ("turned", words.translate("figures", "503: turned away"), "err.tint", "err.fill", "err.fill"),
    )
    x = PLOT
    for name, text, fill, stroke, hatch in entries:
        pen.box(f"legend.{name}", x, y, 16, 14, fill=fill, stroke=stroke, hatch=hatch)
        label = pen.text(f"legend.{name}/text", x + 23, y + 12, text, 13, color="text2", anchor="start", within=200)
        x += label.width + 52
    text = words.translate("figures", "arrivals in each second")
    pen.text("legend.unit", RIGHT, y + 12, text, 13, color="text2", anchor="end", within=240)


def _sentence(panel: Panel) -> str:
    words, known = panel.pen.room.words, panel.known
    back, gone = (known[-1].back, known[-1].gone) if known else (0, 0)
    text = words.translate("figures", "{schedule}: {back} are back, {gone} gave up.")
    return text.format(schedule=schedule_name(words, panel.name), back=back, gone=gone)
