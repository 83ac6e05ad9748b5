"""How a figure or a storyboard is to look: the options of the export dialog, each under its name.

Only what concerns the chosen format is shown. The pane holds the wishes (`Wanted`) and says when the reader has changed
them; what they come to (millimetres, points, pixels) is told to it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.publishing.choices import DPI
from app.publishing.remembered import PER_PAGE, Wanted
from app.widgets.export_controls import FormatRows, NumberField, OneStop
from app.widgets.live.fields import Labelled
from app.widgets.scroll import Scroll

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

WIDTH: Final = 344
MARGIN: Final = 20
FIELD: Final = 120
"""How wide a number is."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be asked for: all steps of a `lesson` or `recording` (empty: only the figure); the formats in which bits
    in a row and what stands in a box matter; and the text formats that this figure has of its own."""

    board: str = ""
    bits: frozenset[str] = frozenset()
    show: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()


def rows_for(wanted: Wanted, offered: Offered) -> frozenset[str]:
    """The options that concern what is wanted."""
    rows = {"what"} if offered.board else set()
    name = wanted.format
    if wanted.whole:
        rows |= {"board", "lang"}
        rows |= {"theme"} if name != ".mmd" else set()
        rows |= {"per_page"} if name == ".pdf" else set()
        rows |= {"questions"} if name in (".pdf", ".html") and offered.board == "lesson" else set()
        return frozenset(rows)
    rows |= {"format", "lang"}
    if name in (".svg", ".pdf", ".png"):
        rows |= {"theme", "width", "captions"}
    if name == ".tex" and name not in offered.own:
        rows |= {"theme", "captions"}
    if name == ".png":
        rows.add("dpi")
    rows |= {"bits"} if name in offered.bits else set()
    rows |= {"show"} if name in offered.show else set()
    if "captions" in rows and wanted.choices.captions != "none" and name != ".tex":
        rows.add("number")
    return frozenset(rows)


class ExportOptions(QFrame):
    """`changed` carries the wishes that the reader has changed."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("SidePane")
        self.setFixedWidth(WIDTH)
        self._wanted, self._offered = Wanted(), Offered()
        self.formats = FormatRows()
        self.number, self.dpi = NumberField(0, 9999), NumberField(*DPI, step=12)
        for field in (self.number, self.dpi):
            field.setMaximumWidth(FIELD)
        self.choices = {name: OneStop() for name in CHOSEN}
        self.rows: dict[str, Labelled] = {}
        controls: dict[str, QWidget] = {
            **self.choices, "format": self.formats, "number": self.number, "dpi": self.dpi,
        }  # fmt: skip
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(MARGIN, 20, MARGIN, 16)
        column.setSpacing(14)
        for name in ORDER:
            self.rows[name] = Labelled(controls[name])
            column.addWidget(self.rows[name])
        column.addStretch(1)
        self.pane = Scroll(self)
        self.pane.setWidget(self._body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(self.pane)
        self.formats.chosen.connect(lambda value: self._change(suffix=value))
        self.number.changed.connect(lambda value: self._choose(number=value))
        self.dpi.changed.connect(lambda value: self._choose(dpi=value))
        for name, control in self.choices.items():
            control.chosen.connect(lambda value, name=name: self._chosen(name, value))
        self.retranslate()

    @property
    def wanted(self) -> Wanted:
        """What the reader wishes now."""
        return self._wanted

    def set_wanted(self, wanted: Wanted, offered: Offered) -> None:
        """Shows wishes and what there is to choose; nothing is told."""
        if offered.board != self._offered.board:
            self._offered = offered
            self.retranslate()
        self._wanted, self._offered = wanted, offered
        choices = wanted.choices
        self.formats.set_value(wanted.suffix)
        self.number.set_value(choices.number)
        self.dpi.set_value(choices.dpi)
        for name, control in self.choices.items():
            control.set_value(CHOSEN[name](wanted))
        shown = rows_for(wanted, offered)
        for name, row in self.rows.items():
            row.setVisible(name in shown)
        self.pane.settle()

    def set_hints(self, width: str, dpi: str, board: str, *, small: bool) -> None:
        """What the width, the dots and the format of a storyboard come to; `small` letters are a warning."""
        for name, sentence in (("width", width), ("dpi", dpi), ("board", board)):
            self.rows[name].set_problem(sentence, grave=False)
            self.rows[name].words.set_colour("warn.edge" if small and name == "width" else "text2")
        self.pane.settle()

    def retranslate(self) -> None:
        """All words anew in the present language."""
        recording = self._offered.board == "recording"
        whole = self.tr("Whole recording") if recording else self.tr("Whole lesson")
        words: dict[str, Sequence[tuple[object, str]]] = {
            "what": [(False, self.tr("This figure")), (True, whole)],
            "board": [(".pdf", "PDF"), (".html", "HTML"), (".gif", "GIF"), (".apng", "APNG"), (".mmd", "Mermaid")],
            "per_page": [(count, str(count)) for count in PER_PAGE],
            "questions": [(False, self.tr("Left out")), (True, self.tr("Asked, with answers"))],
            "lang": [("en", "English"), ("zh_CN", "中文")],
            "theme": [
                ("paper", self.tr("Colour")), ("grey", self.tr("Grey")), ("patterns", self.tr("Patterns")),
                ("dark", self.tr("Dark")), ("contrast", self.tr("Contrast")),
            ],
            "width": [
                ("natural", self.tr("As drawn")), ("one-column", self.tr("1 column")),
                ("two-column", self.tr("2 columns")), ("slide", self.tr("Slide")),
            ],
            "captions": [
                ("none", self.tr("None")), ("en", "English"), ("zh_CN", "中文"), ("both", self.tr("Both")),
            ],
            "bits": [(count, str(count)) for count in (8, 16, 32)],
            "show": [("names", self.tr("Names")), ("values", self.tr("Values")), ("both", self.tr("Both"))],
        }  # fmt: skip
        for name, control in self.choices.items():
            control.set_choices(words[name])
            control.set_value(CHOSEN[name](self._wanted))
        pictures = [(".svg", "SVG"), (".pdf", "PDF"), (".png", "PNG")]
        texts = [
            (".txt", "ASCII"), (".tex", "LaTeX"), (".mmd", "Mermaid"), (".json", "JSON"),
            (".alt.txt", self.tr("In words")),
        ]  # fmt: skip
        self.formats.set_choices(pictures, texts)
        self.formats.set_value(self._wanted.suffix)
        self._name()

    def _name(self) -> None:
        names = {
            "what": self.tr("What to export"),
            "format": self.tr("Format"),
            "board": self.tr("Format"),
            "per_page": self.tr("Steps on a page"),
            "questions": self.tr("Questions of the lesson"),
            "theme": self.tr("Theme"),
            "width": self.tr("Width"),
            "dpi": self.tr("Dots per inch"),
            "bits": self.tr("Bits in a row"),
            "show": self.tr("In the boxes"),
            "lang": self.tr("Language of the figure"),
            "captions": self.tr("Caption"),
            "number": self.tr("Number of the figure, 0 for none"),
        }
        for name, row in self.rows.items():
            row.set_name(names[name])
            control = row.control
            groups = control.rows if isinstance(control, FormatRows) else [control]
            for group in groups:
                for button in getattr(group, "buttons", ()):
                    button.setAccessibleName(f"{names[name]}: {button.text()}")

    def show_focus(self, widget: QWidget) -> None:
        """Scrolls to where the focus is."""
        self.pane.ensureWidgetVisible(widget, 0, 32)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.pane.settle()

    def _chosen(self, name: str, value: object) -> None:
        match name:
            case "what":
                self._change(whole=value)
            case "board" | "per_page" | "questions":
                self._change(**{name: value})
            case _:
                self._choose(**{name: value})

    def _choose(self, **given: Any) -> None:
        self._change(choices=replace(self._wanted.choices, **given))

    def _change(self, **given: Any) -> None:
        now = replace(self._wanted, **given).after(self._wanted)
        if now != self._wanted:
            self.set_wanted(now, self._offered)
            self.changed.emit(now)


CHOSEN: Final[dict[str, Callable[[Wanted], object]]] = {
    "what": lambda wanted: wanted.whole,
    "board": lambda wanted: wanted.board,
    "per_page": lambda wanted: wanted.per_page,
    "questions": lambda wanted: wanted.questions,
    "theme": lambda wanted: "paper" if wanted.choices.theme == "light" else wanted.choices.theme,
    "width": lambda wanted: wanted.choices.width,
    "bits": lambda wanted: wanted.choices.bits,
    "show": lambda wanted: wanted.choices.show,
    "lang": lambda wanted: wanted.choices.lang,
    "captions": lambda wanted: wanted.choices.captions,
}
"""The value of each row of choices."""

ORDER: Final = (
    "what", "format", "board", "theme", "width", "dpi", "bits", "show", "lang", "captions", "number", "per_page",
    "questions",
)  # fmt: skip
