"""The stage of the Lab: the canvas, and at the right of its title one row of choices and the controls of the figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.widgets.lab.bench_canvas import BenchCanvas
from app.widgets.local_controls import LocalControls
from app.widgets.segments import Segments
from app.widgets.stage import TITLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.model.control import Control
    from app.widgets.look import Look


class LabStage(QFrame):
    """`choice_made` carries the value of the segment, `control_changed` a control's name and value."""

    choice_made = Signal(object)
    view_made = Signal(object)
    control_changed = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Stage")
        self.canvas = BenchCanvas()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.canvas)
        self._head = QWidget(self)
        self.controls = LocalControls()
        self.choices, self.views = Segments(), Segments(small=True)
        row = QHBoxLayout(self._head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for widget in (self.controls, self.views, self.choices):
            row.addWidget(widget)
        self.canvas.installEventFilter(self)
        self.choices.chosen.connect(self.choice_made)
        self.views.chosen.connect(self.view_made)
        self.controls.changed.connect(self.control_changed)

    @property
    def reserved(self) -> float:
        """How much of the title's row belongs to the controls, in units of the stage."""
        scale = self.canvas.to_widget(TITLE).width() / TITLE.width
        return self._head.sizeHint().width() / max(scale, 0.1) + 16

    def set_choices(self, choices: Sequence[tuple[object, str]], value: object) -> None:
        """The segments, and which of them is on."""
        self._set(self.choices, choices, value)

    def set_views(self, choices: Sequence[tuple[object, str]], value: object) -> None:
        """The second row of segments, beside the first."""
        self._set(self.views, choices, value)

    def _set(self, row: Segments, choices: Sequence[tuple[object, str]], value: object) -> None:
        row.set_choices(choices)
        row.set_value(value)
        for button in row.buttons:
            button.show()  # what is not shown yet has no size, and the row is measured at once
        inner = row.layout()
        assert inner is not None
        inner.invalidate()
        inner.activate()
        row.setVisible(bool(choices))
        self._place()

    def set_controls(self, controls: tuple[Control, ...]) -> None:
        """The figure's own controls."""
        self.controls.set_controls(controls)
        self._place()

    def set_look(self, look: Look) -> None:
        """Theme and language of the canvas."""
        self.canvas.set_theme(look.theme)
        self.canvas.set_language(look.lang)

    def set_presenting(self, on: bool, head: float) -> None:
        """Presented, the stage does without breadcrumb, title and controls."""
        self._head.setVisible(not on)
        self.canvas.set_top(head if on else 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._place)
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        layout = self._head.layout()
        assert layout is not None
        for part in (self.controls, self.views, self.choices):
            part.updateGeometry()  # what was hidden has told nobody how wide it is now
        layout.invalidate()
        layout.activate()
        size = self._head.sizeHint()
        title = self.canvas.to_widget(TITLE)
        x, y = round(title.right() - size.width()), round(title.center().y() - size.height() / 2)
        self._head.setGeometry(x, y, size.width(), size.height())
        self._head.raise_()
