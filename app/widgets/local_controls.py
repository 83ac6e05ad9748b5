"""The controls of a figure, right of the stage's title: "Block 1|2   Round ‹ 37 ›"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.widgets.button import IconButton
from app.widgets.segments import Segments
from app.widgets.text import Text

if TYPE_CHECKING:
    from app.model.control import Control

GAP = 12


class Stepper(QWidget):
    """A number between two arrows; holding an arrow down goes on."""

    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._control: Control | None = None
        self.less, self.more = IconButton("less"), IconButton("more")
        self._value = Text(20, 32, bold=True, mono=True, wrap=False)
        self._value.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._value.setMinimumWidth(28)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for widget in (self.less, self._value, self.more):
            row.addWidget(widget)
        for button, by in ((self.less, -1), (self.more, 1)):
            button.setAutoRepeat(True)
            button.clicked.connect(lambda _checked=False, by=by: self._move(by))

    def set_control(self, control: Control) -> None:
        """Shows a control and its value."""
        self._control = control
        self._value.set_text(str(control.value))
        self.less.setEnabled(control.value > control.low)
        self.more.setEnabled(control.value < control.high)
        self._value.setMinimumWidth(max(28, 12 * len(str(control.high))))
        self.retranslate()

    def retranslate(self) -> None:
        """All words anew in the present language."""
        control = self._control
        if control is None:
            return
        words = {"label": control.label, "value": control.value}
        self.less.setAccessibleName(self.tr("{label} {value}, one less").format(**words))
        self.more.setAccessibleName(self.tr("{label} {value}, one more").format(**words))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _move(self, by: int) -> None:
        if self._control is not None:
            value = self._control.clamped(self._control.value + by)
            if value != self._control.value:
                self.moved.emit(value)


class LocalControls(QWidget):
    """A row of labelled controls; `changed` carries a control's name and the value that the reader asks
    for."""

    changed = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape: object = None
        self.parts: dict[str, tuple[Text, Stepper | Segments]] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self.hide()

    def set_controls(self, controls: tuple[Control, ...]) -> None:
        """Shows the controls; widgets are kept while only their values change, so the focus stays."""
        shape = [(control.name, control.kind) for control in controls]
        if shape != self._shape:
            self._shape = shape
            self._build(controls)
        for control in controls:
            label, part = self.parts[control.name]
            label.set_text(control.label)
            if isinstance(part, Stepper):
                part.set_control(control)
            else:
                values = range(control.low, control.high + 1)
                part.set_choices([(value, str(value)) for value in values])
                part.set_value(control.value)
                for value, button in zip(values, part.buttons, strict=True):
                    button.setAccessibleName(f"{control.label} {value}")
            part.updateGeometry()  # its parts tell only its own layout that they have become wider
        self.setVisible(bool(controls))
        self.adjustSize()

    def _build(self, controls: tuple[Control, ...]) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.parts = {}
        for index, control in enumerate(controls):
            if index:
                self._row.addSpacing(4)
            label = Text(14, 32, colour="text2", wrap=False)
            part: Stepper | Segments = Stepper() if control.kind == "stepper" else Segments(small=True)
            signal = part.moved if isinstance(part, Stepper) else part.chosen
            signal.connect(lambda value, name=control.name: self.changed.emit(name, value))
            self._row.addWidget(label)
            self._row.addWidget(part)
            label.show()  # what is not shown yet has no size, and this row is measured at once
            part.show()
            self.parts[control.name] = (label, part)
